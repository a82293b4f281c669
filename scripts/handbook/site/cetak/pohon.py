"""Pohon: a page's HTML, as readers get it, to a tree of the few things that paper has. Nothing unknown gets through.

A node is a text, or a mapping with its kind under ``t`` and what it holds under ``c``. The typesetter reads the tree as data,
never as markup, so that no text can mean anything there. Kinds: ``judul`` (``tingkat``, ``id``), ``jangkar`` (``id``), ``p``,
``kotak`` and ``gaya`` (how they look is ``gaya``), ``daftar`` (items), ``rinci`` (pairs of term and explanation), ``tabel``,
``kuat``, ``miring``, ``kecil``, ``kode``, ``putusan`` and ``status`` (``nilai``), ``tautan`` (``ke``), ``rujuk`` (sources), ``baris``,
``garis``, ``naskah`` (``teks``, line by line as it stands).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from posixpath import normpath

from .rapat import Simpul, rapat
from .unsur import Unsur, unsur

# Left out on paper: ways through the site, tools, what only repeats the rows, what only ears need; sources get a list of their own.
TANPA_CETAK = frozenset({
    "remah", "pintas", "jangkar", "simpan", "lihat", "susunan", "tinjauan", "sumber", "tersembunyi", "pengutip",
    "statistik__batang", "kutip", "alat-halaman",
})  # fmt: skip
BISU = frozenset({"nav", "svg", "form", "script", "style", "template"})
# Boxes that look like something; the others only group, and what they hold stands where they stood.
KOTAK = frozenset({"judul", "jawaban", "pandangan", "aman", "pengganti", "ralat", "baris", "pasal", "kaki-halaman", "alur", "tangga"})
WADAH = frozenset({"div", "section", "article", "header", "footer", "figure", "main", "aside", "details", "span"})
HIASAN = {"strong": "kuat", "b": "kuat", "em": "miring", "i": "miring", "small": "kecil", "code": "kode"}
JUDUL = re.compile(r"h([1-6])")
LUAR = "https://"
SUMBER = "#sumber-"


class TakTercetak(ValueError):
    """A page holds what paper cannot show."""

    def __init__(self, url: str, apa: str) -> None:
        super().__init__(f"Halaman «{url}» tidak dapat dicetak: {apa}")

    @classmethod
    def unsur(cls, url: str, tag: str) -> "TakTercetak":
        """An element without a form on paper."""
        return cls(url, f"<{tag}> belum punya bentuk cetak; beri di scripts/handbook/site/cetak/pohon.py")


def pohon(html: str, url: str) -> list[Simpul]:
    """Read the HTML of the page at ``url`` (relative to the site's root). Links and anchors come out relative to the root too.

    Raises TakTercetak on an element that has no form on paper, and on elements within elements without end.
    """
    try:
        return rapat(_Penerjemah(url).isi(unsur(html)))
    except RecursionError:
        raise TakTercetak(url, "daftar atau kutipannya terlalu dalam bersarang; kurangi tingkatnya") from None


@dataclass(frozen=True)
class _Penerjemah:
    """Turns the elements of one page into nodes."""

    url: str

    def isi(self, induk: Unsur) -> list[Simpul]:
        return [simpul for anak in induk.isi for simpul in ([anak] if isinstance(anak, str) else self.simpul(anak))]

    def simpul(self, anak: Unsur) -> list[Simpul]:
        if not _tercetak(anak):
            return []
        id = self._alamat(anak)
        if match := JUDUL.fullmatch(anak.tag):
            return [{"t": "judul", "tingkat": int(match[1]), "id": id, "c": self.isi(anak)}]
        return [*([{"t": "jangkar", "id": id}] if id else []), *self._bentuk(anak)]

    def _bentuk(self, anak: Unsur) -> list[Simpul]:
        if anak.tag in HIASAN:
            return [{"t": HIASAN[anak.tag], "c": self.isi(anak)}]
        if anak.tag in WADAH:
            return self._wadah(anak)
        builder = BENTUK.get(anak.tag)
        if builder is None:
            raise TakTercetak.unsur(self.url, anak.tag)
        return builder(self, anak)

    def _wadah(self, anak: Unsur) -> list[Simpul]:
        for kind in ("putusan", "status"):
            if kind in anak.kelas:
                nilai = [kelas.partition("--")[2] for kelas in anak.kelas if "--" in kelas]
                return [{"t": kind, "nilai": nilai[0] if nilai else "", "besar": "besar" in nilai, "c": self.isi(anak)}]
        if anak.tag == "span" and anak.kelas:
            return [{"t": "gaya", "gaya": anak.kelas[0], "c": self.isi(anak)}]
        gaya = next((kelas for kelas in anak.kelas if kelas in KOTAK), None)
        return [{"t": "kotak", "gaya": gaya, "c": self.isi(anak)}] if gaya else self.isi(anak)

    def paragraf(self, anak: Unsur) -> list[Simpul]:
        gaya = anak.kelas[0] if anak.kelas else anak.tag
        return [{"t": "kotak" if gaya in KOTAK else "p", "gaya": gaya, "c": self.isi(anak)}]

    def daftar(self, anak: Unsur) -> list[Simpul]:
        butir = [self.simpul(li) for li in anak.cari("li")]
        return [{"t": "daftar", "pola": self._pola(anak), "mulai": int(anak.attrs.get("start", "1")), "c": butir}] if butir else []

    def _pola(self, anak: Unsur) -> str:
        """Give how items are counted ("1", "a", "I" …); "" is not at all. A timeline counts by its days."""
        return anak.attrs.get("type", "1") if anak.tag == "ol" and "garis-waktu" not in anak.kelas else ""

    def rinci(self, anak: Unsur) -> list[Simpul]:
        bagian = list(anak.cari("dt", "dd"))
        pasangan = [[self.isi(dt), self.isi(dd)] for dt, dd in zip(bagian[::2], bagian[1::2], strict=True)]
        return [{"t": "rinci", "c": pasangan}] if pasangan else []

    def tabel(self, anak: Unsur) -> list[Simpul]:
        nama = [simpul for caption in anak.cari("caption") if _tercetak(caption) for simpul in self.isi(caption)]
        rows = [list(row.cari("th", "td")) for row in anak.cari("tr")]
        kepala = [row for row in rows if all(cell.tag == "th" for cell in row)]
        baris = [self._sel(row) for row in rows if row not in kepala]
        return [{"t": "tabel", "nama": nama, "kepala": [self._sel(row) for row in kepala], "c": baris}]

    def _sel(self, row: list[Unsur]) -> list[list[Simpul]]:
        return [self.isi(cell) for cell in row if _tercetak(cell)]

    def tautan(self, anak: Unsur) -> list[Simpul]:
        href = anak.attrs.get("href", "")
        return [{"t": "tautan", "ke": href if href.startswith(LUAR) else mutlak(self.url, href), "c": self.isi(anak)}]

    def rujuk(self, anak: Unsur) -> list[Simpul]:
        """Give the sources that a marker names; each document numbers them anew."""
        ids = [link.attrs["href"].removeprefix(SUMBER) for link in anak.cari("a") if link.attrs["href"].startswith(SUMBER)]
        if not ids:
            raise TakTercetak.unsur(self.url, anak.tag)
        return [{"t": "rujuk", "id": ids}]

    def gambar(self, anak: Unsur) -> list[Simpul]:
        """Give a picture as the words that stand for it, and the way to it: on paper it would be too small, or too heavy to send."""
        return [{"t": "tautan", "ke": mutlak(self.url, anak.attrs["src"]), "c": [f"Gambar: {anak.attrs.get('alt', '')}"]}]

    def _alamat(self, anak: Unsur) -> str:
        return f"{self.url}#{anak.attrs['id']}" if anak.attrs.get("id") else ""


BENTUK: Mapping[str, Callable[[_Penerjemah, Unsur], list[Simpul]]] = {
    "p": _Penerjemah.paragraf,
    "figcaption": _Penerjemah.paragraf,
    "ul": _Penerjemah.daftar,
    "ol": _Penerjemah.daftar,
    "li": _Penerjemah.isi,
    "dl": _Penerjemah.rinci,
    "table": _Penerjemah.tabel,
    "a": _Penerjemah.tautan,
    "sup": _Penerjemah.rujuk,
    "blockquote": lambda self, anak: [{"t": "kotak", "gaya": "kutipan", "c": self.isi(anak)}],
    "br": lambda self, anak: [{"t": "baris"}],
    "hr": lambda self, anak: [{"t": "garis"}],
    "img": _Penerjemah.gambar,
    "pre": lambda self, anak: [{"t": "naskah", "teks": _teks(anak).strip("\n")}],
}


def mutlak(url: str, href: str) -> str:
    """Give the address, relative to the root, that ``href`` on the page at ``url`` leads to.

    >>> mutlak("perbuatan/memilih/", "../../peraturan/pp-94-2021/#pasal-5"), mutlak("perbuatan/memilih/", "#boleh")
    ('peraturan/pp-94-2021/#pasal-5', 'perbuatan/memilih/#boleh')
    """
    path, hash, anchor = href.partition("#")
    if not path:
        return f"{url}{hash}{anchor}"
    whole = normpath(f"/{url}{path}").removeprefix("/")
    return whole + ("/" if whole and path.endswith(("/", ".")) else "") + hash + anchor


def _teks(anak: Unsur) -> str:
    return "".join(one if isinstance(one, str) else _teks(one) for one in anak.isi)


def _tercetak(anak: Unsur) -> bool:
    return anak.tag not in BISU and TANPA_CETAK.isdisjoint(anak.kelas)
