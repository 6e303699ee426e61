"""What a day brought, asked of a ledger that the street itself has written."""

import pytest

from hudna.knowledge import load_knowledge
from hudna.ledger import Ledger, Run
from hudna.pipeline import walk

TEXTS = {
    "one": ("2020-10-02", "وكالة الميزان", "قالت وزارة الدفاع الأرمينية إن 3 من جنودها قتلوا في قصف على لاتشين أمس."),
    "two": (
        "2020-10-03",
        "صحيفة الضفاف",
        "قالت وزارة الدفاع الأرمينية إن 3 من جنودها قتلوا في قصف على لاتشين أول أمس.",
    ),
    "three": ("2020-10-03", "صحيفة الضفاف", "قصفت القوات الأذربيجانية بلدة شوشة أمس."),
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    folder = tmp_path_factory.mktemp("daily")
    for name, (day, source, text) in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        said = f'{{"published": "{day}", "source": "{source}"}}'
        (folder / f"{name}.txt.meta.json").write_text(said, encoding="utf-8")
    with Ledger.open(folder / "ledger.sqlite", create=True) as book:
        with book.run(Run(at="2020-10-03T20:00:00Z", theatre="karabakh")):
            walk(book, [str(folder)], load_knowledge(["karabakh"]), as_of="2020-10-03")
        yield book.desk


def test_what_a_days_documents_tell(desk):
    first, many = desk.told("2020-10-02", "2020-10-02")
    assert many == len(first) > 0
    assert all("one.txt" in event.documents for event in first)
    both, every = desk.told("2020-10-02", "2020-10-03")
    assert every > many
    assert {event.id for event in first} <= {event.id for event in both}
    assert desk.told("2020-10-04", "2020-10-09") == ([], 0)


def test_no_more_than_asked_for_and_yet_all_counted(desk):
    some, many = desk.told("2020-10-02", "2020-10-03", size=1)
    assert len(some) == 1 < many


def test_an_event_is_as_old_as_its_first_document(desk):
    events, _ = desk.told("2020-10-02", "2020-10-03")
    known = desk.first_told(*(event.id for event in events))
    for event in events:
        assert known[event.id] == min(TEXTS[doc.removesuffix(".txt")][0] for doc in event.documents)
    assert desk.first_told() == {}


def test_who_is_quoted_is_counted_by_speaker(desk):
    assert {code.partition(".")[0] for code in desk.quoted("2020-10-02", "2020-10-02")} == {"ARM"}
    assert desk.quoted("2020-10-04", "2020-10-09") == {}


def test_in_whose_voice_a_source_tells(desk):
    voices = {one.source: one for one in desk.voices("2020-10-02", "2020-10-03")}
    assert voices["وكالة الميزان"].own == 0
    assert voices["وكالة الميزان"].relayed > 0
    assert voices["صحيفة الضفاف"].own > 0
    assert voices["صحيفة الضفاف"].speakers == 1


def test_what_a_source_tells_alone(desk):
    assert desk.alone("2020-10-02", "2020-10-03").get("صحيفة الضفاف", 0) > 0
    assert desk.alone("2020-10-04", "2020-10-09") == {}
