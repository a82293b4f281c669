"""The comparison of the rules of main with what GitHub answers, over answers of its documented form."""

import json
from copy import deepcopy
from typing import Any

import pytest

from .setelan import RULESET, bypass, lacking, owners

WANTED = json.loads(RULESET.read_text())["rules"]
CHECKS = next(one["parameters"]["required_status_checks"] for one in WANTED if one["type"] == "required_status_checks")


@pytest.fixture
def real() -> list[dict[str, Any]]:
    """What `GET /repos/{owner}/{repo}/rules/branches/main` gives when all is in force."""
    return [{**deepcopy(rule), "ruleset_source_type": "Repository", "ruleset_source": "a/b", "ruleset_id": 7} for rule in WANTED]


def rule(real: list[dict[str, Any]], type: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in real if one["type"] == type)["parameters"]
    return found


def test_rules_in_force_lack_nothing(real: list[dict[str, Any]]) -> None:
    assert list(lacking(WANTED, real)) == []


def test_stricter_rules_lack_nothing(real: list[dict[str, Any]]) -> None:
    rule(real, "pull_request")["required_approving_review_count"] = 3
    rule(real, "required_status_checks")["required_status_checks"].append({"context": "Lain"})
    assert list(lacking(WANTED, [*real, {"type": "required_signatures", "ruleset_id": 8}])) == []


@pytest.mark.parametrize("type", [one["type"] for one in WANTED])
def test_a_rule_that_is_gone_is_told(type: str, real: list[dict[str, Any]]) -> None:
    assert list(lacking(WANTED, [one for one in real if one["type"] != type])) == [f"rule «{type}» is not in force"]


@pytest.mark.parametrize(
    ("type", "name", "weaker"),
    [
        ("pull_request", "required_approving_review_count", 1),
        ("pull_request", "require_code_owner_review", False),
        ("pull_request", "require_last_push_approval", False),
        ("pull_request", "dismiss_stale_reviews_on_push", None),
        ("required_status_checks", "required_status_checks", [{"context": "Periksa isi", "integration_id": 15368}]),
        ("required_status_checks", "required_status_checks", [{"context": one["context"]} for one in CHECKS]),
        ("required_status_checks", "strict_required_status_checks_policy", False),
    ],
)
def test_a_rule_that_asks_less_is_told(type: str, name: str, weaker: Any, real: list[dict[str, Any]]) -> None:
    rule(real, type)[name] = weaker
    [told] = lacking(WANTED, real)
    assert told.startswith(f"rule «{type}», «{name}»: wanted ")


def test_two_rulesets_hold_together(real: list[dict[str, Any]]) -> None:
    weaker = deepcopy(real)
    rule(weaker, "pull_request")["required_approving_review_count"] = 1
    assert list(lacking(WANTED, [*weaker, *real])) == []


def test_who_may_bypass_is_told_and_so_is_what_cannot_be_seen() -> None:
    admin = {"actor_id": 5, "actor_type": "RepositoryRole", "bypass_mode": "always"}
    assert list(bypass([{"name": "main", "bypass_actors": []}])) == []
    assert "can be bypassed by" in next(bypass([{"name": "main", "bypass_actors": [admin]}]))
    assert "is not shown to this token" in next(bypass([{"name": "main", "current_user_can_bypass": "never"}]))


def test_lines_of_owners_that_github_ignores_are_told() -> None:
    error = {
        "line": 4,
        "column": 9,
        "kind": "Unknown owner",
        "source": "/docs/ @a/b",
        "suggestion": "",
        "message": "",
        "path": ".github/CODEOWNERS",
    }
    assert list(owners({"errors": [error]})) == ["CODEOWNERS line 4: Unknown owner"]
    assert list(owners({"errors": []})) == []
