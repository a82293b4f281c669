"""Write values as YAML that the strict reader reads back unchanged, in the look of the files that are there."""

from typing import Any

import yaml

from .yaml_lines import NULLS

LEBAR = 118


class _Penulis(yaml.SafeDumper):
    """Quotes no more than the reader asks for: it takes every scalar as text, but the spellings of "nothing"."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML's own way to say what plain text would mean

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Indent lists below their key."""
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        """Write a value anew each time: the reader refuses anchors."""
        return True


def _text(dumper: _Penulis, value: str) -> yaml.ScalarNode:
    # A text of several lines keeps its line ends only between quotes.
    style = "'" if value in NULLS else '"' if "\n" in value else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


_Penulis.add_representer(str, _text)
_Penulis.add_representer(type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:str", "", style=None))


def write(value: Any) -> str:
    """Give YAML of nested dicts, lists, texts and None (an empty value)."""
    return yaml.dump(value, Dumper=_Penulis, allow_unicode=True, sort_keys=False, width=LEBAR, default_flow_style=False)
