<?php
// Arguments: the old and the new file, the greatest number of runs, the seconds they may take together.
[, $oldPath, $newPath, $maxRuns, $budget] = $argv;
[$old, $new] = array_map(file_get_contents(...), [$oldPath, $newPath]);

const EVERY_LINE = 1_000_000_000;
$seconds = [];
while (count($seconds) < $maxRuns && array_sum($seconds) < $budget) {
    $start = hrtime(true);
    $diff = wikidiff2_inline_json_diff($old, $new, EVERY_LINE);
    $seconds[] = (hrtime(true) - $start) / 1e9;
}
echo '{"seconds": ', json_encode($seconds), ', ', substr($diff, 1);
