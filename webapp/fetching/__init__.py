"""Fetches web addresses, through one gate: `gate.py`. Nothing else in Stet opens a connection to a server of others."""
