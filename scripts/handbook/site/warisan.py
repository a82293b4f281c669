"""Warisan: files of former releases that a new one still carries.

GitHub Pages deletes with a release what the former one had, yet a page opened before it, or kept by a cache on the way, still asks
for its own files. Those are the ones named by their content, so that keeping them can mislead nobody: the name is asked for by pages of
that release alone. ``lama.json`` at the site's root says which they are: ``skema`` and ``rilis``, the newest first, each with ``diganti``,
the moment when it was replaced, and ``berkas``, rows of path, bytes and SHA-256.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from .terbitan import Isi, Terbitan, baca_baris

SKEMA = 1
NAMA = "lama.json"
# Shards of the index, answers of the self-check, bundled scripts.
BERSIDIK = re.compile(r"(cek/)?cari/[a-z]+-[0-9a-f]{10}-\d+\.bin|cek/jawaban-[0-9a-f]{16}\.json|assets/javascripts/[a-z-]+-[0-9A-Z]{8}\.js")
# Of these the name is the beginning of the file's own SHA-256; a shard's is of its whole family, a script's of its bundler.
JAWABAN = re.compile(r"cek/jawaban-([0-9a-f]{16})\.json")
BANYAK, LAMA = 3, timedelta(hours=24)  # so many releases, and all that were replaced so lately


@dataclass(frozen=True)
class Rilis:
    """A former release: when it was replaced (with its time zone), and its files that are named by their content."""

    diganti: datetime
    berkas: Mapping[str, Isi]


def warisi(lama: Terbitan, riwayat: tuple[Rilis, ...], kini: datetime) -> tuple[Rilis, ...]:
    """Give the releases that a new one carries, newest first: the one it replaces now, and former ones that are not yet old enough."""
    replaced = Rilis(kini, {path: isi for path, isi in lama.berkas.items() if _boleh(path, isi) and not _inherited(path, riwayat)})
    past = (rilis for rilis in riwayat if rilis.diganti <= kini)  # a day to come would never be old enough
    kept = (rilis for n, rilis in enumerate(past, 1) if n < BANYAK or kini - rilis.diganti < LAMA)
    return (replaced, *kept)


def _boleh(path: str, isi: Isi) -> bool:
    """Say whether a file is named by its content, and by this content where that can be told from one file alone."""
    named = JAWABAN.fullmatch(path)
    return isi.sidik.startswith(named[1]) if named else bool(BERSIDIK.fullmatch(path))


def _inherited(path: str, riwayat: tuple[Rilis, ...]) -> bool:
    return any(path in rilis.berkas for rilis in riwayat)


def tulis(riwayat: tuple[Rilis, ...]) -> str:
    """Write the text of ``lama.json``."""
    rows = [{"diganti": one.diganti.isoformat(), "berkas": [[path, *isi] for path, isi in sorted(one.berkas.items())]} for one in riwayat]
    return json.dumps({"skema": SKEMA, "rilis": rows}, indent=0) + "\n"


def baca(text: str) -> tuple[Rilis, ...]:
    """Read ``lama.json``, trusting nothing in it. Raises ValueError when it is not of this kind."""
    try:
        data = json.loads(text)
        if data["skema"] != SKEMA:
            raise ValueError(f"skema {data['skema']!r} tidak dikenal; alat ini membaca skema {SKEMA}")
        return tuple(_rilis(one) for one in data["rilis"])
    except (KeyError, TypeError, RecursionError, json.JSONDecodeError) as error:
        raise ValueError("bukan daftar terbitan lama yang utuh") from error


def _rilis(data: Any) -> Rilis:
    diganti = datetime.fromisoformat(data["diganti"])
    if diganti.tzinfo is None:
        raise ValueError(f"«{data['diganti']}» tanpa zona waktu")
    return Rilis(diganti, {path: isi for path, isi in map(baca_baris, data["berkas"]) if _boleh(path, isi)})
