"""The files the browser reads: named by content, bounded, the same every time, and complete."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any

import pytest

from handbook.model.bagian import Bagian
from handbook.search import build, export
from handbook.search.export import SASARAN
from handbook.search.index import Indeks
from handbook.search.postings import impacts


@pytest.fixture(scope="module")
def files(indeks: Indeks) -> Mapping[str, bytes]:
    return export(indeks)


@pytest.fixture(scope="module")
def manifest(files: Mapping[str, bytes]) -> Any:
    return json.loads(files["cari/manifes.json"])


def rows(files: Mapping[str, bytes], manifest: Any, kind: str) -> list[list[Any]]:
    return [row for _, digest, _ in manifest["pecahan"][kind] for row in json.loads(files[f"cari/{kind}-{digest}.json"])]


def test_the_same_sections_give_the_same_bytes(indeks: Indeks, files: Mapping[str, bytes]) -> None:
    again = build(list(indeks.bagian), dict(reversed(list(indeks.analis.sinonim.items()))))
    assert export(again) == files


def test_names_and_tables_tell_content_and_size(files: Mapping[str, bytes], manifest: Any) -> None:
    listed = {f"cari/{kind}-{digest}.json": size for kind, table in manifest["pecahan"].items() for _, digest, size in table}
    assert listed == {name: len(data) for name, data in files.items() if name != "cari/manifes.json"}
    for name in listed:
        assert re.fullmatch(r"cari/[a-z]+-[0-9a-f]{16}\.json", name)
        assert sha256(files[name]).hexdigest().startswith(name[-21:-5])


def test_a_changed_section_changes_the_manifest(indeks: Indeks, manifest: Any) -> None:
    other = replace(indeks.bagian[0], teks="lain sama sekali")
    changed = json.loads(export(build([other, *indeks.bagian[1:]], indeks.analis.sinonim))["cari/manifes.json"])
    assert changed["sidik"] != manifest["sidik"]


def test_shards_hold_several_rows_and_stay_small() -> None:
    sections = [Bagian(f"h{n}/", "", f"Halaman {n}", "", f"kata{n} teks yang panjangnya lumayan " * 8, "panduan") for n in range(400)]
    exported = export(build(sections))
    sizes = [len(data) for name, data in exported.items() if re.search("(impak|posisi|rekaman)-", name)]
    assert max(sizes) < SASARAN * 2
    assert len(sizes) < 100


def test_every_point_is_exported_once(indeks: Indeks, files: Mapping[str, bytes], manifest: Any) -> None:
    exported: dict[str, list[tuple[int, int]]] = {}
    for term, *numbers in rows(files, manifest, "impak"):
        section, exported[term] = -1, []
        for gap, points in zip(numbers[::2], numbers[1::2], strict=True):
            section += gap
            exported[term].append((section, points))
    for term, wanted in impacts(indeks).items():
        assert exported.get(term, exported.get(term.removesuffix("~"))) == wanted
    assert list(exported) == sorted(exported)


def test_the_layout_covers_every_section(indeks: Indeks, manifest: Any) -> None:
    layout = manifest["susunan"]
    for runs in (layout["jenis"], layout["wilayah"], layout["putusan"]):
        assert sum(runs[::2]) == len(indeks.bagian)
    assert sum(layout["halaman"]) == len(indeks.bagian)
    assert manifest["jumlah"] == {"bagian": 51, "halaman": len(layout["halaman"]), "istilah": len(indeks.banyak)}


def test_records_carry_what_a_result_shows(indeks: Indeks, files: Mapping[str, bytes], manifest: Any) -> None:
    shown: list[tuple[Any, ...]] = []
    for first, digest, _ in manifest["pecahan"]["rekaman"]:
        assert first == len(shown)
        shard = json.loads(files[f"cari/rekaman-{digest}.json"])
        shown += [(*shard["halaman"][page], *section[:3]) for page, *section in shard["bagian"]]
    wanted = [(b.url, b.halaman, b.status, b.pengganti and list(b.pengganti), b.anchor, b.judul, b.teks) for b in indeks.bagian]
    assert shown == wanted
