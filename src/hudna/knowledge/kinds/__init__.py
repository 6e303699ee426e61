"""Kinds of claim, one folder each: `kind.toml` (labels, mappings), `ar.toml` (words) and `examples.toml`.

The shelf stands under reading: it says which words may tell of what; how roles attach to them is reading's grammar. A
new kind is a new folder and nothing else.
"""

import tomllib
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import msgspec

from hudna.errors import PackError
from hudna.model import Kind

_HERE = Path(__file__).parent
_SPECIAL = frozenset(("actor", "captives", "crowd", "harboured", "partner", "sides", "speaker", "stance", "victims"))
"""What grammar finds, beside the classes of words of objects.toml."""


def load_kinds(root: Path = _HERE, *, classes: AbstractSet[str] | None = None) -> dict[str, Kind]:
    """All kinds by id, in the order of their folders.

    Args:
        root: The folder that holds them.
        classes: Classes of words that a pattern may need (the lists of a language's `objects.toml`);
            None leaves that unchecked.

    Raises:
        PackError: A folder lacks a file, or a file holds something that a kind does not have.
    """
    kinds = (_load_kind(folder, classes) for folder in sorted(root.iterdir()) if (folder / "kind.toml").exists())
    return {kind.id: kind for kind in kinds}


def _load_kind(folder: Path, classes: AbstractSet[str] | None) -> Kind:
    head = _read(folder / "kind.toml")
    if head.get("id", "").replace(".", "_") != folder.name:
        raise PackError("the id is not the folder's name", file=folder / "kind.toml", hint=f"the id of {folder.name}")
    examples = _read(folder / "examples.toml")
    words = _read(folder / "ar.toml")
    fields: Mapping[str, Any] = {**head, **examples, "patterns": {"ar": words.get("pattern", [])}}
    try:
        kind = msgspec.convert(fields, Kind)
    except msgspec.ValidationError as error:
        raise PackError(str(error), file=folder, hint="see docs/packs.md for the fields of a kind") from error
    if classes is not None:
        _check_needs(kind, classes | _SPECIAL, folder / "ar.toml")
    return kind


def _check_needs(kind: Kind, known: AbstractSet[str], file: Path) -> None:
    for pattern in kind.patterns["ar"]:
        for need in sorted(set(pattern.needs) - known):
            near = get_close_matches(need, known, n=1)
            hint = f"did you mean «{near[0]}»?" if near else "the classes are the lists of languages/ar/objects.toml"
            raise PackError(f"«{pattern.name}» needs the unknown class «{need}»", file=file, hint=hint)


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        hint = "a kind is three files: kind.toml, ar.toml, examples.toml"
        raise PackError("the file is missing", file=file, hint=hint) from error
    except tomllib.TOMLDecodeError as error:
        raise PackError(str(error), file=file, hint="not valid TOML") from error
