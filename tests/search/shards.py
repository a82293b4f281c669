"""A second reader of the exported shards, written from the description alone: what it reads must be what was indexed."""

import json
import zlib
from collections.abc import Iterator, Mapping
from typing import Any

Files = Mapping[str, bytes]


class Stream:
    """Numbers and texts of one stream of bytes."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def number(self) -> int:
        value = shift = 0
        while True:
            byte = self.data[self.at]
            self.at += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    def take(self, length: int) -> bytes:
        self.at += length
        return self.data[self.at - length : self.at]

    def text(self, former: str) -> str:
        shared = self.number()
        return former[:shared] + self.take(self.number()).decode()

    def __bool__(self) -> bool:
        return self.at < len(self.data)


def shards(files: Files, kind: str) -> Iterator[list[Stream]]:
    """The streams of every shard of a kind, in order, each checked to be what its name says."""
    table = json.loads(files["cari/manifes.json"])["pecahan"][kind]
    count = sum(name.startswith(f"cari/{kind}-") for name in files)
    for number in range(count):
        name = table["sidik"][number // table["sekelompok"] * 10 :][:10]
        shard = Stream(zlib.decompress(files[f"cari/{kind}-{name}-{number}.bin"]))
        assert shard.take(5).hex() == name
        assert shard.number() == number
        streams = []
        while shard:
            streams.append(Stream(shard.take(shard.number())))
        yield streams


def sections(pages: Stream, orders: Stream, count: int) -> list[tuple[int, int]]:
    """Sections as (page, number within the page)."""
    found: list[tuple[int, int]] = []
    page = -1
    for _ in range(count):
        gap = pages.number()
        page += gap
        order = orders.number() + (0 if gap else found[-1][1] + 1)
        found.append((page, order))
    return found


def points(files: Files) -> dict[str, list[tuple[tuple[int, int], int]]]:
    """Every term with its sections and points."""
    found: dict[str, list[tuple[tuple[int, int], int]]] = {}
    for rows, pages, orders, levels, words in shards(files, "impak"):
        key = ""
        while rows:
            key = rows.text(key)
            count, rarity, shape = rows.number(), rows.number(), rows.number()
            names = [(rows.text(key), rows.number()) for _ in range(shape // 2)]
            places = sections(pages, orders, count)
            level = [levels.number() for _ in places]
            found[key] = [(place, one * rarity) for place, one in zip(places, level, strict=True)]
            for number, held in zip(places, (_origins(words, one, shape) for one in level), strict=True):
                for order, one in held:
                    found.setdefault(names[order][0], []).append((number, one * names[order][1]))
    return found


def _origins(words: Stream, level: int, shape: int) -> list[tuple[int, int]]:
    """Words of the family in one section, by number, with their levels."""
    if shape % 2 == 0:
        return [(0, level)] if shape else []
    if only := words.number():
        return [(only - 1, level)]
    return [(words.number(), words.number()) for _ in range(words.number())]


def places(files: Files) -> dict[str, dict[tuple[int, int], list[int]]]:
    """Every word with its sections and places."""
    held = points(files)
    found: dict[str, dict[tuple[int, int], list[int]]] = {}
    for (rows, *_), (counts, gaps) in zip(shards(files, "impak"), shards(files, "posisi"), strict=True):
        for word in _words(rows):
            found[word] = {}
            for section, _ in held[word]:
                steps = [gaps.number() for _ in range(counts.number())]
                found[word][section] = [sum(steps[: n + 1]) for n in range(len(steps))]
        assert not counts
        assert not gaps
    return found


def _words(rows: Stream) -> Iterator[str]:
    """The words of a shard of families: no stems, concepts or citations."""
    key = ""
    while rows:
        key = rows.text(key)
        _, _, shape = rows.number(), rows.number(), rows.number()
        for term in [key, *((rows.text(key), rows.number())[0] for _ in range(shape // 2))]:
            if not term.endswith(("~", "=")) and ":" not in term:
                yield term


def words(files: Files, kind: str = "kosakata") -> list[tuple[str, int]]:
    """The vocabulary, with counts."""
    found: list[tuple[str, int]] = []
    for (rows,) in shards(files, kind):
        word = ""
        while rows:
            word = rows.text(word)
            found.append((word, rows.number()))
    return found


def records(files: Files) -> list[Any]:
    """Every shard of records."""
    return [json.loads(rows.data) for (rows,) in shards(files, "rekaman")]
