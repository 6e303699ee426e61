"""Documents date each other: an undated article that tells the same news as a dated one takes its day."""

import json
from pathlib import Path

import pytest

from hudna import pipeline
from hudna.knowledge import load_knowledge
from hudna.ledger import Ledger, Run
from hudna.model import Document, Published
from hudna.pipeline import walk
from hudna.reading import Lending, anchors_of, read_document

HEAD = "مقتل 14 شخصا في قصف مدفعي على سوق المدينة القديمة في تعز"
DATED = {
    "id": "dated",
    "published": "2021-06-05",
    "text": f"{HEAD}\nقتل 14 شخصا وأصيب 31 آخرون في قصف مدفعي على سوق المدينة القديمة في تعز مساء أمس الجمعة.\n"
    "وقال مسعفون إن بين القتلى نساء.",
}
UNDATED = {
    "id": "undated",
    "text": f"{HEAD}\nقتل 14 شخصا وأصيب 31 آخرون أمس الجمعة في قصف مدفعي على سوق المدينة القديمة في تعز.\n"
    "وأدانت منظمات إنسانية القصف.",
}
STRANGER = {
    "id": "stranger",
    "text": "افتتاح معرض للكتاب في العاصمة\nافتتح أمس معرض للكتاب في العاصمة بمشاركة دور نشر كثيرة.\nويستمر أسبوعا.",
}


def dates(tmp_path: Path, *records: dict[str, str]) -> dict[str, str | None]:
    source = tmp_path / "news.jsonl"
    source.write_text("\n".join(json.dumps(record, ensure_ascii=False) for record in records), encoding="utf-8")
    with Ledger.open(tmp_path / "ledger.sqlite", create=True) as ledger:
        with ledger.run(Run(at="2021-06-10T00:00:00Z")):
            walk(ledger, [source], load_knowledge([]), as_of="2021-06-10")
        return {document.id: document.published.first for document in ledger.documents()}


@pytest.mark.parametrize("order", [(DATED, UNDATED, STRANGER), (STRANGER, UNDATED, DATED)])
def test_an_undated_article_takes_the_day_of_a_dated_one(tmp_path: Path, order: tuple[dict[str, str], ...]) -> None:
    found = dates(tmp_path, *order)
    assert found["undated"] == "2021-06-05"
    assert found["stranger"] is None


def test_what_comes_in_later_is_taken_apart_alone_and_touches_only_what_it_may_date(tmp_path, monkeypatch):
    apart: list[str] = []

    def counted(document):
        apart.append(document.id)
        return anchors_of(document)

    monkeypatch.setattr(pipeline, "anchors_of", counted)
    knowledge, day = load_knowledge([]), "2021-06-20"
    later = {**STRANGER, "id": "later", "published": "2021-06-07"}
    batches = ([STRANGER, UNDATED], [later], [DATED], [{**DATED, "published": "2021-06-12"}])
    seen = []
    with Ledger.open(tmp_path / "ledger.sqlite", create=True) as ledger:
        for number, batch in enumerate(batches):
            source = tmp_path / f"{number}.jsonl"
            source.write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in batch), encoding="utf-8")
            with ledger.run(Run(at="2021-06-10T00:00:00Z")):
                read = walk(ledger, [source], knowledge, as_of=day).read
            seen.append((read, ledger.document("undated").published.first))
    assert apart == ["later", "dated", "dated"]
    assert seen == [(2, None), (1, None), (2, "2021-06-05"), (2, "2021-06-12")]


def test_only_entries_whose_words_all_stand_in_a_text_can_date_it():
    knowledge = load_knowledge([])
    documents = [
        Document(
            one["id"], one["text"], "", "", published=Published(one.get("published"), one.get("published"), "given")
        )
        for one in (DATED, UNDATED, STRANGER)
    ]
    entries = anchors_of(read_document(documents[0], knowledge).document)
    lending = Lending(entries)
    assert [lending.to(document) for document in documents] == [entries, entries, ()]
    for document in documents[1:]:
        whole = read_document(document, knowledge, dated=entries)
        assert read_document(document, knowledge, dated=lending.to(document)) == whole
