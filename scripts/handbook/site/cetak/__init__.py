"""Cetak: the book beyond its pages, as PDF files and as pictures to pass on. Only this package knows Typst."""
