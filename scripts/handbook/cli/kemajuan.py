"""Kemajuan: how far a long work is, in one line of a terminal that is written over and wiped at the end; nothing in a log."""

import sys
from collections.abc import Callable
from typing import TextIO

HAPUS = "\r\033[K"  # back to the line's beginning, the line wiped

Lapor = Callable[[int, int], None]  # is told how much is done, and of how much


def kemajuan(apa: str, ke: TextIO | None = None) -> Lapor | None:
    """Give what shows the progress of ``apa`` ("Mengindeks bagian") on standard error; None if nobody sits before it."""
    layar = ke or sys.stderr
    if not layar.isatty():
        return None

    def lapor(selesai: int, jumlah: int) -> None:
        layar.write(f"{HAPUS}{apa} {selesai:_} dari {jumlah:_} …".replace("_", ".") if selesai < jumlah else HAPUS)
        layar.flush()

    return lapor
