"""Which sentences of old became which of new."""
