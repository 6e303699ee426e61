"""The report as one HTML file: the parts put together, and nothing that a reader's machine would have to fetch.

Articles are hostile input. Everything is escaped by the template engine, addresses become links only when they are of
the web, and the page forbids itself scripts and requests, so that a mistake of ours would still do no harm.
"""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from hudna.publish.report.context import gather_context
from hudna.publish.report.dossier import Dossier
from hudna.publish.report.wording import Language, clean

_TEMPLATES = Path(__file__).with_name("templates")


def write_report(dossier: Dossier, language: Language) -> str:
    """One self-contained HTML file about a day or a span.

    Args:
        dossier: What it tells (`open_dossier`).
        language: `ar` (right to left) or `en`; quotations stay as they are published.

    Raises:
        UsageError: There is no such language.
    """
    style = Markup((_TEMPLATES / "style.css").read_text(encoding="utf-8"))  # noqa: S704 - our own file
    told = gather_context(dossier.desk(language))
    return clean(_environment().get_template("report.html.jinja").render(told, style=style))


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
