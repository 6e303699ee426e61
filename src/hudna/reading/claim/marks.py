"""Quotes of claims with both of their brackets and quotation marks: «استشهاد (418) فلسطينياً», not «استشهاد (418»."""

from collections.abc import Sequence

_PAIRS = (("(", ")"), ("«", "»"), ("“", "”"), ("[", "]"))


def with_marks(words: Sequence[str], first: int, last: int, within: tuple[int, int]) -> tuple[int, int]:
    """A range of tokens, with the bracket right beside it whose other half stands inside.

    Args:
        words: The text's words.
        first: The first token of the range.
        last: The token behind it.
        within: The sentence, which is not left.
    """
    inside = words[first:last]
    for opening, closing in _PAIRS:
        more = inside.count(opening) - inside.count(closing)
        if more > 0 and last < within[1] and words[last] == closing:
            last += 1
        elif more < 0 and first > within[0] and words[first - 1] == opening:
            first -= 1
    return first, last
