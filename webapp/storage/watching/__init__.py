"""The articles that are watched, the hosts that are asked for them, and the programs that do it."""
