"""Skrip: what pages load of the authored modules in overrides/assets/javascripts, bundled and minified by esbuild.

The modules stay the source: node's tests run them, another site copies those of the search, the service worker loads its own
as they are. A page loads one file for each client, and beside it what two of them share. Every file is named by its content,
so a page never runs a file of another version. Same modules, same bytes.

esbuild comes from package-lock.json, by `npm ci` as a step of the environment (see the Makefile).
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from . import luring

ESBUILD = Path(sys.prefix, "node/node_modules/.bin/esbuild")
FOLDER = "assets/javascripts/"
# What a page names, and the module behind it. "tema" is no module for the browser: it runs before the first paint.
PINTU = {"tema": "theme.js", "situs": "situs.js", "cek": "putusan/cek.js", "pindah": "pindah.js"}
# Pieces keep their imports (splitting), so that what two clients share is loaded once and what a page may need only then.
CARA = ("--bundle", "--splitting", "--format=esm", "--minify", "--charset=utf8", "--log-level=warning")
NAMES = ("--entry-names=[name]-[hash]", "--chunk-names=[name]-[hash]")


class SkripGagal(Exception):
    """The scripts could not be bundled; the text says where and why."""


@dataclass(frozen=True)
class Skrip:
    """Files by path relative to the site's root; of each name in PINTU its own file, then those that load beside it."""

    berkas: Mapping[str, bytes]
    pintu: Mapping[str, Sequence[str]]


def is_source(path: str) -> bool:
    """Tell whether a file of the site is a module that pages get in a bundle; the service worker's own are none."""
    return path.startswith(FOLDER) and path.endswith(".js") and not luring.is_worker(path)


def bundle(modules: Path, pintu: Mapping[str, str] = PINTU) -> Skrip:
    """Bundle the modules in a folder.

    Raises SkripGagal when esbuild is not there or does not accept a module.
    """
    if not ESBUILD.exists():
        raise SkripGagal(f"{ESBUILD} is missing: `make .venv/.skrip` installs it (needs Node 20 or newer, with npm)")
    with TemporaryDirectory() as folder:
        # Relative to the folder: where the project lies must not show in the files.
        command = [str(ESBUILD), *pintu.values(), *CARA, *NAMES, f"--outdir={folder}", f"--metafile={folder}/meta.json"]
        done = subprocess.run(command, cwd=modules, capture_output=True, text=True, stdin=subprocess.DEVNULL)  # noqa: S603
        if done.returncode or done.stderr:
            raise SkripGagal(f"esbuild refuses the scripts in {modules}:\n{done.stderr}")
        berkas = {f"{FOLDER}{file.name}": file.read_bytes() for file in sorted(Path(folder).glob("*.js"))}
        outputs = _named(json.loads(Path(folder, "meta.json").read_text("utf-8"))["outputs"])
    doors = {output["entryPoint"]: name for name, output in outputs.items() if "entryPoint" in output}
    return Skrip(berkas, {name: list(dict.fromkeys(_loaded(doors[module], outputs))) for name, module in pintu.items()})


def _named(outputs: Mapping[str, Any]) -> dict[str, Any]:
    """What esbuild tells of its files, by their paths in the site."""
    return {f"{FOLDER}{Path(path).name}": output for path, output in outputs.items()}


def _loaded(path: str, outputs: Mapping[str, Any]) -> Iterator[str]:
    """Give a file and all that it imports at once."""
    yield path
    for one in outputs[path]["imports"]:
        if one["kind"] == "import-statement":
            yield from _loaded(f"{FOLDER}{Path(one['path']).name}", outputs)
