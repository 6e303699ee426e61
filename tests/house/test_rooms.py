"""The rooms of the house: each says where it stands, packs hold no code, no file grows out of hand."""

import ast
from pathlib import Path

import pytest

SRC = Path(__file__).resolve().parents[2] / "src" / "hudna"
ROOMS = (
    "model",
    "knowledge",
    "knowledge/languages",
    "knowledge/kinds",
    "knowledge/theatres",
    "intake",
    "reading",
    "reading/engine",
    "reading/normalise",
    "reading/split",
    "reading/recognise",
    "reading/attribute",
    "reading/claim",
    "reading/opinion",
    "events",
    "compliance",
    "ledger",
    "publish",
    "cli",
)
A_PARAGRAPH = 80
LONGEST = 500


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_says_where_it_stands(room):
    docstring = ast.get_docstring(ast.parse((SRC / room / "__init__.py").read_text(encoding="utf-8")))
    assert docstring is not None, f"{room}/__init__.py opens with a paragraph saying where the room stands"
    assert len(docstring) >= A_PARAGRAPH, f"{room}/__init__.py: one paragraph, not one phrase: {docstring!r}"


@pytest.mark.parametrize("shelf", ["kinds", "theatres"])
def test_packs_of_data_hold_no_code(shelf):
    top = SRC / "knowledge" / shelf
    code = [path for path in top.rglob("*.py") if path != top / "__init__.py"]
    assert not code, "grammar lives with the language; kinds and theatres are data"


def test_no_source_file_grows_out_of_hand(tracked):
    code = [path for path in tracked if path.suffix == ".py" and path.is_relative_to(SRC)]
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in code}
    long = {str(path.relative_to(SRC)): lines for path, lines in lengths.items() if lines > LONGEST}
    assert not long, f"more than {LONGEST} lines: split along what changes together"
