"""Tinjauan: one review of a page that states law or events, kept beside those before it."""

import re
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from .rekaman import SATU_BARIS, Rekaman, SumberId

# What a review that only moves its date would change: figures and the words of a date.
_TANGGAL = re.compile(
    r"\b(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember|tanggal|pada|per)\b|[\W\d_]+"
)


Hasil = Annotated[str, StringConstraints(pattern=SATU_BARIS, min_length=20, max_length=400, strip_whitespace=True)]


class Peninjau(StrEnum):
    """In which role somebody reviewed; never a name."""

    REDAKSI = "redaksi"
    REDAKSI_WILAYAH = "redaksi-wilayah"
    AHLI_HUKUM = "ahli-hukum"
    INSTANSI = "instansi"


class Tinjauan(Rekaman):
    """One review: when, by which role, against which sources, and what was found."""

    tanggal: date = Field(description="Hari bahannya dibuka dan dicocokkan.")
    oleh: Peninjau = Field(description="Peran peninjaunya, bukan nama orang.")
    terhadap: tuple[SumberId, ...] = Field(min_length=1, description="Sumber yang benar-benar dibuka untuk tinjauan ini.")
    hasil: Hasil = Field(description="Apa yang dicocokkan dan apa yang ditemukan atau diubah.")

    @property
    def inti(self) -> str:
        """What was found, without what a mere change of date changes; equal for two reviews that say the same."""
        return " ".join(_TANGGAL.sub(" ", self.hasil.casefold()).split())
