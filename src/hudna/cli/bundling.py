"""The verb `bundle`: the evidence of one event as a ZIP, and the check of one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hudna.cli.options import a_run, ledger_option, load, now, theatre_of, theatre_option
from hudna.cli.talk import line, put, say
from hudna.errors import UsageError

if TYPE_CHECKING:
    from hudna.publish.bundle import Checked


@click.command(
    short_help="Put the evidence of an event into a ZIP, or check one.",
    epilog="""\b
Examples:
  hudna bundle EVENT --ledger ledger.sqlite --out event.zip
  hudna bundle --check event.zip
  hudna bundle --check event.zip --ledger ledger.sqlite""",
)
@click.argument("event", required=False, metavar="[EVENT]")
@ledger_option(required=False)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Where the ZIP goes.")
@click.option("--who", default="", metavar="NAME", help="Who makes it; it stands in the log.")
@theatre_option("The theatre, for labels; when not given, the one that the ledger was written for.")
@click.option(
    "--check",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    metavar="FILE",
    help="Check this bundle; with --ledger, whether that ledger handed it out, too.",
)
@click.option("--json", "as_json", is_flag=True, help="Write manifest or findings as one JSON object.")
def bundle(event: str | None, ledger: Path | None, *, check: Path | None, as_json: bool, **asked: Any) -> None:  # noqa: ANN401
    """Put everything that an event leans on into one ZIP: sources, texts, claims, history, hashes, a page to read.

    It is for internal use: whole texts are in it, and whoever they name. --check hashes everything again and says what
    is wrong; the exit code is 1 when anything is.
    """
    if (event is None) == (check is None):
        raise UsageError("name an event to bundle, or a bundle to --check", hint="hudna bundle EVENT --out FILE.zip …")
    if check is not None:
        _check(check, ledger, as_json=as_json)
    else:
        _make(event or "", ledger, as_json=as_json, **asked)


def _make(event: str, ledger: Path | None, *, out: Path | None, who: str, theatre: str | None, as_json: bool) -> None:
    from hudna.ledger import Ledger
    from hudna.publish.bundle import MADE, VERB, make_bundle

    if ledger is None or out is None:
        raise UsageError(
            "a bundle needs --ledger FILE and --out FILE", hint="hudna bundle EVENT --ledger F --out B.zip"
        )
    with Ledger.open(ledger) as book:
        name = theatre_of(theatre, book)
        try:
            told = make_bundle(book, load(name), event, out)
        except OSError as trouble:
            raise UsageError(f"{out} cannot be written: {trouble.strerror}", hint="Check the folder.") from trouble
        noted = {"manifest": told["manifest_sha256"], "files": len(told["files"]), "who": who, "name": out.name}
        with book.run(a_run(VERB, now(), theatre=name)):
            book.note(MADE, event, noted)
    if as_json:
        put(told)
    say(f"Bundle: {out} ({len(told['files'])} files). For internal use: it holds whole texts and the names in them.")
    say(f"Manifest {told['manifest_sha256']}: note it down; whoever has it can tell whether anything was changed.")


def _check(path: Path, ledger: Path | None, *, as_json: bool) -> None:
    from hudna.publish.bundle import check_bundle

    checked = check_bundle(path)
    handed_out = None if ledger is None else _handed_out(checked, ledger)
    if as_json:
        put({"sound": checked.sound, "handed_out": handed_out, "checked": checked})
    else:
        _tell(checked, handed_out)
    if not checked.sound or handed_out is False:
        click.get_current_context().exit(1)


def _handed_out(checked: Checked, ledger: Path) -> bool:
    """Whether the ledger's log says that it made this very bundle."""
    import msgspec

    from hudna.ledger import Ledger
    from hudna.publish.bundle import MADE

    with Ledger.open(ledger) as book:
        noted = book.desk.noted(MADE)
    return any(msgspec.json.decode(one.payload).get("manifest") == checked.manifest_sha256 for one in noted)


def _tell(checked: Checked, handed_out: bool | None) -> None:  # noqa: FBT001
    for fault in checked.faults:
        line(f"error: {fault.where}: {fault.reason}")
    if handed_out is not None:
        line(
            "The ledger's log names this bundle." if handed_out else "error: the ledger's log does not name this bundle"
        )
    held = f"{checked.files} files, {checked.claims} claims, {checked.entries} entries of the log"
    line(f"{'Sound' if checked.sound else 'NOT sound'}: event {checked.event}: {held}")
    line(f"Manifest {checked.manifest_sha256}")
    line(f"Log      {checked.head}")
