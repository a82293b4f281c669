"""What was exported answers as Whoosh does, or says what is wrong with it."""

import json
import subprocess
import sys
import zlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.model.bagian import Bagian
from handbook.search.answer import Pilihan, answer, search
from handbook.search.export import export
from handbook.search.index import Indeks, build
from handbook.search.saved import Simpanan
from handbook.search.unpacking import TERBONGKAR, PecahanRusak, streams
from tests.search.conftest import GOLDEN

HEAVY = (
    "whoosh",
    "pydantic",
    "mkdocs",
    "markdown",
    "yaml",
    "jinja2",
    "handbook.content",
    "handbook.search.index",
    "handbook.search.export",
)
WORDS = ["kampanye", "calon", "netralitas", "asn", "boleh", "foto", "tidak", "mobil", "sanksi", "pasal", "12", "kampnaye", "nyalon"]
CHOICES = st.fixed_dictionaries(
    {},
    optional={
        "wilayah": st.sampled_from(["lembah-rotan", "tidak-ada"]),
        "jenis": st.sampled_from(["perbuatan", "peraturan"]),
        "putusan": st.sampled_from(["boleh", "dilarang"]),
        "utamakan": st.just("lembah-rotan"),
        "setempat": st.just("kota-karangbiru"),
        "typing": st.booleans(),
    },
)


def written(folder: Path, files: Mapping[str, bytes]) -> Path:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


@pytest.fixture(scope="module")
def situs(indeks: Indeks, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("situs"), export(indeks, sekali=0))


@pytest.fixture(scope="module")
def simpanan(situs: Path) -> Simpanan:
    return Simpanan(situs)


@pytest.mark.parametrize("sekali", [0, 10_000_000], ids=["shards", "manifest alone"])
def test_every_golden_query_is_answered_as_whoosh_answers_it(indeks: Indeks, tmp_path: Path, sekali: int) -> None:
    simpanan = Simpanan(written(tmp_path, export(indeks, sekali)))
    for query, *choices in json.loads((GOLDEN / "kueri.json").read_text("utf-8")):
        more = dict(*choices)
        limit = more.pop("limit", 10)
        assert answer(simpanan, query, limit, Pilihan(**more)) == answer(indeks, query, limit, Pilihan(**more)), query


@given(st.lists(st.sampled_from(WORDS), max_size=5), st.sampled_from(["{}", '"{}"', "{} -calon"]), CHOICES)
def test_so_is_any_query(indeks: Indeks, simpanan: Simpanan, words: list[str], shape: str, choices: dict[str, str]) -> None:
    query, pilihan = shape.format(" ".join(words)), Pilihan(**choices)  # type: ignore[arg-type]
    assert answer(simpanan, query, 10, pilihan) == answer(indeks, query, 10, pilihan)


def test_long_pages_and_frequent_words(tmp_path: Path) -> None:
    page = Bagian("a/", "", "Judul", "", "", "panduan")
    texts = ["pilih memilih pilihan", "memilih " * 300, "pilih"]
    sections = [replace(page, url=f"{n // 20}/", anchor=str(n % 20), teks=texts[n % 3]) for n in range(300)]
    indeks = build(sections)
    simpanan = Simpanan(written(tmp_path, export(indeks)))
    for query in ("pilih", "memilih", "pilihan", '"memilih pilihan"', "pilihan -memilih"):
        assert search(simpanan, query, 30) == search(indeks, query, 30)


def test_all_regions_are_known(indeks: Indeks, simpanan: Simpanan) -> None:
    assert list(simpanan.semua_wilayah) == list(indeks.semua_wilayah) != []


@pytest.mark.parametrize("damage", [lambda data: data[:-9], lambda data: data[:40] + b"!" + data[41:], lambda data: b"", None])
@pytest.mark.parametrize("kind", ["impak", "rekaman"])
def test_a_damaged_shard_is_told_and_no_list_is_short(situs: Path, tmp_path: Path, kind: str, damage: object) -> None:
    files = {path.relative_to(situs).as_posix(): path.read_bytes() for path in situs.rglob("*") if path.is_file()}
    for name in [name for name in files if f"/{kind}-" in name]:
        if callable(damage):
            files[name] = damage(files[name])
        else:
            del files[name]
    with pytest.raises(PecahanRusak, match=f"{kind}-"):
        search(Simpanan(written(tmp_path, files)), "kampanye")


def test_a_shard_of_another_release_is_told(situs: Path, tmp_path: Path) -> None:
    files = {path.relative_to(situs).as_posix(): path.read_bytes() for path in situs.rglob("*") if path.is_file()}
    first, second, *_ = sorted(name for name in files if "/impak-" in name)
    files[first], files[second] = files[second], files[first]
    with pytest.raises(PecahanRusak, match="impak-"):
        search(Simpanan(written(tmp_path, files)), " ".join(WORDS))


@pytest.mark.parametrize(("old", "new"), [(b'"jumlah"', b'"jumlxh"'), (b"", b""), (b'{"sidik":', b'{"isi":')])
def test_a_damaged_manifest_is_told(situs: Path, tmp_path: Path, old: bytes, new: bytes) -> None:
    manifest = (situs / "cari/manifes.json").read_bytes().replace(old, new, 1) if old else b"{}"
    with pytest.raises(PecahanRusak):
        Simpanan(written(tmp_path, {"cari/manifes.json": manifest}))


@pytest.mark.parametrize(
    "change",
    [
        lambda isi: isi.pop("susunan"),
        lambda isi: isi.update(pecahan=[]),
        lambda isi: isi.update(sinonim=1),
        lambda isi: isi["susunan"].update(jenis=[10**12, "perbuatan"]),
        lambda isi: isi["susunan"].update(wilayah=["x", None]),
    ],
)
def test_a_manifest_with_a_right_digest_and_a_wrong_shape_is_refused(
    situs: Path, tmp_path: Path, change: Callable[[dict[str, Any]], object]
) -> None:
    isi = json.loads((situs / "cari/manifes.json").read_bytes())
    del isi["sidik"]
    change(isi)
    with pytest.raises(PecahanRusak):
        Simpanan(written(tmp_path, {"cari/manifes.json": signed(json.dumps(isi))}))


def test_a_manifest_without_a_bottom_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PecahanRusak):
        Simpanan(written(tmp_path, {"cari/manifes.json": signed('{"a":' + "[" * 100_000 + "]" * 100_000 + "}")}))


def test_a_shard_that_unpacks_without_end_is_refused() -> None:
    with pytest.raises(PecahanRusak, match="too much"):
        streams(zlib.compress(bytes(TERBONGKAR + 1)), "", 0)


def signed(isi: str) -> bytes:
    digest = sha256(isi.encode()).hexdigest()[:16]
    return f'{{"sidik":"{digest}",{isi[1:]}'.encode()


def test_rules_of_another_release_are_refused(indeks: Indeks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path, export(indeks))
    monkeypatch.setattr("handbook.search.loading.ATURAN", type("Lain", (), {"isi": {"skema": 2}}))
    with pytest.raises(PecahanRusak):
        Simpanan(tmp_path)


def test_searching_waits_for_nothing_that_makes_pages_or_indexes(situs: Path) -> None:
    code = "import sys; from handbook.cli import main; main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code, "search", "--indeks", situs, "kampanye"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith(("1. ", "» "))
    loaded = set(done.stderr.split())
    assert "handbook.search.saved" in loaded
    assert not [name for name in HEAVY if name in loaded]
