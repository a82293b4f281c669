"""GitHub's answers about this repository, read with the token of the run (``GH_TOKEN``)."""

import json
import os
from typing import Any

from handbook.jaringan import Gagal, ambil

TERBESAR = 2_000_000


def tanya(path: str) -> Any:
    """Ask the API of the repository in ``GITHUB_REPOSITORY`` for ``path``. Raises Gagal when it does not answer with JSON."""
    root = os.environ.get("GITHUB_API_URL", "https://api.github.com")
    repository = os.environ.get("GITHUB_REPOSITORY")
    if not repository:
        raise Gagal("GITHUB_REPOSITORY is not set: name the repository, as in GITHUB_REPOSITORY=owner/name")
    headers = {"Accept": "application/vnd.github+json"}
    if token := os.environ.get("GH_TOKEN"):
        headers["Authorization"] = f"Bearer {token}"
    try:
        return json.loads(ambil(f"{root}/repos/{repository}/{path}", terbesar=TERBESAR, tajuk=headers))
    except json.JSONDecodeError as error:
        raise Gagal("the answer is no JSON") from error
