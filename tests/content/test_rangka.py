"""Scaffolds: right in form, in the right place, and red until the last required key is filled in."""

from datetime import date
from pathlib import Path
from shutil import copytree

import pytest
from pydantic import BaseModel

from handbook.cli.baru import JENIS
from handbook.content import rangka
from handbook.content.load import load
from handbook.content.tempat import path_of, tempat
from handbook.content.yaml_lines import YamlFault, read
from handbook.model import skema
from handbook.model.halaman import Halaman
from handbook.model.tabel import Sumber

BUKU = Path(__file__).parents[1] / "fixtures" / "buku"
AS_OF = date(2001, 7, 1)
PAGES = [kind for kind in JENIS if issubclass(kind, Halaman)]


def required(kind: type[BaseModel]) -> set[str]:
    return {m.nama for m in skema.medan(kind) if m.wajib} - {"id"}


@pytest.mark.parametrize("kind", PAGES)
def test_an_unfilled_page_names_every_required_key_it_lacks(kind: type[Halaman], tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    copytree(BUKU, docs)
    path = docs / path_of(kind, "rangka")
    path.parent.mkdir(exist_ok=True)
    path.write_text(rangka.halaman(rangka.isi(kind, {"id": "rangka"})), encoding="utf-8")
    handbook, problems = load(docs, AS_OF)
    assert handbook is None
    assert {problem.path for problem in problems} == {f"docs/{path.relative_to(docs)}"}
    told = " ".join(problem.message for problem in problems)
    assert [key for key in required(kind) if f"«{key}»" not in told and f"«{key}." not in told] == []


def test_an_unfilled_source_names_every_required_key_it_lacks(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    copytree(BUKU, docs)
    table = docs / "_data/sumber.yml"
    table.write_text(rangka.sisip(table.read_text(encoding="utf-8"), rangka.isi(Sumber, {"id": "rangka"})), encoding="utf-8")
    told = " ".join(problem.message for problem in load(docs, AS_OF)[1])
    assert [key for key in required(Sumber) if f"«{key}»" not in told] == []


@pytest.mark.parametrize("kind", PAGES)
@pytest.mark.parametrize("wilayah", [None, "kota-cemara"])
def test_a_new_page_stands_where_the_loader_expects_it(kind: type[Halaman], wilayah: str | None) -> None:
    place = tempat(path_of(kind, "baru", wilayah))
    assert place is not None
    assert (place.kind, place.id) == (kind, "baru") or (wilayah and kind.__name__ == "Perbuatan")


def test_a_record_begins_with_what_it_is_called() -> None:
    text = rangka.halaman(rangka.isi(PAGES[3], {"id": "kota-x", "nama": "Kota X"}))
    assert text.startswith("---\nid: kota-x\nnama: Kota X\njudul:\n")
    assert "kanal:\n  - id:\n    nama:\n" in text


TABEL = "# Daftar pustaka.\n- id: a\n  judul: 'A: satu'\n- id: c\n  judul: \"C\"\n"


@pytest.mark.parametrize(("id", "line"), [("0", 1), ("b", 3), ("d", 5)])
def test_a_source_goes_to_its_place_and_nothing_else_changes(id: str, line: int) -> None:
    made = rangka.sisip(TABEL, {"id": id, "judul": "Baru"}).splitlines()
    assert made[line : line + 2] == [f"- id: {id}", "  judul: Baru"]
    assert made[:line] + made[line + 2 :] == TABEL.splitlines()


def test_a_first_source_makes_the_table() -> None:
    assert read(rangka.sisip("", {"id": "a"})).value == [{"id": "a"}]


def test_a_table_that_cannot_be_read_is_not_touched() -> None:
    with pytest.raises(YamlFault):
        rangka.sisip("- id: [a\n", {"id": "b"})


@pytest.mark.parametrize(
    ("name", "taken", "id"),
    [
        ("Kota Serang", (), "kota-serang"),
        ("PP 94/2021", ("pp-94-2021", "pp-94-2021-2"), "pp-94-2021-3"),
        ("Lurah «Š» — unggah", (), "lurah-s-unggah"),
        ("…", (), ""),
        ("x" * 100, (), "x" * 48),
        ("Bawaslu Kota Serang Ingatkan ASN Netral pada Pilkada 2024", (), "bawaslu-kota-serang-ingatkan-asn-netral-pada"),
    ],
)
def test_ids_are_suggested(name: str, taken: tuple[str, ...], id: str) -> None:
    assert rangka.usul_id(name, taken) == id
