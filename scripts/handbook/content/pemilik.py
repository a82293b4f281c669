"""Pemilik: who must approve a change of a region's folder, as GitHub's CODEOWNERS says it, one line a region.

The team of a region bears its id. The owners of all regions stand beside it, so that nobody has to approve alone what they wrote.
"""

import re
from collections.abc import Iterable

SEMUA = re.compile(r"^/docs/wilayah/\s+(?P<pemilik>@(?P<organisasi>[\w.-]+)/.*\S)", re.MULTILINE)
BARIS = re.compile(r"/docs/wilayah/(?P<wilayah>[a-z0-9-]+)/\s+@\S.*")


def baris(text: str, wilayah: str) -> str:
    """Write the line of a region. Raises ValueError in a file without the line of all regions."""
    every = SEMUA.search(text)
    if every is None:
        raise ValueError("CODEOWNERS tanpa baris «/docs/wilayah/ @organisasi/tim»")
    return f"/docs/wilayah/{wilayah}/ @{every['organisasi']}/{wilayah} {every['pemilik']}"


def tanpa_pemilik(text: str, regions: Iterable[str]) -> list[str]:
    """Give the lines that are lacking: of every region that no line names."""
    named = {match["wilayah"] for line in text.splitlines() if (match := BARIS.fullmatch(line.rstrip()))}
    return [baris(text, id) for id in sorted(set(regions) - named)]


def tambah(text: str, wilayah: str) -> str:
    """Add the line of a region in its place among those of the others, or at the end, unless it is there."""
    lines = text.splitlines()
    for new in tanpa_pemilik(text, [wilayah]):
        later = (n for n, line in enumerate(lines) if (match := BARIS.fullmatch(line.rstrip())) and match["wilayah"] > wilayah)
        lines.insert(next(later, len(lines)), new)
    return "\n".join(lines) + "\n"
