"""Baris: what a line of prose may open. Few forms are enough for an editor; each of the others has hidden a text or hung a build."""

import re
from collections.abc import Iterator

from handbook.model.problem import Problem, fault

# What stands before a line's own text: its indent, and the marks of the quotes and lists that hold it.
_TANDA = r"(?:>|[-*+](?=[ \t])|\(?(?:\w{1,9}|#)[.)](?=[ \t]))"
AWALAN = re.compile(rf"(?:[ \t]*{_TANDA})*[ \t]*")
TANDA = re.compile(_TANDA)
JUDUL = re.compile(r"#{1,6}[ \t]")
PAGAR = re.compile(r"(?:`{3,}|~{3,})[ \t]*(.*?)[ \t]*")
# The rest of a fence's line gives its block any class and id, unless it is one plain word.
BAHASA = re.compile(r"[\w-]*", re.ASCII)
# Entities write letters that the check of letters does not see.
ENTITAS = re.compile(r"&(?!(?:amp|lt|gt|quot);)(?:#\w+|\w+);", re.ASCII)
MAX_TANDA = 10
MAX_INDEN = 40
MAX_TEGAK = 20


def isi(text: str) -> str:
    """Give a line without its indent and the marks of quotes and lists.

    >>> isi("> 1. ## Sumber"), isi("- - x"), isi("---")
    ('## Sumber', 'x', '---')
    """
    return text[_awalan(text).end() :]


def _awalan(text: str) -> re.Match[str]:
    found = AWALAN.match(text)
    assert found is not None  # nothing is a beginning too
    return found


def problems(path: str, line: int, text: str) -> Iterator[Problem]:
    """Give what a line opens that must not be there."""
    yield from _deep(path, line, text)
    own = isi(text)
    if own != text and JUDUL.match(own):
        expected = "judul di awal baris, bukan di dalam kutipan, daftar, atau inden"
        yield fault(path, line, "judul-bagian", found=text, expected=expected, example="## Bila sudah telanjur")
    if (fence := PAGAR.fullmatch(own)) and not BAHASA.fullmatch(fence[1]):
        yield fault(path, line, "pagar-kode", found=own, expected="paling banyak satu kata sesudah tandanya", example="```text")
    if entity := ENTITAS.search(text):
        expected, example = "hurufnya sendiri; dari kode hanya &amp; &lt; &gt; &quot;", "tanda — atau huruf é diketik langsung"
        yield fault(path, line, "kode-huruf", found=entity[0], expected=expected, example=example)


def _deep(path: str, line: int, text: str) -> Iterator[Problem]:
    before = _awalan(text)[0]
    for count, most, what in (
        (len(TANDA.findall(before)), MAX_TANDA, "tanda kutipan atau daftar bertumpuk"),
        (len(before.expandtabs(4)), MAX_INDEN, "spasi dan tanda di awal baris"),
        (text.count("|"), MAX_TEGAK, "tanda | dalam satu baris"),
    ):
        if count > most:
            expected, example = f"paling banyak {most}", "pecah menjadi beberapa daftar atau tabel kecil"
            yield fault(path, line, "baris-rumit", found=f"{count} {what}", expected=expected, example=example)
