"""Which side an actor is on: between states its country, within a country the party that it speaks or acts for.

sides = Sides({"YEM.GOV": ("YEM",), "YEM.HOUTHI": ()}, groups={"YEM.STC"})
sides.of("YEM.MOD")  # YEM.GOV: the state's own bodies stand with the party that the pack names
sides.of("YEM.HOUTHI.saree")  # YEM.HOUTHI
sides.of("YEM.STC")  # YEM.STC: a group of a divided country speaks for itself
sides.of("PSE.GAZA_MOH")  # PSE.GAZA_GOV: its row says so (`parent`)
sides.of("RUS.MOD")  # RUS
sides.belonging(["YEM.GOV"], ["YEM.MIL", "YEM.STC"])  # YEM.GOV, YEM.MIL: an actor and those that belong to it
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from hudna.model import Actor, Theatre

_NOBODY = "SOURCE"
_OF_THEMSELVES = frozenset({"group", "organisation"})
"""Sorts of actor that are nobody's organ: in a divided country they are a side of their own."""
_PERSON = 2
"""Parts of the code of a person without an office: `YEM.yamani`."""


class Sides:
    """The sides of all actors under one knowledge. It holds no state but a memory, so it can be shared."""

    def __init__(
        self,
        members: Mapping[str, Iterable[str]] | None = None,
        groups: Collection[str] = (),
        under: Mapping[str, str] | None = None,
    ) -> None:
        """Compile.

        Args:
            members: By party: codes that speak or act for it beside its own; each counts with all under it.
            groups: Codes of groups and organisations, which stand for themselves in a divided country.
            under: By code: the parent that only its row names; in a divided country it stands with that one.
        """
        given = members or {}
        self._party = {code: party for party, codes in given.items() for code in (*codes, party)}
        self._parties = frozenset(given)
        self._under = dict(under or {})
        self._divided = frozenset(party.partition(".")[0] for party in given if "." in party)
        self._heads = {**{code: code for code in groups}, **(under or {})}
        self._memory: dict[str, str | None] = {}

    def of(self, code: str) -> str | None:
        """The side of an actor; None for an outlet or an unnamed source."""
        if code not in self._memory:
            self._memory[code] = self._find(code)
        return self._memory[code]

    def of_all(self, codes: Iterable[str]) -> frozenset[str]:
        """The sides of several actors."""
        return frozenset(side for code in codes if (side := self.of(code)) is not None)

    def belonging(self, wanted: Iterable[str], codes: Iterable[str]) -> tuple[str, ...]:
        """Actors and all that belong to them: to a party whoever is on its side, to any other what lies under it.

        Args:
            wanted: Codes of those asked for.
            codes: Codes that there are.

        Returns:
            Those asked for, whether or not they are there, and those of `codes` that belong to one; sorted.
        """
        asked = frozenset(wanted)
        return tuple(sorted(asked | {code for code in codes if self._belongs(code, asked)})) if asked else ()

    def _belongs(self, code: str, asked: frozenset[str]) -> bool:
        """To a party, whoever is on its side and nobody else (`LBN.HEZBOLLAH` not to `LBN`).

        To a country that is no party belongs all that begins with it, but for those on another country's side.
        """
        side = self.of(code)
        if side in asked:
            return True
        abroad = side is not None and side.partition(".")[0] != code.partition(".")[0]
        return not abroad and any(one in asked and one not in self._parties for one in self._upwards(code))

    def _upwards(self, code: str) -> Iterator[str]:
        """The code, its parent, and so on."""
        while code:
            yield code
            code = self._under.get(code) or code.rpartition(".")[0]

    def _holds_no_office(self, code: str, parts: Sequence[str]) -> bool:
        """A person right under the country, as a former minister is: where the country is divided, nobody's voice."""
        return len(parts) == _PERSON and parts[1].islower() and code not in self._party and code not in self._heads

    def _find(self, code: str) -> str | None:
        root = code.partition(".")[0]
        if not root.isupper() or root == _NOBODY:
            return None
        parts = code.split(".")
        if root in self._divided and self._holds_no_office(code, parts):
            return code
        for length in range(len(parts), 0, -1):
            prefix = ".".join(parts[:length])
            if prefix in self._party:
                return self._party[prefix]
            if root in self._divided and (head := self._heads.get(prefix)):
                return self._party.get(head, head)
        return root


def sides_of_theatres(theatres: Iterable[Theatre], actors: Mapping[str, Actor]) -> Sides:
    """The sides that theatres and their agreements name; a party without a dot is a country, which needs no word.

    Who signed as one of the bodies that a theatre puts under a party (`SDN.GOV`) is that party.
    """
    members: dict[str, set[str]] = {}
    theatres = tuple(theatres)
    listed = {code for theatre in theatres for codes in theatre.sides.values() for code in codes}
    for theatre in theatres:
        signed = (party for agreement in theatre.agreements for party in agreement.parties if party not in listed)
        for party in (*theatre.parties, *signed):
            members.setdefault(party, set()).update(theatre.sides.get(party, ()))
    under = {code: actor.parent for code, actor in actors.items() if actor.parent and _said(code, actor.parent)}
    groups = {code for code, actor in actors.items() if actor.sort in _OF_THEMSELVES}
    return Sides(members, groups | set(under.values()), under)


def _said(code: str, parent: str) -> bool:
    """Whether only its row says so: the parent is of the same country, and the code does not begin with it."""
    return parent.partition(".")[0] == code.partition(".")[0] and not code.startswith(f"{parent}.")
