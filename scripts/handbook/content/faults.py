"""Pydantic's errors, told to an editor in Indonesian with place, expectation and example."""

import difflib
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel, ValidationError

from handbook.model import skema
from handbook.model.problem import Problem, fault
from handbook.model.rekaman import Hari

from .yaml_lines import Loc, Tree

# What pydantic found wrong -> the code an editor sees. Anything else is "nilai".
CODES = {"missing": "kunci-kurang", "extra_forbidden": "kunci-asing", "too_short": "daftar-kosong"}


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# How a value is written that pydantic would also take in other forms: 2_001, 1E+3, yes, an hour, seconds since 1970.
FORMS: dict[Any, re.Pattern[str]] = {
    int: re.compile(r"-?[0-9]+"),
    Decimal: re.compile(r"[0-9]+(?:\.[0-9]+)?"),
    bool: re.compile("true|false"),
    date: _DAY,
    Hari: _DAY,
}


def validate(kind: type[BaseModel], tree: Tree, shown: str) -> tuple[Any, list[Problem]]:
    """Make a record of a tree, or give every fault that forbids it."""
    if not isinstance(tree.value, dict):
        example = "id: kota-tegal"
        return None, [fault(shown, tree.line(()), "yaml", found="bukan kumpulan kunci", expected="baris «kunci: nilai»", example=example)]
    try:
        record, odd = kind.model_validate(tree.value), list(_odd_forms(kind, tree, shown))
        return (None, odd) if odd else (record, [])
    except ValidationError as error:
        return None, list(_problems(kind, error, tree, shown))


def _odd_forms(kind: type[BaseModel], tree: Tree, shown: str) -> Iterator[Problem]:
    """Give the values that Python reads and people do not write so."""
    for loc in tree.lines:
        medan, value = skema.find_medan(kind, loc), tree.at(loc)
        form = FORMS.get(medan.inti) if medan and not medan.rekaman else None
        if form and isinstance(value, str) and not form.fullmatch(value):
            yield _bad_value(kind, loc, _name(loc), value, shown, tree.line(loc), "nilai")


def _problems(kind: type[BaseModel], error: ValidationError, tree: Tree, shown: str) -> Iterator[Problem]:
    for item in error.errors(include_url=False):
        loc = tuple(part for part in item["loc"] if isinstance(part, int) or not part.startswith("function-"))
        name = _name(loc)
        if item["type"] == "too_short" and item["input"]:
            continue  # the list is short only because its items are wrong, and those are told
        line, code = tree.line(loc), CODES.get(item["type"], "nilai")
        if code == "kunci-asing":
            yield _foreign(kind, loc, name, shown, line)
        elif code == "kunci-kurang":
            yield _missing(kind, loc, name, shown, line)
        else:
            yield _bad_value(kind, loc, name, item["input"], shown, line, code)


def _foreign(kind: type[BaseModel], loc: Loc, name: str, shown: str, line: int) -> Problem:
    parent = skema.find_medan(kind, loc[:-1])
    owner = parent.rekaman if parent and parent.rekaman else kind
    known = [m.nama for m in skema.medan(owner)]
    near = difflib.get_close_matches(str(loc[-1]), known, n=1)
    example = f"{near[0]}: …" if near else f"hapus baris «{loc[-1]}:»"
    return fault(shown, line, "kunci-asing", found=f"kunci «{name}»", expected="salah satu dari " + ", ".join(known), example=example)


def _missing(kind: type[BaseModel], loc: Loc, name: str, shown: str, line: int) -> Problem:
    medan = skema.find_medan(kind, loc)
    assert medan is not None, loc  # pydantic reports missing keys of declared fields only
    expected = f"kunci «{name}» ({medan.arti or medan.bentuk})"
    return fault(shown, line, "kunci-kurang", found="tidak ada", expected=expected, example=f"{medan.nama}: {medan.contoh}")


def _bad_value(kind: type[BaseModel], loc: Loc, name: str, value: Any, shown: str, line: int, code: str) -> Problem:
    medan, item = skema.find_medan(kind, loc), isinstance(loc[-1], int)
    if medan and item:
        medan = replace(medan, banyak=False)
    expected = f"«{name}» berisi {medan.bentuk}" if medan else f"«{name}» menurut skema"
    near = [*_near(_initials(str(value)), medan), *_near(str(value), medan)] if medan else []
    right = near[0] if near else medan.contoh if medan else "lihat «handbook schema»"
    example = f"{medan.nama}: {right}" if medan and not item else right
    found = "kosong" if value in (None, "", [], ()) else f"«{value}»"
    return fault(shown, line, code, found=found, expected=expected, example=example)


def _near(text: str, medan: skema.Medan) -> list[str]:
    return difflib.get_close_matches(text.lower(), medan.pilihan, n=1)


def _name(loc: Loc) -> str:
    """Name a key as people count: the first row is 1."""
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in loc)


def _initials(text: str) -> str:
    """Give the abbreviation of a name written out: "surat edaran" is meant as "se"."""
    return "".join(word[0] for word in text.lower().split()) if " " in text else text
