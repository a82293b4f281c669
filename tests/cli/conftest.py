"""A copy of the fictional book to write in, and a terminal at which an editor sits."""

import os
import pty
import select
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree

import pytest

BUKU = Path(__file__).parents[1] / "fixtures" / "buku"
HARI = "2001-07-01"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    copytree(BUKU, tmp_path / "docs")
    return tmp_path / "docs"


@pytest.fixture
def terminal(docs: Path) -> Callable[[str, list[str]], str]:
    """Give a function that runs a command at a terminal of its own, types a line at each prompt, and gives what was shown."""

    def typed(command: str, lines: list[str]) -> str:
        child, screen = pty.fork()
        if child == 0:  # pragma: no cover - the other process
            arguments = [*command.split(), "--docs", str(docs), "--as-of", HARI]
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # a run in the background hands on that Ctrl-C is ignored
            program = "import sys; from handbook.cli import main; sys.exit(main())"
            os.execv(sys.executable, [sys.executable, "-c", program, *arguments])  # noqa: S606 - this process becomes the command
        shown = "".join(_session(screen, iter(lines)))
        os.waitpid(child, 0)
        return shown.replace("\r", "")

    return typed


def _session(screen: int, lines: Iterator[str]) -> Iterator[str]:
    waiting = ""
    while select.select([screen], [], [], 30)[0]:
        try:
            got = os.read(screen, 4096).decode(errors="replace")
        except OSError:  # the program has ended and closed its side
            return
        if not got:
            return
        yield got
        waiting = (waiting + got)[-200:]
        if waiting.endswith(": ") and (line := next(lines, "\x04")):
            os.write(screen, line.encode() + (b"" if line == "\x04" else b"\n"))
            waiting = ""
