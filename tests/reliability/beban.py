"""F20: many readers at once for a while, and searches on a slow phone meanwhile: `python -m tests.reliability.beban 200 60`.

The built site is served by a process of its own, which behaves as GitHub Pages does. Each reader opens a page, what the page and its
search load, thinks for a second or two, and goes on. A Chromium at a quarter of its speed asks real questions all the while. Red on
one failed request, or when 95 of 100 searches take over 150 ms. Server, readers and browser share this machine, so times are upper bounds.
"""

import http.client
import json
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

from tests.browser import find_chromium
from tests.conftest import CHROMIUM_ARGS, PHONE
from tests.site_build import ROOT, build_site

SLOWDOWN, GOAL = 4, 150.0  # times slower; ms
JUDGED = [json.loads(line) for line in (ROOT / "tests/golden/search/kueri-situs.jsonl").read_text("utf-8").splitlines()]
QUERIES = list(dict.fromkeys(one["kueri"] for one in JUDGED if "benar" in one))  # an empty one has no answer, nor one asked twice in a row
SERVE = """
import pathlib, sys
from tests.pages_server import PagesServer
server = PagesServer(pathlib.Path(sys.argv[1]))
print(server.url, flush=True)
server.serve_forever()
"""
# From the letter typed to the results laid out, in the page itself.
ASK = """(query) => new Promise((done) => {
  const box = document.querySelector("dialog.cari input[role=combobox]");
  const told = document.querySelector("dialog.cari [role=status]");
  const watch = new MutationObserver(() => {
    if (!/ditemukan|Tidak ada/.test(told.textContent)) return;
    watch.disconnect();
    document.body.offsetHeight;
    done(performance.now() - start);
  });
  watch.observe(document.querySelector("dialog.cari"), { subtree: true, childList: true, characterData: true });
  setTimeout(() => done(-1), 10000);
  const start = performance.now();
  box.value = query;
  box.dispatchEvent(new Event("input", { bubbles: true }));
})"""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder from another process; give its address."""
    with subprocess.Popen([sys.executable, "-c", SERVE, site], cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        yield server.stdout.readline().strip()
        server.terminate()


class Reader(Thread):
    """One reader on a connection of their own: what they asked took ``times`` (ms), and ``failed`` names what did not come."""

    def __init__(self, url: str, pages: list[str], end: Event, seed: int) -> None:
        super().__init__(daemon=True)
        self.address, self.pages, self.end, self.chance = urlsplit(url), pages, end, random.Random(seed)  # noqa: S311 - a fixed draw
        self.times: list[float] = []
        self.failed: list[str] = []

    def run(self) -> None:
        """Read until the end."""
        line = http.client.HTTPConnection(self.address.netloc, timeout=30)
        self.end.wait(self.chance.uniform(0, 2))
        while not self.end.is_set():
            page = self.get(line, self.chance.choice(self.pages))
            for path in re.findall(rb'(?:href|src)="(?:\.\./)*(assets/[\w./-]+\.(?:css|js))"', page):
                self.get(line, path.decode())
            self.get(line, "cari/manifes.json")
            self.end.wait(self.chance.uniform(1, 2))
        line.close()

    def get(self, line: http.client.HTTPConnection, path: str) -> bytes:
        """Ask for a file; note how long it took, or that it failed."""
        start = time.perf_counter()
        try:
            line.request("GET", self.address.path + path)
            answer = line.getresponse()
            body = answer.read()
        except (OSError, http.client.HTTPException) as error:
            self.failed.append(f"{path}: {error}")
            line.close()
            return b""
        self.times.append((time.perf_counter() - start) * 1000)
        if answer.status != 200:
            self.failed.append(f"{path}: {answer.status}")
        return body


def searches(url: str, seconds: float) -> list[float]:
    """Ask question after question in a slow browser; give the milliseconds of each, -1 for one without an answer in ten seconds."""
    times: list[float] = []
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find_chromium(), args=CHROMIUM_ARGS)
        page = chromium.new_context(viewport=PHONE, locale="id-ID", service_workers="block").new_page()  # type: ignore[arg-type]
        page.goto(url, wait_until="networkidle")
        page.keyboard.press("/")
        page.locator("dialog.cari input[role=combobox]").wait_for()
        page.evaluate(ASK, QUERIES[0])  # the index is loaded by the first question
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
        until = time.monotonic() + seconds  # of questions: a browser takes its time to open
        while time.monotonic() < until:
            times.append(page.evaluate(ASK, QUERIES[1 + len(times) % (len(QUERIES) - 1)]))
        chromium.close()
    return times


def p95(times: list[float]) -> float:
    """Give the time that 95 of 100 stay under."""
    return sorted(times)[int(len(times) * 0.95)]


def main(readers: str, seconds: str) -> int:
    """Load, measure, tell; 0 when no request failed and searches stayed quick."""
    with tempfile.TemporaryDirectory() as folder, served(site := Path(folder) / "site") as url:
        build_site(site, site_url=url)  # the policy of its pages names the address
        pages = [path.relative_to(site).as_posix().removesuffix("index.html") for path in sorted(site.rglob("index.html"))]
        end = Event()
        crowd = [Reader(url, pages, end, seed) for seed in range(int(readers))]
        for reader in crowd:
            reader.start()
        asked = searches(url, float(seconds))
        end.set()
        for reader in crowd:
            reader.join(60)
    times = [one for reader in crowd for one in reader.times]
    failed = [one for reader in crowd for one in reader.failed]
    print(*failed[:20], sep="\n", end="\n" if failed else "")
    print(f"{readers} readers, {seconds} s: {len(times)} requests, {len(failed)} failed, p95 {p95(times):.0f} ms")
    print(f"{len(asked)} searches at {SLOWDOWN}x slowdown: {asked.count(-1)} unanswered, p95 {p95(asked):.0f} ms (goal {GOAL:.0f})")
    return int(bool(failed) or -1 in asked or p95(asked) > GOAL)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
