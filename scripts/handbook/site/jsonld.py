"""Jsonld: what a page is, in the words of schema.org, for search engines and programs.

Regulations are ``Legislation``, the page of the open data is a ``Dataset``, and a page below another says so (``BreadcrumbList``).
Acts are no ``FAQPage`` and no ``QAPage``: the answer depends on role, phase and region, and these types would show one of many as
the accepted one. Nothing is said that the record does not say: a status still to be verified has no force.
"""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from handbook.model.entri import Entri
from handbook.model.halaman import Halaman, Tabel, Tentang
from handbook.model.handbook import Handbook
from handbook.model.peraturan import Peraturan, StatusPeraturan
from handbook.model.tabel import JenisSumber

from . import terbuka
from .kutipan import BUKU
from .label import label
from .remah import remah

SCHEMA = "https://schema.org"
CC = "https://creativecommons.org/licenses/by/4.0/"
FORCE = {
    StatusPeraturan.BERLAKU: "InForce",
    StatusPeraturan.BERLAKU_SEBAGIAN: "PartiallyInForce",
    StatusPeraturan.DIUBAH: "InForce",
    StatusPeraturan.DICABUT: "NotInForce",
    StatusPeraturan.SELESAI: "NotInForce",
}
# What could end the element that holds the text, begin another, or end a line of script.
TANDA = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def blok(handbook: Handbook, entri: Entri[Halaman], situs: str) -> str | None:
    """Give the text of a page's data block, which no text of the page can leave; None where there is nothing to say.

    ``situs`` is the site's own address, with a slash at its end; without one nothing can be named.
    """
    things = list(_things(handbook, entri, situs)) if situs else []
    return aman({"@context": SCHEMA, "@graph": things}) if things else None


def aman(data: Any) -> str:
    """Write JSON that stays data wherever it stands in a page.

    >>> aman("</script>&")
    '"\\\\u003c/script\\\\u003e\\\\u0026"'
    """
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(TANDA)


def _things(handbook: Handbook, entri: Entri[Halaman], situs: str) -> Iterator[dict[str, Any]]:
    page = entri.halaman
    if isinstance(page, Peraturan):
        yield _legislation(handbook, handbook.peraturan[page.id], situs)
    if isinstance(page, Tentang) and Tabel.DATA in page.tabel:
        yield _dataset(entri, situs)
    if above := remah(handbook, entri):
        places = [*((one.nama, f"{one.url}#{one.anchor}" if one.anchor else one.url) for one in above), (page.judul, entri.url)]
        items = [{"@type": "ListItem", "position": n, "name": name, "item": situs + url} for n, (name, url) in enumerate(places, 1)]
        yield {"@type": "BreadcrumbList", "itemListElement": items}


def _legislation(handbook: Handbook, entri: Entri[Peraturan], situs: str) -> dict[str, Any]:
    page = entri.halaman
    region = handbook.wilayah[entri.wilayah].halaman.nama if entri.wilayah else None
    repealed = [id for id in page.mencabut if handbook.peraturan[id].halaman.status is not StatusPeraturan.BERLAKU_SEBAGIAN]
    told = {
        **_named(entri, situs),
        "legislationIdentifier": page.nomor,
        "legislationType": label(page.bentuk),
        "legislationDate": page.tanggal.isoformat() if page.tanggal else None,
        "legislationJurisdiction": {"@type": "AdministrativeArea", "name": region} if region else {"@type": "Country", "name": "Indonesia"},
        "legislationLegalForce": f"{SCHEMA}/{FORCE[page.status]}" if page.status in FORCE else None,
        # A rule that repeals another in part changes it, no more.
        "legislationRepeals": [_named(handbook.peraturan[id], situs) for id in repealed],
        "legislationAmends": [_named(handbook.peraturan[id], situs) for id in page.mengubah],
        "legislationChanges": [_named(handbook.peraturan[id], situs) for id in (*page.mencabut, *page.mengubah)],
        "inLanguage": "id",
        "url": _official(handbook, page),
        "mainEntityOfPage": situs + entri.url,
    }
    return {key: value for key, value in told.items() if value}


def _named(entri: Entri[Peraturan], situs: str) -> dict[str, Any]:
    id = f"{situs}{entri.url}#peraturan"
    return {"@type": "Legislation", "@id": id, "name": entri.halaman.judul, "alternateName": entri.halaman.sebutan}


def _official(handbook: Handbook, page: Peraturan) -> str | None:
    """Find the text of a rule on a site of the state; a copy elsewhere is a source, but not the official text."""
    texts = (handbook.sumber[id] for id in page.sumber)
    found = (one.url for one in texts if one.jenis is JenisSumber.NASKAH and one.url)
    return next((url for url in found if (urlsplit(url).hostname or "").endswith(".go.id")), None)


def _dataset(entri: Entri[Halaman], situs: str) -> dict[str, Any]:
    folder = situs + terbuka.FOLDER
    kinds = (("json", "application/json"), ("csv", "text/csv"))
    files = [
        {"@type": "DataDownload", "name": nama, "description": arti, "encodingFormat": kind, "contentUrl": f"{folder}{nama}.{suffix}"}
        for nama, arti, _ in terbuka.daftar()
        for suffix, kind in kinds
    ]
    return {
        "@type": "Dataset", "@id": f"{situs}{entri.url}#data", "name": f"{BUKU}: {entri.halaman.judul}",
        "description": entri.halaman.ringkas, "url": situs + entri.url, "license": CC, "inLanguage": "id", "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": BUKU, "url": situs}, "distribution": files,
    }  # fmt: skip
