"""Lines, sentences, quotations and words.

A sentence ends at a full stop, question or exclamation mark, or a run of dots, when what follows is not part of the
same number, abbreviation or initials, and at every line end. Closing quotation marks after the stop belong to the
sentence.
"""

import re
from itertools import accumulate, compress, count

from hudna.knowledge.languages.ar.spelling import LETTERS
from hudna.reading.normalise import Folded
from hudna.reading.split.text import Line, Quotation, Sentence, Text

LONGEST_WORD = 64
"""Letters or digits of the longest word; runs without an end are cut, because what is done with words is remembered."""
_RUN = f"{{1,{LONGEST_WORD}}}"
_WORD = re.compile(f"([{LETTERS}]{_RUN}|[0-9]{_RUN}|[A-Za-z\u00c0-\u024f]{_RUN}|\\.{{2,{LONGEST_WORD}}}|\n+|[^\\s])")
_STOPS = frozenset((".", "!", "?", "؟", "…", "۔"))
_CLOSERS = frozenset("”»\"'’)]}“")
_OPEN_CLOSE = {"«": "»", "“": "”", "„": "”", "‹": "›", "‘": "’", "(": ")"}
_QUOTES = frozenset('«»“”„"‹›‘’')
_SIGNS = _STOPS.union(_QUOTES, ("." * number for number in range(2, LONGEST_WORD + 1)))
"""All words that are a stop or a quotation mark."""
_COMMAS = frozenset("،,؛;:")
_INITIALS_LENGTH = 2
LONGEST = 256
"""Words of the longest sentence. Real ones of two hundred exist, and whole pages without a stop; what grammar does
with a sentence grows faster than its length."""


def split_text(folded: Folded) -> Text:
    """Take a folded text apart. Every character that is not white space is in exactly one word."""
    words, starts, ends, lines = _lines(folded.text)
    raw_starts, raw_ends = folded.raw_words(starts, ends)
    signs = list(compress(count(), map(_SIGNS.__contains__, words)))
    return Text(
        folded=folded,
        words=words,
        starts=starts,
        ends=ends,
        raw_starts=raw_starts,
        raw_ends=raw_ends,
        lines=lines,
        sentences=_sentences(words, starts, ends, lines, [token for token in signs if words[token][0] in _STOPS]),
        quotations=_quotations(words, lines, [token for token in signs if words[token] in _QUOTES]),
    )


def _lines(text: str) -> tuple[list[str], list[int], list[int], list[Line]]:
    """Words with their starts and ends, and the lines that hold words."""
    parts = _WORD.split(text)  # what stands between words, and words, in turn
    offsets = list(accumulate(map(len, parts)))
    all_words, all_starts, all_ends = parts[1::2], offsets[::2], offsets[1::2]
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    lines: list[Line] = []
    number, done = 1, 0
    line_ends = list(compress(count(), map(str.isspace, all_words)))  # no word but a run of line ends is white space
    for token in [*line_ends, len(all_words)]:
        if token > done:
            lines.append(Line(number=number, first=len(words), last=len(words) + token - done))
            words += all_words[done:token]
            starts += all_starts[done:token]
            ends += all_ends[done:token]
        number += len(all_words[token]) if token < len(all_words) else 0
        done = token + 1
    return words, starts, ends, lines


def _sentences(
    words: list[str], starts: list[int], ends: list[int], lines: list[Line], stops: list[int]
) -> list[Sentence]:
    found: list[Sentence] = []
    stop = 0
    for index, line in enumerate(lines):
        first = line.first
        while stop < len(stops) and stops[stop] < line.last:
            token, stop = stops[stop], stop + 1
            if token >= first and _stops(words, starts, ends, token):
                last = _past_closers(words, token + 1, line.last)
                found.extend(_cut(words, len(found), first, last, index))
                first = last
        if first < line.last:
            found.extend(_cut(words, len(found), first, line.last, index))
    return found


def _cut(words: list[str], number: int, first: int, last: int, line: int) -> list[Sentence]:
    """A sentence; in pieces, after a comma where there is one, when no sentence is so long."""
    pieces: list[Sentence] = []
    while last - first > LONGEST:
        half, end = first + LONGEST // 2, first + LONGEST
        after = next((token + 1 for token in range(end - 1, half, -1) if words[token] in _COMMAS), end)
        pieces.append(Sentence(index=number + len(pieces), first=first, last=after, line=line))
        first = after
    pieces.append(Sentence(index=number + len(pieces), first=first, last=last, line=line))
    return pieces


def _stops(words: list[str], starts: list[int], ends: list[int], token: int) -> bool:
    word = words[token]
    if word not in _STOPS and not word.startswith(".."):
        return False
    if word != ".":
        return True
    glued_after = token + 1 < len(words) and starts[token + 1] == ends[token]
    before = words[token - 1] if token else ""
    glued_before = token > 0 and ends[token - 1] == starts[token]
    if glued_after and words[token + 1] not in _CLOSERS:
        # «3.5», «a.b», and a stop without the space after it: only letters on both sides of more than initials end it
        return (
            words[token + 1].isalpha() and len(before) > _INITIALS_LENGTH and before.isalpha() and not before.isascii()
        )
    return not (glued_before and before.isalpha() and len(before) < _INITIALS_LENGTH)


def _past_closers(words: list[str], token: int, last: int) -> int:
    while token < last and words[token] in _CLOSERS and words[token] != "“":
        token += 1
    return token


def _quotations(words: list[str], lines: list[Line], quotes: list[int]) -> list[Quotation]:
    """Pairs of quotation marks within a line; a mark without its partner ends with the line."""
    found: list[Quotation] = []
    quote = 0
    for line in lines:
        open_marks: list[tuple[int, str]] = []
        while quote < len(quotes) and quotes[quote] < line.last:
            token, quote = quotes[quote], quote + 1
            mark = words[token]
            if open_marks and _closes(open_marks[-1][1], mark):
                first, _ = open_marks.pop()
                found.append(Quotation(first=first, last=token + 1, depth=len(open_marks)))
            elif mark in _OPEN_CLOSE or mark in '"”':
                open_marks.append((token, mark))
        found.extend(Quotation(first=first, last=line.last, depth=0) for first, _ in open_marks[:1])
    found.sort(key=lambda quotation: (quotation.first, -quotation.last))
    return found


def _closes(opener: str, mark: str) -> bool:
    # real pages close “ with “ and ” with ”, so a mark of the same family closes too
    return mark == _OPEN_CLOSE.get(opener, opener) or mark == opener or {opener, mark} <= set('“”"')
