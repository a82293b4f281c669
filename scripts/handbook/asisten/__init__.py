"""Asisten: what programs may ask of the book, and a server that answers them over the Model Context Protocol.

Everything answered is text of the book, with its citation, its day, how sure the editors are, and what the book says of itself.
Nothing is guessed: what could mean several things, or depends on what was not told, comes back as those several things.
"""
