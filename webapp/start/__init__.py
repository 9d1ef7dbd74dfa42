"""Checks before the start: values of settings, the secret key, and permissions of files."""
