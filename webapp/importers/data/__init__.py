"""XML and JSON, read within limits."""
