"""Rupa: colours, frames and signs of verdicts, read from the site's own stylesheet, so that paper and pictures look like its pages."""

import re
from typing import Any
from urllib.parse import unquote

# "--dilarang: light-dark(#85203a, #f2a6b6);" or "--kepala-latar: #2c2640;": the light one counts.
WARNA = re.compile(r"^  --([a-z-]+): (?:light-dark\()?(#[0-9a-f]{3,8})\b", re.MULTILINE)
TANDA = re.compile(r'^\.putusan--([a-z-]+) \{ --tanda: url\("data:image/svg\+xml,([^"]+)"\)', re.MULTILINE)
GAYA = re.compile(r"^\.putusan--([a-z-]+) \{ color: var\(--([a-z-]+)\);[^}]*?(?:border-style: ([a-z]+);[^}]*)?\}", re.MULTILINE)
# Frames that the typesetter has; a double one becomes a thick one.
GARIS = {"": "solid", "dashed": "dashed", "dotted": "dotted", "double": "solid"}


def rupa(css: str, nilai: tuple[str, ...]) -> dict[str, Any]:
    """Read the look of these verdicts: every ``warna`` by its name; by verdict ``tanda`` (SVG), ``peran`` (name of its colour), ``garis``.

    Raises ValueError when the stylesheet does not show one of them, so that a renamed rule is noticed.
    """
    signs = {key: unquote(svg) for key, svg in TANDA.findall(css)}
    looks = {key: (colour, GARIS[frame]) for key, colour, frame in GAYA.findall(css)}
    if missing := sorted(set(nilai) - (signs.keys() & looks.keys())):
        raise ValueError(f"the stylesheet shows no sign or colour for {', '.join(missing)}")
    return {
        "warna": dict(WARNA.findall(css)),
        "tanda": signs,
        "peran": {key: colour for key, (colour, _) in looks.items()},
        "garis": {key: frame for key, (_, frame) in looks.items()},
    }
