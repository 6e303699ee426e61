import io
import json
from pathlib import Path

import pytest

from hudna.intake import IntakeOptions, open_sources
from hudna.intake.formats import choose

SAMPLE = Path(__file__).with_name("sample.telegram.json")


def _export(*messages, **fields):
    told = {"name": "قناة السهل", "type": "public_channel", "id": 77, **fields, "messages": list(messages)}
    return json.dumps(told, ensure_ascii=False).encode()


def _message(number, text="وصل المراقبون", **fields):
    return {"id": number, "type": "message", "date_unixtime": str(1605004200 + number), "text": text, **fields}


@pytest.fixture
def opened(tmp_path):
    def run(data, name="result.json", **options):
        path = tmp_path / name
        path.write_bytes(data)
        found = list(open_sources([path], options=IntakeOptions(**options)))
        documents = [one for received in found for one in received.documents]
        return documents, [issue for received in found for issue in received.issues]

    return run


def test_every_message_with_words_is_a_document(opened):
    documents, issues = opened(SAMPLE.read_bytes())
    assert [one.id for one in documents] == ["telegram:77/2", "telegram:77/4"]
    assert documents[0].text.startswith("عاجل | أعلنت وزارة الدفاع")
    assert documents[0].text.endswith("آغدام. https://news.example/2")
    assert {one.source for one in documents} == {"قناة السهل"}
    assert [one.published.first for one in documents] == ["2020-11-10T10:30:00Z", "2020-11-10T12:05:00Z"]
    assert {one.published.basis for one in documents} == {"given"}
    assert [issue.severity for issue in issues] == ["note"]
    assert "2 records" in issues[0].reason


def test_an_edited_message_is_a_document_of_its_own(tmp_path):
    (tmp_path / "1.json").write_bytes(_export(_message(1)))
    (tmp_path / "2.json").write_bytes(_export(_message(1, "غادر المراقبون", edited_unixtime="1605010800")))
    found = [one.id for received in open_sources([tmp_path]) for one in received.documents]
    assert found == ["telegram:77/1", "telegram:77/1 2020-11-10T12:20:00Z"]


def test_of_a_group_nobody_is_named(opened):
    documents, _ = opened(_export(_message(1, **{"from": "Nadia", "from_id": "user5"}), type="private_supergroup"))
    assert documents[0].source == "قناة السهل"
    assert "Nadia" not in str(documents)


def test_a_long_export_is_read_piece_by_piece(opened):
    words = "وصل المراقبون إلى القرية صباح اليوم. " * 200
    documents, issues = opened(_export(*(_message(n, f"{n} {words}") for n in range(400))), memory_limit=100_000)
    assert [one.text.split()[0] for one in documents] == [str(n) for n in range(400)]
    assert issues == []


def test_damage_ends_it_and_is_told(opened):
    data = _export(*(_message(n) for n in range(1, 5)))
    documents, issues = opened(data[: data.rindex(b'"id"')])
    assert len(documents) == 3
    assert [issue.severity for issue in issues] == ["error"]
    assert "is not valid JSON" in issues[0].reason
    documents, issues = opened(_export(_message(1), [], _message(2)))
    assert (len(documents), len(issues)) == (1, 1)


@pytest.mark.parametrize("when", ["", "soon", "-5", "99999999999", None, 1605004200])
def test_a_moment_that_is_none_is_told(opened, when):
    documents, issues = opened(_export(_message(1, date_unixtime=when, date="2020-11-10T14:30:00")))
    assert documents[0].published.first is None
    assert "2020-11-10T14:30:00" in issues[0].reason


def test_what_is_taken_for_an_export():
    head = SAMPLE.read_bytes()
    for name in ("result.json", "result", "sample.telegram.json"):
        chosen, issues = choose(name, head, name)
        assert (chosen.name, issues) == ("telegram", [])
    assert choose("a.txt", b"\xef\xbb\xbf" + head, "a.txt")[0].name == "telegram"
    assert choose("a.json", b'{"text": "x", "messages": []}', "a.json")[0].name == "jsonl"
    assert choose("a.json", b'{"type": "personal_chat", "id": 1, "messages": []}', "a.json")[0].name == "jsonl"


def test_it_comes_through_standard_input():
    found = list(open_sources(["-"], stdin=io.BytesIO(SAMPLE.read_bytes())))
    assert sum(len(one.documents) for one in found) == 2


def test_a_channel_whose_name_cannot_be_read_loses_its_name_only(opened):
    export = _export(_message(1)).replace("قناة السهل".encode(), b"\\u12")
    documents, issues = opened(export)
    assert [(one.id, one.source) for one in documents] == [("telegram:77/1", None)]
    assert "`name`" in issues[0].reason


def test_half_a_letter_pair_is_told_as_an_unknown_letter(opened):
    documents, _ = opened(_export(_message(1, "وصل @ المراقبون")).replace(b"@", b"\\ud83d"))
    assert documents[0].text == "وصل \ufffd المراقبون"


def test_a_time_of_too_many_digits_is_no_time(opened):
    documents, _ = opened(_export(_message(1, date_unixtime="9" * 5_000)))
    assert documents[0].published.basis == "unknown"
