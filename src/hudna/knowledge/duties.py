"""What must hold of agreements and of the chronicle. Each check yields complaints; the loader raises the first one."""

import re
from collections.abc import Iterable, Iterator, Sequence

from hudna.errors import PackError
from hudna.knowledge.names import Names
from hudna.knowledge.raw import Raw, Toml, error
from hudna.knowledge.relations import SIGNATURE, computed_day, day_in, read_moment, read_relation, read_zone
from hudna.knowledge.tables import nearest
from hudna.knowledge.tomls import Steps
from hudna.model import Agreement, ChronicleEntry, Deadline, Obligation
from hudna.model.agreement import OBLIGATION_SORTS, READINGS, STATUSES

FORMS = ("signed", "announcements", "declared")
VARIANT_SORTS = ("official", "media", "leaked")
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
_DATES = "Write dates as 2020-11-10 and moments as 2020-11-09T21:00Z, between quotation marks."


def _unknown(
    toml: Toml, steps: Steps, what: str, words: Iterable[str | None], known: Sequence[str]
) -> Iterator[PackError]:
    for word in words:
        if word is not None and word not in known:
            yield error(toml, steps, f"unknown {what} {word!r}", nearest(word, tuple(known)))


def check_agreements(raw: Raw, names: Names) -> Iterator[PackError]:
    """Everything that must hold of `agreements/*.toml`."""
    seen: dict[str, str] = {}
    for agreement, toml in raw.agreements:
        yield from _agreement(agreement, toml, names)
        for index, duty in enumerate(agreement.obligations):
            steps = ("obligations", index)
            if duty.id in seen:
                yield error(
                    toml, (*steps, "id"), f"id {duty.id!r} stands twice (also in {seen[duty.id]})", "Rename one."
                )
            seen.setdefault(duty.id, toml.file.name)
            yield from _obligation(duty, agreement, toml, steps, names)


def _agreement(agreement: Agreement, toml: Toml, names: Names) -> Iterator[PackError]:
    actors = tuple(names.actors)
    yield from _unknown(toml, ("parties",), "actor", agreement.parties, actors)
    yield from _unknown(toml, ("guarantors",), "actor", agreement.guarantors, actors)
    yield from _unknown(toml, ("area",), "place", agreement.area, tuple(names.places))
    yield from _unknown(toml, ("form",), "form", [agreement.form], FORMS)
    yield from _unknown(toml, ("follows",), "agreement", [agreement.follows], tuple(names.agreements))
    if list(agreement.parties) != sorted(set(agreement.parties)):
        yield error(toml, ("parties",), "parties are not in the order of the alphabet", "Sort them, each once.")
    for key in ("signed", "effective", "ended"):
        yield from _moment(toml, (key,), getattr(agreement, key))
    for key in ("effective", "ended"):
        words = getattr(agreement, key)
        if words is not None and not words.endswith("Z"):
            yield error(toml, (key,), f"{key} {words!r} is not in UTC", "Turn it into UTC and end it with Z.")
    if agreement.ended is not None and agreement.ended < agreement.effective:
        yield error(toml, ("ended",), "the agreement ends before it takes effect", "Look at both dates.")


def _moment(toml: Toml, steps: Steps, words: str | None) -> Iterator[PackError]:
    if words is not None and read_moment(words) is None:
        yield error(toml, steps, f"{words!r} is not a date", _DATES)


def _obligation(duty: Obligation, agreement: Agreement, toml: Toml, steps: Steps, names: Names) -> Iterator[PackError]:
    actors = tuple(names.actors)
    yield from _unknown(toml, (*steps, "sort"), "sort of duty", [duty.sort], OBLIGATION_SORTS)
    for key in ("obligors", "beneficiaries", "premise_disputed_by"):
        yield from _unknown(toml, (*steps, key), "actor", getattr(duty, key), actors)
    yield from _unknown(toml, (*steps, "verifier"), "actor", [duty.verifier], actors)
    yield from _unknown(toml, (*steps, "places"), "place", duty.places, tuple(names.places))
    yield from _unknown(toml, (*steps, "kinds"), "kind", duty.kinds, tuple(names.kinds))
    yield from _unknown(toml, (*steps, "against"), "kind", duty.against, tuple(names.kinds))
    if not all(map(str.strip, duty.about)):
        yield error(toml, (*steps, "about"), "a word of 'about' is empty", "Write words, or leave the key out.")
    yield from _moment(toml, (*steps, "start"), duty.start)
    yield from _quantity(duty, toml, steps)
    if duty.due is not None:
        yield from _due(duty.due, agreement, toml, (*steps, "due"), actors)
    yield from _variants(duty, toml, steps)
    yield from _record(duty, toml, steps, actors)


def _quantity(duty: Obligation, toml: Toml, steps: Steps) -> Iterator[PackError]:
    if (duty.quantity is None) != (duty.unit is None):
        yield error(toml, (*steps, "quantity"), "quantity and unit go together", "Add the other, or remove both.")
    if duty.quantities and (duty.quantities[0].amount, duty.quantities[0].unit) != (duty.quantity, duty.unit):
        yield error(toml, (*steps, "quantities"), "the first of quantities is not the main one", "Make them agree.")


def _variants(duty: Obligation, toml: Toml, steps: Steps) -> Iterator[PackError]:
    readings = duty.due.readings if duty.due else ()
    for index, variant in enumerate(duty.variants):
        here = (*steps, "variants", index)
        yield from _unknown(toml, (*here, "sort"), "sort of text", [variant.sort], VARIANT_SORTS)
        yield from _unknown(toml, (*here, "reading"), "reading", [variant.reading], READINGS)
        yield from _moment(toml, (*here, "moment"), variant.moment)
        if variant.reading in READINGS and variant.reading not in readings:
            yield error(
                toml,
                (*here, "reading"),
                f"reading {variant.reading!r} is not among the deadline's readings",
                "Add it to due.readings.",
            )


def _record(duty: Obligation, toml: Toml, steps: Steps, actors: Sequence[str]) -> Iterator[PackError]:
    for index, said in enumerate(duty.record):
        here = (*steps, "record", index)
        yield from _unknown(toml, (*here, "assessor"), "actor", [said.assessor], actors)
        yield from _unknown(toml, (*here, "status"), "status", [said.status], STATUSES)
        if not _MONTH.fullmatch(said.date):  # a month is enough where nobody knows the day
            yield from _moment(toml, (*here, "date"), said.date)
        if said.status == "disputed":
            yield error(toml, (*here, "status"), "nobody states 'disputed': it is computed", "Write one record each.")


def _due(due: Deadline, agreement: Agreement, toml: Toml, steps: Steps, actors: Sequence[str]) -> Iterator[PackError]:
    yield from _unknown(toml, (*steps, "readings"), "reading", due.readings, READINGS)
    if due.date is None and due.relative_to is None:
        yield error(toml, steps, "a deadline says neither a date nor what it leans on", "Add date or relative_to.")
    if read_zone(due.zone) is None:
        yield error(toml, (*steps, "zone"), f"{due.zone!r} is not a zone", "A fixed offset: +03:00.")
        return
    moments = {"date": due.date, "notice": due.notice}
    wrong = [problem for key, words in moments.items() for problem in _moment(toml, (*steps, key), words)]
    yield from wrong
    if not wrong:
        yield from _extensions(due, toml, steps, actors)
        yield from _leaning(due, agreement, toml, steps)


def _extensions(due: Deadline, toml: Toml, steps: Steps, actors: Sequence[str]) -> Iterator[PackError]:
    latest = due.date
    for index, extension in enumerate(due.extensions):
        here = (*steps, "extensions", index)
        yield from _unknown(toml, (*here, "by"), "actor", [extension.by], actors)
        wrong = [problem for words in (extension.date, extension.announced) for problem in _moment(toml, here, words)]
        yield from wrong
        if wrong:
            return
        if latest is None or extension.date <= latest:
            yield error(
                toml,
                (*here, "date"),
                f"the extension to {extension.date} is not after the deadline {latest or 'that is missing'}",
                "An extension names a later day; extensions stand in order.",
            )
        latest = extension.date


def _leaning(due: Deadline, agreement: Agreement, toml: Toml, steps: Steps) -> Iterator[PackError]:
    if due.relative_to is None:
        if due.computed:
            yield error(toml, (*steps, "computed"), "computed from what?", "Add relative_to = '5 years from NK20.1a'.")
        return
    relation = read_relation(due.relative_to)
    if relation is None:
        yield error(
            toml,
            (*steps, "relative_to"),
            f"{due.relative_to!r} is not a known form",
            "Write 'in parallel with ID', 'after ID' or '5 years from ID'.",
        )
        return
    ids = [*(duty.id for duty in agreement.obligations), SIGNATURE]
    yield from _unknown(toml, (*steps, "relative_to"), "obligation", [relation.anchor], ids)
    yield from _sum(due, agreement, toml, steps)


def _sum(due: Deadline, agreement: Agreement, toml: Toml, steps: Steps) -> Iterator[PackError]:
    relation, zone = read_relation(due.relative_to or ""), read_zone(due.zone)
    if not (due.computed and relation and zone):
        return
    counted = computed_day(relation, agreement, zone)
    stated = read_moment(due.date) if due.date else None
    if counted is None or stated is None or day_in(stated, zone) != counted:
        yield error(
            toml,
            (*steps, "date"),
            f"{due.relative_to!r} gives {counted or 'no date'}, not {due.date}",
            "Mend date or relative_to; without a count there is nothing to compute.",
        )


def check_chronicle(raw: Raw, names: Names) -> Iterator[PackError]:
    """Everything that must hold of `chronicle.toml`."""
    toml = raw.chronicle_toml
    if toml is None:
        return
    seen: set[str] = set()
    for index, event in enumerate(raw.chronicle.events):
        steps = ("events", index)
        if event.id in seen:
            yield error(toml, (*steps, "id"), f"id {event.id!r} stands twice", "Rename one.")
        seen.add(event.id)
        yield from _event(event, toml, steps, names)


def _event(event: ChronicleEntry, toml: Toml, steps: Steps, names: Names) -> Iterator[PackError]:
    yield from _unknown(toml, (*steps, "kinds"), "kind", event.kinds, tuple(names.kinds))
    yield from _unknown(toml, (*steps, "places"), "place", event.places, tuple(names.places))
    yield from _unknown(toml, (*steps, "actors"), "actor", event.actors, tuple(names.actors))
    wrong = [problem for key in ("first", "last") for problem in _moment(toml, (*steps, key), getattr(event, key))]
    yield from wrong
    if not wrong and event.last < event.first:
        yield error(toml, (*steps, "last"), f"{event.id!r} ends before it begins", "Swap first and last.")
    if not event.words or not all(event.words):
        yield error(
            toml, (*steps, "words"), f"{event.id!r} has no words, or an empty group", "No text could speak of it."
        )
