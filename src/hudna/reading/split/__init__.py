"""Second step of reading: lines, sentences, quotations and words of a folded text."""

from hudna.reading.split.splitter import split_text
from hudna.reading.split.text import Line, Quotation, Sentence, Text

__all__ = ["Line", "Quotation", "Sentence", "Text", "split_text"]
