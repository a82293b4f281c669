"""Ragam: the same queries as hurried fingers and relaxed people type them. The same query always changes in the same way."""

import csv
import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from random import Random

Ragam = Callable[[str], str]
_HURUF = "abcdefghijklmnopqrstuvwxyz"
_PANJANG = 5  # letters of a word that slips


def variants(leksikon: Path) -> Mapping[str, Ragam]:
    """Give the changes by name."""
    return {
        "satu kata salah ketik": partial(_changed, slip=_slip),
        "huruf pertama salah": partial(_changed, slip=_first),
        "spasi hilang": _joined,
        "kata santai": partial(_informal, santai=_read(leksikon)),
    }


def _changed(kueri: str, slip: Callable[[str, Random], str]) -> str:
    acak = Random(kueri)  # noqa: S311  # repeatable, not secret
    kata = [m for m in re.finditer("[A-Za-z]+", kueri) if len(m[0]) >= _PANJANG]
    if not kata:
        return kueri
    satu = acak.choice(kata)
    return kueri[: satu.start()] + slip(satu[0], acak) + kueri[satu.end() :]


def _slip(kata: str, acak: Random) -> str:
    """A letter within the word is lost, doubled, swapped with the next, or another one."""
    n = acak.randrange(1, len(kata) - 1)
    lain = acak.choice(_HURUF)
    return acak.choice(
        [
            kata[:n] + kata[n + 1 :],
            kata[:n] + kata[n] + kata[n:],
            kata[:n] + kata[n + 1] + kata[n] + kata[n + 2 :],
            kata[:n] + lain + kata[n + 1 :],
        ]
    )


def _first(kata: str, acak: Random) -> str:
    """The first letter is lost, swapped with the second, or another one."""
    return acak.choice([kata[1:], kata[1] + kata[0] + kata[2:], acak.choice(_HURUF) + kata[1:]])


def _joined(kueri: str) -> str:
    """A space between two words is lost."""
    celah = [m.start() for m in re.finditer("(?<=[a-z]{3}) (?=[a-z]{3})", kueri, re.IGNORECASE)]
    if not celah:
        return kueri
    satu = Random(kueri).choice(celah)  # noqa: S311
    return kueri[:satu] + kueri[satu + 1 :]


def _informal(kueri: str, santai: Mapping[str, list[str]]) -> str:
    """Every word that people have an informal one for is that."""
    acak = Random(kueri)  # noqa: S311  # repeatable, not secret
    return re.sub("[A-Za-z]+", lambda m: acak.choice(santai.get(m[0].lower(), [m[0]])), kueri)


def _read(leksikon: Path) -> Mapping[str, list[str]]:
    santai: dict[str, list[str]] = defaultdict(list)
    with leksikon.open(encoding="utf-8") as berkas:
        for baris in csv.DictReader(berkas, delimiter="\t"):
            if baris["formal"].isalpha() and baris["type"] not in ("acronym", "space-dash"):
                santai[baris["formal"].lower()].append(baris["informal"])
    return santai
