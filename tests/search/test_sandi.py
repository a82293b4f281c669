"""The code of shards, byte by byte: what is packed is read back, and what is damaged is told."""

import zlib
from contextlib import suppress
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.search.packing import pack_number, pack_numbers, pack_text, shard_files, shared
from handbook.search.unpacking import Bacaan, PecahanRusak, numbers, streams

NUMBERS = st.integers(0, 2**40)


@pytest.mark.parametrize(
    ("number", "code"),
    [(0, "00"), (1, "01"), (127, "7f"), (128, "8001"), (300, "ac02"), (16_383, "ff7f"), (16_384, "808001"), (2**21, "80808001")],
)
def test_a_number_takes_seven_bits_of_a_byte(number: int, code: str) -> None:
    packed = bytearray(b"!")
    pack_number(number, packed)
    assert packed.hex() == f"21{code}"
    assert Bacaan(bytes.fromhex(code)).number() == number


@given(st.lists(NUMBERS))
def test_numbers_are_read_back_singly_and_together(values: list[int]) -> None:
    packed = bytearray()
    pack_numbers(values, packed)
    reader = Bacaan(bytes(packed))
    assert [reader.number() for _ in values] == values
    assert not reader
    assert numbers(bytes(packed)) == values


@pytest.mark.parametrize(
    ("one", "other", "count"), [("", "", 0), ("a", "", 0), ("abc", "abd", 2), ("abc", "abc", 3), ("ab", "abc", 2), ("b", "a", 0)]
)
def test_letters_that_two_texts_share_are_counted(one: str, other: str, count: int) -> None:
    assert shared(one, other) == count


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]))))
def test_texts_are_read_back_from_what_differs(texts: list[str]) -> None:
    packed, former = bytearray(), ""
    for text in sorted(texts):
        pack_text(text, former, packed)
        former = text
    reader, read = Bacaan(bytes(packed)), [""]
    while reader:
        read.append(reader.text(read[-1]))
    assert read[1:] == sorted(texts)


def test_a_text_says_only_what_is_new() -> None:
    packed = bytearray()
    pack_text("kampanyé", "kampung", packed)
    assert bytes(packed) == b"\x04\x05any\xc3\xa9"


def test_shards_are_named_in_groups_and_numbered() -> None:
    shards = [[b"satu", b""], [b"dua", b"22"], [b"tiga", b"333"]]
    together, names, files = shard_files("kata", shards, 2)
    assert (together, len(names), len(files)) == (2, 20, 3)
    assert sorted(files) == sorted(f"kata-{names[number // 2 * 10 :][:10]}-{number}.bin" for number in range(3))
    for number, shard in enumerate(shards):
        name = names[number // 2 * 10 :][:10]
        assert streams(files[f"kata-{name}-{number}.bin"], name, number) == shard


def test_a_name_is_the_digest_of_what_the_group_holds() -> None:
    assert shard_files("kata", [[b"satu"]], 9)[:2] == (1, sha256(b"\x04satu").hexdigest()[:10])
    assert shard_files("kata", [], 9) == (1, "", {})


@pytest.fixture
def whole() -> tuple[str, bytes]:
    _, name, files = shard_files("kata", [[b"satu", b"dua"]], 1)
    return name, files[f"kata-{name}-0.bin"]


def test_another_shard_is_told(whole: tuple[str, bytes]) -> None:
    name, data = whole
    assert streams(data, name, 0) == [b"satu", b"dua"]
    for wanted, number in (("0" * 10, 0), (name, 1)):
        with pytest.raises(PecahanRusak, match="another shard"):
            streams(data, wanted, number)


@given(st.data())
def test_a_damaged_shard_is_told(data: st.DataObject) -> None:
    _, name, files = shard_files("kata", [[b"satu" * 9, b"dua" * 9]], 1)
    [whole] = files.values()
    at, bit = data.draw(st.integers(0, len(whole) - 1)), data.draw(st.integers(0, 7))
    for damaged in (whole[:at], whole[:at] + bytes([whole[at] ^ 1 << bit]) + whole[at + 1 :]):
        with suppress(PecahanRusak):  # or it was a bit of the header that zlib does not heed, and all is there
            assert streams(damaged, name, 0) == [b"satu" * 9, b"dua" * 9]


def test_a_stream_longer_than_its_shard_is_told(whole: tuple[str, bytes]) -> None:
    name, _ = whole
    with pytest.raises(PecahanRusak, match="9"):
        streams(zlib.compress(bytes.fromhex(name) + b"\0\x09ab"), name, 0)


def test_reading_on_past_the_end_is_told() -> None:
    for read in (Bacaan(b"").number, Bacaan(b"\x80").number, lambda: Bacaan(b"ab").take(3)):
        with pytest.raises(IndexError):
            read()
    reader = Bacaan(b"abc")
    assert (reader.take(1), reader.rest(), bool(reader)) == (b"a", b"bc", False)
