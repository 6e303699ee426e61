"""An agreement as data: clauses, duties, deadlines and the text's variants."""

import msgspec


class TextVariant(msgspec.Struct, frozen=True):
    """The words of a clause in one version of the text."""

    version: str
    language: str
    text: str
    """Own paraphrase, or the public official text; the source says which."""
    source: str


class Extension(msgspec.Struct, frozen=True):
    """An agreed later date."""

    date: str
    announced: str
    by: str
    source: str


class Deadline(msgspec.Struct, frozen=True):
    """When a duty is due, with every reading that its versions allow."""

    date: str | None = None
    """ISO date or date-time in `zone`; None where the text names none."""
    zone: str = "+00:00"
    readings: tuple[str, ...] = ()
    """by (the day included), before (the day excluded), until, at, from."""
    extensions: tuple[Extension, ...] = ()
    relative_to: str | None = None
    """In words of the data: `in parallel with NK20.3`, `5 years from NK20.1a`."""
    computed: bool = False


class Obligation(msgspec.Struct, frozen=True):
    """One duty of one clause."""

    id: str
    clause: str
    sort: str
    """Field-guide 2.3: ceasefire, hold_positions, handover, deployment, monitoring_body, exchange, return …"""
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
    quantity: float | None = None
    unit: str | None = None
    start: str | None = None
    due: Deadline | None = None
    continuing: bool = False
    vague: bool = False
    premise_disputed_by: tuple[str, ...] = ()
    pax_tag: str | None = None
    variants: tuple[TextVariant, ...] = ()
    note: str = ""


class Agreement(msgspec.Struct, frozen=True):
    """A signed text, or two announcements that together make one."""

    id: str
    title_ar: str
    title_en: str
    parties: tuple[str, ...]
    guarantors: tuple[str, ...]
    signed: str
    effective: str
    """ISO date-time in UTC."""
    ended: str | None
    area: tuple[str, ...]
    """Place codes in which a ceasefire of this agreement binds."""
    obligations: tuple[Obligation, ...]
    note: str = ""
