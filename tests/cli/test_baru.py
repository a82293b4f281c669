"""`handbook new` on the fictional book: what it asks, refuses, writes, and what is left to fill in."""

import io
import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from handbook.cli import baru, main
from handbook.cli.baru import JUGA
from handbook.cli.tanya import Tanya
from handbook.content.load import load
from handbook.model.kasus import Kasus
from handbook.model.peraturan import Peraturan
from handbook.model.tabel import Sumber

BUKU = Path(__file__).parents[1] / "fixtures" / "buku"
HARI = "2001-07-01"
KANAL = {
    "id": "pengawas-serut", "nama": "Pengawas Kota Serut", "isi": "Menerima laporan.", "sumber": ["warta-cemara"],
    "keyakinan": "satu-berita", "dicek": HARI, "mandiri": True,
}  # fmt: skip
SERUT = {
    "nama": "Kota Serut", "judul": "Netralitas di Kota Serut", "ringkas": "Kota: percobaan.", "provinsi": "Cemara Raya",
    "diverifikasi": [{"tanggal": HARI, "oleh": "redaksi", "terhadap": ["warta-cemara"], "hasil": "Naskahnya dibaca dari awal."}],
    "tinjau_sebelum": "2001-12-28",
    "dasar": ["pp-1-2001#pasal-9"], "sumber": ["warta-cemara"], "kanal": [KANAL],
}  # fmt: skip
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(docs: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    def run(*arguments: str, given: Any = None) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO("" if given is None else json.dumps(given)))
        code = main(["new", *arguments, *(["--json", "-"] if given is not None else []), "--docs", str(docs), "--as-of", HARI])
        return (code, *capsys.readouterr())

    return run


def sound(docs: Path) -> bool:
    return load(docs, date.fromisoformat(HARI))[1] == []


def test_a_whole_region_is_green_at_once(run: Run, docs: Path) -> None:
    owners = docs.parent / ".github/CODEOWNERS"
    owners.parent.mkdir()
    owners.write_text("/docs/wilayah/ @org/redaksi\n", encoding="utf-8")
    code, out, _ = run("wilayah", "kota-serut", given=SERUT)
    assert code == 0
    assert out.endswith("Tidak ada masalah pada seluruh isi.\n")
    assert sound(docs)
    assert {path.name for path in (docs / "wilayah/kota-serut").iterdir()} == {"index.md", "edaran", "kasus"}
    assert owners.read_text(encoding="utf-8").endswith("/docs/wilayah/kota-serut/ @org/kota-serut @org/redaksi\n")


def test_owners_that_cannot_be_extended_are_left_as_they_are(run: Run, docs: Path) -> None:
    owners = docs.parent / ".github/CODEOWNERS"
    owners.parent.mkdir()
    owners.write_text("* @org/kode\n", encoding="utf-8")
    code, out, _ = run("wilayah", "kota-serut", given=SERUT)
    assert (code, owners.read_text(encoding="utf-8")) == (0, "* @org/kode\n")
    assert "CODEOWNERS tidak diubah: CODEOWNERS tanpa baris" in out


def test_what_is_not_answered_is_left_to_fill_in(run: Run, docs: Path) -> None:
    given = {key: value for key, value in SERUT.items() if key not in ("ringkas", "sumber")}
    code, out, _ = run("wilayah", "kota-serut", given=given)
    assert code == 0
    assert "Masih harus diisi atau dibetulkan di berkas itu (2):" in out
    assert "docs/wilayah/kota-serut/index.md:5: nilai Ditemukan: kosong. Diharapkan: «ringkas» berisi teks" in out
    assert not sound(docs)


def test_options_and_their_id(run: Run, docs: Path) -> None:
    code, out, _ = run(
        "sumber", "--judul", "Warta: Baru", "--penerbit", "Warta Baru", "--jenis", "lain", "--cara_baca", "utuh", "--diperiksa", HARI
    )
    assert (code, sound(docs)) == (0, True)
    assert "Ditulis: " in out
    assert [row.id for row in load(docs, date.fromisoformat(HARI))[0].tabel.sumber] == ["teks-pp-1-2001", "warta-baru", "warta-cemara"]  # type: ignore[union-attr]


def test_a_circular_and_a_case_go_to_their_region(run: Run, docs: Path) -> None:
    assert run("peraturan", "--sebutan", "SE 9/2001", "--wilayah", "kota-cemara")[0] == 0
    assert run("kasus", "apel", "--wilayah", "kota-cemara", "--alias", "apel pagi", "--alias", "apel")[0] == 0
    assert (docs / "wilayah/kota-cemara/edaran/se-9-2001.md").exists()
    assert "alias:\n  - apel pagi\n  - apel\n" in (docs / "wilayah/kota-cemara/kasus/apel.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "given", "message"),
    [
        (["wilayah", "kota-cemara"], {}, "Wilayah «kota-cemara» sudah punya halaman. Sunting berkas itu: "),
        (["sumber", "warta-cemara"], {}, "atau pakai warta-cemara-2"),
        (["wilayah", "Kota Serut"], {}, "Mungkin maksud Anda: kota-serut"),
        (["wilayah", "Kota Cemara"], {}, "Mungkin maksud Anda: kota-cemara\n"),
        (["wilayah"], {"id": ["Kota", "Serut"]}, "bukan id"),
        (["wilayah", "serut"], {}, "awali dengan kota-, kabupaten-, provinsi-. Contoh: kota-serut"),
        (["wilayah"], {}, "id belum ada. Contoh: handbook new wilayah kota-tegal"),
        (["kasus", "x", "--wilayah", "kota-cemarra"], {}, "Salah ketik? Id yang terdekat: kota-cemara"),
        (["sumber", "x", "--wilayah", "kota-lain"], {}, "Buat dulu: handbook new wilayah kota-lain"),
        (["kasus", "x"], {"sumber": ["warta-cemar"]}, "rujukan Ditemukan: «warta-cemar». Diharapkan: id Sumber"),
        (["kasus", "x"], {"dasar": ["pp-1-2001#pasal-8"]}, "pasal Ditemukan: «pp-1-2001#pasal-8»"),
        (["kasus", "x"], {"tanggal": "2001-08"}, "tanggal-depan Ditemukan: 2001-08"),
        (["kasus", "x"], {"status": "dugaan keras"}, "nilai Ditemukan: «dugaan keras»"),
        (["kasus", "x"], {"judul": "Tersem\u200bbunyi"}, "huruf-tersembunyi"),
        (["kasus", "x"], {"statusnya": "dugaan"}, "kunci-asing Ditemukan: kunci «statusnya»"),
        (["wilayah", "x"], {"kanal": [{"id": "x"}]}, "kunci-kurang Ditemukan: tidak ada. Diharapkan: kunci «kanal.1.isi»"),
        (["kasus", "x"], ["judul"], "bukan kumpulan kunci"),
    ],
)
def test_wrong_answers_write_nothing(run: Run, docs: Path, arguments: list[str], given: Any, message: str) -> None:
    before = sorted(docs.rglob("*"))
    code, _, err = run(*arguments, given=given)
    assert code == 2
    assert message in err
    assert err.endswith("Tidak ada yang ditulis.\n")
    assert sorted(docs.rglob("*")) == before
    assert sound(docs)


def test_a_faulty_book_can_still_be_added_to(run: Run, docs: Path) -> None:
    assert run("peraturan", "se-8", "--wilayah", "kota-cemara")[0] == 0
    code, out, _ = run("sumber", "warta-delapan", "--judul", "Delapan")
    assert code == 0
    assert "Di berkas lain ada " in out
    assert run("peraturan", "se-8", "--wilayah", "kota-cemara")[0] == 2, "an unfilled page holds its id"


def test_a_source_of_a_region_stands_in_its_folder_and_its_pages_can_name_it(run: Run, docs: Path) -> None:
    asked = ("--judul", "Kabar", "--penerbit", "Warta", "--jenis", "lain", "--cara_baca", "utuh", "--diperiksa", HARI)
    assert run("sumber", "warta-kota", "--wilayah", "kota-cemara", *asked)[0] == 0
    page = docs / "wilayah/kota-cemara/index.md"
    page.write_text(page.read_text(encoding="utf-8").replace("sumber: [warta-cemara]", "sumber: [warta-kota]", 1), encoding="utf-8")
    assert (docs / "wilayah/kota-cemara/_data/sumber.yml").read_text(encoding="utf-8").startswith("- id: warta-kota\n")
    assert sound(docs)


def test_a_table_that_cannot_be_read_is_left_alone(run: Run, docs: Path) -> None:
    table = docs / "_data/sumber.yml"
    table.write_text("- id: [rusak\n", encoding="utf-8")
    code, _, err = run("sumber", "baru", "--judul", "Baru")
    assert (code, table.read_text(encoding="utf-8")) == (2, "- id: [rusak\n")
    assert "yaml Ditemukan: kurung siku yang tidak ditutup" in err


# --- At a terminal, as an editor sits there ---


def test_an_editor_answers_questions_until_the_page_is_green(terminal: Callable[[str, list[str]], str], docs: Path) -> None:
    shown = terminal(
        "new wilayah",
        [
            "Kota Serut", "?", "Kota Serut", "kota-cemara", " ",
            "Netralitas di Kota Serut", "Kota percobaan.", "? warta", "warta-cemar", "warta-cemara", " ",
            "1 Juli 2001", "? wilayah", "Redaksi", "? cemara warta", "warta-cemara", " ",
            "Beritanya dibaca dari awal.", "tanggal", " ", " ",
            "Cemara Raya", "pp-1-2001#pasal-9", " ", "pengawas-serut", "Pengawas Kota Serut", "Menerima laporan.", "warta-cemara", " ",
            "satu-berita", "?", f"dicek: {HARI}", "mungkin", "ya", " ", " ", "?", "profil", " ", "celah", "Nomor telepon.", "\x04",
        ],
    )  # fmt: skip
    assert "Enter = kota-serut\n  id: ?" in shown
    assert "Tidak ada daftarnya. Isinya id: huruf kecil" in shown
    assert "  = 2001-07-01, yaitu 1 Juli 2001\n" in shown, "a day as people write it"
    assert "✗ «tanggal» bukan jawabannya: ketik ya untuk mengisi diverifikasi" in shown
    assert "\n  celah  Apa yang tidak diketahui.\n" in shown, "what the other keys mean"
    assert "  warta-cemara  Pegawai diminta netral" in shown, "the list of sources"
    assert "✗ rujukan Ditemukan: «warta-cemar»" in shown
    assert "✗ «Kota Serut» bukan id: huruf kecil, angka, tanda hubung. Mungkin maksud Anda: kota-serut" in shown
    assert "✗ Wilayah «kota-cemara» sudah punya halaman. Sunting berkas itu: " in shown
    assert "  redaksi-wilayah  redaksi wilayah\n" in shown, "values with what readers see for them"
    assert "2024-11-27 ialah 27 November 2024" in shown, "what a day looks like"
    assert "✗ nilai Ditemukan: «mungkin»" in shown
    assert "Tidak ada masalah pada seluruh isi." in shown, shown
    assert sound(docs)
    text = (docs / "wilayah/kota-serut/index.md").read_text(encoding="utf-8")
    assert "tinjau_sebelum: 2001-12-28\n" in text, "half a year on is suggested"
    assert "celah:\n  - Nomor telepon.\n" in text
    assert "mandiri: true\n" in text
    assert "profil" not in text, "opened, and left"


def test_who_has_had_enough_keeps_what_was_answered(terminal: Callable[[str, list[str]], str], docs: Path) -> None:
    shown = terminal("new kasus apel", ["Apel pagi", "\x04"])
    assert "Masih harus diisi atau dibetulkan di berkas itu" in shown
    assert "judul: Apel pagi\nringkas:\n" in (docs / "kasus/apel.md").read_text(encoding="utf-8")


def test_nobody_is_said_to_have_looked_on_a_day_that_was_not_typed(terminal: Callable[[str, list[str]], str], docs: Path) -> None:
    terminal("new sumber", ["Warta Lain", " ", "Warta", "2001-05", "https://warta.example/lain", "berita", "utuh", " ", "\x04"])
    text = (docs / "_data/sumber.yml").read_text(encoding="utf-8")
    assert text.endswith(
        "judul: Warta Lain\n  penerbit: Warta\n  tanggal: 2001-05\n  url: https://warta.example/lain\n"
        "  jenis: berita\n  cara_baca: utuh\n  diperiksa:\n"
    )


def test_a_regions_name_is_suggested_by_its_id_and_what_was_begun_keeps_its_other_keys(
    terminal: Callable[[str, list[str]], str], docs: Path
) -> None:
    answers = [" ", "Netral", "Kota.", "warta-cemara", " ", HARI, "redaksi", "warta-cemara", " ", "Beritanya dibaca dari awal.", " ", " "]
    shown = terminal("new wilayah kota-serut", [*answers, "Cemara Raya", "pp-1-2001#pasal-9", " ", "pengawas", "\x04"])
    assert "; Enter = Kota Serut\n" in shown
    text = (docs / "wilayah/kota-serut/index.md").read_text(encoding="utf-8")
    assert "nama: Kota Serut\n" in text
    assert text.endswith("kanal:\n  - id: pengawas\n    nama:\n    isi:\n    sumber: []\n    keyakinan:\n    dicek:\n---\n")


def test_a_scaffold_that_nobody_is_asked_about_shows_what_is_mostly_known_too(run: Run, docs: Path) -> None:
    assert run("peraturan", "se-9-2001", "--tanpa-tanya", "--wilayah", "kota-cemara")[0] == 0
    text = (docs / "wilayah/kota-cemara/edaran/se-9-2001.md").read_text(encoding="utf-8")
    assert "\nnomor:\ntanggal:\npenerbit:\nstatus:\n" in text
    assert "pasal" not in text


def test_what_may_stay_empty_and_is_mostly_known_is_asked_for() -> None:
    asked: list[str] = []

    def baca(prompt: str) -> str:
        asked.append(prompt.strip().rstrip(":").removeprefix("Tambah ").split()[0])
        return ""

    tanya = Tanya(baca, lambda _: None, lambda *_: [], lambda _: {}, juga=JUGA)
    tanya.lengkapi(Peraturan, {})
    tanya.lengkapi(Kasus, {})
    tanya.lengkapi(Sumber, {})
    assert {"nomor", "tanggal", "penerbit", "perbuatan", "sebutan", "url", "pasal?"} <= set(asked)
    assert "perihal" not in asked, "nobody said that there is a provision to add"
    assert "mencabut" not in asked


def test_who_breaks_off_the_closing_check_is_told_that_the_page_is_written(run: Run, docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(baru, "load", broken)
    code, out, err = run("kasus", "apel")
    assert (code, out) == (0, f"Ditulis: {docs / 'kasus/apel.md'}\n")
    assert "Pemeriksaan dihentikan; berkasnya sudah ditulis." in err


def test_who_breaks_off_leaves_nothing(terminal: Callable[[str, list[str]], str], docs: Path) -> None:
    shown = terminal("new kasus apel", ["Apel pagi", "\x03"])
    assert "Dibatalkan." in shown
    assert sound(docs)
