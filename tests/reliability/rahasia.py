"""F14: keys and tokens in any version of any file: `python -m tests.reliability.rahasia`.

Each run first shows the detector a key that it must see, so that a detector that sees nothing is not taken for a clean history.
Detectors that guess by the disorder of letters are left out: locks, digests and shards are disorder by nature.
"""

import subprocess
import sys
from collections.abc import Iterator, Mapping

from detect_secrets.core.plugins.util import get_mapping_from_secret_type_to_class
from detect_secrets.core.scan import scan_line
from detect_secrets.settings import transient_settings

from tests.site_build import ROOT

NOISE = {"Base64HighEntropyString", "HexHighEntropyString", "IPPublicDetector"}
CANARY = ("AKIA" + "Q3EGRIXU7ZP5KLMN", "ghp_" + "wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx", "-----BEGIN RSA " + "PRIVATE KEY-----")
LONGEST = 2_000  # bundles and shards: no key is so long, and patterns take their time


def detectors() -> list[str]:
    """Name the detectors that look for a form, not for disorder."""
    classes: Mapping[str, type] = get_mapping_from_secret_type_to_class()
    return sorted({one.__name__ for one in classes.values()} - NOISE)


def lines() -> Iterator[tuple[str, str]]:
    """Give every line that any commit added, once, with the file it was first seen in."""
    log = ["git", "log", "--all", "-m", "--patch", "--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "--format="]
    seen: set[str] = set()
    path = ""
    with subprocess.Popen(log, cwd=ROOT, stdout=subprocess.PIPE, text=True, errors="replace") as process:
        assert process.stdout is not None
        for line in process.stdout:
            if line.startswith("+++ "):
                path = line[6:].strip()
            elif line.startswith("+") and len(line) <= LONGEST and line not in seen:
                seen.add(line)
                yield path, line[1:].strip()
    if process.returncode:
        raise SystemExit("git gives no history")


def kinds(line: str) -> Mapping[str, str]:
    """Give the kinds of secret in a line, each with the start of the secret."""
    return {found.type: (found.secret_value or "")[:4] for found in scan_line(line)}


def main() -> int:
    """Scan; 0 when nothing was found and the canaries were."""
    with transient_settings({"plugins_used": [{"name": name} for name in detectors()]}):
        if blind := [one[:8] for one in CANARY if not kinds(one)]:
            print(f"the detector does not see what it must see: {blind}", file=sys.stderr)
            return 2
        found, count = 0, 0
        for path, line in lines():
            count += 1
            for kind, start in kinds(line).items():
                found += 1
                print(f"{path}: {kind}, {start}…")
    print(f"{count} lines of the whole history, {found} secrets")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
