"""Documents date each other: an undated article that tells the same news as a dated one takes its day."""

import json
from pathlib import Path

import pytest

from hudna.knowledge import load_knowledge
from hudna.ledger import Ledger, Run
from hudna.pipeline import walk

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
