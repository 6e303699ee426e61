"""Kinds of claim and the words that start one (the codes: docs/ontology.md)."""

from typing import Literal

import msgspec

Placing = Literal[
    "near",
    "next",
    "genitive",
    "after",
    "around",
    "area",
    "into",
    "entered",
    "wide",
    "clause",
    "subject",
    "spoken",
    "named",
    "sides",
    "count",
    "stance",
    "means",
    "topic",
    "crowd",
    "cleared",
    "sent",
    "carried",
    "captives",
    "partner",
    "harboured",
]
"""Where a pattern looks for what it needs (`reading.claim.needs`)."""


class KindPattern(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way in which a language tells a kind. Words are data; how roles attach is the grammar of `reading.claim`."""

    name: str
    """A phrase that a reporter understands; it is the claim's `rule`."""
    verbs: tuple[str, ...] = ()
    """Active verbs as pairs «قصف/يقصف»."""
    passives: tuple[str, ...] = ()
    """Passive verbs as pairs; where they are written like the active, grammar decides."""
    nouns: tuple[str, ...] = ()
    """Verbal and event nouns, as written without proclitics; more than one word is a fixed phrase."""
    participles: tuple[str, ...] = ()
    """Participles and nouns of people that tell what happened to them: «قتيل», «داعيا»."""
    needs: tuple[str, ...] = ()
    """Classes of `objects.toml` (or `actor`, `sides`, `speaker`, …), one of which must stand where `at` says."""
    at: Placing = "after"
    """Where the needed word stands."""
    unless: tuple[str, ...] = ()
    """Words after the trigger that make it mean something else."""
    subject: str = "agents"
    """Role of the verb's subject; empty for none."""
    object: str = "targets"
    """Role of what stands bare after verb and subject; empty for none."""
    genitive: str = "agents"
    """Role of an actor right after the verbal noun; empty for none."""
    on: dict[str, str] = {}
    """Preposition → role of the actor after it."""
    light: bool = False
    """The verb only carries the noun of `needs` («شن هجوماً»): subject and prepositions of both count."""
    priority: int = 0
    """The higher pattern wins where two claim the same words."""
    in_war: bool = False
    """It counts only where the sentence names fighters or a truce, or the text tells of war otherwise."""
    agreement: str = ""
    """needed or avoid: whether the sentence must, or must not, speak of an agreement."""


class Kind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of claim: `class.mode`."""

    id: str
    label_ar: str
    label_en: str
    plover: str
    acled: str
    """ACLED's sub-event, empty where it has none."""
    roles: tuple[str, ...]
    measure: str | None = None
    """What a count of this kind measures."""
    patterns: dict[str, tuple[KindPattern, ...]] = {}
    """Language → patterns."""
    counts: tuple[str, ...] = ()
    """Sentences that hold a claim of this kind."""
    ignores: tuple[str, ...] = ()
    """Sentences that look alike and hold none."""
