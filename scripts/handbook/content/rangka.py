"""Rangka: the text of a new record, made from the schema. What is not answered yet stays empty, and an empty key never passes."""

import re
import unicodedata
from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel

from handbook.model import skema

from .yaml_lines import read
from .yaml_tulis import write

# A suggested id is an address people read and type; whole words of a long name that fit.
PANJANG = 48
KOSONG: tuple[Any, ...] = (None, "", [], {})
Juga = Mapping[type[BaseModel], Collection[str]]


def usul_id(text: str, taken: Collection[str] = ()) -> str:
    """Suggest a free id for a name; "" when the name has no letter to make one of.

    >>> usul_id("PP 94/2021", {"pp-94-2021"})
    'pp-94-2021-2'
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    id = words if len(words) <= PANJANG else words[: PANJANG + 1].rpartition("-")[0] or words[:PANJANG]
    free = (f"{id}-{number}" for number in range(2, len(taken) + 3))
    return id if id not in taken else next(other for other in free if other not in taken)


def isi(kind: type[BaseModel], given: Mapping[str, Any], juga: Juga = MappingProxyType({})) -> dict[str, Any]:
    """Give the keys of a record in the order they are filled in: those answered, and the required ones that are not, empty.

    ``juga`` names, for a kind, the plain keys that are wanted empty too, although they may be left out.
    """
    wanted = juga.get(kind, ())
    return {
        m.nama: _filled(m, given[m.nama], juga) if m.nama in given else _empty(m, juga)
        for m in skema.berurut(kind)
        if m.wajib or m.nama in given or (m.nama in wanted and not m.rekaman)
    }


def terisi(value: Any) -> Any:
    """Give a value without what is empty in it: the keys that an editor has not filled in.

    >>> terisi({"judul": "Apel", "ringkas": None, "kanal": [{"id": None, "sumber": []}]})
    {'judul': 'Apel'}
    """
    if isinstance(value, dict):
        return {key: full for key, inner in value.items() if (full := terisi(inner)) not in KOSONG}
    return [full for inner in value if (full := terisi(inner)) not in KOSONG] if isinstance(value, list) else value


def _filled(m: skema.Medan, value: Any, juga: Juga) -> Any:
    """Give an answer; the records in it may lack keys as a page may."""
    if isinstance(value, list):
        return [_filled(m, one, juga) for one in value]
    return isi(m.rekaman, value, juga) if m.rekaman and isinstance(value, dict) else value


def _empty(m: skema.Medan, juga: Juga) -> Any:
    one = isi(m.rekaman, {}, juga) if m.rekaman else None
    return one if not m.banyak else [one] if m.rekaman else []


def halaman(values: Mapping[str, Any]) -> str:
    """Write a page: its front matter, and no prose yet."""
    return f"---\n{write(dict(values))}---\n"


def sisip(table: str, values: Mapping[str, Any]) -> str:
    """Write a row into a table at the place its id has in the alphabet; every other line stays as it is.

    Raises YamlFault when the table cannot be read.
    """
    tree = read(table, tables=True)
    rows = [str(row.get("id", "")) if isinstance(row, dict) else "" for row in tree.value or ()]
    after = next((number for number, id in enumerate(rows) if id > values["id"]), None)
    lines = table.rstrip("\n").split("\n") if table.strip() else []
    place = len(lines) if after is None else tree.line((after,)) - 1
    return "\n".join([*lines[:place], write([dict(values)]).rstrip("\n"), *lines[place:]]) + "\n"
