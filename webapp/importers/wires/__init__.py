"""The formats of news agencies: NITF, NewsML-G2, ninjs."""
