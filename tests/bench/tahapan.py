"""Tahapan: where the time of a build goes. The build runs as always; the functions named here stop the clock of whoever called them.

    python -m tests.bench.tahapan CONFIG SITE

Prints JSON: CPU seconds by stage, of this process and its children, and the peak of memory in MB.
"""

import importlib
import json
import logging
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

# What is ours, by what it is for. A function that calls another of them counts without it.
KAMI: Mapping[str, tuple[str, ...]] = {
    "load": ("content.load:load",),
    "check": ("content.rules:problems",),
    "pages": ("site.halaman:render", "site.halaman:mark_outward"),
    "sections": ("site.sections:sections", "site.bagian:bagian"),
    "scripts": ("site.skrip:bundle",),
    "index": ("search.index:build",),
    "export": ("search.export:export",),
    "data": ("site.terbuka:export", "site.cek:export", "site.ics:export", "site.tinjauan:as_atom", "site.pindahan:export"),
    "offline": ("site.luring:export", "site.luring:versi"),
}
ADAPTER, MKDOCS = "adapter", "mkdocs"


class Jam:
    """A clock for each stage; only the innermost runs."""

    def __init__(self) -> None:
        self.detik: dict[str, float] = defaultdict(float)
        self._jalan, self._sejak = [MKDOCS], _cpu()

    def masuk(self, tahap: str) -> None:
        """Begin a stage within the one that runs."""
        self._catat()
        self._jalan.append(tahap)

    def keluar(self) -> None:
        """End the stage that runs; the one around it goes on."""
        self._catat()
        self._jalan.pop()

    def _catat(self) -> None:
        now = _cpu()
        self.detik[self._jalan[-1]] += now - self._sejak
        self._sejak = now

    def ukur(self, tahap: str, fungsi: Callable[..., Any]) -> Callable[..., Any]:
        """Wrap a function; a generator is run to its end, so that its work counts where it is done."""

        def berjam(*given: Any, **named: Any) -> Any:
            self.masuk(tahap)
            try:
                result = fungsi(*given, **named)
                return list(result) if hasattr(result, "__next__") else result
            finally:
                self.keluar()

        return berjam


def _cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def pasang(jam: Jam) -> None:
    """Put the clock around what is ours, and around the adapter's answers to MkDocs' events."""
    from mkdocs.plugins import PluginCollection

    for tahap, names in KAMI.items():
        for module, name in (one.split(":") for one in names):
            owner = importlib.import_module(f"handbook.{module}")
            setattr(owner, name, jam.ukur(tahap, getattr(owner, name)))
    PluginCollection.run_event = jam.ukur(ADAPTER, PluginCollection.run_event)  # type: ignore[method-assign]


def main() -> None:
    """Build a site and tell what it took."""
    logging.basicConfig(level=logging.WARNING)  # without it a refused build says nothing
    start, jam = time.monotonic(), Jam()
    pasang(jam)
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    config = load_config(sys.argv[1], site_dir=str(Path(sys.argv[2]).absolute()))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    jam.masuk(MKDOCS)
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(json.dumps({"detik": jam.detik, "puncak_mb": peak / 1_000, "dinding": time.monotonic() - start}))


if __name__ == "__main__":
    main()
