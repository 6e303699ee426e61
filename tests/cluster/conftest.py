"""Articles of our own, one of them without a date, one text under two names, one name for two texts."""

import json

import pytest

from hudna.cluster import Here, Job, run_cluster

FIRST = """وكالة الجبل - 12 أكتوبر 2020
أعلنت وزارة الدفاع الأذربيجانية مقتل 7 جنود في قصف مدفعي على لاتشين فجر الاثنين.
ودعت موسكو الجانبين إلى وقف إطلاق النار."""
SECOND = (
    """قالت وزارة الدفاع الأرمينية إن تسعة من جنودها قتلوا في قصف على لاتشين أمس الثلاثاء، ونفت يريفان خرق الهدنة."""
)
MARKET = "مقتل 14 شخصا في قصف مدفعي على سوق المدينة القديمة في لاتشين"
DATED = f"""{MARKET}
قتل 14 شخصا وأصيب 31 آخرون في قصف مدفعي على سوق المدينة القديمة في لاتشين مساء أمس الأربعاء.
وقال مسعفون إن بين القتلى نساء."""
UNDATED = f"""{MARKET}
قتل 14 شخصا وأصيب 31 آخرون أمس الأربعاء في قصف مدفعي على سوق المدينة القديمة في لاتشين.
وأدانت منظمات إنسانية القصف."""


@pytest.fixture
def archive(tmp_path):
    """A folder of articles."""
    folder = tmp_path / "archive"
    for name, text, about in (
        ("a.txt", FIRST, {"source": "agency", "published": "2020-10-12"}),
        ("b.txt", SECOND, {"source": "paper", "published": "2020-10-14"}),
        ("later/c.txt", UNDATED, {"source": "weekly"}),
        ("later/e.txt", DATED, {"source": "radio", "published": "2020-10-15"}),
        ("later/d.txt", FIRST, {"source": "evening", "published": "2020-10-12"}),
    ):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        path.with_name(f"{path.name}.meta.json").write_text(json.dumps(about), encoding="utf-8")
    lines = [
        {"id": f"w{number}", "text": f"العدد {number}\n{SECOND}", "published": "2020-10-14"} for number in range(3)
    ]
    (folder / "wire.jsonl").write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    return folder


@pytest.fixture
def spread(tmp_path):
    """A run of the cluster, in this process unless told otherwise."""

    def run(sources, out="out", engine=None):
        job = Job(str(tmp_path / out), ("karabakh",))
        return run_cluster([str(one) for one in sources], job, engine or Here(), lambda *_: None)

    return run


@pytest.fixture
def files(tmp_path):
    """Every file of a run's results with its bytes."""

    def read(out="out", *, parts=False):
        folder = tmp_path / out
        found = {
            str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
        }
        return {name: data for name, data in found.items() if parts or not name.startswith("parts/")}

    return read
