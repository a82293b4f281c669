"""Wording of cases: an allegation is never told as a proven fact."""

import re
from collections.abc import Iterator

from handbook.model.handbook import Entri, Handbook
from handbook.model.kasus import Kasus, StatusKasus
from handbook.model.problem import Problem

from .letak import Letak

# Words that state guilt. A negation or a doubt up to three words before takes the statement back.
PROVEN = re.compile(r"\b(terbukti|bersalah|melanggar|pelanggar|pelaku pelanggaran|dijatuhi)\b", re.IGNORECASE)
DOUBT = re.compile(
    r"\b(tidak|belum|bukan|tanpa|diduga|dugaan|apakah|bila|jika|kalau|dinilai|menilai|disebut|indikasi|terindikasi)\b(\W+\w+){0,3}\W*$",
    re.IGNORECASE,
)
ALLEGED = re.compile(r"\b(diduga|dugaan|duga)\b", re.IGNORECASE)
TELLING = ("judul", "ringkas", "kejadian", "hasil")


def problems(handbook: Handbook, letak: Letak) -> Iterator[Problem]:
    """Give every alleged case whose text says more than is known."""
    for entri in handbook.kasus.values():
        if entri.halaman.status is StatusKasus.DUGAAN:
            yield from _alleged(letak, entri)


def _alleged(letak: Letak, entri: Entri[Kasus]) -> Iterator[Problem]:
    for key in TELLING:
        for word in assertions(getattr(entri.halaman, key)):
            yield letak.problem(
                entri.path,
                (key,),
                "dugaan",
                found=f"«{word}» pada kasus berstatus dugaan",
                expected="kata yang tidak memastikan",
                example="diduga melanggar",
            )
    if not ALLEGED.search(" ".join(getattr(entri.halaman, key) for key in TELLING)):
        yield letak.problem(
            entri.path,
            ("kejadian",),
            "dugaan",
            found="tak ada kata «diduga» atau «dugaan»",
            expected="status disebut dalam uraian",
            example="Diduga menghadiri deklarasi.",
        )


def assertions(text: str) -> list[str]:
    """Give the words that state guilt and are not taken back by what stands before them in the sentence."""
    return [match[0] for match in PROVEN.finditer(text) if not DOUBT.search(re.split(r"[.;:!?]", text[: match.start()])[-1])]
