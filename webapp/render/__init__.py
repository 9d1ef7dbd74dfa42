"""The environment of the templates, for the pages and for the one-file HTML export."""
