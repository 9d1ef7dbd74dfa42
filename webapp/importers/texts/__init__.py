"""Plain text and captions, and the encodings of both."""
