"""Situs: the same pages as a site for each engine, and what it cost to index them.

    python -m tests.bench.situs ENGINE CORPUS PAGES FOLDER

runs in a process of its own, so that its memory is measured alone; prints one line of JSON.
"""

import gzip
import json
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path

from handbook.model.bagian import Bagian
from handbook.search.export import export
from handbook.search.index import build
from handbook.site.skrip import FOLDER, bundle
from tests.bench.korpus import html, sections, spellings
from tests.site_build import ROOT

PAGEFIND = "pagefind@1.6.0"
ALAT = ROOT / "build/bench"  # what the bench fetches, for itself only
HALAMAN = (
    '<!doctype html><html lang="id"><meta charset="utf-8"><title>bench</title><link rel="icon" href="data:,"><script type="module">\n'
    'import * as engine from "./{engine}.mjs";\nwindow.engine = engine;\n</script>\n'
)


Ejaan = Mapping[str, Sequence[str]]  # spellings of the glossary, which only our index has


def ours(bagian: Sequence[Bagian], folder: Path, ejaan: Ejaan) -> None:
    """Export our index; one core."""
    write(folder, export(build(bagian, ejaan, inti=1)))


def client() -> bytes:
    """Give our client as the site serves it: bundled and minified."""
    [data] = bundle(ROOT / "overrides" / FOLDER, {"client": "search/client.js"}).berkas.values()
    return data


def pagefind(bagian: Sequence[Bagian], folder: Path, _: Ejaan) -> None:
    """Write the pages and let Pagefind index them."""
    for url, page in groupby(bagian, key=lambda section: section.url):
        write(folder, {f"{url}index.html": html(list(page)).encode()})
    subprocess.run([tool(PAGEFIND), "--site", folder, "--force-language", "id", "--silent"], check=True)


def tool(package: str) -> Path:
    """Give the program of an npm package, fetched once, for the bench alone."""
    program = ALAT / package / "node_modules/.bin" / package.partition("@")[0]
    if not program.exists():
        subprocess.run(["npm", "install", "--silent", "--no-save", "--prefix", ALAT / package, package], check=True)
    return program


def lunr(bagian: Sequence[Bagian], folder: Path, _: Ejaan) -> None:
    """Write the index that Material's search plugin would write, and the theme's own worker, which does the rest in the browser."""
    docs = [{"location": b.alamat, "title": b.judul if b.anchor else b.halaman, "text": b.teks} for b in bagian]
    config = {"lang": ["en"], "separator": "[\\s\\-]+", "pipeline": [], "fields": {"title": {"boost": 1000.0}, "text": {"boost": 1.0}}}
    write(folder, {"search/search_index.json": json.dumps({"config": config, "docs": docs}).encode()})
    theme = find_spec("material")
    assert theme is not None and theme.origin is not None
    [worker] = (Path(theme.origin).parent / "templates/assets/javascripts/workers").glob("search.*.min.js")
    shutil.copy(worker, folder / "search/worker.js")


ENGINES: dict[str, Callable[[Sequence[Bagian], Path, Ejaan], None]] = {"kami": ours, "pagefind": pagefind, "material": lunr}


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files by their path within a folder."""
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


def size(folder: Path, engine: str) -> int:
    """Bytes of an engine's index on disk: what a query may fetch, without code and ready-made interfaces."""
    peer = ["pagefind/**/*.pf_*", "pagefind/wasm.id.pagefind", "pagefind/*-entry.json"]
    parts = {"kami": ["cari/**/*"], "material": ["search/*.json"], "pagefind": peer}
    return sum(path.stat().st_size for pattern in parts[engine] for path in folder.glob(pattern) if path.is_file())


def main() -> None:
    """Build one site and tell what it took."""
    engine, corpus, pages, folder = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4])
    bagian = list(sections(corpus, pages))
    shutil.rmtree(folder, ignore_errors=True)
    start = time.process_time(), used()
    ENGINES[engine](bagian, folder, spellings(pages))
    spent = time.process_time() - start[0] + used() - start[1]
    here = Path(__file__).parent
    write(folder, {f"{engine}.mjs": (here / f"{engine}.mjs").read_bytes(), f"{engine}.html": HALAMAN.format(engine=engine).encode()})
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1_000
    cost = {"sections": len(bagian), "seconds": spent, "peak_mb": peak, "bytes": size(folder, engine)}
    if engine == "kami":
        write(folder, {"client.js": client()})
        cost["client"] = len(gzip.compress(client(), 6))
    print(json.dumps(cost))


def used() -> float:
    """Seconds of the processor that processes started here have taken."""
    taken = resource.getrusage(resource.RUSAGE_CHILDREN)
    return taken.ru_utime + taken.ru_stime


if __name__ == "__main__":
    main()
