"""Whom the words of a group of copies likely come from."""

import re
from collections.abc import Iterable, Sequence

from hudna.knowledge import Knowledge
from hudna.knowledge.languages.ar.spelling import LETTERS, fold
from hudna.model import CopyGroup, Document

_EDGE = 160
"""Folded characters at the head and at the end of an article where an agency is credited: a dateline
(«باكو (رويترز) -») or a last line («المصدر: وكالات»)."""
_DATELINE = r"[(\[/][^()\[\]/\n]{{0,30}}?{name}[^()\[\]/\n]{{0,30}}?[)\]/]"
_CREDIT = r"(?:^|\n)\s*(?:المصدر|مصدر الخبر|نقلا عن|وكاله|عن)?\s*[:：]?\s*{name}\s*[.]?\s*(?:$|\n|[+&،/|-])"


class Agencies:
    """The agencies of the packs, found where an article credits one."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Compile the agencies' names."""
        named = [
            (source.code, _names((source.name_ar, source.name_en, *source.aliases)))
            for theatre in knowledge.theatres
            for source in theatre.sources
            if source.sort == "agency"
        ]
        self._patterns = [(code, _pattern(names)) for code, names in named]

    def credited(self, document: Document) -> str | None:
        """The code of the agency that a text credits for itself; None without one, or with several."""
        folded = fold(document.text).strip()
        edges = folded[:_EDGE], folded[-_EDGE:]
        found = {code for code, pattern in self._patterns if any(pattern.search(edge) for edge in edges)}
        return found.pop() if len(found) == 1 else None


def _names(names: Iterable[str]) -> str:
    alternatives = sorted({re.escape(fold(name)) for name in names if name}, key=len, reverse=True)
    return f"(?<![{LETTERS}A-Za-z])(?:{'|'.join(alternatives)})(?![{LETTERS}A-Za-z])"


def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(f"{_DATELINE.format(name=name)}|{_CREDIT.format(name=name)}", re.IGNORECASE)


def group_of(documents: Sequence[Document], agencies: Agencies) -> CopyGroup:
    """The group of these copies, with whom it likely comes from.

    A credited agency comes before the earliest text: who prints first has often only read the wire first.
    """
    ordered = sorted(documents, key=lambda document: (document.published.first or "~", document.id))
    credits_ = [(code, document) for document in ordered if (code := agencies.credited(document)) is not None]
    first = ordered[0]
    if credits_:
        code, document = credits_[0]
        origin, why = code, f"{document.id} credits the agency {code}"
    elif first.published.first is not None:
        origin, why = first.source or first.id, f"{first.id} is the earliest, {first.published.first}"
    else:
        origin, why = first.source or first.id, "nobody knows when any of them was published: the first by id"
    return CopyGroup(min(one.id for one in ordered), tuple(one.id for one in ordered), origin, why)
