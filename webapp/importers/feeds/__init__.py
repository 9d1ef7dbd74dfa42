"""Feeds: RSS, Atom, JSON Feed. Each entry is a story."""
