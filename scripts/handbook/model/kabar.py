"""Kabar: one change of the book, told to its readers in plain words. Written by hand: what changed for them no diff can say."""

from datetime import date

from pydantic import Field

from .halaman import Halaman
from .peraturan import Peraturan
from .perbuatan import Perbuatan
from .rekaman import Judul, PeraturanId, PerbuatanId, Rekaman, Slug, Teks, WilayahId
from .wilayah import Wilayah


class Kabar(Rekaman):
    """A change. Feeds name it by its id, so neither the id nor the day is changed once it is published."""

    id: Slug = Field(description="id kabar; tidak diganti setelah terbit.", examples=["non-asn-ke-6"])
    tanggal: date = Field(description="Hari perubahan itu terbit.")
    judul: Judul = Field(description="Apa yang berubah, dalam beberapa kata.", examples=["Dasar bagi pegawai non-ASN dilengkapi"])
    isi: Teks = Field(description="Apa yang berubah bagi pembaca: dari apa menjadi apa, bagi siapa, dan apa yang tetap.")
    perbuatan: tuple[PerbuatanId, ...] = Field(default=(), description="Id perbuatan yang jawabannya berubah.")
    peraturan: tuple[PeraturanId, ...] = Field(default=(), description="Id peraturan yang halamannya berubah.")
    wilayah: tuple[WilayahId, ...] = Field(default=(), description="Id wilayah yang terkena.")

    @property
    def umum(self) -> bool:
        """True for what concerns the book as a whole."""
        return not (self.perbuatan or self.peraturan or self.wilayah)

    def menyebut(self, halaman: Halaman) -> bool:
        """Say whether it names the act, the regulation or the region of a page."""
        named = {Perbuatan: self.perbuatan, Peraturan: self.peraturan, Wilayah: self.wilayah}.get(type(halaman), ())
        return halaman.id in named
