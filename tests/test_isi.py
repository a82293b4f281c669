"""The real content: free of faults, complete where completeness was promised. The editors' test, in seconds."""

import re
from collections import Counter
from pathlib import Path
from shutil import copytree

import pytest

from handbook.clock import today
from handbook.content import pemilik
from handbook.content.load import load
from handbook.model.handbook import Handbook
from handbook.site import susunan, terbuka
from handbook.site.label import BULAN

DOCS = Path(__file__).parents[1] / "docs"
TABLE = Path(__file__).parent / "golden/putusan/tabel"
# Claims of the five founding articles, as they were listed when the book began; each must be told or left out for a reason.
CLAIMS = {"ks-000": 13, "ks-001": 13, "ks-002": 12, "ks-003": 24, "ks-004": 29, "kx": 11}
# Facts of the whole base the book was written from, by kind; each must be told or left out for a reason.
FACTS = {
    "boleh": 26,
    "kasus": 58,
    "konteks": 11,
    "pelanggaran-skb": 19,
    "pelaporan": 12,
    "peraturan": 40,
    "pasal": 176,
    "sanksi": 24,
    "statistik": 20,
    "tahapan": 18,
    "tetangga": 15,
    "kabupaten-tangerang": 47,
    "kota-tangerang": 61,
    "kota-tegal": 39,
}


@pytest.fixture(scope="module")
def buku() -> Handbook:
    handbook, problems = load(DOCS, today())
    assert handbook is not None, "\n".join(map(str, problems))
    return handbook


def test_every_claim_of_the_founding_articles_is_accounted_for(buku: Handbook) -> None:
    ids = [row.id for row in buku.tabel.benih]
    expected = [f"{prefix}-{number:02}" for prefix, count in CLAIMS.items() for number in range(1, count + 1)]
    assert Counter(ids) == Counter(expected)


def test_the_contradictions_are_told_and_not_only_explained_away(buku: Handbook) -> None:
    assert [row.id for row in buku.tabel.benih if row.id.startswith("kx-") and row.halaman is None] == []


def _kind(id: str) -> str:
    """Give the kind of a fact: "peraturan/x/y" is a provision, a fact of a region counts for its region, else the first word."""
    first, second, *rest = id.split("/")
    if first == "wilayah":
        return second
    return "pasal" if first == "peraturan" and rest else first


def test_every_fact_is_accounted_for_once(buku: Handbook) -> None:
    ids = [row.id for row in buku.tabel.fakta]
    assert [id for id, count in Counter(ids).items() if count > 1] == []
    assert Counter(map(_kind, ids)) == Counter(FACTS)
    assert ids == sorted(ids)


def test_rules_and_provisions_once_published_keep_their_ids(buku: Handbook) -> None:
    told = {row.id.removeprefix("peraturan/") for row in buku.tabel.fakta if row.id.startswith("peraturan/") and row.halaman}
    rules = set(buku.peraturan)
    provisions = {f"{id}/{pasal.anchor}" for id, entri in buku.peraturan.items() for pasal in entri.halaman.pasal}
    assert told - rules - provisions == set()


def test_the_joint_decree_has_its_7_and_12_items(buku: Handbook) -> None:
    items = [pasal.anchor for pasal in buku.peraturan["skb-2022"].halaman.pasal if pasal.anchor.startswith("butir-")]
    assert items == [*(f"butir-ke-{n}" for n in range(1, 8)), *(f"butir-d-{n}" for n in range(1, 13))]


def test_the_three_regions_have_circulars_events_channels_and_gaps(buku: Handbook) -> None:
    for id in ("kota-tangerang", "kabupaten-tangerang", "kota-tegal"):
        assert [e for e in buku.peraturan.values() if e.wilayah == id], id
        assert buku.wilayah[id].halaman.kegiatan, id
        assert buku.wilayah[id].halaman.celah, id


def test_every_region_has_someone_who_must_approve_its_changes(buku: Handbook) -> None:
    owners = (DOCS.parent / ".github/CODEOWNERS").read_text(encoding="utf-8")
    lacking = pemilik.tanpa_pemilik(owners, buku.wilayah)
    assert not lacking, "Tambahkan ke .github/CODEOWNERS:\n" + "\n".join(lacking)


def test_every_item_of_the_decree_answers_a_question(buku: Handbook) -> None:
    asked = {dasar for e in buku.perbuatan.values() for row in e.halaman.putusan for dasar in row.dasar}
    items = {f"skb-2022#{pasal.anchor}" for pasal in buku.peraturan["skb-2022"].halaman.pasal if pasal.anchor.startswith("butir-")}
    assert items - asked == set()


def test_repealed_rules_stay_and_lead_on(buku: Handbook) -> None:
    assert [e.halaman.id for e in buku.pencabut("pp-53-2010")] == ["pp-94-2021"]
    assert [e.halaman.id for e in buku.pencabut("uu-5-2014")] == ["uu-20-2023"]


def test_nothing_names_the_accused_by_honorific(buku: Handbook) -> None:
    """Roles, never private names: a name in a case would come with its form of address."""
    named = re.compile(r"\b(?:Sdr|Sdri|Saudara|Saudari)\b|\b(?:H|Hj|Drs|Dra|Ir)\.\s*[A-Z]|\b(?i:berinisial|inisial)\b")
    assert all(named.search(text) for text in ("oleh H. Fulan", "Drs. Fulan", "Berinisial F", "Sdr Fulan"))
    assert [e.path for e in buku.kasus.values() if named.search(e.halaman.model_dump_json() + e.isi)] == []


# Words that stand with a capital in a case and are no name of a person, beside places, months and the words of the glossary.
BUKAN_NAMA = frozenset({
    "Agung", "Anda", "Bupati", "Hari", "Kompas", "Konstitusi", "Kota", "Mahkamah", "Mendagri", "Negeri", "Pahlawan", "Panwaslu", "Pasal",
    "Pemerintah", "Polresta", "Provinsi", "Satpol", "Sentra",
})  # fmt: skip


def test_nothing_in_the_open_data_of_cases_looks_like_a_name(buku: Handbook) -> None:
    """Red for a new word with a capital: leave the name out, or, if it names no person, add the word."""
    table = next(table for table in terbuka.TABEL if table.nama == "kasus")
    text = "\n".join(row.model_dump_json(exclude={"daerah", "pemilihan", "sumber"}) for row in table.rows(buku))
    places = " ".join(f"{e.halaman.daerah} {e.halaman.pemilihan}" for e in buku.kasus.values())
    terms = " ".join(" ".join((row.nama, *row.ejaan)) for row in buku.tabel.istilah)
    known = BUKAN_NAMA | set(BULAN) | set(re.findall(r"\w+", f"{places} {terms}"))
    assert "Sekda" in known
    assert set(re.findall(r"(?<=[a-z,;] )[A-Z][a-z]+\b", text)) - known == set()
    officials = {official.nama for e in buku.wilayah.values() for official in e.halaman.pejabat}
    assert len(officials) > 10
    assert [name for name in officials if name in text] == []


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("wilayah/kota-tegal/edaran/se-sekda-2024-kota-tegal.md", "judul: ", "judul: Surat: "),
        ("wilayah/kota-tegal/edaran/se-sekda-2024-kota-tegal.md", "disway-1601", "disway-1610"),
        ("wilayah/kota-tegal/index.md", "menyebut netralitas mutlak", "berkata netralitas mutlak"),
    ],
)
def test_the_guides_sample_faults_are_what_an_editor_sees(file: str, old: str, new: str, tmp_path: Path) -> None:
    """Line numbers move with the content, the words must not."""
    docs = tmp_path / "docs"
    copytree(DOCS, docs)
    text = (docs / file).read_text(encoding="utf-8")
    assert old in text
    (docs / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    guide = re.sub(r"\.(md|yml):\d+:", r".\1:", (DOCS.parent / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    told = [re.sub(r"\.(md|yml):\d+:", r".\1:", str(problem)) for problem in load(docs, today())[1]]
    assert [line for line in told if line in guide], told[:5]


def test_the_table_of_all_answers_is_the_one_reviewers_see(buku: Handbook) -> None:
    """Red after a change of verdicts until the table is written anew, so that a reviewer sees in the diff whom it touches."""
    written = {path.name: path.read_text(encoding="utf-8") for path in TABLE.glob("*.md")}
    made = susunan.export(buku)
    stale = [f"{TABLE.name}/{name} sekarang seharusnya:\n{made.get(name, '(dihapus)')}" for name in sorted(made.keys() | written.keys())
             if made.get(name) != written.get(name)]  # fmt: skip
    assert not stale, "Tabel jawaban berubah. Jalankan «make tabel», atau tempel isi ini:\n\n" + "\n\n".join(stale)
