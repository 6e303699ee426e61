"""What could not be read or trusted: every issue that the ledger recorded, the last first, with what to do about it."""

from collections.abc import Sequence

import msgspec
from markupsafe import Markup
from starlette.responses import Response

from hudna.model import Issue
from hudna.publish.report.reasons import Reasons
from hudna.publish.report.wording import latin
from hudna.publish.web.asking import one_of
from hudna.publish.web.desk import Desk
from hudna.publish.web.rendering import show

SIZE = 50
SEVERITIES = ("error", "warning", "note")
"""The gravest first."""


class Row(msgspec.Struct, frozen=True):
    """One issue in a list."""

    code: str
    severity: Markup
    stage: Markup
    where: Markup
    href: str
    """The document that it is about; empty where it is about none."""
    reason: Markup
    hint: Markup


def answer(desk: Desk) -> Response:
    """The list."""
    severity = one_of(desk, "severity", SEVERITIES.__contains__)
    page = desk.ledger.desk.issues(severity=severity, after=desk.asked.get("after") or None, size=SIZE)
    counts = desk.ledger.desk.issue_counts()
    return show(
        desk,
        "issues",
        rows=rows_of(desk, page.items),
        next=page.next,
        severities=[(one, desk.words.label("severity", one), counts.get(one, 0)) for one in SEVERITIES],
        severity=severity,
        everything=sum(counts.values()),
    )


def rows_of(desk: Desk, issues: Sequence[Issue]) -> list[Row]:
    """Issues as they are shown."""
    tell = Reasons(desk.telling)
    return [
        Row(
            code=one.severity,
            severity=desk.words.label("severity", one.severity),
            stage=desk.words.label("stage", one.stage),
            where=latin(one.where),
            href=desk.to("documents", one.where) if desk.ledger.desk.line(one.where) is not None else "",
            reason=tell.one(one.reason),
            hint=tell.one(one.hint),
        )
        for one in issues
    ]
