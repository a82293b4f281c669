"""Atom: entries to a feed that readers subscribe to. The same content gives the same bytes: days come from the entries."""

import html
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from uuid import NAMESPACE_URL, uuid5

from feedgenerator import Atom1Feed

from .kutipan import BUKU

WIB = timezone(timedelta(hours=7))


@dataclass(frozen=True)
class Butir:
    """One entry. ``id`` is its name for ever, ``jalur`` its address relative to the site's root, ``isi`` plain text, a line a paragraph."""

    id: str
    judul: str
    isi: str
    jalur: str
    hari: date


class _Feed(Atom1Feed):  # type: ignore[misc]  # ships no types
    """An Atom feed whose day is given, where the library would ask the clock for one without entries."""

    def latest_post_date(self) -> datetime:
        found: datetime = self.feed["hari"]
        return found


def tulis(judul: str, jalur: str, situs: str, butir: Iterable[Butir], hari: date) -> str:
    """Write the feed that lies at ``jalur``, last changed on ``hari``. ``situs`` is the site's address, with a slash at its end."""
    feed = _Feed(
        judul, situs, "", language="id", author_name=BUKU, feed_url=situs + jalur, feed_guid=urn(jalur), hari=_moment(hari),
        feed_copyright="CC BY 4.0",
    )  # fmt: skip
    for one in butir:
        text = "".join(f"<p>{html.escape(line)}</p>" for line in one.isi.splitlines())
        feed.add_item(
            one.judul, situs + one.jalur, text or None, unique_id=urn(one.id), pubdate=_moment(one.hari), updateddate=_moment(one.hari)
        )
    return str(feed.writeString("utf-8"))


def urn(id: str) -> str:
    """Give the name under which feed readers know something, wherever the site stands."""
    return uuid5(NAMESPACE_URL, f"netralitas-asn/{id}").urn


def _moment(hari: date) -> datetime:
    return datetime.combine(hari, time.min, WIB)
