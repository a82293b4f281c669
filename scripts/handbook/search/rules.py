"""Aturan: the rules of the search that Python and the browser share, read from ``aturan.json``.

Everything the two sides could disagree on is data in that file: how characters fold, what a word is,
how citations are written, how words lose their affixes, which words carry nothing, every weight and limit.
The export ships the same object inside the manifest.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

Pola = tuple[re.Pattern[str], tuple[str, ...]]


class Tahap:
    """One stage of stemming: rules (pattern, replacement), each for the beginning of a word. Of the rules that fit, the first one counts.

    One pattern tells which rule fits first, since most words fit none; the rules' own are made when they are needed.
    """

    def __init__(self, aturan: Sequence[tuple[str, str]]) -> None:
        self._aturan = aturan
        self._mana = re.compile("|".join(f"(?P<r{nomor}>{pola})" for nomor, (pola, _) in enumerate(aturan)))
        self._siap: dict[int, re.Pattern[str]] = {}

    def fitting(self, kata: str) -> Iterator[str]:
        """Give what is left of a word by each rule that fits, in order."""
        if not (cocok := self._mana.match(kata)):
            return
        for nomor in range(int(str(cocok.lastgroup)[1:]), len(self._aturan)):
            pola, ganti = self._aturan[nomor]
            if nomor not in self._siap:
                self._siap[nomor] = re.compile(pola)
            pendek, banyak = self._siap[nomor].subn(ganti, kata, count=1)
            if banyak:
                yield pendek


@dataclass(frozen=True)
class Aturan:
    """The shared rules; ``isi`` is the JSON object as it is exported."""

    isi: dict[str, Any]

    @cached_property
    def kata(self) -> re.Pattern[str]:
        """What a word is, in folded text."""
        return re.compile(self.isi["kata"])

    @cached_property
    def henti(self) -> frozenset[str]:
        """Words that are neither indexed nor looked up."""
        return frozenset(self.isi["henti"])

    @cached_property
    def pengisi(self) -> frozenset[str]:
        """Words of a question that say nothing about its subject; indexed, but not looked up beside others."""
        return frozenset(self.isi["pengisi"])

    @cached_property
    def ulang(self) -> re.Pattern[str]:
        """A word that is written twice by a figure: "caleg2"."""
        return re.compile(self.isi["ulang"])

    @cached_property
    def singkatan(self) -> dict[str, str]:
        """Informal spellings of words that say nothing: read as those words, so that questions are seen in them."""
        kosong = self.henti | self.pengisi
        return {kata: formal for kata, formal in self.isi["santai"].items() if formal in kosong}

    @cached_property
    def penanya(self) -> frozenset[str]:
        """Single words for who asks: the answer card is chosen by them, not measured by them."""
        return frozenset(satu for ejaan in self.isi["peran"].values() for satu in ejaan if " " not in satu)

    @cached_property
    def pokok(self) -> re.Pattern[str]:
        """Part of a word that names what the book is about: elections. A question without one is hardly for the answer card."""
        return re.compile(self.isi["pokok"])

    @cached_property
    def sebutan(self) -> frozenset[str]:
        """Words with which a citation goes on after a number: keywords, and what kinds of regulation begin with."""
        return frozenset([*self.isi["rujukan"], *(ejaan.split()[0] for ejaan in self.bentuk)])

    @cached_property
    def bentuk(self) -> dict[str, str]:
        """Every way to write a kind of regulation -> its short name."""
        return {ejaan: nama for nama, semua in self.isi["bentuk"].items() for ejaan in semua}

    @cached_property
    def sitasi(self) -> tuple[Pola, ...]:
        """Patterns of citations with the terms they give, most specific first."""
        longest = sorted(self.bentuk, key=lambda ejaan: (-len(ejaan), ejaan))
        bentuk = "|".join(ejaan.replace(" ", "[ -]+") for ejaan in longest)
        return tuple((re.compile(s["pola"].replace("{bentuk}", bentuk), re.ASCII), tuple(s["istilah"])) for s in self.isi["sitasi"])

    @cached_property
    def tahap(self) -> tuple[Tahap, ...]:
        """Stages of stemming that take off affixes: of each, the first rule that fits is applied."""
        return self._stages("tahap")

    @cached_property
    def lebur(self) -> tuple[Tahap, ...]:
        """Stages of stemming that erase what affixes may have hidden."""
        return self._stages("lebur")

    @cached_property
    def lindung(self) -> dict[str, str]:
        """Roots that only look affixed, by every word that such a root makes with nothing but a suffix; shortest suffix first."""
        utuh: dict[str, str] = {}
        for akhiran in self.isi["akar"]["akhiran"]:
            for akar in self.isi["akar"]["lindung"].split():
                utuh.setdefault(akar + akhiran, akar)
        return utuh

    def _stages(self, nama: str) -> tuple[Tahap, ...]:
        akar = self.isi["akar"]

        def rule(pola: str, ganti: str) -> tuple[str, str]:
            return pola.replace("{awalan}", akar["awalan"]), ganti.replace("$", "\\")

        return tuple(Tahap([rule(*satu) for satu in tahap]) for tahap in akar[nama])


def load() -> Aturan:
    """Read the rules that come with the package."""
    return Aturan(json.loads(Path(__file__).with_name("aturan.json").read_text("utf-8")))


ATURAN = load()
