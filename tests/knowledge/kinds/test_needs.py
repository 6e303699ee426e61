"""A kind that asks for something that no list and no grammar knows stops the start."""

from pathlib import Path

import pytest

from hudna.errors import PackError
from hudna.knowledge.kinds import load_kinds
from hudna.knowledge.languages.ar.words import object_classes

_KIND = (
    'id = "politics.protest"\nlabel_ar = "احتجاج"\nlabel_en = "protest"\nplover = ""\nacled = ""\nroles = ["agents"]\n'
)
_CLASSES = object_classes()


def _folder(root: Path, pattern: str) -> Path:
    folder = root / "politics_protest"
    folder.mkdir()
    (folder / "kind.toml").write_text(_KIND, encoding="utf-8")
    (folder / "examples.toml").write_text("counts = []\nignores = []\n", encoding="utf-8")
    (folder / "ar.toml").write_text(f'[[pattern]]\nname = "x"\nverbs = ["تظاهر/يتظاهر"]\n{pattern}\n', encoding="utf-8")
    return root


def test_a_known_class_is_accepted(tmp_path: Path) -> None:
    kinds = load_kinds(_folder(tmp_path, 'needs = ["demonstrators", "actor"]\nat = "near"'), classes=_CLASSES)
    assert kinds["politics.protest"].patterns["ar"][0].needs == ("demonstrators", "actor")


@pytest.mark.parametrize(
    ("pattern", "words"),
    [('needs = ["demonstrator"]', "did you mean «demonstrators»"), ('at = "nearby"', "nearby")],
)
def test_a_misspelt_class_or_place_is_named(tmp_path: Path, pattern: str, words: str) -> None:
    with pytest.raises(PackError) as caught:
        load_kinds(_folder(tmp_path, pattern), classes=_CLASSES)
    assert words in str(caught.value)
