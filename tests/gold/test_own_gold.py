"""The project's own gold of claims is well formed: true quotes, known kinds, known codes, every kind and several wars.

How it is annotated: docs/annotation.md. What the program finds in it is measured, not tested here.
"""

import csv
import json
import re
from collections import Counter
from datetime import date, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from hudna.knowledge.kinds import load_kinds
from hudna.model.claim import BOUNDS, MODALITIES

HERE = Path(__file__).parent
THEATRES = files("hudna.knowledge.theatres")
PACKS = ("world", "karabakh")
ROLES = frozenset(
    (
        "GOV",
        "PRES",
        "PM",
        "MFA",
        "MOD",
        "MIL",
        "POL",
        "PKF",
        "PARL",
        "OMBUDSMAN",
        "MOH",
        "CVL",
        "MED",
        "OPP",
        "REB",
        "STATE",
        "MOI",
    )
)
"""Roles of docs/claim-record.md that may be hung on any country, and the interior ministry."""
WARS = ("AZE", "YEM", "SDN", "LBY", "LBN", "PSE", "SYR")
FIELDS = frozenset(
    (
        "id",
        "doc",
        "quote",
        "kind",
        "agents",
        "targets",
        "places",
        "when",
        "count",
        "by",
        "modality",
        "background",
        "core",
        "note",
        "start",
        "end",
    )
)
COUNT_FIELDS = frozenset(("measure", "lo", "hi", "bound", "who", "side", "subset_of"))


def _lines(name: str) -> list[dict[str, Any]]:
    text = (HERE / name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def _codes(table: str) -> frozenset[str]:
    found: set[str] = set()
    for pack in PACKS:
        text = THEATRES.joinpath(pack, table).read_text(encoding="utf-8")
        found |= {row["code"] for row in csv.DictReader(text.splitlines())}
    return frozenset(found)


DOCUMENTS = {document["id"]: document for document in _lines("claims_own.documents.jsonl")}
CLAIMS = _lines("claims_own.jsonl")
ACTORS, PLACES, OUTLETS = _codes("actors.csv"), _codes("places.csv"), _codes("sources.csv")


def _is_actor(code: str) -> bool:
    """In a pack, a documented role of a country that is in one, or an unnamed source with its sort."""
    head, _, role = code.partition(".")
    return code in ACTORS or (head in ACTORS and role in ROLES) or bool(re.fullmatch(r"SOURCE(\.[A-Z]+)?", code))


def test_there_is_enough_of_it() -> None:
    sentences = sum(len(re.findall(r"[.؟!](?=\s|$)", document["text"])) for document in DOCUMENTS.values())
    assert sentences >= 150
    assert len(DOCUMENTS) == len(_lines("claims_own.documents.jsonl"))
    assert len({claim["id"] for claim in CLAIMS}) == len(CLAIMS)


def test_every_kind_twice_and_no_other() -> None:
    told = Counter(claim["kind"] for claim in CLAIMS)
    assert set(told) == set(load_kinds())
    assert min(told.values()) >= 2


@pytest.mark.parametrize("war", WARS)
def test_every_war_is_there(war: str) -> None:
    of_it = [c for c in CLAIMS if any(code.split(".")[0] == war for code in (*c["agents"], *c["targets"], *c["by"]))]
    assert len(of_it) >= 10


def test_some_texts_tell_nothing() -> None:
    telling = {claim["doc"] for claim in CLAIMS}
    assert len(set(DOCUMENTS) - telling) >= 4


@pytest.mark.parametrize("modality", MODALITIES)
def test_every_modality_is_there(modality: str) -> None:
    assert any(claim["modality"] == modality for claim in CLAIMS)


@pytest.mark.parametrize("claim", CLAIMS, ids=[claim["id"] for claim in CLAIMS])
def test_a_claim_is_well_formed(claim: dict[str, Any]) -> None:
    assert set(claim) == FIELDS
    assert claim["id"].startswith(claim["doc"] + ".")
    text = DOCUMENTS[claim["doc"]]["text"]
    assert claim["quote"] == text[claim["start"] : claim["end"]] != ""
    assert claim["modality"] in MODALITIES
    assert all(_is_actor(code) for code in (*claim["agents"], *claim["targets"])), (claim["agents"], claim["targets"])
    assert all(_is_actor(code) or code in OUTLETS for code in claim["by"]), claim["by"]
    assert set(claim["places"]) <= PLACES


@pytest.mark.parametrize("claim", [c for c in CLAIMS if c["when"]], ids=lambda claim: claim["id"])
def test_times_run_forward(claim: dict[str, Any]) -> None:
    first, last = (datetime.fromisoformat(moment) for moment in claim["when"])
    assert first <= last


def test_every_document_has_its_day() -> None:
    for document in DOCUMENTS.values():
        assert date.fromisoformat(document["published"]) <= date.max


@pytest.mark.parametrize("claim", [c for c in CLAIMS if c["count"]], ids=lambda claim: claim["id"])
def test_counts_hold_together(claim: dict[str, Any]) -> None:
    count = claim["count"]
    assert set(count) == COUNT_FIELDS
    assert count["bound"] in BOUNDS
    assert count["side"] is None or _is_actor(count["side"])
    larger = {other["id"]: other for other in CLAIMS if other["doc"] == claim["doc"]}
    assert count["subset_of"] is None or larger[count["subset_of"]]["count"]["measure"] == count["measure"]
    if count["lo"] is not None and count["hi"] is not None:
        assert 0 < count["lo"] <= count["hi"]
