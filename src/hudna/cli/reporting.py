"""The verb `report`: a day, a week or a span as HTML, PDF or DOCX, in Arabic, in English or in both."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from hudna.cli.options import Day, as_of_option, ledger_option, load, now, theatre_of, theatre_option, today
from hudna.cli.talk import say
from hudna.errors import UsageError

if TYPE_CHECKING:
    from hudna.ledger import Ledger
    from hudna.publish.report import Dossier, Language

FORMATS = ("html", "pdf", "docx")
PROFILES = ("public", "internal")
"""As in `publish/exporters/profiles.toml`, which is not loaded for a look at the help (a test compares)."""
_A_WEEK = timedelta(days=6)

Asked = Mapping[str, str | None]
"""The days that were named: day, week, first, last."""


@click.command(
    short_help="Write the report as HTML, PDF or DOCX.",
    epilog="""\b
Examples:
  hudna report --ledger ledger.sqlite --lang en --profile internal --out report.html
  hudna report --ledger ledger.sqlite --lang ar --date 2020-10-10 > report.ar.html
  hudna report --ledger ledger.sqlite --lang both --week 2020-10-17 --out week.pdf
  hudna report --ledger ledger.sqlite --from 2020-10-01 --to 2020-11-10 --as-of 2020-12-01 --out autumn.docx""",
)
@ledger_option()
@click.option(
    "--lang",
    type=click.Choice(["ar", "en", "both"]),
    default="ar",
    show_default=True,
    help="The report's language; both makes two files, NAME.ar.EXT and NAME.en.EXT.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="The form; when not given, what the ending of --out says, else html.",
)
@click.option("--date", "--day", "day", type=Day(), metavar="DATE", help="One day; the same as --from and --to.")
@click.option("--week", type=Day(), metavar="DATE", help="The seven days that end on this one.")
@click.option("--from", "first", type=Day(), metavar="DATE", help="First day; the first of the ledger when not given.")
@click.option("--to", "last", type=Day(), metavar="DATE", help="Last day; the last of the ledger when not given.")
@as_of_option("The day on which obligations are looked at; the latest that `hudna run` or `comply` was given.")
@click.option(
    "--profile",
    type=click.Choice(PROFILES),
    default=PROFILES[0],
    show_default=True,
    help="Who may see it: public keeps back words, persons, exact places and live news; internal tells everything.",
)
@theatre_option("The theatre; when not given, the one that the ledger was written for.")
@click.option(
    "--out", type=click.Path(path_type=Path), metavar="FILE", help="Where to; standard output when not given."
)
def report(
    ledger: Path,
    lang: Literal["ar", "en", "both"],
    *,
    form: str | None,
    as_of: str | None,
    profile: str,
    theatre: str | None,
    out: Path | None,
    **asked: str | None,
) -> None:
    """Write the report on a day, a week or a span as one file, in Arabic or English; or as two, in both.

    All forms tell the same in the same order. With --profile internal the exact words stand in it: in PDF and DOCX
    those of each claim, in HTML the whole texts. The public profile is the default: no words of articles, no names but
    those that the packs know, coarse places, some news only after some hours, by the rules of `hudna export`.
    """
    from hudna.ledger import Ledger
    from hudna.publish.exporters import profile as profile_of
    from hudna.publish.exporters import redaction
    from hudna.publish.report import open_dossier

    if lang == "both" and out is None:
        raise UsageError("two reports do not fit into one standard output", hint="Say where to with --out FILE.")
    chosen = form or _form_of(out)
    with Ledger.open(ledger) as book:
        as_of = as_of or next(reversed(book.as_of_dates()), today(now()))
        first, last = _span(book, asked, as_of)
        through = redaction(profile_of(profile), now=now())
        packs = load(theatre_of(theatre, book))
        dossier = open_dossier(book, first=first, last=last, knowledge=packs, as_of=as_of, through=through)
    for language, path in _targets(lang, out):
        _write(_made(dossier, chosen, language), path)


def _form_of(out: Path | None) -> str:
    """By the ending of the file; HTML where it has none.

    Raises:
        UsageError: The ending is that of another form.
    """
    ending = out.suffix[1:].lower() if out is not None else ""
    if ending not in {"", "htm", *FORMATS}:
        raise UsageError(f"no report ends in .{ending}", hint="Endings: .html, .pdf, .docx; or say --format.")
    return ending if ending in FORMATS else FORMATS[0]


def _span(book: Ledger, asked: Asked, as_of: str) -> tuple[date, date]:
    """The days to report on.

    Raises:
        UsageError: They are named in two ways, or end before they begin.
    """
    day, week, first, last = (asked[name] for name in ("day", "week", "first", "last"))
    if sum((day is not None, week is not None, first is not None or last is not None)) > 1:
        raise UsageError("the days are named in two ways", hint="Use --date, or --week, or --from and --to.")
    if week is not None:
        end = date.fromisoformat(week)
        return end - _A_WEEK, end
    span = book.span() or (as_of, as_of)
    start, end = date.fromisoformat(day or first or span[0]), date.fromisoformat(day or last or span[1])
    if end < start:
        raise UsageError(f"the span ends ({end}) before it begins ({start})")
    return start, end


def _targets(lang: Literal["ar", "en", "both"], out: Path | None) -> Iterator[tuple[Language, Path | None]]:
    if lang != "both" or out is None:
        yield ("en" if lang == "en" else "ar"), out
        return
    yield "ar", out.with_suffix(f".ar{out.suffix}")
    yield "en", out.with_suffix(f".en{out.suffix}")


def _made(dossier: Dossier, form: str, language: Language) -> bytes:
    if form == "pdf":
        from hudna.publish.report.paper import write_pdf

        return write_pdf(dossier, language)
    if form == "docx":
        from hudna.publish.report.paper import write_docx

        return write_docx(dossier, language)
    from hudna.publish.report import write_report

    return write_report(dossier, language).encode()


def _write(made: bytes, out: Path | None) -> None:
    if out is None:
        sys.stdout.buffer.write(made)
        return
    try:
        out.write_bytes(made)
    except OSError as trouble:
        raise UsageError(f"{out} cannot be written: {trouble.strerror}", hint="Check the folder.") from trouble
    say(f"Report: {out}")
