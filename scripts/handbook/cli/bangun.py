"""`handbook build`: build the site with MkDocs, list its files, and put it in place of the former one in a single step.

The site's folder is a link to the newest finished build. A link is replaced at once or not at all, so whoever serves the folder
gives the old site or the new one, whenever the build ends or is killed. The former build stays until the next one begins:
a server may be in the middle of it.
"""

import argparse
import errno
import fcntl
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from handbook.clock import now, today

from .terbitan import daftarkan
from .warisan import bawa

SEBAB = {
    errno.ENOSPC: "disk penuh; kosongkan sedikit ruang",
    errno.EDQUOT: "jatah disk habis; kosongkan sedikit ruang",
    errno.EROFS: "tempatnya hanya dapat dibaca; pilih folder lain atau buka kuncinya",
    errno.EACCES: "tidak boleh ditulis; periksa hak atas foldernya",
    errno.EPERM: "tidak boleh ditulis; periksa hak atas foldernya",
}


def pasang(build: argparse.ArgumentParser) -> None:
    """Declare where the site goes."""
    build.add_argument("situs", nargs="?", type=Path, default=Path("site"), metavar="FOLDER", help="tempat situs jadi (bawaan: site)")
    build.add_argument("--gudang", type=Path, default=Path("build/situs"), metavar="FOLDER", help="tempat menyusun (bawaan: build/situs)")
    build.add_argument("--jalan", metavar="TEKS", help="teks yang berbeda pada setiap penerbitan, lihat handbook terbitan --help")
    build.add_argument("--lama", metavar="ALAMAT", help="bawa serta berkas terbitan lama yang masih diminta halaman yang sudah terbuka")
    build.set_defaults(run=_build)


def _build(args: argparse.Namespace) -> int:
    try:
        args.gudang.mkdir(parents=True, exist_ok=True)
        with _sendirian(args.gudang):
            bereskan(args.gudang, args.situs)
            baru = Path(mkdtemp(prefix="", dir=args.gudang))
            code = _mkdocs(baru)
            if code == 0:
                if args.lama:
                    print(bawa(baru, args.lama.rstrip("/") + "/", now()))
                daftarkan(baru, today(), args.jalan)
                ganti(args.situs, baru)
            return code
    except OSError as error:
        sebab = SEBAB.get(error.errno or 0, error.strerror or str(error))
        print(f"{error.filename2 or error.filename or args.gudang}: {sebab}. Situs yang lama tidak berubah.", file=sys.stderr)
        return 1


def _mkdocs(folder: Path) -> int:
    """Run the strict build; a refusal is told as MkDocs tells it. Gives its exit code, raises OSError where it cannot write."""
    from click import ClickException
    from mkdocs.__main__ import cli

    try:
        cli.main(["build", "--strict", "--site-dir", str(folder)], standalone_mode=False)
    except ClickException as error:
        error.show()
        return error.exit_code
    folder.chmod(0o755)  # temporary folders are for nobody else's eyes, a site is
    return 0


@contextmanager
def _sendirian(gudang: Path) -> Iterator[None]:
    """Let one build at a time work in a folder; another waits. The lock ends with the process, however that ends."""
    with (gudang / ".kunci").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def bereskan(gudang: Path, situs: Path) -> None:
    """Remove builds that nobody serves: former ones, and what killed builds left."""
    for one in gudang.iterdir():
        if one.is_symlink():
            one.unlink()
        elif one.is_dir() and one.resolve() != situs.resolve():
            shutil.rmtree(one)


def ganti(situs: Path, baru: Path) -> None:
    """Make ``situs`` a link to the finished build ``baru``, in one step if it is a link already."""
    link = baru.with_suffix(".tautan")
    link.unlink(missing_ok=True)
    link.symlink_to(os.path.relpath(baru.resolve(), situs.absolute().parent))
    if situs.is_dir() and not situs.is_symlink():  # a folder from before builds were linked; this once there is a moment without
        situs.rename(baru.with_suffix(".dulu"))
    link.replace(situs)
