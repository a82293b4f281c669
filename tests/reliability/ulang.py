"""F9: is a site the same to the byte wherever, by whomever and whenever it is built? `python -m tests.reliability.ulang`.

The project is built as it lies here, then as a copy in a folder with spaces in its name, by another user if this one may become
another, with another home, zone, locale, umask and hash seed, with the files of every folder in another order, and with a clock that is
400 days ahead (Python's `time.time`). Last a day further on, which must make a difference: or nothing is compared.
"""

import os
import shutil
import subprocess
import sys
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from handbook.clock import today
from tests.site_build import ROOT

NOBODY = 65534
BOTH = {
    "AS_OF": today().isoformat(),
    "SOURCE_DATE_EPOCH": "1793480400",
    "SITE_URL": "https://contoh.example/buku/",
    "NO_MKDOCS_2_WARNING": "1",
}
OTHER = {"TZ": "America/New_York", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "7", "USER": "orang-lain", "LOGNAME": "orang-lain"}
# Python runs this before anything else; every listing of a folder then comes in an order of its own, and it is another day.
ELSEWHERE = """
import os, random, time
real_time, real_time_ns = time.time, time.time_ns
time.time = lambda: real_time() + 400 * 86400
time.time_ns = lambda: real_time_ns() + 400 * 86400 * 10**9
dice = random.Random(7)
def shuffled(real):
    def listing(*args):
        found = list(real(*args))
        dice.shuffle(found)
        return found
    return listing
real_scandir = os.scandir
class Scan:
    def __init__(self, *args):
        with real_scandir(*args) as found:
            self.found = list(found)
        dice.shuffle(self.found)
        self.left = iter(self.found)
    def __iter__(self): return self.left
    def __next__(self): return next(self.left)
    def __enter__(self): return self
    def __exit__(self, *_): pass
    def close(self): pass
os.listdir, os.scandir = shuffled(os.listdir), Scan
"""


def build(project: Path, target: Path, *, user: int | None = None, **environment: str) -> dict[str, str]:
    """Build a project into a folder; give the digest of every file."""
    env = {"PATH": os.environ["PATH"], **BOTH, "HOME": str(project.parent), **environment}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(target)]
    subprocess.run(command, cwd=project, env=env, check=True, user=user, umask=0o077 if user else -1)
    files = sorted(path for path in target.rglob("*") if path.is_file())
    return {path.relative_to(target).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


def copied(folder: Path) -> Path:
    """Copy what a build needs into a folder of another name."""
    project = folder / "tempat lain, dengan spasi"
    for name in ("docs", "scripts", "overrides"):
        shutil.copytree(ROOT / name, project / name)
    shutil.copy(ROOT / "mkdocs.yml", project)
    (project / "urutan").mkdir()
    (project / "urutan/sitecustomize.py").write_text(ELSEWHERE, encoding="utf-8")
    return project


def another_user() -> int | None:
    """Give the user nobody, if this one may become it and it may run this Python."""
    if os.geteuid() != 0:
        return None
    try:
        done = subprocess.run([sys.executable, "-c", "import mkdocs"], user=NOBODY, env={}, capture_output=True)
    except OSError:
        return None
    return NOBODY if done.returncode == 0 else None


def main() -> int:
    """Build, compare, print. Gives 1 when a file differs, or when nothing would."""
    with TemporaryDirectory() as folder:
        project = copied(Path(folder))
        first = build(ROOT, Path(folder, "satu"), PYTHONPATH=f"{ROOT}/scripts")
        user = another_user()
        if user:
            for path in (Path(folder), *Path(folder).rglob("*")):
                os.chown(path, NOBODY, NOBODY)
        other = {**OTHER, "PYTHONPATH": f"{project}/urutan{os.pathsep}{project}/scripts"}
        second = build(project, project / "dua", user=user, **other)
        third = build(project, project / "tiga", user=user, **{**other, "AS_OF": (today() + timedelta(days=1)).isoformat()})
    differ = [path for path in sorted({*first, *second}) if first.get(path) != second.get(path)]
    said = ["folder, HOME, zona, bahasa, umask, benih hash, urutan berkas, dan jam +400 hari", *(["pemakai lain"] if user else [])]
    print(f"{len(first)} berkas; {', '.join(said)}: {len(differ)} beda")
    print("\n".join(differ[:20]), end="")
    moved = sum(first.get(path) != third.get(path) for path in third)
    print(f"Pembanding, AS_OF sehari kemudian: {moved} berkas beda")
    return 1 if differ or not moved else 0


if __name__ == "__main__":
    sys.exit(main())
