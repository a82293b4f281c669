"""Build the book with MkDocs and with ProperDocs, and compare the sites byte by byte. Exit code 1 where they differ.

    make build-properdocs
"""

import sys
from filecmp import dircmp
from pathlib import Path
from typing import Any

from tests.keluar.lingkungan import pasang, run
from tests.site_build import ROOT


def main() -> None:
    """Build twice and tell what differs."""
    folder = Path(sys.argv[1]).absolute()
    locked = ("--no-deps", "--require-hashes", "--requirement", str(ROOT / "requirements-properdocs.txt"))
    programs = pasang(folder / "venv-properdocs", *locked)
    assert not list((programs.parent / "lib").glob("*/site-packages/mkdocs")), "mkdocs stands beside properdocs"
    sites = [folder / "mkdocs", folder / "properdocs"]
    run([sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", sites[0]])
    run([programs / "properdocs", "build", "--strict", "--config-file", "mkdocs.yml", "--site-dir", sites[1]])
    found = beda(dircmp(sites[0], sites[1]))
    print("\n".join(found) or f"{sum(file.is_file() for file in sites[0].rglob('*'))} files, all the same.")
    sys.exit(bool(found))


def beda(pair: Any, prefix: str = "") -> list[str]:
    """Give the paths of files that one folder lacks, or that differ in content."""
    alone = [f"{prefix}{name}" for name in (*pair.left_only, *pair.right_only, *pair.funny_files)]
    left, right = Path(pair.left), Path(pair.right)
    other = [f"{prefix}{name}" for name in pair.common_files if (left / name).read_bytes() != (right / name).read_bytes()]
    return [*alone, *other, *(path for name, one in pair.subdirs.items() for path in beda(one, f"{prefix}{name}/"))]


if __name__ == "__main__":
    main()
