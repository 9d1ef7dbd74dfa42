"""Comparison -> rows, in one column or two, and what a reader does not see folded to a line."""
