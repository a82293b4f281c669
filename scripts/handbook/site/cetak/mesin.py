"""Mesin: Typst, which sets our templates with data as PDF or as a picture. Same data, same bytes, on every machine.

Typst brings the fonts (Libertinus Serif, SIL Open Font License): those of the machine are not looked at, nothing is fetched.
What was set before is taken from a folder, by the digest of everything that made it.
"""

import io
import json
import os
import re
from collections.abc import Callable
from functools import cached_property
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pikepdf
import typst
from PIL import Image

TEMPLATES = Path(__file__).parent
PEMBUAT = " ".join(f"{name} {version(name)}" for name in ("typst", "pikepdf", "pillow"))
WARNA = 40
# What Typst says of a letter that none of its fonts has.
TANPA_HURUF = re.compile(r"^PDF/UA-1 error: the text `\"(.+?)\"` could not be displayed with font .*", re.DOTALL)


class TakTerset(ValueError):
    """A document cannot be set: its text does not fit, or has a letter that no font here has."""


class Mesin:
    """Sets documents. ``simpanan`` is the folder of what was set before."""

    def __init__(self, simpanan: Path) -> None:
        self._simpanan = simpanan

    def pdf(self, template: str, data: dict[str, Any]) -> bytes:
        """Set a document as PDF/UA-1, packed: most of it is the structure that screen readers follow."""
        return self._once(f"{template}.pdf", data, lambda isi: _packed(self._compile(template, isi, format="pdf", pdf_standards="ua-1")))

    def png(self, template: str, data: dict[str, Any]) -> bytes:
        """Set one page as a picture, a point a pixel."""
        return self._once(f"{template}.png", data, lambda isi: _few_colours(self._compile(template, isi, format="png", ppi=72.0)))

    def _compile(self, template: str, isi: str, **how: Any) -> bytes:
        try:
            made = self._typst.compile(TEMPLATES / f"{template}.typ", sys_inputs={"isi": isi}, **how)
        except typst.TypstError as error:
            reason = TANPA_HURUF.sub(r"huruf «\1» tidak ada dalam huruf cetak; tulis dengan kata", error.message)
            raise TakTerset(f"«{json.loads(isi)['judul']}» tidak dapat dicetak: {reason}") from error
        assert isinstance(made, bytes), f"{template} has more than one page"
        return made

    @cached_property
    def _typst(self) -> typst.Compiler:
        return typst.Compiler(root=TEMPLATES, font_paths=typst.Fonts(include_system_fonts=False))

    def _once(self, name: str, data: dict[str, Any], make: Callable[[str], bytes]) -> bytes:
        isi = json.dumps(data, ensure_ascii=False, sort_keys=True)
        template = (TEMPLATES / name).with_suffix(".typ").read_text(encoding="utf-8")
        key = sha256("\0".join((PEMBUAT, name, template, isi)).encode()).hexdigest()
        kept = self._simpanan / f"{key}{Path(name).suffix}"
        if not kept.exists():
            _write(kept, make(isi))
        return kept.read_bytes()


def _write(path: Path, data: bytes) -> None:
    """Write all or nothing: another build may be looking."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{os.getpid()}")
    part.write_bytes(data)
    part.replace(path)


def _few_colours(png: bytes) -> bytes:
    """Reduce a drawing to the colours it needs: a quarter of the bytes, and no eye sees it."""
    out = io.BytesIO()
    with Image.open(io.BytesIO(png)) as picture:
        few = picture.convert("RGB").quantize(WARNA, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(out, format="PNG", compress_level=6)
    return out.getvalue()


def _packed(pdf: bytes) -> bytes:
    """Put objects into compressed streams, which Typst does not."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return out.getvalue()
