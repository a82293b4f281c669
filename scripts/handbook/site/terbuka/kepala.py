"""Kepala: what every file of the open data says of itself: form, version, day, licence."""

from datetime import date
from hashlib import sha256

from pydantic import Field

from handbook.model.rekaman import Rekaman

# Raised when a key goes, is renamed or means something else; a new key raises nothing. tests/golden/data holds the promise.
SKEMA = 1
LISENSI = "CC-BY-4.0"
PENGGUNAAN = "Sebut «Netralitas ASN» dan tautkan halamannya. Bukan nasihat hukum; tampilkan juga tanggal, dasar, dan keraguannya."


class Kepala(Rekaman):
    """What stands before the rows."""

    skema: int = Field(default=SKEMA, description="Versi bentuk; naik hanya bila kunci dihapus, diganti nama, atau berubah arti.")
    versi: str = Field(description="Versi isi; berubah bila dan hanya bila isinya berubah.", examples=["1a2b3c4d5e6f"])
    disusun: date = Field(description="Hari berkas ini disusun.")
    lisensi: str = Field(default=LISENSI, description="Syarat pakai, sebagai pengenal SPDX.", examples=[LISENSI])
    penggunaan: str = Field(default=PENGGUNAAN, description="Cara menyebut sumbernya, dan batasnya.", examples=["Sebut «Netralitas ASN»"])


def sidik(text: str) -> str:
    """Name a content by twelve hex digits."""
    return sha256(text.encode()).hexdigest()[:12]
