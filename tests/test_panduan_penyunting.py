"""The editors' guide, against the real thing: its commands run, its links open the scaffolds of today's schema, its names exist."""

import re
import shlex
import shutil
from enum import StrEnum
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from pydantic import BaseModel

from handbook.cli import main
from handbook.cli.baru import JENIS, JUGA
from handbook.content import rangka
from handbook.content.tempat import NAMA_RANGKA, path_of
from handbook.content.yaml_lines import read
from handbook.model import skema
from handbook.model.halaman import Halaman
from handbook.model.kasus import Kasus, StatusKasus
from handbook.model.nilai import NilaiPutusan
from handbook.model.peraturan import Naskah, Peraturan, StatusPeraturan
from handbook.model.rekaman import Keyakinan
from handbook.model.tabel import CaraBaca, JenisSumber
from handbook.model.tinjauan import Peninjau
from handbook.model.wilayah import Wilayah
from tests.perintah import make
from tests.site_build import ROOT

PANDUAN = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
REGISTER = PANDUAN.partition("```csv\n")[2].partition("```")[0]
# Written down for the answer a person would give: without a terminal nothing is asked, and a new record needs its name.
NAMA = {
    "peraturan": ["--sebutan", "SE 9/2024"],
    "perbuatan": ["--judul", "Apel pagi"],
    "kasus": ["--judul", "Apel pagi"],
    "wilayah": ["--nama", "Kota Serang"],
    "sumber": ["--judul", "Apel pagi"],
}


def commands(program: str) -> list[str]:
    """Give the guide's command lines of a program: of its shell blocks, and those quoted in its text."""
    blocks = re.findall(r"^```sh\n(.*?)^```", PANDUAN, flags=re.MULTILINE | re.DOTALL)
    lines = [line.partition("  #")[0].strip() for block in blocks for line in block.splitlines()]
    quoted = [text for text in re.findall(r"`([^`\n]+)`", PANDUAN) if " " in text]
    return list(dict.fromkeys(line for line in [*lines, *quoted] if line.split()[0] == program))


BERTANYA = "handbook lengkapi"


@pytest.mark.parametrize("command", [command for command in commands("handbook") if not command.startswith(BERTANYA)])
def test_every_handbook_command_of_the_guide_runs(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "daftar-edaran.csv").write_text(REGISTER, encoding="utf-8")
    arguments = shlex.split(command)[1:]
    if "--wilayah" in arguments:
        assert main(["new", "wilayah", arguments[arguments.index("--wilayah") + 1]]) == 0
    if arguments[0] == "new" and len(arguments) > 1 and "--judul" not in arguments:
        arguments += NAMA.get(arguments[1], [])
    assert main(arguments) == 0
    assert "--tanpa-tanya" not in arguments or "Masih harus diisi" not in capsys.readouterr().out, "a sample to copy is whole"


def test_the_page_that_the_guide_completes_is_one_that_it_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "daftar-edaran.csv").write_text(REGISTER, encoding="utf-8")
    assert main(["new", "wilayah", "kota-serang"]) == 0
    assert [main(shlex.split(command)[1:]) for command in commands("handbook") if command.endswith(" --tulis")] == [0]
    (asking,) = (command for command in commands("handbook") if command.startswith(f"{BERTANYA} "))
    assert main(shlex.split(asking)[1:]) == 2
    assert "jalankan di terminal" in capsys.readouterr().err, "found, and faulty; all that lacks is somebody to ask"


def test_the_guide_names_enough_commands_to_test() -> None:
    assert len(commands("handbook")) >= 8
    assert len(commands("make")) >= 4


@pytest.mark.parametrize("command", commands("make"))
def test_every_make_command_of_the_guide_is_one(command: str) -> None:
    assert make("--dry-run", *shlex.split(command)[1:]).returncode == 0


RANGKA = {
    ("edaran", "kota-serang"): "Peraturan",
    ("kasus", "kota-serang"): "Kasus",
    ("wilayah", None): "Wilayah",
    ("peraturan", None): "Peraturan",
    ("perbuatan", None): "Perbuatan",
}


def links() -> str:
    """Write the links that open a scaffold in GitHub's editor, as the guide must end with them."""
    kinds = {kind.__name__: kind for kind in JENIS if issubclass(kind, Halaman)}
    lines = []
    for (name, region), kind in RANGKA.items():
        path = path_of(kinds[kind], "kota-serang" if name == "wilayah" else NAMA_RANGKA, region)
        text = rangka.halaman(rangka.isi(kinds[kind], {}, JUGA))
        lines.append(f"[r-{name}]: ../../new/main?filename={quote(f'docs/{path}', safe='/')}&value={quote(text, safe='/')}")
    return "\n".join(lines)


def test_the_links_open_scaffolds_of_todays_schema() -> None:
    assert links() in PANDUAN, f"Akhiri CONTRIBUTING.md dengan tautan ini:\n\n{links()}"


def test_a_scaffold_opened_in_the_browser_has_every_required_key() -> None:
    for line in links().splitlines():
        given = parse_qs(urlsplit(line.partition(": ")[2]).query)
        kind = next(kind for kind in JENIS if kind.__name__ == RANGKA[next(key for key in RANGKA if f"[r-{key[0]}]" in line)])
        assert given["filename"][0].startswith("docs/")
        assert all(f"\n{m.nama}:" in given["value"][0] for m in skema.medan(kind) if m.wajib)
        assert ("\n    mandiri:\n" in given["value"][0]) == (kind is Wilayah), "a region is green only with a channel that is"


def test_the_forms_the_guide_opens_exist() -> None:
    for name in re.findall(r"\?template=(\S+)", PANDUAN):
        assert (ROOT / ".github/ISSUE_TEMPLATE" / name).is_file()


def arti() -> set[str]:
    """Give the words that the guide explains, keys and values."""
    return set(re.findall(r"`([a-z_-]+)`", PANDUAN.partition("## Arti kunci")[2].partition("## Meninjau")[0]))


@pytest.mark.parametrize("kind", JENIS, ids=lambda kind: kind.__name__)
def test_every_key_that_a_page_must_have_is_explained(kind: type[BaseModel]) -> None:
    inner = [m for outer in skema.medan(kind) if outer.wajib and outer.rekaman for m in skema.medan(outer.rekaman)]
    assert {m.nama for m in (*skema.medan(kind), *inner) if m.wajib} - arti() == set()


@pytest.mark.parametrize("values", [Naskah, StatusPeraturan, StatusKasus, Peninjau, CaraBaca, JenisSumber, Keyakinan, NilaiPutusan])
def test_every_value_an_editor_must_choose_from_is_explained(values: type[StrEnum]) -> None:
    assert {value.value for value in values} - arti() == set()


def test_the_pages_the_guide_shows_are_pages() -> None:
    shown: list[Any] = [read(text, tables=False).value for text in re.findall(r"```yaml\n *---\n(.*?)\n *---\n", PANDUAN, flags=re.DOTALL)]
    assert [("bentuk" in page, "kejadian" in page) for page in shown] == [(True, False), (False, True)]
    Peraturan.model_validate(shown[0])
    Kasus.model_validate(shown[1])


def test_green_is_what_the_guide_quotes(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    main(["check", "--docs", str(ROOT / "tests/fixtures/buku"), "--as-of", "2001-07-01"])
    told = capsys.readouterr().err.strip()
    assert f"`{re.sub(r'[0-9]+', '…', told)}`" in PANDUAN


def test_every_key_the_guide_explains_exists() -> None:
    table = PANDUAN.partition("## Arti kunci")[2].partition("Satu baris putusan")[0]
    named = {key for row in re.findall(r"^\| (`[^|]+) \|", table, flags=re.MULTILINE) for key in re.findall(r"`([a-z_]+)`", row)}
    known = {m.nama for kind in JENIS for m in skema.medan(kind)}
    nested = {inner.nama for kind in JENIS for m in skema.medan(kind) if m.rekaman for inner in skema.medan(m.rekaman)}
    assert len(named) > 15
    assert named - known - nested == set()
