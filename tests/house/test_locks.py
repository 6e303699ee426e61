"""The lock files: everything hashed, no address of a registry, nothing in use that they do not name."""

import json
import re
import tomllib
from importlib.metadata import version

import pytest

LOCKS = ("requirements.lock", "requirements-dev.lock")
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)(.*)$", re.MULTILINE)


def _pins(text: str) -> dict[str, str]:
    return {name: pinned for name, pinned, _ in PIN.findall(text)}


@pytest.mark.parametrize("name", LOCKS)
def test_no_registry_address(root, name):
    text = (root / name).read_text(encoding="utf-8").lower()
    assert "://" not in text
    assert "index-url" not in text
    assert "find-links" not in text


@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_has_hashes(root, name):
    entries = re.split(r"\n(?=\S)", (root / name).read_text(encoding="utf-8"))
    bare = [entry.split()[0] for entry in entries if PIN.match(entry) and "--hash=sha256:" not in entry]
    assert not bare


def test_both_locks_agree(root):
    runtime, dev = (_pins((root / name).read_text(encoding="utf-8")) for name in LOCKS)
    assert runtime.items() <= dev.items(), "run `make lock`"


def test_the_build_backend_is_locked(root):
    required = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["build-system"]["requires"]
    pins = _pins((root / LOCKS[0]).read_text(encoding="utf-8"))
    assert [f"{name}=={pins[name]}" for name in ("hatchling",)] == required


@pytest.mark.parametrize("package", ["click", "jinja2", "msgspec", "resiliparse", "rich"])
def test_what_runs_is_what_was_locked(root, package):
    assert version(package) == _pins((root / LOCKS[0]).read_text(encoding="utf-8"))[package], "run `make setup`"


def test_every_direct_dependency_is_explained(root):
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    told = (root / "docs" / "dependencies.md").read_text(encoding="utf-8")
    names = [re.split(r"[<>=!~;\[ ]", requirement)[0] for requirement in wanted]
    assert not [name for name in names if name not in told]


# --- npm --------------------------------------------------------------------------------------------------------------


def test_npm_names_exact_versions(root):
    named = json.loads((root / "web" / "package.json").read_text(encoding="utf-8"))
    wanted = {**named["dependencies"], **named["devDependencies"]}
    assert not {name: version for name, version in wanted.items() if not re.fullmatch(r"\d+\.\d+\.\d+", version)}


def test_npms_lock_has_hashes_and_no_address(root):
    packages = json.loads((root / "web" / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    del packages[""]
    assert not [name for name, one in packages.items() if "resolved" in one]
    assert not [name for name, one in packages.items() if not one.get("integrity", "").startswith("sha512-")]


def test_every_npm_package_is_explained(root):
    named = json.loads((root / "web" / "package.json").read_text(encoding="utf-8"))
    told = (root / "docs" / "dependencies.md").read_text(encoding="utf-8")
    assert not [name for name in (*named["dependencies"], *named["devDependencies"]) if f"`{name}`" not in told]
