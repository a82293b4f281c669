"""F13: do the repository's real settings still ask what `.github/ruleset-main.json` says? `python -m tests.reliability.setelan`.

GitHub shows the rules that hold for a branch to any token that may read, but who may bypass them only to one that may change them
(``GH_TOKEN`` of an administrator). What cannot be seen is said, not taken for sound. It also asks GitHub which lines of CODEOWNERS
it ignores, as it does where a team is missing.
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from handbook.jaringan import Gagal
from tests.site_build import ROOT

from .github import tanya

RULESET = ROOT / ".github/ruleset-main.json"
Rule = Mapping[str, Any]


def lacking(wanted: Sequence[Rule], real: Sequence[Rule]) -> Iterator[str]:
    """Give what the rules of a branch lack of those wanted: rules, and parameters that ask less."""
    for rule in wanted:
        same = [one.get("parameters", {}) for one in real if one["type"] == rule["type"]]
        if not same:
            yield f"rule «{rule['type']}» is not in force"
        for name, value in rule.get("parameters", {}).items():
            if same and not any(_at_least(value, one.get(name)) for one in same):
                yield f"rule «{rule['type']}», «{name}»: wanted {json.dumps(value)}, is {json.dumps([one.get(name) for one in same])}"


def _at_least(wanted: Any, real: Any) -> bool:
    """Tell whether a parameter asks as much: as many approvals, all of the checks and from the same reporter, the same switch."""
    if isinstance(wanted, bool):
        return real is True or not wanted
    if isinstance(wanted, int):
        return isinstance(real, int) and real >= wanted
    if isinstance(wanted, list):
        # From GitHub Actions: whoever may write could otherwise post a green status of that name by hand.
        return all(any(one.items() <= other.items() for other in real or []) for one in wanted)
    return bool(real == wanted)


def bypass(rulesets: Sequence[Rule]) -> Iterator[str]:
    """Give who may pass by the rules, or that this token is not shown it."""
    for one in rulesets:
        if "bypass_actors" not in one:
            yield f"ruleset «{one['name']}»: who may bypass it is not shown to this token"
        elif one["bypass_actors"]:
            yield f"ruleset «{one['name']}» can be bypassed by {json.dumps(one['bypass_actors'])}"


def owners(answer: Rule) -> Iterator[str]:
    """Give the lines of CODEOWNERS that GitHub ignores."""
    for error in answer["errors"]:
        yield f"CODEOWNERS line {error['line']}: {error['kind']}"


def main() -> int:
    """Ask, compare, tell; 0 when nothing is lacking, 2 when GitHub gives no answer."""
    try:
        real = tanya("rules/branches/main?per_page=100")
        sets = [tanya(f"rulesets/{id}") for id in sorted({rule["ruleset_id"] for rule in real})]
        wrong = [*lacking(json.loads(Path(RULESET).read_text())["rules"], real), *owners(tanya("codeowners/errors"))]
    except Gagal as error:
        print(f"GitHub: {error}", file=sys.stderr)
        return 2
    seen = list(bypass(sets))
    print("\n".join([*wrong, *seen]) or "The rules of main are those of the file, and nobody may bypass them.")
    return 1 if wrong or any("can be bypassed" in line for line in seen) else 0


if __name__ == "__main__":
    sys.exit(main())
