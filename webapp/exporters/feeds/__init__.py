"""What changed as a feed, a module for each kind."""
