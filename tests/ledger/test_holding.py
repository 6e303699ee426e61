import msgspec
import pytest

from hudna.ledger import Ledger, Run
from hudna.model import Judgement


@pytest.fixture
def ruled(full, run):
    """A finding that somebody decided about, and the decision."""
    finding = next(full.findings())
    judgement = Judgement("J9", "rule", (finding.id,), "Nadia", "2031-01-01T00:00:00Z", "seen", value="met_late")
    with full.run(run):
        full.save_judgement(judgement)
    return finding, judgement


def test_a_finding_that_people_decided_about_outlives_its_id(full, run, ruled, tmp_path):
    finding, judgement = ruled
    rest = [one for one in full.findings() if one.id != finding.id]
    assert full.holding.judged([judgement]) == [finding]
    with full.run(run):
        full.save_findings(finding.as_of, rest)
    assert full.finding(finding.id) is None
    assert full.holding.judged([judgement, judgement]) == [finding]
    assert full.verify().sound
    lines = [msgspec.json.encode({noun: value}) for noun, value in full.desk.dump()]
    with Ledger.open(tmp_path / "new.sqlite", create=True) as new:
        with new.run(Run(at="2031-01-02T00:00:00Z", verb="import")):
            new.restore(lines, expected=full.content_digest())
        assert new.holding.judged([judgement]) == [finding]


def test_what_was_touched_is_told_until_it_is_held(full, run):
    day = next(full.findings()).as_of
    findings = list(full.findings(day))
    with full.run(run):
        full.save_findings(day, findings, basis="b")
    assert full.holding.touched(day, "b") == (frozenset(), frozenset())
    assert full.holding.touched(day, "other") is None
    assert full.holding.touched("2031-01-01", "b") is None
    event, *others = full.events()
    with full.run(run):
        full.save_events(others)
    assert full.holding.touched(day, "b") == ({event.id}, {*event.claims})
    with full.run(run):
        full.save_findings(day, findings)
    assert full.holding.touched(day, "b") is None
    assert full.holding.touched(day, "") is None
