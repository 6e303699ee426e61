"""From what was gathered to a paper: the same sections in the same order as on the page."""

from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from hudna.publish.report.context import gather_context
from hudna.publish.report.desk import Desk
from hudna.publish.report.paper.blocks import (
    Block,
    Bullets,
    Glance,
    Heading,
    Line,
    Paper,
    Para,
    Row,
    Run,
    Table,
    anchors,
)
from hudna.publish.report.paper.parts import Gathered, joined
from hudna.publish.report.paper.runs import line
from hudna.publish.report.paper.sections import SECTIONS
from hudna.publish.report.wording import clean

LEVEL = 1
"""Of a section's heading."""


def build(desk: Desk) -> Paper:
    """The whole paper. Links that lead nowhere on paper are words without a link."""
    gathered = gather_context(desk)
    blocks = list(_front(gathered))
    for name in gathered["sections"]:
        blocks.append(Heading(LEVEL, line(desk.words(f"section.{name}")), anchor=name))
        blocks.extend(SECTIONS[name](gathered))
    words, period = desk.words, desk.material.period
    return _linked(
        Paper(
            language=words.language,
            dir=words.direction,
            title=f"{words('page.title').striptags()}: {gathered['theatre'].striptags()}, "
            f"{gathered['dating'].days(period.first, period.last).striptags()}",
            footer=line(words("page.unsigned"), " · ", gathered["version"]),
            page=words("page.page").striptags(),
            blocks=tuple(blocks),
        )
    )


LONGEST_LINK = 2_000
"""Letters of an address that is a link; a longer one is only told. Word follows none over 2,083."""


LONGEST_RUN = 16_000
"""Letters of one piece on paper; a longer one is cut. Typst sets none over 65,535 bytes; a letter has up to four."""


# --- links ------------------------------------------------------------------------------------------------------------


def _linked(paper: Paper) -> Paper:
    """References lead to where a claim is told, under which its exact words stand; dead links go."""
    known = anchors(paper.blocks)

    def mend(run: Run) -> Run:
        link = run.link
        dead = len(link) > LONGEST_LINK or (link.startswith("#") and link[1:] not in known)
        note = _mended(run.note, mend) if run.note is not None else None
        return msgspec.structs.replace(run, text=_bounded(clean(run.text)), link="" if dead else clean(link), note=note)

    return msgspec.structs.replace(paper, blocks=tuple(_mended(block, mend) for block in paper.blocks))


def _bounded(words: str) -> str:
    return words if len(words) <= LONGEST_RUN else f"{words[:LONGEST_RUN]} […]"


def _mended(thing: Any, mend: Callable[[Run], Run]) -> Any:  # noqa: ANN401 - any block, or any part of one
    """The same with every run mended, however deep it stands."""
    if isinstance(thing, Run):
        return mend(thing)
    if isinstance(thing, tuple):
        return tuple(_mended(one, mend) for one in thing)
    if isinstance(thing, msgspec.Struct):
        fields = {name: _mended(getattr(thing, name), mend) for name in thing.__struct_fields__}
        return msgspec.structs.replace(thing, **fields)
    return thing


# --- the first page ---------------------------------------------------------------------------------------------------


def _front(gathered: Gathered) -> Iterator[Block]:
    words, desk, dating = gathered["words"], gathered["desk"], gathered["dating"]
    material = desk.material
    yield Para(line(words("page.title")), look="kicker")
    yield Para(line(gathered["theatre"]), look="title")
    yield Para(line(dating.days(material.period.first, material.period.last), bold=True))
    as_of = joined([words("page.as_of"), dating.at(material.as_of)], " ")
    yield Para((*as_of, Run(" · "), *line(words("method.time", zone=gathered["zone"]))), look="note")
    yield Glance(tuple((f"{number:,}", line(label)) for number, label, _ in gathered["glance"]))
    if not material.documents:
        yield Para(line(words("page.empty")), look="notice")
    elif not material.tally.documents:
        yield Para(line(words("page.empty_period")), look="notice")
    yield Heading(LEVEL, line(words("section.summary")), anchor="summary")
    yield Bullets(tuple(tuple(_bullet(gathered, one)) for one in gathered["bullets"]))
    yield Para(line(gathered["comparison"]), look="note")
    yield Heading(LEVEL, line(words("section.agreements")), anchor="agreements")
    yield from _states(gathered)


def _bullet(gathered: Gathered, one: Any) -> Iterator[Line]:  # noqa: ANN401 - front.Bullet
    told = [Run(f"{one.number:,} ", bold=True), *line(one.text)]
    before = line(" (", one.before, ")", soft=True) if one.before else ()
    yield (*told, *before)
    for more in one.more:
        yield line(more, soft=True)
    del gathered


def _states(gathered: Gathered) -> Iterator[Block]:
    current, earlier = gathered["states"]
    words = gathered["words"]
    if current:
        rows = [
            Row((((line(one.title)),), (line(one.word, bold=True),), tuple(line(why) for why in one.why)))
            for one in current
        ]
        head = (line(words("section.agreements")), line(words("obligation.state")), line(words("obligation.why")))
        yield Table(head, tuple(rows), (4, 2, 5))
    if earlier:
        titles = joined(list(earlier), "؛ " if words.language == "ar" else "; ")
        yield Para((*line(words("state_why.earlier"), ": ", soft=True), *titles), look="note")
