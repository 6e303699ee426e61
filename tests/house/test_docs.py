"""The papers say what the house is: kinds, fields, verbs, paths, links, commands: none gone, none missing."""

import hashlib
import json
import re
from pathlib import Path

import click
import msgspec
import pytest

from hudna.cli.app import cli
from hudna.cli.asking import record
from hudna.knowledge import load_knowledge, theatre_names
from hudna.knowledge.kinds import load_kinds
from hudna.model import Claim, Count, Document, KindPattern, Published
from hudna.model.claim import BOUNDS, MODALITIES
from hudna.reading import read_document
from hudna.reading.claim import needs

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src" / "hudna"
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
KINDS = load_kinds()

LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
PATH = re.compile(r"`((?:src|tests|docs|examples|changelog\.d)/[^`\s]*)`")
PLACEHOLDER = re.compile(r"NAME|EXT|CODE|NNNN|test_x|/x\.py|\*")
COMMAND = re.compile(r"(?:^|\| ?)hudna ([a-z]+)((?: [^|]*)?)")
VERBS_IN = ("README.md", "CONTRIBUTING.md")


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def rows(text: str) -> list[list[str]]:
    """The cells of every row of every table."""
    lines = [line.strip() for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def code_lines(text: str) -> list[str]:
    """Lines of indented code and what stands between backticks: where commands are shown."""
    indented = [line.strip() for line in text.splitlines() if line.startswith("    ")]
    return indented + re.findall(r"`([^`\n]+)`", text)


# --- kinds ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_kind_has_its_row(kind) -> None:
    mine = [row for row in rows(page("docs/ontology.md")) if row[0] == f"`{kind.id}`"]
    wanted = f"| `{kind.id}` | {kind.label_en} | {kind.label_ar} | what it covers | {kind.plover} | {kind.acled} |"
    assert len(mine) == 1, f"docs/ontology.md needs the row {wanted}"
    _, english, arabic, covers, plover, acled = mine[0]
    assert [english, arabic, plover, acled] == [kind.label_en, kind.label_ar, kind.plover, kind.acled], wanted
    assert covers


def test_no_row_for_a_kind_that_is_gone() -> None:
    named = {row[0].strip("`") for row in rows(page("docs/ontology.md")) if re.fullmatch(r"`\w+\.\w+`", row[0])}
    assert named == set(KINDS)


def test_the_readme_counts_the_kinds() -> None:
    assert f"all {len(KINDS)} kinds" in page("README.md")


def test_every_key_and_place_of_a_pattern_is_explained() -> None:
    told = page("docs/ontology.md").split("## How a kind is written down")[1]
    named = {name for row in rows(told) for name in re.findall(r"`(\w+)`", row[0])}
    assert set(KindPattern.__struct_fields__) <= named
    assert set(needs._FINDERS) <= named


# --- the claim record -------------------------------------------------------------------------------------------------


def test_every_field_of_the_record_is_explained() -> None:
    named = {name for row in rows(page("docs/claim-record.md")) for name in re.findall(r"`(\w+)`", row[0])}
    fields = {*Claim.__struct_fields__, *Count.__struct_fields__} - {"why"}
    assert not fields - named
    assert not {*MODALITIES, *BOUNDS} - named


def example() -> dict[str, object]:
    text = page("docs/claim-record.md")
    return json.loads(re.search(r"```json\n(.*?)```", text, flags=re.DOTALL).group(1))


def test_the_example_is_what_hudna_reads() -> None:
    sentence = re.search(r"^> (.+)$", page("docs/claim-record.md"), flags=re.MULTILINE).group(1)
    digest = hashlib.sha256(sentence.encode()).hexdigest()
    published = Published(first="2022-09-15", last="2022-09-15", basis="given")
    document = Document(
        id=example()["doc"], text=sentence, text_sha256=digest, bytes_sha256=digest, published=published
    )
    claims = read_document(document, load_knowledge(["karabakh"])).claims
    found = {claim.id: msgspec.json.decode(msgspec.json.encode(record(claim))) for claim in claims}
    assert len(found) == 2, "the page says that the sentence gives two claims"
    assert example() in found.values()
    assert example()["quote"] in page("README.md")


# --- commands ---------------------------------------------------------------------------------------------------------


def shown_commands() -> list[tuple[str, str, str]]:
    lines = [(name, line) for name in VERBS_IN for line in code_lines(page(name))]
    return [(name, *found.groups()) for name, line in lines if (found := COMMAND.search(line))]


def test_commands_are_shown() -> None:
    shown = {verb for _, verb, _ in shown_commands()}
    assert {"run", "claims", "explain", "report", "judge", "verify", "check"} <= shown


@pytest.mark.parametrize(("name", "verb", "rest"), shown_commands())
def test_every_command_shown_exists(name: str, verb: str, rest: str) -> None:
    assert verb in cli.commands, f"{name}: there is no hudna {verb}"
    options = [option for option in cli.commands[verb].params if isinstance(option, click.Option)]
    flags = {flag for option in options for flag in option.opts}
    assert set(re.findall(r"--[a-z-]+", rest)) <= flags


@pytest.mark.parametrize("verb", sorted(cli.commands))
def test_every_verb_stands_in_the_table_of_commands(verb: str) -> None:
    assert f"## hudna {verb}\n" in page("docs/commands.md")


@pytest.mark.parametrize("name", VERBS_IN)
def test_every_make_target_shown_exists(name: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", page("Makefile"), flags=re.MULTILINE))
    shown = [found for line in code_lines(page(name)) if (found := re.match(r"make ([a-z ]+)", line))]
    assert shown
    assert {word for found in shown for word in found.group(1).split()} <= targets


# --- paths and links --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_link_leads_somewhere(path: Path) -> None:
    targets = [target for target in LINK.findall(path.read_text(encoding="utf-8")) if ":" not in target]
    assert not [target for target in targets if not (path.parent / target).exists()]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_path_named_exists(path: Path) -> None:
    named = [name for name in PATH.findall(path.read_text(encoding="utf-8")) if not PLACEHOLDER.search(name)]
    assert not [name for name in named if not (ROOT / name).exists()]


@pytest.mark.parametrize(
    "folder",
    [
        "knowledge/kinds",
        "knowledge/theatres",
        "knowledge/languages",
        "intake/formats",
        "ledger/migrations",
        "cli",
        "publish/report",
    ],
)
def test_contributing_says_where_each_new_thing_goes(folder: str) -> None:
    assert (SRC / folder).is_dir()
    assert f"src/hudna/{folder}/" in page("CONTRIBUTING.md")


def test_every_decision_is_made_where_the_page_says() -> None:
    told = page("docs/architecture.md").split("## Where a thing is decided")[1].split("\n## ")[0]
    missing = []
    for _, places in (row for row in rows(told) if len(row) == 2):
        folder = SRC
        for name in re.findall(r"`([\w/.]+)`", places):  # a bare file name lies beside the one before it
            path = folder / name if "/" not in name else SRC / name
            folder = path.parent if path.suffix else path
            missing += [] if path.exists() or "NAME" in name else [name]
    assert not missing


def test_every_room_has_its_row() -> None:
    told = page("docs/architecture.md")
    rooms = {path.parent.name for path in SRC.glob("*/__init__.py")}
    assert rooms <= {row[0].strip("`") for row in rows(told)}
    steps = {path.parent.name for path in (SRC / "reading").glob("*/__init__.py")} - {"engine"}
    assert not [step for step in steps if f"**{step}" not in told]


def test_every_page_stands_in_the_table_of_contents() -> None:
    linked = set(LINK.findall(page("docs/index.md")))
    assert not [path.name for path in (ROOT / "docs").glob("*.md") if path.name not in {*linked, "index.md"}]


def test_every_theatre_is_named() -> None:
    assert not [name for name in theatre_names() if f"`{name}`" not in page("README.md")]
