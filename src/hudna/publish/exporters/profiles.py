"""Profiles: how much of a ledger leaves the house. What they say stands in `profiles.toml`."""

import tomllib
from functools import cache
from pathlib import Path

import msgspec

from hudna.errors import UsageError

_FILE = Path(__file__).with_name("profiles.toml")
DEFAULT = "public"


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What holds for some kinds."""

    why: str
    kinds: tuple[str, ...]
    hours: int
    """How long an event stays in the house after it ended, or after it was last published where nobody says when."""
    radius_km: float
    """No place is given more closely."""


class Profile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How much is shown."""

    title_ar: str
    title_en: str
    words: bool
    """Whether quotes, titles, addresses, names of files, and names that no pack knows go out."""
    radius_km: float
    """No place is given more closely; 0 leaves places as they are."""
    rules: tuple[Rule, ...] = ()
    name: str = ""

    def rule(self, kind: str) -> Rule | None:
        """The rule for a kind, where there is one."""
        return next((one for one in self.rules if {kind, kind.partition(".")[0]} & set(one.kinds)), None)

    def radius(self, kind: str) -> float:
        """Kilometres within which places of a kind are given, at least."""
        rule = self.rule(kind)
        return self.radius_km if rule is None else max(rule.radius_km, self.radius_km)


@cache
def profiles() -> dict[str, Profile]:
    """All profiles by name."""
    given = msgspec.convert(tomllib.loads(_FILE.read_text(encoding="utf-8")), dict[str, Profile])
    return {name: msgspec.structs.replace(one, name=name) for name, one in given.items()}


def profile(name: str) -> Profile:
    """One profile.

    Raises:
        UsageError: There is none of this name.
    """
    if name not in profiles():
        raise UsageError(f"there is no profile {name!r}", hint=f"Profiles: {', '.join(profiles())}.")
    return profiles()[name]
