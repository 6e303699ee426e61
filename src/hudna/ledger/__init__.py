"""The memory beside the street: nouns become rows and rows nouns again.

SQLite in one file, with migrations and a hash-chained log. It computes nothing about the world; ``pipeline``
writes to it and ``publish`` asks it.
"""

from hudna.ledger.asking import ClaimFilter
from hudna.ledger.book import Ledger
from hudna.ledger.browsing import BreachFilter, Dispute, EventFilter
from hudna.ledger.chain import Entry
from hudna.ledger.changing import Change
from hudna.ledger.checking import Verification
from hudna.ledger.copying import CopyShelf
from hudna.ledger.correcting import TYPED, typed_of
from hudna.ledger.counting import DayCount, PlaceCount, SourceCount
from hudna.ledger.daily import Voices
from hudna.ledger.deciding import Decision, decide, is_there
from hudna.ledger.desk import Desk
from hudna.ledger.keeping import SourceLostError
from hudna.ledger.paging import Page
from hudna.ledger.pulses import Pulse
from hudna.ledger.runs import Kept, ReadWith, Run
from hudna.ledger.searching import DocumentFilter, DocumentLine, WordSearch
from hudna.ledger.standing import Weighing

__all__ = [
    "TYPED",
    "BreachFilter",
    "Change",
    "ClaimFilter",
    "CopyShelf",
    "DayCount",
    "Decision",
    "Desk",
    "Dispute",
    "DocumentFilter",
    "DocumentLine",
    "Entry",
    "EventFilter",
    "Kept",
    "Ledger",
    "Page",
    "PlaceCount",
    "Pulse",
    "ReadWith",
    "Run",
    "SourceCount",
    "SourceLostError",
    "Verification",
    "Voices",
    "Weighing",
    "WordSearch",
    "decide",
    "is_there",
    "typed_of",
]
