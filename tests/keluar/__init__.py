"""The way out: the same book built by other builders than MkDocs."""
