"""Files are read in processes of their own, with limits on time and memory and without network."""
