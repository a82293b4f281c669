"""`handbook impor` end to end on the fictional book: sound rows become scaffolds, every other row is told, nothing is overwritten."""

import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest
from openpyxl import Workbook

from handbook.cli import main
from handbook.content.load import load
from tests.test_cli import BUKU

HARI = "2001-07-01"
KEPALA = "Nomor;Tanggal;Tentang;Penerbit;Status;Tautan\n"
BAIK = "800/7/2001;12 Maret 2001;Netralitas pegawai;Sekretaris Kota;Berlaku;https://kota.example/7.pdf\n"
Impor = Callable[..., tuple[int, str, str]]


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    copytree(BUKU, tmp_path / "docs")
    return tmp_path / "docs"


@pytest.fixture
def impor(docs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Impor:
    def impor(isi: str | bytes | Workbook, *pilihan: str, nama: str = "daftar.csv") -> tuple[int, str, str]:
        path = tmp_path / nama
        if isinstance(isi, Workbook):
            isi.save(path)
        else:
            path.write_bytes(isi.encode() if isinstance(isi, str) else isi)
        region = () if "--wilayah" in pilihan else ("--wilayah", "kota-cemara")
        code = main(["impor", str(path), "--docs", str(docs), "--as-of", HARI, *region, *pilihan])
        return (code, *capsys.readouterr())

    return impor


def pages(docs: Path) -> dict[str, str]:
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted((docs / "wilayah/kota-cemara/edaran").glob("*.md"))}


def workbook(*rows: Sequence[object]) -> Workbook:
    book = Workbook()
    assert book.active
    for row in rows:
        book.active.append(list(row))
    return book


def test_without_tulis_nothing_is_written(impor: Impor, docs: Path) -> None:
    code, out, err = impor(KEPALA + BAIK, "--bentuk", "se")
    assert (code, list(pages(docs))) == (0, ["se-1-2001"])
    assert out.startswith("daftar.csv:2: akan menjadi ")
    assert "Belum ada yang ditulis" in err


def test_a_sound_row_becomes_a_scaffold_that_says_no_more_than_the_row(impor: Impor, docs: Path) -> None:
    assert impor(KEPALA + BAIK, "--bentuk", "se", "--tulis")[0] == 0
    assert pages(docs)["se-800-7-2001-kota-cemara"] == (
        "---\nid: se-800-7-2001-kota-cemara\njudul: Netralitas pegawai\nsebutan: SE 800/7/2001 Kota Cemara\nringkas:\nsumber: []\n"
        "diverifikasi:\n  - tanggal:\n    oleh:\n    terhadap: []\n    hasil:\ntinjau_sebelum:\nbentuk: se\nnomor: 800/7/2001\n"
        "tahun: 2001\ntanggal: 2001-03-12\npenerbit: Sekretaris Kota\nstatus: perlu-verifikasi\n"
        "status_catatan: 'Dari daftar daftar.csv baris 2: status «Berlaku», tautan «https://kota.example/7.pdf».'\n"
        "naskah:\nmengikat: []\nbagi_anda:\n---\n"
    )


def test_the_check_then_asks_for_what_is_empty_and_for_the_note_of_the_import(impor: Impor, docs: Path) -> None:
    impor(KEPALA + BAIK, "--bentuk", "se", "--tulis")
    problems = load(docs, date.fromisoformat(HARI))[1]
    assert {problem.path for problem in problems} == {"docs/wilayah/kota-cemara/edaran/se-800-7-2001-kota-cemara.md"}
    assert [problem.code for problem in problems if "Ditemukan: kosong" not in problem.message] == ["catatan-impor"]


def test_a_second_run_changes_nothing_and_work_already_done_stays(impor: Impor, docs: Path) -> None:
    impor(KEPALA + BAIK, "--bentuk", "se", "--tulis")
    page = docs / "wilayah/kota-cemara/edaran/se-800-7-2001-kota-cemara.md"
    page.write_text(page.read_text(encoding="utf-8").replace("ringkas:\n", "ringkas: Sudah dilengkapi.\n"), encoding="utf-8")
    before = pages(docs)
    code, out, err = impor(KEPALA + BAIK + BAIK.replace("/7/", "/8/"), "--bentuk", "se", "--tulis")
    assert code == 0
    assert "daftar.csv:2: sudah ada di docs/wilayah/kota-cemara/edaran/se-800-7-2001-kota-cemara.md" in out
    assert err.startswith("1 halaman baru, 1 sudah ada, 0 baris perlu diperiksa.")
    assert before.items() < pages(docs).items()


# Row -> what is said of it: the place, the code, and words of what was found.
RAGU = {
    "800/1;31 Februari 2001;Perihal;;;": "tanggal Ditemukan: «31 Februari 2001», hari yang tidak ada.",
    "800/1;12/03/01;Perihal;;;": "tanggal Ditemukan: «12/03/01», tahunnya dua angka.",
    "800/1;36961;Perihal;;;": "tanggal Ditemukan: «36961», nomor seri Excel, mungkin 2001-03-11.",
    "800/1;1 Agustus 2001;Perihal;;;": "tanggal Ditemukan: «1 Agustus 2001», belum tiba.",
    "800/1;12 Maret 2001;;;;": "kosong Ditemukan: tentang kosong.",
    ";12 Maret 2001;Perihal;;;": "kosong Ditemukan: nomor kosong.",
    "Jan-01;12 Maret 2001;Perihal;;;": "nomor-tanggal Ditemukan: nomor «Jan-01», tampaknya diubah lembar kerja menjadi tanggal.",
    "=A1;12 Maret 2001;Perihal;;;": "rumus Ditemukan: nomor: rumus, bukan nilai «=A1».",
    "800/1;12 Maret 2001;Perihal; tahap 2;Sekda;;": "kolom Ditemukan: lebih banyak kolom daripada kepalanya.",
    "800/1;12 Maret 2001;Perihal <b>;;;": "nilai Ditemukan: «Perihal <b>».",
    "800/1;12 Maret 2001;" + "panjang " * 20 + ";;;": "nilai Ditemukan: «panjang panjang",
    "800/1;12 Maret 2001;Peri\u200bhal;;;": "huruf-tersembunyi Ditemukan: U+200B.",
    "800/1/IV/2001;1 April 2001;Perihal;;;": "sudah-ada Ditemukan: bentuk «surat», di docs/wilayah/kota-cemara/edaran/se-1-2001.md «se».",
}


@pytest.mark.parametrize(("baris", "pesan"), RAGU.items())
def test_a_doubtful_row_is_told_and_not_taken(impor: Impor, docs: Path, baris: str, pesan: str) -> None:
    code, out, _ = impor(KEPALA + baris + "\n" + BAIK, "--bentuk", "surat", "--tulis")
    assert code == 1
    assert out.startswith(f"daftar.csv:2: {pesan}")
    assert {"Diharapkan:", "Contoh:"} <= set(out.partition("\n")[0].split())
    assert list(pages(docs)) == ["se-1-2001", "surat-800-7-2001-kota-cemara"]


def test_of_two_rows_with_one_number_neither_is_taken(impor: Impor, docs: Path) -> None:
    code, out, _ = impor(KEPALA + BAIK + BAIK.replace("800/7/2001", "Nomor 800/7 Tahun 2001"), "--tulis")
    assert code == 1
    assert "daftar.csv:3: nomor-ganda Ditemukan: nomor «Nomor 800/7 Tahun 2001» juga di baris 2." in out
    assert "daftar.csv:2: nomor-ganda Ditemukan: nomor «800/7/2001» juga di baris 3." in out
    assert len(pages(docs)) == 1


def test_where_one_day_has_its_month_first_all_that_can_be_read_so_are_held(impor: Impor) -> None:
    days = ("3/13/2001", "3/4/2001", "4/4/2001", "5 April 2001", "2001-04-03")
    code, out, _ = impor(KEPALA + "".join(f"800/{n}/2001;{day};Perihal;;;\n" for n, day in enumerate(days)), "--bentuk", "se")
    assert code == 1
    assert "daftar.csv:2: tanggal Ditemukan: «3/13/2001», hari yang tidak ada." in out
    assert "daftar.csv:3: tanggal-dua-arti Ditemukan: «3/4/2001», dapat dibaca dua cara: di baris 2 («3/13/2001») bulannya" in out
    assert [line[:12] for line in out.splitlines() if "tanggal-dua-arti" in line] == ["daftar.csv:3", "daftar.csv:6"]
    assert [line[:12] for line in out.splitlines() if "akan menjadi" in line] == ["daftar.csv:4", "daftar.csv:5"]


def test_a_form_is_known_however_it_is_written(impor: Impor, capsys: pytest.CaptureFixture[str]) -> None:
    assert "/se-800-7-2001-kota-cemara.md — 12 Maret 2001: Netralitas pegawai\n" in impor(KEPALA + BAIK, "--bentuk", "Surat Edaran")[1]
    with pytest.raises(SystemExit):
        impor(KEPALA + BAIK, "--bentuk", "Surat Edarn")
    told = capsys.readouterr().err
    assert "--bentuk: jenis «Surat Edarn» tidak dikenal. Yang terdekat: surat edaran" in told
    assert "Semuanya: se, surat edaran, edaran, surat" in told


def test_a_file_that_is_not_there_is_told_in_the_readers_language(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["impor", "tiada.xlsx", "--docs", str(docs), "--as-of", HARI, "--wilayah", "kota-cemara"]) == 2
    err = capsys.readouterr().err
    assert err.startswith("tiada.xlsx: berkas itu tidak ada.")
    assert "Errno" not in err


@pytest.mark.parametrize(
    "isi",
    [
        (KEPALA + BAIK).encode("utf-8"),
        (KEPALA + BAIK).encode("utf-8-sig"),
        (KEPALA + BAIK).encode("utf-16"),
        (KEPALA + BAIK).replace(";", ",").replace("\n", "\r\n").encode(),
        (KEPALA + BAIK).replace(";", "\t").encode(),
        ("PEMERINTAH KOTA CEMARA;;;;;\n;;;;;\n" + KEPALA.replace("Nomor;Tanggal", "No. Surat;TGL.") + BAIK + ";;;;;\n").encode(),
        ("No;" + KEPALA + "1;" + BAIK + "No;" + KEPALA).encode(),
    ],
    ids=["utf-8", "bom", "utf-16", "koma", "tab", "kepala-di-bawah", "kepala-berulang"],
)
def test_files_as_offices_save_them(impor: Impor, docs: Path, isi: bytes) -> None:
    assert impor(isi, "--bentuk", "se", "--tulis")[0] == 0
    assert "tanggal: 2001-03-12\npenerbit: Sekretaris Kota\n" in pages(docs)["se-800-7-2001-kota-cemara"]


def test_windows_text_is_read_and_said_to_be(impor: Impor, docs: Path) -> None:
    _, _, err = impor((KEPALA + BAIK.replace("pegawai", "pegawai – “tegas”")).encode("cp1252"), "--bentuk", "se", "--tulis")
    assert err.startswith("daftar.csv dibaca sebagai Windows-1252")
    assert "judul: Netralitas pegawai – “tegas”\n" in pages(docs)["se-800-7-2001-kota-cemara"]


def test_a_text_over_two_lines_counts_from_its_first(impor: Impor) -> None:
    _, out, _ = impor(KEPALA + BAIK.replace("Netralitas pegawai", '"Netralitas\npegawai"') + ";;Tanpa nomor;;;\n")
    assert "daftar.csv:2: akan menjadi" in out
    assert out.startswith("daftar.csv:4: kosong")


def test_columns_of_the_offices_own_and_regions_by_row(impor: Impor) -> None:
    isi = "Kode;Hal;Daerah;Jenis;Catatan\n800/7;Netralitas;Kota Cemara;Surat Edaran;x\n800/8;Netralitas;Kota Lain;Surat Kaleng;y\n"
    code, out, err = impor(isi, "--petakan", "Kode=nomor")
    assert code == 1
    assert "daftar.csv:2: akan menjadi" in out
    assert "/wilayah/kota-cemara/edaran/se-800-7-kota-cemara.md" in out
    assert "daftar.csv:3: wilayah Ditemukan: «Kota Lain». Diharapkan: wilayah buku ini: kota-cemara." in out
    assert "daftar.csv:3: bentuk Ditemukan: «Surat Kaleng»." in out
    assert err.startswith("Kolom yang tidak dipakai: Catatan\n")


@pytest.mark.parametrize(
    ("isi", "nama", "pesan"),
    [
        ("a;b\n1;2\n", "daftar.csv", "baris kepala dengan kolom nomor dan tentang tidak ditemukan"),
        (b"\x00\x81\x8d", "daftar.csv", "bukan teks UTF-8 atau Windows-1252"),
        ("Nomor;Tentang\n\x00;" + "x" * 200_000 + "\n", "daftar.csv", "bukan CSV"),
        (b"PK\x03\x04bohong", "daftar.xlsx", "bukan buku kerja .xlsx"),
        ("x", "daftar.xls", "bukan .csv atau .xlsx"),
    ],
)
def test_a_file_that_is_no_register_is_refused(impor: Impor, docs: Path, isi: str | bytes, nama: str, pesan: str) -> None:
    code, out, err = impor(isi, "--tulis", nama=nama)
    assert (code, out, list(pages(docs))) == (2, "", ["se-1-2001"])
    assert pesan in err
    assert err.endswith("Tidak ada yang ditulis.\n")


def test_an_unknown_region_and_none_are_refused(impor: Impor, docs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = impor(KEPALA + BAIK, "--wilayah", "kota-lain")[2]
    assert "Buat dulu: handbook new wilayah kota-lain\nSalah ketik? Id yang terdekat: kota-cemara" in told
    assert main(["impor", str(tmp_path / "daftar.csv"), "--docs", str(docs), "--as-of", HARI]) == 2
    assert "tidak punya kolom Wilayah" in capsys.readouterr().err


# --- Workbooks ---


def test_a_workbook_with_days_as_days(impor: Impor, docs: Path) -> None:
    heads = ["No.", "Nomor", "Tanggal", "Perihal"]
    book = workbook(["DAFTAR EDARAN"], heads, [1, "800/7/2001", date(2001, 3, 12), "Netralitas"], [2, 17, 2001, "Apel"])
    assert book.active
    book.active.merge_cells("A1:D1")
    assert impor(book, "--bentuk", "se", "--tulis", nama="daftar.xlsx")[0] == 0
    assert "tanggal: 2001-03-12" in pages(docs)["se-800-7-2001-kota-cemara"]
    assert "nomor: 17\ntahun: 2001\nstatus" in pages(docs)["se-17-kota-cemara"]


def test_what_cells_hide_is_told(impor: Impor) -> None:
    book = workbook(
        ["Nomor", "Tanggal", "Perihal"], ["=B2&1", date(2001, 3, 12), "Rumus"], ["800/1", 36961, "Seri"], [800.1, None, "Pecahan"],
        ["800/2", None, "Gabungan"], ["800/3", None, None], ["800/4", "#REF!", "Galat"], [date(2001, 7, 1), None, "Nomor jadi tanggal"],
    )  # fmt: skip
    assert book.active
    book.active.merge_cells("C5:C6")
    book.active["B7"].data_type = "e"
    code, out, _ = impor(book, nama="daftar.xlsx")
    assert code == 1
    assert [line.split(" Ditemukan")[0] for line in out.splitlines()] == [
        "daftar.xlsx:2: rumus", "daftar.xlsx:3: tanggal", "daftar.xlsx:4: pecahan", "daftar.xlsx:5: gabungan", "daftar.xlsx:6: gabungan",
        "daftar.xlsx:7: galat", "daftar.xlsx:8: nomor-tanggal",
    ]  # fmt: skip


def test_of_several_sheets_one_must_be_named(impor: Impor) -> None:
    book = workbook(["Nomor", "Perihal"], ["800/7", "Netralitas"])
    book.create_sheet("2002").append(["Nomor", "Perihal"])
    book.create_sheet("Petunjuk").append(["Isi daftar ini"])
    code, _, err = impor(book, nama="daftar.xlsx")
    assert (code, "--lembar «Sheet» atau «2002»" in err) == (2, True)
    assert impor(book, "--lembar", "Sheet", nama="daftar.xlsx")[0] == 0


def test_without_the_package_a_workbook_says_what_to_do(impor: Impor, monkeypatch: pytest.MonkeyPatch) -> None:
    book = workbook(["Nomor", "Perihal"], ["800/7", "Netralitas"])
    impor(book, nama="daftar.xlsx")
    monkeypatch.delitem(sys.modules, "handbook.content.lembar")
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    code, _, err = impor((Path(BUKU) / "index.md").read_bytes(), nama="daftar.xlsx")
    assert (code, err.splitlines()[0].endswith("atau simpan sebagai CSV.")) == (2, True)


# --- Many rows ---


def test_five_hundred_rows(impor: Impor, docs: Path) -> None:
    rows = [f"800/{n}/2001;{n % 28 + 1} Maret 2001;Netralitas {n};Sekda;;\n" for n in range(500)]
    for n in range(0, 500, 10):  # a tenth is doubtful
        rows[n] = rows[n].replace("Maret 2001", "Marit 2001")
    code, out, err = impor(KEPALA + "".join(rows), "--bentuk", "se", "--tulis")
    assert code == 1
    assert err.startswith("450 halaman baru, 0 sudah ada, 50 baris perlu diperiksa.")
    assert [line for line in out.splitlines() if " tanggal Ditemukan: " in line][1].startswith("daftar.csv:12: ")
    written = pages(docs)
    assert len(written) == 451
    again = impor(KEPALA + "".join(rows), "--bentuk", "se", "--tulis")[2]
    assert again.startswith("0 halaman baru, 450 sudah ada, 50 baris perlu diperiksa.")
    assert pages(docs) == written
