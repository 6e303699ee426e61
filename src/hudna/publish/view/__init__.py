"""One text with everything that was found in it: a page, or lines of a terminal, for whoever wants to see it.

It takes a document with its mentions and claims as plain nouns, from a ledger or straight from reading, and computes
nothing: it only says where each find stands and what it means.
"""

from hudna.publish.view.lines import Line, Piece, Viewed, lines_of
from hudna.publish.view.page import write_page
from hudna.publish.view.terminal import write_terminal

__all__ = ["Line", "Piece", "Viewed", "lines_of", "write_page", "write_terminal"]
