"""What the engine knows of single languages: one data file each, and nothing that a text in another language needs.

Without a table a text is compared by the rules that hold for any script; the rules that need a table are not applied.
"""
