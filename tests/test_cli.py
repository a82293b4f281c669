"""The command line on the fictional book: what it prints, where, and how it exits."""

import json
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from handbook.cli import main
from handbook.cli.susun import sections_of
from handbook.content.load import load
from handbook.search.export import export
from handbook.search.index import build
from handbook.site.istilah import sinonim
from handbook.site.susunan import PENANDA

BUKU = Path(__file__).parent / "fixtures" / "buku"
BOOK = ["--docs", str(BUKU), "--as-of", "2001-07-01"]


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(arguments)
    told = capsys.readouterr()
    return code, told.out, told.err


def test_a_sound_book_is_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "check", *BOOK)
    assert (code, out) == (0, "")
    assert err.startswith("Tidak ada masalah: 2")


def test_faults_go_to_standard_output_one_a_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    copytree(BUKU, docs)
    (docs / "kasus" / "rusak.md").write_text("---\nid: rusak\n", encoding="utf-8")
    code, out, err = run(capsys, "check", "--docs", str(docs), "--as-of", "2001-07-01")
    assert code == 1
    assert [line.split(" ")[0] for line in out.splitlines()] == ["docs/kasus/rusak.md:1:"]
    assert err == "1 masalah; perbaiki lalu jalankan lagi.\n"


def test_search_prints_the_agreed_fields(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "search", "hadir kampanye", "--json", "--limit", "2", *BOOK)
    found = json.loads(out)
    assert code == 0
    assert 1 <= len(found) <= 2
    assert set(found[0]) == {"rank", "score", "url", "title", "section", "excerpt", "jenis", "wilayah", "putusan"}
    assert found[0]["url"] == "perbuatan/hadir/"
    assert found[0]["putusan"] == ["dilarang", "belum-diatur"]


def test_search_tells_the_verdict_first(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "search", "bolehkah hadir di kampanye", *BOOK)
    assert out.startswith("» Bolehkah saya hadir di kampanye? Dilarang, Belum diatur.")


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (["--wilayah", "kota-cemara"], {"kota-cemara"}),
        (["--jenis", "kasus"], {None}),
        (["--putusan", "boleh"], set()),
    ],
)
def test_filters_narrow(capsys: pytest.CaptureFixture[str], filters: list[str], expected: set[str | None]) -> None:
    _, out, _ = run(capsys, "search", "kampanye", "--json", *filters, *BOOK)
    assert {row["wilayah"] for row in json.loads(out)} == expected


def test_a_built_site_is_searched_without_the_book(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    handbook, _ = load(BUKU, date(2001, 7, 1))
    assert handbook is not None
    for name, data in export(build(sections_of(handbook, date(2001, 7, 1)), sinonim(handbook))).items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    code, out, err = run(capsys, "search", "hadir kampanye", "--indeks", str(tmp_path))
    assert (code, err) == (0, "")
    assert out == run(capsys, "search", "hadir kampanye", *BOOK)[1]
    assert run(capsys, "search", "kampanye", "--wilayah", "kota-cemar", "--indeks", str(tmp_path))[0] == 2
    (tmp_path / "cari/manifes.json").write_text("{}", encoding="utf-8")
    code, out, err = run(capsys, "search", "hadir kampanye", "--indeks", str(tmp_path))
    assert (code, out) == (1, "")
    assert "manifes.json rusak" in err


def test_a_folder_without_an_index_is_wrong_use(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, out, err = run(capsys, "search", "kampanye", "--indeks", str(tmp_path))
    assert (code, out) == (2, "")
    assert "--indeks site" in err


def test_nothing_found_helps_on(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "search", "zzqqxx", *BOOK)
    assert code == 0
    assert out.startswith("Tidak ada hasil.")


def test_an_unknown_region_names_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "search", "kampanye", "--wilayah", "kota-cemar", *BOOK)
    assert (code, out) == (2, "")
    assert "Yang terdekat: kota-cemara" in err


@pytest.mark.parametrize("limit", ["0", "-1", "banyak"])
def test_a_bad_limit_is_wrong_use(capsys: pytest.CaptureFixture[str], limit: str) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["search", "kampanye", "--limit", limit, *BOOK])
    assert stop.value.code == 2
    assert "misalnya 5" in capsys.readouterr().err or limit.startswith("-")


def test_a_verdict_with_its_ground(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "putusan", "--perbuatan", "hadir", "--peran", "pegawai", "--tahap", "masa", *BOOK)
    assert code == 0
    assert out.startswith("Dilarang. Bolehkah saya hadir di kampanye?\nPegawai tetap; Masa kampanye; seluruh Indonesia; 1 Juli 2001.\n")
    assert "Dasar: Pasal 5 ayat (1) PP 1/2001" in out


def test_a_verdict_as_data(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "putusan", "--perbuatan", "hadir", "--peran", "pegawai", "--tahap", "luar", "--json", *BOOK)
    told = json.loads(out)
    assert (told["putusan"], told["per_tanggal"]) == ("belum-diatur", "2001-07-01")
    (row,) = told["baris"]
    assert row["dasar"] == [{"id": "pp-1-2001#pasal-5-ayat-1", "sebutan": "Pasal 5 ayat (1) PP 1/2001", "terbit": "2001-03-01"}]
    assert (told["terjawab"], row["dasar_belum_ada"], told["keyakinan"]) == (True, [], "primer")
    assert told["langkah"] == ["Tinggalkan tempat itu & catat jamnya."]


def test_without_a_phase_the_calendar_gives_it(capsys: pytest.CaptureFixture[str]) -> None:
    ask = ["putusan", "--perbuatan", "hadir", "--peran", "pegawai", *BOOK]
    assert run(capsys, *ask)[1].startswith("Dilarang.")  # 1 July falls in the campaign
    code, out, err = run(capsys, *ask, "--tanggal", "2001-06-02")
    assert (code, out) == (2, "")
    assert "Kalender buku ini tidak memuat tahapan pada 2 Juni 2001. Sebut tahapnya: --tahap luar | masa | tenang" in err


def test_today_without_an_election_is_outside_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    ask = ["putusan", "--perbuatan", "hadir", "--peran", "pegawai", "--docs", str(BUKU), "--as-of", "2001-09-01"]
    assert run(capsys, *ask)[1].startswith("Belum diatur.")


def test_a_day_ahead_is_answered_with_a_warning(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "putusan", "--perbuatan", "hadir", "--peran", "pegawai", "--tahap", "masa", "--tanggal", "2030-01-01", *BOOK)
    assert "Tanggal itu belum tiba" in out


def test_odd_days_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    for day in ("2024-W37-4", "20240912", "besok"):
        with pytest.raises(SystemExit):
            main(["putusan", "--perbuatan", "hadir", "--peran", "pegawai", "--tanggal", day, *BOOK])
        assert "TTTT-BB-HH" in capsys.readouterr().err


def test_a_day_before_every_ground_is_not_answered_with_todays_verdict(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "putusan", "--perbuatan", "hadir", "--peran", "pegawai", "--tahap", "masa", "--tanggal", "1999-01-01", *BOOK)
    assert out.startswith("Tidak terjawab untuk tanggal itu. Bolehkah saya hadir di kampanye?\n")
    assert "Menurut aturan sekarang: Dilarang." in out
    assert "Pada 1 Januari 1999 dasar ini belum ada: Pasal 5 ayat (1) PP 1/2001." in out


def test_the_table_of_answers_replaces_its_own_files_only(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "lama.md").write_text(f"{PENANDA}\n\nPerbuatan yang sudah dihapus.", encoding="utf-8")
    code, out, _ = run(capsys, "tabel", str(tmp_path), *BOOK)
    assert (code, out) == (0, "")
    assert [path.name for path in tmp_path.iterdir()] == ["hadir.md"]
    (tmp_path / "README.md").write_text("Milik seseorang.", encoding="utf-8")
    code, _, err = run(capsys, "tabel", str(tmp_path), *BOOK)
    assert code == 2
    assert "berkas yang bukan tabel jawaban: README.md" in err
    assert (tmp_path / "README.md").exists()


def test_unknown_values_name_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "putusan", "--perbuatan", "hadirr", "--peran", "pegawei", "--tahap", "masa", *BOOK)
    assert code == 2
    assert "perbuatan «hadirr» tidak dikenal. Yang terdekat: hadir" in err
    assert "peran «pegawei» tidak dikenal. Yang terdekat: pegawai" in err


def test_the_schema_is_printed_for_one_kind_or_all(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "schema", "kasus")[1].startswith("# Kasus\nid (wajib)")
    assert run(capsys, "schema")[1].count("\n# ") > 10


@pytest.mark.parametrize("table", ["benih", "fakta", "alur"])
def test_schema_knows_tables_by_their_names(table: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", table]) == 0
    assert "id (wajib)" in capsys.readouterr().out


def test_an_impossible_as_of_is_told_and_not_a_traceback(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("AS_OF", "kemarin")
    assert main(["check"]) == 2
    assert capsys.readouterr().err == "AS_OF: «kemarin» bukan tanggal TTTT-BB-HH, misalnya 2024-11-27\n"


def test_an_anchor_given_twice_is_told_without_a_traceback(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    copytree(BUKU, docs)
    terms = docs / "_data/istilah.yml"
    terms.write_text(terms.read_text("utf-8").replace("id: pegawai-negeri", "id: daftar-istilah"), encoding="utf-8")
    code, _, err = run(capsys, "search", "kampanye", "--docs", str(docs), "--as-of", "2001-07-01")
    assert code == 1
    assert err.endswith("jangkar «#daftar-istilah» ada dua kali di satu halaman; ganti judul atau id yang kedua\n")
