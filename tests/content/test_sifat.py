"""Properties of the readers of a single file, over whatever anybody may write: never an exception, a hang, or a silent loss.

``CONTOH`` says how many cases each gets: a hundred in `make test`, 20,000 in `make uji-acak`, 200,000 at night.
"""

import json
from pathlib import Path
from time import process_time

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from handbook.content import body
from handbook.content.faults import validate
from handbook.content.source import Source, odd_lines, parse, read_text
from handbook.content.tempat import PAGES, TABLES
from handbook.content.yaml_lines import Tree
from handbook.model.problem import Problem
from handbook.model.rekaman import slug

SECONDS = 2
# What YAML and Markdown give a meaning to, and what has fooled readers of them.
YAML = ("---\n", "...\n", "- ", ": ", "? ", "&a ", "*a ", "<<: ", "!!int ", "!!python/object:x ", "%YAML 1.1\n", "# ", "| \n", ">-\n")
SIGNS = ("\t", "[", "]", "{", "}", ",", "'", '"', "\\", "\\u202e", "\n", "\n  ", "\r", "\0", "\ufeff", "\u2028")
VALUES = ("~", "null", "yes", "0b_", "2024-02-31", "id: x\n", "judul: Judul\n", "sumber: [a]\n", "putusan:\n")
MARKDOWN = ("](", "![", "[^a]", "](javascript:", "<b", "`", "```\n", "## A\n", "===\n")
PIECES = st.one_of(st.sampled_from((*YAML, *SIGNS, *VALUES, *MARKDOWN)), st.text(max_size=20))
TEXTS = st.lists(PIECES, max_size=40).map("".join)
KINDS = tuple(dict.fromkeys(kind for _, kind in PAGES))


def is_told_well(problem: Problem, lines: int) -> bool:
    """One line, a place inside the file, and all three parts of a fault."""
    told = str(problem)
    return "\n" not in told and 1 <= problem.line <= lines and all(part in told for part in ("Ditemukan: ", "Diharapkan: ", "Contoh: "))


def read_page(text: str, kind: type) -> list[Problem]:
    source, problems = parse(text, "docs/x.md", page=True)
    if source is None:
        return problems
    return [*validate(kind, source.tree, source.path)[1], *body.problems(source)]


@given(TEXTS, st.sampled_from(KINDS), st.booleans())
def test_any_text_is_a_page_or_faults(text: str, kind: type, fenced: bool) -> None:
    start, page = process_time(), f"---\n{text}\n---\n{text}" if fenced else text
    problems = read_page(page, kind)
    assert process_time() - start < SECONDS
    assert all(is_told_well(problem, page.count("\n") + 1) for problem in problems)


@given(TEXTS, st.sampled_from(sorted(TABLES)))
@example("\r¿", "alur")  # a line end to YAML, and none to the editor
def test_any_text_is_a_table_or_faults(text: str, stem: str) -> None:
    start = process_time()
    source, problems = parse(text, "docs/_data/x.yml", page=False)
    if source and isinstance(source.tree.value, list):
        problems = [one for row in source.tree.value[:3] for one in validate(TABLES[stem], Tree(row, {(): 1}), source.path)[1]]
    assert process_time() - start < SECONDS
    assert (source is None) <= bool(problems)
    assert all(is_told_well(problem, text.count("\n") + 1) for problem in problems)


@pytest.fixture(scope="session")
def berkas(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("sifat") / "x.md"


@given(st.lists(st.one_of(st.binary(max_size=12), TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass"))), max_size=4).map(b"".join))
def test_any_bytes_are_text_or_faults(berkas: Path, content: bytes) -> None:
    berkas.write_bytes(content)
    text, problems = read_text(berkas, "docs/x.md")
    assert all(is_told_well(problem, content.count(b"\n") + content.count(b"\r") + 1) for problem in problems)
    assert problems or text.replace("\n", "") == content.decode("utf-8-sig").replace("\r", "").replace("\n", "")


@given(st.text(max_size=200))
def test_a_value_is_kept_to_the_letter_or_refused(value: str) -> None:
    source, problems = parse(f"---\nringkas: {json.dumps(value)}\n---\n", "docs/x.md", page=True)
    if source is None:
        assert problems
    else:
        assert source.tree.value == {"ringkas": value}


@given(st.dictionaries(st.from_regex(r"[a-z]{1,6}", fullmatch=True), st.text(max_size=40), min_size=1, max_size=6))
def test_what_another_writer_of_yaml_wrote_is_read_the_same_or_refused(data: dict[str, str]) -> None:
    page = f"---\n{yaml.safe_dump(data, allow_unicode=True)}---\n"
    source, problems = parse(page, "docs/x.md", page=True)
    refused = [*odd_lines(page, "docs/x.md"), *problems]
    assert refused or (source is not None and source.tree.value == data)


@given(st.text(max_size=80))
def test_an_anchor_is_plain_and_stays_itself(text: str) -> None:
    anchor = slug(text)
    assert anchor == slug(anchor)
    assert set(anchor) <= set("abcdefghijklmnopqrstuvwxyz0123456789_-")


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_any_prose_is_judged_in_time(text: str) -> None:
    start = process_time()
    list(body.problems(Source("docs/x.md", parse("---\nid: x\n---\n", "docs/x.md", page=True)[0].tree, text, 4)))  # type: ignore[union-attr]
    assert process_time() - start < SECONDS
