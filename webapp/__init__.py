"""Stet compares two published versions of a story, word by word."""

__version__ = "0.1.0"
