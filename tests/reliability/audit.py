"""F14: known holes in what the locks pin: `python -m tests.reliability.audit`.

pip-audit exits 0 with "no known vulnerabilities" when it cannot reach the service of advisories, unless it is --strict. So each run
first shows it a package that is known to have holes: whoever finds none there sees nothing anywhere.
"""

import json
import subprocess
import sys
from pathlib import Path

from tests.site_build import ROOT

CANARY = ROOT / "tests/canary/audit/requirements.txt"
LOCKS = ("requirements.txt", "requirements-dev.txt", "requirements-malam.txt")
COMMAND = [str(Path(sys.executable).parent / "pip-audit"), "--strict", "--disable-pip", "--require-hashes", "--progress-spinner", "off"]


def holes(lock: Path) -> list[str]:
    """Give the known holes of a lock's packages. Raises RuntimeError when they could not be looked up."""
    done = subprocess.run([*COMMAND, "--format", "json", "--requirement", lock], text=True, capture_output=True)
    try:
        packages = json.loads(done.stdout)["dependencies"]
    except (json.JSONDecodeError, KeyError) as error:
        raise RuntimeError(done.stderr.strip()[-500:] or "pip-audit said nothing") from error
    if skipped := [one["name"] for one in packages if "vulns" not in one]:
        raise RuntimeError(f"not looked up: {', '.join(skipped)}")
    return [f"{one['name']} {one['version']}: {hole['id']}, mended in {hole['fix_versions']}" for one in packages for hole in one["vulns"]]


def main() -> int:
    """Audit; 0 when no lock has a hole and the canary has, 2 when nothing could be learnt."""
    try:
        if not holes(CANARY):
            print("pip-audit finds no hole in a package known to have some", file=sys.stderr)
            return 2
        found = {lock: holes(ROOT / lock) for lock in LOCKS}
    except RuntimeError as error:
        print(f"pip-audit: {error}", file=sys.stderr)
        return 2
    for lock, told in found.items():
        print(f"{lock}: {len(told)} known holes", *told, sep="\n  ")
    return 1 if any(found.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
