"""Rows of verdicts: complete for their value, and free of contradiction."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import combinations

from handbook.model.dasar import Dasar
from handbook.model.entri import Entri
from handbook.model.handbook import Handbook
from handbook.model.nilai import NilaiPutusan
from handbook.model.peraturan import StatusPeraturan
from handbook.model.perbuatan import Perbuatan, Putusan
from handbook.model.problem import Problem

from ..yaml_lines import Loc
from .letak import Letak

# Rules that no answer of today can rest on alone.
MATI = (StatusPeraturan.DICABUT, StatusPeraturan.SELESAI)
# A verdict with which a text opens, as readers know it: "Boleh bersyarat".
AWAL = re.compile("|".join(sorted((rf"{nilai.replace('-', ' ')}\b" for nilai in NilaiPutusan), key=len, reverse=True)), re.IGNORECASE)
# Verdicts that say nothing without what only a row can hold: its conditions, its two readings.
PERLU_BARIS = (NilaiPutusan.BOLEH_BERSYARAT, NilaiPutusan.DIPERSELISIHKAN)


def problems(handbook: Handbook, letak: Letak) -> Iterator[Problem]:
    """Give every row that lacks something or clashes with another."""
    for entri in handbook.perbuatan.values():
        yield from _main(letak, entri)
        yield from _contradicted(letak, entri)
        yield from _rest(letak, entri)
        yield from _in_force(handbook, letak, entri.path, ("selebihnya",), entri.halaman.selebihnya.dasar, None)
        for number, row in enumerate(entri.halaman.putusan):
            yield from _complete(letak, entri.path, ("putusan", number), row)
            yield from _in_force(handbook, letak, entri.path, ("putusan", number), row.dasar, row.selesai)
        for first, second in combinations(range(len(entri.halaman.putusan)), 2):
            yield from _clash(letak, entri, first, second)


def _main(letak: Letak, entri: Entri[Perbuatan]) -> Iterator[Problem]:
    """The first row leads the page, its card and the search wherever and whenever somebody reads them: so it holds there and then."""
    row = entri.halaman.putusan[0]
    if bounds := [key for key in ("wilayah", "mulai", "selesai") if getattr(row, key) is not None]:
        found, expected = f"baris pertama dengan {', '.join(bounds)}", "jawaban utama nasional tanpa batas waktu; yang terbatas sesudahnya"
        yield letak.problem(entri.path, ("putusan", 0), "putusan-utama", found=found, expected=expected, example=f"hapus {bounds[0]}")


def _contradicted(letak: Letak, entri: Entri[Perbuatan]) -> Iterator[Problem]:
    """The summary and the reasons stand beside verdicts, and alone in a preview: they open with no other one."""
    act = entri.halaman
    told: list[tuple[Loc, str, NilaiPutusan]] = [(("ringkas",), act.ringkas, act.putusan[0].nilai)]
    told += [(("putusan", number, "alasan"), row.alasan, row.nilai) for number, row in enumerate(act.putusan)]
    for loc, text, nilai in (*told, (("selebihnya", "alasan"), act.selebihnya.alasan, act.selebihnya.nilai)):
        opening = AWAL.match(text)
        if opening and opening[0].lower() not in (nilai.replace("-", " "), nilai.partition("-")[0]):
            found, expected = f"«{opening[0]} …» pada putusan {nilai}", "kalimat yang tidak dibuka dengan putusan lain"
            yield letak.problem(
                entri.path, loc, "putusan-lain", found=found, expected=expected, example=nilai.replace("-", " ").capitalize()
            )


def _rest(letak: Letak, entri: Entri[Perbuatan]) -> Iterator[Problem]:
    nilai = entri.halaman.selebihnya.nilai
    if nilai in PERLU_BARIS:
        found, expected = f"selebihnya {nilai}", "belum-diatur, boleh, atau dilarang; syarat dan pandangan hanya ada pada baris putusan"
        loc = ("selebihnya", "nilai")
        yield letak.problem(entri.path, loc, "putusan-kurang", found=found, expected=expected, example="nilai: belum-diatur")


def _complete(letak: Letak, path: str, loc: Loc, row: Putusan) -> Iterator[Problem]:
    lacks = {
        NilaiPutusan.BOLEH_BERSYARAT: [("syarat", not row.syarat, 'syarat: ["Ada surat tugas tertulis."]')],
        NilaiPutusan.DIPERSELISIHKAN: [
            ("pandangan", len(row.pandangan) < 2, "pandangan: (dua pandangan, masing-masing pihak, isi, sumber)"),
            ("pilihan_aman", not row.pilihan_aman, 'pilihan_aman: "Jangan hadir."'),
        ],
    }
    for key, lacking, example in lacks.get(row.nilai, []):
        if lacking:
            yield letak.problem(
                path, loc, "putusan-kurang", found=f"putusan {row.nilai} tanpa {key} yang cukup", expected=key, example=example
            )
    if row.nilai is not NilaiPutusan.DIPERSELISIHKAN and row.pandangan:
        yield letak.problem(
            path,
            loc,
            "putusan-kurang",
            found=f"pandangan pada putusan {row.nilai}",
            expected="nilai diperselisihkan",
            example="nilai: diperselisihkan",
        )


def _in_force(handbook: Handbook, letak: Letak, path: str, loc: Loc, grounds: tuple[Dasar, ...], selesai: date | None) -> Iterator[Problem]:
    """An answer without a living ground has ended: a day far ahead would let it outlive its rule."""
    found = [match for dasar in grounds if (match := handbook.pasal(dasar))]
    live = [pasal for entri, pasal in found if pasal.berlaku and entri.halaman.status not in MATI]
    ended = selesai is not None and selesai <= letak.as_of
    if found and len(found) == len(grounds) and not live and not ended:
        expected = "minimal satu dasar yang masih berlaku, atau pada baris putusan tanggal «selesai» yang sudah lewat"
        yield letak.problem(path, (*loc, "dasar"), "dasar-mati", found=", ".join(grounds), expected=expected, example="selesai: 2024-12-31")


def _clash(letak: Letak, entri: Entri[Perbuatan], first: int, second: int) -> Iterator[Problem]:
    a, b = entri.halaman.putusan[first], entri.halaman.putusan[second]
    if not a.overlaps(b):
        return
    shared = f"{', '.join(sorted(set(a.peran) & set(b.peran)))} / {', '.join(sorted(set(a.tahap) & set(b.tahap)))}"
    other = letak.line(entri.path, ("putusan", first))
    if a.wilayah == b.wilayah:
        yield letak.problem(
            entri.path,
            ("putusan", second),
            "putusan-bertumpang",
            found=f"{b.nilai} dan {a.nilai} (baris {other}) untuk {shared}",
            expected="satu putusan untuk setiap peran, tahap, dan masa",
            example="pisahkan peran atau tahapnya",
        )
    elif None in (a.wilayah, b.wilayah):
        regional, national = (a, b) if a.wilayah else (b, a)
        if regional.nilai.keketatan < national.nilai.keketatan:
            yield letak.problem(
                entri.path,
                ("putusan", second),
                "putusan-melemah",
                found=f"{regional.nilai} di {regional.wilayah}, {national.nilai} nasional (baris {other})",
                expected="aturan daerah menambah, tidak melemahkan",
                example=f"nilai: {national.nilai}",
            )
