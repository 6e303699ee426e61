import pytest
from tests.cli.conftest import hudna

from hudna.ledger import Ledger


@pytest.fixture
def things(ledger):
    with Ledger.open(ledger) as opened:
        claim = next(claim for claim in opened.claims() if claim.kind == "casualties.killed")
        return claim, next(opened.events()), next(opened.findings())


def test_a_claim_is_explained_down_to_its_words(ledger, things):
    claim = things[0]
    done = hudna("explain", claim.id, "--ledger", ledger)
    assert done.exit_code == 0, done.output
    for words in (f"⟦{claim.quote}⟧", claim.kind, claim.rule, claim.doc, f"characters {claim.start} to {claim.end}"):
        assert words in done.stdout
    for reason in claim.why:
        assert reason in done.stdout
    assert "Part of:" in done.stdout
    assert "Bytes as received:" in done.stdout


def test_decisions_are_shown_with_the_claim(ledger, things):
    claim = things[0]
    said = ("--who", "N. Haddad", "--reason", "the figure is of last year", "--ledger", ledger)
    assert hudna("judge", "reject", claim.id, *said).exit_code == 0
    assert "reject by N. Haddad" in hudna("explain", claim.id, "--ledger", ledger).stdout


def test_an_event_is_explained_by_its_claims(ledger, things):
    event = things[1]
    done = hudna("explain", event.id, "--ledger", ledger)
    assert done.exit_code == 0, done.output
    assert all(key in done.stdout for key in event.claims)


def test_a_finding_is_explained_by_what_assessors_say(ledger, things):
    finding = things[2]
    done = hudna("explain", finding.id, "--ledger", ledger)
    assert done.exit_code == 0, done.output
    assert finding.status in done.stdout
    assert finding.clause in done.stdout


def test_an_unknown_id_is_misuse(ledger):
    done = hudna("explain", "nothing", "--ledger", ledger)
    assert done.exit_code == 2
    assert "has the id 'nothing'" in done.stderr
