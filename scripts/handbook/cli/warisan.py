"""Warisan: bring files of former releases from the live site into a new one, before it is listed and published."""

from datetime import datetime
from pathlib import Path

from handbook.jaringan import Gagal, ambil, serentak
from handbook.site import terbitan, warisan
from handbook.site.terbitan import Isi, Terbitan
from handbook.site.warisan import Rilis


def bawa(situs: Path, alamat: str, kini: datetime) -> str:
    """Write into a built site what it carries of the releases that live at an address; give what to tell of it.

    Nothing that fails keeps a correction from being published: what cannot be had, or is not what its list says, is left out.
    """
    try:
        text = ambil(alamat + terbitan.NAMA, terbesar=terbitan.TERBESAR)
        lama = terbitan.baca(text.decode())
    except Gagal as error:
        return f"Tanpa berkas terbitan lama: {alamat} {error}." + (" Ini terbitan pertama?" if error.status == 404 else "")
    except ValueError as error:
        return f"Tanpa berkas terbitan lama: {alamat}{terbitan.NAMA} {error}."
    riwayat = warisan.warisi(lama, _riwayat(alamat, lama), kini)
    wanted = {path: isi for rilis in reversed(riwayat) for path, isi in rilis.berkas.items() if not (situs / path).exists()}
    brought = {path for path, came in serentak(lambda row: (row[0], _ambil(situs, alamat, *row)), sorted(wanted.items())) if came}
    kept = tuple(Rilis(one.diganti, {path: isi for path, isi in one.berkas.items() if path in brought}) for one in riwayat)
    (situs / warisan.NAMA).write_text(warisan.tulis(kept), encoding="utf-8")
    missed = len(wanted) - len(brought)
    return f"{len(brought)} berkas dari {len(kept)} terbitan lama ikut dibawa" + (f"; {missed} tidak terbaca." if missed else ".")


def _riwayat(alamat: str, lama: Terbitan) -> tuple[Rilis, ...]:
    """What the live site carries itself; nothing if its list of that is not the one which it was published with."""
    wanted = lama.berkas.get(warisan.NAMA)
    try:
        text = ambil(alamat + warisan.NAMA, terbesar=wanted.ukuran) if wanted else b""
        return warisan.baca(text.decode()) if wanted and Isi.of(text) == wanted else ()
    except (Gagal, ValueError):
        return ()


def _ambil(situs: Path, alamat: str, path: str, wanted: Isi) -> bool:
    try:
        data = ambil(alamat + path, terbesar=wanted.ukuran)
    except Gagal:
        return False
    if Isi.of(data) != wanted:
        return False
    (situs / path).parent.mkdir(parents=True, exist_ok=True)
    (situs / path).write_bytes(data)
    return True
