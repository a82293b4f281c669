"""Kutipan: the part of a text that shows best why it was found, with the places to mark."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .analyser import Analis
from .rules import ATURAN

Tanda = tuple[int, int, int]  # start, end, number of the query's group


@dataclass(frozen=True)
class Kutipan:
    """Whole words of a text; ``spans`` are (start, end) in characters of ``teks``. Never HTML."""

    teks: str
    spans: tuple[tuple[int, int], ...] = ()


def marks(teks: str, istilah: Mapping[str, int], analis: Analis) -> list[Tanda]:
    """Find the words of a text that a query looks for; ``istilah`` gives the group of each of its terms."""
    naskah = analis.analyse(teks, lengkap=any("=" in nama or ":" in nama for nama in istilah))
    tanda = [
        (naskah.kata[posisi].awal, naskah.kata[posisi + panjang - 1].akhir, istilah[nama])
        for nama, posisi, panjang in naskah.token()
        if nama in istilah
    ]
    return sorted(set(tanda))


def excerpt(teks: str, istilah: Mapping[str, int], analis: Analis) -> Kutipan:
    """Cut the window that meets most groups of the query out of a text, on whole words."""
    tanda = marks(teks, istilah, analis)
    awal, akhir = _best_window(teks, tanda)
    kiri, kanan = "… " if awal else "", " …" if akhir < len(teks) else ""
    geser = len(kiri) - awal
    dalam = _merged((a, z) for a, z, _ in tanda if a >= awal and z <= akhir)
    return Kutipan(kiri + teks[awal:akhir] + kanan, tuple((a + geser, z + geser) for a, z in dalam))


def _best_window(teks: str, tanda: Sequence[Tanda]) -> tuple[int, int]:
    """Of the windows around each mark, the first with most groups, then most marks."""
    terbaik, nilai = _window(teks, 0), (-1, 0)
    for mulai, _, _ in tanda:
        jendela = _window(teks, mulai)
        dalam = [kelompok for a, z, kelompok in tanda if a >= jendela[0] and z <= jendela[1]]
        if (len(set(dalam)), len(dalam)) > nilai:
            terbaik, nilai = jendela, (len(set(dalam)), len(dalam))
    return terbaik


def _window(teks: str, mulai: int) -> tuple[int, int]:
    """A window that begins a little before ``mulai`` and breaks between words."""
    lebar, ancang = ATURAN.isi["kutipan"]["lebar"], ATURAN.isi["kutipan"]["ancang"]
    awal = max(0, min(mulai - ancang, len(teks) - lebar))
    if awal:
        spasi = teks.find(" ", awal)
        awal = spasi + 1 if 0 <= spasi < mulai else mulai
    if awal + lebar >= len(teks):
        return awal, len(teks)
    spasi = teks.rfind(" ", awal, awal + lebar)
    akhir = spasi if spasi > mulai else awal + lebar
    return awal, akhir


def _merged(rentang: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join overlapping spans."""
    hasil: list[tuple[int, int]] = []
    for awal, akhir in rentang:
        if hasil and awal <= hasil[-1][1]:
            hasil[-1] = (hasil[-1][0], max(akhir, hasil[-1][1]))
        else:
            hasil.append((awal, akhir))
    return hasil
