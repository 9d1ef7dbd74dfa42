"""Light requests beside long ones: how the figures are joined."""

from tests.bench.busy import percentile_95, sheet_of


def test_the_95th_percentile_leaves_one_in_twenty_out() -> None:
    assert percentile_95([*[1.0] * 95, *[9.0] * 5]) < percentile_95([*[1.0] * 90, *[9.0] * 10]) == 9.0
    assert percentile_95([float(second) for second in range(101)]) == 95.0


def test_a_line_has_both_percentiles_the_longest_wait_and_the_ratio() -> None:
    sheet = sheet_of({"/healthz": [0.002, 0.002]}, {"/healthz": [0.004, 0.004, 0.004]})
    assert sheet.rows == [["/healthz", "2.0", "4.0", "4.0", "2.0", "3"]]
