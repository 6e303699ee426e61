"""furniture.toml, compiled for looking at lines."""

from functools import lru_cache

from hudna.knowledge.languages.ar.furniture import FurnitureTable, FurnitureWords, load_furniture
from hudna.knowledge.languages.ar.spelling import fold
from hudna.knowledge.languages.ar.times import load_times
from hudna.reading.engine import Lexicon
from hudna.reading.engine.lexicon import phrase_words
from hudna.reading.engine.record import Record

_PLAIN = frozenset(("", "و"))
_CALENDAR = frozenset(("month", "hijri_month", "weekday"))


class Words(Record, frozen=True):
    """Everything the rules look up."""

    line: Lexicon[FurnitureTable]
    start: Lexicon[FurnitureTable]
    end: tuple[tuple[tuple[str, ...], FurnitureTable], ...]
    """Longest phrases first."""
    end_words: frozenset[str]
    """Last words of the phrases of `end`: most lines end with none of them."""
    has: Lexicon[FurnitureTable]
    has_heads: frozenset[str]
    """First words of the phrases of `has`."""
    calendar: Lexicon[str]
    """Names of months («month», «hijri_month») and weekdays («weekday»)."""
    cues: Lexicon[str]
    fillers: frozenset[str]
    units: frozenset[str]
    call_verbs: frozenset[str]
    call_targets: frozenset[str]
    credit_openers: frozenset[str]
    credit_team: frozenset[str]
    agencies: Lexicon[str]
    dateline: frozenset[str]
    running: frozenset[str]
    waw: frozenset[str]
    """Words whose «و» is a letter of the word, so that it joins nothing."""


@lru_cache(maxsize=1)
def compiled() -> Words:
    """The tables, compiled once."""
    tables = load_furniture()
    has = _phrases(tables, "has")
    end = sorted(((phrase_words(phrase), table) for phrase, table in _phrases(tables, "end")), key=lambda e: -len(e[0]))
    return Words(
        line=Lexicon(_phrases(tables, "line"), proclitics=_PLAIN),
        start=Lexicon(_phrases(tables, "start"), proclitics=_PLAIN),
        end=tuple(end),
        end_words=frozenset(words[-1] for words, _ in end),
        has=Lexicon(has, proclitics=_PLAIN),
        has_heads=frozenset(
            form for phrase, _ in has for form in (phrase_words(phrase)[0], "و" + phrase_words(phrase)[0])
        ),
        calendar=Lexicon(_calendar(), proclitics=_PLAIN),
        cues=Lexicon(((cue, cue) for cue in tables.clock.cues), proclitics=_PLAIN),
        fillers=_folded(tables.clock.fillers),
        units=_folded(tables.ticker.units),
        call_verbs=_folded(tables.call.verbs),
        call_targets=_folded(tables.call.targets),
        credit_openers=_folded(tables.credit.openers),
        credit_team=_folded(tables.credit.team),
        agencies=Lexicon(((name, name) for name in tables.credit.agencies), proclitics=frozenset(("",))),
        dateline=_folded(tables.credit.dateline),
        running=_folded(tables.running.openers),
        waw=_folded(tables.running.waw),
    )


def _phrases(tables: FurnitureWords, where: str) -> list[tuple[str, FurnitureTable]]:
    return [(phrase, table) for table in tables.table if table.where == where for phrase in table.phrases]


def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)


def _calendar() -> list[tuple[str, str]]:
    entries: list[tuple[str, str]] = []
    for form in load_times().forms:
        if form.word.sort in _CALENDAR:
            entries.append((form.form, form.word.sort))
            if form.article != "no":
                entries.append(("ال" + form.form, form.word.sort))
    return entries
