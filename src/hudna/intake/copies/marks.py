"""What of a text goes into the index: few numbers, by which copies of it are found again.

Two ways of finding, because they fail in different places:

- **Bands** of a MinHash signature over shingles of four words: the chance that two texts share a band grows steeply
  with the share of common shingles, so whole copies are found however they were edited.
- **Samples**: every shingle whose hash is divisible by six. A paragraph taken into a longer text brings its samples
  along, wherever it stands there and however its lines were broken.
"""

import hashlib
from collections.abc import Sequence
from itertools import pairwise

from rensa import RMinHash

from hudna.intake.copies.words import Words
from hudna.model import CopyMarks

SHINGLE = 4
"""Words in a shingle. Three words are often a formula («وزير الخارجية الأميركي أنتوني»); with five, each changed
word of an edited copy costs five shingles. Measured in `benchmarks/copies.py`."""
_PERMUTATIONS = 128
_ROWS = 4
"""Values in a band: 32 bands of 4 find texts that share 0.6 of their shingles in 99 of 100 cases, 0.3 in 23."""
_SEED = 7
_EVERY = 6
"""One shingle of so many is a sample: a paragraph of 40 words brings six."""
_SHORTEST = 8
"""Words below which only the whole text is compared."""
_MASK = (1 << 64) - 1
_PRIMES = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5)


def shingles_of(words: Words) -> list[int]:
    """A number for each run of four words, in order; fewer words have none."""
    first, second, third, fourth = _PRIMES
    hashes = words.hashes
    return [
        ((a * first) ^ (b * second) ^ (c * third) ^ (d * fourth)) & _MASK
        for a, b, c, d in zip(hashes, hashes[1:], hashes[2:], hashes[3:], strict=False)
    ]


def marks_of(words: Words, shingles: Sequence[int]) -> CopyMarks:
    """What is kept of a text, whose shingles are given in order, in the index."""
    whole = _signed(b"".join(value.to_bytes(8, "big") for value in words.hashes))
    if len(words.hashes) < _SHORTEST:
        return CopyMarks(whole, (), ())
    samples = tuple(sorted({_to_signed(value) for value in shingles if value % _EVERY == 0}))
    return CopyMarks(whole, _bands(shingles), samples)


def _bands(shingles: Sequence[int]) -> tuple[int, ...]:
    (row,) = RMinHash.digest_matrix_from_token_hash_sets([list(shingles)], _PERMUTATIONS, _SEED).to_rows()
    edges = pairwise(range(0, _PERMUTATIONS + 1, _ROWS))
    return tuple(
        _signed(bytes([number]) + b"".join(value.to_bytes(4, "big") for value in row[start:stop]))
        for number, (start, stop) in enumerate(edges)
    )


def _signed(held: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(held, digest_size=8).digest(), "big", signed=True)


def _to_signed(value: int) -> int:
    return value - (1 << 64) if value >> 63 else value
