"""Pages: one record to the source text of its page (HTML blocks around the editor's Markdown)."""

import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from handbook.model.dasar import Dasar
from handbook.model.entri import PENANDA, Entri
from handbook.model.halaman import Halaman, Panduan, Tentang
from handbook.model.handbook import Handbook, terbaru
from handbook.model.kasus import StatusKasus
from handbook.model.penentuan import daerah, resolve

from . import bagikan, baris, ics, label, terbuka, umpan
from .edisi import POLOS, Edisi
from .remah import remah
from .rujukan import Rujukan
from .tautan import relatif

# Markers that stand together become one group of numbers.
PENANDA_BERSAMA = re.compile(rf"(?:{PENANDA.pattern})+")

# A link of the prose that leaves the site, as the Markdown converter writes it: the templates' own carry more attributes.
LUAR = re.compile(r'<a href="https://[^"]*"(?=>| title="[^"]*">)')

# Kinds of page that share a template; the others are named as their kind.
TEMPLATES: dict[type[Halaman], str] = {Panduan: "prosa", Tentang: "prosa"}


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        label=label.label, tanggal=label.tanggal, rentang=label.rentang, bilangan=label.bilangan, StatusKasus=StatusKasus,
        PENAFIAN=label.PENAFIAN,
    )  # fmt: skip
    environment.filters["whatsapp"] = bagikan.whatsapp
    environment.filters["sebaris"] = sebaris
    environment.filters["kapital"] = lambda text: text[:1].upper() + text[1:]
    return environment


def sebaris(text: str) -> Markup:
    """Escape a text of several lines for an attribute: no text may begin a line of a page's source, where it could be Markdown.

    >>> str(sebaris("a & b\\n~~~"))
    'a &amp; b&#10;~~~'
    """
    return escape(text).replace("\n", Markup("&#10;"))


def template(name: str) -> Template:
    """Give one of the templates in ``templates/``, by name without its ending."""
    return _environment().get_template(f"{name}.html")


def render(handbook: Handbook, entri: Entri[Halaman], as_of: date, edisi: Edisi = POLOS) -> str:
    """Give the source of a page for the Markdown converter; ``edisi`` says what can be passed on of it.

    Every text of the record is escaped by the templates. The editor's prose goes in as Markdown, its ``[^id]`` markers
    replaced by links into the page's list of sources.
    """
    page = entri.halaman
    kind = "beranda" if entri.path == "index.md" else TEMPLATES.get(type(page), type(page).__name__.lower())
    return template(kind).render(_context(handbook, entri, as_of, edisi))


def _context(handbook: Handbook, entri: Entri[Halaman], as_of: date, edisi: Edisi) -> dict[str, Any]:
    def tautan(ke: Entri[Halaman], anchor: str = "") -> str:
        return relatif(entri.url, ke.url, anchor)

    def sitasi(dasar: Dasar) -> Markup:
        return Markup('<a class="sitasi" href="{}">{}</a>').format(
            tautan(handbook.peraturan[dasar.peraturan], dasar.anchor), baris.sebutan(handbook, dasar)
        )

    rujukan = Rujukan(handbook)
    return {
        "h": handbook,
        "e": entri,
        "p": entri.halaman,
        "as_of": as_of,
        "rujukan": rujukan,
        "edisi": edisi,
        # Called where the prose stands, so that its sources are numbered in reading order.
        "naskah": lambda: _naskah(entri.isi.strip(), rujukan),
        "tautan": tautan,
        "alamat": lambda url, anchor="": relatif(entri.url, url, anchor),
        "sitasi": sitasi,
        "siapa": lambda peran: baris.siapa(handbook, peran),
        "kapan": lambda tahap: baris.kapan(handbook, tahap),
        "cakupan": lambda rows: baris.cakupan(handbook, rows),
        "tentukan": lambda perbuatan, peran, tahap, wilayah: resolve(perbuatan, peran, tahap, as_of, wilayah),
        "daerah": lambda perbuatan: daerah(handbook, perbuatan),
        "remah": [(one.nama, relatif(entri.url, one.url, one.anchor)) for one in remah(handbook, entri)],
        "jangkar": baris.jangkar,
        "jangkar_per_baris": lambda perbuatan: baris.jangkar_per_baris(handbook, perbuatan, as_of),
        "dasar_utama": baris.dasar_utama,
        "sanksi_utama": baris.sanksi_utama,
        "terberat": lambda ids: baris.terberat(handbook, ids),
        "baris_peran": baris.baris_peran,
        "data_terbuka": terbuka.daftar,
        "riwayat": lambda halaman: umpan.riwayat(handbook, halaman),
        "kabar_terbaru": lambda: umpan.terbaru(handbook.tabel.kabar),
        "disebut": lambda kabar: tuple(umpan.disebut(handbook, kabar)),
        "umpan_semua": umpan.SEMUA,
        "feed": lambda kalender: ics.berkas(handbook, kalender),
        "terbaru": terbaru,
        "teks_bagikan": lambda: bagikan.teks(handbook, handbook.perbuatan[entri.halaman.id], edisi),
        "keadaan": bagikan.keadaan(entri),
        "pengutip": lambda dasar: handbook.pengutip.get(dasar, ()),
        "pemakai": lambda id: handbook.pemakai.get(id, ()),
    }


def _naskah(body: str, rujukan: Rujukan) -> Markup:
    marked = PENANDA_BERSAMA.sub(lambda match: str(rujukan.tanda(PENANDA.findall(match[0]))), body)
    # Markdown for the converter, set off by blank lines; the loader has refused raw HTML in it.
    return Markup(f"\n\n{marked}\n\n") if marked else Markup("")  # noqa: S704


def mark_outward(html: str) -> str:
    """Give the links of the prose that leave the site the attributes that the templates give theirs.

    >>> mark_outward('<a href="https://contoh.example/">c</a>')
    '<a href="https://contoh.example/" rel="noopener noreferrer external">c</a>'
    """
    return LUAR.sub(lambda match: f'{match[0]} rel="noopener noreferrer external"', html)
