"""Where the prose leads: link and image targets over the whole body, so that no line break hides one.

Only forms known to be harmless pass: whatever follows ``](`` or ``]:`` must match one of them entirely.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import normpath

from handbook.model.problem import Problem, fault
from handbook.model.rekaman import INANG

from .source import Source

RELATIVE = r"(?!/)(?:[\w./-]+(?:#[\w-]*)?|#[\w-]+)"
ADDRESS = rf"(?:{INANG}(?:[/?#][^\s<>\"'()\\`\[\]]*)?|mailto:[\w.+-]+@[\w.-]+|(?P<relatif>{RELATIVE}))"
TITLE = r"(?:\s+\"[^\"\n<>]*\")?"
INLINE = re.compile(rf"\s*(?P<tujuan>{ADDRESS}){TITLE}\s*\)", re.ASCII)
DEFINITION = re.compile(rf"\s*(?P<tujuan>{ADDRESS}){TITLE}(?=\s|$)", re.ASCII)
IMAGE = re.compile(r"!\[[^\[\]]+\]\((?:\.\./)*gambar/[\w.-]+\)", re.ASCII)
# A link's text that names an address of its own, and where such a text leads: readers go by what they see.
TEKS = re.compile(r"\[(?!\^)(?P<teks>[^\[\]]*)\](?!:)")
SEBUT = re.compile(r"(?:https?://|www\.)[\w.-]+|(?:[\w-]{1,63}\.){1,5}(?:id|com|org|net)\b", re.ASCII | re.IGNORECASE)
# What opens a target: the end of a link's text, or a definition's name (a source marker is none).
INLINE_OPENS = re.compile(r"\]\(")
DEFINITION_OPENS = re.compile(r"\[(?!\^)[^\[\]]*\]:")
IMAGE_OPENS = re.compile(r"!\[(?!\^)")


@dataclass(frozen=True)
class Link:
    """A relative link of the prose: the file it leads to (relative to docs/), its fragment, its line."""

    path: str
    fragment: str
    line: int


def _places(source: Source) -> Iterator[tuple[int, re.Match[str] | None]]:
    """Give every place where a target must stand, with the harmless target that stands there, if so."""
    for opens, form in ((INLINE_OPENS, INLINE), (DEFINITION_OPENS, DEFINITION)):
        for opening in opens.finditer(source.body):
            yield opening.end(), form.match(source.body, opening.end())


def _line(source: Source, position: int) -> int:
    return source.body_line + source.body.count("\n", 0, position)


def problems(source: Source) -> Iterator[Problem]:
    """Give every target that is not known to be harmless."""
    for position, match in _places(source):
        if not match:
            yield fault(
                source.path,
                _line(source, position),
                "tautan",
                found=_shown(source.body, position),
                expected="https://…, mailto:…, atau berkas .md",
                example="[PP 94/2021](../peraturan/pp-94-2021.md)",
            )
    yield from _disguised(source)
    for opening in IMAGE_OPENS.finditer(source.body):
        if not IMAGE.match(source.body, opening.start()):
            yield fault(
                source.path,
                _line(source, opening.start()),
                "gambar",
                found=_shown(source.body, opening.start()),
                expected="gambar dari folder gambar/ dengan kata penggantinya",
                example="![Alur melapor](../gambar/alur-melapor.png)",
            )


def _disguised(source: Source) -> Iterator[Problem]:
    for text in TEKS.finditer(source.body):
        named = {_host(one) for one in SEBUT.findall(text["teks"])}
        target = INLINE.match(source.body, text.end() + 1) if source.body[text.end() : text.end() + 1] == "(" else None
        if named and (target is None or named != {_host(target["tujuan"])}):
            found, expected = f"[{text['teks']}]", "alamat yang disebut teksnya sama dengan tujuannya, ditulis di sampingnya"
            example = "[jdih.contoh.go.id](https://jdih.contoh.go.id/pp-1)"
            yield fault(source.path, _line(source, text.start()), "tautan-menyamar", found=found, expected=expected, example=example)


def _host(address: str) -> str:
    """Give the host of an address as people write it: with or without a scheme, with or without www."""
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", address.lower()).partition("/")[0].rstrip(".")


def _shown(body: str, position: int) -> str:
    return re.split(r"[)\s]", body[position : position + 200].lstrip(), maxsplit=1)[0]


def links(source: Source, relative: str) -> Iterator[Link]:
    """Give the relative targets of the prose of the page at ``relative``."""
    folder = relative.rpartition("/")[0]
    for position, match in _places(source):
        if match and match["relatif"] is not None:
            path, _, fragment = match["relatif"].partition("#")
            yield Link(normpath(f"{folder}/{path}") if path else relative, fragment, _line(source, position))
