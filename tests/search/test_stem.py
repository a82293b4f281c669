"""Related words share a stem, unrelated ones don't. How well, on judged words: `python -m handbook.search.evaluate`."""

import pytest

from handbook.search.stem import stem

FAMILIES = """
pihak memihak berpihak keberpihakan pihaknya
suka menyukai disukai sukakah
dukung mendukung dukungan didukung pendukung
kampanye berkampanye dikampanyekan mengampanyekan
calon mencalonkan pencalonan dicalonkan calonnya
lapor melapor melaporkan laporan pelaporan
netral kenetralan menetralkan
pilih memilih pemilih pilihan dipilih
langgar melanggar pelanggaran dilanggar
tugas bertugas petugas penugasan
foto berfoto difoto
kirim mengirim mengirimkan kiriman
unggah mengunggah unggahan diunggah
hadir menghadiri dihadiri kehadiran
serang menyerang diserang serangan serangannya
jumlah berjumlah sejumlah jumlahnya
kenal mengenal dikenal dikenali terkenal perkenalan
masuk memasukkan memasuki masukan termasuk pemasukan
milik memiliki dimiliki pemilik miliknya
perintah memerintah pemerintah pemerintahan diperintah
tanya bertanya ditanyai pertanyaan
rencana berencana merencanakan direncanakan
"""


@pytest.mark.parametrize("family", FAMILIES.split("\n")[1:-1])
def test_a_family_of_words_shares_its_stem(family: str) -> None:
    assert len({stem(word) for word in family.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("calon", "calo"),
        ("netral", "negara"),
        ("sanksi", "saksi"),
        ("makan", "mala"),
        ("dinas", "dini"),
        ("masa", "masalah"),
        ("nama", "pertama"),
        ("mula", "pula"),
    ],
)
def test_strangers_keep_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize("word", ["asn", "pns", "di", "uu", "2024", "800.1.6.1", "p3k"])
def test_short_words_and_numbers_are_their_own_stem(word: str) -> None:
    assert stem(word) == word
