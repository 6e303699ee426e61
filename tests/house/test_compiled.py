"""What the compiled build makes of the source (docs/compiled.md): records stay what they were, and mypy agrees."""

import ast
import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

HERE = Path(__file__).resolve().parents[2] / "compiled"
SOURCE = '''"""A module."""

import msgspec

from hudna.reading.engine.record import Record

FIRST, _LAST = 1, "last"
WORDS = frozenset(("a", "b"))
COUNTED = 0
COUNTED += 1


class Span(Record, frozen=True):
    """A span."""

    first: int
    last: int
    """Its end."""
    name: str = _LAST

    def size(self) -> int:
        """How long."""
        return self.last - self.first


class Draft(msgspec.Struct):
    """Grows."""

    span: Span
    why: list[str] = []


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Stays as it is."""

    size: int


def moved(span: Span, by: int) -> Span:
    return msgspec.structs.replace(
        msgspec.structs.replace(span, last=span.last + by), first=span.first + by
    )
'''


@pytest.fixture(scope="module")
def compiled() -> dict[str, ModuleType]:
    """The scripts of compiled/, which are no package."""
    found = {}
    for name in ("native", "build"):
        spec = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
        assert spec is not None
        assert spec.loader is not None
        found[name] = sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(found[name])
    yield found
    for name in found:
        del sys.modules[name]


@pytest.fixture
def seen(compiled, monkeypatch) -> dict[str, object]:
    """The module as the compiler sees it, run by Python."""
    kept = ModuleType("hudna._kept")
    exec(compiled["native"].KEPT_MODULE, kept.__dict__)  # noqa: S102 - our own text
    monkeypatch.setitem(sys.modules, "hudna._kept", kept)
    names: dict[str, object] = {"__name__": "seen", "_attr": lambda **_: lambda kind: kind}
    text = compiled["native"].rewritten(SOURCE)
    exec(compile(text, "seen.py", "exec"), names)  # noqa: S102
    return names


def test_a_record_is_a_plain_class_with_the_same_values(seen):
    span = seen["Span"](1, last=3)
    assert type(span).__mro__ == (seen["Span"], object)
    assert (span.first, span.last, span.name, span.size()) == (1, 3, "last", 2)
    assert repr(span) == "Span(first=1, last=3, name='last')"


def test_records_are_equal_and_hashed_by_value(seen):
    span = seen["Span"]
    assert span(1, 3) == span(1, 3) != span(1, 4)
    assert len({span(1, 3), span(1, 3), span(2, 3)}) == 2


def test_replace_changes_a_copy(seen):
    span = seen["Span"](1, 3, "x")
    assert seen["moved"](span, 2) == seen["Span"](3, 5, "x")
    assert span == seen["Span"](1, 3, "x")


def test_what_is_called_by_name_becomes_a_method(compiled):
    text = compiled["native"].rewritten("near = between(seen.times, covering(finds, 1).last, 3)\n")
    assert text.splitlines()[-1] == "near = (seen.times).between((finds).covering(1).last, 3)"


def test_every_draft_has_a_list_of_its_own(seen):
    first, second = seen["Draft"](seen["Span"](1, 2)), seen["Draft"](seen["Span"](1, 2))
    first.why.append("seen")
    assert second.why == []
    assert first != second


def test_structs_with_settings_and_names_that_change_stay(seen, compiled):
    assert hasattr(seen["Table"], "__struct_fields__")
    assert seen["COUNTED"] == 1
    text = compiled["native"].rewritten(SOURCE)
    assert 'FIRST: _Final = 1; _LAST: _Final = "last"' in text.replace("'", '"')
    assert "WORDS: _Final = frozenset" in text
    assert "COUNTED = 0" in text


def test_no_class_has_two_parents(compiled, tmp_path):
    # mypyc refuses it, and mypy does not say so
    for name in compiled["build"].lay_out(tmp_path):
        for node in ast.walk(ast.parse((tmp_path / name).read_text())):
            if isinstance(node, ast.ClassDef):
                parents = [ast.unparse(base) for base in node.bases if not ast.unparse(base).startswith("Generic[")]
                assert len(parents) < 2, f"{name}: {node.name}({', '.join(parents)})"


def test_mypy_finds_nothing_wrong_with_what_the_compiler_sees(compiled, tmp_path):
    names = compiled["build"].lay_out(tmp_path)
    assert len(names) > 100
    command = [sys.executable, "-m", "mypy", "--config-file=", "--ignore-missing-imports", *names]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
