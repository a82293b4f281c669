"""Aliases: words that readers type for this page, few and short, so that an eye sees them all and no page outshouts the others.

An act answers with a verdict: who asks another act's question must not be given this one's.
"""

from collections.abc import Iterable, Iterator

from handbook.model.entri import Entri
from handbook.model.halaman import Halaman
from handbook.model.handbook import Handbook
from handbook.model.perbuatan import Perbuatan
from handbook.model.problem import Problem

from ..yaml_lines import Loc
from .letak import Letak

PALING_BANYAK = 15
TERPANJANG = 80  # letters; a question typed into a search


def problems(handbook: Handbook, letak: Letak) -> Iterator[Problem]:
    """Give the aliases that are too many, too long, or another act's question."""
    for entri in handbook.entri:
        yield from _stuffed(letak, entri)
    yield from _taken(handbook, letak)


def _stuffed(letak: Letak, entri: Entri[Halaman]) -> Iterator[Problem]:
    alias = entri.halaman.alias
    if len(alias) > PALING_BANYAK:
        found, expected = f"{len(alias)} alias", f"paling banyak {PALING_BANYAK}: yang benar-benar diketik orang"
        yield letak.problem(entri.path, ("alias",), "alias-banyak", found=found, expected=expected, example="alias: [like postingan calon]")
    for number, text in enumerate(alias):
        if len(text) > TERPANJANG:
            found, expected = f"{len(text)} huruf", f"paling banyak {TERPANJANG}: satu pertanyaan atau kata kunci"
            yield letak.problem(
                entri.path, ("alias", number), "alias-panjang", found=found, expected=expected, example="like postingan calon"
            )


def _taken(handbook: Handbook, letak: Letak) -> Iterator[Problem]:
    first: dict[str, Entri[Perbuatan]] = {}
    for entri, loc, text in _asked(handbook.perbuatan.values()):
        owner = first.setdefault(_polos(text), entri)
        if owner is not entri:
            found, expected = f"«{text}», pertanyaan {owner.path}", "kata yang hanya menanyakan perbuatan halaman ini"
            example = f"hapus dari salah satu, lalu lihat: [{owner.halaman.id}]"
            yield letak.problem(entri.path, loc, "pertanyaan-ganda", found=found, expected=expected, example=example)


def _asked(acts: Iterable[Entri[Perbuatan]]) -> Iterator[tuple[Entri[Perbuatan], Loc, str]]:
    """Give all that acts are asked by: first every question, which is the act's own, then what else readers type."""
    yield from ((entri, ("tanya",), entri.halaman.tanya) for entri in acts)
    yield from ((entri, ("judul",), entri.halaman.judul) for entri in acts)
    yield from ((entri, ("alias", number), text) for entri in acts for number, text in enumerate(entri.halaman.alias))


def _polos(text: str) -> str:
    """Give a question without capitals, punctuation and what only asks.

    >>> _polos("Bolehkah saya menyukai unggahan calon?")
    'menyukai unggahan calon'
    """
    words = "".join(sign if sign.isalnum() else " " for sign in text.casefold()).split()
    return " ".join(word for word in words if word not in {"boleh", "bolehkah", "apakah", "saya", "asn", "pns"})
