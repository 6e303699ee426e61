"""Copies among documents that are all at hand: for those who keep no ledger."""

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from hudna.intake.copies.find import Finder
from hudna.intake.copies.origin import Agencies, group_of
from hudna.intake.copies.shelf import MemoryShelf
from hudna.knowledge import Knowledge
from hudna.model import Copied, Document


def told_together(documents: Iterable[Document], knowledge: Knowledge) -> list[Document]:
    """Documents by id, each with what it took from the others among its `extra`, as the ledger tells it.

    Keys: `syndication` (its group), `syndication_origin` (whom that comes from), `copied` (start, end and group of
    passages that belong to another).
    """
    shelf = MemoryShelf()
    finder = Finder(shelf)
    ordered = sorted(documents, key=lambda one: one.id)
    pairs: defaultdict[str, dict[str, Copied]] = defaultdict(dict)
    for document in ordered:
        shelf.keep(document)
        for one in finder.place(document).copied:
            pairs[one.doc][one.other] = one
    origins = _origins(pairs, shelf, Agencies(knowledge))
    return [_told(document, pairs, shelf, origins) for document in ordered]


def _origins(pairs: Iterable[str], shelf: MemoryShelf, agencies: Agencies) -> dict[str, str]:
    groups = {shelf.group(doc) for doc in pairs}
    members = {group: [found for key in shelf.members(group) if (found := shelf.article(key))] for group in groups}
    return {group: group_of(found, agencies).origin for group, found in members.items() if len(found) > 1}


def _told(
    document: Document, pairs: dict[str, dict[str, Copied]], shelf: MemoryShelf, origins: dict[str, str]
) -> Document:
    mine = pairs.get(document.id)
    if not mine:
        return document
    group = shelf.group(document.id)
    taken = [
        [start, end, shelf.group(other)]
        for other, one in sorted(mine.items())
        if one.sort == "part" and (pairs[other][document.id].share, document.id) > (one.share, shelf.group(other))
        for start, end in one.spans
    ]
    told = {"syndication": group, "syndication_origin": origins.get(group), "copied": taken}
    return msgspec.structs.replace(document, extra={**document.extra, **told})
