"""What `hudna mentions --view` and `--html` do: whole documents with everything that was found in them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from hudna.cli.options import knowledge_of
from hudna.cli.talk import line, say, tell_issue
from hudna.errors import UsageError

if TYPE_CHECKING:
    from hudna.publish.view import Viewed
    from hudna.reading import ReadDocument


def view_sources(
    sources: tuple[str, ...], theatre: str | None, *, types: tuple[str, ...], view: bool, html: Path | None
) -> int:
    """Show documents, in the terminal as they are read, or together as one page; returns how many errors were met."""
    from hudna.model import Issue
    from hudna.pipeline import read_sources
    from hudna.publish.view import write_page, write_terminal

    errors = 0
    seen: list[Viewed] = []
    for item in read_sources(sources, knowledge_of(theatre), mentions=True):
        issues = (item,) if isinstance(item, Issue) else item.issues
        if not isinstance(item, Issue):
            viewed = _viewed(item, types)
            if view:
                line(write_terminal(viewed, colour=sys.stdout.isatty()))
            seen.extend([viewed] if html else [])
        for issue in issues:
            tell_issue(issue)
        errors += sum(issue.severity == "error" for issue in issues)
    if html is not None:
        _write(html, write_page(seen))
    return errors


def _viewed(read: ReadDocument, types: tuple[str, ...]) -> Viewed:
    from hudna.publish.view import Viewed

    mentions = tuple(mention for mention in read.mentions if not types or mention.type in types)
    return Viewed(document=read.document, mentions=mentions, claims=read.claims)


def _write(out: Path, page: str) -> None:
    try:
        out.write_text(page, encoding="utf-8")
    except OSError as trouble:
        raise UsageError(f"{out} cannot be written: {trouble.strerror}", hint="Check the folder.") from trouble
    say(f"Page: {out}")
