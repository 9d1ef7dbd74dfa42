"""PDFs: signs and their places to paragraphs."""
