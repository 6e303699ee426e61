"""What is wrong with one record stays inside it."""

import gzip
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.intake.warcs import PAGE, answer, packed, record

from hudna.intake.archive import Record, Trouble, packing_of, read_records

LIMIT = 1_000_000


def read(data: bytes, limit: int = LIMIT) -> list[Record | Trouble]:
    return list(read_records(io.BytesIO(data), packing_of(data[:65_536]), limit))


def told(data: bytes, limit: int = LIMIT) -> list[str]:
    return [one.uri[-1] if isinstance(one, Record) else one.code for one in read(data, limit)]


def damaged(data: bytes) -> bytes:
    broken = bytearray(data)
    broken[len(data) // 2 : len(data) // 2 + 20] = bytes(20)
    return bytes(broken)


def one_by_one(how: str, third: bytes | None = None) -> bytes:
    members = [packed([record(n)], how) for n in range(6)]
    return b"".join([*members[:2], members[2] if third is None else third, *members[3:]])


@pytest.mark.parametrize("how", ["gzip", "zstd", ""])
def test_a_whole_archive_is_read_record_by_record(how):
    members = [packed([record(n)], how) for n in range(6)]
    found = read(b"".join(members))
    assert [one.uri for one in found] == [f"https://news.example.org/{n}" for n in range(6)]
    assert [one.offset for one in found] == [sum(map(len, members[:n])) for n in range(6)]
    assert found[3].block == answer(PAGE.format(n=3).encode())


@pytest.mark.parametrize("how", ["gzip", "zstd"])
def test_a_damaged_member_costs_one_record(how):
    assert told(one_by_one(how, damaged(packed([record(2)], how)))) == ["0", "1", "record_damaged", "3", "4", "5"]
    assert told(one_by_one(how, b"no member at all" * 9)) == ["0", "1", "record_damaged", "3", "4", "5"]
    whole = one_by_one(how)
    assert told(damaged(whole[: len(whole) // 6 - 4]) + whole)[0] == "record_damaged"
    assert told(damaged(whole[: len(whole) // 6 - 4]) + whole)[-6:] == list("012345")


def test_what_is_no_record_in_a_plain_archive_is_passed_over():
    assert told(one_by_one("", b"garbage " * 99)) == ["0", "1", "record_damaged", "3", "4", "5"]


@pytest.mark.parametrize("how", ["gzip", "zstd", ""])
@pytest.mark.parametrize("length", [99_999, 50, 0, "many", -7, 10**19, 10**30, ""])
def test_a_wrong_length_costs_nothing(how, length):
    found = read(one_by_one(how, packed([record(2, length=length)], how)))
    assert [one.uri[-1] for one in found] == list("012345")
    assert found[2].block == answer(PAGE.format(n=2).encode()), "its length is told from where it ends"
    assert [one.wrong is not None for one in found] == [False, False, True, False, False, False]


@pytest.mark.parametrize("how", ["gzip", "zstd", ""])
@pytest.mark.parametrize("cut", [40, 100, 250])
def test_an_archive_that_ends_too_early_says_so(how, cut):
    whole = one_by_one(how)
    assert told(whole[:-cut]) == ["0", "1", "2", "3", "4", "record_damaged"]


def test_an_archive_that_ends_inside_a_header():
    assert told(one_by_one("") + record(6)[:60]) == [*"012345", "record_damaged"]
    assert told(one_by_one("gzip") + packed([record(6)])[:40]) == [*"012345", "record_damaged"]


@pytest.mark.parametrize("how", ["gzip", "zstd", ""])
def test_a_record_above_the_limit_is_not_read_and_said(how):
    long = record(2, answer(b"x" * 5000))
    assert told(one_by_one(how, packed([long], how)), limit=4000) == ["0", "1", "too_large", "3", "4", "5"]


def test_a_page_that_holds_a_record_is_one_page():
    page = b"<p>\r\n\r\nWARC/1.0\r\nWARC-Type: response\r\n\r\n</p>"
    found = read(one_by_one("gzip", packed([record(2, answer(page))])))
    assert [one.uri[-1] for one in found] == list("012345")
    assert found[2].block == answer(page)


def test_padding_at_the_end_is_no_damage():
    assert told(one_by_one("gzip") + bytes(100)) == list("012345")
    assert told(one_by_one("") + b"\r\n\r\n") == list("012345")


def test_nothing_is_read_from_an_empty_archive():
    assert read(gzip.compress(b"")) == [Trouble("record_damaged", 0, {"offset": 0, "why": "it is no record"})]


@given(at=st.integers(0, 4000), noise=st.binary(min_size=1, max_size=40), how=st.sampled_from(["gzip", "zstd", ""]))
@settings(max_examples=150, deadline=None)
def test_noise_anywhere_never_stops_the_reader(at, noise, how):
    whole = one_by_one(how)
    at %= len(whole)
    found = read(whole[:at] + noise + whole[at + len(noise) :])
    known = {f"https://news.example.org/{n}" for n in range(6)}
    assert len(known & {one.uri for one in found if isinstance(one, Record)}) >= 3, (
        "noise of forty bytes touches two records at most; a lost border costs a third"
    )
