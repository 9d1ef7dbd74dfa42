"""The desk: two texts are picked or pasted."""
