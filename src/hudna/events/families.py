"""Which kinds can tell one happening, and how much it takes to say so.

A family is a group of kinds that different texts use for the same thing: «agreed» and «entered into force» for one
truce, «gunfire» and «shelling» for one incident. A kind that stands in no family here is a family of its own.
"""

from functools import cache

import msgspec

CASUALTIES = "casualties"
INCIDENT = "incident"
FIGHTING = "fighting"


class Family(msgspec.Struct, frozen=True):
    """Kinds that may be one happening, with the bar that a pair must reach."""

    name: str
    kinds: tuple[str, ...]
    """The first ones name the event when several are told."""
    bar: float = 4.5
    """Points that two claims need; set on the five seed articles and the cases of the field guide."""
    rare: float = 0.0
    """Points for being of this family at all: one war has one truce on a day, but many shots."""
    roams: bool = False
    """True where two accounts may name different places for one happening: talks are planned here and held there."""
    personal: bool = False
    """True where the happening is an act of speech: who does it is what makes it one."""


_STATED = (
    "statement.accusation",
    "statement.denial",
    "statement.demand",
    "statement.support",
    "statement.condemnation",
    "statement.rejection",
    "statement.threat",
    "statement.admission",
    "politics.resignation_call",
)

FAMILIES = (
    Family(name="truce", kinds=("ceasefire.agreed", "ceasefire.in_force", "ceasefire.proposed"), rare=1.0),
    Family(name=FIGHTING, kinds=("hostilities.offensive", "hostilities.clash"), bar=5.0),
    Family(
        name=INCIDENT,
        kinds=(
            "hostilities.air",
            "hostilities.shelling",
            "hostilities.explosion",
            "hostilities.small_arms",
            "hostilities.sabotage",
            "hostilities.attack",
        ),
        bar=5.0,
    ),
    Family(
        name=CASUALTIES,
        kinds=("casualties.killed", "casualties.wounded", "casualties.missing", "casualties.captured"),
        bar=5.0,
    ),
    Family(name="diplomacy.talks", kinds=("diplomacy.talks",), rare=1.0, roams=True),
    Family(name="ceasefire.extended", kinds=("ceasefire.extended",), rare=1.0),
    Family(name="ceasefire.collapsed", kinds=("ceasefire.collapsed",), rare=1.0),
    Family(name="implementation.handover", kinds=("implementation.handover",), rare=1.0),
    Family(name="implementation.monitoring", kinds=("implementation.monitoring",), rare=1.0),
    Family(name="diplomacy.agreement", kinds=("diplomacy.agreement",), rare=1.0),
    *(Family(name=kind, kinds=(kind,), personal=True) for kind in _STATED),
)

_BY_KIND = {kind: family for family in FAMILIES for kind in family.kinds}

MEANS = (
    "hostilities.air",
    "hostilities.shelling",
    "hostilities.explosion",
    "hostilities.small_arms",
    "hostilities.sabotage",
)
"""Kinds that say how; `hostilities.attack` leaves it open and contradicts none of them."""

VIOLENT = frozenset({FIGHTING, INCIDENT, CASUALTIES})

ACCUSING = frozenset(
    {"ceasefire.violated", "posture.mobilisation", "humanitarian.blockade", "humanitarian.destruction"}
)
"""Kinds besides violence that say something of a side which that side may deny."""

BOTH_SIDES = frozenset({"hostilities.clash"})
"""Kinds whose agents are all who fight, attacked and attacking alike."""

MEDIATED = frozenset({"ceasefire.proposed"})
"""Kinds whose agent stands between the parties and says nothing of who they are."""

_HAPPENING = frozenset({"actual", "planned", "negated"})
_REALITIES = {"obligation": "term", "demanded": "wish", "conditional": "wish", "possible": "wish"}


@cache
def family_of(kind: str) -> Family:
    """The family of a kind; a kind of no listed family stands alone."""
    return _BY_KIND.get(kind) or Family(name=kind, kinds=(kind,))


def reality_of(modality: str) -> str:
    """`happening` (said to be, planned or denied), `term` of an agreement, or `wish` (demanded, conditional, possible).

    Raises:
        ValueError: The modality is not one of the claim record's.
    """
    if modality in _HAPPENING:
        return "happening"
    if modality not in _REALITIES:
        raise ValueError(f"unknown modality {modality!r}")
    return _REALITIES[modality]


def leading_kind(kinds: dict[str, int]) -> str:
    """The kind that names an event: fighting before incidents before casualties, then the most told, then by name.

    Args:
        kinds: How many claims tell each kind.
    """
    return min(kinds, key=lambda kind: (_rank(kind), -kinds[kind], _place_in_family(kind), kind))


def _rank(kind: str) -> int:
    if kind.startswith("statement."):
        return 3
    return {FIGHTING: 0, INCIDENT: 0, CASUALTIES: 2}.get(family_of(kind).name, 1)


def _place_in_family(kind: str) -> int:
    kinds = family_of(kind).kinds
    return kinds.index(kind)
