"""The filters of the search: a few regions stand on every page, hundreds in a file."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

from handbook.content.load import load
from handbook.model.handbook import Handbook
from handbook.site import saringan

BUKU = Path(__file__).parents[1] / "fixtures" / "buku"


def book(regions: int) -> Handbook:
    handbook, problems = load(BUKU, date(2001, 7, 1))
    assert handbook is not None, problems
    one = handbook.wilayah["kota-cemara"]
    more = (replace(one, path=f"wilayah/k-{n}/index.md", halaman=one.halaman.model_copy(update={"id": f"k-{n}"})) for n in range(regions))
    return Handbook((*(entri for entri in handbook.entri if entri is not one), *more), handbook.tabel)


def test_few_regions_stand_on_every_page() -> None:
    name, choices, file = saringan.di_halaman(book(saringan.SEBARIS))["wilayah"]
    assert (name, len(choices), file) == ("Wilayah", saringan.SEBARIS, "")
    assert saringan.export(book(saringan.SEBARIS)) == {}


def test_many_regions_stand_in_a_file() -> None:
    many = book(saringan.SEBARIS + 1)
    assert saringan.di_halaman(many)["wilayah"] == ("Wilayah", (), saringan.BERKAS)
    listed = json.loads(saringan.export(many)[saringan.BERKAS])
    assert listed[:2] == [["k-0", "Kota Cemara"], ["k-1", "Kota Cemara"]]
    assert len(listed) == saringan.SEBARIS + 1
