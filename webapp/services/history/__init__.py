"""The versions of an article: captured again, added, and each sentence's life in them."""
