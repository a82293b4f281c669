"""The way in for language models: the format of llmstxt.org, the caveats, and every act and rule with its state."""

import re
from datetime import date
from pathlib import Path

import pytest

from handbook.content.load import load
from handbook.model.handbook import Handbook
from handbook.site import llms
from tests.model.test_perubahan import changed

BUKU = Path(__file__).parents[1] / "fixtures" / "buku"
HARI = date(2001, 7, 1)
LINK = re.compile(r"- \[[^\]\n]+\]\(https://buku\.example/\S*\): \S.*")


@pytest.fixture(scope="module")
def buku() -> Handbook:
    handbook, problems = load(BUKU, HARI)
    assert handbook is not None, problems
    return handbook


def lines(book: Handbook) -> list[str]:
    return llms.export(book, HARI, "https://buku.example/")[llms.BERKAS].splitlines()


def test_it_is_a_title_a_summary_and_sections_of_links(buku: Handbook) -> None:
    told = lines(buku)
    assert told[0] == "# Netralitas ASN"
    assert told[2].startswith("> ")
    start = next(n for n, line in enumerate(told) if line.startswith("## "))
    assert [line for line in told[start:] if line and not line.startswith("## ") and not LINK.fullmatch(line)] == []
    assert [line for line in told if line.startswith("## ")][-1] == "## Optional"


def test_caveats_stand_before_every_link(buku: Handbook) -> None:
    text = "\n".join(lines(buku))
    assert text.index("Bukan nasihat hukum") < text.index("](https://")
    assert "Isi per 1 Juli 2001" in text


def test_acts_come_with_their_answers_and_rules_with_their_state(buku: Handbook) -> None:
    told = lines(buku)
    act = next(line for line in told if "/perbuatan/hadir/" in line)
    assert act.startswith("- [Bolehkah saya hadir di kampanye?](")
    assert act.endswith(": Dilarang, Belum diatur. Dilarang pada masa kampanye.")
    assert "- [PP 9/1990](https://buku.example/peraturan/pp-9-1990/): Ketertiban lama. Tidak berlaku lagi." in told


def test_no_text_begins_a_line_or_a_link_of_its_own(buku: Handbook) -> None:
    told = lines(changed(buku, tanya="Boleh](x) ## Data - [y?", ringkas="Satu # Dua"))
    linked = lines(changed(buku, ringkas="[x](https://evil.example)"))
    assert any(line.endswith(": Dilarang, Belum diatur. (x)(https://evil.example)") for line in linked)
    assert "- [Boleh)(x) ## Data - (y?](https://buku.example/perbuatan/hadir/): Dilarang, Belum diatur. Satu # Dua" in told
