"""Buku: a whole book of any size, with fictional law, regions and words, the same for the same size; it passes the check.

    python -m tests.bench.buku FOLDER PAGES

The small fictional book of the tests is the national frame. Around it come regulations, acts and cases of the country, and
regions, one in twenty pages as in the real country's 514 of 10,000, each with its circulars, cases and sources. Popularity is
uneven, as in life: a few provisions and acts are cited by hundreds of pages. A page has ten sections on average.
"""

import random
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from tests.bench.kata import Penutur
from tests.bench.tulis import halaman, tabel
from tests.site_build import ROOT

KERANGKA = ROOT / "tests/fixtures/buku"
BENIH = 514
PER_WILAYAH = 10_000 / 514  # pages for one region
NASIONAL = {"peraturan": 0.04, "perbuatan": 0.005, "kasus": 0.02}  # shares of all pages
PERBUATAN = (4, 60)  # acts: what people ask about does not grow with the country
KASUS = 4  # one page of a region in so many is a case
TINJAUAN = (
    {"tanggal": "2001-06-01", "oleh": "redaksi", "terhadap": ["warta-cemara"], "hasil": "Naskahnya dibaca dari awal sampai akhir."},
)
BERAKHIR = {"keyakinan": "satu-berita"}


@dataclass
class Buku:
    """What has been made so far, to refer to, and the dice."""

    halaman: int
    dadu: random.Random = field(default_factory=lambda: random.Random(BENIH))  # noqa: S311 - dice of a game, not of a lock
    pasal: list[str] = field(default_factory=lambda: ["pp-1-2001#pasal-9"])
    perbuatan: list[str] = field(default_factory=lambda: ["hadir"])

    @cached_property
    def penutur(self) -> Penutur:
        """Who words everything."""
        return Penutur(self.dadu)

    def populer(self, daftar: Sequence[str], banyak: int) -> list[str]:
        """Choose a few, the first of the list far more often than the last."""
        return sorted({daftar[int(len(daftar) * self.dadu.random() ** 3)] for _ in range(banyak)})

    def klaim(self, sumber: str) -> dict[str, Any]:
        """Make a statement with its source."""
        return {"isi": self.penutur.kalimat(2), "sumber": [sumber], **BERAKHIR}

    def kepala(self, id: str, judul: str) -> dict[str, Any]:
        """Make what every page of law begins with."""
        return {"id": id, "judul": judul, "ringkas": self.penutur.kalimat(2), "diverifikasi": TINJAUAN, "tinjau_sebelum": "2001-11-28"}


def tulis(folder: Path, halaman: int) -> None:
    """Write a book of ``halaman`` pages into ``folder``, which must not exist yet."""
    shutil.copytree(KERANGKA, folder)
    buku = Buku(halaman)
    for path, text in isi(buku, halaman - sum(1 for _ in folder.rglob("*.md"))):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


def isi(buku: Buku, sisa: int) -> Iterator[tuple[str, str]]:
    """Give the files beyond the frame: path and text; ``sisa`` of them are pages."""
    regions = [f"kota-{number + 1:03}" for number in range(max(2, round(buku.halaman / PER_WILAYAH)))]
    acts = min(max(round(buku.halaman * NASIONAL["perbuatan"]), PERBUATAN[0]), PERBUATAN[1])
    rules, cases = (round(buku.halaman * NASIONAL[kind]) for kind in ("peraturan", "kasus"))
    for number in range(rules):
        yield f"peraturan/uu-{number + 1}-2000.md", _peraturan(buku, f"uu-{number + 1}-2000", f"UU {number + 1}/2000", "warta-cemara")
    for number in range(acts):
        yield f"perbuatan/perbuatan-{number + 1}.md", _perbuatan(buku, number, regions[number::acts])
    for number in range(cases):
        yield f"kasus/kasus-{number + 1}.md", _kasus(buku, f"kasus-{number + 1}", "warta-cemara")
    left = sisa - rules - acts - cases
    for number, id in enumerate(regions):
        yield from _wilayah(buku, id, left // len(regions) + (number < left % len(regions)))


def _wilayah(buku: Buku, id: str, pages: int) -> Iterator[tuple[str, str]]:
    sumber = f"warta-{id}"
    yield f"wilayah/{id}/_data/sumber.yml", tabel([_sumber(buku, name) for name in (sumber, f"{sumber}-2")])
    yield f"wilayah/{id}/index.md", _profil(buku, id, sumber)
    for number in range(1, pages):
        folder, kind = ("kasus", "kasus") if number % KASUS == 0 else ("edaran", "se")
        name = f"{kind}-{number}-{id}"
        text = _kasus(buku, name, sumber, _nama(id)) if kind == "kasus" else _peraturan(buku, name, f"SE {number}/2001 {_nama(id)}", sumber)
        yield f"wilayah/{id}/{folder}/{name}.md", text


def _nama(id: str) -> str:
    return id.replace("-", " ").title()


def _sumber(buku: Buku, id: str) -> dict[str, Any]:
    address = f"https://{id}.example/{buku.dadu.randrange(10**6)}"
    return {
        "id": id,
        "judul": buku.penutur.judul(),
        "penerbit": _nama(id),
        "tanggal": "2001-05",
        "url": address,
        "jenis": "berita",
        "cara_baca": "cuplikan",
        "diperiksa": "2001-06-01",
    }


def _profil(buku: Buku, id: str, sumber: str) -> str:
    kanal = {"id": f"pengawas-{id}", "nama": f"Pengawas {_nama(id)}", "dicek": "2001-06-01", "mandiri": "true", **buku.klaim(sumber)}
    return halaman(
        {
            **buku.kepala(id, _nama(id)),
            "nama": _nama(id),
            "provinsi": f"Cemara {int(id[-3:]) % 38 + 1}",
            "dasar": buku.populer(buku.pasal, 3),
            "sumber": [sumber],
            "kanal": [kanal],
            "kegiatan": [{"tanggal": "2001-04", "judul": buku.penutur.judul(), **buku.klaim(sumber)} for _ in range(6)],
            "profil": [buku.klaim(f"{sumber}-2") for _ in range(4)],
            "satgas": [buku.klaim(sumber)],
            "celah": [buku.penutur.kalimat() for _ in range(3)],
        },
        _naskah(buku, "../../", sumber, 2),
    )


def _peraturan(buku: Buku, id: str, sebutan: str, sumber: str) -> str:
    edaran = sebutan.startswith("SE")
    pasal = [
        {"sebutan": f"{'Pokok' if edaran else 'Pasal'} {number}", "perihal": buku.penutur.judul(4), **buku.klaim(sumber)}
        for number in range(1, buku.dadu.randint(5, 17))
    ]
    if not edaran:
        buku.pasal += [f"{id}#pasal-{number}" for number in range(1, len(pasal) + 1)]
    return halaman(
        {
            **buku.kepala(id, f"{buku.penutur.judul()} {sebutan.replace('/', ' ')}"),
            "bentuk": "se" if edaran else "uu",
            "sebutan": sebutan,
            "nomor": f"800/{buku.dadu.randrange(9999)}/V/2001",
            "tahun": sebutan.split("/")[1][:4],
            "status": "berlaku",
            "naskah": "tidak-terbaca",
            "mengikat": ["pegawai"],
            "bagi_anda": buku.penutur.kalimat(2),
            "menambah": buku.penutur.kalimat(),
            "sumber": [sumber],
            "pasal": pasal,
        },
        _naskah(buku, "../../../" if edaran else "../", sumber, 2),
    )


def _kasus(buku: Buku, id: str, sumber: str, daerah: str = "Cemara") -> str:
    return halaman(
        {
            **buku.kepala(id, f"{buku.penutur.judul()} {id.replace('-', ' ')}"),
            "tanggal": f"2001-{buku.dadu.randint(1, 5):02}",
            "daerah": daerah,
            "pemilihan": "Pemilihan 2001",
            "pelaku": "seorang pegawai",
            "kejadian": f"Diduga {buku.penutur.kalimat(2).lower()}",
            "penindak": "Pengawas",
            "hasil": buku.penutur.kalimat(),
            "status": "dugaan",
            "perbuatan": buku.populer(buku.perbuatan, 2),
            "dasar": buku.populer(buku.pasal, 3),
            "pelajaran": buku.penutur.kalimat(),
            "keyakinan": "satu-berita",
            "sumber": [sumber],
        },
        _naskah(buku, "../" if sumber == "warta-cemara" else "../../../", sumber, 3),
    )


def _perbuatan(buku: Buku, number: int, regions: Sequence[str]) -> str:
    id = f"perbuatan-{number + 1}"
    common: Mapping[str, Any] = {"sumber": ["teks-pp-1-2001"], "keyakinan": "primer"}

    def row(nilai: str, tahap: Sequence[str], **more: Any) -> dict[str, Any]:
        grounds = {"alasan": buku.penutur.kalimat(2), "dasar": buku.populer(buku.pasal, 2), **common}
        return {"nilai": nilai, "peran": ["pegawai"], "tahap": tahap, **more, **grounds, "sanksi": ["teguran"]}

    local = [row("dilarang", ["masa"], wilayah=region) for region in regions]
    buku.perbuatan.append(id)
    judul = f"{buku.penutur.judul()} {number + 1}"
    return halaman(
        {
            **buku.kepala(id, judul),
            "tanya": f"Bolehkah saya {judul.lower()}?",
            "kelompok": "acara",
            "sumber": ["teks-pp-1-2001"],
            "alias": [buku.penutur.judul(3) for _ in range(4)],
            "putusan": [row("dilarang", ["masa", "tenang"]), row("belum-diatur", ["luar"]), *local],
            "selebihnya": {
                "nilai": "belum-diatur",
                "alasan": buku.penutur.kalimat(),
                "dasar": ["pp-1-2001#pasal-9"],
                **common,
                "pilihan_aman": buku.penutur.kalimat(),
            },
            "telanjur": [buku.penutur.kalimat() for _ in range(3)],
            "lihat": [other for other in buku.populer(buku.perbuatan, 3) if other != id],
        },
    )


def _naskah(buku: Buku, naik: str, sumber: str, bagian: int) -> str:
    """Word some sections of prose that lead to other pages and name a source."""
    return "\n\n".join(f"## Uraian {number}\n\n{_paragraf(buku, naik, sumber)}" for number in range(1, bagian + 1))


def _paragraf(buku: Buku, naik: str, sumber: str) -> str:
    [act], [rule] = buku.populer(buku.perbuatan, 1), buku.populer(buku.pasal, 1)
    page, _, anchor = rule.partition("#")
    links = f"Lihat [{act}]({naik}perbuatan/{act}.md) dan [{anchor}]({naik}peraturan/{page}.md#{anchor})."
    return f"{buku.penutur.kalimat(3)}[^{sumber}] {links}\n\n- {buku.penutur.kalimat()}\n- {buku.penutur.kalimat()}"


if __name__ == "__main__":
    tulis(Path(sys.argv[1]), int(sys.argv[2]))
