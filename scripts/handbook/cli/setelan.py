"""Setelan: the settings in mkdocs.yml, for commands that work without MkDocs."""

from pathlib import Path
from typing import Any

import markdown
import yaml
from yaml_env_tag import construct_env_tag

ROOT = Path(__file__).resolve().parents[3]
BERKAS = ROOT / "mkdocs.yml"


class _Pembaca(yaml.SafeLoader):
    """YAML with ``!ENV [NAME, otherwise]``, as in mkdocs.yml."""


_Pembaca.add_constructor("!ENV", construct_env_tag)


def setelan(path: Path = BERKAS) -> dict[str, Any]:
    """Read the settings."""
    found: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=_Pembaca)  # noqa: S506, TID251 - a safe loader; settings, not content
    return found


def pengubah(isi: dict[str, Any]) -> markdown.Markdown:
    """Give the converter that these settings declare: the one that renders the site."""
    named = [one if isinstance(one, dict) else {one: {}} for one in isi["markdown_extensions"]]
    configs = {name: options or {} for one in named for name, options in one.items()}
    return markdown.Markdown(extensions=list(configs), extension_configs=configs)
