"""The reading page: a comparison, computed now, in one of its views."""
