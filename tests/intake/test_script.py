import pytest

from hudna.intake.script import language_of

PERSIAN = "وزارت دفاع اعلام کرد که سه سرباز در گشت روستا کشته شدند و گفت وضعیت پس از گفت و گو آرام است. " * 3


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("قتل ثلاثة جنود", "ar"),
        ("BBC News: إن", "latin"),
        ("قال المتحدث باسم الوزارة لشبكة CNN إن الوضع هادئ", "ar"),
        ("The ministry said.", "latin"),
        ("Le très grand hôtel", "latin"),
        ("Министерство обороны", "und"),
        ("משרד הביטחון", "und"),
        ("外交部", "und"),
        ("2020 - 11 !", "und"),
        ("", "und"),
        (PERSIAN, "und"),
        ("مباراة چلسي", "ar"),
        ("الرئیس قال ان الاتفاق کان واضحا ویشمل جمیع الاطراف فی المنطقه " * 3, "ar"),
    ],
)
def test_letters_tell(text, language):
    assert language_of(text) == language


def test_a_menu_in_front_does_not_decide():
    assert language_of("Home News Sport " * 20 + "قالت الوزارة إن المراقبين وصلوا " * 200 + "Share " * 60) == "ar"
