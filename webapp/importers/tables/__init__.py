"""Tables of stories (CSV, TSV), as content management systems export them: a row is a story."""
