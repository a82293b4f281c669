"""F7: builds killed at random moments, and disks that refuse: `python -m tests.reliability.bunuh 100 1` (kills, seed).

A small fictional book is built in turns of two versions. Half of the kills come at any moment of a build, half right when MkDocs
says that it is done, where the site is replaced. After each, the site must be one of the two versions, file by file; while they
go on, somebody looks at it all the time. The disks (full, read-only) are small ones in memory, which only root may mount.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread

from tests.site_build import ROOT

BUKU = ROOT / "tests/fixtures/buku"
BUILD = [sys.executable, "-c", "from handbook.cli import main; raise SystemExit(main(['build']))"]
ENV = {**os.environ, "PYTHONPATH": "scripts", "AS_OF": "2001-07-01", "SOURCE_DATE_EPOCH": "1000000000", "NO_MKDOCS_2_WARNING": "1"}
DONE = "Documentation built"


class Proyek:
    """A project in a folder of its own, whose book can be turned into one of two versions."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.situs = folder, folder / "site"
        shutil.copytree(BUKU, folder / "docs")
        for name in ("scripts", "overrides"):  # copies, so that a change to the project while this runs changes nothing here
            shutil.copytree(ROOT / name, folder / name)
        shutil.copy(ROOT / "mkdocs.yml", folder)
        self.page = next(iter(sorted((folder / "docs/perbuatan").glob("*.md"))))
        self.texts = [self.page.read_text("utf-8"), self.page.read_text("utf-8") + "\nKalimat tambahan.\n"]

    def start(self, version: int) -> "subprocess.Popen[str]":
        """Begin to build a version."""
        self.page.write_text(self.texts[version], "utf-8")
        return subprocess.Popen(
            BUILD, cwd=self.folder, env=ENV, text=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
        )

    def build(self, version: int) -> tuple[int, str]:
        """Build a version to its end: exit code and what was said."""
        process = self.start(version)
        said = process.communicate()[1]
        return process.returncode, said

    def digest(self) -> str:
        """Name what is served by every file of it."""
        files = sorted(path for path in self.situs.rglob("*") if path.is_file())
        return sha256(b"".join(f"{p.relative_to(self.situs)} {sha256(p.read_bytes()).hexdigest()}\n".encode() for p in files)).hexdigest()


def kill(process: "subprocess.Popen[str]", after: float | None) -> bool:
    """Kill a build so many seconds after its beginning, or a moment after MkDocs is done; whether it still ran."""
    assert process.stderr is not None
    if after is None:
        while (line := process.stderr.readline()) and DONE not in line:
            pass
    time.sleep(random.uniform(0, 0.03) if after is None else after)  # noqa: S311 - chance is what is wanted
    running = process.poll() is None
    if running:
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    return running


@contextmanager
def watched(path: Path) -> Iterator[Counter[bool]]:
    """Look again and again whether a file is there."""
    seen, stop = Counter[bool](), Event()

    def look() -> None:
        while not stop.is_set():
            seen[path.is_file()] += 1
            time.sleep(0.0005)

    thread = Thread(target=look)
    thread.start()
    yield seen
    stop.set()
    thread.join()


def kills(folder: Path, many: int) -> tuple[str, bool]:
    """Kill so many builds; a line for the table, and whether the site was always whole."""
    proyek = Proyek(folder)
    known: list[str] = []
    took = 0.0
    for version in (0, 1):
        began = time.monotonic()
        assert proyek.build(version)[0] == 0
        took = time.monotonic() - began
        known.append(proyek.digest())
    assert known[0] != known[1]
    found, killed = Counter[str](), 0
    with watched(proyek.situs / "index.html") as seen:
        for number in range(many):
            version = 1 - known.index(proyek.digest())
            after = None if number % 2 else random.uniform(0, took)  # noqa: S311
            killed += kill(proyek.start(version), after)
            now = proyek.digest()
            found["baru" if now == known[version] else "lama" if now in known else "rusak"] += 1
            if now not in known:
                break
    told = f"{many} bangun, {killed} dimatikan: {found['lama']} situs lama, {found['baru']} situs baru, {found['rusak']} rusak; "
    return told + f"{seen[True] + seen[False]} kali dilihat, {seen[False]} kali tidak ada", not (found["rusak"] or seen[False])


def refused(folder: Path, options: str) -> tuple[str, bool]:
    """Build on a disk in memory that gets full, or that turns read-only once a site is there."""
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", folder], check=True)
    try:
        proyek = Proyek(folder)
        proyek.build(0)
        before = proyek.digest()
        used = shutil.disk_usage(folder).used
        subprocess.run(["mount", "-o", f"remount,{options.format(size=used + 200_000)}", folder], check=True)
        done = subprocess.run(BUILD, cwd=folder, env=ENV, text=True, capture_output=True)
        line = done.stderr.splitlines()[-1]
        sound = done.returncode == 1 and "Traceback" not in done.stderr and line.endswith("Situs yang lama tidak berubah.")
        return line.removeprefix(f"{folder}/"), sound and proyek.digest() == before
    finally:
        subprocess.run(["umount", folder], check=True)


def main() -> int:
    """Run all; print what came of it. Gives 1 when a site was not whole or a message not clear."""
    many, seed = (int(value) for value in sys.argv[1:])
    random.seed(seed)
    with TemporaryDirectory() as folder:
        results = [(f"dimatikan (benih {seed})", *kills(Path(folder, "mati"), many))]
        if os.geteuid() == 0:
            results.append(("disk penuh", *refused(Path(folder, "penuh"), "size={size}")))
            results.append(("hanya baca", *refused(Path(folder, "baca"), "ro")))
        else:
            print("disk penuh, hanya baca: tidak diuji, perlu root untuk memasang disk kecil", file=sys.stderr)
    for name, told, sound in results:
        print(f"{name}: {told}{'' if sound else '  <- SALAH'}")
    return 0 if all(sound for *_, sound in results) else 1


if __name__ == "__main__":
    sys.exit(main())
