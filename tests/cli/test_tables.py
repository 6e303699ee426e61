"""What the tables say of our own sample: in words, with reasons, with both names, in the order of time."""

import re
from pathlib import Path

import pytest
from tests.cli.conftest import hudna

SAMPLE = Path(__file__).resolve().parents[2] / "examples" / "karabakh"
CODE = re.compile(
    r"\b(?:ARM|AZE|NKR|RUS|TUR)\.[A-Z_]+|\b(?:hostilities|casualties|ceasefire|implementation)\.(?!txt)[a-z_]+"
)


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    path = tmp_path_factory.mktemp("sample") / "ledger.sqlite"
    done = hudna("run", SAMPLE, "--theatre", "karabakh", "--ledger", path, "--as-of", "2023-09-22")
    assert done.exit_code == 0, done.output
    return path


def shown(*verb, ledger):
    done = hudna(*verb, "--ledger", ledger)
    assert done.exit_code == 0, done.output
    return done.stdout


def flat(words):
    """Without the breaks of wrapping."""
    return " ".join(words.split())


VERBS = [("events",), ("comply", "--as-of", "2023-09-22"), ("casualties",), ("contradictions",)]


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb[0])
def test_no_code_is_left_for_people_to_guess(verb, sample):
    told = shown(*verb, ledger=sample)
    assert not CODE.findall(told)
    assert not re.findall(r"(?:met_on_time|premise_disputed|claimed_by_one_party|not_told|part_whole)", told)


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb[0])
def test_a_disputed_place_bears_both_names(verb, sample):
    told = flat(shown(*verb, ledger=sample))
    assert "Artsakh/Karabakh" in told or "Khankendi/Stepanakert" in told
    assert not re.search(r"(?<!/)Stepanakert", told)


def test_every_event_that_more_than_one_claim_tells_says_why(sample):
    blocks = shown("events", ledger=sample).split("\n\n")
    several = [block for block in blocks if re.search(r"E[0-9a-f]{16}: (?!1 claim)", block)]
    assert len(several) > 5
    assert all("one event because" in block for block in several)
    fire = next(flat(block) for block in blocks if "Small-arms fire" in block and "Sotk" in block)
    assert "who: contested (Azerbaijan denies it)" in fire
    assert "happened: claimed by one party (only Ministry of Defence of Armenia" in fire
    assert "Armed forces of Azerbaijan → Armed forces of Armenia" in fire
    assert "accounts differ in affirmed and denied: cannot both be true" in fire


def test_undated_news_stands_at_the_day_of_its_publication(sample):
    days = re.findall(r"^(?:told )?(\d{4}-\d\d-\d\d)", shown("events", ledger=sample), flags=re.MULTILINE)
    assert len(days) > 20
    assert days == sorted(days)


def test_a_called_breach_is_told_as_a_complaint(sample):
    told = flat(shown("events", "--from", "2023-09-21", "--to", "2023-09-21", ledger=sample))
    assert "violation: complaint made (called a breach by the Karabakh Armenian authorities)" in told


def test_duties_stand_under_their_agreement_with_reasons_and_silence_at_the_end(sample):
    told = shown("comply", "--as-of", "2023-09-22", ledger=sample)
    assert "NK20  Trilateral statement of 10 November 2020" in told
    assert "(nothing read speaks of it)" in flat(told)
    assert "extended to 2020-11-25, announced by Hikmet Hajiyev (Presidency of Azerbaijan) on 2020-11-15" in flat(told)
    assert "met on time («by», «until»), met late («before»)" in flat(told)
    assert "Silence on 2023-09-22. It is no sign of calm." in told
    assert "party Armenia: nothing read of 2023-09-22" in told


def test_breaches_stand_in_the_order_of_time_and_one_event_is_quoted_once(sample):
    breaches = shown("comply", "--as-of", "2023-09-22", ledger=sample).partition("Alleged breaches")[2]
    days = re.findall(r"^NK\w+\.\w+ .*?(\d{4}-\d\d-\d\d)", breaches, flags=re.MULTILINE)
    assert len(days) > 5
    assert days == sorted(days)
    assert "the same event as above, under another clause: E" in breaches


def test_sums_are_told_below_losses_and_alone(sample):
    alone = flat(shown("contradictions", "--sums", ledger=sample))
    assert "10 civilians, a part of more than 400 wounded" in alone
    assert "10 civilians, a part of more than 400 wounded" in flat(shown("casualties", ledger=sample))
    assert "evacuated" not in shown("casualties", ledger=sample)
