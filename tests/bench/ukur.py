"""Ukur: what one engine costs a reader, measured in a real Chromium over a slow line."""

import json
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page

HERE = Path(__file__).parent
SHOWN = 5  # results with titles and excerpts
KEY = 250  # ms between two keys
ASK = """async ([query, limit, opened]) => {
  const start = performance.now();
  if (!opened) await window.engine.open();
  const { count, shown } = await window.engine.search(query, limit);
  return { ms: performance.now() - start, count, shown: shown.filter(({ title, excerpt }) => title && excerpt).length };
}"""
TYPE = """async ([query, limit, pause]) => {
  await window.engine.open();
  const keys = [];
  for (let n = 1; n <= query.length; n++) {
    keys.push(window.engine.search(query.slice(0, n), limit, n < query.length).catch((error) => error.name));
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  await Promise.all(keys);
}"""
PASSES = 5  # over all queries once their files are there: the first is run by code that the browser has not yet compiled
LOADED = """async ([queries, limit, passes]) => {
  for (const query of queries) await window.engine.search(query, limit);
  const spent = [];
  for (let pass = 0; pass < passes; pass++) {
    spent.push([]);
    for (const query of queries) {
      const start = performance.now();
      await window.engine.search(query, limit);
      spent[pass].push(performance.now() - start);
    }
  }
  return spent;
}"""


@dataclass(frozen=True)
class Ukuran:
    """Medians over the queries; bytes are bodies as they cross the line, times are milliseconds."""

    code: int
    cold_bytes: float
    cold_max: float
    cold_ms: float
    requests: float
    trips: float
    trips_max: int
    next_bytes: float
    next_ms: float
    typing_bytes: float
    typing_max: float
    loaded_p95: float
    later_p95: float
    found: int  # queries that gave SHOWN results
    asked: int


class Line:
    """A folder served over a slow line, and what was asked of it."""

    def __init__(self, folder: Path, cache: Path) -> None:
        command = ["node", str(HERE / "server.mjs"), str(folder), *map(str, certificate(cache))]
        self._server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.url = self._read()

    def tell(self, command: str) -> list[dict[str, Any]]:
        """Say ``log``, ``fast`` or ``slow``; give what was asked since the last word."""
        assert self._server.stdin is not None
        print(command, file=self._server.stdin, flush=True)
        log: list[dict[str, Any]] = json.loads(self._read())
        return log

    def close(self) -> None:
        """End the server."""
        assert self._server.stdin is not None
        self._server.stdin.close()
        self._server.wait(timeout=10)

    def _read(self) -> str:
        assert self._server.stdout is not None
        return self._server.stdout.readline().strip()


def certificate(cache: Path) -> tuple[Path, Path]:
    """Make a key and a certificate for this machine once: browsers speak HTTP/2 only over TLS."""
    key, cert = cache / "kunci.pem", cache / "sertifikat.pem"
    if not cert.exists():
        kind = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "3650", "-subj", "/CN=127.0.0.1"]
        subprocess.run(["openssl", "req", "-x509", *kind, "-keyout", key, "-out", cert], check=True, capture_output=True)
    return key, cert


def measure(browser: Browser, line: Line, engine: str, queries: Sequence[str], typed: int) -> Ukuran:
    """Measure one engine on a served site; every cold query has a browser profile of its own; ``typed`` of them are typed too."""
    cold, warm, codes = [], [], []
    for number, query in enumerate(queries):
        with opened(browser, line, engine) as (page, code):
            codes.append(code)
            cold.append(run(page, line, query, opened=False))
            warm.append(run(page, line, queries[number - 1], opened=True))
    first, later = loaded(browser, line, engine, queries)
    keys = [typing(browser, line, engine, query) for query in queries[:: max(1, len(queries) // typed)]]
    return Ukuran(
        code=max(codes),
        cold_bytes=median(r.bytes for r in cold),
        cold_max=max(r.bytes for r in cold),
        cold_ms=median(r.ms for r in cold),
        requests=median(r.requests for r in cold),
        trips=median(r.trips for r in cold),
        trips_max=max(r.trips for r in cold),
        next_bytes=median(r.bytes for r in warm),
        next_ms=median(r.ms for r in warm),
        typing_bytes=median(keys),
        typing_max=max(keys),
        loaded_p95=first,
        later_p95=later,
        found=sum(r.shown == SHOWN for r in cold),
        asked=len(queries),
    )


@contextmanager
def opened(browser: Browser, line: Line, engine: str) -> Iterator[tuple[Page, int]]:
    """Open a fresh profile on the page that carries the engine; give also the bytes of code that came with it."""
    context = browser.new_context(ignore_https_errors=True)
    context.set_default_timeout(300_000)
    page = context.new_page()
    line.tell("fast")
    page.goto(f"{line.url}{engine}.html")
    page.wait_for_function("window.engine !== undefined")
    code = sum(entry["bytes"] for entry in line.tell("slow") if entry["path"].endswith((".js", ".mjs")))
    try:
        yield page, code
    finally:
        context.close()


@dataclass(frozen=True)
class Jalan:
    """One query: what it moved, how long it took, how many requests, how many of them one after the other."""

    bytes: int
    ms: float
    requests: int
    trips: int
    shown: int


def run(page: Page, line: Line, query: str, *, opened: bool) -> Jalan:
    """Ask one query over the slow line."""
    line.tell("slow")
    answer = page.evaluate(ASK, [query, SHOWN, opened])
    log = line.tell("slow")
    return Jalan(sum(entry["bytes"] for entry in log), answer["ms"], len(log), trips(log), answer["shown"])


def trips(log: Sequence[dict[str, Any]]) -> int:
    """The longest chain of requests of which each was asked only after the one before was answered."""
    depth: dict[int, int] = {}
    for number, entry in enumerate(log):
        before = [depth[n] for n in range(number) if log[n]["done"] is not None and log[n]["done"] <= entry["asked"]]
        depth[number] = 1 + max(before, default=0)
    return max(depth.values(), default=0)


def typing(browser: Browser, line: Line, engine: str, query: str) -> int:
    """Bytes moved while a query is typed letter by letter and every letter is searched for."""
    with opened(browser, line, engine) as (page, _):
        page.evaluate(TYPE, [query, SHOWN, KEY])
        return sum(entry["bytes"] for entry in line.tell("slow"))


def loaded(browser: Browser, line: Line, engine: str, queries: Sequence[str]) -> tuple[float, float]:
    """Milliseconds of a query whose files are all there, 95 of 100, on a processor slowed four times: in the first pass, in later ones."""
    with opened(browser, line, engine) as (page, _):
        line.tell("fast")
        page.evaluate("() => window.engine.open()")
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
        first, *later = page.evaluate(LOADED, [queries, SHOWN, PASSES])
        return p95(first), p95([spent for one in later for spent in one])


def p95(spent: Sequence[float]) -> float:
    """The value that 95 of 100 do not exceed."""
    return float(sorted(spent)[int(len(spent) * 0.95)])
