"""The paper as PDF, and its pictures as PNG, by Typst.

The template is a file of ours and never changes with the data; everything that is told comes as JSON, so that no word
of an article is ever read as markup.
"""

from pathlib import Path
from typing import Literal

import msgspec
import typst

from hudna.errors import HudnaError
from hudna.publish.report.dossier import Dossier
from hudna.publish.report.paper.blocks import Paper
from hudna.publish.report.paper.build import build
from hudna.publish.report.paper.fonts import FAMILIES, fonts
from hudna.publish.report.wording import Language

_TEMPLATE = Path(__file__).with_name("paper.typ")
_PICTURE = Path(__file__).with_name("picture.typ")
_PPI = 180


def write_pdf(dossier: Dossier, language: Language) -> bytes:
    """One PDF about a day or a span; arguments are those of `write_report`.

    Raises:
        UsageError: There is no such language, or no font has Arabic letters.
    """
    return set_paper(build(dossier.desk(language)))


def set_paper(paper: Paper) -> bytes:
    """A paper as PDF."""
    told = {"paper": msgspec.json.encode(paper).decode(), "fonts": msgspec.json.encode(FAMILIES).decode()}
    return _compiled(_TEMPLATE, told, "pdf")


def picture_png(svg: str, width: int) -> bytes:
    """A drawing as PNG, white behind; `width` in points."""
    told = {"svg": svg, "width": str(width), "fonts": msgspec.json.encode(FAMILIES).decode()}
    return _compiled(_PICTURE, told, "png")


def _compiled(template: Path, told: dict[str, str], form: Literal["pdf", "png"]) -> bytes:
    try:
        made: bytes | list[bytes] = typst.compile(
            template, format=form, ppi=_PPI, font_paths=fonts(), sys_inputs=told, timestamp=0
        )
    except typst.TypstError as trouble:
        raise HudnaError(f"Typst could not set the paper: {trouble}", hint="Please report it.") from trouble
    return made if isinstance(made, bytes) else made[0]
