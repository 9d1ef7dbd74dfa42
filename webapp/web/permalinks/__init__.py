"""Links that never change: shown, shared, checked, previewed, framed, exported."""
