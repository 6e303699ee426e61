"""The memory beside the street: nouns become rows and rows nouns again.

SQLite in one file, with migrations and a hash-chained log. It computes nothing about the world; ``pipeline``
writes to it and ``publish`` asks it.
"""

from hudna.ledger.asking import ClaimFilter
from hudna.ledger.book import Kept, Ledger, ReadWith, Run
from hudna.ledger.chain import Entry
from hudna.ledger.checking import Verification
from hudna.ledger.keeping import SourceLostError
from hudna.ledger.standing import Weighing

__all__ = ["ClaimFilter", "Entry", "Kept", "Ledger", "ReadWith", "Run", "SourceLostError", "Verification", "Weighing"]
