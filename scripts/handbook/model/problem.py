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
    shown = " ".join(found.split())
    if not shown.isprintable():  # what a terminal would hide, or obey, is named instead
        shown = "".join(one if one.isprintable() else f"U+{ord(one):04X}" for one in shown)
    if len(shown) > 120:
        shown = shown[:117] + "…"
    return Problem(" ".join(path.split()), line, code, f"Ditemukan: {shown}. Diharapkan: {expected}. Contoh: {example}")
