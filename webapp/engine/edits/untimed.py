"""diff-match-patch without its clock, which would give a busy machine another answer than an idle one."""

from functools import cache

from diff_match_patch import diff_match_patch


@cache
def untimed() -> diff_match_patch:
    """Return the library, made once."""
    library = diff_match_patch()
    library.Diff_Timeout = 0
    return library
