"""What somebody gives, checked before anything is done with it: a text, a file, the words for a reader's choices.

It needs neither settings nor database: who compares two files on a disk loads no more than this and the engine.
"""
