"""The files the browser reads: named by content, bounded, the same every time, and complete."""

import json
import re
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from handbook.model.bagian import Bagian
from handbook.search.analyser import is_word
from handbook.search.export import URUT, export
from handbook.search.index import Indeks, build
from handbook.search.postings import impacts
from tests.search import shards

TEXT = "teks yang panjangnya lumayan " * 8
MANY = [Bagian(f"h{n // 2}/", str(n), f"Halaman {n // 2}", "", f"kata{n} {TEXT}", "panduan") for n in range(4000)]


@pytest.fixture(scope="module")
def files(indeks: Indeks) -> Mapping[str, bytes]:
    return export(indeks, sekali=0)


@pytest.fixture(scope="module")
def manifest(files: Mapping[str, bytes]) -> Any:
    return json.loads(files["cari/manifes.json"])


def addresses(indeks: Indeks) -> list[tuple[int, int]]:
    """Of each section, the number of its page and its own within the page."""
    starts = sorted(set(indeks.awal_halaman))
    return [(starts.index(start), number - start) for number, start in enumerate(indeks.awal_halaman)]


def test_the_same_sections_give_the_same_bytes(indeks: Indeks, files: Mapping[str, bytes]) -> None:
    again = build(list(indeks.bagian), dict(reversed(list(indeks.analis.sinonim.items()))))
    assert export(again, sekali=0) == files


def test_several_processes_give_the_same_bytes() -> None:
    told: list[tuple[int, int]] = []
    assert export(build(MANY, inti=2, lapor=lambda *done: told.append(done))) == export(build(MANY, inti=1))
    assert told == [(2000, 4000), (4000, 4000)]


def test_names_are_made_of_content(files: Mapping[str, bytes]) -> None:
    assert list(files)[-1] == "cari/manifes.json"
    for name in list(files)[:-1]:
        assert re.fullmatch(r"cari/[a-z]+-[0-9a-f]{10}-[0-9]+\.bin", name)
    read = [shard for kind in ("impak", "posisi", "kosakata", "ekor", "rekaman") for shard in shards.shards(files, kind)]
    assert len(read) == len(files) - 1  # every file is found from the manifest, and begins with its own name


def test_a_small_index_is_one_file(indeks: Indeks, files: Mapping[str, bytes]) -> None:
    assert list(export(indeks, sekali=sum(map(len, files.values())))) == ["cari/manifes.json"]
    [(_, data)] = export(indeks, sekali=100_000).items()
    assert {f"cari/{name}": b64decode(shard) for name, shard in json.loads(data)["sisipan"].items()} == dict(list(files.items())[:-1])


def test_a_changed_word_leaves_most_shards_alone() -> None:
    changed = replace(MANY[0], teks=MANY[0].teks.replace("kata0", "lain0"))
    before, after = export(build(MANY)), export(build([changed, *MANY[1:]]))
    assert len(before) > 100
    assert len(after.keys() - before.keys()) < len(before) / 4
    assert before["cari/manifes.json"] != after["cari/manifes.json"]


def test_shards_stay_small_and_names_few() -> None:
    exported = export(build(MANY))
    manifest = json.loads(exported["cari/manifes.json"])
    assert sorted(map(len, exported.values()))[len(exported) * 9 // 10] < 3_000
    assert max(len(table["sidik"]) for table in manifest["pecahan"].values()) <= 1280


def test_every_point_is_exported_once(indeks: Indeks, files: Mapping[str, bytes]) -> None:
    where = addresses(indeks)
    assert shards.points(files) == {term: [(where[n], points) for n, points in row] for term, row in impacts(indeks).items()}


def test_words_that_share_a_stem_in_one_section_keep_their_own_points() -> None:
    page = Bagian("a/", "", "Judul", "", "", "panduan")
    texts = ["pilih", "memilih memilih", "pilih memilih pilihan pilih", "lain"]
    indeks = build([replace(page, url=f"{n}/", teks=text) for n, text in enumerate(texts)])
    found = shards.points(export(indeks, sekali=0))
    assert [page for (page, _), _ in found["memilih"]] == [1, 2]
    assert found == {term: [((n, 0), points) for n, points in row] for term, row in impacts(indeks).items()}


def test_every_place_is_exported(indeks: Indeks, files: Mapping[str, bytes]) -> None:
    where = addresses(indeks)
    wanted = {term: {where[n]: places for n, places in indeks.daftar.places(term).items()} for term in indeks.daftar.baris if is_word(term)}
    assert shards.places(files) == wanted


def test_the_vocabulary_is_exported_in_order(indeks: Indeks, files: Mapping[str, bytes]) -> None:
    assert shards.words(files) == [lema for letter in sorted(indeks.kosakata) for lema in indeks.kosakata[letter]]


def test_so_is_the_vocabulary_with_first_letters_put_last(files: Mapping[str, bytes]) -> None:
    turned = shards.words(files, "ekor")
    assert turned == sorted(turned)
    assert sorted((word[-1] + word[:-1], count) for word, count in turned) == shards.words(files)


def test_a_large_book_offers_no_curiosities() -> None:
    page = Bagian("a/", "", "", "", "biasa", "panduan")
    sections = [replace(page, url=f"{n}/") for n in range(20_000)]
    built = build([*sections, replace(page, teks="biasa aneh aneka"), replace(page, anchor="b", teks="aneka")])
    words = dict(shards.words(export(built, sekali=0)))
    assert set(words) == {"biasa", "aneka"}


def test_the_layout_covers_every_page(indeks: Indeks, manifest: Any) -> None:
    layout = manifest["susunan"]
    pages = len(set(indeks.awal_halaman))
    assert sum(layout["jenis"][::2]) == sum(layout["wilayah"][::2]) == pages
    where = addresses(indeks)
    verdicts = {(page, n): value for page, runs in layout["putusan"] for n, value in enumerate(spread(runs)) if value}
    assert verdicts == {where[n]: list(b.putusan) for n, b in enumerate(indeks.bagian) if b.putusan}
    assert manifest["jumlah"] == {"bagian": len(indeks.bagian), "halaman": pages, "istilah": len(indeks.banyak)}


def spread(runs: list[Any]) -> list[Any]:
    return [value for length, value in zip(runs[::2], runs[1::2], strict=True) for _ in range(length)]


def test_tables_of_keys_find_every_shard() -> None:
    words = {f"Nama-{n}": [f"sebutan{n}"] for n in range(0, 4000, 7)}
    files = export(build([replace(page, teks=f"sebutan{n} {page.teks}") for n, page in enumerate(MANY)], words))
    former, keys = "", []
    for shared, rest in re.findall("([A-Z])([^A-Z]*)", json.loads(files["cari/manifes.json"])["pecahan"]["impak"]["kunci"]):
        former = former[: ord(shared) - ord("A")] + rest
        keys.append(re.sub(r"\^(.)", lambda small: small[1].upper(), former))
    assert keys == sorted(keys)
    assert any(key[0] == "N" for key in keys)
    for number, (rows, *_) in enumerate(shards.shards(files, "impak")):
        first = rows.text("")
        assert keys[number] <= first
        assert number + 1 == len(keys) or first < keys[number + 1]


def test_sections_of_a_page_that_differ_in_kind_are_refused() -> None:
    page = Bagian("a/", "", "", "", "teks", "panduan")
    with pytest.raises(ValueError, match="a/"):
        export(build([page, replace(page, anchor="b", jenis="kasus")]))


@pytest.mark.parametrize("long", [1, URUT[0] + 1, 3 * URUT[0]])
def test_records_carry_what_a_result_shows(indeks: Indeks, long: int) -> None:
    page = indeks.bagian[0]
    built = build([*indeks.bagian, *(replace(page, url="panjang/", anchor=str(n), judul=f"Judul {n}") for n in range(long))])
    files = export(built, sekali=0)
    table = json.loads(files["cari/manifes.json"])["pecahan"]["rekaman"]
    read, first = shards.records(files), [0]
    for count in spread(table["pecah"]):
        first.append(first[-1] + count)
    for number, (page_number, order) in enumerate(addresses(built)):
        shard = read[first[page_number // table["seblok"]] + order // table["urut"]]
        *head, sections = shard[page_number % table["seblok"]]
        anchor, heading, text, _, own = (*sections[order % table["urut"]], None, None)[:5]
        bagian = built.bagian[number]
        shown = [head[0], *(own or head[1:]), anchor, heading, text]
        replaced = bagian.pengganti and list(bagian.pengganti)
        assert shown == [bagian.url, bagian.halaman, bagian.status, replaced, bagian.anchor, bagian.judul, bagian.teks]
