"""diff-match-patch without its timeout, which would make the result depend on the machine's load."""

from functools import cache

from diff_match_patch import diff_match_patch


@cache
def untimed() -> diff_match_patch:
    """Return the library object; the same one each time."""
    library = diff_match_patch()
    library.Diff_Timeout = 0
    return library
