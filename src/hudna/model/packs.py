"""Nouns of knowledge: what a pack's files say, after validation."""

import msgspec

from hudna.model.agreement import Agreement


class Actor(msgspec.Struct, frozen=True):
    """Somebody who acts or speaks (codes: docs/claim-record.md)."""

    code: str
    """Dotted, broad to narrow: AZE, AZE.MOD, AZE.PRES.aliyev, YEM.HOUTHI."""
    name_ar: str
    name_en: str
    sort: str
    """country, government, office, force, group, organisation, person, agency, people, unnamed_source,
    capital_as_government."""
    aliases: tuple[str, ...] = ()
    """Every spelling, as written (folding does the rest)."""
    parent: str | None = None
    demonyms: tuple[str, ...] = ()
    """Adjectives, all genders and numbers, that make a force or a people this actor's: أذربيجاني، أذرية …"""
    cued: tuple[str, ...] = ()
    """Names that count only when a word of `cue` stands near: shared with another entry, or ordinary words too."""
    cue: tuple[str, ...] = ()
    """Words one of which must stand near a name of `cued`; the names of `aliases` need none."""
    first: str | None = None
    last: str | None = None
    """Validity of an office, ISO dates."""
    neutral_ar: str | None = None
    neutral_en: str | None = None
    """The neutral label of our own prose."""


class Place(msgspec.Struct, frozen=True):
    """A place with every name that it is given."""

    code: str
    name_ar: str
    name_en: str
    sort: str
    """country, region, district, city, town, village, border, line, airport, corridor, bridge, base, area."""
    lat: float
    lon: float
    precision_km: float
    parent: str | None = None
    areas: tuple[str, ...] = ()
    """Further areas that it lies in, besides its parent: a border zone, a line of contact, a corridor."""
    aliases: tuple[str, ...] = ()
    names_by_side: tuple[tuple[str, str], ...] = ()
    """(actor code, Arabic name) where parties name it differently; `Knowledge` adds these to `aliases`."""
    names_by_side_en: tuple[tuple[str, str], ...] = ()
    """The same in English: Stepanakert / Khankendi."""
    cued: tuple[str, ...] = ()
    """Names that count only when a word of `cue` stands near: shared with another entry, or ordinary words too."""
    cue: tuple[str, ...] = ()
    """Words one of which must stand near a name of `cued`; the names of `aliases` need none."""
    government: str | None = None
    """The actor meant when a capital or country speaks: baku → AZE.GOV."""


class Source(msgspec.Struct, frozen=True):
    """Who publishes or relays."""

    code: str
    name_ar: str
    name_en: str
    sort: str
    """outlet, agency, broadcaster, social, official."""
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    country: str | None = None


class ChronicleEntry(msgspec.Struct, frozen=True):
    """A known public event that can date a text."""

    id: str
    first: str
    last: str
    kinds: tuple[str, ...]
    places: tuple[str, ...]
    actors: tuple[str, ...]
    words: tuple[tuple[str, ...], ...]
    """Groups of alternatives: a text speaks of this event when it holds one of each group (folded stems)."""
    figures: tuple[int, ...] = ()
    title_ar: str = ""
    title_en: str = ""
    source: str = ""


class Theatre(msgspec.Struct, frozen=True):
    """A conflict: everything one folder holds."""

    id: str
    name_ar: str
    name_en: str
    timezone: str
    """Minutes east of UTC are taken from this zone's fixed offset, e.g. `+04:00`."""
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    sources: tuple[Source, ...]
    agreements: tuple[Agreement, ...]
    chronicle: tuple[ChronicleEntry, ...]
    parties: tuple[str, ...] = ()
    """Codes of the parties, alphabetical."""
    expects: dict[str, tuple[int, int]] = {}
    """A healthy day: what → (minimum, maximum)."""
    sides: dict[str, tuple[str, ...]] = {}
    """Within one country: party → codes that speak or act for it beside its own."""
