"""First step of reading: fold the preserved text once, and keep the way back for every character.

Everything after this step matches the folded form; everything shown comes from the preserved text.
"""

from hudna.reading.normalise.fold import Folded, fold_text

__all__ = ["Folded", "fold_text"]
