"""Whom a group of copies comes from."""

import pytest

from hudna.intake.copies import Agencies, group_of
from hudna.knowledge import load_knowledge


@pytest.fixture(scope="module")
def agencies():
    return Agencies(load_knowledge())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("موسكو (تاس) - قالت الوزارة إن القافلة وصلت.", "tass"),
        ("قالت الوزارة إن القافلة وصلت.\nالمصدر: سبوتنيك", "sputnik"),
        ("قالت الوزارة إن القافلة وصلت.\nإنترفاكس", "interfax"),
        ("قالت الوزارة، بحسب ما نقلت وكالة إنترفاكس عن متحدث، إن القافلة وصلت.", None),
        ("موسكو (تاس) - وصلت القافلة.\nالمصدر: سبوتنيك", None),
        ("وصلت القافلة إلى كنتاسكي.", None),
        ("", None),
    ],
)
def test_credits_stand_at_the_edges(agencies, made, text, code):
    assert agencies.credited(made("a", text)) == code


def test_a_credited_agency_comes_before_the_earliest(agencies, made):
    early = made("b", "وصلت القافلة.", source="daily", published="2023-09-20")
    late = made("a", "باكو (سبوتنيك) - وصلت القافلة.", source="weekly", published="2023-09-21")
    group = group_of([late, early], agencies)
    assert (group.id, group.docs, group.origin) == ("a", ("b", "a"), "sputnik")
    assert "credits" in group.why


def test_without_a_credit_it_is_the_earliest_and_without_dates_the_first(agencies, made):
    early = made("b", "وصلت القافلة.", source="daily", published="2023-09-20")
    late = made("a", "وصلت القافلة.", source="weekly", published="2023-09-21")
    assert group_of([late, early], agencies).origin == "daily"
    assert group_of([made("y", "نص"), made("x", "نص")], agencies).origin == "x"
