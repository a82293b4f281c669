"""What a reader can keep: a region's package holds what its reader needs, and none of another region's."""

import json
from datetime import date
from pathlib import Path

from handbook.content.load import load
from handbook.site import luring

BUKU = Path(__file__).parents[1] / "fixtures" / "buku"
AS_OF = date(2001, 7, 1)


def test_the_package_of_a_region_holds_its_pages_the_acts_what_they_cite_and_all_that_is_no_page() -> None:
    handbook, problems = load(BUKU, AS_OF)
    assert handbook is not None, problems
    paths = [entri.url + "index.html" for entri in handbook.entri] + ["cari/manifes.json", "assets/a.js", "wilayah/kota-lain/index.html"]
    files = [luring.Berkas.of(path, path.encode()) for path in paths]
    manifes = json.loads(luring.export(handbook, files, "v", AS_OF)["luring/manifes.json"])
    runs = manifes["paket"]["kota-cemara"]["deret"]
    kept = [manifes["berkas"][n] for first, count in zip(runs[::2], runs[1::2], strict=True) for n in range(first, first + count)]
    names = {alamat for alamat, _, _ in kept}
    others = {entri.url for entri in handbook.entri} - names
    assert {"", "cek/", "perbuatan/hadir/", "wilayah/kota-cemara/", "wilayah/kota-cemara/edaran/se-1-2001/"} < names
    assert {"peraturan/pp-1-2001/", "cari/manifes.json", "assets/a.js"} < names
    assert others == {"peraturan/pp-9-1990/", "kasus/panggung/"}
    assert manifes["paket"]["kota-cemara"]["ukuran"] == sum(size for _, size, _ in kept)
    assert "wilayah/kota-lain/" not in names
