"""The sections of the paper, one function each, from what was gathered."""

from collections.abc import Iterator
from typing import Any

from hudna.publish.report.paper.blocks import Block, Bullets, Heading, Line, Note, Para, Row, Run, Table
from hudna.publish.report.paper.parts import Gathered, Section, intro, joined, nothing, picture, refs
from hudna.publish.report.paper.runs import line

SUB = 2
"""Level of a heading inside a section."""


def _told(words: Any, figures: Any, *, speakers: bool) -> Iterator[Line]:  # noqa: ANN401 - Words; figures.Told
    """Figures as told, one a line."""
    for one in figures:
        notes = line(" (", words.joined(one.notes), ")", soft=True) if one.notes else ()
        who = line(" ", one.speaker) if speakers else ()
        yield (*line(one.figure, bold=True), *notes, *who, *refs(one.refs))


# --- incidents --------------------------------------------------------------------------------------------------------


def _incidents(gathered: Gathered) -> Iterator[Block]:
    words, found = gathered["words"], gathered["incidents"]
    yield intro(gathered, "incidents")
    if gathered["desk"].material.held_as_of is None:
        yield Para(line(words("obligation.nothing_held")), look="notice")
    yield from picture(gathered, "days")
    if found.current:
        yield _breaches(gathered, found.current)
    else:
        yield nothing(words("page.none"))
    if found.older:
        yield Heading(SUB, line(words("incident.history")))
        yield _breaches(gathered, found.older)
    if found.beyond:
        yield Heading(SUB, line(words("incident.beyond")))
        yield Bullets(tuple((line(row.title),) for row in found.beyond))


def _breaches(gathered: Gathered, rows: Any) -> Table:  # noqa: ANN401 - alleged.Incident
    words = gathered["words"]
    names = ("event", "accused", "alleges", "denies", "clause")
    return Table(
        tuple(line(words(f"incident.{name}")) for name in names),
        tuple(Row(tuple(tuple(cell) for cell in _breach(words, row))) for row in rows),
        (3, 2, 3, 2.4, 3),
    )


def _breach(words: Any, row: Any) -> Iterator[list[Line]]:  # noqa: ANN401 - Words; alleged.Incident
    yield [line(row.title, bold=True)]
    yield [line(row.accused or words("incident.nobody"))]
    alleges = list(_voices(row.alleges))
    for name, voices in (("tells", row.tells), ("admits", row.admits)):
        alleges += [line(words(f"incident.{name}"), soft=True), *_voices(voices)] if voices else []
    yield alleges
    yield list(_voices(row.denies)) or [line(words("incident.nobody_read"), soft=True)]
    yield [_clause(one) for one in row.clauses]


def _voices(found: Any) -> Iterator[Line]:  # noqa: ANN401 - alleged.Voice
    for one in found:
        yield (*line(one.who), *refs(one.refs))


def _clause(one: Any) -> Line:  # noqa: ANN401 - alleged.ClauseView
    reason = line(" (", one.reason, ")", soft=True) if one.reason else ()
    return (*line(one.status, bold=True), Run(" · "), *line(one.clause), *reason)


# --- events -----------------------------------------------------------------------------------------------------------


def _events(gathered: Gathered) -> Iterator[Block]:
    words = gathered["words"]
    yield Para(
        line(
            words("intro.events_on_paper" if gathered["desk"].material.words else "intro.events_kept"),
            " ",
            words("page.machine_only"),
        ),
        look="intro",
    )
    yield from picture(gathered, "places")
    if gathered["pictures"].rows:
        yield _place_key(gathered)
    head = (line(words("incident.event")), line(words("claim.show")))
    for group in gathered["groups"]:
        yield Heading(SUB, (*line(group.title), *line(" · ", words.counted("events", len(group.events)), soft=True)))
        yield Table(head, tuple(_event(gathered, one) for one in group.events), (4, 7))
    if not gathered["groups"]:
        yield nothing(words("page.none"))


def _place_key(gathered: Gathered) -> Table:
    words = gathered["words"]
    head = tuple(line(words(f"picture.{name}")) for name in ("number", "place", "known_within", "events"))
    rows = []
    for one in gathered["pictures"].rows:
        more = [line(words("summary.more", n=one.more), soft=True)] if one.more else []
        number = Run(str(one.number or ""), bold=True)
        rows.append(Row(((line(number),), (line(one.name),), (line(one.radius),), (*map(line, one.events), *more))))
    return Table(head, tuple(rows), (0.8, 3, 1.6, 6))


def _event(gathered: Gathered, one: Any) -> Row:  # noqa: ANN401 - telling.EventView
    words = gathered["words"]
    chips = [line(" ", chip, soft=True) for chip in one.chips]
    head = [(*line(one.kind, bold=True), *(run for chip in chips for run in chip))]
    head += [line(one.where_when), *(line(side) for side in one.sides), line(one.counts, soft=True)]
    head += [line(words("page.colon", what=axis, value=value), soft=True) for axis, value in one.verdicts]
    head += [line(name, bold=True) for name in one.signed]
    return Row((tuple(head), (*_claims(gathered, one), *_differences(one))), anchor=one.anchor)


def _claims(gathered: Gathered, one: Any) -> Iterator[Line]:  # noqa: ANN401 - as above
    words, desk = gathered["words"], gathered["desk"]
    for column in one.columns:
        own = line(" (", words("claim.own_voice"), ")", soft=True) if column.own_voice else ()
        yield (*line(column.speaker, bold=True), *own)
        for claim in column.claims:
            chips = joined(list(claim.chips), ", ")
            facts = joined([*claim.facts], " · ")
            told = [*line(claim.head), *((Run(" "), *_soft(chips)) if chips else ())]
            told += [Run(" · "), *facts] if facts else []
            number = claim.number.striptags()
            note = _note(desk, claim) if claim.quote else None
            yield (*told, Run(" "), Run(number, dir="ltr", soft=True, anchor=claim.anchor, note=note))
            yield from (line(one, soft=True) for one in claim.corrected)


def _soft(runs: Line) -> Line:
    return tuple(Run(one.text, dir=one.dir, bold=one.bold, soft=True, link=one.link) for one in runs)


def _differences(one: Any) -> Iterator[Line]:  # noqa: ANN401 - telling.EventView
    for gap in one.differences:
        yield (*line(gap.field, bold=True), *line(" (", gap.sort, ")", soft=True))
        for value, speakers, where in gap.readings:
            yield (Run("– "), *line(value), *line(" · ", speakers, soft=True), *refs(where))


# --- figures ----------------------------------------------------------------------------------------------------------


def _figures(gathered: Gathered) -> Iterator[Block]:
    words, found = gathered["words"], gathered["figures"]
    yield intro(gathered, "figures")
    if not found.blocks:
        yield nothing(words("page.none"))
        return
    rows = []
    for block in found.blocks:
        told = joined([*block.sorts, block.origins])
        rows.append(Row((((*line(block.title, bold=True), Run(" "), *_soft(told)),),), band=True))
        for row in block.rows:
            cells = (tuple(_told(words, cell, speakers=False)) for cell in row.cells)
            rows.append(Row(((line(row.speaker),), *cells)))
        if any(block.spread):
            lowest = (line(words("figure.lowest_highest"), soft=True),)
            rows.append(Row((lowest, *(tuple(line(one, soft=True) for one in cell) for cell in block.spread))))
    head = (line(words("figure.columns_speaker")), *map(line, found.columns))
    yield Table(head, tuple(rows), (3, *(3 for _ in found.columns)))


def _casualties(gathered: Gathered) -> Iterator[Block]:
    words, found = gathered["words"], gathered["casualties"]
    yield intro(gathered, "casualties")
    yield from picture(gathered, "killed")
    if not found.blocks:
        yield nothing(words("casualty.none"))
        return
    rows = []
    for block in found.blocks:
        rows.append(Row(((line(block.title, bold=True),),), band=True))
        for row in block.rows:
            cells = (tuple(_told(words, cell, speakers=True)) for cell in row.cells)
            rows.append(Row(((line(row.side),), (line(row.people),), *cells)))
    head = (line(words("casualty.side")), line(words("casualty.sort")), *map(line, found.columns))
    yield Table(head, tuple(rows), (2.4, 1.8, *(4 for _ in found.columns)))


def _civilians(gathered: Gathered) -> Iterator[Block]:
    words, found = gathered["words"], gathered["civilians"]
    yield intro(gathered, "civilians")
    if not found.hurt and not found.relief:
        yield nothing(words("civilian.none"))
    if found.hurt:
        yield Heading(SUB, line(words("civilian.hurt")))
        yield Bullets(tuple((line(one.title), *_told(words, one.told, speakers=True)) for one in found.hurt))
    if found.relief:
        yield Heading(SUB, line(words("civilian.relief")))
        yield _relief(found.relief)


def _relief(rows: Any) -> Bullets:  # noqa: ANN401 - civilians.Relief
    return Bullets(
        tuple(((*line(one.title), *refs(one.refs)), joined([*one.sides, line(one.counts, soft=True)])) for one in rows)
    )


# --- the agreements ---------------------------------------------------------------------------------------------------


def _obligations(gathered: Gathered) -> Iterator[Block]:
    words, material = gathered["words"], gathered["desk"].material
    yield intro(gathered, "obligations")
    if material.held_as_of is None:
        yield Para(line(words("obligation.nothing_held")), look="notice")
    else:
        yield Para(line(words("obligation.held_as_of", when=gathered["dating"].at(material.held_as_of))), look="note")
    for one in gathered["agreements"]:
        yield Heading(SUB, line(one.title), anchor=one.anchor)
        if one.rows:
            yield _duties(words, one)
        if one.unread:
            named = joined([row.clause for row in one.unread_rows], ", ")
            yield Para((*line(one.unread), Run(": "), *named), look="note")


def _duties(words: Any, agreement: Any) -> Table:  # noqa: ANN401 - duties.AgreementView
    head = (
        *(line(words(f"obligation.{name}")) for name in ("clause", "duty", "status")),
        *map(line, agreement.columns),
        line(words("obligation.others")),
    )
    rows = tuple(Row(tuple(tuple(cell) for cell in _duty(row))) for row in agreement.rows)
    return Table(head, rows, (1, 4, 2.4, *(2.2 for _ in agreement.columns), 2.2))


def _duty(row: Any) -> Iterator[list[Line]]:  # noqa: ANN401 - duties.DutyRow
    yield [line(row.clause)]
    yield [line(row.label, bold=True), *(line(note, soft=True) for note in row.notes)]
    reason = [line(row.reason, soft=True)] if row.reason else []
    readings = [line(one, soft=True) for one in row.readings]
    yield [(*line(row.status, bold=True), *refs(row.refs)), *readings, *reason]
    for column in row.cells:
        told = []
        for cell in column:
            told += [line(cell.who, soft=True)] if cell.who else []
            statuses = [line(status) for status in cell.statuses]
            told += [*statuses[:-1], (*statuses[-1], *refs(cell.refs))] if statuses else []
        yield told or [line("—", soft=True)]


# --- access, coverage, upkeep -----------------------------------------------------------------------------------------


def _access(gathered: Gathered) -> Iterator[Block]:
    yield intro(gathered, "access")
    rows = gathered["access"].rows
    yield _relief(rows) if rows else nothing(gathered["words"]("access.none"))


def _coverage(gathered: Gathered) -> Iterator[Block]:
    words, found = gathered["words"], gathered["coverage"]
    yield intro(gathered, "coverage")
    yield Heading(SUB, line(words("coverage.balance")))
    head = tuple(line(words(f"coverage.{name}")) for name in ("party", "spoke", "accused", "hit", "outlets"))
    rows = []
    for one in found.parties:
        spoke = f"{one.spoke:,}" if one.spoke else words("coverage.said_nothing")
        numbers = (spoke, f"{one.accused:,}", f"{one.hit:,}", f"{one.sources:,}")
        rows.append(Row(((line(one.name),), *((line(number),) for number in numbers))))
    yield Table(head, tuple(rows), (3, 2, 2, 2, 2))
    yield Heading(SUB, line(words("coverage.sources")))
    yield from _sources(gathered)
    for said in (found.silent, found.empty, found.undated):
        if said:
            yield Para(line(said))


def _sources(gathered: Gathered) -> Iterator[Block]:
    words, found = gathered["words"], gathered["coverage"]
    if not found.sources:
        yield nothing(words("page.empty_period"))
        return
    names = ["source", "documents", *(["previous"] if found.compared else []), "claims"]
    rows = []
    for one in found.sources:
        numbers = [one.documents, *([one.before] if found.compared else []), one.claims]
        rows.append(Row(((line(one.name),), *((line(f"{number:,}"),) for number in numbers))))
    head = tuple(line(words(f"coverage.{name}")) for name in names)
    yield Table(head, tuple(rows), (4, *(2 for _ in names[1:])))


def _corrections(gathered: Gathered) -> Iterator[Block]:
    words, found = gathered["words"], gathered["corrections"]
    if not found.changes and not found.decisions:
        yield nothing(words("correction.none"))
    if found.changes:
        yield Bullets(tuple((line(event), line(change)) for event, change in found.changes))
    if found.decisions:
        yield Heading(SUB, line(words("correction.decisions")))
        yield Bullets(tuple((line(one),) for one in found.decisions))
    if found.warnings:
        yield Heading(SUB, line(words("correction.warnings")))
        yield Bullets(tuple((line(event), line(told, soft=True)) for event, told in found.warnings))


def _issues(gathered: Gathered) -> Iterator[Block]:
    words, found = gathered["words"], gathered["issues"]
    if found.rows:
        yield intro(gathered, "issues")
        head = ((), *(line(words(f"issue.{name}")) for name in ("where", "reason", "hint")))
        rows = []
        for one in found.rows:
            where: Line = (Run(one.where, dir="ltr"),)
            rows.append(Row(((line(one.severity),), (where,), (line(one.reason),), (line(one.hint),))))
        yield Table(head, tuple(rows), (1.4, 3, 4, 4))
    else:
        yield nothing(words("issue.none"))
    if found.notes:
        yield Para(line(words("issue.notes", n=len(found.notes))), look="note")
    if found.elsewhere:
        yield Para(line(words("issue.of_documents", n=found.elsewhere)), look="note")


def _method(gathered: Gathered) -> Iterator[Block]:
    words = gathered["words"]
    said = [words(f"method.{name}") for name in ("machine", "numbers", "origins", "names", "parties", "selection")]
    said.append(words("method.time", zone=gathered["zone"]))
    if not gathered["desk"].material.words:
        said.append(words("method.public", n=gathered["desk"].material.withheld))
    said.append(gathered["version"])
    yield Bullets(tuple((line(one),) for one in said))
    if gathered["place_names"]:
        yield Heading(SUB, line(words("method.place_names")))
        items = []
        for name, used in gathered["place_names"]:
            by = joined([words("page.colon", what=side, value=own) for side, own in used])
            items.append(((*line(name, bold=True), Run(" "), *_soft(by)),))
        yield Bullets(tuple(items))


# --- the exact words --------------------------------------------------------------------------------------------------


def _texts(gathered: Gathered) -> Iterator[Block]:
    words, desk = gathered["words"], gathered["desk"]
    kept = not desk.material.words
    yield Para(line(words("intro.texts_kept" if kept else "intro.texts_on_paper")), look="intro")
    for one in gathered["texts"]:
        title = line(" · ", Run(one.title, dir="auto")) if one.title else ()
        yield Heading(SUB, (*line(one.number), *title), anchor=one.anchor)
        if kept:
            yield Para(joined([one.source, one.published]), look="note")
            yield _told_where(words, one)
            continue
        file = (*line(words("text.file"), ": "), Run(one.doc, dir="ltr"))
        address = ((Run("\n"), *line(words("text.url"), ": "), _address(one)),) if one.url else ()
        yield Para(
            (*joined([one.source, one.published, file]), *(run for part in address for run in part)), look="note"
        )
        for name, value in (("text_sha", one.text_sha256), ("bytes_sha", one.bytes_sha256)):
            yield Para((*line(words(f"text.{name}"), ": "), Run(value, dir="ltr")), look="hash")
        yield _told_where(words, one)
    if not gathered["texts"]:
        yield nothing(words("text.none"))


def _address(one: Any) -> Run:  # noqa: ANN401 - texts.TextView
    return Run(one.url, dir="ltr", link=one.url if one.safe_url else "")


_SHORT = 16
"""Hexadecimal digits of a text's hash in a footnote; the whole one stands with the text at the end."""


def _told_where(words: Any, one: Any) -> Para:  # noqa: ANN401 - Words; texts.TextView
    """Every claim that was read in a text, with where it is told."""
    return Para((*line(words("text.claims_in"), ":"), *(run for link in one.claims for run in (Run(" "), *line(link)))))


def _note(desk: Any, claim: Any) -> Note:  # noqa: ANN401 - Desk; telling.ClaimView
    """The exact words of a claim with their place in the preserved text and its hash."""
    told = desk.claim_of(claim.anchor)
    document = desk.document(told)
    where = desk.words("text.characters", first=f"{told.start:,}", last=f"{told.end:,}")
    text = desk.words("page.text_ref", number=desk.text_numbers[document.id])
    sha = (Run("SHA-256 "), Run(f"{document.text_sha256[:_SHORT]}…", dir="ltr"))
    who = desk.names.speaker(desk.speaker_code(told))
    return Note(
        quote=Run(claim.quote, dir=claim.direction),
        language=claim.language,
        source=joined([who, desk.names.source_of(document), text, where, sha]),
    )


SECTIONS: dict[str, Section] = {
    "incidents": _incidents,
    "events": _events,
    "figures": _figures,
    "casualties": _casualties,
    "civilians": _civilians,
    "obligations": _obligations,
    "access": _access,
    "coverage": _coverage,
    "corrections": _corrections,
    "issues": _issues,
    "method": _method,
    "texts": _texts,
}
"""By the names of `context.SECTIONS`."""
