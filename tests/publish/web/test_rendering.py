"""Words of hundreds of letters may break, and nothing else of a page changes."""

from hudna.publish.web.rendering import breakable

MARK = "\u0651"
"""A vowel sign stands on the letter before it."""


def test_a_word_of_thousands_of_letters_may_break_and_reads_the_same():
    page = f"<p>{'ع' * 1000}</p>"
    broken = breakable(page)
    assert broken.count("<wbr>") == 5
    assert broken.replace("<wbr>", "") == page


def test_neither_entities_nor_signs_on_letters_are_torn_apart():
    page = f"<p>{'&amp;' * 450}</p><p>{('ع' + MARK) * 450}</p>"
    broken = breakable(page)
    assert broken.replace("<wbr>", "") == page
    assert broken.count("<wbr>") >= 6
    assert f"<wbr>{MARK}" not in broken
    assert all(piece.count("&") == piece.count(";") for piece in broken.split("<wbr>"))


def test_addresses_titles_and_common_words_stay():
    page = f'<title>{"x" * 900}</title><a href="/{"y" * 900}">{"words and words " * 90}</a>'
    assert breakable(page) == page
