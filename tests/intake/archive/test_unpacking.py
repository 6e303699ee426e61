import gzip
import io

import pytest
import zstandard

from hudna.intake.archive.packing import packing_of
from hudna.intake.archive.unpacking import FREE, Budget, Unpacking, unpacked


def stream(data: bytes, budget: Budget | None = None) -> Unpacking:
    return Unpacking(unpacked(packing_of(data[:4]), io.BytesIO(data)), budget or Budget(len(data), FREE))


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.compress, bytes], ids=["gzip", "zstd", "plain"])
def test_what_is_packed_comes_out_in_any_portions(pack):
    data = bytes(range(256)) * 100
    packed = stream(pack(data))
    assert b"".join(iter(lambda: packed.read(1000), b"")) == data
    assert not packed.damage
    assert not packed.exploded
    assert stream(pack(data) + (pack(data) if pack is not bytes else b"")).read()[: len(data)] == data


def test_damage_ends_it_and_is_told():
    packed = stream(gzip.compress(b"x" * 9000 + bytes(range(256)) * 9)[:-9])
    assert packed.read() != b""
    assert packed.damage == "it ends in the middle"
    broken = stream(b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03" + b"\xff" * 50)
    assert broken.read() == b""
    assert "Error" in broken.damage


def test_a_bomb_ends_when_its_budget_is_spent():
    bomb = gzip.compress(bytes(30_000_000))
    budget = Budget(len(bomb), 2_000_000)
    packed = stream(bomb, budget)
    assert len(packed.read()) <= 2_000_000
    assert packed.exploded
    assert budget.left < 0
    assert packed.read() == b""


def test_the_budget_grows_with_the_file_up_to_a_limit():
    assert Budget(10, 8 * FREE).limit == FREE
    assert Budget(FREE, 8 * FREE).limit == 8 * FREE
