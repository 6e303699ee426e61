"""Templates to pages. Everything that comes from outside is escaped here, by one engine."""

import re
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse, Response

import hudna
from hudna.errors import CorrectionError
from hudna.publish.report.wording import clean, isolate, latin
from hudna.publish.web.desk import Asked, Desk
from hudna.publish.web.navigation import NAVIGATION
from hudna.publish.web.speaking import words_in

_HERE = Path(__file__).parent
_TEMPLATES = (_HERE / "templates", _HERE.parent / "report" / "templates")
"""Our own, then those of the report, whose parts we show too."""


_TEXT = re.compile(">([^<>]{200,})(?=<)(?!</title)")
"""What stands between two tags, where it is long; a title holds no tags."""
_ENDLESS = re.compile("(?:&[#0-9A-Za-z]+;|[^\\s<>&]){150,200}(?![\u0300-\u036f\u064b-\u065f\u0670])")
"""A piece of an unbroken word; neither an entity nor a letter with its marks is torn apart."""
_BREAK = r"\g<0><wbr>"
_VENDOR = _HERE / "static" / "vendor"
_FACES = {
    "ar": ("plex-arabic-400", "plex-arabic-500", "plex-arabic-600", "plex-latin-400", "naskh-arabic"),
    "en": ("plex-latin-400", "plex-latin-500", "plex-latin-600", "naskh-arabic"),
}
"""The faces that every page of a language shows: fetched with the page, so that its text does not move."""


def _faces() -> dict[str, tuple[str, ...]]:
    """Addresses of the faces that are there; none of them is before `make assets`."""
    folder = _VENDOR / "fonts"
    return {
        language: tuple(f"/static/vendor/fonts/{name}.woff2" for name in names if (folder / f"{name}.woff2").is_file())
        for language, names in _FACES.items()
    }


@cache
def environment() -> Environment:
    """The engine: everything escaped, a name that is not there is an error."""
    made = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        isolate=isolate,
        latin=latin,
        version=hudna.__version__,
        navigation=NAVIGATION,
        faces=_faces(),
        htmx=(_VENDOR / "htmx.min.js").is_file(),
    )
    return made


def show(desk: Desk, template: str, status: int = 200, **parts: Any) -> Response:  # noqa: ANN401 - what the template shows
    """A page.

    Args:
        desk: Of this request.
        template: Its file's name, without ending.
        status: The HTTP status.
        parts: What the template shows, beside `desk` and `words`.
    """
    page = environment().get_template(f"{template}.html.jinja")
    told = page.render(desk=desk, words=desk.words, asked=desk.asked, **parts)
    return HTMLResponse(breakable(clean(told)), status)


def breakable(page: str) -> str:
    """A page whose words of hundreds of letters may break: `<wbr>` changes no text.

    A browser that looks for a place to break one Arabic word of 30,000 letters stands still for a quarter of a minute.
    """
    return _TEXT.sub(lambda found: f">{_ENDLESS.sub(_BREAK, found[1])}", page)


def show_trouble(asked: Asked, status: int, told: str, *, form: str = "") -> Response:
    """A page that says what went wrong; it asks no ledger.

    Args:
        asked: The request.
        status: Of the answer.
        told: What is wrong; empty where the status says it.
        form: Where the form stands that was refused; empty for anything else.
    """
    words = words_in(asked.language)
    key = str(status) if words.has("trouble", str(status)) else "500"
    page = environment().get_template("trouble.html.jinja")
    return HTMLResponse(
        clean(page.render(words=words, asked=asked, status=status, key=key, told=told, form=form)), status
    )


def show_fault(asked: Asked, fault: CorrectionError, *, form: str = "") -> Response:
    """A page that says which field of a correction cannot be taken, in the reader's language."""
    words = words_in(asked.language)
    field = words(f"typed.{fault.field}") if words.has("typed", fault.field) else latin(fault.field)
    told = words(f"fault.{fault.fault}", field=field, value=fault.value)
    return show_trouble(asked, 400, told, form=form)


def show_missing(desk: Desk) -> Response:
    """There is no such thing in the ledger."""
    return show_trouble(desk.asked, 404, "")
