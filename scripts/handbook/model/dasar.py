"""Dasar: a citation, pointing at one provision of one regulation in the handbook."""

from typing import Annotated, Any

from pydantic import Field, GetPydanticSchema
from pydantic_core import core_schema

POLA_DASAR = r"^[a-z0-9]+(-[a-z0-9]+)*#[a-z0-9]+([-_][a-z0-9]+)*$"


class Dasar(str):
    """``peraturan-id#anchor-of-the-provision``, for instance ``pp-94-2021#pasal-5-huruf-n-angka-5``."""

    __slots__ = ()

    @property
    def peraturan(self) -> str:
        """Id of the regulation cited."""
        return self.partition("#")[0]

    @property
    def anchor(self) -> str:
        """Anchor of the provision on the regulation's page."""
        return self.partition("#")[2]


def _schema(_source: Any, _handler: Any) -> core_schema.CoreSchema:
    return core_schema.no_info_after_validator_function(Dasar, core_schema.str_schema(pattern=POLA_DASAR))


Sitasi = Annotated[
    Dasar,
    GetPydanticSchema(_schema),
    Field(description="Rujukan ke pasal di buku ini: id-peraturan#jangkar-pasal."),
]
