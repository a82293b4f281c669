"""Problem: one fault in the content, told to the editor with its place and its cure."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """A fault. ``path`` is relative to the content folder's parent, ``line`` counts from 1."""

    path: str
    line: int
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.code} {self.message}"


def fault(path: str, line: int, code: str, *, found: str, expected: str, example: str) -> Problem:
    """Word a fault in the one form editors learn: what was found, what is expected, one right example."""
    shown = tampak(found)
    if len(shown) > 120:
        shown = shown[:117] + "…"
    return Problem(tampak(path), line, code, f"Ditemukan: {shown}. Diharapkan: {tampak(expected)}. Contoh: {tampak(example)}")


def tampak(text: str) -> str:
    r"""Write a text on one line in which everything is seen: what a terminal or a build log would hide, or obey, is named instead.

    >>> tampak("a\n::add-mask::\x1b[2J")
    'a ::add-mask::U+001B[2J'
    """
    line = " ".join(text.split())
    return line if line.isprintable() else "".join(one if one.isprintable() else f"U+{ord(one):04X}" for one in line)
