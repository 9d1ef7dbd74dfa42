"""A text, cut: paragraphs, sentences, tokens, and the keys by which two tokens are equal."""
