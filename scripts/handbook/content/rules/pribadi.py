"""Private data: no page carries a personnel or identity number, nor a mobile number that is not a channel's.

A message never repeats what it found: it ends up in public logs.
"""

import re
from collections.abc import Iterator
from itertools import chain

from handbook.model.handbook import Handbook
from handbook.model.problem import Problem

from .. import body
from ..tempat import tabel
from ..yaml_lines import Loc
from .letak import Letak, texts

# Neither inside a longer number, a sum of money, an address nor the number of a letter.
_SEBELUM = r"(?<![\d/=_-])(?<!\d[.,])"
# A personnel number, together or in its groups: day of birth, month of appointment, sex, order.
NIP = re.compile(_SEBELUM + r"(?:\d{18}|\d{8} \d{6} \d \d{3})(?!\d)")
# An identity number: place, day of birth (women's plus 40), month, year, order.
NIK = re.compile(_SEBELUM + r"\d{6}(?:0[1-9]|[1256]\d|3[01]|4[1-9]|7[01])(?:0[1-9]|1[0-2])\d{6}(?!\d)")
# Ten to thirteen digits from the leading 0, for which +62 may stand; hours ("08.00") and sums ("62.812.345.678") are not meant.
SELULER = re.compile(rf"(?:{_SEBELUM}|(?<=wa\.me/))(?:\+62[ .-]?|62|0)8[1-9](?:[ .()-]{{0,2}}\d){{7,10}}(?!\d)")
# What both of them have, found fast: most texts of a large book hold nothing like it.
ANGKA = re.compile(r"\d(?:[^\d]{0,2}\d){8}")
# What is an address or a fingerprint, and not something told of a person.
BUKAN_CERITA = frozenset({"url", "arsip", "sidik"})


def problems(handbook: Handbook, letak: Letak) -> Iterator[Problem]:
    """Give every place of a page or table that carries somebody's number."""
    for path, line, text, kanal in chain(_keys(letak), _prose(letak)):
        if not ANGKA.search(text):
            continue
        if NIP.search(text):
            found, expected = "bilangan 18 angka, seperti NIP (tidak ditulis ulang di sini)", "peran orangnya saja, tanpa NIP"
            yield letak.at(path, line, "data-pribadi", found=found, expected=expected, example="seorang pegawai di dinas itu")
        if NIK.search(text):
            found, expected = "bilangan 16 angka, seperti NIK (tidak ditulis ulang di sini)", "peran orangnya saja, tanpa NIK"
            yield letak.at(path, line, "data-pribadi", found=found, expected=expected, example="seorang warga di kota itu")
        if not kanal and SELULER.search(text):
            found, expected = "nomor telepon seluler (tidak ditulis ulang di sini)", "nomor seluler hanya pada «kanal» resmi"
            yield letak.at(path, line, "data-pribadi", found=found, expected=expected, example="hapus nomornya, atau tulis di isi kanal")


def _keys(letak: Letak) -> Iterator[tuple[str, int, str, bool]]:
    for path, loc, line, text in texts(letak):
        if loc and loc[-1] not in BUKAN_CERITA:
            yield path, line, text, _of_channel(path, loc)


def _prose(letak: Letak) -> Iterator[tuple[str, int, str, bool]]:
    for path, source in letak.sources.items():
        for line, text in body.numbered(source):
            yield path, line, text, False


def _of_channel(path: str, loc: Loc) -> bool:
    return tabel(path) == "kanal" or loc[0] == "kanal"
