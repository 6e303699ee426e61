"""From drafts to documents: each gets its name, its metadata and its hashes, and they are handed out in batches."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import msgspec

from hudna.intake.archive.unpacking import Budget
from hudna.intake.formats import Draft
from hudna.intake.metadata import Metadata, merge
from hudna.intake.naming import Names, file_ladder, fingerprint
from hudna.intake.options import IntakeOptions
from hudna.intake.problems import problem
from hudna.intake.received import Received
from hudna.intake.script import language_of
from hudna.intake.walk import Found
from hudna.model import Document, Issue, Origin, Published, SourceFile

A_DAY = timedelta(days=1)
"""By so much dates of two time zones may differ."""
LONGEST = {"title": 2_000, "source": 500, "url": 8_000}
"""Characters. The longest headline of a newspaper has some 300; browsers and servers refuse longer addresses."""
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


class Alike:
    """Issues of one file, the sources inside it among them, counted by their sort."""

    def __init__(self) -> None:
        self.count: Counter[tuple[str, str]] = Counter()
        self.last: dict[tuple[str, str], Issue] = {}


class Enclosing(msgspec.Struct, frozen=True):
    """What stands around a source: its sidecar, or the archive that it lies in."""

    sidecar: Metadata = Metadata()
    """Holds for everything in the file."""
    said: Metadata = Metadata()
    """What the archive says of this source."""
    origin: Origin | None = None
    ids: tuple[str, ...] = ()
    """What its document is called, the usual name first; empty for its file name."""
    troubles: tuple[Issue, ...] = ()
    depth: int = 0
    """Archives that it lies in."""
    budget: Budget = msgspec.field(default_factory=lambda: Budget(0, 0))
    """How much may still come out of the file."""
    alike: Alike = msgspec.field(default_factory=Alike)


class Batch:
    """What has come out of one source since the last batch was handed out."""

    def __init__(
        self, found: Found, source: SourceFile | None, around: Enclosing, names: Names, options: IntakeOptions
    ) -> None:
        self._found, self._source, self._around = found, source, around
        self._names, self._options = names, options
        self._documents: list[Document] = []
        self._issues: list[Issue] = []
        self._characters = 0
        self._left_out = 0

    def __bool__(self) -> bool:
        """Whether anything is in it."""
        return bool(self._documents or self._issues or self._left_out)

    @property
    def full(self) -> bool:
        """Whether it is time to hand it out."""
        return (
            len(self._documents) + len(self._issues) >= self._options.batch_documents
            or self._characters >= self._options.batch_characters
        )

    def hand_out(self) -> Received:
        """What has come together; the batch is empty then."""
        received = Received(
            source=self._source,
            documents=tuple(self._documents),
            issues=tuple(self._issues),
            where=self._found.where,
            origin=self._around.origin,
            left_out=self._left_out,
        )
        self._documents, self._issues, self._characters, self._left_out = [], [], 0, 0
        return received

    def tell(self, issue: Issue) -> None:
        """Add an issue. Beyond the limit, issues that are alike are counted; `finish` says how many."""
        alike = (issue.severity, issue.hint)
        self._around.alike.count[alike] += 1
        if self._around.alike.count[alike] <= self._options.alike_limit:
            self._issues.append(issue)
        else:
            self._around.alike.last[alike] = issue

    def finish(self) -> None:
        """At the end of a file: say how many issues were only counted."""
        if self._around.depth:
            return
        for alike, last in self._around.alike.last.items():
            count = self._around.alike.count[alike] - self._options.alike_limit
            more = problem("more_alike", last.where, count=count, reason=last.reason, hint=last.hint)
            self._issues.append(msgspec.structs.replace(more, severity=last.severity))

    def add(self, draft: Draft) -> None:
        """Add a text, or the issue that it is none."""
        limit = self._options.text_limit
        if len(draft.text) > limit:
            self.tell(
                problem("too_large", draft.where, what="the text", size=len(draft.text), unit="characters", limit=limit)
            )
        elif not draft.text.strip():
            self.tell(problem("empty", draft.where))
        elif self._options.gate_all and self._options.gate and not self._options.gate.passes_text(draft.text):
            self._left_out += 1
        else:
            known = merge((draft.given, self._around.sidecar, draft.found, self._around.said))
            self._accept(draft, self._without_skew(self._without_floods(known, draft.where), draft.where))

    def _without_floods(self, known: Metadata, where: str) -> Metadata:
        """The same without a title, source or address that is longer than any: it would be repeated at every claim."""
        floods = {
            field: said for field, longest in LONGEST.items() if len(said := getattr(known, field) or "") > longest
        }
        for field in floods:
            self.tell(
                problem("field_ignored", where, field=field, wanted=f"text of {LONGEST[field]} characters or less")
            )
        changed: dict[str, Any] = dict.fromkeys(floods)
        return msgspec.structs.replace(known, **changed, extra={**known.extra, **floods}) if floods else known

    def _without_skew(self, known: Metadata, where: str) -> Metadata:
        """The same without a date that lies after the day on which the page was archived: a clock was wrong."""
        published, archived = known.published, str(known.extra.get("archived", ""))
        if published is None or published.first is None or published.basis != "metadata":
            return known
        try:
            ahead = date.fromisoformat(published.first[:10]) - date.fromisoformat(archived[:10])
        except ValueError:
            return known  # one of the two is no date: nothing to compare
        if ahead <= A_DAY:
            return known
        self.tell(problem("date_ahead", where, published=published.first, archived=archived))
        return msgspec.structs.replace(known, published=None, extra={**known.extra, "published": published.first})

    def _accept(self, draft: Draft, known: Metadata) -> None:
        text_sha256 = hashlib.sha256(draft.text.encode()).hexdigest()
        content = _content(text_sha256, known)
        if any(self._names.holds(name, content) for name in self._own_names(draft)):
            self.tell(problem("repeated", draft.where))
            return
        name = self._names.take(self._ladder(draft), text_sha256=text_sha256, content=content)
        self._tell_name(draft, name)
        controls = list(_CONTROL.finditer(draft.text))
        if controls:
            self.tell(problem("controls", draft.where, count=len(controls), first=controls[0].start()))
        self._characters += len(draft.text)
        self._documents.append(self._document(draft, known, name, text_sha256))

    def _document(self, draft: Draft, known: Metadata, name: str, text_sha256: str) -> Document:
        return Document(
            id=name,
            text=draft.text,
            text_sha256=text_sha256,
            bytes_sha256=self._source.sha256 if self._source else "",
            source=known.source,
            url=known.url,
            title=known.title,
            published=known.published or Published(),
            language=language_of(draft.text),
            format=draft.format,
            encoding=draft.encoding,
            extractor=draft.extractor,
            extra=known.extra,
        )

    def _ladder(self, draft: Draft) -> Iterator[str]:
        """Names for a text, the one that people expect first (`hudna.intake.naming` says why)."""
        files = file_ladder(self._found.name, self._found.parents)
        lines = (file if draft.line is None else f"{file}:{draft.line}" for file in files)
        yield from self._own_names(draft)
        yield from lines

    def _own_names(self, draft: Draft) -> tuple[str, ...]:
        """What the record itself or its archive calls it; a page may hold several texts."""
        if draft.id is not None:
            return (draft.id,) if draft.version is None else (draft.id, f"{draft.id} {draft.version}")
        return tuple(name if draft.line is None else f"{name}#{draft.line}" for name in self._around.ids)

    def _tell_name(self, draft: Draft, name: str) -> None:
        """Say when a text is not called what its owner would expect."""
        wanted = next(self._ladder(draft))
        if name != wanted and name not in self._own_names(draft):
            self.tell(problem("same_name" if draft.id is None else "same_id", draft.where, id=wanted, name=name))


def _content(text_sha256: str, known: Metadata) -> int:
    """A number for a record: the same text from another publisher is another record."""
    published = known.published or Published()
    fields = (known.url, known.source, known.title, published.first, published.last)
    return fingerprint(text_sha256, *(field or "" for field in fields))
