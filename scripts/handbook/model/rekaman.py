"""The base of every record, and the small values that records share."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints


class Rekaman(BaseModel):
    """A frozen record; a key the schema does not know is a fault, never ignored."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Keyakinan(StrEnum):
    """How well a statement is founded."""

    PRIMER = "primer"
    SEKUNDER = "sekunder"
    SATU_BERITA = "satu-berita"
    PERLU_VERIFIKASI = "perlu-verifikasi"

    @property
    def meragukan(self) -> bool:
        """True when a reader must see the doubt beside the statement."""
        return self in (Keyakinan.SATU_BERITA, Keyakinan.PERLU_VERIFIKASI)


@dataclass(frozen=True)
class Rujuk:
    """Marks an id as a reference to a record of ``kind``: the check that it resolves reads this, and so does the schema."""

    kind: str


_ID = StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)
Slug = Annotated[str, _ID]
SumberId = Annotated[str, _ID, Rujuk("Sumber")]
PeraturanId = Annotated[str, _ID, Rujuk("Peraturan")]
PerbuatanId = Annotated[str, _ID, Rujuk("Perbuatan")]
WilayahId = Annotated[str, _ID, Rujuk("Wilayah")]
PeranId = Annotated[str, _ID, Rujuk("Peran")]
TahapId = Annotated[str, _ID, Rujuk("Tahap")]
SanksiId = Annotated[str, _ID, Rujuk("Sanksi")]
KelompokId = Annotated[str, _ID, Rujuk("Kelompok")]
# A text is one line: what begins a line of a page's source could be taken for Markdown.
SATU_BARIS = r"^[^\x00-\x1f\x7f-\x9f\u2028\u2029]*$"
Teks = Annotated[str, StringConstraints(pattern=SATU_BARIS, min_length=2, max_length=1500, strip_whitespace=True)]
# What a card or a line of search results holds as a whole: a longer summary would be cut there, or not fit at all.
Ringkas = Annotated[str, StringConstraints(pattern=SATU_BARIS, min_length=2, max_length=400, strip_whitespace=True)]
Judul = Annotated[str, StringConstraints(pattern=r"^[^<>&*_`\[\]{}|#\\\x00-\x1f\x7f-\x9f\u2028\u2029]+$", min_length=3, max_length=140)]
# Where an address may lead, and no program reads it another way: nothing before the host ("https://jdih.go.id@" is another one), no letter
# that only looks like one of jdih.go.id or becomes a sign of an address elsewhere ("／", "。"), no brackets of an IP address.
INANG = r"https://[A-Za-z0-9.-]+(?::[0-9]{1,5})?"
Alamat = Annotated[str, StringConstraints(pattern=rf"^{INANG}(?:[/?#][^\s<>\"\\]*)?$")]
# An address on this site without its domain: "perbuatan/menyukai-unggahan/".
AlamatLama = Annotated[str, StringConstraints(pattern=r"^([a-z0-9]+(-[a-z0-9]+)*/){1,4}$", max_length=200)]
Sidik = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Jalur = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_/-]+\.(md|yml)$")]
# Ids of the ledgers: "ks-000-01", "peraturan/pp-94-2021/pasal-5-huruf-n".
JejakId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([-/][a-z0-9]+)*$", max_length=160)]
# A day that can be counted from: far enough from the ends of time.
Hari = Annotated[date, Field(ge=date(1945, 1, 1), le=date(2100, 12, 31))]


def _on_the_calendar(text: str) -> str:
    """Refuse 31 February: ValueError where a full day is none."""
    if len(text) == len("2024-02-31"):
        date.fromisoformat(text)
    return text


# A day, a month or a year: news often gives no more.
TanggalLonggar = Annotated[str, StringConstraints(pattern=r"^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?$"), AfterValidator(_on_the_calendar)]


def slug(text: str) -> str:
    """Turn a heading into its anchor, by the same rule as Python-Markdown's default ``toc``.

    >>> slug("Pasal 71 ayat (1)")
    'pasal-71-ayat-1'
    """
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    words = re.sub(r"[^\w\s-]", "", ascii_text).strip().lower()
    return re.sub(r"[-\s]+", "-", words)


# Told wherever an editor chooses a confidence.
ARTI_KEYAKINAN = (
    "primer = naskah dibaca; sekunder = ringkasan resmi atau berita yang sejalan; "
    "satu-berita = pernyataan dalam satu berita; perlu-verifikasi = belum pasti."
)


class Klaim(Rekaman):
    """One sentence about law or events, with where it comes from."""

    isi: Teks = Field(description="Satu pernyataan, dengan kata-kata sendiri.")
    sumber: tuple[SumberId, ...] = Field(min_length=1, description="Id sumber di docs/_data/sumber.yml.")
    keyakinan: Keyakinan = Field(description=ARTI_KEYAKINAN)
    catatan: Teks | None = Field(default=None, description="Keraguan atau batas pernyataan ini, bila ada.")


class Ralat(Rekaman):
    """A sentence found in the news that is wrong or misleading, and what holds instead."""

    dikatakan: Teks = Field(description="Apa yang ditulis atau dikatakan, dengan kata-kata sendiri.")
    sebenarnya: Teks = Field(description="Apa yang benar, atau apa yang perlu diketahui pembaca.")
    sumber: tuple[SumberId, ...] = Field(min_length=1, description="Sumber kalimat itu dan sumber ralatnya.")
    keyakinan: Keyakinan = Keyakinan.SEKUNDER
