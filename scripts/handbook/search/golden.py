"""Golden files: what the search does with a fictional handbook, written by Whoosh and read by every test.

    python -m handbook.search.golden [tests/golden/search]

reads ``korpus.json`` (sections and spellings), ``kueri.json`` (queries with options) and ``teks.json`` (odd texts) in
that folder and writes ``token.json``, ``jawaban.json`` and the exported files under ``situs/``. A change in these
files is a change in what readers find: look at the difference before committing it.
"""

import json
import shutil
import sys
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from handbook.model.bagian import Bagian

from .answer import Jawaban, answer
from .export import export
from .index import Indeks, build
from .ranking import Pilihan

FOLDER = Path("tests/golden/search")


def corpus(folder: Path) -> Indeks:
    """Index the fictional handbook of a folder of golden files."""
    isi = json.loads((folder / "korpus.json").read_text("utf-8"))
    return build(TypeAdapter(list[Bagian]).validate_python(isi["bagian"]), isi["sinonim"])


def write(folder: Path) -> Mapping[str, bytes]:
    """Give every golden file of a folder by its path within it."""
    indeks = corpus(folder)
    teks = json.loads((folder / "teks.json").read_text("utf-8"))
    kueri = json.loads((folder / "kueri.json").read_text("utf-8"))
    token = [{"teks": satu, "token": tokens(indeks, satu)} for satu in teks]
    jawaban = [_case(indeks, *satu) for satu in kueri]
    situs = {f"situs/{nama}": data for nama, data in export(indeks, sekali=0).items()}
    return {"token.json": _lines(token), "jawaban.json": _lines(jawaban), **situs}


def tokens(indeks: Indeks, teks: str) -> list[list[Any]]:
    """Terms of a text as [term, position, number of words, start, end], in the analyser's order."""
    naskah = indeks.analis.analyse(teks)
    return [[i, p, n, naskah.kata[p].awal, naskah.kata[p + n - 1].akhir] for i, p, n in naskah.token()]


def as_json(jawaban: Jawaban) -> dict[str, Any]:
    """Give an answer as plain lists and objects, as the browser's client gives it."""
    polos: dict[str, Any] = json.loads(json.dumps(asdict(jawaban)))
    return polos


def _case(indeks: Indeks, kueri: str, pilihan: Mapping[str, Any] | None = None) -> dict[str, Any]:
    saring = dict(pilihan or {})
    limit = saring.pop("limit", 10)
    return {"kueri": kueri, "pilihan": pilihan or {}, "jawaban": as_json(answer(indeks, kueri, limit, Pilihan(**saring)))}


def _lines(isi: list[dict[str, Any]]) -> bytes:
    """One case a line, so that a difference shows the cases that changed."""
    return ("[\n" + ",\n".join(json.dumps(satu, ensure_ascii=True, sort_keys=True) for satu in isi) + "\n]\n").encode()


def main() -> None:
    """Write the golden files of the folder named on the command line."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    shutil.rmtree(folder / "situs", ignore_errors=True)
    for nama, data in write(folder).items():
        (folder / nama).parent.mkdir(parents=True, exist_ok=True)
        (folder / nama).write_bytes(data)


if __name__ == "__main__":
    main()
