"""The schema speaks of every key an editor may write, and its examples are right."""

from collections.abc import Iterator
from typing import Annotated, Any

import pytest
from pydantic import BaseModel, TypeAdapter

from handbook.content.tempat import TABLES, kinds
from handbook.content.yaml_lines import read
from handbook.model import skema


def records(kind: type[BaseModel]) -> Iterator[type[BaseModel]]:
    yield kind
    for m in skema.medan(kind):
        if m.rekaman:
            yield from records(m.rekaman)


ALL = sorted({record for kind in (*kinds(), *TABLES.values()) for record in records(kind)}, key=lambda record: record.__name__)


@pytest.mark.parametrize("record", ALL)
def test_every_key_has_words_and_a_right_example(record: type[BaseModel]) -> None:
    for m in skema.medan(record):
        assert m.bentuk, m.nama
        assert m.contoh, m.nama
        if m.rekaman is None:
            written = read(f"{m.nama}: {m.contoh}").value[m.nama]
            # The key's whole type, its list and its bounds: an example that the check refuses is no example.
            info = record.model_fields[m.nama]
            whole: Any = Annotated[info.annotation, info]
            TypeAdapter(whole).validate_python(tuple(written) if isinstance(written, list) else written)


def test_every_kind_of_reference_has_an_example() -> None:
    assert {m.rujuk for record in ALL for m in skema.medan(record)} - {None} == set(skema.CONTOH_ID)


def test_the_printed_schema_names_every_key() -> None:
    for record in ALL:
        printed = skema.describe(record)
        assert all(f"{m.nama} (" in printed for m in skema.medan(record))
