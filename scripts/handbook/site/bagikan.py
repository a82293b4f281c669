"""Bagikan: an answer as a few lines to pass on. The address names the state that was passed on, so that its page can tell what changed.

That state stands in the fragment ("#kartu-2026-11-22-1a2b3c4d": day of the last review, version of the page), which no server sees.
"""

from urllib.parse import quote

from handbook.model.entri import Entri
from handbook.model.halaman import Halaman
from handbook.model.handbook import Handbook
from handbook.model.perbuatan import Perbuatan

from .baris import dasar_utama, sebutan
from .edisi import Edisi
from .label import label, tanggal

WHATSAPP = "https://wa.me/?text="
# Grounds that are named; the page names them all.
TERDEPAN = 2


def keadaan(entri: Entri[Halaman]) -> str:
    """Name the state of a page: "2026-11-22-1a2b3c4d"."""
    return f"{entri.halaman.per}-{entri.versi}"


def alamat(entri: Entri[Halaman], edisi: Edisi) -> str:
    """Give the address to pass on."""
    return f"{edisi.situs}{entri.url}#kartu-{keadaan(entri)}"


def dasar(handbook: Handbook, act: Perbuatan) -> str:
    """Name the leading grounds of the main answer."""
    grounds = [sebutan(handbook, one) for one in dasar_utama(act.baris_utama)]
    rest = len(grounds) - TERDEPAN
    return "; ".join(grounds[:TERDEPAN]) + (f"; dan {rest} lainnya" if rest > 0 else "")


def per(entri: Entri[Halaman]) -> str:
    """Say as of when. Only an answer holds; a page may tell of a rule that no longer does."""
    return f"{'Berlaku' if isinstance(entri.halaman, Perbuatan) else 'Keadaan'} per {tanggal(entri.halaman.per)}"


def jawaban(act: Perbuatan) -> str:
    """Name the verdicts, the main one first, as far as a line can tell them."""
    main, *others = (label(nilai) for nilai in act.nilai_utama)
    return main + (f"; untuk peran atau tahap lain: {', '.join(others).lower()}" if others else "")


def teks(handbook: Handbook, entri: Entri[Perbuatan], edisi: Edisi) -> str:
    """Tell the answer in a few lines, the address last."""
    act = entri.halaman
    return "\n".join(
        (
            act.tanya,
            f"Jawaban: {jawaban(act)}.",
            act.ringkas,
            f"Dasar: {dasar(handbook, act)}.",
            f"{per(entri)}. Jawaban terkini menurut peran Anda: {alamat(entri, edisi)}",
        )
    )


def whatsapp(text: str) -> str:
    """Give the address that offers a text to a chat of the reader's choice."""
    return WHATSAPP + quote(text, safe="")
