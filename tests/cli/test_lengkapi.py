"""`handbook lengkapi` at a terminal: a row of a register becomes a whole page; what cannot be completed is left alone."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from handbook.cli import main
from handbook.content.load import load

HARI = "2001-07-01"
REGISTER = "Nomor;Tanggal;Perihal;Status\n7/2001;3 Mei 2001;Apel pagi;Berlaku\n"
EDARAN = "wilayah/kota-cemara/edaran/se-7-2001-kota-cemara.md"


@pytest.fixture
def edaran(docs: Path, tmp_path: Path) -> Path:
    """A circular as the register's import writes it."""
    (tmp_path / "daftar.csv").write_text(REGISTER, encoding="utf-8")
    arguments = ["impor", str(tmp_path / "daftar.csv"), "--wilayah", "kota-cemara", "--bentuk", "se", "--tulis"]
    assert main([*arguments, "--docs", str(docs), "--as-of", HARI]) == 0
    return docs / EDARAN


def test_a_row_of_a_register_becomes_a_whole_page(
    terminal: Callable[[str, list[str]], str],
    docs: Path,
    edaran: Path,
) -> None:
    edaran.write_text(edaran.read_text(encoding="utf-8") + "\nCatatan redaksi.\n", encoding="utf-8")
    shown = terminal(
        f"lengkapi {edaran}",
        [
            "Edaran apel.", "warta-cemara", " ", HARI, "redaksi", "warta-cemara", " ", "Beritanya dibaca dari awal.", " ", " ",
            "Kota Cemara", "Keberlakuannya belum dipastikan.", "tidak-ditemukan", "pegawai", " ", "Ikutlah apel.", " ", " ",
        ],
    )  # fmt: skip
    assert "catatan-impor Ditemukan: «Dari daftar daftar.csv baris 2: status «Berlaku».»" in shown, "what the register said, to be used"
    assert "Tidak ada masalah pada seluruh isi." in shown, shown
    text = edaran.read_text(encoding="utf-8")
    assert "nomor: 7/2001\n" in text, "what is there is not asked again"
    assert "status_catatan: Keberlakuannya belum dipastikan.\n" in text
    assert text.endswith("---\n\nCatatan redaksi.\n")
    assert load(docs, date.fromisoformat(HARI))[1] == []
    assert "Tidak ada masalah" in terminal(f"lengkapi {edaran}", []), "and then there is nothing to ask"
    assert edaran.read_text(encoding="utf-8") == text


def test_who_has_had_enough_goes_on_where_he_stopped(
    terminal: Callable[[str, list[str]], str],
    docs: Path,
    edaran: Path,
) -> None:
    terminal(f"lengkapi {edaran}", ["Edaran apel.", "warta-cemara", " ", HARI, "\x04"])
    begun = edaran.read_text(encoding="utf-8")
    assert f"ringkas: Edaran apel.\nsumber:\n  - warta-cemara\ndiverifikasi:\n  - tanggal: {HARI}\n    oleh:\n" in begun
    shown = terminal(f"lengkapi {edaran}", ["\x03"])
    assert "\ndiverifikasi.1.oleh (wajib)" in shown, "the first key that is empty"
    assert "Dibatalkan.\nTidak ada yang diubah." in shown
    assert edaran.read_text(encoding="utf-8") == begun


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("_data/sumber.yml", None, "bukan halaman yang dapat dilengkapi"),
        ("cari.md", None, "bukan halaman yang dapat dilengkapi"),
        ("kasus/tiada.md", None, "bukan halaman yang dapat dilengkapi"),
        ("kasus/rusak.md", "---\njudul: Kampanye: hadir\n---\n", "yaml Ditemukan: tanda «: » di tengah nilai"),
        ("kasus/kosong.md", "---\njudul:\n---\n", "Perintah ini bertanya; jalankan di terminal."),
    ],
)
def test_what_cannot_be_completed_is_left_alone(
    docs: Path,
    capsys: pytest.CaptureFixture[str],
    file: str,
    text: str | None,
    message: str,
) -> None:
    if text:
        (docs / file).write_text(text, encoding="utf-8")
    assert main(["lengkapi", str(docs / file), "--docs", str(docs), "--as-of", HARI]) == 2
    assert message in capsys.readouterr().err
    assert not text or (docs / file).read_text(encoding="utf-8") == text
