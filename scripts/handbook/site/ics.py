"""Ics: the election calendars as feeds for phones, one of the whole country and one of each region that has lines of its own.

Files, relative to the site's root: ``kalender/pilkada-2024.ics``, ``kalender/pilkada-2024-kota-tegal.ics``. Only lines with
a day become events; every event carries its doubts, its grounds and its sources, for a feed is read without the page.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta

from icalendar import Calendar, Event

from handbook.model.handbook import Handbook
from handbook.model.kalender import Kalender, Kepastian, Terjadwal

from . import baris
from .label import label

FOLDER = "kalender"
# Whoever subscribes is told of a correction within a day.
SEGARKAN = timedelta(days=1)


def export(handbook: Handbook, as_of: date, alamat: str) -> Mapping[str, bytes]:
    """Give every feed by path. ``alamat`` is the site's own address, with a slash at its end; events link to it."""
    return {
        path: _calendar(handbook, kalender, wilayah, as_of, alamat).to_ical()
        for kalender in handbook.tabel.kalender
        for wilayah, path in berkas(handbook, kalender)
    }


def berkas(handbook: Handbook, kalender: Kalender) -> Iterator[tuple[str | None, str]]:
    """Give the feeds of a calendar: the region (None is the whole country) and the path. Without a day there is no feed."""
    if any(line.mulai for line in kalender.terjadwal()):
        yield None, f"{FOLDER}/{kalender.id}.ics"
    for wilayah in handbook.wilayah:
        if any(jadwal.wilayah == wilayah for jadwal in kalender.jadwal):
            yield wilayah, f"{FOLDER}/{kalender.id}-{wilayah}.ics"


def _calendar(handbook: Handbook, kalender: Kalender, wilayah: str | None, as_of: date, alamat: str) -> Calendar:
    feed = Calendar()
    place = f", {handbook.wilayah[wilayah].halaman.nama}" if wilayah else ""
    feed.add("prodid", "-//Netralitas ASN//Kalender pemilihan//ID")
    feed.add("version", "2.0")
    feed.add("x-wr-calname", f"{kalender.nama}{place}")
    feed.add("x-wr-caldesc", "Dari buku pegangan Netralitas ASN. Periksa keterangan setiap acara; tanggal dapat dikoreksi.")
    feed.add("refresh-interval", SEGARKAN, parameters={"VALUE": "DURATION"})
    for line in kalender.terjadwal(*((wilayah,) if wilayah else ())):
        if line.mulai:
            feed.add_component(_event(handbook, kalender, line, line.mulai, as_of, alamat))
    return feed


def _event(handbook: Handbook, kalender: Kalender, line: Terjadwal, start: date, as_of: date, alamat: str) -> Event:
    jadwal, tentative = line.jadwal, line.jadwal.kepastian is Kepastian.TENTATIF
    url = f"{alamat}panduan/kalender/#{kalender.id}-{jadwal.id}"
    event = Event()
    event.add("uid", f"{kalender.id}-{jadwal.id}@netralitas-asn")
    event.add("dtstamp", datetime.combine(as_of, time.min))
    event.add("summary", f"{'(Tentatif) ' if tentative else ''}{jadwal.nama}")
    event.add("dtstart", start)
    # The end of a day-long event is the day after; without an end known it is the first day alone.
    event.add("dtend", (line.selesai or start) + timedelta(days=1))
    event.add("status", "TENTATIVE" if tentative else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    event.add("description", "\n".join([*_caveats(handbook, line), url]))
    event.add("url", url)
    return event


def _caveats(handbook: Handbook, line: Terjadwal) -> Iterator[str]:
    """Say what the day means, and everything that limits it."""
    jadwal = line.jadwal
    yield jadwal.isi
    if line.selesai is None:
        yield "Hari terakhirnya tidak disebut; acara ini menandai hari mulainya."
    if jadwal.dasar:
        words = "; ".join(baris.sebutan(handbook, dasar) for dasar in jadwal.dasar)
        yield f"{'Dihitung menurut' if jadwal.dihitung else 'Dasar'}: {words}."
    if jadwal.catatan:
        yield f"Catatan: {jadwal.catatan}"
    yield f"Kepastian tanggal: {label(jadwal.kepastian)}. Keyakinan: {label(jadwal.keyakinan)}."
    yield "Sumber: " + "; ".join(f"{handbook.sumber[id].judul} ({handbook.sumber[id].penerbit})" for id in jadwal.sumber)
