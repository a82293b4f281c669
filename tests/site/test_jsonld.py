"""Structured data: what the record says and no more; and no text can leave the block it stands in."""

import json
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from handbook.content.load import load
from handbook.model.entri import Entri
from handbook.model.handbook import Handbook
from handbook.model.peraturan import StatusPeraturan
from handbook.site import jsonld
from tests.payloads import payloads

BUKU = Path(__file__).parents[1] / "fixtures" / "buku"
SITUS = "https://buku.example/"


@pytest.fixture(scope="module")
def buku() -> Handbook:
    handbook, problems = load(BUKU, date(2001, 7, 1))
    assert handbook is not None, problems
    return handbook


def things(book: Handbook, entri: Entri[Any]) -> dict[str, Any]:
    block = jsonld.blok(book, entri, SITUS)
    return {thing["@type"]: thing for thing in json.loads(block)["@graph"]} if block else {}


def with_rule(book: Handbook, id: str, **keys: Any) -> Handbook:
    entri = book.peraturan[id]
    new = replace(entri, halaman=entri.halaman.model_copy(update=keys))
    return replace(book, entri=tuple(new if e is entri else e for e in book.entri))


def law(book: Handbook, id: str) -> dict[str, Any]:
    found: dict[str, Any] = things(book, book.peraturan[id])["Legislation"]
    return found


def test_a_regulation_is_legislation(buku: Handbook) -> None:
    assert law(buku, "pp-1-2001") == {
        "@type": "Legislation",
        "@id": "https://buku.example/peraturan/pp-1-2001/#peraturan",
        "name": "Ketertiban pegawai",
        "alternateName": "PP 1/2001",
        "legislationType": "Peraturan pemerintah",
        "legislationDate": "2001-03-01",
        "legislationJurisdiction": {"@type": "Country", "name": "Indonesia"},
        "legislationLegalForce": "https://schema.org/InForce",
        "legislationRepeals": [old := {
            "@type": "Legislation",
            "@id": "https://buku.example/peraturan/pp-9-1990/#peraturan",
            "name": "Ketertiban lama",
            "alternateName": "PP 9/1990",
        }],
        "legislationChanges": [old],
        "inLanguage": "id",
        "mainEntityOfPage": "https://buku.example/peraturan/pp-1-2001/",
    }  # fmt: skip


def test_what_is_repealed_in_part_is_changed_and_partially_in_force(buku: Handbook) -> None:
    book = with_rule(buku, "pp-9-1990", status=StatusPeraturan.BERLAKU_SEBAGIAN)
    assert law(book, "pp-9-1990")["legislationLegalForce"] == "https://schema.org/PartiallyInForce"
    assert "legislationRepeals" not in law(book, "pp-1-2001")
    assert [one["alternateName"] for one in law(book, "pp-1-2001")["legislationChanges"]] == ["PP 9/1990"]


@pytest.mark.parametrize("status", StatusPeraturan)
def test_a_status_to_be_verified_has_no_force(buku: Handbook, status: StatusPeraturan) -> None:
    told = law(with_rule(buku, "pp-1-2001", status=status), "pp-1-2001")
    assert ("legislationLegalForce" in told) is (status is not StatusPeraturan.PERLU_VERIFIKASI)


@pytest.mark.parametrize(("url", "official"), [("https://jdih.contoh.go.id/pp", True), ("https://salinan.example/go.id", False)])
def test_only_a_text_of_the_state_is_the_official_one(buku: Handbook, url: str, official: bool) -> None:
    tables = buku.tabel.model_copy(update={"sumber": tuple(s.model_copy(update={"url": url}) for s in buku.tabel.sumber)})
    assert (law(Handbook(buku.entri, tables), "pp-1-2001").get("url") == url) is official


def test_a_circular_is_of_its_region_and_below_it(buku: Handbook) -> None:
    told = things(buku, buku.peraturan["se-1-2001"])
    assert told["Legislation"]["legislationJurisdiction"] == {"@type": "AdministrativeArea", "name": "Kota Cemara"}
    assert [(item["position"], item["name"], item["item"]) for item in told["BreadcrumbList"]["itemListElement"]][:2] == [
        (1, "Kota Cemara", "https://buku.example/wilayah/kota-cemara/"),
        (2, "Edaran", "https://buku.example/wilayah/kota-cemara/#edaran"),
    ]


def test_an_act_is_no_list_of_frequent_questions(buku: Handbook) -> None:
    """Its answer depends on who asks and when; one accepted answer would be a lie."""
    assert set(things(buku, buku.perbuatan["hadir"])) == {"BreadcrumbList"}
    assert jsonld.blok(buku, next(e for e in buku.entri if e.path == "index.md"), SITUS) is None
    assert jsonld.blok(buku, buku.perbuatan["hadir"], "") is None, "without an address nothing can be named"


class Scripts(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.data = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.data += data


def test_no_text_leaves_the_block(buku: Handbook) -> None:
    for text in (*payloads(), "</script\t>", "<!--<script>", "a\u2028b\u2029c", "\\u003c/script>"):
        book = with_rule(buku, "pp-1-2001", nomor=text)
        block = jsonld.blok(book, book.peraturan["pp-1-2001"], SITUS)
        found = Scripts(f'<script type="application/ld+json">{block}</script>')
        assert found.tags == ["script"], text
        assert json.loads(found.data)["@graph"][0]["legislationIdentifier"] == text
