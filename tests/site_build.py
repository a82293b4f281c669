"""Build the real site into a folder, as `make build` does."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def build_site(target: Path, *, site_url: str, docs: Path | None = None, **environment: str) -> Path:
    """Build strictly into ``target`` and give it back; a failed build is an AssertionError with the build's own words.

    ``docs`` is another book than the real one. ``environment`` adds to or overrides what the build sees, as in ``AS_OF="2024-11-01"``.
    """
    defaults = {"SOURCE_DATE_EPOCH": "1700000000", "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)]
    if docs:
        command += ["--config-file", str(_config_for(docs))]
    env = {**defaults, **os.environ, "SITE_URL": site_url, **environment}
    done = subprocess.run(command, cwd=ROOT, env=env, text=True, capture_output=True, stdin=subprocess.DEVNULL)
    assert done.returncode == 0, f"the site does not build:\n{done.stdout}{done.stderr}"
    return target


def _config_for(docs: Path) -> Path:
    """Lay the project's configuration, and what it names, beside another book, whose folder is called docs too."""
    for name in ("mkdocs.yml", "scripts", "overrides"):
        if not (docs.parent / name).exists():
            (docs.parent / name).symlink_to(ROOT / name)
    return docs.parent / "mkdocs.yml"
