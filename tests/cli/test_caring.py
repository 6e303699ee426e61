import json
import sqlite3

import pytest
from tests.cli.conftest import hudna

from hudna.ledger import Ledger


def first_claim(ledger):
    with Ledger.open(ledger) as opened:
        return next(opened.claims())


def test_a_decision_is_kept_and_changes_nothing_that_was_found(ledger):
    claim = first_claim(ledger)
    done = hudna("judge", "verify", claim.id, "--who", "N. Haddad", "--reason", "seen on site", "--ledger", ledger)
    assert done.exit_code == 0, done.output
    said = json.loads(done.stdout)
    with Ledger.open(ledger) as opened:
        (kept,) = opened.judgements()
        assert (kept.id, kept.verb, kept.about) == (said["id"], "verify", (claim.id,))
        assert opened.claim(claim.id) == claim
        assert opened.verify().issues == ()
    undone = hudna("judge", "undo", kept.id, "--who", "N. Haddad", "--reason", "hasty", "--ledger", ledger)
    assert undone.exit_code == 0, undone.output


def test_a_correction_is_obeyed_by_the_next_weighing_and_explained(ledger):
    claim = first_claim(ledger)
    said = ("--who", "N. Haddad", "--reason", "as the text says", "--ledger", ledger)
    done = hudna("judge", "correct", claim.id, "--set", "kind=diplomacy.talks", "--set", "places=سوتك", *said)
    assert done.exit_code == 0, done.output
    assert json.loads(json.loads(done.stdout)["value"]) == {"kind": "diplomacy.talks", "places": ["sotk"]}
    assert hudna("events", "--ledger", ledger).exit_code == 0
    with Ledger.open(ledger) as opened:
        (event,) = opened.events_of_claim(claim.id)
        assert event.corrected == (claim.id,)
        assert opened.claim(claim.id) == claim
    told = hudna("explain", claim.id, "--ledger", ledger).stdout
    assert "As people corrected it:" in told
    assert f"read as {claim.kind}" in told


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("--set", "kind=magic"), "the packs do not know this"),
        (("--set", "lo"), "corrects nothing"),
        (("--value", "it was the ford"), "correct it to what"),
        ((), "correct it to what"),
    ],
)
def test_a_correction_that_says_nothing_is_misuse(ledger, words, reason):
    said = ("--who", "N. Haddad", "--reason", "as the text says", "--ledger", ledger)
    done = hudna("judge", "correct", first_claim(ledger).id, *words, *said)
    assert done.exit_code == 2
    assert reason in done.stderr


def test_a_decision_about_nothing_is_misuse(ledger):
    done = hudna("judge", "reject", "nothing", "--who", "N.", "--reason", "r", "--ledger", ledger)
    assert done.exit_code == 2
    assert "nothing in" in done.stderr


def test_a_decision_needs_a_known_verb_a_name_and_a_reason(ledger):
    claim = first_claim(ledger)
    assert hudna("judge", "guess", claim.id, "--who", "N.", "--reason", "r", "--ledger", ledger).exit_code == 2
    assert hudna("judge", "reject", claim.id, "--reason", "r", "--ledger", ledger).exit_code == 2
    assert hudna("judge", "reject", claim.id, "--who", "N.", "--ledger", ledger).exit_code == 2


def test_a_sound_ledger_shows_the_head_of_its_log(ledger):
    done = hudna("verify", "--ledger", ledger)
    assert done.exit_code == 0, done.output
    with Ledger.open(ledger) as opened:
        assert list(opened.log())[-1].hash in done.stdout
    said = json.loads(hudna("verify", "--ledger", ledger, "--json").stdout)
    assert said["issues"] == []
    assert said["checked"]["documents"] == 2


def test_a_ledger_that_was_tampered_with_is_exit_code_1(ledger):
    database = sqlite3.connect(ledger)
    database.execute("UPDATE claims SET confidence = 1.0, kind = 'ceasefire.violated'")
    database.commit()
    database.close()
    done = hudna("verify", "--ledger", ledger)
    assert done.exit_code == 1
    assert "NOT sound" in done.stdout


def test_the_packs_that_ship_are_in_order():
    done = hudna("check")
    assert done.exit_code == 0, done.output
    assert "karabakh" in done.stderr


def test_a_bad_pack_is_told_with_its_file(tmp_path):
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "theatre.toml").write_text("id = 3\n", encoding="utf-8")
    done = hudna("check", folder)
    assert done.exit_code == 1
    assert str(folder) in done.stdout


@pytest.mark.parametrize(
    ("name", "guess"),
    [
        ("karabak", "Did you mean 'karabakh'?"),
        ("Yemen", "Did you mean 'yemen'?"),
        ("اليمن", "Did you mean 'yemen'?"),
        ("السودن", "Did you mean 'sudan'?"),
        ("atlantis", "Theatres: world"),
    ],
)
def test_an_unknown_theatre_cannot_be_checked(name, guess):
    done = hudna("check", name)
    assert done.exit_code == 2
    assert f"there is no theatre '{name}'" in done.stderr
    assert guess in done.stderr
    assert "theatre.toml" not in done.output
