"""What is kept or passed on: PDF files, read back by another library, and cards. No text of the book means anything to the typesetter."""

import io
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from markdown import markdown
from PIL import Image
from pypdf import PdfReader

from handbook.content.load import load
from handbook.model.entri import Entri
from handbook.model.handbook import Handbook
from handbook.model.nilai import NilaiPutusan
from handbook.site import bagikan
from handbook.site.cetak import dokumen, terbit
from handbook.site.cetak.mesin import Mesin, TakTerset
from handbook.site.cetak.pohon import TakTercetak, pohon
from handbook.site.cetak.rupa import rupa
from handbook.site.edisi import KARTU_BUKU, PDF_BUKU, Edisi
from handbook.site.halaman import render

ROOT = Path(__file__).parents[2]
BUKU = ROOT / "tests" / "fixtures" / "buku"
CSS = (ROOT / "overrides/assets/stylesheets/netralitas.css").read_text(encoding="utf-8")
AS_OF = date(2001, 7, 1)
SITUS = "https://buku.example/cemara/"
EDISI = Edisi(SITUS, cetak=True)
HADIR = "cetak/perbuatan/hadir.pdf"


@pytest.fixture(scope="module")
def buku() -> Handbook:
    handbook, problems = load(BUKU, AS_OF)
    assert handbook is not None, problems
    return handbook


def terbitkan(handbook: Handbook, simpanan: Path, edisi: Edisi = EDISI) -> dict[str, bytes]:
    html = {entri.path: markdown(render(handbook, entri, AS_OF, edisi), extensions=["tables", "toc"]) for entri in handbook.entri}
    situs = terbit.Situs("Buku Cemara", "Jawaban untuk Negeri Cemara.", CSS)
    return terbit.export(handbook, html, situs=situs, edisi=edisi, mesin=Mesin(simpanan), as_of=AS_OF)


@pytest.fixture(scope="module")
def terbitan(buku: Handbook, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return terbitkan(buku, tmp_path_factory.mktemp("cetak"))


def baca(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data))


def teks(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in reader.pages)


def alamat(reader: PdfReader) -> set[str]:
    """The outward links of a file."""
    notes = [note.get_object() for page in reader.pages for note in page.get("/Annots", [])]
    return {note["/A"]["/URI"] for note in notes if "/A" in note and "/URI" in note["/A"]}


def garis_besar(outline: Any) -> list[str]:
    return [title for item in outline for title in (garis_besar(item) if isinstance(item, list) else [item.title])]


def test_every_act_rule_guide_and_region_is_a_file_and_so_is_the_book(buku: Handbook, terbitan: dict[str, bytes]) -> None:
    assert {PDF_BUKU, HADIR, "cetak/peraturan/pp-1-2001.pdf", "cetak/panduan/melapor.pdf", "cetak/wilayah/kota-cemara.pdf"} <= set(terbitan)
    assert {KARTU_BUKU, "kartu/perbuatan/hadir.png", "kartu/peraturan/pp-1-2001.png", "kartu/wilayah/kota-cemara.png"} <= set(terbitan)
    assert all(path in terbitan for entri in buku.entri for path in (EDISI.pdf(entri), EDISI.kartu(entri)) if path)


def test_an_act_on_paper_leads_with_its_answer_and_ends_with_its_sources(terbitan: dict[str, bytes]) -> None:
    text = teks(baca(terbitan[HADIR]))
    order = ["Bolehkah saya hadir di kampanye?", "Dilarang", "Pasal 5 ayat (1) PP 1/2001", "Hadir dinilai ikut.", "Negeri Cemara"]
    places = [text.index(part) for part in order]
    assert places == sorted(places)
    assert f"Keadaan per 1 Juli 2001; yang terkini di {SITUS}perbuatan/hadir/" in text
    assert "Halaman 1 dari" in text
    assert "Bagikan" not in text


def test_a_file_says_its_title_language_and_structure(terbitan: dict[str, bytes]) -> None:
    for path in (PDF_BUKU, HADIR):
        reader = baca(terbitan[path])
        root: Any = reader.trailer["/Root"]
        assert root["/Lang"] == "id"
        assert root["/MarkInfo"]["/Marked"]
        assert root["/ViewerPreferences"]["/DisplayDocTitle"]
        assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
        assert reader.metadata is not None
        assert reader.metadata.title == ("Buku Cemara" if path == PDF_BUKU else "Bolehkah saya hadir di kampanye?")
        assert reader.metadata.creation_date == datetime(2001, 7, 1, tzinfo=UTC)


def test_the_book_has_parts_pages_and_one_list_of_sources(terbitan: dict[str, bytes]) -> None:
    titles = garis_besar(baca(terbitan[PDF_BUKU]).outline)
    order = [
        "Panduan",
        "Melapor",
        "Acara",
        "Bolehkah saya hadir di kampanye?",
        "Peraturan",
        "Kota Cemara",
        "Kasus di daerah lain",
        "Sumber",
    ]
    places = [titles.index(part) for part in order]
    assert places == sorted(places)
    assert titles.count("Sumber") == 1


def test_links_lead_inside_the_file_or_to_the_site(buku: Handbook, terbitan: dict[str, bytes], tmp_path: Path) -> None:
    assert f"{SITUS}peraturan/pp-1-2001/#pasal-5-ayat-1" in alamat(baca(terbitan[HADIR]))
    assert not [link for link in alamat(baca(terbitan[PDF_BUKU])) if link.startswith(f"{SITUS}peraturan/pp-")]
    tanpa_situs = terbitkan(buku, tmp_path, Edisi("", cetak=True))
    assert {link for link in alamat(baca(tanpa_situs[HADIR])) if not link.startswith("https://")} == set()
    assert "Pasal 5 ayat (1) PP 1/2001" in teks(baca(tanpa_situs[HADIR]))
    assert not [path for path in tanpa_situs if path.startswith("kartu/")]


def test_fonts_are_inside_and_none_is_of_the_machine(terbitan: dict[str, bytes]) -> None:
    resources: list[Any] = [page["/Resources"] for page in baca(terbitan[PDF_BUKU]).pages]
    names = {str(font.get_object()["/BaseFont"]).partition("+")[2] for one in resources for font in one["/Font"].values()}
    assert names
    assert all(name.startswith(("Libertinus", "NewCM", "DejaVuSansMono")) for name in names), names


def test_the_same_book_gives_the_same_bytes(buku: Handbook, terbitan: dict[str, bytes], tmp_path: Path) -> None:
    assert terbitkan(buku, tmp_path) == terbitan


def test_nothing_is_made_unless_asked_for(buku: Handbook, tmp_path: Path) -> None:
    assert terbitkan(buku, tmp_path, Edisi(SITUS)) == {}
    assert 'class="alat-halaman"' not in render(buku, buku.perbuatan["hadir"], AS_OF, Edisi(SITUS))


# What would be code, markup, a link or an end of the text to the typesetter or on the way there.
ASING = (
    '#panic("x") $x$ *a* _b_ <c> @d `e` \\f // g', "= Judul palsu", '"); panic("', "a]#[b", "\u202eterbalik",
    "{{ 7 * 7 }} {% raw %}", "𝕏 ⚖ → ½ é",
)  # fmt: skip


def test_any_text_of_a_record_stays_text_on_paper_and_on_the_card(buku: Handbook, tmp_path: Path) -> None:
    entri, text = buku.perbuatan["hadir"], " ".join(ASING)
    changed: Entri[Any] = replace(entri, halaman=entri.halaman.model_copy(update={"ringkas": text, "tanya": text}))
    made = terbitkan(replace(buku, entri=tuple(changed if one is entri else one for one in buku.entri)), tmp_path)
    reader = baca(made[HADIR])
    assert reader.metadata is not None
    assert reader.metadata.title == text
    assert teks(reader).count("= Judul palsu") >= 2
    assert Image.open(io.BytesIO(made["kartu/perbuatan/hadir.png"])).size == (1200, 630)


def test_a_letter_that_no_font_has_is_named(buku: Handbook, tmp_path: Path) -> None:
    entri = buku.perbuatan["hadir"]
    changed: Entri[Any] = replace(entri, halaman=entri.halaman.model_copy(update={"ringkas": "Dilarang 🙂."}))
    with pytest.raises(TakTerset, match="«Bolehkah saya hadir di kampanye\\?» tidak dapat dicetak: huruf «🙂» tidak ada"):
        terbitkan(replace(buku, entri=(*(one for one in buku.entri if one.path < entri.path), changed)), tmp_path)


def test_whatever_a_guide_may_hold_is_printed(buku: Handbook, tmp_path: Path) -> None:
    entri = buku.panduan["melapor"]
    prose = "Satu.\n\n---\n\n```\nbaris  satu\n  baris dua\n```\n\n![Alur melapor](../gambar/alur.png)\n"
    changed = replace(entri, isi=prose)
    html = {entri.path: markdown(prose, extensions=["fenced_code"])}
    book = replace(buku, entri=(changed,))
    tree = {entri.path: pohon(html[entri.path], entri.url)}
    look = rupa(CSS, tuple(nilai.value for nilai in NilaiPutusan))
    data = dokumen.data(book, dokumen.halaman(book, changed), tree, edisi=EDISI, nama="Buku", as_of=AS_OF, rupa=look)
    reader = baca(Mesin(tmp_path).pdf("buku", data))
    assert "Gambar: Alur melapor" in teks(reader)
    assert f"{SITUS}panduan/gambar/alur.png" in alamat(reader)
    assert "baris satu baris dua" in teks(reader)


def test_endless_nesting_is_told_of_its_page() -> None:
    with pytest.raises(TakTercetak, match="Halaman «panduan/satu/» tidak dapat dicetak: daftar atau kutipannya terlalu dalam"):
        pohon("<blockquote>" * 900 + "a" + "</blockquote>" * 900, "panduan/satu/")


def test_what_has_no_form_on_paper_is_refused() -> None:
    with pytest.raises(TakTercetak, match="Halaman «kasus/satu/» tidak dapat dicetak: <video>"):
        pohon("<p>satu <video></video></p>", "kasus/satu/")


def test_cards_are_small_pictures(terbitan: dict[str, bytes]) -> None:
    for path, data in terbitan.items():
        if path.startswith("kartu/"):
            picture = Image.open(io.BytesIO(data))
            assert (picture.format, picture.size) == ("PNG", (1200, 630)), path
            assert len(data) <= 60_000, path


def test_the_look_is_read_from_the_stylesheet() -> None:
    found = rupa(CSS, tuple(nilai.value for nilai in NilaiPutusan))
    assert found["warna"][found["peran"]["dilarang"]] in CSS
    assert (found["garis"]["boleh-bersyarat"], found["garis"]["belum-diatur"]) == ("dashed", "dotted")
    assert found["tanda"]["boleh"].startswith("<svg xmlns='http://www.w3.org/2000/svg'")
    with pytest.raises(ValueError, match="mungkin"):
        rupa(CSS, ("boleh", "mungkin"))


def test_the_text_to_pass_on_names_answer_ground_day_and_address(buku: Handbook) -> None:
    entri = buku.perbuatan["hadir"]
    assert bagikan.teks(buku, entri, EDISI).split("\n") == [
        "Bolehkah saya hadir di kampanye?",
        "Jawaban: Dilarang; untuk peran atau tahap lain: belum diatur.",
        "Dilarang pada masa kampanye.",
        "Dasar: Pasal 5 ayat (1) PP 1/2001.",
        f"Berlaku per 1 Juni 2001. Jawaban terkini menurut peran Anda: {SITUS}perbuatan/hadir/#kartu-2001-06-01-{entri.versi}",
    ]
