"""Names that are nearly those of the packs: «العاصمة بريفان» for «يريفان».

Only after a word that says the sort of place, because short words are near to everything. Letters that differ in their
dots alone (ب ت ث ن ي, ج ح خ, ر ز …) are the usual misprint and count for every sort; another single letter wrong,
missing or added counts for capitals only. Names of fewer than five letters have no near ones.
"""

from collections.abc import Iterable

from hudna.model import Place

_LONG = 5
_DOTS = {
    letter: group[0]
    for group in ("بتثنيئ", "جحخ", "دذ", "رز", "سش", "صض", "طظ", "عغ", "فق", "كگ", "وؤ", "هة")
    for letter in group
}


def skeleton(word: str) -> str:
    """A word without its dots."""
    return "".join(_DOTS.get(letter, letter) for letter in word)


def one_letter_apart(one: str, other: str) -> bool:
    """Whether one letter replaced, added or left out turns one word into the other."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    short, long = sorted((one, other), key=len)
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]


class NearNames:
    """Single-word names of the packs, found by words that nearly are one."""

    def __init__(self, names: Iterable[tuple[str, Place]]) -> None:
        """Take (folded name, place) pairs; names of several words and short ones are left out."""
        self._bare: dict[str, list[tuple[str, Place]]] = {}
        self._capitals: list[tuple[str, Place]] = []
        for name, place in names:
            if len(name) >= _LONG and " " not in name:
                self._bare.setdefault(skeleton(name), []).append((name, place))
                if place.government and place.sort == "city":
                    self._capitals.append((name, place))

    def find(self, word: str, fits: frozenset[str], *, capital: bool) -> tuple[str, Place] | None:
        """(name, place) that a word nearly is, among places of these sorts; None when there is none or are several."""
        if len(word) < _LONG:
            return None
        found = {place.code: (name, place) for name, place in self._candidates(word, capital=capital)}
        fitting = [one for one in found.values() if one[1].sort in fits and (not capital or one[1].government)]
        return fitting[0] if len(fitting) == 1 else None

    def _candidates(self, word: str, *, capital: bool) -> Iterable[tuple[str, Place]]:
        yield from self._bare.get(skeleton(word), ())
        if capital:
            yield from ((name, place) for name, place in self._capitals if one_letter_apart(word, name))
