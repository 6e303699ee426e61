"""Every word of the dashboard stands in both languages, is asked for, and none is missing."""

import re
from pathlib import Path
from string import Formatter

import hudna.publish.web as room
from hudna.publish.report.wording import LANGUAGES, PLURALS, messages
from hudna.publish.web.speaking import own_messages, words_in

ROOM = Path(room.__file__).parent
ARABIC = re.compile("[\u0621-\u064a]")
BY_CODE = {"frame.other_language"}
"""Written in the other language on purpose."""


def _every():
    """(key, language, text) of every message in every form."""
    for section, entries in own_messages().items():
        for name, entry in entries.items():
            for language, told in entry.items():
                for text in told.values() if isinstance(told, dict) else [told]:
                    yield f"{section}.{name}", language, text


def test_every_message_stands_in_both_languages():
    keys = {language: {key for key, own, _ in _every() if own == language} for language in LANGUAGES}
    assert keys["ar"] == keys["en"]
    assert {language for _, language, _ in _every()} == set(LANGUAGES)


def test_each_is_written_in_its_own_language():
    assert not [key for key, _, text in _every() if not text.strip()]
    english = [key for key, language, text in _every() if language == "en" and ARABIC.search(text)]
    assert set(english) <= BY_CODE
    bare = [(key, re.sub(r"\{\w+\}", "", text)) for key, language, text in _every() if language == "ar"]
    assert {key for key, text in bare if re.search("[A-Za-z]", text) and not ARABIC.search(text)} <= BY_CODE


def test_a_message_asks_for_the_same_things_in_both_languages():
    wanted = {}
    for key, language, text in _every():
        wanted.setdefault(key, {}).setdefault(language, set()).update(name for _, name, _, _ in Formatter().parse(text))
    assert not [key for key, asked in wanted.items() if asked["ar"] - {None} != asked["en"] - {None}]


def test_counted_messages_have_every_plural_form():
    counted = [
        (entry, language) for section in own_messages().values() for entry in section.values() for language in entry
    ]
    assert not [
        entry
        for entry, language in counted
        if isinstance(entry[language], dict) and tuple(entry[language]) != PLURALS[language]
    ]


def test_no_message_holds_markup():
    assert not [key for key, _, text in _every() if re.search("[<>&]", text)]


def test_the_dashboard_says_nothing_again_that_the_report_says_already():
    shared = messages()
    assert not [key for key, _, _ in _every() if key.split(".", 1)[1] in shared.get(key.split(".", 1)[0], {})]


def _code():
    return "\n".join(path.read_text(encoding="utf-8") for path in ROOM.rglob("*") if path.suffix in {".py", ".jinja"})


def test_every_message_that_is_asked_for_is_there():
    known = words_in("en")
    asked = set(re.findall(r"""words(?:\.plural)?\(\s*["'](\w+\.\w+)["']""", _code()))
    assert asked
    assert not [key for key in asked if not known.has(*key.split("."))]
    counted = set(re.findall(r"""\.counted\(\s*["'](\w+)["']""", _code()))
    assert not [name for name in counted if not known.has("count", name)]


def test_no_message_is_idle():
    code = _code()
    by_section = {name for name in own_messages() if re.search(rf"""["']{name}(?:\.["'{{]|["'])""", code)}
    idle = [
        key
        for key in dict.fromkeys(key for key, _, _ in _every())
        if key.split(".")[0] not in by_section
        and not any(f"{quote}{asked}{quote}" in code for asked in (key, key.removeprefix("count.")) for quote in "\"'")
    ]
    assert not idle
