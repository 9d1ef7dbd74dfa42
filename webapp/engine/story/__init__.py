"""Which part of a page is the story, and which is furniture."""
