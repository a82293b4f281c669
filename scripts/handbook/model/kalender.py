"""Kalender: the dates of an election, the rules that count some of them from others, and the phases they make."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from pydantic import Field

from .dasar import Sitasi
from .rekaman import Judul, Klaim, Rekaman, Slug, TahapId, WilayahId


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

    id: Slug
    nama: Judul = Field(examples=["Masa tenang"])
    tahap: TahapId | None = Field(default=None, description="Tahap yang dimulai atau dilanjutkan oleh jadwal ini.")
    wilayah: WilayahId | None = Field(default=None, description="Kosong = sama di seluruh negeri.")
    mulai: date | None = None
    selesai: date | None = None
    mulai_dihitung: Patokan | None = Field(default=None, description="Sebagai ganti «mulai», bila sebuah aturan menghitungnya.")
    selesai_dihitung: Patokan | None = Field(default=None, description="Sebagai ganti «selesai», bila sebuah aturan menghitungnya.")
    dasar: tuple[Sitasi, ...] = Field(default=(), description="Pasal yang menetapkan atau menghitungnya; wajib bila dihitung.")
    kepastian: Kepastian

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

    def fase(self, wilayah: str | None = None) -> tuple[Fase, ...]:
        """Give the phases of the whole country or of a region, in order.

        A phase lasts until the next one begins, and at least as long as its own lines say. The first phase opens with
        the calendar's first day. A phase with a line that is not settled is not settled either.
        """
        return tuple(self._fase(self.terjadwal(*((wilayah,) if wilayah else ()))))

    def _fase(self, lines: tuple[Terjadwal, ...]) -> Iterator[Fase]:
        dated = sorted((line for line in lines if line.mulai and line.jadwal.tahap), key=lambda line: line.mulai or date.max)
        phases = list(dict.fromkeys(line.jadwal.tahap for line in dated if line.jadwal.tahap))
        begin = min((line.mulai for line in lines if line.mulai), default=date.max)
        for number, tahap in enumerate(phases):
            own = [line for line in lines if line.jadwal.tahap == tahap]
            last = max(line.selesai or line.mulai or date.min for line in own)
            following = next((line.mulai for line in dated if phases[number + 1 : number + 2] == [line.jadwal.tahap] and line.mulai), None)
            end = max(last, following - timedelta(days=1)) if following else last
            settled = all(line.jadwal.kepastian is Kepastian.PASTI for line in own)
            yield Fase(self.id, tahap, begin, end, Kepastian.PASTI if settled else Kepastian.TENTATIF)
            begin = end + timedelta(days=1)
