"""Whatever is written as YAML is read back unchanged by the strict reader."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.content.huruf import GANJIL
from handbook.content.yaml_lines import read
from handbook.content.yaml_tulis import write

TEKS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200).filter(
    lambda text: not GANJIL.search(text)
)
SULIT = st.sampled_from([
    "~", "null", "a: b", "a #b", "# a", "- x", "'x'", '"x"', "@x", "%x", "[a", "{a", "---", "...", "2024-01-02", " x ", "no", "a\nb",
    "kata " * 60 + "# x", "Pasal 5: «x» — y",
])  # fmt: skip
NILAI = st.recursive(
    TEKS | SULIT | st.none(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.from_regex(r"[a-z_]{1,8}", fullmatch=True), inner, min_size=1, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.from_regex(r"[a-z_]{1,8}", fullmatch=True), NILAI, min_size=1))
def test_what_is_written_is_read_back(values: dict[str, Any]) -> None:
    assert read(write(values)).value == values


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"tanggal": "2024-01-02", "asn": "true"}, "tanggal: 2024-01-02\nasn: true\n"),
        ({"judul": "Kampanye: hadir"}, "judul: 'Kampanye: hadir'\n"),
        ({"judul": None, "sumber": []}, "judul:\nsumber: []\n"),
        ({"kanal": [{"id": "a", "sumber": ["x"]}]}, "kanal:\n  - id: a\n    sumber:\n      - x\n"),
    ],
)
def test_it_looks_like_the_files_that_are_there(value: dict[str, Any], text: str) -> None:
    assert write(value) == text
