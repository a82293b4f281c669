"""Netralitas ASN: the handbook's content model, checks, pages and search."""
