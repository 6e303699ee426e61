"""Inside a PDF: from glyphs at places to lines of text in reading order.

A side room of ``intake``, used by the PDF format. ``glyphs`` asks pypdf for what is drawn where, ``order`` turns what
stands from left to right into what is read from right to left, ``lines`` makes paragraphs of it.
"""

from hudna.intake.papers.glyphs import Piece, pieces_of
from hudna.intake.papers.lines import paragraphs

__all__ = ["Piece", "paragraphs", "pieces_of"]
