"""The report as one HTML file: the parts put together, and nothing that a reader's machine would have to fetch.

Articles are hostile input. Everything is escaped by the template engine, addresses become links only when they are of
the web, and the page forbids itself scripts and requests, so that a mistake of ours would still do no harm.
"""

import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

import hudna
from hudna.errors import UsageError
from hudna.knowledge import WORLD, Knowledge
from hudna.ledger import Ledger
from hudna.publish.report import alleged, coverage, duties, figures, front, telling, texts, upkeep
from hudna.publish.report.desk import Desk
from hudna.publish.report.gather import gather
from hudna.publish.report.period import Period
from hudna.publish.report.wording import Language, Words, isolate, latin

_TEMPLATES = Path(__file__).with_name("templates")
_SECTIONS = (
    "incidents",
    "events",
    "figures",
    "casualties",
    "obligations",
    "coverage",
    "corrections",
    "issues",
    "method",
    "texts",
)
"""In the order that never changes, so that a reader of yesterday's report finds everything where it was."""
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
"""What HTML cannot hold, or UTF-8 cannot: shown as U+FFFD. The ledger keeps it."""


def write_report(
    ledger: Ledger, *, first: date, last: date, language: Language, knowledge: Knowledge, as_of: str | date
) -> str:
    """One self-contained HTML file about a day or a span.

    Args:
        ledger: Only asked, never written.
        first: First day of the period.
        last: Last day, inclusive.
        language: `ar` (right to left) or `en`; quotations stay as they are published.
        knowledge: The packs, for labels, agreements and names by side.
        as_of: The day on which obligations are looked at; findings are of this date, else of the latest before it.

    Raises:
        UsageError: The period ends before it begins, or there is no such language.
        LedgerError: The ledger cannot be read.
    """
    if last < first:
        raise UsageError(f"the period ends ({last}) before it begins ({first})")
    words = Words(language)
    material = gather(ledger, Period(first, last), as_of.isoformat() if isinstance(as_of, date) else as_of)
    desk = Desk(material, knowledge, words)
    page = _environment().get_template("report.html.jinja").render(_parts(desk))
    return _UNWRITABLE.sub("\ufffd", page)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _parts(desk: Desk) -> dict[str, Any]:
    """Everything that the template shows. The table of place names comes last: it lists what the others named."""
    found: dict[str, Any] = {
        "desk": desk,
        "words": desk.words,
        "dating": desk.dating,
        "style": Markup((_TEMPLATES / "style.css").read_text(encoding="utf-8")),  # noqa: S704 - our own file
        "sections": _SECTIONS,
        "theatre": _theatre(desk),
        "glance": front.glance(desk),
        "bullets": front.bullets(desk),
        "comparison": front.comparison(desk),
        "states": front.states(desk),
        "parties": front.party_line(desk),
        "incidents": alleged.incidents(desk),
        "groups": telling.groups(desk),
        "figures": figures.figure_table(desk),
        "casualties": figures.casualties(desk),
        "agreements": duties.obligations(desk),
        "coverage": coverage.coverage(desk),
        "corrections": upkeep.corrections(desk),
        "issues": upkeep.issues(desk),
        "texts": texts.texts(desk),
        "version": desk.words("method.version", version=hudna.__version__, fingerprint=_short(desk)),
        "zone": latin(_zone(desk)),
        "isolate": isolate,
        "latin": latin,
    }
    found["place_names"] = desk.names.place_names()
    return found


def _short(desk: Desk) -> Markup:
    return latin(desk.knowledge.fingerprint[:16])


def _theatre(desk: Desk) -> Markup:
    """Names of the theatres, without the world that serves all."""
    own = [one for one in desk.knowledge.theatres if one.id != WORLD]
    return desk.words.joined(isolate(one.name_ar if desk.words.language == "ar" else one.name_en) for one in own)


def _zone(desk: Desk) -> str:
    return next((f"UTC{one.timezone}" for one in desk.knowledge.theatres if one.id != WORLD), "UTC")
