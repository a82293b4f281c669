"""Jawaban: one answer of an editor, checked at once by what will check the whole file."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from pydantic import BaseModel

from handbook.model import skema
from handbook.model.handbook import Handbook
from handbook.model.problem import Problem

from .faults import validate
from .rules import Letak, rujukan, waktu
from .source import Source, odd_lines
from .yaml_lines import Tree


def problems(handbook: Handbook, letak: Letak, kind: type[BaseModel], nama: str, value: Any) -> list[Problem]:
    """Give the faults of one key: its value, the ids and citations in it, its dates. Their paths and lines mean nothing yet."""
    tree = Tree({nama: value})
    record, faults = validate(skema.satu(kind, nama), tree, "")
    if record is None:
        return faults
    here = replace(letak, sources={"": Source("", tree)})
    odd = (problem for text in _texts(value) for problem in odd_lines(text, ""))
    return [*odd, *rujukan.of_record(handbook, here, "", (), record), *waktu.of_record(here, "", (), record)]


def foreign(kind: type[BaseModel], given: Mapping[str, Any]) -> list[Problem]:
    """Give the faults of keys that the record does not have."""
    return [problem for problem in validate(kind, Tree(dict(given)), "")[1] if problem.code == "kunci-asing"]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner)
