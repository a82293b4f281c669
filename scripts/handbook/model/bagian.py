"""Bagian: one section of a page, as the search sees it."""

from dataclasses import dataclass, field

# Anchors of the pages' own parts: a heading of the prose that took one would lead its links to the wrong place.
JANGKAR_HALAMAN = frozenset(
    {
        "aturan", "bagi-anda", "boleh", "cari-hasil", "cari-judul", "cari-kueri", "cari-templat", "celah", "dasar", "edaran",
        "identitas", "isi", "jawaban", "jawaban-selebihnya", "kasus", "keadaan", "kegiatan", "kejadian", "ketentuan", "lihat",
        "melapor", "mitos", "pelajaran", "perubahan", "profil", "ralat", "satgas", "sumber", "telanjur", "tetangga",
    }
)  # fmt: skip


@dataclass(frozen=True)
class KartuPeran:
    """What the card of an act says to certain roles, where that is not its main answer. ``jangkar`` leads to the row."""

    peran: tuple[str, ...]
    jangkar: str
    putusan: tuple[str, ...]
    ringkas: str
    siapa: str
    dasar: str
    sanksi: str


@dataclass(frozen=True)
class Kartu:
    """The answer card of an act: what a reader sees before any result."""

    tanya: str
    putusan: tuple[str, ...]  # values of NilaiPutusan, the main answer first
    ringkas: str
    siapa: str
    dasar: str
    sanksi: str
    peran: tuple[KartuPeran, ...] = ()


@dataclass(frozen=True)
class Bagian:
    """A section with its own anchor. The lead of a page has ``anchor == ""`` and carries the page's
    aliases, citations and card; every text is plain (no Markdown, no HTML)."""

    url: str  # relative to the site's root, ends with "/": "perbuatan/menyukai-unggahan/"; "" is the home page
    anchor: str  # fragment without "#"
    halaman: str  # the page's title
    judul: str  # the section's heading; "" for the lead
    teks: str
    jenis: str  # perbuatan, peraturan, edaran, kasus, wilayah, panduan, tentang
    wilayah: str | None = None
    putusan: tuple[str, ...] = ()
    alias: tuple[str, ...] = ()
    sitasi: tuple[str, ...] = ()  # as lawyers write them: "PP 94/2021", "Pasal 5 huruf n angka 5", a circular's number
    status: str | None = None  # of a regulation: berlaku, dicabut, …
    pengganti: tuple[str, str] | None = None  # (title, url) of what replaced a rule no longer in force
    kartu: Kartu | None = field(default=None, compare=False)

    @property
    def alamat(self) -> str:
        """The address of the section relative to the site's root."""
        return f"{self.url}#{self.anchor}" if self.anchor else self.url
