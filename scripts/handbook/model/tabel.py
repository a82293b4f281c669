"""The shared tables: sources, roles, phases, sanctions, channels, terms, calendar."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from pydantic import Field

from .dasar import Sitasi
from .kabar import Kabar
from .kalender import Kalender
from .rekaman import Alamat, Jalur, JejakId, Judul, Klaim, PeranId, Rekaman, Sidik, Slug, TanggalLonggar, Teks, WilayahId
from .wilayah import Kanal as Kanal


class JenisSumber(StrEnum):
    """What kind of source it is."""

    NASKAH = "naskah-peraturan"
    RESMI = "lembaga-resmi"
    BERITA = "berita"
    LAIN = "lain"


class CaraBaca(StrEnum):
    """How much of a source the editors saw."""

    UTUH = "utuh"
    SEBAGIAN = "sebagian"
    CUPLIKAN = "cuplikan"


class Sumber(Rekaman):
    """A source: title, publisher, date, link, how it was read, and when it was last looked at."""

    id: Slug = Field(description="id sumber: penerbit dan tanggal atau pokoknya.", examples=["disway-1601"])
    judul: Teks = Field(description="Judul tanpa nama orang yang bukan pejabat.", examples=["PP 94/2021 tentang Disiplin PNS"])
    penerbit: Teks = Field(description="Media atau lembaga yang menerbitkannya.", examples=["Radar Tegal"])
    tanggal: TanggalLonggar | None = Field(default=None, description="Kapan terbit, sejauh diketahui.")
    url: Alamat | None = Field(default=None, description="Alamat https.")
    jenis: JenisSumber = Field(description="Naskah peraturan, keterangan lembaga resmi, berita, atau lainnya.")
    cara_baca: CaraBaca = Field(description="utuh, sebagian (pasal yang dikutip), atau cuplikan mesin cari.")
    diperiksa: date = Field(description="Kapan redaksi terakhir memeriksa sumber ini.")
    catatan: Teks | None = Field(default=None, description="Batas sumber ini, bila ada.")
    arsip: Alamat | None = Field(
        default=None,
        description="Alamat salinan yang diarsipkan pihak lain.",
        examples=["https://web.archive.org/web/2024/https://jdih.contoh.go.id/"],
    )
    sidik: Sidik | None = Field(default=None, description="SHA-256 berkas naskahnya saat diperiksa, seperti dicetak sha256sum.")

    @property
    def resmi(self) -> bool:
        """True for the text of a regulation or what an official body says: what law is told from."""
        return self.jenis in (JenisSumber.NASKAH, JenisSumber.RESMI)


class Peran(Rekaman):
    """A role of the person who asks."""

    id: Slug = Field(description="id peran.", examples=["pns"])
    nama: Judul = Field(description="Nama lengkapnya.", examples=["Pegawai negeri sipil (PNS)"])
    pendek: Judul = Field(description="Nama pendek, untuk tombol dan tabel.", examples=["PNS"])
    isi: Teks = Field(description="Siapa yang termasuk.")
    asn: bool = Field(description="true bila termasuk ASN menurut UU 20/2023.")
    bertanya: bool = Field(default=True, description="false bila peran ini hanya diikat aturan, bukan pembaca buku ini.")
    khusus: bool = Field(default=False, description="true bila ini keadaan seorang PNS atau PPPK, bukan status kepegawaian sendiri.")


class Tahap(Rekaman):
    """A phase of an election."""

    id: Slug = Field(description="id tahap.", examples=["kampanye"])
    nama: Judul = Field(description="Nama lengkapnya.", examples=["Masa kampanye"])
    pendek: Judul = Field(description="Nama pendek, untuk tombol dan tabel.", examples=["Kampanye"])
    isi: Teks = Field(description="Kapan tahap itu.")
    di_luar: bool = Field(default=False, description="true bagi satu tahap saja: yang berlaku bila tidak ada pemilihan berjalan.")


class Kelompok(Rekaman):
    """A group of acts, as readers look for them."""

    id: Slug
    nama: Judul = Field(examples=["Media sosial dan grup"])
    isi: Teks


class JenisSanksi(StrEnum):
    """Which path imposes it."""

    ETIK = "etik"
    DISIPLIN = "disiplin"
    PEMBERHENTIAN = "pemberhentian"
    ADMINISTRATIF = "administratif"
    PIDANA = "pidana"
    HAK = "hak"


class Sanksi(Klaim):
    """A sanction, or a right against it; ``isi`` says what it is."""

    id: Slug = Field(description="id sanksi.", examples=["berat"])
    jenis: JenisSanksi = Field(description="Jalur yang menjatuhkannya, atau hak.")
    nama: Judul = Field(description="Nama sanksinya.", examples=["Hukuman disiplin berat"])
    penjatuh: Teks | None = Field(default=None, description="Siapa yang berwenang menjatuhkan.")
    anak_tangga: int | None = Field(default=None, ge=1, le=9, description="Urutan dalam gambar tangga sanksi, dari yang paling ringan.")
    dasar: tuple[Sitasi, ...] = Field(min_length=1, description="Pasal yang mengaturnya.")
    bagi: tuple[PeranId, ...] = Field(min_length=1, description="Id peran yang dapat terkena.")


class Langkah(Klaim):
    """One step of how a case runs, in order; ``isi`` says what happens."""

    id: Slug
    nama: Judul = Field(examples=["Laporan diterima Bawaslu"])
    pelaku: Teks = Field(description="Lembaga atau pejabat yang bertindak.", examples=["Bawaslu"])
    tenggat: Teks | None = Field(default=None, description="Batas waktunya, bila aturan menyebutnya.")
    dasar: tuple[Sitasi, ...] = ()


class Hitungan(Rekaman):
    """One published number; never added to another body's."""

    nama: Judul = Field(examples=["Dilaporkan"])
    jumlah: Decimal = Field(ge=0, description="Bilangan seperti yang diumumkan.", examples=["403"])
    persen: bool = Field(default=False, description="true bila jumlah adalah persen.")
    awalan: Teks | None = Field(default=None, description="Misalnya: lebih dari.")


class Statistik(Klaim):
    """Numbers that one body announced on one day, in one unit; ``isi`` says what they count."""

    id: Slug
    nama: Judul = Field(examples=["Laporan netralitas pada Pemilu 2024"])
    lembaga: Teks = Field(description="Siapa yang mengumumkan.", examples=["KASN"])
    periode: Teks = Field(examples=["Pemilu 2024"])
    per_tanggal: TanggalLonggar | None = Field(default=None, description="Keadaan per tanggal ini.")
    satuan: Teks = Field(examples=["ASN yang dilaporkan"])
    angka: tuple[Hitungan, ...] = Field(min_length=1)

    @property
    def per_tanggal_urut(self) -> str:
        """Sorts by time; undated ones first."""
        return self.per_tanggal or ""


class Tetangga(Rekaman):
    """A neighbour of a region of this book: mentioned, not covered."""

    id: Slug
    nama: Judul = Field(examples=["Kabupaten Tegal"])
    tetangga_dari: tuple[WilayahId, ...] = Field(min_length=1)
    klaim: tuple[Klaim, ...] = Field(min_length=1)


class Istilah(Klaim):
    """A term of the field with the spellings people use; these feed the search."""

    id: Slug = Field(description="id istilah.", examples=["media-sosial"])
    nama: Judul = Field(description="Istilahnya.", examples=["Media sosial"])
    ejaan: tuple[Teks, ...] = Field(default=(), description="Singkatan, ejaan santai, padanan.")


class Jejak(Rekaman):
    """Where a claim of the founding material is told, or why it is not."""

    id: JejakId
    halaman: Jalur | None = Field(default=None, description="Berkas yang memuatnya.")
    frasa: Teks | None = Field(default=None, description="Potongan kalimat di berkas itu yang menceritakannya.")
    alasan: Teks | None = Field(default=None, description="Mengapa tidak diceritakan; diisi bila halaman kosong.")


# So many rows of these tables the page of the self-check can tell apart: each is a bit of one number, and JavaScript counts to 2 ** 53.
PALING_BANYAK = {"peran": 53, "tahap": 53}


class Tabel(Rekaman):
    """All shared tables together."""

    sumber: tuple[Sumber, ...] = ()
    peran: tuple[Peran, ...] = ()
    tahap: tuple[Tahap, ...] = ()
    kelompok: tuple[Kelompok, ...] = ()
    sanksi: tuple[Sanksi, ...] = ()
    kanal: tuple[Kanal, ...] = ()
    istilah: tuple[Istilah, ...] = ()
    kalender: tuple[Kalender, ...] = ()
    benih: tuple[Jejak, ...] = ()
    fakta: tuple[Jejak, ...] = ()
    alur: tuple[Langkah, ...] = ()
    statistik: tuple[Statistik, ...] = ()
    tetangga: tuple[Tetangga, ...] = ()
    kabar: tuple[Kabar, ...] = ()
