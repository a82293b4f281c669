"""Biasa: what the same pages take with MkDocs, Material as it comes and its search; nothing of ours but the pages' sources."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from handbook.cli.setelan import setelan
from handbook.content.load import load
from handbook.rakit import Situs
from handbook.site.edisi import POLOS

SAMA = ("site_name", "site_url", "nav", "not_in_nav", "markdown_extensions")  # with all pages in its navigation it would take hours


def ukur(docs: Path, folder: Path, as_of: date) -> dict[str, float]:
    """Lay the pages of a book out in ``folder`` with the stock theme: CPU seconds, peak of memory and output in MB."""
    _tulis(docs, folder, as_of)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(folder / "mkdocs.yml")]
    with subprocess.Popen(command, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, command
    output = sum(file.stat().st_size for file in (folder / "site").rglob("*") if file.is_file())
    return {"detik": used.ru_utime + used.ru_stime, "puncak_mb": used.ru_maxrss / 1e3, "keluaran_mb": output / 1e6}


def _tulis(docs: Path, folder: Path, as_of: date) -> None:
    """Write the pages as the adapter gives them to MkDocs, and settings that know nothing of the book."""
    handbook, problems = load(docs, as_of)
    assert handbook is not None, problems
    situs = Situs(handbook, as_of, POLOS)
    for entri in handbook.entri:
        page = folder / "docs" / entri.path
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"---\ntitle: {json.dumps(entri.halaman.judul)}\n---\n\n{situs.naskah(entri)}", "utf-8")
    ours = setelan()
    plain: dict[str, Any] = {key: ours[key] for key in SAMA} | {"theme": {"name": "material", "font": False}, "plugins": ["search"]}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(plain, allow_unicode=True, sort_keys=False), "utf-8")
