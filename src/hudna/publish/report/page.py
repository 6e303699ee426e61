"""The report as one HTML file: the parts put together, and nothing that a reader's machine would have to fetch.

Articles are hostile input. Everything is escaped by the template engine, addresses become links only when they are of
the web, and the page forbids itself scripts and requests, so that a mistake of ours would still do no harm.
"""

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from hudna.errors import UsageError
from hudna.knowledge import Knowledge
from hudna.ledger import Ledger
from hudna.publish.report.context import gather_context
from hudna.publish.report.desk import Desk
from hudna.publish.report.gather import Material, gather
from hudna.publish.report.period import Period
from hudna.publish.report.wording import Language, Words, clean

Redact = Callable[[Material, Knowledge], tuple[Material, Knowledge]]
_TEMPLATES = Path(__file__).with_name("templates")


def write_report(
    ledger: Ledger,
    *,
    first: date,
    last: date,
    language: Language,
    knowledge: Knowledge,
    as_of: str | date,
    through: Redact | None = None,
) -> str:
    """One self-contained HTML file about a day or a span.

    Args:
        ledger: Only asked, never written.
        first: First day of the period.
        last: Last day, inclusive.
        language: `ar` (right to left) or `en`; quotations stay as they are published.
        knowledge: The packs, for labels, agreements and names by side.
        as_of: The day on which obligations are looked at; findings are of this date, else of the latest before it.
        through: What the material is handed through before anything of it is told (`exporters.redaction`); None tells
            everything.

    Raises:
        UsageError: The period ends before it begins, or there is no such language.
        LedgerError: The ledger cannot be read.
    """
    span = {"first": first, "last": last}
    desk = prepare(ledger, **span, language=language, knowledge=knowledge, as_of=as_of, through=through)
    style = Markup((_TEMPLATES / "style.css").read_text(encoding="utf-8"))  # noqa: S704 - our own file
    page = _environment().get_template("report.html.jinja").render(gather_context(desk), style=style)
    return clean(page)


def prepare(
    ledger: Ledger,
    *,
    first: date,
    last: date,
    language: Language,
    knowledge: Knowledge,
    as_of: str | date,
    through: Redact | None = None,
) -> Desk:
    """The desk of one report, whatever its form; arguments and errors are those of `write_report`."""
    if last < first:
        raise UsageError(f"the period ends ({last}) before it begins ({first})")
    words = Words(language)
    material = gather(ledger, Period(first, last), as_of.isoformat() if isinstance(as_of, date) else as_of)
    if through is not None:
        material, knowledge = through(material, knowledge)
    return Desk(material, knowledge, words)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
