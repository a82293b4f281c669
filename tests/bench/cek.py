"""How long the self-check takes to answer on a phone: every act asked in real Chromium at 4x CPU slowdown.

Run with ``make bench-cek``. One answer is a change of role: resolving, making the article, laying it out.
"""

import sys
import tempfile
from pathlib import Path
from statistics import median

from playwright.sync_api import sync_playwright

from tests.browser import find_chromium
from tests.conftest import CHROMIUM_ARGS, PHONE
from tests.pages_server import PagesServer
from tests.site_build import build_site

SLOWDOWN = 4
GOAL = 16.0  # ms
MEASURE = """async () => {
  const times = [];
  const acts = [...document.querySelectorAll("[data-semua] [data-perbuatan]")];
  const radios = [...document.querySelectorAll("input[name=peran]")];
  for (const act of new Map(acts.map((act) => [act.dataset.perbuatan, act])).values()) {
    document.querySelector("[data-hapus]").click();
    act.click();
    for (const radio of radios) {
      await new Promise(requestAnimationFrame);
      const start = performance.now();
      radio.click();
      document.body.offsetHeight; // laid out
      times.push(performance.now() - start);
    }
  }
  return times;
}"""


def measure(url: str) -> list[float]:
    """Give the milliseconds of every answer, all acts with all roles."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find_chromium(), args=CHROMIUM_ARGS)
        page = chromium.new_context(viewport=PHONE, locale="id-ID").new_page()  # type: ignore[arg-type]
        page.goto(url + "cek/", wait_until="networkidle")
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
        times: list[float] = page.evaluate(MEASURE)
        chromium.close()
    return times


def main() -> int:
    """Build the site, serve it, measure, print."""
    with tempfile.TemporaryDirectory() as folder:
        server = PagesServer(Path(folder) / "site")
        server.start()
        build_site(server.root, site_url=server.url)
        times = sorted(measure(server.url))
        server.stop()
    p95, p99 = times[int(len(times) * 0.95)], times[int(len(times) * 0.99)]
    print(f"{len(times)} answers at {SLOWDOWN}x slowdown: median {median(times):.1f} ms, p95 {p95:.1f}, p99 {p99:.1f}, max {times[-1]:.1f}")
    return int(p95 > GOAL)


if __name__ == "__main__":
    sys.exit(main())
