"""Documents of word processors: Word, OpenDocument, rich text."""
