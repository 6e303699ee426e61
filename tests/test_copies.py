"""Copies on the street: found in the ledger, one origin for the events, the same however they come in."""

import shutil
from itertools import permutations

import pytest

from hudna.knowledge import load_knowledge
from hudna.ledger import Ledger, Run
from hudna.pipeline import walk

REPORT = "قُتل خمسة جنود في قصف مدفعي استهدف محيط مدينة غوريس فجر الأربعاء، وأصيب ثلاثة آخرون نقلوا إلى مستشفى المدينة."
MORE = "وانقطع التيار الكهربائي عن أحياء واسعة، وأغلقت المدارس أبوابها، فيما توجه متطوعون إلى مركز التبرع بالدم القريب."
LONG = (
    "عاش سكان المنطقة الحدودية ليلة صعبة أخرى، وتحدث معلم متقاعد عن شتاء طويل لم تعرف القرية مثله منذ عقود، "
    "وعن طرق مقطوعة وأسواق فارغة وانتظار لا ينتهي لأخبار الأبناء."
)
OUTLETS = {
    "agency.txt": f"{REPORT} {MORE}",
    "paper.txt": f"عنوان آخر\n{REPORT} {MORE}",
    "weekly.txt": f"{LONG}\n\n{REPORT} {MORE}\n\nوختم المعلم حديثه بأن أحدا لا يعرف متى تعود الحياة إلى ما كانت عليه.",
}


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "articles"
    made.mkdir()
    for name, text in OUTLETS.items():
        (made / name).write_text(text, encoding="utf-8")
        hour = 8 + list(OUTLETS).index(name)
        about = f'{{"source": "{name[:-4]}", "published": "2022-09-14T{hour:02}:00"}}'
        (made / f"{name}.meta.json").write_text(about, encoding="utf-8")
    return made


def run(path, sources):
    knowledge = load_knowledge(["karabakh"])
    with Ledger.open(path, create=True) as ledger, ledger.run(Run(at="2022-09-15T00:00:00Z")):
        walk(ledger, sources, knowledge, as_of="2022-09-15")


def told(path):
    with Ledger.open(path) as ledger:
        killed = [event for event in ledger.events() if any(figure.lo == 5 for figure in event.figures)]
        return killed, ledger.content_digest(), {doc: ledger.copies_of(doc) for doc in OUTLETS}


def test_three_outlets_with_one_report_are_one_origin(folder, tmp_path):
    run(tmp_path / "l.sqlite", [folder])
    (event,), _, copies = told(tmp_path / "l.sqlite")
    assert event.sources == len(OUTLETS)
    assert event.origins == ("source:agency",)
    assert copies["paper.txt"][1].docs == ("agency.txt", "paper.txt")
    assert copies["paper.txt"][1].origin == "agency"
    assert {one.sort for one in copies["weekly.txt"][0]} == {"part"}
    assert copies["weekly.txt"][1] is None
    with Ledger.open(tmp_path / "l.sqlite") as ledger:
        assert ledger.verify().sound


@pytest.mark.parametrize("order", list(permutations(OUTLETS)))
def test_the_order_of_arrival_changes_nothing(folder, tmp_path, order):
    run(tmp_path / "whole.sqlite", [folder])
    for name in order:
        run(tmp_path / "one.sqlite", [folder / name])
    whole, pieces = told(tmp_path / "whole.sqlite"), told(tmp_path / "one.sqlite")
    assert pieces[:2] == whole[:2]
    assert {doc: found[1] for doc, found in pieces[2].items()} == {doc: found[1] for doc, found in whole[2].items()}


def test_nothing_new_compares_and_writes_nothing(folder, tmp_path):
    run(tmp_path / "l.sqlite", [folder])
    with Ledger.open(tmp_path / "l.sqlite") as ledger:
        before = len(list(ledger.log()))
        assert ledger.uncompared() == ()
    run(tmp_path / "l.sqlite", [folder])
    with Ledger.open(tmp_path / "l.sqlite") as ledger:
        assert len(list(ledger.log())) == before


def test_a_changed_text_leaves_its_group(folder, tmp_path):
    run(tmp_path / "l.sqlite", [folder])
    changed = tmp_path / "changed"
    shutil.copytree(folder, changed)
    (changed / "paper.txt").write_text(LONG, encoding="utf-8")
    run(tmp_path / "l.sqlite", [changed])
    with Ledger.open(tmp_path / "l.sqlite") as ledger:
        kept = {document.id: document.text for document in ledger.documents()}
        groups = {doc: ledger.copies_of(doc)[1] for doc in kept}
    strays = [doc for doc, text in kept.items() if text == LONG]
    assert strays
    assert all(groups[doc] is None or "agency.txt" not in groups[doc].docs for doc in strays)


def test_one_text_in_two_files_gives_the_claims_of_both(folder, tmp_path):
    (folder / "evening.txt").write_bytes((folder / "agency.txt").read_bytes())
    run(tmp_path / "l.sqlite", [folder])
    with Ledger.open(tmp_path / "l.sqlite") as ledger:
        claims = [claim for claim in ledger.claims() if claim.doc in {"agency.txt", "evening.txt"}]
        (group,) = {ledger.copies_of(doc)[1] for doc in ("agency.txt", "evening.txt")}
    assert len(claims) == 2 * len({claim.quote + claim.kind for claim in claims})
    assert len({claim.id for claim in claims}) == len(claims)
    assert {"agency.txt", "evening.txt"} <= set(group.docs)
