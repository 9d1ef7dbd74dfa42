"""The library: articles and their versions."""
