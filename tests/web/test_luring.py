"""The files of reading without a network, as they are built: the library, the list of files and their digests."""

import json
import re
from hashlib import sha256
from pathlib import Path

from handbook.site import luring
from tests.site_build import ROOT

WORKBOX = ROOT / "overrides" / luring.MILIK_PEKERJA


def test_the_library_is_the_one_named() -> None:
    named = dict(re.findall(r"\| (workbox-\w+\.prod\.js) \|.*\| ([0-9a-f]{64}) \|", (WORKBOX / "README.md").read_text("utf-8")))
    assert named == {file.name: sha256(file.read_bytes()).hexdigest() for file in WORKBOX.glob("*.js")}
    assert {f"{luring.MILIK_PEKERJA}{name}" for name in named} == set(luring.PUSTAKA)


def test_the_list_names_every_file_as_it_is(situs: Path) -> None:
    manifes = json.loads((situs / "luring/manifes.json").read_text("utf-8"))
    for alamat, ukuran, sidik in manifes["berkas"]:
        path = f"{alamat}index.html" if alamat == "" or alamat.endswith("/") else alamat
        assert luring.Berkas.of(path, (situs / path).read_bytes()) == luring.Berkas(alamat, ukuran, sidik)
    assert sum(manifes["paket"]["buku"]["deret"][1::2]) == len(manifes["berkas"])
    pages = [file for file in situs.rglob("*.html") if file.name != "404.html"]
    versions = {re.search(r'data-terbitan="(\w+)"', file.read_text("utf-8")).group(1) for file in pages}  # type: ignore[union-attr]
    assert versions == {manifes["versi"]}
