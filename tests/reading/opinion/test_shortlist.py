from hudna.reading.normalise import fold_text
from hudna.reading.opinion.shortlist import shortlist_of
from hudna.reading.split import split_text


def of(text, knowledge):
    return shortlist_of(split_text(fold_text(text)), knowledge)


def test_who_and_what_is_named(knowledge):
    found = of("نقلت وكالة إنترفاكس عن وزارة الدفاع الأذربيجانية أن جنديا قتل في لاتشين.", knowledge)
    assert {"interfax", "AZE.MOD", "AZE", "AZE.GOV", "AZE.MIL", "SOURCE"} <= set(found.actors)
    assert not [code for code in found.actors if code.startswith("ARM")]
    assert "lachin" in found.places
    assert knowledge.within("lachin") <= set(found.places)
    assert found.places["lachin"] == knowledge.places["lachin"].name_ar


def test_a_text_that_names_nobody(knowledge):
    found = of("لا شيء جديد.", knowledge)
    assert set(found.actors) == {"SOURCE"}
    assert not found.places
