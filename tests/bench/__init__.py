"""Bench: the search beside its peers, on the same pages, in a real browser. See HASIL.md for what it found."""
