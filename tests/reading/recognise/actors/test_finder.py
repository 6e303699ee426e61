"""Actors in own sentences of seven wars, in the seeds, and on the edges."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.knowledge import load_knowledge
from hudna.reading.normalise import fold_text
from hudna.reading.recognise.actors import ActorsOf, find_nationalities
from hudna.reading.recognise.found import ActorFound, PlaceFound
from hudna.reading.recognise.parties import find_parties
from hudna.reading.recognise.places import PlacesOf
from hudna.reading.split import Text, split_text

ROOT = Path(__file__).parents[4]
GOLD = [json.loads(line) for line in (ROOT / "tests/gold/actors_places.jsonl").read_text(encoding="utf-8").splitlines()]
SHARED = ROOT.parent / "shared"
FLOOR_ACTORS, FLOOR_SIDES, FLOOR_PLACES = 0.96, 1.0, 1.0
"""Shares of the seeds' gold codes that stand among the finds up to their line, exactly or by their country."""


def found_in(raw: str, knowledge, on: str | None = "2022-09-14") -> tuple[Text, list[ActorFound], list[PlaceFound]]:
    text = split_text(fold_text(raw))
    return text, *find_parties(text, knowledge, on=on)


def codes(raw: str, knowledge, on: str | None = "2022-09-14") -> list[str]:
    _, actors, _ = found_in(raw, knowledge, on)
    return ["+".join(one.codes) or str(one.code) for one in actors]


def test_there_are_a_hundred_sentences():
    assert len(GOLD) >= 100


@pytest.mark.parametrize("case", GOLD, ids=[case["text"] for case in GOLD])
def test_own_sentences(case, knowledge):
    text, actors, places = found_in(case["text"], knowledge, case["on"])
    told = [[text.raw_text(one.first, one.last), "+".join(one.codes) or str(one.code)] for one in actors]
    assert told == case["actors"]
    real = [
        [text.raw_text(one.first, one.last), f"{one.code}/{one.within}" if one.within else str(one.code)]
        for one in places
        if one.within != "actor"
    ]
    assert real == case["places"]


@pytest.mark.parametrize(
    ("text", "on", "code"),
    [
        ("قال وزير الدفاع الروسي سيرغي شويغو", "2022-01-01", "RUS.MOD.shoigu"),
        ("قال شويغو", "2022-01-01", "RUS.MOD.shoigu"),
        ("قال شويغو", "2024-09-01", "RUS.shoigu"),
        ("قال وزير الدفاع الروسي شويغو", "2024-09-01", "RUS.MOD.shoigu"),
        ("قال شويغو", None, "RUS.MOD.shoigu"),
        ("قال بوريل", "2025-03-01", "EU.borrell"),
        ("دعا البابا فرنسيس", "2023-09-20", "VAT.pope_francis"),
    ],
)
def test_offices_are_those_of_the_day(text, on, code, knowledge):
    assert codes(text, knowledge, on) == [code]


def test_the_text_overrules_the_date_when_it_names_the_office(knowledge):
    assert codes("الرئيس الأميركي السابق باراك أوباما", knowledge, "2012-01-01") == ["USA.obama"]


def test_a_capital_keeps_its_place(knowledge):
    _, actors, _ = found_in("اتهمت باكو يريفان", knowledge)
    assert [(one.territory, one.code) for one in actors] == [("baku", "AZE.GOV"), ("yerevan", "ARM.GOV")]
    assert actors[0].score > 0.8


def test_finds_do_not_overlap_and_say_why(knowledge):
    raw = "\n".join(case["text"] for case in GOLD)
    _, actors, places = found_in(raw, knowledge)
    for finds in (actors, places):
        assert all(one.last <= other.first for one, other in pairwise(finds))
        assert all(one.why and one.rule and 0 < one.score <= 1 for one in finds)


def test_adjectives_alone_are_left_to_the_grammar(knowledge):
    raw = "بوساطة روسية تجري مناورات عسكرية أرمنية أميركية"
    text, actors, _ = found_in(raw, knowledge)
    assert actors == []
    assert [one.code for one in find_nationalities(text, knowledge, actors)] == ["RUS", "ARM", "USA"]


def test_without_a_theatre_the_world_serves():
    assert codes("قصف الجيش السوري إدلب", load_knowledge([])) == ["SYR.MIL"]


@given(st.text(alphabet="قال وزيرالدفاعسيمنبهةىأ “”«»()،.-:\n١2aB", max_size=200))
def test_no_text_breaks_it(raw):
    knowledge = load_knowledge([])
    text, actors, places = found_in(raw, knowledge)
    assert all(0 <= one.first < one.last <= len(text.words) for one in (*actors, *places))


def _claims() -> list[dict]:
    file = SHARED / "gold" / "seeds.claims.jsonl"
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()] if file.exists() else []


def _dates() -> dict[str, str]:
    file = SHARED / "gold" / "seeds.documents.jsonl"
    listed = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    return {one["doc"]: one["published"] for one in listed}


@pytest.mark.skipif(not _claims(), reason="the shared seeds are not here")
def test_the_codes_of_the_seeds_are_found(knowledge):
    """Every actor and place of gold is among the finds of its claim's line; claims inherit some from lines before."""
    shares = {"actors": [0, 0], "sides": [0, 0], "places": [0, 0]}
    lines: dict[tuple[str, int], tuple[set[str], set[str]]] = {}
    missed = []
    dates = _dates()
    for doc in dates:
        raw = (SHARED / "seeds" / doc).read_text(encoding="utf-8")
        text, actors, places = found_in(raw, knowledge, dates[doc])
        alone = find_nationalities(text, knowledge, actors)
        upto: tuple[set[str], set[str]] = (set(), set())
        starts = [text.raw_span(line.first, line.last)[0] for line in text.lines]
        for number, line in enumerate(text.lines):
            for one in (*actors, *alone):
                if line.first <= one.first < line.last:
                    upto[0].update(one.codes or (one.code or "",))
            upto[1].update(one.code or "" for one in places if line.first <= one.first < line.last)
            lines[doc, starts[number]] = (set(upto[0]), set(upto[1]))
    for claim in _claims():
        at = max(start for doc, start in lines if doc == claim["doc"] and start <= claim["start"])
        actors_there, places_there = lines[claim["doc"], at]
        for code in (*claim["agents"], *claim["targets"], *claim["by"]):
            exact = code in actors_there or code.removesuffix(".GOV") in actors_there
            side = exact or any(found.partition(".")[0] == code.partition(".")[0] for found in actors_there)
            for what, ok in (("actors", exact), ("sides", side)):
                shares[what][0] += ok
                shares[what][1] += 1
            missed += [] if exact else [(claim["doc"][:3], code)]
        for code in claim["places"]:
            shares["places"][0] += code in places_there
            shares["places"][1] += 1
            missed += [] if code in places_there else [(claim["doc"][:3], code)]
    told = {what: hit / total for what, (hit, total) in shares.items()}
    assert told["actors"] >= FLOOR_ACTORS, missed
    assert told["sides"] >= FLOOR_SIDES, missed
    assert told["places"] >= FLOOR_PLACES, missed


SEEDS = [path.read_text(encoding="utf-8") for path in sorted((SHARED / "seeds").glob("*.txt"))]
TOLD_BEFORE = [" ".join(case["text"] for case in GOLD[at : at + 6]) for at in range(0, len(GOLD), 6)]


@pytest.mark.parametrize("raw", [*SEEDS, *TOLD_BEFORE])
def test_sentences_may_be_asked_for_in_any_order(raw: str, knowledge):
    text = split_text(fold_text(raw))
    actors, places = find_parties(text, knowledge, on="2022-09-14")
    for order in (range(len(text.sentences) - 1, -1, -1), range(1, len(text.sentences), 2)):
        placed = PlacesOf(text, knowledge)
        acting = ActorsOf(text, knowledge, placed, on="2022-09-14")
        for index in order:
            first, last = text.sentences[index].first, text.sentences[index].last
            assert acting.read(index) == [one for one in actors if first <= one.first < last]
            assert placed.read(index) == [one for one in places if first <= one.first < last]
