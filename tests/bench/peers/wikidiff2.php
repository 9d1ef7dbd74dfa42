<?php
// Arguments: the old and the new file, the greatest number of runs, the seconds they may take together.
[, $oldPath, $newPath, $maxRuns, $budget] = $argv;
[$old, $new] = array_map(file_get_contents(...), [$oldPath, $newPath]);

function cpu_seconds(): float {
    $used = getrusage();
    $whole = $used['ru_utime.tv_sec'] + $used['ru_stime.tv_sec'];
    return $whole + ($used['ru_utime.tv_usec'] + $used['ru_stime.tv_usec']) / 1e6;
}

const EVERY_LINE = 1_000_000_000;
$seconds = [];
while (count($seconds) < $maxRuns && array_sum($seconds) < $budget) {
    $start = cpu_seconds();
    $diff = wikidiff2_inline_json_diff($old, $new, EVERY_LINE);
    $seconds[] = cpu_seconds() - $start;
}
echo '{"seconds": ', json_encode($seconds), ', ', substr($diff, 1);
