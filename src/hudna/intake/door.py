"""The door: sources come in one by one, documents and issues go out in batches of bounded size."""

import contextlib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from hudna.intake.batch import Batch
from hudna.intake.custody import Held, SourceChangedError, hold_file, hold_stream
from hudna.intake.formats import HEAD, Draft, Foreign, Format, Opened, choose
from hudna.intake.metadata import Metadata, read_sidecar
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
    sources there are and however long a JSON Lines file is; `options` say how flat.

    Args:
        paths: Files, folders (read with all that is in them), or ``-`` for standard input. Their order does not matter.
        stdin: Where ``-`` is read from; None for the process's own standard input.
        options: Limits, what to leave out, and which ids an earlier run has given.

    Yields:
        Sources in sorted order of their paths, each with its bytes, documents and issues; a source with many documents
        in several batches. Where `SourceFile.path` is set, it can be copied from until the next item is asked for.
    """
    names = Names(options.known_text)
    for found in walk(paths, options.exclude):
        if isinstance(found, Issue):
            yield Received(issues=(found,), where=found.where)
        else:
            yield from _receive(found, names, stdin, options)


def _receive(found: Found, names: Names, stdin: BinaryIO | None, options: IntakeOptions) -> Iterator[Received]:
    """One source; an operating system that refuses to read it becomes an issue."""
    try:
        with _hold(found, stdin, options) as held:
            yield from _read(found, held, names, options)
    except OSError as trouble:
        yield Received(issues=(_refused(found.where, trouble),), where=found.where)


def _hold(found: Found, stdin: BinaryIO | None, options: IntakeOptions) -> contextlib.AbstractContextManager[Held]:
    if found.path == STDIN:
        stream = sys.stdin.buffer if stdin is None else stdin
        return hold_stream(stream, found.name, options.memory_limit, options.spool_folder)
    return contextlib.nullcontext(hold_file(found.path, found.name, options.memory_limit))


def _read(found: Found, held: Held, names: Names, options: IntakeOptions) -> Iterator[Received]:
    """The batches of one source; at least one, so that its bytes are handed out."""
    chosen, issues = choose(found.name, held.head(HEAD), found.where)
    if chosen is None or isinstance(chosen, Foreign):
        kept = held.source if chosen is None or chosen.kept else None
        yield Received(source=kept, issues=tuple(issues), where=found.where)
        return
    sidecar, troubles = (Metadata(), []) if found.path == STDIN else read_sidecar(found.path, found.where)
    opened = Opened(held=held, name=found.name, where=found.where, options=options, declared=_declared(sidecar))
    batch = Batch(found, held.source, sidecar, names, options)
    for issue in (*issues, *troubles):
        batch.tell(issue)
    handed_out = False
    for item in _items(chosen, opened):
        if isinstance(item, Issue):
            batch.tell(item)
        else:
            batch.add(item)
        if batch.full:
            handed_out = True
            yield batch.hand_out()
    batch.finish()
    if batch or not handed_out:
        yield batch.hand_out()


def _items(chosen: Format, opened: Opened) -> Iterator[Draft | Issue]:
    """What a format finds; when the file fails in the middle, what was found before is not lost."""
    try:
        yield from chosen.read(opened)
    except OSError as trouble:
        yield _refused(opened.where, trouble)
    except SourceChangedError:
        yield problem("changed", opened.where)


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
