"""What Hudna needs at run time is free of the GPL family."""

import re
from importlib.metadata import distribution

import pytest
from packaging.requirements import Requirement

COPYLEFT = re.compile(r"\b[AL]?GPL|GNU", re.IGNORECASE)


def _needed(name: str, seen: set[str]) -> set[str]:
    for line in distribution(name).requires or []:
        requirement = Requirement(line)
        wanted = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
        if wanted and requirement.name.lower() not in seen:
            seen.add(requirement.name.lower())
            _needed(requirement.name, seen)
    return seen


def _licence(name: str) -> str:
    about = distribution(name).metadata
    classified = [line for line in about.get_all("Classifier", []) if line.startswith("License")]
    # Some packages paste the whole text into `License`; its first line is the name.
    named = (about.get("License") or "").strip().split("\n")[0]
    return " ".join([about.get("License-Expression") or "", named, *classified]).strip()


def test_every_licence_is_known_and_permissive():
    licences = {name: _licence(name) for name in _needed("hudna", set())}
    assert licences, "the metadata of the installed package names its requirements"
    assert not [name for name, licence in licences.items() if not licence], "a licence that we cannot name"
    assert not {name: licence for name, licence in licences.items() if _binds(licence)}


def _binds(licence: str) -> bool:
    """Whether it is copyleft however one chooses: «A OR B» leaves the choice to us."""
    return all(COPYLEFT.search(choice) for choice in re.split(r"\bOR\b", licence))


@pytest.mark.parametrize(
    ("licence", "binds"), [("MIT", False), ("GPL-3.0-only", True), ("MPL-1.1 OR GPL-2.0-only", False), ("LGPL", True)]
)
def test_a_choice_of_licences_binds_only_when_every_choice_does(licence, binds):
    assert _binds(licence) is binds
