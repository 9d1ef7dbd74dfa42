"""What Stet says about a comparison in words, and how figures and dates are written.

A refused input is explained where it is refused.
"""
