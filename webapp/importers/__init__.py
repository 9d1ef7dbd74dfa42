"""Bytes -> text, one format a file."""
