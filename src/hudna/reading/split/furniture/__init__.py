"""Furniture: what a page shows beside its article, found line by line without HTML.

    find_furniture(text) -> (Furniture, …)        # preserved offsets, sort, why

Words tell first (tables in knowledge/languages/ar/furniture.toml), then the place of a line: above the headline,
between headline and article, inside, after. Furniture is marked, never removed, and what stays in doubt is the
article's.
"""

from hudna.reading.split.furniture.find import find_furniture
from hudna.reading.split.furniture.mark import SORTS

__all__ = ["SORTS", "find_furniture"]
