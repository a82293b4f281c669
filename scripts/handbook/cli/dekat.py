"""Dekat: the names near one that is unknown."""

from collections.abc import Iterable


def tak_dikenal(name: str, value: str, ids: Iterable[str]) -> str:
    """Say that an id is unknown, and which are near."""
    return f"{name} «{value}» tidak dikenal. Yang terdekat: {terdekat(value, ids)}"


def terdekat(value: str, ids: Iterable[str]) -> str:
    """Name the ids that are spelt most alike, or some of those that there are."""
    import difflib  # large, and needed for mistakes only

    known = list(ids)
    return ", ".join(difflib.get_close_matches(value.casefold(), known, n=3, cutoff=0.3) or known[:5])
