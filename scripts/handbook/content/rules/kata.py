"""Wording of cases: an allegation is never told as a proven fact."""

import re
from collections.abc import Iterator

from handbook.model.entri import Entri
from handbook.model.handbook import Handbook
from handbook.model.kasus import Kasus, StatusKasus
from handbook.model.problem import Problem

from .. import body
from .letak import Letak

# Words that state guilt or its consequence. What takes the statement back stands close before, in the same sentence.
PROVEN = re.compile(
    r"\b(terbukti|bersalah|melanggar|pelanggar|pelaku pelanggaran|dijatuhi|dihukum|dipecat|dipidana|divonis)\b", re.IGNORECASE
)
# A negation takes back its own verb only: "tidak lama kemudian terbukti" states guilt.
NEGATION = re.compile(
    r"\b(tidak|belum|bukan|tanpa)\s+((pernah|penilaian|terbukti|bersalah|dapat|bisa|ada|akan|dinyatakan|secara|yang|sebagai|sedang|tentu|berarti)\s+){0,2}$",
    re.IGNORECASE,
)
# A doubt or an authority's opinion reaches over a few words; "disebut" only to the word it names.
DOUBT = re.compile(
    r"\b((diduga|dugaan|apakah|bila|jika|kalau|dinilai|menilai|indikasi|terindikasi)\b(\W+\w+){0,3}|disebut(\s+(telah|sebagai))?)\W*$",
    re.IGNORECASE,
)
ALLEGED = re.compile(r"\b(diduga|dugaan|duga)\b", re.IGNORECASE)
# Where the case says it is an allegation, and where it could say more than that.
TELLING = ("judul", "ringkas", "kejadian", "hasil")
READ = (*TELLING, "pelaku", "penindak", "pelajaran", "catatan")


def problems(handbook: Handbook, letak: Letak) -> Iterator[Problem]:
    """Give every alleged case whose text says more than is known."""
    for entri in handbook.kasus.values():
        if entri.halaman.status is StatusKasus.DUGAAN:
            yield from _alleged(letak, entri)


def _alleged(letak: Letak, entri: Entri[Kasus]) -> Iterator[Problem]:
    texts = [(letak.line(entri.path, (key,)), getattr(entri.halaman, key) or "") for key in READ]
    for line, text in [*texts, *body.numbered(letak.sources[entri.path])]:
        for word in assertions(text):
            yield letak.at(
                entri.path,
                line,
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
    return [match[0] for match in PROVEN.finditer(text) if not _taken_back(re.split(r"[.;:!?]", text[: match.start()])[-1])]


def _taken_back(before: str) -> bool:
    return bool(NEGATION.search(before) or DOUBT.search(before))
