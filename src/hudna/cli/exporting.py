"""The verbs `export` and `import`: files for others, and the whole ledger out and in again."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Literal

import click

from hudna.cli.options import Day, a_run, ledger_option, load, now, stamp, theatre_of, theatre_option
from hudna.cli.talk import say
from hudna.errors import UsageError

if TYPE_CHECKING:
    from hudna.knowledge import Knowledge
    from hudna.ledger import Ledger
    from hudna.publish.exporters.nouns import Losses

NOUNS = ("documents", "claims", "events", "findings", "judgements", "issues", "left_out", "log")
FORMATS = ("acled", "ucdp", "geojson", "csv", "parquet", "xlsx", "ics", "jsonl")
PROFILES = ("public", "internal")


@click.command(
    short_help="Write files for others, or everything as JSON Lines.",
    epilog="""\b
Examples:
  hudna export --ledger ledger.sqlite --format acled --format xlsx --out handover/
  hudna export --ledger ledger.sqlite --format csv --for excel --lang ar --profile internal --out desk/
  hudna export --ledger ledger.sqlite --format geojson --kind hostilities --from 2020-10-01 --out october/
  hudna export --ledger ledger.sqlite --format acled --since last-week/ --out this-week/
  hudna export --ledger ledger.sqlite > everything.jsonl
  hudna export --ledger ledger.sqlite --what events --what findings | head""",
)
@ledger_option()
@click.option("--format", "formats", multiple=True, type=click.Choice(FORMATS), help="This file; may be repeated.")
@click.option("--out", type=click.Path(path_type=Path), metavar="FOLDER", help="With --format: where the files go.")
@click.option(
    "--profile",
    "shown",
    type=click.Choice(PROFILES),
    default="public",
    show_default=True,
    help="With --format: public keeps back words, private names and close places; internal keeps back nothing.",
)
@click.option(
    "--for",
    "reader",
    type=click.Choice(["programs", "excel"]),
    default="programs",
    show_default=True,
    help="With --format: CSV for programs, or for Excel (byte order mark, no cell is a formula).",
)
@click.option(
    "--lang", type=click.Choice(["ar", "en"]), default="en", show_default=True, help="With --format: of the labels."
)
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help="With --format: of this kind or class.")
@click.option("--actor", "actors", multiple=True, metavar="CODE", help="With --format: of it, or of who belongs to it.")
@click.option(
    "--by", "speakers", multiple=True, metavar="CODE", help="With --format: that it, or who belongs to it, says."
)
@click.option("--place", "places", multiple=True, metavar="CODE", help="With --format: there, or in what lies there.")
@click.option("--from", "first", type=Day(), metavar="DATE", help="With --format: of this day or later.")
@click.option("--to", "last", type=Day(), metavar="DATE", help="With --format: of this day or earlier.")
@click.option(
    "--since",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    metavar="FOLDER",
    help="With --format: an earlier export; what it held and was withdrawn since is listed.",
)
@click.option("--who", default="", metavar="NAME", help="With --format: who exports; it stands in manifest and log.")
@theatre_option("With --format: the theatre; when not given, the one that the ledger was written for.")
@click.option("--what", multiple=True, type=click.Choice(NOUNS), help="Without --format: only this; may be repeated.")
def export(ledger: Path, formats: tuple[str, ...], out: Path | None, *, what: tuple[str, ...], **asked: Any) -> None:  # noqa: ANN401
    """Write files for others into a folder, with a manifest; or, without --format, everything as JSON Lines.

    The public profile is the default: no words of articles, no names but those that the packs know, no place closer
    than ten kilometres, and some kinds only after some hours (docs/exports.md).

    JSON Lines lose nothing: `hudna import` makes the same ledger of them. The first line is a manifest; every further
    line is an object with one field that names the noun and holds it.
    """
    from hudna.ledger import Ledger

    if bool(formats) != (out is not None):
        raise UsageError("--format and --out belong together", hint="hudna export --format acled --out FOLDER …")
    if formats and what:
        raise UsageError("--what is for JSON Lines on standard output", hint="Leave it out, or leave out --format.")
    with Ledger.open(ledger) as book:
        if out is not None:
            _files(book, formats, out, asked)
        else:
            _lines(book, what)


def _lines(book: Ledger, what: Sequence[str]) -> None:
    from hudna.publish.exporters import jsonl

    write = sys.stdout.buffer.write
    write(jsonl.encoded("manifest", jsonl.manifest(book, stamp(now()), what)))
    for one in jsonl.only(book, what) if what else jsonl.everything(book):
        write(jsonl.encoded(one.noun, one.value))


def _files(book: Ledger, formats: Sequence[str], out: Path, asked: Mapping[str, Any]) -> None:
    from hudna.publish.exporters import EXPORTERS, Filter, Wanted, make_export, profile

    moment = now()
    theatre = theatre_of(asked["theatre"], book)
    knowledge = load(theatre)
    wanted = Wanted(
        exporters=[one for one in EXPORTERS if one.name in formats],
        profile=profile(asked["shown"]),
        language=asked["lang"],
        now=moment,
        losses=_losses(knowledge),
        filter=Filter(**{name: asked[name] for name in Filter.__struct_fields__}),
        excel=asked["reader"] == "excel",
        since=asked["since"],
        who=asked["who"],
    )
    try:
        told = make_export(book, knowledge, out, wanted)
    except OSError as trouble:
        raise UsageError(f"{out} cannot be written: {trouble.strerror}", hint="Check the folder.") from trouble
    with book.run(a_run("export", moment, theatre=theatre)):
        book.note(
            "export.made", out.name, {name: told[name] for name in ("profile", "filter", "counts", "who", "files")}
        )
    _tell(told, out)


def _losses(knowledge: Knowledge) -> Losses:
    from hudna.events import casualties

    parties = sorted({code for one in knowledge.theatres for code in one.parties})
    return lambda event: casualties([event], parties=parties, sides=knowledge.sides)


def _tell(told: Mapping[str, Any], out: Path) -> None:
    for file in told["files"]:
        rows = f", {file['rows']:,} rows" if file.get("rows") is not None else ""
        say(f"  {file['name']}: {file['bytes']:,} bytes{rows}")
    held = ", ".join(f"{number:,} {what}" for what, number in told["withheld"].items())
    say(f"Profile {told['profile']['name']}" + (f"; kept back: {held}" if held else "; nothing kept back"))
    say(f"Export: {out}")


@click.command(
    "import",
    short_help="Make a ledger of exported JSON Lines.",
    epilog="""\b
Examples:
  hudna export --ledger old.sqlite | hudna import - --ledger new.sqlite
  hudna import everything.jsonl --ledger new.sqlite && hudna verify --ledger new.sqlite""",
)
@click.argument("source", metavar="FILE")
@ledger_option()
def import_(source: str, ledger: Path) -> None:
    """Make a new ledger of a whole export: the same content, the same log, and one entry more that says so.

    FILE is what `hudna export` wrote without --what, or `-`. It is taken whole or not at all.
    """
    from hudna.ledger import Ledger

    if ledger.exists():
        raise UsageError(f"{ledger} is there already", hint="An export is imported into a new ledger.")
    with _opened(source) as file:
        manifest = _manifest(file.readline())
        try:
            with (
                Ledger.open(ledger, create=True) as book,
                book.run(a_run("import", now(), theatre=manifest["theatre"])),
            ):
                counts = book.restore(file, expected=manifest["content_sha256"])
        except BaseException:
            for ending in ("", "-wal", "-shm"):
                ledger.with_name(ledger.name + ending).unlink(missing_ok=True)
            raise
    say(f"Ledger: {ledger} ({counts.get('document', 0):,} documents, {counts.get('claim', 0):,} claims)")


@contextmanager
def _opened(source: str) -> Iterator[BinaryIO]:
    if source == "-":
        yield sys.stdin.buffer
        return
    try:
        with Path(source).open("rb") as file:
            yield file
    except OSError as trouble:
        raise UsageError(f"{source} cannot be read: {trouble.strerror}", hint="Name a file, or - .") from trouble


def _manifest(line: bytes) -> dict[str, Any]:
    """The first line.

    Raises:
        UsageError: It is none, or it is that of a part of a ledger.
    """
    import msgspec

    hint = "Name what `hudna export --ledger FILE` wrote, without --what."
    try:
        told: dict[str, Any] = msgspec.json.decode(line, type=dict[str, dict[str, Any]])["manifest"]
    except (msgspec.MsgspecError, KeyError) as trouble:
        raise UsageError("the file does not begin with the manifest of an export", hint=hint) from trouble
    whole: Literal[True] | Any = told.get("complete")
    if told.get("format") != "hudna.jsonl" or not whole:
        raise UsageError("the export holds a part of a ledger only", hint=hint)
    return told
