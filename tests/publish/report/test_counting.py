import pytest

from hudna.model import Count
from hudna.publish.report.counting import figure_words, people_words
from hudna.publish.report.wording import Words


@pytest.mark.parametrize(
    ("count", "english", "arabic"),
    [
        (Count("killed", 32, 32, "exact"), "32", "32"),
        (Count("killed", 1500, 1500, "about"), "about 1,500", "نحو 1,500"),
        (Count("killed", 32, None, "at_least"), "at least 32", "32 على الأقل"),
        (Count("killed", None, 50, "at_most"), "at most 50", "50 على الأكثر"),
        (Count("killed", 200, None, "more_than"), "more than 200", "أكثر من 200"),
        (Count("killed", 50, 60, "exact"), "50 to 60", "من 50 إلى 60"),
        (Count("killed", 20, None, "dozens"), "dozens", "عشرات"),
        (Count("killed", None, None, "several"), "an unstated number", "عدد غير محدد"),
        (Count("killed", None, None, "exact"), "an unstated number", "عدد غير محدد"),
        (Count("killed", 5, 5, "roughly"), "5 (roughly)", "5 (roughly)"),
    ],
)
def test_figures_keep_their_bound(count, english, arabic):
    assert figure_words(count, Words("en")).striptags() == english
    assert figure_words(count, Words("ar")).striptags() == arabic


def test_people():
    words = Words("en")
    assert people_words(Count("killed", 1, 1, "exact"), words) is None
    assert people_words(Count("killed", 1, 1, "exact", "person"), words) is None
    assert people_words(Count("killed", 1, 1, "exact", "child"), words) == "children"
    assert people_words(Count("killed", 1, 1, "exact", "firefighter"), words).striptags() == "firefighter"
