"""Skala: books of growing size built whole, and where the time goes; prints the table and writes SKALA.md.

    make bench [PAGES="100 1000 10000"]

The books are fictional, see ``buku``. Figures of sizes measured before are kept in build/bench/skala.json and shown beside new ones.
"""

import gzip
import json
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch

from handbook.clock import today
from handbook.search.answer import search
from handbook.search.saved import Simpanan
from tests.bench import biasa, buku
from tests.bench.tahapan import ADAPTER, KAMI, MKDOCS
from tests.site_build import ROOT

ALAT = ROOT / "build/bench"
HASIL = ALAT / "skala.json"
HARI = "2001-07-01"
TANYA = 12  # queries, each of two words of a page, by a reader who has nothing of the index yet
KEPALA = """# A whole book, at three sizes

Written by `make bench` on {date} ({machine}). Fictional law, regions and words (`tests/bench/buku.py`): one region in twenty pages,
as 514 regions in 10,000; ten sections a page. CPU seconds, for the machine is shared; each figure is of this process and its
children. "mkdocs" is everything that is not ours: start, Markdown, layout, writing. Cold search: bytes of the index that a first
query fetches, the most of {queries}; the manifest gzipped. "Stock" is the same pages, from the same sources, in Material as it comes
with its own search (`tests/bench/biasa.py`): one number for what a builder takes that does not know this book.
"""


def main() -> None:
    """Measure every size asked for."""
    ALAT.mkdir(parents=True, exist_ok=True)
    found: dict[str, Any] = json.loads(HASIL.read_text("utf-8")) if HASIL.exists() else {}
    for pages in map(int, sys.argv[1:]):
        found[str(pages)] = ukur(pages)
        HASIL.write_text(json.dumps(found, indent=1), "utf-8")
    sizes = {int(pages): found[pages] for pages in sorted(found, key=int)}
    machine = f"{os.cpu_count()} shared cores, {platform.machine()}, Python {platform.python_version()}"
    report = KEPALA.format(date=today().isoformat(), machine=machine, queries=TANYA) + "\n" + "\n".join(laporan(sizes)) + "\n"
    Path(__file__).with_name("SKALA.md").write_text(report, "utf-8")
    print(report)


def ukur(pages: int) -> dict[str, Any]:
    """Write a book, build it, and tell what it took and what came of it."""
    folder = ALAT / f"buku/{pages}"
    shutil.rmtree(folder, ignore_errors=True)
    buku.tulis(folder / "docs", pages)
    for name in ("mkdocs.yml", "scripts", "overrides"):
        (folder / name).symlink_to(ROOT / name)
    command = [sys.executable, "-m", "tests.bench.tahapan", str(folder / "mkdocs.yml"), str(folder / "site")]
    env = {**os.environ, "AS_OF": HARI, "SOURCE_DATE_EPOCH": "1000000000", "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=ROOT, env=env, check=True, stdout=subprocess.PIPE, text=True)
    files = [file for file in (folder / "site").rglob("*") if file.is_file()]
    html = [file.stat().st_size for file in files if file.suffix == ".html"]
    return {
        **json.loads(done.stdout.splitlines()[-1]), "bagian": Simpanan(folder / "site").jumlah, "berkas": len(files),
        "keluaran_mb": sum(file.stat().st_size for file in files) / 1e6, "halaman_terbesar_kb": max(html) / 1e3,
        "halaman_tengah_kb": sorted(html)[len(html) // 2] / 1e3, "cari_dingin_kb": dingin(folder) / 1e3,
        "biasa": biasa.ukur(folder / "docs", folder / "biasa", date.fromisoformat(HARI)),
    }  # fmt: skip


def dingin(folder: Path) -> float:
    """Give the most bytes that a first query fetches."""
    return max(_fetched(folder / "site", query) for query in _queries(folder / "docs"))


def _queries(docs: Path) -> Iterator[str]:
    pages = sorted(docs.rglob("edaran/*.md"))
    for page in pages[:: max(1, len(pages) // TANYA)][:TANYA]:
        title = next(line for line in page.read_text("utf-8").splitlines() if line.startswith("judul:"))
        yield " ".join(title.removeprefix("judul:").strip(' "').split()[:2])


def _fetched(site: Path, query: str) -> int:
    read: dict[Path, int] = {}
    plain = Path.read_bytes

    def counted(path: Path) -> bytes:
        data = plain(path)
        read[path] = len(data)
        return data

    with patch.object(Path, "read_bytes", counted):
        search(Simpanan(site), query, 5)
    packed = {path: len(gzip.compress(plain(path), 6)) if path.suffix == ".json" else size for path, size in read.items()}
    return sum(packed.values())


def laporan(sizes: Mapping[int, Mapping[str, Any]]) -> Iterator[str]:
    """Give the table: a line a stage, a column a size, and by how much the last is more than the one before."""
    yield f"| CPU seconds | {' | '.join(f'{pages:,} pages' for pages in sizes)} | growth |"
    yield "|---" * (len(sizes) + 2) + "|"
    for stage in (*KAMI, ADAPTER, MKDOCS):
        yield _line(stage, [one["detik"].get(stage, 0) for one in sizes.values()])
    yield _line("**all**", [sum(one["detik"].values()) for one in sizes.values()])
    share = [100 * (1 - one["detik"][MKDOCS] / sum(one["detik"].values())) for one in sizes.values()]
    yield f"| ours, % of all | {' | '.join(f'{value:.0f}' for value in share)} | |"
    yield _line("stock, all", [one["biasa"]["detik"] for one in sizes.values()])
    beside = [sum(one["detik"].values()) / one["biasa"]["detik"] for one in sizes.values()]
    yield f"| all, as a part of stock | {' | '.join(f'{value:.2f}' for value in beside)} | |"
    for name, key in NAMA.items():
        yield _line(name, [one[key] for one in sizes.values()])
    for name, key in (("stock: peak of memory, MB", "puncak_mb"), ("stock: output, MB", "keluaran_mb")):
        yield _line(name, [one["biasa"][key] for one in sizes.values()])


NAMA = {
    "sections": "bagian", "peak of memory, MB": "puncak_mb", "output, MB": "keluaran_mb", "files": "berkas",
    "median page, kB": "halaman_tengah_kb", "largest page, kB": "halaman_terbesar_kb", "cold search, kB": "cari_dingin_kb",
}  # fmt: skip


def _line(name: str, values: Sequence[float]) -> str:
    growth = f"×{values[-1] / values[-2]:.1f}" if len(values) > 1 and values[-2] else ""
    return f"| {name} | {' | '.join(f'{value:,.1f}' if value < 1000 else f'{value:,.0f}' for value in values)} | {growth} |"


if __name__ == "__main__":
    main()
