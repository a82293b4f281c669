"""`handbook mcp`: answer programs about the book over standard input and output, by the Model Context Protocol."""

import argparse
import os
import sys
from contextlib import redirect_stdout
from importlib.metadata import version

from handbook.search.index import build
from handbook.site.istilah import sinonim

from .buku import buka
from .susun import sections_of

PASANG = "Perintah ini memakai paket «mcp», yang belum terpasang. Pasang dengan: make tambahan"


def pasang(serve: argparse.ArgumentParser) -> None:
    """Declare the options of the server."""
    serve.add_argument(
        "--situs",
        metavar="ALAMAT",
        default=os.environ.get("SITE_URL", ""),
        help="alamat situs yang terbit, untuk tautan dalam jawaban (bawaan SITE_URL; tanpa itu alamatnya relatif)",
    )
    serve.set_defaults(run=_serve)


def _serve(args: argparse.Namespace) -> int:
    try:
        from handbook.asisten.buku import Buku
        from handbook.asisten.peladen import peladen
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] not in ("mcp", "mcp_types"):
            raise
        print(PASANG, file=sys.stderr)
        return 2
    with redirect_stdout(sys.stderr):  # standard output belongs to the protocol
        handbook = buka(args)
    if handbook is None:
        return 1
    situs = args.situs and args.situs.rstrip("/") + "/"
    buku = Buku(handbook, args.as_of, situs, lambda: build(sections_of(handbook, args.as_of), sinonim(handbook), inti=1))
    peladen(buku, version("netralitas-asn")).run("stdio")
    return 0
