"""Wrong use, told in Indonesian: none of argparse's English reaches an editor."""

import re
import shlex

import pytest

from handbook.cli import main
from handbook.cli.argumen import terjemah

SALAH = [
    ("search", "belum diisi: kueri"),
    ("chek", "perintah: 'chek' tidak ada; pilih salah satu: "),
    ("search x --limit", "--limit: perlu satu nilai sesudahnya"),
    ("search x --limit nol", "--limit: 'nol' bukan bilangan bulat positif, misalnya 5"),
    ("search x --jenis artikel", "--jenis: 'artikel' tidak ada; pilih salah satu: "),
    ("search x --json=ya", "--json tidak memakai nilai 'ya'"),
    ("check --as-of kemarin", "--as-of: «kemarin» bukan tanggal TTTT-BB-HH, misalnya 2024-11-27"),
    ("check --bogus", "tidak dikenal: --bogus"),
    ("new halaman", "jenis: 'halaman' tidak ada; pilih salah satu: "),
    ("schema x", "jenis: 'x' tidak ada; pilih salah satu: "),
    ("putusan", "belum diisi: --perbuatan, --peran"),
]
INGGRIS = re.compile(r"\b(usage|error|options|arguments?|required|invalid|choice|choose|expected|show this|optional)\b", re.IGNORECASE)


def told(capsys: pytest.CaptureFixture[str], command: str) -> tuple[object, str]:
    with pytest.raises(SystemExit) as stop:
        main(shlex.split(command))
    out, err = capsys.readouterr()
    return stop.value.code, out + err


@pytest.mark.parametrize(("command", "message"), SALAH)
def test_wrong_use_says_what_is_right(command: str, message: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, text = told(capsys, command)
    assert code == 2
    assert text.startswith("pemakaian: handbook")
    assert message in text.splitlines()[-1]
    assert not INGGRIS.search(text)


@pytest.mark.parametrize("command", ["", "check", "search", "putusan", "tabel", "beda", "schema", "new", "new kasus", "new sumber"])
def test_help_is_in_indonesian(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, text = told(capsys, f"{command} --help")
    assert code == 0
    assert "tampilkan bantuan ini" in text
    assert not INGGRIS.search(text)


@pytest.mark.parametrize("command", ["", "new"])
def test_a_command_that_lacks_its_command_shows_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(command.split()) == 0
    assert capsys.readouterr().out.startswith(f"pemakaian: handbook {command}".rstrip())


def test_a_message_nobody_foresaw_is_told_as_it_is() -> None:
    assert terjemah("something new") == "something new"
