"""Channels: in every region there is somewhere to report that is not the reader's own employer, and none that only claims so.

Who reports trusts the book with more than a reading: an address that only resembles an office's would collect who they are.
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from handbook.model.handbook import Handbook
from handbook.model.problem import Problem
from handbook.model.wilayah import Kanal

from ..yaml_lines import Loc
from .letak import Letak, records

# Offices of a region's government. A ministry's inspectorate is outside of it; so is a province's, but of a province.
PEMDA = re.compile(
    r"\b(?:inspektorat(?!\s+jenderal)|bkpsdm\w*|bkd|bkpp\w*|sekda|sekretari(?:at|s)\s+daerah|pemkot|pemkab|pemda"
    r"|pemerintah\s+(?:daerah|kota|kabupaten)|dinas)\b",
    re.IGNORECASE,
)
NEGARA = ".go.id"
PROVINSI = re.compile(r"\bprovinsi\b", re.IGNORECASE)


def problems(handbook: Handbook, letak: Letak) -> Iterator[Problem]:
    """Give every region whose channels are all its government's, and every channel that is one of those and claims not to be."""
    for region in handbook.wilayah.values():
        if not any(kanal.mandiri for kanal in region.halaman.kanal):
            expected = "minimal satu kanal di luar pemerintah daerah itu"
            yield letak.problem(region.path, ("kanal",), "kanal", found="tak ada kanal mandiri", expected=expected, example="mandiri: true")
    for path, loc, kanal, province in _channels(handbook, letak):
        yield from _claimed(letak, path, loc, kanal, province=province)
        yield from _elsewhere(letak, path, loc, kanal)


def _channels(handbook: Handbook, letak: Letak) -> Iterator[tuple[str, Loc, Kanal, bool]]:
    """Give every channel with its file, its place in it, and whether it is a province's."""
    for region in handbook.wilayah.values():
        province = bool(PROVINSI.search(region.halaman.nama))
        yield from ((region.path, ("kanal", number), kanal, province) for number, kanal in enumerate(region.halaman.kanal))
    yield from ((path, loc, record, False) for path, loc, record in records(handbook, letak) if isinstance(record, Kanal))


def _elsewhere(letak: Letak, path: str, loc: Loc, kanal: Kanal) -> Iterator[Problem]:
    host = urlsplit(kanal.url or "").hostname or ""
    if kanal.url and not host.endswith(NEGARA):
        found, expected = f"«{host}»", f"alamat instansi negara, yang berakhir {NEGARA}"
        example = "url: https://www.lapor.go.id/"
        yield letak.problem(path, (*loc, "url"), "kanal-alamat", found=found, expected=expected, example=example)


def _claimed(letak: Letak, path: str, loc: Loc, kanal: Kanal, *, province: bool) -> Iterator[Problem]:
    office = PEMDA.search(kanal.nama)
    if kanal.mandiri and office and (province or not PROVINSI.search(kanal.nama)):
        found = f"mandiri: true pada «{kanal.nama}»"
        expected = "mandiri: false bagi kantor pemerintah daerah, sebab pelapor mengandalkan tanda «di luar pemda»"
        example = "mandiri: false, atau pisahkan kanal yang di luar pemda"
        yield letak.problem(path, (*loc, "mandiri"), "kanal-pemda", found=found, expected=expected, example=example)
