"""Whether a thing is told as history: what ended before the episode that the article reports."""

from datetime import date, timedelta

from hudna.knowledge.languages.ar.words import phrases, words
from hudna.reading.claim.draft import Draft
from hudna.reading.claim.supposed import VIOLENT
from hudna.reading.engine import Lexicon
from hudna.reading.recognise.bundle import Recognised

_OLD = timedelta(days=45)
"""What ended so long before the article is history: longer than the month for which news goes on about a truce, shorter
than the time after which outlets retell; set on the seeds (a statement of 10 November is news on 1 December)."""
_PLUPERFECT = words("grammar", "background", "pluperfect")
_FAR = 9
STRONG = Lexicon(
    ((phrase, "history") for phrase in phrases("grammar", "background", "strong")), proclitics=frozenset(("", "و"))
)
SINCE = Lexicon(
    ((phrase, "history") for phrase in phrases("grammar", "background", "since_end")), proclitics=frozenset(("", "و"))
)


def set_background(seen: Recognised, draft: Draft) -> None:
    """History inside the news: told as such, long past, or since the end of a war."""
    draft.background, why = _background(seen, draft)
    if why:
        draft.why.append(f"background: {why}")


def _background(seen: Recognised, draft: Draft) -> tuple[bool, str]:
    sentence = draft.spoken.sentence
    if draft.modality in {"planned", "demanded"} and draft.when is None:
        return False, ""
    if draft.when is not None and seen.published is not None:
        end, told = date.fromisoformat(draft.when[1][:10]), date.fromisoformat(seen.published[0][:10])
        if told - end > _OLD:
            return True, f"it ended {(told - end).days} days before the article"
    if draft.when is not None and seen.published is None and _years(draft.when):
        return True, "a year or an age is all that the text says of its time, and the text is undated"
    if STRONG.at(seen.text.words, sentence.first, sentence.last) is not None:
        return True, "the sentence says that it recalls"
    if any(SINCE.find(seen.text.words, sentence.first, min(sentence.last, sentence.first + 4))):
        return True, "«since the end of …» opens the sentence"
    opens = not draft.by and draft.kind.startswith(("hostilities.", "territory.")) and _pluperfect(seen, draft)
    before = opens or (draft.kind.startswith(VIOLENT) and _had_been(seen, draft))
    if before and not _fresh(seen, draft):
        return True, "«كان» with a past verb tells what came before"
    return False, ""


def _fresh(seen: Recognised, draft: Draft) -> bool:
    """«وكانت القوات قصفت فجر اليوم»: what is dated to these days is news, however it is told."""
    if draft.when is None or seen.published is None:
        return False
    return date.fromisoformat(seen.published[0][:10]) - date.fromisoformat(draft.when[1][:10]) <= _NEWS


_NEWS = timedelta(days=2)


def _years(when: tuple[str, str]) -> bool:
    """Whether a time is a whole year or longer: news of this year names its days."""
    return date.fromisoformat(when[1][:10]) - date.fromisoformat(when[0][:10]) >= _YEAR


_YEAR = timedelta(days=364)


def _had_been(seen: Recognised, draft: Draft) -> bool:
    """«كانوا قد خطفوها»: «قد» right before the verb, and «كان» in the clause before that."""
    verb = draft.predicate
    if verb is None or verb.pos != "verb" or seen.text.words[verb.first - 1] not in _ALREADY:
        return False
    before = seen.text.words[max(draft.spoken.sentence.first, verb.first - _FAR) : verb.first - 1]
    return any(word.removeprefix("و") in _PLUPERFECT for word in before)


_ALREADY = frozenset(("قد", "سبق"))


def _pluperfect(seen: Recognised, draft: Draft) -> bool:
    first = draft.spoken.sentence.first
    return any(word.removeprefix("و") in _PLUPERFECT for word in seen.text.words[first : first + 1])
