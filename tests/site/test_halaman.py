"""Pages of the fictional book: what readers must find on them, and that no text of a record becomes markup."""

import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.content.load import load
from handbook.model.bagian import Bagian
from handbook.model.entri import Entri
from handbook.model.halaman import Tabel
from handbook.model.handbook import Handbook
from handbook.site.bagian import bagian
from handbook.site.halaman import render
from handbook.site.sections import sections

BUKU = Path(__file__).parents[1] / "fixtures" / "buku"
AS_OF = date(2001, 7, 1)
VOID = {"input", "br", "img", "hr", "meta", "link"}


@pytest.fixture(scope="module")
def buku() -> Handbook:
    handbook, problems = load(BUKU, AS_OF)
    assert handbook is not None, problems
    return handbook


def page(buku: Handbook, path: str) -> str:
    entri = next(e for e in buku.entri if e.path == path)
    return render(buku, entri, AS_OF)


class Balance(HTMLParser):
    """Follows the tags; complains of one that closes what is not open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [value for name, value in attrs if name == "id" and value]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open
        assert self.open.pop() == tag


def test_every_page_is_well_formed_and_its_anchors_are_unique(buku: Handbook) -> None:
    for entri in buku.entri:
        balance = Balance()
        balance.feed(render(buku, entri, AS_OF))
        balance.close()
        assert balance.open == [], entri.path
        assert len(balance.ids) == len(set(balance.ids)), entri.path


def test_an_act_leads_with_verdict_ground_and_sanction(buku: Handbook) -> None:
    text = page(buku, "perbuatan/hadir.md")
    first = text[: text.index('<h2 id="jawaban">')]
    for expected in ("Bolehkah saya hadir di kampanye?", "Dilarang</span>", 'href="../../peraturan/pp-1-2001/#pasal-5-ayat-1"', "Teguran"):
        assert expected in first


def test_statements_carry_numbered_sources_and_visible_doubt(buku: Handbook) -> None:
    text = page(buku, "perbuatan/hadir.md")
    assert 'Hadir dinilai ikut.<sup class="rujuk"><a href="#sumber-teks-pp-1-2001"' in text
    assert '<span class="ragu" title="Keyakinan redaksi">satu berita</span>' in text
    assert text.index('<li id="sumber-teks-pp-1-2001">') < text.index('<li id="sumber-warta-cemara">')


def test_sources_of_prose_are_numbered_in_reading_order(buku: Handbook) -> None:
    text = page(buku, "panduan/melapor.md")
    prose = text.index("Datanglah ke kantor pengawas.")
    assert 'aria-label="Sumber 1: Negeri Cemara">1</a>' in text[:prose]
    assert 'aria-label="Sumber 2: Warta Cemara">2</a>' in text[prose:]


def test_a_repealed_rule_leads_to_its_successor(buku: Handbook) -> None:
    text = page(buku, "peraturan/pp-9-1990.md")
    assert 'Digantikan oleh <a href="../pp-1-2001/">Ketertiban pegawai</a>' in text
    assert "Tidak berlaku lagi" in text


def test_a_provision_names_the_pages_that_cite_it(buku: Handbook) -> None:
    text = page(buku, "peraturan/pp-1-2001.md")
    section = text[text.index('<h3 id="pasal-5-ayat-1">') : text.index('<h3 id="pasal-9">')]
    assert '<a href="../../perbuatan/hadir/">Hadir di kampanye</a>' in section


def test_the_phase_of_the_day_is_told_honestly(buku: Handbook) -> None:
    assert "berjalan tahap <strong>Masa kampanye</strong>, 25 Juni–10 Juli 2001" in page(buku, "panduan/kalender.md")
    quiet = next(e for e in buku.entri if e.path == "panduan/kalender.md")
    assert "tidak ada tahapan pemilihan yang berjalan" in render(buku, quiet, date(2001, 8, 1))


def test_a_regions_links_to_its_parts_lead_to_parts_that_are_there(buku: Handbook) -> None:
    text = page(buku, "wilayah/kota-cemara/index.md")
    parts = Balance()
    parts.feed(text)
    links = re.findall(r'href="#([^"]+)"', text)
    assert {"edaran", "melapor"} <= set(links)
    assert set(links) <= set(parts.ids)
    assert "kegiatan" not in links, "this region has no event"


def test_a_regions_sources_stand_by_what_it_says_of_itself_and_not_by_national_law(buku: Handbook) -> None:
    text = page(buku, "wilayah/kota-cemara/index.md")
    assert re.search(r'<p>Kota percobaan\.<sup class="rujuk"><a href="#sumber-warta-cemara"', text)
    assert '<sup class="rujuk">' not in text.partition("Aturan nasional berlaku penuh di sini")[2].partition("</p>")[0]


def test_the_alleged_is_called_alleged(buku: Handbook) -> None:
    text = page(buku, "kasus/panggung.md")
    assert "status--dugaan" in text
    assert "Ini dugaan" in text


@given(text=st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=2, max_size=60).map(str.strip).filter(lambda t: len(t) >= 2))
def test_any_text_of_a_record_stays_text(buku: Handbook, text: str) -> None:
    entri = buku.perbuatan["hadir"]
    row = entri.halaman.putusan[0].model_copy(update={"alasan": text})
    changed = entri.halaman.model_copy(update={"putusan": (row,), "ringkas": text})
    found = render(buku, Entri(entri.path, changed, "", None), AS_OF)
    texts: list[str] = []
    parser = type("Texts", (HTMLParser,), {"handle_data": lambda self, data: texts.append(data)})(convert_charrefs=True)
    parser.feed(found)
    parser.close()
    plain = "".join(texts).replace("\r", "\n")
    assert plain.count(text.replace("\r", "\n")) >= 2


def test_sections_feed_the_search_with_address_kind_and_card(buku: Handbook) -> None:
    entri = buku.perbuatan["hadir"]
    lead, *rest = sections_of(buku, entri)
    assert (lead.alamat, lead.jenis, lead.putusan) == ("perbuatan/hadir/", "perbuatan", ("dilarang", "belum-diatur"))
    assert lead.teks == "Dilarang pada masa kampanye."
    assert lead.kartu is not None
    assert lead.kartu.dasar == "Pasal 5 ayat (1) PP 1/2001"
    assert {part.anchor for part in rest} >= {"jawaban-1", "telanjur", "boleh", "mitos", "ralat"}
    assert "sumber" not in {part.anchor for part in rest}
    verdicts = {part.anchor: part.putusan for part in rest}
    assert (verdicts["jawaban-1"], verdicts["jawaban-2"]) == (("dilarang",), ("belum-diatur",))
    assert (verdicts["jawaban-selebihnya"], verdicts["boleh"]) == (("belum-diatur",), ())
    assert next(part.judul for part in rest if part.anchor == "jawaban-2") == "Semua ASN (PNS dan PPPK) · di luar masa"


def test_a_provision_is_found_by_its_citation(buku: Handbook) -> None:
    parts = {part.anchor: part for part in sections_of(buku, buku.peraturan["pp-1-2001"])}
    assert parts["pasal-9"].sitasi == ("Pasal 9 PP 1/2001",)
    assert parts[""].sitasi == ("PP 1/2001",)
    gone = next(iter(sections_of(buku, buku.peraturan["pp-9-1990"])))
    assert gone.pengganti == ("PP 1/2001", "peraturan/pp-1-2001/")


def sections_of(buku: Handbook, entri: Entri) -> list[Bagian]:  # type: ignore[type-arg]
    return list(bagian(buku, entri, sections(render(buku, entri, AS_OF))))


def test_figures_are_lists_and_tables_that_read_without_styles(buku: Handbook) -> None:
    text = page(buku, "panduan/sanksi.md")
    assert '<figcaption id="alur-perkara">' in text
    assert "lebih dari 1.158</td>" in text
    assert "30,4%</td>" in text
    assert '<rect width="50.0" height="10"/>' in text
    assert "style=" not in text


def test_a_neighbour_is_marked_as_one(buku: Handbook) -> None:
    text = page(buku, "wilayah/kota-cemara/index.md")
    assert 'Kota Pinus <span class="status">tetangga</span>' in text
    assert "Larangan memakai aula kota." in text


@pytest.mark.parametrize("table", list(Tabel))
def test_every_list_an_editor_may_ask_for_is_made(buku: Handbook, table: Tabel) -> None:
    entri = buku.tentang["tentang"]
    asked = entri.halaman.model_copy(update={"tabel": (table,)})
    with_list, without = (render(buku, Entri(entri.path, page), AS_OF) for page in (asked, entri.halaman))
    assert len(with_list) > len(without)
