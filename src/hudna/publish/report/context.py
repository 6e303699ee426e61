"""What a report says, gathered once for all its forms: the page, the PDF and the DOCX differ in looks alone."""

from typing import Any

from markupsafe import Markup

import hudna
from hudna.knowledge import WORLD
from hudna.publish.report import access, alleged, civilians, coverage, duties, figures, front, telling, texts, upkeep
from hudna.publish.report.desk import Desk
from hudna.publish.report.pictures import gathered_pictures
from hudna.publish.report.wording import isolate, latin

SECTIONS = (
    "incidents",
    "events",
    "figures",
    "casualties",
    "civilians",
    "obligations",
    "access",
    "coverage",
    "corrections",
    "issues",
    "method",
    "texts",
)
"""In the order that never changes, so that a reader of yesterday's report finds everything where it was: after the
summary incidents, casualties, civilians, the agreement, access and silence, corrections, method and names."""


def gather_context(desk: Desk) -> dict[str, Any]:
    """Everything that a report shows. The table of place names comes last: it lists what the others named."""
    found: dict[str, Any] = {
        "desk": desk,
        "words": desk.words,
        "dating": desk.dating,
        "sections": SECTIONS,
        "theatre": _theatre(desk),
        "glance": front.glance(desk),
        "bullets": front.bullets(desk),
        "comparison": front.comparison(desk),
        "states": front.states(desk),
        "parties": front.party_line(desk),
        "pictures": gathered_pictures(desk),
        "incidents": alleged.incidents(desk),
        "groups": telling.groups(desk),
        "figures": figures.figure_table(desk),
        "casualties": figures.casualties(desk),
        "civilians": civilians.civilians(desk),
        "agreements": duties.obligations(desk),
        "access": access.access(desk),
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
