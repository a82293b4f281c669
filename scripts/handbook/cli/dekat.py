"""Dekat: the names near one that is unknown."""

from collections.abc import Iterable


def tak_dikenal(name: str, value: str, ids: Iterable[str]) -> str:
    """Say that an id is unknown, and which are near."""
    import difflib  # large, and needed for mistakes only

    known = list(ids)
    near = difflib.get_close_matches(value.casefold(), known, n=3, cutoff=0.3) or known[:5]
    return f"{name} «{value}» tidak dikenal. Yang terdekat: {', '.join(near)}"
