"""The ledger itself: one file, opened, written in whole steps, asked."""

import contextlib
import sqlite3
import zlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import msgspec

from hudna.errors import UsageError
from hudna.ledger import asking, chain, copying, holding, keeping, origins, restoring, rows, standing, taken
from hudna.ledger.asking import ClaimFilter
from hudna.ledger.checking import Verification, verify
from hudna.ledger.connection import open_database, troubles_told
from hudna.ledger.copying import CopyShelf
from hudna.ledger.dating import Dating
from hudna.ledger.desk import Desk
from hudna.ledger.digest import content_digest, events_digest, findings_digest, standing_digest
from hudna.ledger.runs import Kept, ReadWith, Run
from hudna.ledger.standing import Weighing
from hudna.model import (
    Claim,
    Copied,
    CopyGroup,
    Document,
    Event,
    Finding,
    Issue,
    Judgement,
    Move,
    Origin,
    Placing,
    SourceFile,
)

T = TypeVar("T")

_COUNTED = ("source_files", "documents", "claims", "events", "judgements", "issues", "runs")


class Ledger:
    """A ledger file. Use it in a `with` block; writing needs a `run` block inside.

    Every method may raise `LedgerError`: locked, damaged, disk full.
    """

    def __init__(self, path: Path, database: sqlite3.Connection) -> None:
        self.path = path
        self._database = database
        self._run: Run | None = None
        self._run_seq: int | None = None

    # --- opening and closing ------------------------------------------------------------------------------------------

    @classmethod
    def open(cls, path: str | Path, *, create: bool = False) -> Self:
        """Open a ledger file.

        Args:
            path: The file.
            create: Make it when it is not there.

        Raises:
            LedgerError: There is none, it is not a ledger, it is newer than this Hudna, or it is locked.
        """
        path = Path(path)
        return cls(path, open_database(path, create=create))

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # --- writing ------------------------------------------------------------------------------------------------------

    @contextlib.contextmanager
    def run(self, run: Run) -> Iterator[None]:
        """Everything written inside belongs to this run. A run that changes nothing leaves no trace."""
        if self._run is not None:
            raise UsageError("a run is already open in this ledger")
        self._run, self._run_seq = run, None
        try:
            yield
            self._finish_run(run)
        finally:
            self._run, self._run_seq = None, None

    def _finish_run(self, run: Run) -> None:
        if self._run_seq is None:
            return
        with self._writing():
            self._database.execute("UPDATE runs SET finished = ? WHERE seq = ?", (run.at, self._run_seq))
            self._log("run.finished", str(self._run_seq), {})

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        """One whole step: everything in it, or nothing."""
        begun = self._run_seq
        with troubles_told(self.path):
            self._database.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._database.execute("COMMIT")
            except BaseException:
                self._run_seq = begun
                if self._database.in_transaction:
                    self._database.execute("ROLLBACK")
                raise

    def _log(self, what: str, about: str, payload: dict[str, Any]) -> None:
        run = self._open_run()
        if self._run_seq is None:
            self._run_seq = self._start_run(run)
        chain.append(self._database, at=run.at, what=what, about=about, payload=payload)

    def _open_run(self) -> Run:
        if self._run is None:
            raise UsageError("the ledger is written inside a run only", hint="with ledger.run(Run(at=…)): …")
        return self._run

    def _start_run(self, run: Run) -> int:
        columns = "started, verb, theatre, as_of, knowledge, reader, version, sources"
        known = (run.at, run.verb, run.theatre, run.as_of, run.knowledge, run.reader, run.version)
        done = self._database.execute(rows.insert("runs", columns), (*known, rows.as_json(run.sources)))
        seq = int(done.lastrowid or 0)
        chain.append(self._database, at=run.at, what="run.started", about=str(seq), payload=msgspec.to_builtins(run))
        return seq

    def keep(
        self,
        source: SourceFile | None,
        documents: Iterable[Document] = (),
        issues: Iterable[Issue] = (),
        origin: Origin | None = None,
    ) -> Kept:
        """Keep what intake received, in one step: bytes, documents, issues. What is already there is skipped.

        Args:
            source: The bytes.
            documents: What was taken out of them.
            issues: What could not be read.
            origin: Where in an archive the bytes lay; None when they were a file.

        Raises:
            SourceLostError: The bytes are no longer those that were hashed; nothing of this step was kept.
        """
        sorted_out: dict[str, list[str]] = {"new": [], "changed": [], "known": []}
        with self._writing():
            if source and keeping.keep_bytes(self._database, source):
                self._log("bytes.kept", source.sha256, {"name": source.name, "size": source.size})
            if source and origin and origins.keep_origin(self._database, source.sha256, origin):
                self._log("origin.kept", origins.place_of(origin), origins.said_of(origin))
            for document in documents:
                state = keeping.keep_document(self._database, document)
                sorted_out[state].append(document.id)
                if state != "known":
                    self._log("document.kept", document.id, self._said_of(document))
            self._issues(issues)
        return Kept(**{state: tuple(ids) for state, ids in sorted_out.items()})

    def _said_of(self, document: Document) -> dict[str, str]:
        given = self._ask("SELECT given_sha256 FROM documents WHERE id = ?", document.id)[0][0]
        return {"given": given, "text": document.text_sha256, "bytes": document.bytes_sha256}

    def save_issues(self, issues: Iterable[Issue]) -> None:
        """Record issues that belong to no document."""
        with self._writing():
            self._issues(issues)

    def _issues(self, issues: Iterable[Issue]) -> None:
        found = list(issues)
        if keeping.keep_issues(self._database, found):
            self._log("issues.met", found[0].where, {"issues": [rows.digest_of(issue) for issue in found]})

    def save_reading(
        self,
        document: Document,
        claims: Sequence[Claim],
        issues: Sequence[Issue],
        read_with: ReadWith,
        *,
        given: str,
        undated: bool = False,
    ) -> bool:
        """Keep what reading found in one document, in one step, in place of an earlier reading.

        Args:
            document: As reading gave it back, with publication date and furniture.
            claims: All claims of the document.
            issues: What reading could not read or trust in it.
            read_with: Knowledge and reader.
            given: `given_digest` of the document that reading was handed.
            undated: Nothing in the document itself says when it was published.

        Returns:
            True when it found something else than the reading before.

        Raises:
            LedgerError: There is no such document.
        """
        digest = keeping.reading_digest(document, claims, issues)
        state = (given, read_with.knowledge, read_with.reader, read_with.dated, int(undated))
        columns = "read_given, read_knowledge, read_reader, read_dated, undated"
        with self._writing():
            found = self._ask(rows.select(columns, "documents", "WHERE id = ?"), document.id)
            fresh = keeping.keep_reading(self._database, document, claims, issues, digest)
            if fresh or tuple(found[0]) != state:
                self._database.execute(rows.update("documents", columns, "id"), (*state, document.id))
                payload = {"found": digest, "claims": len(claims), **msgspec.to_builtins(read_with)}
                self._log("document.read" if fresh else "document.confirmed", document.id, payload)
        return fresh

    def save_events(self, events: Sequence[Event]) -> bool:
        """Make these the events, in one step, and keep nothing for the next weighing. True when anything changed."""
        return self.save_weighing(Weighing(events=events))

    def save_weighing(self, weighing: Weighing) -> bool:
        """Put in and take out what a weighing says, in one step. True when an event changed."""
        with self._writing():
            gone = None if weighing.whole else weighing.events_gone
            put, taken = keeping.keep_events(self._database, weighing.events, gone)
            standing.keep_standing(self._database, weighing)
            payload = {"digest": events_digest(self._database), "standing": standing_digest(self._database)}
            before = chain.latest(self._database, "events.weighed")
            same = before is not None and payload.items() <= msgspec.json.decode(before.payload).items()
            if not same or chain.events_are_stale(self._database):
                events = self._ask("SELECT count(*) FROM events")[0][0]
                self._log("events.weighed", "events", {**payload, "events": events, "put": put, "taken": taken})
        return bool(put or taken)

    def save_findings(
        self, as_of: str, findings: Sequence[Finding], *, gone: Sequence[str] | None = None, basis: str = ""
    ) -> bool:
        """Make these the findings as of a date, in one step; those of other dates stay. True when anything changed.

        With `gone`, ids of findings that are no more, those that are not named stay. `basis` is what they were held
        with; without one nothing is kept for the next time.
        """
        with self._writing():
            changed = keeping.keep_findings(self._database, as_of, findings, gone)
            holding.keep_held(self._database, as_of, basis)
            if changed:
                there = self._ask("SELECT count(*) FROM findings WHERE as_of = ?", as_of)[0][0]
                payload = {"digest": findings_digest(self._database, as_of), "findings": there}
                self._log("findings.held", as_of, payload)
        return bool(changed)

    def save_judgement(self, judgement: Judgement) -> bool:
        """Add a person's decision. Nothing that the machine found is touched; the next run takes it in.

        Returns:
            True when it was not there before.

        Raises:
            LedgerError: The id belongs to another decision, or the one that it supersedes is not there.
        """
        with self._writing():
            fresh = keeping.keep_judgement(self._database, judgement)
            if fresh:
                self._log("judgement.made", judgement.id, {"digest": rows.digest_of(judgement)})
        return fresh

    def restore(self, lines: Iterable[bytes], *, expected: str) -> dict[str, int]:
        """Fill an empty ledger with the lines of `desk.dump`, whole or not at all; see `restoring.restore`."""
        with self._writing():
            counts = restoring.restore(self._database, lines, expected=expected)
            self._log("ledger.restored", expected, {"content": expected, **counts})
        return counts

    def note(self, what: str, about: str, payload: dict[str, Any]) -> None:
        """Put an entry of one's own into the log: an export, a report that was handed out."""
        with self._writing():
            self._log(what, about, payload)

    @property
    def copies(self) -> CopyShelf:
        """The index of texts, by which copies are found; written inside `comparing` only."""
        return CopyShelf(self._database)

    @contextlib.contextmanager
    def comparing(self) -> Iterator[CopyShelf]:
        """One whole step of comparing texts."""
        with self._writing():
            yield self.copies
            self._log("copies.found", "documents", copying.standing(self._database))

    def uncompared(self) -> tuple[str, ...]:
        """Documents that were read and not compared with the others since."""
        with troubles_told(self.path):
            return copying.uncompared(self._database)

    def copies_of(self, doc: str) -> tuple[tuple[Copied, ...], CopyGroup | None]:
        """What a document shares with others, the largest share first, and the group of copies it stands in."""
        with troubles_told(self.path):
            return copying.copies_of(self._database, doc), copying.group_of(self._database, doc)

    # --- asking -------------------------------------------------------------------------------------------------------

    @property
    def desk(self) -> Desk:
        """Questions of pages: lists a page at a time, counts, search."""
        return Desk(self.path, self._database)

    def _ask(self, sql: str, *values: object) -> list[Any]:
        with troubles_told(self.path):
            return self._database.execute(sql, values).fetchall()

    def _all(self, found: Iterator[T]) -> Iterator[T]:
        with troubles_told(self.path):
            yield from found

    def stale(self, read_with: ReadWith) -> tuple[str, ...]:
        """Ids of the documents that must be read (again) with this knowledge and reader, oldest first."""
        other = "read_given IS NOT given_sha256 OR read_knowledge IS NOT ? OR read_reader IS NOT ?"
        sql = rows.select("id", "documents", f"WHERE {other} ORDER BY seq")
        return tuple(row[0] for row in self._ask(sql, read_with.knowledge, read_with.reader))

    @property
    def dating(self) -> Dating:
        """Who does not say when it was published, and what the others lend to date it."""
        return Dating(self._database)

    def given(self, key: str) -> tuple[Document, str] | None:
        """A document as intake gave it, and the digest of that."""
        with troubles_told(self.path):
            document = asking.given(self._database, key)
        digest = self._ask("SELECT given_sha256 FROM documents WHERE id = ?", key)
        return (document, digest[0][0]) if document else None

    def text_of(self, key: str) -> str | None:
        """SHA-256 of the text that bears this document id; None when the id is free."""
        found = self._ask("SELECT text_sha256 FROM documents WHERE id = ?", key)
        return str(found[0][0]) if found else None

    def source_file(self, sha256: str) -> SourceFile | None:
        """The bytes as received."""
        found = self._ask("SELECT sha256, size, name FROM source_files WHERE sha256 = ?", sha256)
        pieces = self._ask("SELECT data FROM source_pieces WHERE sha256 = ? ORDER BY number", sha256)
        data = b"".join(zlib.decompress(row[0]) for row in pieces)
        return SourceFile(sha256=sha256, size=found[0][1], name=found[0][2], data=data) if found else None

    def origins_of(self, sha256: str) -> tuple[Origin, ...]:
        """Where in archives these bytes lay; nothing for a file that came alone."""
        with troubles_told(self.path):
            return origins.origins_of(self._database, sha256)

    def left_out(self) -> Iterator[origins.LeftOut]:
        """The sample of pages that the gate left out; `source_file` has their bytes."""
        return self._all(origins.left_out(self._database))

    def documents(self, *, words: str = "") -> Iterator[Document]:
        """Documents by id, with their furniture; only those whose text holds a phrase when one is given."""
        return self._all(asking.documents(self._database, words=words))

    def document(self, key: str) -> Document | None:
        """One document."""
        with troubles_told(self.path):
            return asking.document(self._database, key)

    def claims(self, wanted: ClaimFilter | None = None) -> Iterator[Claim]:
        """Claims in the order of documents and text: all, or those that a filter lets through."""
        return self._all(asking.claims(self._database, wanted or ClaimFilter()))

    def claim(self, key: str) -> Claim | None:
        """One claim."""
        with troubles_told(self.path):
            return asking.claim(self._database, key)

    def events(self) -> Iterator[Event]:
        """Events by time, those without one last."""
        return self._all(asking.events(self._database))

    def unweighed(self, basis: str) -> tuple[str, ...] | None:
        """Documents whose reading was not weighed yet; None when all must be, for `basis` is not that of last time."""
        with troubles_told(self.path):
            return standing.unweighed(self._database, basis)

    def placed_on(self, first: int, last: int, *, coarse: bool) -> list[Placing]:
        """Claims that are looked for on these days (ordinals): of spans of more than a month, or the others."""
        return list(self._all(standing.placed_on(self._database, first, last, coarse=coarse)))

    def placed_in(self, rooms: Collection[str]) -> list[Placing]:
        """Claims that stand in these groups."""
        return list(self._all(standing.placed_with(self._database, "room", rooms)))

    def placed_of(self, docs: Collection[str]) -> list[Placing]:
        """Claims of these documents, where they stood when they were weighed."""
        return list(self._all(standing.placed_with(self._database, "doc", docs)))

    def moves_at(self, rooms: Collection[str]) -> list[Move]:
        """Moves from or to these groups."""
        return list(self._all(standing.moves_at(self._database, rooms)))

    def text(self, doc: str) -> tuple[Document | None, list[Claim]]:
        """A document, told what it took from others, with its claims."""
        document = self.document(doc)
        known = taken.with_copies(self._database, document) if document is not None else None
        return known, list(self.claims(ClaimFilter(docs=(doc,))))

    def texts(self) -> Iterator[Document]:
        """Documents by id, each told what it took from others (`taken`): what weighing goes by."""
        return self._all(taken.with_copies(self._database, one) for one in asking.documents(self._database))

    def events_with(self, claims: Collection[str]) -> list[Event]:
        """Events that hold any of these claims."""
        return list(self._all(standing.events_with(self._database, claims)))

    @property
    def holding(self) -> holding.Holding:
        """What changed since events were last held against the agreements, and what holding that again asks for."""
        return holding.Holding(self._database)

    def claim_docs(self) -> list[tuple[str, str]]:
        """Every claim's id with its document."""
        return list(self._all(standing.claim_docs(self._database)))

    def events_behind(self) -> bool:
        """Whether documents came in or were read after the events were last weighed."""
        with troubles_told(self.path):
            return chain.events_are_stale(self._database)

    def event(self, key: str) -> Event | None:
        """One event."""
        with troubles_told(self.path):
            return asking.event(self._database, key)

    def events_of_claim(self, key: str) -> tuple[Event, ...]:
        """The events that a claim is part of."""
        with troubles_told(self.path):
            return asking.events_of_claim(self._database, key)

    def as_of_dates(self) -> tuple[str, ...]:
        """The dates as of which there are findings, earliest first."""
        with troubles_told(self.path):
            return asking.as_of_dates(self._database)

    def findings(self, as_of: str | None = None) -> Iterator[Finding]:
        """Findings as of a date; without one, as of the latest date that was asked for."""
        dates = self.as_of_dates() if as_of is None else (as_of,)
        return self._all(asking.findings(self._database, dates[-1])) if dates else iter(())

    def finding(self, key: str, as_of: str | None = None) -> Finding | None:
        """One finding; only as of a date when one is named."""
        with troubles_told(self.path):
            found = asking.finding(self._database, key)
        return found if found is None or as_of in {None, found.as_of} else None

    def judgements(self, about: str | None = None) -> Iterator[Judgement]:
        """Judgements in the order in which they were made; only those about one thing when one is named."""
        return self._all(asking.judgements(self._database, about))

    def issues(self, *, doc: str | None = None) -> Iterator[Issue]:
        """All issues, or those met in reading one document."""
        return self._all(asking.issues(self._database, doc=doc))

    def log(self) -> Iterator[chain.Entry]:
        """The log, oldest entry first."""
        return self._all(chain.entries(self._database))

    def theatre(self) -> str | None:
        """The theatre that the last run with one worked for."""
        found = self._ask("SELECT theatre FROM runs WHERE theatre IS NOT NULL ORDER BY seq DESC LIMIT 1")
        return found[0][0] if found else None

    def span(self) -> tuple[str, str] | None:
        """The first and last day on which its documents were published, ISO dates; None when no date is known."""
        columns = "min(substr(published_first, 1, 10)), max(substr(ifnull(published_last, published_first), 1, 10))"
        first, last = self._ask(rows.select(columns, "documents"))[0]
        return (first, last) if first else None

    def counts(self) -> dict[str, int]:
        """How many of each noun there are, findings as of the latest date, and documents of no known date."""
        counts = {table: int(self._ask(rows.select("count(*)", table))[0][0]) for table in _COUNTED}
        nowhere = rows.select("count(*)", "documents", "WHERE coalesce(published_first, published_last) IS NULL")
        return {**counts, "findings": asking.latest_findings(self._database), "undated": int(self._ask(nowhere)[0][0])}

    def claims_by_kind(self) -> dict[str, int]:
        """How many claims of each kind there are."""
        return dict(self._ask("SELECT kind, count(*) FROM claims GROUP BY kind ORDER BY kind"))

    def content_digest(self) -> str:
        """One hash for everything that the ledger says, without times and order of arrival."""
        with troubles_told(self.path):
            return content_digest(self._database)

    def verify(self) -> Verification:
        """Re-hash and compare everything."""
        with troubles_told(self.path):
            return verify(self._database)
