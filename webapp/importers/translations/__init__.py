"""Files of translators: XLIFF and TMX. Source and target are two stories."""
