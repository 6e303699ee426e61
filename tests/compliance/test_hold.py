"""Properties of the whole room, on the gold claims with their fields dropped and shuffled at random."""

import random

import msgspec
import pytest

from hudna.compliance import hold
from hudna.events import group_claims
from hudna.model import Deadline
from hudna.model.agreement import STATUSES

_DROPPABLE = {"when": None, "places": (), "agents": (), "targets": (), "count": None, "by": ()}
_BREACHES = {"alleged", "corroborated", "acknowledged", "disputed", "unknown"}


def spoil(claims, seed):
    """The claims of a reader who misses a good part."""
    chance = random.Random(seed)  # noqa: S311 - an order, no secret
    kept = [claim for claim in claims if chance.random() < 0.8]
    return [
        msgspec.structs.replace(claim, **{name: empty for name, empty in _DROPPABLE.items() if chance.random() < 0.2})
        for claim in kept
    ]


@pytest.mark.parametrize("seed", range(12))
def test_any_reading_can_be_held(seed, seeds):
    claims = spoil(seeds.claims, seed)
    events = group_claims(claims, seeds.documents, [], seeds.knowledge)
    for as_of in ("2020-12-01", "2023-09-21"):
        findings = hold(events, claims, seeds.documents, seeds.knowledge, as_of)
        assert len({finding.id for finding in findings}) == len(findings)
        known = {claim.id for claim in claims}
        for finding in findings:
            assert finding.status in (STATUSES if finding.sort == "obligation" else _BREACHES)
            assert (finding.status == "unknown") is bool(finding.reason)
            assert set(finding.claims) <= known
            assert all(cell.status in STATUSES and set(cell.claims) <= known for cell in finding.assessors)


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_arrival_does_not_matter(seed, seeds):
    chance = random.Random(seed)  # noqa: S311
    claims, documents, events = list(seeds.claims), list(seeds.documents), list(seeds.events)
    for held in (claims, documents, events):
        chance.shuffle(held)

    def found(findings):
        return sorted(findings, key=lambda finding: finding.id)

    shuffled = hold(events, claims, documents, seeds.knowledge, "2023-09-21")
    assert found(shuffled) == found(seeds.hold("2023-09-21"))


def test_nothing_read_still_lists_every_duty(seeds):
    findings = hold([], [], [], seeds.knowledge, "2023-09-21")
    assert {finding.sort for finding in findings} == {"obligation"}
    assert {finding.status for finding in findings} <= {"unknown", "not_due", "moot"}


@pytest.mark.parametrize(("accepted", "status"), [(False, "not_due"), (True, "met_on_time")])
def test_what_only_a_model_proposes_is_evidence_of_nothing(accepted, status, duty, agreement, held, claim, ruling):
    owed = duty(
        "T1.2",
        "handover",
        obligors=("NOR",),
        places=("mill",),
        kinds=("implementation.handover",),
        due=Deadline(date="2031-02-20"),
    )
    came = claim(
        "came", "implementation.handover", agents=("NOR",), places=("mill",), when="2031-01-20", rule="model:m"
    )
    people = [ruling("J1", "came", None, verb="accept")] if accepted else []
    (finding,) = held(agreement(owed), [came], "2031-02-01", judgements=people)
    assert finding.status == status
    assert finding.claims == (("came",) if accepted else ())
    assert any("only a model proposes it" in why for why in finding.why) is not accepted
