"""Who approves a region: a line each, and none lost when one is added."""

import pytest

from handbook.content import pemilik

BERKAS = (
    "# Ket.\n* @org/kode\n/docs/wilayah/ @org/redaksi\n/docs/wilayah/kota-a/ @org/kota-a @org/redaksi\n/docs/wilayah/kota-c/ @lain/tim\n"
)


@pytest.mark.parametrize(("id", "place"), [("kota-b", 4), ("kota-d", 5), ("a", 3)])
def test_a_line_is_added_in_its_place(id: str, place: int) -> None:
    lines = pemilik.tambah(BERKAS, id).splitlines()
    assert lines[place] == f"/docs/wilayah/{id}/ @org/{id} @org/redaksi"
    assert [line for n, line in enumerate(lines) if n != place] == BERKAS.splitlines()


def test_a_line_that_is_there_stays_as_it_is() -> None:
    assert pemilik.tambah(BERKAS, "kota-c") == BERKAS


def test_regions_without_a_line_are_named() -> None:
    assert pemilik.tanpa_pemilik(BERKAS, ["kota-c", "kota-b"]) == ["/docs/wilayah/kota-b/ @org/kota-b @org/redaksi"]


def test_without_owners_of_all_regions_no_line_can_be_made() -> None:
    with pytest.raises(ValueError, match="CODEOWNERS"):
        pemilik.tambah("* @org/kode\n", "kota-b")
