"""The page that a person opens first: the event, its history, its texts, and what lies in which file.

It looks like the report and is made of its parts. Links lead to files of the bundle and to addresses that a reader
chooses to open; the page itself fetches nothing and runs nothing.
"""

import tomllib
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

import hudna
from hudna.knowledge import Knowledge
from hudna.model import Corrections, Event, Origin
from hudna.publish import report
from hudna.publish.bundle import members
from hudna.publish.bundle.evidence import Evidence, tools_of
from hudna.publish.report import alleged, telling, texts, upkeep
from hudna.publish.report.desk import Desk
from hudna.publish.report.gather import Material, Tally
from hudna.publish.report.period import Period
from hudna.publish.report.wording import LANGUAGES, Language, Words, clean, isolate, latin, messages

_HERE = Path(__file__).parent
_REPORT = Path(report.__file__).with_name("templates")
SECTIONS = ("event", "history", "sources", "texts", "files")


def index_name(language: Language) -> str:
    """The page's file."""
    return f"index.{language}.html"


@cache
def _words() -> dict[str, dict[str, Any]]:
    """The report's words and, in the section `bundle`, ours."""
    return {**messages(), **tomllib.loads((_HERE / "words.toml").read_text(encoding="utf-8"))}


def notices() -> dict[str, str]:
    """Who may see it, in both languages."""
    return {language: str(_words()["bundle"]["internal"][language]) for language in LANGUAGES}


def write_index(evidence: Evidence, knowledge: Knowledge, language: Language) -> str:
    """One self-contained HTML page.

    Args:
        evidence: Of one event.
        knowledge: The packs, for labels.
        language: `ar` (right to left) or `en`; quotations stay as they are published.
    """
    desk = Desk(_material(evidence), knowledge, Words(language, _words()))
    style = Markup((_REPORT / "style.css").read_text(encoding="utf-8"))  # noqa: S704 - our own file
    return clean(_environment().get_template("index.html.jinja").render(_context(desk, evidence), style=style))


def _context(desk: Desk, evidence: Evidence) -> dict[str, Any]:
    incidents = alleged.incidents(desk)
    other: Language = "en" if desk.words.language == "ar" else "ar"
    view = telling.event_view(desk, evidence.event)
    return {
        "words": desk.words,
        "dating": desk.dating,
        "sections": SECTIONS,
        "other": (other, index_name(other)),
        "evidence": evidence,
        "view": view,
        "incidents": (*incidents.current, *incidents.older),
        "corrections": upkeep.corrections(desk),
        "sources": _sources(desk, evidence),
        "texts": texts.texts(desk),
        "text_name": members.text_name,
        "tools": tools_of(evidence),
        "version": desk.words("method.version", version=hudna.__version__, fingerprint=_short(desk)),
        "isolate": isolate,
        "latin": latin,
    }


def _short(desk: Desk) -> Markup:
    return latin(desk.knowledge.fingerprint[:16])


def _sources(desk: Desk, evidence: Evidence) -> list[dict[str, Any]]:
    return [
        {
            "name": one.name,
            "file": members.source_name(one.sha256),
            "size": one.size,
            "texts": [
                desk.words("page.text_ref", number=desk.text_numbers[doc.id])
                for doc in evidence.documents
                if doc.bytes_sha256 == one.sha256 and doc.id in desk.text_numbers
            ],
            "origins": [_origin(desk.words, origin) for origin in one.origins],
        }
        for one in evidence.sources
    ]


def _origin(words: Words, origin: Origin) -> Markup:
    """«in news.warc.gz (SHA-256 …), byte 1,234»."""
    inside = latin("!".join(filter(None, (origin.name, origin.path))))
    at = words.number(origin.offset) if origin.offset is not None else words("bundle.nowhere")
    return words("bundle.lay", archive=inside, at=at, sha=latin(origin.archive), record=latin(origin.record_sha256))


def _material(evidence: Evidence) -> Material:
    """The report's material with one event in it."""
    order = {one.id: at for at, one in enumerate(evidence.documents)}
    claims = sorted((*evidence.claims, *evidence.others), key=lambda one: (order[one.doc], one.start, one.end))
    corrections = Corrections(evidence.judgements)
    held = [one.as_of for one in evidence.findings]
    return Material(
        period=_period(evidence.event),
        as_of=held[0] if held else "",
        held_as_of=held[0] if held else None,
        documents={one.id: one for one in evidence.documents},
        claims={one.id: corrections.apply(one) for one in claims},
        as_read={one.id: one for one in claims if one.id in corrections},
        corrections=corrections,
        events=(evidence.event,),
        earlier=(),
        undated=(),
        findings=evidence.findings,
        issues=evidence.issues,
        judgements=evidence.judgements,
        tally=Tally(),
        before=Tally(),
    )


def _period(event: Event) -> Period:
    """Days of the event; nothing on the page depends on them where nobody names one."""
    days: Sequence[str] = event.when or ("1970-01-01", "1970-01-01")
    first, last = (date.fromisoformat(one[:10]) for one in days)
    return Period(first, last)


@cache
def _environment() -> Environment:
    return Environment(
        loader=ChoiceLoader([FileSystemLoader(_HERE / "templates"), FileSystemLoader(_REPORT)]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
