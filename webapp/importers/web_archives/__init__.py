"""Archives of web pages: WARC files, and WACZ packages of them. Each page that was captured in one is a story."""
