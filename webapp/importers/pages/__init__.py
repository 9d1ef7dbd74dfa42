"""Web pages, also those that were saved as one file."""
