"""Every word that a reader sees and Python writes, and how figures and dates are written."""
