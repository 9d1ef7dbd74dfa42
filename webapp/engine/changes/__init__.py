"""Edits as changes: their flags, their counts, and what may be said of them."""
