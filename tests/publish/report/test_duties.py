import msgspec

from hudna.model import AssessorStatus
from hudna.publish.report.duties import obligations


def test_a_column_for_each_party_and_guarantor_and_others_last(desk):
    (statement,) = obligations(desk())
    assert [one.striptags() for one in statement.columns] == ["Armenia", "Azerbaijan", "Russia"]
    (row,) = statement.rows
    assert len(row.cells) == 4
    assert [len(cell) for cell in row.cells] == [0, 1, 0, 0]


def test_the_wording_decides_and_every_reading_is_told(desk):
    (row,) = obligations(desk())[0].rows
    assert row.status.striptags() == "met on time"
    assert [one.striptags() for one in row.readings] == ["“by”: met on time", "“before”: met late"]
    assert [one.striptags() for one in row.cells[1][0].statuses] == ["“by”: met on time", "“before”: met late"]


def test_due_dates_with_readings_in_both_languages(desk):
    notes = [one.striptags() for one in obligations(desk())[0].rows[0].notes]
    assert notes[0] == "owed by Armenia"
    assert notes[1].startswith("Due 20 November 2020; the wordings differ: by (day included), before (day excluded)")
    arabic = [one.striptags() for one in obligations(desk("ar"))[0].rows[0].notes]
    assert arabic[1].startswith("الموعد: 20 نوفمبر/تشرين الثاني 2020")


def test_an_extension_is_told_once_it_was_announced(desk, told):
    kalbajar = msgspec.structs.replace(told["findings"][1], clause="6", obligation="NK20.6a")
    nouns = {**told, "findings": (kalbajar,)}
    notes = " ".join(one.striptags() for one in obligations(desk("en", nouns))[0].rows[0].notes)
    assert "extended to 25 November 2020, announced by Hikmet Hajiyev" in notes


def test_clauses_of_which_nothing_was_read_unfold(desk):
    (statement,) = obligations(desk())
    assert statement.unread.striptags() == "Clauses of which nothing was read: 1"
    (row,) = statement.unread_rows
    assert (row.status.striptags(), row.reason.striptags()) == ("not assessable", "nothing read speaks of it")


def test_others_are_named_in_their_column(desk, told):
    said = AssessorStatus("source:interfax", "breached", "-", ("C2",), "tells it")
    finding = msgspec.structs.replace(told["findings"][1], assessors=(said,))
    (row,) = obligations(desk("en", {**told, "findings": (finding,)}))[0].rows
    ((cell,),) = [one for one in row.cells if one]
    assert (cell.who.striptags(), cell.statuses[0].striptags()) == ("Interfax", "says breached")


def test_a_duty_that_the_packs_no_longer_have_is_shown_by_its_code(desk, told):
    finding = msgspec.structs.replace(told["findings"][1], obligation="NK20.99")
    (row,) = obligations(desk("en", {**told, "findings": (finding,)}))[0].rows
    assert row.label.striptags() == "NK20.99"


def test_an_agreement_that_the_packs_no_longer_have_is_shown_by_its_code(desk, told):
    finding = msgspec.structs.replace(told["findings"][1], agreement="OLD")
    (lost,) = obligations(desk("en", {**told, "findings": (finding,)}))
    assert lost.title.striptags() == "OLD"
    assert [cell[0].who.striptags() for row in lost.rows for cell in row.cells if cell] == ["Azerbaijan"]


def test_a_duty_that_leans_on_another_says_on_which(desk, told):
    def due(language, obligation):
        finding = msgspec.structs.replace(told["findings"][1], obligation=obligation)
        rows = obligations(desk(language, {**told, "findings": (finding,)}))[0].rows
        return [one.striptags() for one in rows[0].notes]

    assert "Due: in parallel with clause 3" in due("en", "NK20.4a")
    assert "الموعد: بالتوازي مع البند 3" in due("ar", "NK20.4a")
    assert "Due: after clause 6" in due("en", "NK20.6e")
