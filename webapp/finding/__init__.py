"""What finds articles: the words of a text as a search compares them, and the checksums of its sentences."""
