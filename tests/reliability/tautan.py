"""F12: do the sources still answer? `python -m tests.reliability.tautan` asks every address in docs/, politely, and names the dead.

One request at a time to a host, a second apart, and only the start of what it gives. An address that refuses programs (401, 403, 429)
is told apart from a dead one: a person has to look. Also told is how many legal sources lack an archived copy or a digest.
"""

import re
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from handbook.clock import today
from handbook.content.load import load
from handbook.jaringan import Gagal, ambil, serentak
from tests.site_build import ROOT

DOCS = ROOT / "docs"
ADDRESS = re.compile(r"https://[^\s<>\"'()\[\]`|]+")
GUARDED = (401, 403, 405, 429)
SECOND = 1.0


def addresses(docs: Path) -> Mapping[str, list[str]]:
    """Give every address with the places that name it, as path:line."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted((*docs.rglob("*.md"), *docs.rglob("*.yml"))):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            for address in ADDRESS.findall(line):
                found[address.rstrip(".,;:")].append(f"{path.relative_to(docs.parent)}:{number}")
    return found


def ask(hosts: list[str]) -> list[tuple[str, str | None]]:
    """Ask the addresses of one host in turn; give each with what is wrong, if anything."""
    told = []
    for number, address in enumerate(hosts):
        time.sleep(SECOND if number else 0)
        told.append((address, _wrong(address)))
    return told


def _wrong(address: str) -> str | None:
    try:
        ambil(address, terbesar=1_000, ikut=True)
    except Gagal as error:
        return f"{'menolak program' if error.status in GUARDED else 'mati'}: {error}"
    return None


def check(found: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Ask every address, a few hosts at a time; give those that did not answer, with why."""
    hosts: dict[str, list[str]] = defaultdict(list)
    for address in found:
        hosts[urlsplit(address).netloc].append(address)
    for told in serentak(ask, list(hosts.values())):
        yield from ((address, wrong) for address, wrong in told if wrong)


def main() -> int:
    """Tell; 1 when an address is dead."""
    handbook, problems = load(DOCS, today())
    if handbook is None:
        print(*problems, sep="\n")
        return 2
    found = addresses(DOCS)
    bad = dict(check(found))
    for address, wrong in sorted(bad.items()):
        print(f"{found[address][0]}: {address} {wrong}")
    dead = sum(wrong.startswith("mati") for wrong in bad.values())
    print(f"{len(found)} alamat: {dead} mati, {len(bad) - dead} menolak program.")
    return 1 if dead else 0


if __name__ == "__main__":
    sys.exit(main())
