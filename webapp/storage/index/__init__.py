"""The index: what articles of the library are found by. Its rows are made of the texts, and can be made again."""
