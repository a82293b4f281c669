"""`handbook review`: which pages are due for review, by who owns them."""

import argparse
import json
import sys

from handbook.site import tinjauan

from .buku import buka
from .dekat import tak_dikenal


def pasang(review: argparse.ArgumentParser) -> None:
    """Declare the options of the list."""
    review.add_argument("--dalam", type=int, default=30, metavar="HARI", help="jatuh tempo dalam sekian hari (bawaan 30); 0 hanya hari ini")
    review.add_argument("--pemilik", help="hanya milik wilayah ini, misalnya kota-tegal, atau nasional")
    shape = review.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="cetak daftar JSON")
    shape.add_argument("--atom", metavar="ALAMAT", help="cetak umpan Atom untuk situs beralamat ini, diakhiri garis miring")
    review.set_defaults(run=_review)


def _review(args: argparse.Namespace) -> int:
    handbook = buka(args)
    if handbook is None:
        return 1
    owners = (tinjauan.NASIONAL, *handbook.wilayah)
    if args.pemilik and args.pemilik not in owners:
        print(tak_dikenal("pemilik", args.pemilik, owners), file=sys.stderr)
        return 2
    found = [one for one in tinjauan.due(handbook, args.as_of, args.dalam) if args.pemilik in (None, one.pemilik)]
    if args.atom:
        print(tinjauan.as_atom(found, args.as_of, args.atom))
    elif args.json:
        print(json.dumps(tinjauan.as_data(found), ensure_ascii=False, indent=2))
    else:
        print(tinjauan.as_text(found) or f"Tidak ada yang jatuh tempo dalam {args.dalam} hari.")
        print(tinjauan.bekal(handbook))
    return 0
