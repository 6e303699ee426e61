"""Copies: the same text in many outlets, edited copies of it, and an agency's paragraph inside a longer article.

The usual tools take words for runs of Latin letters, so that to them every Arabic text is the same empty one. Here a
word is what the language's folding says it is.
"""

from hudna.intake.copies.find import Finder, Placed
from hudna.intake.copies.marks import marks_of
from hudna.intake.copies.origin import Agencies, group_of
from hudna.intake.copies.shelf import MemoryShelf, Shelf
from hudna.intake.copies.together import told_together
from hudna.intake.copies.words import Words, words_of

__all__ = [
    "Agencies",
    "Finder",
    "MemoryShelf",
    "Placed",
    "Shelf",
    "Words",
    "group_of",
    "marks_of",
    "told_together",
    "words_of",
]
