"""Try to build the book with Zensical from the plain files of `handbook tulis`. A canary: it fails as long as Zensical cannot.

    make build-zensical
"""

import shutil
import sys
from pathlib import Path

from tests.keluar.lingkungan import pasang, run
from tests.site_build import ROOT

VERSI = "zensical==0.1.3"


def main() -> None:
    """Install, write, build, complete."""
    folder = Path(sys.argv[1]).absolute()
    shutil.rmtree(folder / "bahan", ignore_errors=True)
    handbook = [Path(sys.executable).with_name("handbook")]
    given: list[str | Path] = [*handbook, "tulis", folder / "bahan", "--docs", ROOT / "docs"]
    run(given)
    programs = pasang(folder / "venv-zensical", VERSI)
    run([programs / "zensical", "build", "--config-file", "mkdocs.yml"], folder / "bahan")
    run([*given, "--tutup", folder / "bahan/site"])


if __name__ == "__main__":
    main()
