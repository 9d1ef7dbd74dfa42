"""Validates input: texts, files and a reader's choices.

It needs neither settings nor database, so that `stet diff` loads only this and the engine.
"""
