"""Hari: a day as offices write it, or why it is none."""

import re
from datetime import date, timedelta

BULAN = {
    nama: nomor
    for nomor, semua in enumerate(
        (
            "januari jan", "februari feb pebruari", "maret mar", "april apr", "mei", "juni jun", "juli jul", "agustus agu agt ags",
            "september sep sept", "oktober okt", "november nov nopember nop", "desember des",
        ),
        1,
    )
    for nama in semua.split()
}  # fmt: skip
_HARI = re.compile(r"(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu),? +", re.IGNORECASE)
_ANGKA = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{2}|\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00)?)?")
_KATA = re.compile(r"(\d{1,2})[- ]+([A-Za-z]+)\.?[- ]+(\d{2}|\d{4})")
# Days as a workbook counts them; its first 60 are a day off.
AWAL_SERI = date(1899, 12, 30)
_SERI = re.compile(r"[3-6]\d{4}")


def baca(teks: str) -> date:
    """Read a day: "12 Maret 2024", "12/3/2024", "2024-03-12". Day before month, always.

    Raises ValueError, which says in Indonesian what was found, on everything that is not surely one day.

    >>> baca("Selasa, 12 Mar. 2024").isoformat()
    '2024-03-12'
    """
    polos = _HARI.sub("", " ".join(teks.split()))
    if cocok := _ISO.fullmatch(polos):
        tahun, bulan, hari = cocok.groups()
    elif cocok := _ANGKA.fullmatch(polos):
        hari, _, bulan, tahun = cocok.groups()
    elif (cocok := _KATA.fullmatch(polos)) and cocok[2].lower() in BULAN:
        hari, bulan, tahun = cocok[1], str(BULAN[cocok[2].lower()]), cocok[3]
    else:
        raise ValueError(f"«{teks}»{_seri(polos)}")
    if len(tahun) == 2:
        raise ValueError(f"«{teks}», tahunnya dua angka")
    try:
        return date(int(tahun), int(bulan), int(hari))
    except ValueError:
        raise ValueError(f"«{teks}», hari yang tidak ada") from None


def bulan_dulu(teks: str) -> bool:
    """Tell whether figures can be a day only with the month first.

    >>> bulan_dulu("3/13/2024"), bulan_dulu("13/3/2024"), bulan_dulu("3/4/2024")
    (True, False, False)
    """
    satu, dua = _dua_angka(teks)
    return 1 <= satu <= 12 < dua <= 31


def dua_arti(teks: str) -> bool:
    """Tell whether figures name two days, by which of them is the month.

    A workbook makes days of such texts by itself, so a day written from the year is one of these too.

    >>> dua_arti("3/4/2024"), dua_arti("2024-04-03"), dua_arti("4/4/2024"), dua_arti("3 April 2024")
    (True, True, False, False)
    """
    satu, dua = _dua_angka(teks)
    return satu != dua and 1 <= satu <= 12 and 1 <= dua <= 12


def _dua_angka(teks: str) -> tuple[int, int]:
    """Give what stands for day and month, in the order written; zeros when the text is not all figures."""
    polos = _HARI.sub("", " ".join(teks.split()))
    if cocok := _ANGKA.fullmatch(polos):
        return int(cocok[1]), int(cocok[3])
    return (int(cocok[2]), int(cocok[3])) if (cocok := _ISO.fullmatch(polos)) else (0, 0)


def _seri(teks: str) -> str:
    """Say which day a number may be, if a workbook's date lost its format."""
    return f", nomor seri Excel, mungkin {AWAL_SERI + timedelta(days=int(teks))}" if _SERI.fullmatch(teks) else ""
