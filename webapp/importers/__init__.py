"""Read files: bytes to text, one module per format."""
