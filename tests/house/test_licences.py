"""What Hudna needs at run time is free of the GPL family."""

import re
from importlib.metadata import distribution

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
    assert not {name: licence for name, licence in licences.items() if COPYLEFT.search(licence)}
