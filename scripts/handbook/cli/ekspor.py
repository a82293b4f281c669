"""`handbook ekspor`: the book for a search engine of one's own."""

import argparse
import json
import re
import sys
from pathlib import Path

from handbook.search import opensearch

from .argumen import Pengurai, pilihan_buku
from .buku import buka
from .susun import sections_of

MUAT = """\
Muat ke mesin Anda (ganti alamatnya):
  curl -X PUT    -H 'Content-Type: application/json'     {mesin}/{nama} --data-binary @{dir}/{indeks}
  for f in {dir}/*.ndjson; do curl -X POST -H 'Content-Type: application/x-ndjson' {mesin}/_bulk --data-binary @"$f"; done"""


def pasang(export: Pengurai) -> None:
    """Declare the engines, and where their files go."""
    export.set_defaults(run=export.bantuan)
    engines = export.add_subparsers(metavar="mesin")
    engine = engines.add_parser("opensearch", parents=[pilihan_buku()], help="berkas untuk OpenSearch atau Elasticsearch")
    engine.add_argument("folder", type=Path, metavar="DIR", help="folder tujuan; ekspor lama di sana diganti")
    engine.add_argument("--nama", type=_nama, default="netralitas-asn", help="nama indeks (bawaan netralitas-asn)")
    engine.set_defaults(run=_opensearch)


def _nama(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,200}", text):
        raise argparse.ArgumentTypeError(f"{text!r} bukan nama indeks: huruf kecil, angka, tanda hubung, misalnya netralitas-asn")
    return text


def _opensearch(args: argparse.Namespace) -> int:
    """Write the index and its documents in place of the former ones. Files of another kind are somebody's, so nothing is touched then."""
    handbook = buka(args)
    if handbook is None:
        return 1
    args.folder.mkdir(parents=True, exist_ok=True)
    old = sorted(args.folder.iterdir())
    foreign = [path.name for path in old if path.name != opensearch.BERKAS_INDEKS and path.suffix != ".ndjson"]
    if foreign:
        print(f"{args.folder} memuat berkas yang bukan ekspor: {', '.join(foreign)}. Pilih folder lain.", file=sys.stderr)
        return 2
    for path in old:
        path.unlink()
    spellings = {term.id: (term.nama, *term.ejaan) for term in handbook.tabel.istilah}
    body = json.dumps(opensearch.indeks(spellings), ensure_ascii=False, indent=2)
    (args.folder / opensearch.BERKAS_INDEKS).write_text(body + "\n", encoding="utf-8")
    for number, part in enumerate(opensearch.bulk(sections_of(handbook, args.as_of), args.nama, args.as_of), 1):
        (args.folder / f"{args.nama}-{number:04}.ndjson").write_bytes(part)
    print(MUAT.format(mesin="http://127.0.0.1:9200", nama=args.nama, dir=args.folder, indeks=opensearch.BERKAS_INDEKS), file=sys.stderr)
    return 0
