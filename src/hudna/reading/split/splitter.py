"""Lines, sentences, quotations and words.

A sentence ends at a full stop, question or exclamation mark, or a run of dots, when what follows is not part of the
same number, abbreviation or initials, and at every line end. Closing quotation marks after the stop belong to the
sentence.
"""

import re

from hudna.knowledge.languages.ar.spelling import LETTERS
from hudna.reading.normalise import Folded
from hudna.reading.split.text import Line, Quotation, Sentence, Text

_WORD = re.compile(f"[{LETTERS}]+|[0-9]+|[A-Za-z\u00c0-\u024f]+|\\.{{2,}}|\n+|[^\\s]")
_STOPS = frozenset((".", "!", "?", "؟", "…", "۔"))
_CLOSERS = frozenset("”»\"'’)]}“")
_OPEN_CLOSE = {"«": "»", "“": "”", "„": "”", "‹": "›", "‘": "’", "(": ")"}
_QUOTES = frozenset('«»“”„"‹›‘’')
_INITIALS_LENGTH = 2


def split_text(folded: Folded) -> Text:
    """Take a folded text apart. Every character that is not white space is in exactly one word."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    lines: list[Line] = []
    number, first = 1, 0
    for match in _WORD.finditer(folded.text):
        word = match.group()
        if word[0] == "\n":
            if len(words) > first:
                lines.append(Line(number=number, first=first, last=len(words)))
            number, first = number + len(word), len(words)
            continue
        start, end = match.span()
        words.append(word)
        starts.append(start)
        ends.append(end)
    if len(words) > first:
        lines.append(Line(number=number, first=first, last=len(words)))
    return Text(
        folded=folded,
        words=words,
        starts=starts,
        ends=ends,
        lines=lines,
        sentences=_sentences(words, starts, ends, lines),
        quotations=_quotations(words, lines),
    )


def _sentences(words: list[str], starts: list[int], ends: list[int], lines: list[Line]) -> list[Sentence]:
    found: list[Sentence] = []
    for index, line in enumerate(lines):
        first, token = line.first, line.first
        while token < line.last:
            if _stops(words, starts, ends, token):
                token = _past_closers(words, token + 1, line.last)
                found.append(Sentence(index=len(found), first=first, last=token, line=index))
                first = token
            else:
                token += 1
        if first < line.last:
            found.append(Sentence(index=len(found), first=first, last=line.last, line=index))
    return found


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


def _quotations(words: list[str], lines: list[Line]) -> list[Quotation]:
    """Pairs of quotation marks within a line; a mark without its partner ends with the line."""
    found: list[Quotation] = []
    for line in lines:
        open_marks: list[tuple[int, str]] = []
        for token in range(line.first, line.last):
            mark = words[token]
            if mark not in _QUOTES:
                continue
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
