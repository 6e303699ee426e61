"""Which theatre a text is about."""

import pytest

from hudna.knowledge import Knowledge
from hudna.model import Actor, Place, Theatre
from hudna.reading.recognise.theatres import TheatreFinder


def theatre(key, *, actors=(), places=(), parties=()):
    return Theatre(key, key, key, "+00:00", actors, places, (), (), (), parties)


def place(code, name):
    return Place(code, name, code, "town", 0.0, 0.0, 1.0)


NORTH = theatre(
    "north",
    actors=(
        Actor("NOR", "الشماليون", "North", "country", demonyms=("شمالي", "شمالية")),
        Actor("FAR", "بعيد", "Far", "country"),
    ),
    places=(place("hill", "تل الريح"), place("capital", "العاصمة الكبرى")),
    parties=("NOR",),
)
SOUTH = theatre("south", places=(place("gulf", "خليج الملح"),))
WORLD = theatre("world", places=(place("capital", "العاصمة الكبرى"),))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قصف في تل الريح قال الشماليون", "north"),
        ("قصف في تل الريح وبتل الريح", "north"),
        ("القوات الشمالية عند خليج الملح وتل الريح", "north"),
        ("قصف في تل الريح", None),
        ("تل الريح ثم خليج الملح", None),
        ("تل الريح وتل الريح ثم خليج الملح وخليج الملح", None),
        ("العاصمة الكبرى بعيد العاصمة الكبرى بعيد", None),
        ("", None),
    ],
)
def test_a_theatre_is_recognised_by_its_own_names(text, found):
    nothing = {}
    knowledge = Knowledge((WORLD, NORTH, SOUTH), nothing, nothing, nothing, (), (), nothing, "k")
    assert TheatreFinder(knowledge).find(text) == found
