"""The door: sources come in one by one, documents and issues go out in batches of bounded size."""

import contextlib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

import msgspec

from hudna.intake.archive.unpacking import Budget
from hudna.intake.batch import Batch, Enclosing
from hudna.intake.custody import Held, SourceChangedError, hold_file, hold_stream
from hudna.intake.formats import HEAD, Foreign, Format, Item, LeftOut, Member, Opened, choose
from hudna.intake.metadata import Metadata, merge, read_sidecar
from hudna.intake.naming import Names
from hudna.intake.options import IntakeOptions
from hudna.intake.page.charset import charset_of_header
from hudna.intake.problems import problem
from hudna.intake.received import Received
from hudna.intake.walk import STDIN, Found, walk
from hudna.model import Issue

DEFAULT = IntakeOptions()


def open_sources(
    paths: Sequence[str | Path], *, stdin: BinaryIO | None = None, options: IntakeOptions = DEFAULT
) -> Iterator[Received]:
    """Open everything that the paths name, one source at a time.

    Nothing that is wrong with one source stops the others: it comes out as an issue. Memory stays flat however many
    sources there are and however long an archive or a JSON Lines file is; `options` say how flat.

    Args:
        paths: Files, folders (read with all that is in them), or ``-`` for standard input. Their order does not matter.
        stdin: Where ``-`` is read from; None for the process's own standard input.
        options: Limits, what to leave out, and which ids an earlier run has given.

    Yields:
        Sources in sorted order of their paths, each with its bytes, documents and issues; a source with many documents
        in several batches; of an archive every source in it, in the archive's order. Where `SourceFile.path` is set, it
        can be copied from until the next item is asked for.
    """
    names = Names(options.known_text)
    for found in walk(paths, options.exclude):
        if isinstance(found, Issue):
            yield Received(issues=(found,), where=found.where)
        else:
            yield from _receive(found, _Door(names, stdin, options))


class _Door(msgspec.Struct, frozen=True):
    """What all sources of a run have in common."""

    names: Names
    stdin: BinaryIO | None
    options: IntakeOptions


class _Entering(msgspec.Struct, frozen=True):
    """A source on its way in: a file, or what was found in one."""

    found: Found
    held: Held
    around: Enclosing
    media: str = ""
    declared: str | None = None


def _receive(found: Found, door: _Door) -> Iterator[Received]:
    """One source; an operating system that refuses to read it becomes an issue."""
    try:
        with _hold(found, door) as held:
            yield from _read(_file(found, held, door.options), door)
    except OSError as trouble:
        yield Received(issues=(_refused(found.where, trouble),), where=found.where)


def _hold(found: Found, door: _Door) -> contextlib.AbstractContextManager[Held]:
    options = door.options
    if found.path == STDIN:
        stream = sys.stdin.buffer if door.stdin is None else door.stdin
        return hold_stream(stream, found.name, options.memory_limit, options.spool_folder)
    return contextlib.nullcontext(hold_file(found.path, found.name, options.memory_limit))


def _file(found: Found, held: Held, options: IntakeOptions) -> _Entering:
    sidecar, troubles = (Metadata(), []) if found.path == STDIN else read_sidecar(found.path, found.where)
    budget = Budget(held.source.size, options.unpack_limit)
    around = Enclosing(sidecar=sidecar, troubles=tuple(troubles), budget=budget)
    return _Entering(found, held, around, declared=_declared(sidecar))


def _member(member: Member, entering: _Entering) -> _Entering:
    found = Found(path="", where=member.where, name=member.name, parents=member.parents)
    around = msgspec.structs.replace(
        entering.around,
        depth=entering.around.depth + 1,
        origin=member.origin,
        ids=member.ids,
        said=member.found,
        sidecar=merge((member.sidecar, entering.around.sidecar)),
        troubles=(),
    )
    return _Entering(found, member.held, around, media=member.media, declared=member.declared)


def _read(entering: _Entering, door: _Door) -> Iterator[Received]:
    """The batches of one source; at least one, so that its bytes are handed out."""
    found, held, around = entering.found, entering.held, entering.around
    chosen, issues = choose(found.name, held.head(HEAD), found.where, entering.media)
    if isinstance(chosen, Format) and chosen.container and around.depth >= door.options.depth_limit:
        chosen, issues = None, [problem("nested", found.where, limit=door.options.depth_limit)]
    if chosen is None or isinstance(chosen, Foreign):
        kept = held.source if chosen is None or chosen.kept else None
        yield Received(source=kept, issues=tuple(issues), where=found.where, origin=around.origin)
        return
    opened = Opened(
        held=held,
        name=found.name,
        where=found.where,
        options=door.options,
        declared=entering.declared,
        origin=around.origin,
        parents=found.parents,
        budget=around.budget,
    )
    batch = Batch(found, None if chosen.container else held.source, around, door.names, door.options)
    for issue in (*issues, *around.troubles):
        batch.tell(issue)
    yield from _carry(_items(chosen, opened), batch, entering, door)


def _carry(items: Iterator[Item], batch: Batch, entering: _Entering, door: _Door) -> Iterator[Received]:
    """What comes out of one source, in its order: batches of texts, and the sources inside it one by one."""
    handed_out = False
    nothing = True
    for item in items:
        nothing = False
        if isinstance(item, Member):
            if batch:
                yield batch.hand_out()
            handed_out = True
            yield from _read(_member(item, entering), door)
        elif isinstance(item, LeftOut):
            where = entering.found.where
            source = item.held.source if item.held else None
            yield Received(source=source, origin=item.origin, left_out=item.count, where=where)
        elif isinstance(item, Issue):
            batch.tell(item)
        else:
            batch.add(item)
        if batch.full:
            handed_out = True
            yield batch.hand_out()
    if nothing:
        batch.tell(problem("empty", entering.found.where))
    batch.finish()
    if batch or not handed_out:
        yield batch.hand_out()


def _items(chosen: Format, opened: Opened) -> Iterator[Item]:
    """What a format finds; when the file fails in the middle, what was found before is not lost."""
    try:
        yield from chosen.read(opened)
    except OSError as trouble:
        yield _refused(opened.where, trouble)
    except SourceChangedError:
        yield problem("changed", opened.where)
    except Exception as fault:  # noqa: BLE001 - a fault of ours in one file costs that file; it is told, not hidden
        yield problem("fault", opened.where, what=f"{type(fault).__name__}: {fault}"[:200])


def _refused(where: str, trouble: OSError) -> Issue:
    if isinstance(trouble, FileNotFoundError):
        return problem("missing", where)
    code = "may_not_read" if isinstance(trouble, PermissionError) else "read_failed"
    return problem(code, where, why=trouble.strerror or trouble)


def _declared(sidecar: Metadata) -> str | None:
    """The encoding that whoever fetched the file wrote into the sidecar."""
    encoding, header = sidecar.extra.get("encoding"), sidecar.extra.get("content_type")
    if isinstance(encoding, str):
        return encoding
    return charset_of_header(header) if isinstance(header, str) else None
