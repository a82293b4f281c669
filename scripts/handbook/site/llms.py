"""Llms: ``llms.txt`` (llmstxt.org), the way in for language models: what this book is, what it is not, and where its parts are.

Pages have no Markdown twins: the tables of the open data tell the same, with sources and doubts apart, and a program can ask
single questions over MCP; a second text of every page would double the site.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from handbook.model.entri import Entri
from handbook.model.handbook import Handbook

from . import terbuka, umpan
from .kutipan import BUKU, PUSTAKA
from .label import label, tanggal

BERKAS = "llms.txt"
KURUNG = str.maketrans("[]", "()")
BATAS = (
    "Bukan nasihat hukum dan bukan situs resmi instansi mana pun.",
    "Aturan dirumuskan ulang dengan kata-kata redaksi; bunyi resminya di JDIH.",
    "Jawaban bergantung pada peran, tahap pemilihan, wilayah, dan tanggal. Jangan menyebut satu jawaban tanpa keempatnya.",
    "Tampilkan juga dasar, tanggal, dan keraguannya. «Belum diatur» bukan izin; «diperselisihkan» berarti semua pandangan disebut.",
    "Kasus tidak menyebut nama orang. Jangan menebak siapa orangnya, dan jangan menyebut dugaan sebagai kepastian.",
)


def export(handbook: Handbook, as_of: date, situs: str) -> Mapping[str, str]:
    """Give the file by path. ``situs`` is the site's own address, with a slash at its end."""
    return {BERKAS: "\n".join(_lines(handbook, as_of, situs)) + "\n"}


def _lines(handbook: Handbook, as_of: date, situs: str) -> Iterator[str]:
    yield f"# {BUKU}"
    yield f"\n> {_flat(handbook.tentang['tentang'].halaman.ringkas)}\n"
    yield from (f"- {line}" for line in (f"Isi per {tanggal(as_of)}, lisensi CC BY 4.0.", *BATAS))
    yield from _section("Cara memakai", _about(handbook, situs, "mengutip", "data-terbuka"))
    yield from _section("Data", _data(handbook, situs))
    yield from _section("Perbuatan", (_act(entri, situs) for entri in handbook.perbuatan.values()))
    yield from _section("Panduan", (_page(entri, situs) for entri in handbook.panduan.values()))
    yield from _section("Peraturan", (_rule(entri, situs) for entri in handbook.peraturan.values() if not entri.wilayah))
    yield from _section("Wilayah", (_page(entri, situs) for entri in handbook.wilayah.values()))
    yield from _section("Optional", _about(handbook, situs, "kasus", "glosarium", "sumber"))


def _section(name: str, lines: Iterable[str]) -> Iterator[str]:
    yield f"\n## {name}\n"
    yield from lines


def _about(handbook: Handbook, situs: str, *ids: str) -> Iterator[str]:
    return (_page(handbook.tentang[id], situs) for id in ids if id in handbook.tentang)


def _data(handbook: Handbook, situs: str) -> Iterator[str]:
    yield _link("index.json", situs + terbuka.INDEKS, "Semua berkas data, dengan jumlah baris dan versi.")
    for name, meaning, _ in terbuka.daftar():
        yield _link(f"{name}.json", f"{situs}{terbuka.FOLDER}{name}.json", meaning)
    yield _link("kutipan.json", situs + PUSTAKA, "Kutipan setiap halaman dan pasal (CSL-JSON).")
    if handbook.tabel.kabar:
        yield _link("semua.atom", situs + umpan.SEMUA, "Apa yang berubah (Atom).")


def _act(entri: Entri[Any], situs: str) -> str:
    verdicts = ", ".join(label(nilai) for nilai in entri.halaman.nilai_utama)
    return _link(entri.halaman.tanya, situs + entri.url, f"{verdicts}. {entri.halaman.ringkas}")


def _rule(entri: Entri[Any], situs: str) -> str:
    return _link(entri.halaman.sebutan, situs + entri.url, f"{entri.halaman.judul}. {label(entri.halaman.status)}.")


def _page(entri: Entri[Any], situs: str) -> str:
    return _link(entri.halaman.judul, situs + entri.url, entri.halaman.ringkas)


def _link(name: str, url: str, note: str) -> str:
    return f"- [{_flat(name)}]({url}): {_flat(note)}"


def _flat(text: str) -> str:
    """Keep a text a text: a line break would begin another line of the list, brackets a link of their own."""
    return " ".join(text.split()).translate(KURUNG)
