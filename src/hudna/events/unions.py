"""Groups that grow together: union-find over names, without regard to the order in which they were joined."""


class Unions:
    """Disjoint groups of names. A name that was never joined is a group by itself."""

    def __init__(self) -> None:
        self._groups: dict[str, frozenset[str]] = {}

    def join(self, one: str, other: str) -> None:
        """Put the groups of two names together."""
        joined = self.group(one) | self.group(other)
        for name in joined:
            self._groups[name] = joined

    def head(self, name: str) -> str:
        """The smallest name of its group."""
        held = self._groups.get(name)
        return min(held) if held is not None else name

    def group(self, name: str) -> frozenset[str]:
        """The group that a name stands in, itself included."""
        return self._groups.get(name) or frozenset((name,))

    def groups(self) -> list[frozenset[str]]:
        """All groups of two or more, by their smallest name."""
        return sorted(set(self._groups.values()), key=min)
