"""Read files: bytes to text, a room for each kind, a module for each format."""
