"""Stet shows what was changed between two published versions of a story, and what was let stand."""

__version__ = "0.1.0"
