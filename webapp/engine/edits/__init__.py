"""What was deleted and inserted inside a pair of sentences."""
