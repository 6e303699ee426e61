import sqlite3

import msgspec
import pytest

from hudna.errors import LedgerError, UsageError
from hudna.ledger import Ledger, ReadWith, SourceLostError
from hudna.model import Issue, SourceFile

WITH = ReadWith(knowledge="k1", reader="r1")


def test_what_goes_in_comes_out(full, sample):
    assert list(full.documents()) == sample.read
    assert [full.given(document.id)[0] for document in sample.given] == sample.given
    assert list(full.claims()) == [claim for claims in sample.claims for claim in claims]
    assert list(full.events()) == sample.events
    assert list(full.findings()) == list(full.findings("2020-11-01")) == sample.findings
    assert list(full.issues()) == sample.issues
    assert list(full.judgements()) == [sample.judgement]
    assert [full.source_file(source.sha256) for source in sample.sources] == sample.sources


def test_single_things_are_found_by_id(full, sample):
    claim = sample.claims[0][0]
    assert full.claim(claim.id) == claim
    assert full.claim("nothing") is None
    assert full.document("b.txt") == sample.read[1]
    assert full.document("nothing") is None
    assert full.given("nothing") is None
    assert full.event("e1") == sample.events[0]
    assert full.events_of_claim(claim.id) == (sample.events[0],)
    assert full.finding("f1") == sample.findings[0]
    assert full.finding("nothing") is None
    assert full.source_file("nothing") is None
    assert full.text_of("a.txt") == sample.given[0].text_sha256
    assert full.text_of("nothing") is None


def test_what_it_holds_is_counted(full):
    counts = full.counts()
    assert (counts["documents"], counts["claims"], counts["events"], counts["findings"]) == (2, 3, 2, 1)
    assert counts["undated"] == 0
    assert full.claims_by_kind() == {"casualties.killed": 1, "ceasefire.agreed": 1, "ceasefire.holding": 1}
    assert full.span() == ("2020-10-01", "2020-10-10")
    assert full.theatre() == "karabakh"


def test_the_same_again_changes_not_a_byte(full, run, sample):
    full.close()
    before = full.path.read_bytes()
    with Ledger.open(full.path) as ledger, ledger.run(run):
        sample.put_in(ledger)
    assert full.path.read_bytes() == before
    assert not list(full.path.parent.glob("*-wal"))


def test_a_document_is_stale_until_it_was_read_with_this(full, sample):
    assert full.stale(WITH) == ()
    assert full.stale(ReadWith(knowledge="k2", reader="r1")) == ("a.txt", "b.txt")
    assert full.stale(ReadWith(knowledge="k1", reader="r2")) == ("a.txt", "b.txt")


def test_new_metadata_makes_a_document_stale(full, run, sample):
    with full.run(run):
        kept = full.keep(sample.sources[0], [msgspec.structs.replace(sample.given[0], title="عنوان")])
    assert kept.changed == ("a.txt",)
    assert full.stale(WITH) == ("a.txt",)


def test_another_text_takes_its_claims_and_their_events_back(full, run, sample):
    other = msgspec.structs.replace(sample.given[0], text=sample.given[1].text, text_sha256=sample.given[1].text_sha256)
    with full.run(run):
        assert full.keep(sample.sources[0], [other]).changed == ("a.txt",)
    assert [claim.doc for claim in full.claims()] == ["b.txt"]
    assert [event.id for event in full.events()] == ["e2"]
    assert full.verify().sound


def test_a_reading_takes_the_place_of_the_one_before(full, run, sample):
    newer = ReadWith(knowledge="k2", reader="r1")
    given = full.given("a.txt")[1]
    with full.run(run):
        assert full.save_reading(sample.read[0], sample.claims[0][:1], (), newer, given=given)
        assert not full.save_reading(sample.read[0], sample.claims[0][:1], (), newer, given=given)
    assert len(list(full.claims())) == 2
    assert list(full.issues()) == []
    assert full.stale(newer) == ("b.txt",)
    assert [entry.what for entry in full.log()].count("document.read") == 3


def test_a_reading_with_the_same_result_is_only_confirmed(full, run, sample):
    newer = ReadWith(knowledge="k2", reader="r1")
    with full.run(run):
        given = full.given("a.txt")[1]
        assert not full.save_reading(sample.read[0], sample.claims[0], sample.issues, newer, given=given)
    assert full.stale(newer) == ("b.txt",)
    assert [event.id for event in full.events()] == ["e1", "e2"]
    assert "document.confirmed" in [entry.what for entry in full.log()]
    assert full.verify().issues == ()


def test_undated_documents_are_remembered_with_what_was_lent_to_them(full, run, sample):
    given = full.given("a.txt")[1]
    with full.run(run):
        lent = ReadWith("k1", "r1", dated="d1")
        full.save_reading(sample.read[0], sample.claims[0], sample.issues, lent, given=given, undated=True)
    assert full.dating.undated() == (("a.txt", "d1"),)


def test_findings_of_other_dates_stay(full, run, sample):
    later = msgspec.structs.replace(sample.findings[0], as_of="2020-12-01", status="overdue")
    with full.run(run):
        assert full.save_findings("2020-12-01", [later])
        assert not full.save_findings("2020-12-01", [later])
    assert full.as_of_dates() == ("2020-11-01", "2020-12-01")
    assert list(full.findings()) == [later]
    assert list(full.findings("2020-11-01")) == sample.findings


def test_events_that_are_gone_are_taken_out(full, run, sample):
    with full.run(run):
        assert full.save_events(sample.events[:1])
        assert not full.save_events(sample.events[:1])
    assert list(full.events()) == sample.events[:1]


def test_a_judgement_is_never_edited(full, run, sample):
    with full.run(run):
        assert not full.save_judgement(sample.judgement)
        with pytest.raises(LedgerError, match="belongs to another"):
            full.save_judgement(msgspec.structs.replace(sample.judgement, reason="other"))
        with pytest.raises(LedgerError, match="no judgement j9"):
            full.save_judgement(msgspec.structs.replace(sample.judgement, id="j2", supersedes="j9"))
    assert list(full.judgements(sample.judgement.about[0])) == [sample.judgement]
    assert list(full.judgements("other")) == []


def test_a_step_that_fails_leaves_nothing(path, run, sample):
    torn = SourceFile(sha256=sample.sources[0].sha256, size=3, name="a.txt", data=b"abc")
    with Ledger.open(path, create=True) as ledger:
        with ledger.run(run), pytest.raises(SourceLostError):
            ledger.keep(torn, [sample.given[0]])
        assert list(ledger.documents()) == []
        assert list(ledger.log()) == []
        assert ledger.counts()["runs"] == 0


def test_large_sources_are_copied_from_where_they_lie(path, run, tmp_path, monkeypatch, sample):
    monkeypatch.setattr("hudna.ledger.keeping.PIECE", 7)
    lies = tmp_path / "large.txt"
    lies.write_bytes(sample.sources[0].data + b"appended later")
    spooled = msgspec.structs.replace(sample.sources[0], data=b"", path=str(lies))
    with Ledger.open(path, create=True) as ledger, ledger.run(run):
        ledger.keep(spooled, [sample.given[0]])
        assert ledger.source_file(spooled.sha256) == sample.sources[0]
        assert ledger.verify().sound
        lies.unlink()
        assert ledger.keep(spooled, [sample.given[0]]).known == ("a.txt",)


def test_a_large_source_that_went_away_is_said(path, run, tmp_path, sample):
    spooled = msgspec.structs.replace(sample.sources[0], data=b"", path=str(tmp_path / "gone"))
    with Ledger.open(path, create=True) as ledger, ledger.run(run), pytest.raises(SourceLostError, match="no longer"):
        ledger.keep(spooled)


def test_bytes_without_a_document_are_kept_with_the_issue(path, run, sample):
    issue = Issue("intake", "warning", "a.txt", "empty", "look")
    with Ledger.open(path, create=True) as ledger, ledger.run(run):
        ledger.keep(sample.sources[0], issues=[issue])
        ledger.keep(sample.sources[0], issues=[issue])
        ledger.save_issues([issue])
        assert list(ledger.issues()) == [issue]
        assert ledger.counts()["source_files"] == 1
        assert [entry.what for entry in ledger.log()] == ["run.started", "bytes.kept", "issues.met"]


def test_writing_needs_a_run(path, sample):
    with Ledger.open(path, create=True) as ledger, pytest.raises(UsageError):
        ledger.keep(sample.sources[0])


def test_a_run_inside_a_run_is_refused(path, run):
    with Ledger.open(path, create=True) as ledger, ledger.run(run), pytest.raises(UsageError), ledger.run(run):
        pass


def test_a_run_that_breaks_off_stays_unfinished(path, run, sample):
    with Ledger.open(path, create=True) as ledger:
        with pytest.raises(ZeroDivisionError):
            _break_off(ledger, run, sample)
        assert [entry.what for entry in ledger.log()] == ["run.started", "bytes.kept"]
        with ledger.run(run):
            ledger.keep(sample.sources[1])
        assert [entry.what for entry in ledger.log()][-1] == "run.finished"


def _break_off(ledger, run, sample):
    with ledger.run(run):
        ledger.keep(sample.sources[0])
        raise ZeroDivisionError


def test_an_event_of_an_unknown_claim_is_refused(full, run, sample):
    wrong = msgspec.structs.replace(sample.events[0], id="e9", claims=("nothing",))
    with full.run(run), pytest.raises(LedgerError):
        full.save_events([wrong])
    assert list(full.events()) == sample.events


def test_reading_of_an_unknown_document_is_refused(full, run, sample):
    stranger = msgspec.structs.replace(sample.read[0], id="nobody")
    with full.run(run), pytest.raises(LedgerError, match="no document"):
        full.save_reading(stranger, (), (), WITH, given="")


def test_the_log_and_the_texts_refuse_edits(full):
    database = sqlite3.connect(full.path)
    for sql in (
        "UPDATE log SET what = 'x'",
        "DELETE FROM log",
        "UPDATE texts SET text = 'x'",
        "DELETE FROM judgements",
    ):
        with pytest.raises(sqlite3.IntegrityError):
            database.execute(sql)
    database.close()


def test_notes_of_others_go_into_the_log(full, run):
    with full.run(run):
        full.note("report.written", "2020-10-01", {"language": "ar"})
    assert "report.written" in [entry.what for entry in full.log()]
    assert full.verify().sound
