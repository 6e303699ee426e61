"""Numbers as ranges with bounds and with what they count (docs/reading-numbers.md)."""

from hudna.knowledge.languages.ar.numbers import read_cardinal, read_ordinal
from hudna.reading.recognise.numbers.bare import find_bare_people
from hudna.reading.recognise.numbers.finder import find_numbers, numbers_in

__all__ = ["find_bare_people", "find_numbers", "numbers_in", "read_cardinal", "read_ordinal"]
