"""Lines for a terminal, with and without colours."""

import msgspec

from hudna.publish.view import write_terminal


def test_without_colours_marks_stand_around_the_words(viewed):
    told = write_terminal(viewed, colour=False)
    assert "\x1b" not in told
    assert "أعلنت ⟦وزارة الدفاع في ⟦يريفان⟧⟧ ⟦أمس⟧ [1]مقتل ⟦نحو 100⟧ جندي" in told
    assert "   4  [2]واستمر القصف ⟦أقل من ⟦24⟧ ساعة⟧." in told


def test_below_each_line_stands_what_was_found(viewed):
    lines = write_terminal(viewed, colour=False).splitlines()
    place = lines.index("      number   «نحو 100» = about 100 soldier  rule: a rule; a reason")
    words = next(n for n, line in enumerate(lines) if line.startswith("   2  "))
    claim = next(n for n, line in enumerate(lines) if line.startswith("      [1] casualties.killed: says ARM.MOD"))
    assert words < place < claim
    assert "published 2020-10-11 to 2020-10-12 (inferred)" in lines[0]


def test_with_colours_words_are_underlined_in_their_colour(viewed):
    told = write_terminal(viewed, colour=True)
    assert "⟦" not in told
    assert "\x1b[4;33mنحو 100\x1b[0m" in told


def test_a_text_cannot_take_the_terminal_over(viewed):
    bad = msgspec.structs.replace(viewed.document, id="d\x1b[2J", text="\x1b]0;x\x07 \x9b نص [bold]")
    told = write_terminal(msgspec.structs.replace(viewed, document=bad, mentions=(), claims=()), colour=False)
    assert not {"\x1b", "\x07", "\x9b"} & set(told)
    assert "[bold]" in told
