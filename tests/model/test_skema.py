"""The schema speaks of every key an editor may write, and its examples are right."""

from collections.abc import Iterator

import pytest
from pydantic import BaseModel, TypeAdapter

from handbook.content.tempat import TABLES, kinds
from handbook.model import skema
from handbook.model.rekaman import Rujuk


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
        if m.rekaman is None and not m.banyak:
            example = m.contoh.split(" atau ")[0]
            TypeAdapter(m.inti).validate_python({"true": True}.get(example, example))


def test_every_kind_of_reference_has_an_example() -> None:
    assert {m.rujuk for record in ALL for m in skema.medan(record)} - {None} == set(skema.CONTOH_ID)
    assert Rujuk("Sumber").kind in skema.CONTOH_ID


def test_the_printed_schema_names_every_key() -> None:
    for record in ALL:
        printed = skema.describe(record)
        assert all(f"{m.nama} (" in printed for m in skema.medan(record))
