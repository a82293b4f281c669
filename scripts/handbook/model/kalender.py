"""Kalender: the dates of an election, the rules that count some of them from others, and the phases they make."""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import zip_longest

from pydantic import Field

from .dasar import Sitasi
from .rekaman import Hari, Judul, Klaim, Rekaman, Slug, TahapId, WilayahId


class Kepastian(StrEnum):
    """Whether a date is settled."""

    PASTI = "pasti"
    TENTATIF = "tentatif"


class Patokan(Rekaman):
    """A day that a rule counts from another line of the same calendar: from the day on which that line starts."""

    dari: Slug = Field(description="Id jadwal lain di kalender yang sama, yang punya «mulai».")
    hari: int = Field(default=0, ge=-400, le=400, description="Sekian hari sesudahnya; minus untuk sebelumnya.", examples=[-3])
    bulan: int = Field(default=0, ge=-24, le=24, description="Sekian bulan sesudahnya; minus untuk sebelumnya.", examples=[-6])

    def hitung(self, dari: date) -> date:
        """Count from a day. A month too short for the day ends on its last day.

        >>> Patokan(dari="penetapan", bulan=-6).hitung(date(2024, 8, 31))
        datetime.date(2024, 2, 29)
        """
        years, month = divmod(dari.month - 1 + self.bulan, 12)
        last = monthrange(dari.year + years, month + 1)[1]
        return date(dari.year + years, month + 1, min(dari.day, last)) + timedelta(days=self.hari)


class Jadwal(Klaim):
    """One line of an election's calendar; ``isi`` says what it means for an ASN."""

    id: Slug = Field(description="id jadwal, unik dalam kalendernya.", examples=["masa-tenang"])
    nama: Judul = Field(description="Nama kegiatannya.", examples=["Masa tenang"])
    tahap: TahapId | None = Field(default=None, description="Tahap yang dimulai atau dilanjutkan oleh jadwal ini.")
    wilayah: WilayahId | None = Field(default=None, description="Kosong = sama di seluruh negeri.")
    mulai: Hari | None = Field(default=None, description="Hari pertamanya, bila sudah ada.")
    selesai: Hari | None = Field(default=None, description="Hari terakhirnya, bila disebut.")
    mulai_dihitung: Patokan | None = Field(default=None, description="Sebagai ganti «mulai», bila sebuah aturan menghitungnya.")
    selesai_dihitung: Patokan | None = Field(default=None, description="Sebagai ganti «selesai», bila sebuah aturan menghitungnya.")
    dasar: tuple[Sitasi, ...] = Field(default=(), description="Pasal yang menetapkan atau menghitungnya; wajib bila dihitung.")
    kepastian: Kepastian = Field(description="pasti, atau tentatif bila tanggalnya masih dapat bergeser.")

    @property
    def dihitung(self) -> bool:
        """Whether a rule counts one of its days."""
        return bool(self.mulai_dihitung or self.selesai_dihitung)


@dataclass(frozen=True)
class Terjadwal:
    """A line with its days, counted where a rule counts them; None where there is no date yet."""

    jadwal: Jadwal
    mulai: date | None
    selesai: date | None


@dataclass(frozen=True)
class Fase:
    """A stretch of days, both ends included, in which an election is in one phase."""

    kalender: str
    tahap: str
    mulai: date
    selesai: date
    kepastian: Kepastian


class Kalender(Rekaman):
    """The calendar of one election."""

    id: Slug
    nama: Judul = Field(examples=["Pilkada 2024"])
    dasar: tuple[Sitasi, ...] = Field(min_length=1)
    dibuka: Slug | None = Field(default=None, description="Id jadwal yang membuka tahapan; wajib bila ada jadwal bertahap yang bertanggal.")
    jadwal: tuple[Jadwal, ...] = Field(min_length=1)

    def terjadwal(self, *wilayah: str) -> tuple[Terjadwal, ...]:
        """Give the lines of the whole country, and those of the regions named, with their days."""
        starts = {jadwal.id: jadwal.mulai for jadwal in self.jadwal}

        def day(written: date | None, counted: Patokan | None) -> date | None:
            from_day = starts[counted.dari] if counted else None
            return counted.hitung(from_day) if counted and from_day else written

        return tuple(
            Terjadwal(j, day(j.mulai, j.mulai_dihitung), day(j.selesai, j.selesai_dihitung))
            for j in self.jadwal
            if j.wilayah in (None, *wilayah)
        )

    def bertahap(self, wilayah: str | None = None) -> dict[str, tuple[Terjadwal, ...]]:
        """Give the lines that make each phase, the whole country's and a region's; phases in order of their first day."""
        lines = [line for line in self.terjadwal(*((wilayah,) if wilayah else ())) if line.jadwal.tahap]
        dated = sorted((line for line in lines if line.mulai), key=lambda line: line.mulai or date.max)
        phases = dict.fromkeys(line.jadwal.tahap for line in dated)
        return {str(tahap): tuple(line for line in lines if line.jadwal.tahap == tahap) for tahap in phases}

    def fase(self, wilayah: str | None = None) -> tuple[Fase, ...]:
        """Give the phases of the whole country or of a region, in order.

        The line named in ``dibuka`` opens the first. A phase lasts until the next one begins, and at least as long as its
        own lines say. A phase with a line that is not settled is not settled either.
        """
        return tuple(self._fase(self.bertahap(wilayah)))

    def _fase(self, phases: Mapping[str, tuple[Terjadwal, ...]]) -> Iterator[Fase]:
        opening = [line.mulai for line in self.terjadwal() if line.jadwal.id == self.dibuka and line.mulai]
        begin = min([*opening, *(awal(own) for own in phases.values())], default=date.max)
        for (tahap, own), following in zip_longest(phases.items(), [awal(own) for own in phases.values()][1:]):
            end = max(akhir(own), following - timedelta(days=1)) if following else akhir(own)
            settled = all(line.jadwal.kepastian is Kepastian.PASTI for line in own)
            yield Fase(self.id, tahap, begin, end, Kepastian.PASTI if settled else Kepastian.TENTATIF)
            begin = end + timedelta(days=1)


def awal(lines: Iterable[Terjadwal]) -> date:
    """Give the first day of lines of which some are dated."""
    return min(line.mulai for line in lines if line.mulai)


def akhir(lines: Iterable[Terjadwal]) -> date:
    """Give the last day of lines of which some are dated."""
    return max(line.selesai or line.mulai for line in lines if line.mulai)
