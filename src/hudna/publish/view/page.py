"""The view as one HTML page that needs nothing outside itself.

Texts are hostile input: the template engine escapes everything, and the page forbids itself scripts and requests, so
that a mistake of ours would still do no harm.
"""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

import hudna
from hudna.model import Mention
from hudna.publish.view.lines import Piece, Viewed, lines_of
from hudna.publish.view.saying import claim_fields, looks, meaning, reasons

_TEMPLATES = Path(__file__).with_name("templates")
_QUOTED = re.compile("(«[^»]*»)")
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202d\u202e\ud800-\udfff]")
"""What HTML cannot hold, or UTF-8 cannot: shown as U+FFFD."""


def write_page(viewed: Sequence[Viewed]) -> str:
    """One page that shows texts, each line with its mentions underlined and its claims beside it.

    Args:
        viewed: The documents, in the order in which they are shown.
    """
    page = (
        _environment()
        .get_template("view.html.jinja")
        .render(
            documents=[(one, list(lines_of(one))) for one in viewed],
            looks=looks(),
            style=Markup((_TEMPLATES / "view.css").read_text(encoding="utf-8")),  # noqa: S704 - our own file
            version=hudna.__version__,
            classes=_classes,
            ltr=_ltr,
            hint=_hint,
            meaning=meaning,
            reasons=reasons,
            claim_fields=claim_fields,
        )
    )
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


def _ltr(words: str) -> Markup:
    """A sentence of ours: left to right, and what it quotes (between « and ») keeps its own direction."""
    parts = _QUOTED.split(words)
    told = Markup("").join(Markup("<bdi>{}</bdi>").format(one) if n % 2 else one for n, one in enumerate(parts))
    return Markup('<bdi dir="ltr">{}</bdi>').format(told)


def _classes(piece: Piece) -> str:
    """The innermost mention gives the ink, the next one around it a second line."""
    names = ["page"] if piece.furniture else []
    if piece.mentions:
        names += ["m", f"t-{piece.mentions[0].type}"]
    if len(piece.mentions) > 1:
        names.append(f"o-{piece.mentions[1].type}")
    return " ".join(names)


def _hint(piece: Piece) -> str:
    """What a reader sees when the pointer rests on the words."""
    lines = [_told(mention) for mention in piece.mentions]
    if piece.furniture:
        lines.append(f"the page's own ({piece.furniture.sort}): {piece.furniture.why}")
    return "\n".join(lines)


def _told(mention: Mention) -> str:
    return f"{mention.type}: {meaning(mention)}\n{reasons(mention)}"
