"""Input, checked before it is used: a text, a file, a reader's choices.

It needs neither settings nor database, so that `stet diff` loads only this and the engine.
"""
