"""An agreement as data: clauses, duties, deadlines and the text's variants."""

import msgspec

READINGS = ("by", "before", "until", "at", "from")
"""How a deadline can be read: by (day included), before (day excluded), until, at a moment, from a moment on."""

OBLIGATION_SORTS = (
    "ceasefire",
    "hold_positions",
    "separation",
    "troop_withdrawal",
    "heavy_weapons",
    "disarmament",
    "disbandment",
    "handover",
    "demilitarised_zone",
    "deployment",
    "deployment_term",
    "monitoring_body",
    "joint_commission",
    "corridor",
    "route_plan",
    "demining",
    "exchange",
    "missing_persons",
    "return",
    "humanitarian_access",
    "unblocking",
    "delimitation",
    "cultural_sites",
    "media_restraint",
    "talks",
    "reporting",
    "foreign_fighters",
    "self_defence",
    "amendment",
    "dispute_settlement",
)
"""What duties ceasefire agreements hold (the field's list); self_defence and amendment permit, the others bind."""

STATUSES = (
    "not_due",
    "planned",
    "in_progress",
    "partly_met",
    "met_on_time",
    "met_late_agreed",
    "met_late",
    "overdue",
    "breached",
    "reversed",
    "disputed",
    "premise_disputed",
    "suspended",
    "superseded",
    "moot",
    "unknown",
)
"""What an assessor can say of an obligation; `disputed` is computed, never stated by one assessor."""


class TextVariant(msgspec.Struct, frozen=True):
    """The words of a clause in one version of the text."""

    version: str
    """Who gives this version: an actor code, or words (`leaked draft`)."""
    language: str
    text: str
    """Own paraphrase, or the public official text; the source says which."""
    source: str
    sort: str = "official"
    """official (a party's or the guarantor's own text), media, leaked."""
    reading: str | None = None
    """Which reading of the deadline this version's wording gives; None where it says nothing of it."""
    moment: str | None = None
    """ISO date-time with zone, where this version names another hour or zone than others do."""
    version_ar: str = ""
    """The same words for an Arabic reader; empty for a code."""


class Quantity(msgspec.Struct, frozen=True):
    """So many of something that a duty names."""

    amount: float
    unit: str
    label_ar: str = ""
    label_en: str = ""


class Recorded(msgspec.Struct, frozen=True):
    """What one assessor is publicly known to have said of a duty: history to show, never evidence of its own."""

    assessor: str
    """An actor code."""
    status: str
    """One of STATUSES."""
    date: str
    """ISO date, or a month (`2022-08`) where the day is not known."""
    note: str
    """In English."""
    source: str
    note_ar: str = ""
    """The same for an Arabic reader; empty where the pack has it in English alone."""


class Extension(msgspec.Struct, frozen=True):
    """An agreed later date."""

    date: str
    announced: str
    by: str
    """Actor code of who announced it."""
    source: str
    note: str = ""


class Deadline(msgspec.Struct, frozen=True):
    """When a duty is due, with every reading that its versions allow."""

    date: str | None = None
    """ISO date or date-time in `zone`; None where the text names none."""
    zone: str = "+00:00"
    readings: tuple[str, ...] = ()
    """by (the day included), before (the day excluded), until, at, from."""
    extensions: tuple[Extension, ...] = ()
    relative_to: str | None = None
    """In words of the data: `in parallel with NK20.3`, `after NK20.6d`, `5 years from NK20.1a`."""
    computed: bool = False
    """True when `date` is not in the text but follows from `relative_to`; the loader checks the sum."""
    notice: str | None = None
    """ISO date by which a party that wants the term to end must say so."""
    note: str = ""


class Obligation(msgspec.Struct, frozen=True):
    """One duty of one clause."""

    id: str
    clause: str
    sort: str
    """One of OBLIGATION_SORTS."""
    label_ar: str
    label_en: str
    obligors: tuple[str, ...]
    beneficiaries: tuple[str, ...] = ()
    verifier: str | None = None
    places: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    """Kinds of claim that are evidence for it."""
    against: tuple[str, ...] = ()
    """Kinds of claim that, if true, speak against it."""
    about: tuple[str, ...] = ()
    """Words for what is acted upon, of which a claim's own words must name one; empty where its kind tells enough."""
    quantity: float | None = None
    unit: str | None = None
    """The main quantity; `quantities` holds all of them, this one first, where the clause names several."""
    quantities: tuple[Quantity, ...] = ()
    start: str | None = None
    due: Deadline | None = None
    continuing: bool = False
    vague: bool = False
    at_once: bool = False
    """One account of the act at its place completes it: leaving one road or corridor, behind one line."""
    clause_ar: str = ""
    """What an Arabic reader calls the clause, where `clause` holds words; empty where it is a number."""
    premise_disputed_by: tuple[str, ...] = ()
    pax_tag: str | None = None
    variants: tuple[TextVariant, ...] = ()
    record: tuple[Recorded, ...] = ()
    note: str = ""


class Agreement(msgspec.Struct, frozen=True):
    """A signed text, or two announcements that together make one."""

    id: str
    title_ar: str
    title_en: str
    parties: tuple[str, ...]
    guarantors: tuple[str, ...]
    """Who guarantees it, or mediated it where nobody guarantees."""
    signed: str
    effective: str
    """ISO date-time in UTC."""
    area: tuple[str, ...]
    """Place codes in which a ceasefire of this agreement binds."""
    obligations: tuple[Obligation, ...]
    ended: str | None = None
    """ISO date-time in UTC after which nothing is held against it; None while nobody ended or replaced it."""
    note: str = ""
    form: str = "signed"
    """signed, announcements (no common text: each side's own words), declared (told by a mediator or one side)."""
    follows: str | None = None
    """Id of the agreement that this one carries out or replaces."""
    sources: tuple[str, ...] = ()
    """Where the public texts stand."""
