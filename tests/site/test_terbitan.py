"""The list of published files: whole, in one order, and not believed when it comes from elsewhere."""

import json
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from handbook.site import terbitan
from handbook.site.terbitan import Isi, Keadaan

AS_OF = date(2001, 7, 1)


@pytest.fixture
def situs(tmp_path: Path) -> Path:
    for name, text in {"index.html": "Beranda", "hadir/index.html": "Hadir", "a b/é.txt": ""}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def listed(situs: Path) -> terbitan.Terbitan:
    return terbitan.susun(situs, AS_OF, "abc0" * 10)


def test_every_file_is_listed_but_the_list_and_what_differs_each_time(situs: Path) -> None:
    before = listed(situs)
    for name in (terbitan.NAMA, terbitan.RILIS):
        (situs / name).write_text("{}")
    assert listed(situs) == before
    assert before.berkas["index.html"] == Isi(7, sha256(b"Beranda").hexdigest())
    assert set(before.berkas) == {"index.html", "hadir/index.html", "a b/é.txt"}


def test_a_list_is_read_as_it_was_written(situs: Path) -> None:
    text = terbitan.tulis(listed(situs))
    assert terbitan.baca(text) == listed(situs)
    assert json.loads(text)["sidik"] == listed(situs).sidik
    assert len(text.splitlines()) == 2 + len(listed(situs).berkas)


def test_the_name_of_the_set_is_what_sha256sum_gives(situs: Path) -> None:
    lines = [f"{sha256((situs / name).read_bytes()).hexdigest()}  {name}\n" for name in ("a b/é.txt", "hadir/index.html", "index.html")]
    assert listed(situs).sidik == sha256("".join(lines).encode()).hexdigest()


def changed(situs: Path, **other: Any) -> str:
    return json.dumps({**json.loads(terbitan.tulis(listed(situs))), **other})


SIDIK = "0" * 64


@pytest.mark.parametrize("text", ["", "[]", "null", '{"skema": 1}', "[" * 100_000, "\udcff"])
def test_what_is_no_list_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="bukan daftar terbitan yang utuh"):
        terbitan.baca(text)


@pytest.mark.parametrize("other", [{"disusun": "besok"}, {"disusun": 7}, {"berkas": None}])
def test_a_list_with_a_part_of_another_kind_is_refused(other: dict[str, Any], situs: Path) -> None:
    with pytest.raises(ValueError, match="bukan daftar terbitan yang utuh"):
        terbitan.baca(changed(situs, **other))


def test_a_list_of_another_make_is_refused(situs: Path) -> None:
    with pytest.raises(ValueError, match="skema 2 tidak dikenal"):
        terbitan.baca(changed(situs, skema=2))


@pytest.mark.parametrize(
    "row",
    [
        ["../rahasia", 1, SIDIK],
        ["/etc/hostname", 1, SIDIK],
        ["", 1, SIDIK],
        [7, 1, SIDIK],
        ["a", -1, SIDIK],
        ["a", "1", SIDIK],
        ["a", 10**12, SIDIK],
        ["a", 1, "00"],
        ["a", 1],
        None,
    ],
)
def test_a_row_that_leads_astray_is_refused(row: Any, situs: Path) -> None:
    with pytest.raises(ValueError, match="bukan «alamat, ukuran, sidik»"):
        terbitan.baca(changed(situs, berkas=[row]))


def test_a_list_cut_short_is_refused(situs: Path) -> None:
    rows = json.loads(terbitan.tulis(listed(situs)))["berkas"]
    with pytest.raises(ValueError, match="terpotong atau diubah"):
        terbitan.baca(changed(situs, berkas=rows[1:]))


def test_a_folder_is_compared_file_by_file(situs: Path) -> None:
    before = listed(situs)
    assert list(terbitan.banding(before, terbitan.di_folder(before, situs))) == []
    (situs / "index.html").write_text("Berandal")
    (situs / "hadir/index.html").write_text("Hadup")
    (situs / "a b/é.txt").unlink()
    (situs / "sisipan.js").write_text("")
    found = list(terbitan.banding(before, terbitan.di_folder(before, situs)))
    assert [(one.path, one.keadaan) for one in found] == [
        ("a b/é.txt", Keadaan.HILANG),
        ("hadir/index.html", Keadaan.BERUBAH),
        ("index.html", Keadaan.BERUBAH),
        ("sisipan.js", Keadaan.TAMBAHAN),
    ]
    assert [found[1].sebab[:5], found[2].sebab] == ["sidik", "8 byte, seharusnya 7 byte"]
