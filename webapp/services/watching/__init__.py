"""Addresses that are fetched again by themselves: how often, by what manners, and by whom."""
