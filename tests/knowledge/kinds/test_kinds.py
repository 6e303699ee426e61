"""Kinds: every folder loads, says both languages, and its examples are read as it says."""

import hashlib
from pathlib import Path

import pytest

from hudna.errors import PackError
from hudna.knowledge import load_knowledge
from hudna.knowledge.kinds import load_kinds
from hudna.model import Document, Published
from hudna.reading import read_document

KINDS = load_kinds()
KNOWLEDGE = load_knowledge(["karabakh"])


def kinds_in(text: str) -> set[str]:
    digest = hashlib.sha256(text.encode()).hexdigest()
    published = Published(first="2024-05-10", last="2024-05-10", basis="given")
    document = Document(id="t", text=text, text_sha256=digest, bytes_sha256=digest, published=published)
    return {claim.kind for claim in read_document(document, KNOWLEDGE).claims}


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_says_both_languages_and_has_examples(kind) -> None:
    assert kind.label_ar
    assert kind.label_en
    assert kind.plover or kind.id.startswith("casualties.")
    assert kind.patterns["ar"]
    assert kind.counts
    assert kind.ignores or kind.id.startswith("statement.")


@pytest.mark.parametrize(("kind", "text"), [(kind.id, text) for kind in KINDS.values() for text in kind.counts])
def test_counts(kind: str, text: str) -> None:
    assert kind in kinds_in(text)


@pytest.mark.parametrize(("kind", "text"), [(kind.id, text) for kind in KINDS.values() for text in kind.ignores])
def test_ignores(kind: str, text: str) -> None:
    assert kind not in kinds_in(text)


def folder(root: Path, name: str, /, **files: str) -> None:
    home = root / name
    home.mkdir()
    for part, text in files.items():
        (home / f"{part}.toml").write_text(text, encoding="utf-8")


HEAD = 'id = "a.b"\nlabel_ar = "أ"\nlabel_en = "a"\nplover = "X"\nacled = ""\nroles = []\n'


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    folder(tmp_path, "a_b", kind=HEAD, examples="counts = []\n")
    with pytest.raises(PackError, match="missing"):
        load_kinds(tmp_path)


def test_an_unknown_key_is_named(tmp_path: Path) -> None:
    folder(tmp_path, "a_b", kind=HEAD, examples="counts = []\n", ar='[[pattern]]\nname = "x"\nverb = ["قال/يقول"]\n')
    with pytest.raises(PackError, match="verb"):
        load_kinds(tmp_path)


def test_the_folder_is_the_id(tmp_path: Path) -> None:
    folder(tmp_path, "a_c", kind=HEAD, examples="counts = []\n", ar="")
    with pytest.raises(PackError, match="folder"):
        load_kinds(tmp_path)


def test_broken_toml_is_named(tmp_path: Path) -> None:
    folder(tmp_path, "a_b", kind=HEAD, examples="counts = [", ar="")
    with pytest.raises(PackError, match=r"TOML|array|value"):
        load_kinds(tmp_path)
