import csv
import re
from pathlib import Path
from string import Formatter

import pytest
from markupsafe import Markup

import hudna.publish.report as room
from hudna.errors import UsageError
from hudna.events.verdicts import HAPPENED, VIOLATION, WHO
from hudna.knowledge import load_knowledge
from hudna.model.agreement import READINGS, STATUSES
from hudna.model.claim import BOUNDS, MODALITIES
from hudna.publish.report.names import Names
from hudna.publish.report.telling import ORDER
from hudna.publish.report.wording import (
    LANGUAGES,
    PLURALS,
    Words,
    direction_of,
    isolate,
    latin,
    messages,
    plural_form,
)

ROOM = Path(room.__file__).parent
SRC = ROOM.parents[1]
ARABIC = re.compile("[\u0621-\u064a]")


def _every():
    """(key, language, text) of every message in every form."""
    for section, entries in messages().items():
        for name, entry in entries.items():
            for language, told in entry.items():
                for text in told.values() if isinstance(told, dict) else [told]:
                    yield f"{section}.{name}", language, text


def test_every_message_stands_in_both_languages():
    keys = {language: {key for key, own, _ in _every() if own == language} for language in LANGUAGES}
    assert keys["ar"] == keys["en"]
    assert {language for _, language, _ in _every()} == set(LANGUAGES)


def test_no_message_is_empty_and_each_is_written_in_its_own_language():
    assert not [key for key, _, text in _every() if not text.strip(" ")]
    assert not [key for key, language, text in _every() if language == "en" and ARABIC.search(text)]
    worded = [
        (key, text) for key, language, text in _every() if language == "ar" and re.search("[A-Za-z]", _bare(text))
    ]
    assert [key for key, text in worded if not ARABIC.search(text)] == []


def _bare(text):
    return re.sub(r"\{\w+\}", "", text)


def test_a_message_asks_for_the_same_things_in_both_languages():
    wanted = {}
    for key, language, text in _every():
        wanted.setdefault(key, {}).setdefault(language, set()).update(name for _, name, _, _ in Formatter().parse(text))
    assert not [key for key, asked in wanted.items() if asked["ar"] - {None} != asked["en"] - {None}]


def test_counted_messages_have_every_plural_form():
    for section in ("count", "glance", "unit"):
        for name, entry in messages()[section].items():
            for language in LANGUAGES:
                assert tuple(entry[language]) == PLURALS[language], name


def test_no_message_holds_markup():
    assert not [key for key, _, text in _every() if re.search("[<>&]", text)]


def test_every_message_that_is_asked_for_is_there_and_none_is_idle():
    code = "\n".join(path.read_text(encoding="utf-8") for path in ROOM.rglob("*") if path.suffix in {".py", ".jinja"})
    known = {f"{section}.{name}" for section, entries in messages().items() for name in entries}
    asked = {key for key in re.findall(r"""["'](\w+\.\w+)["']""", code) if key.split(".")[0] in messages()}
    asked -= {"report.html", "picture.typ"}
    assert not asked - known
    put_together = {
        "page": {"and_join", "then_join"},
        "figure": set(BOUNDS),
        "claim": set(),
        "field": {"places", "when", "means", "agents", "targets", "denied", "naming"},
    }
    for section in (*put_together, "intro", "incident", "obligation", "casualty", "text", "issue", "date"):
        idle = {name for name in messages()[section] if f"{section}.{name}" not in asked}
        assert not idle - put_together.get(section, set()), section


@pytest.mark.parametrize(
    ("section", "codes"),
    [
        ("status", STATUSES),
        ("reading", READINGS),
        ("reading_short", READINGS),
        ("modality", MODALITIES),
        ("figure", BOUNDS),
        ("happened", set(HAPPENED) - {"not_assessed"}),
        ("who_did", set(WHO) - {"not_assessed"}),
        ("violation", set(VIOLATION) - {"not_assessed"}),
        ("breach", {"alleged", "corroborated", "acknowledged", "disputed", "unknown", *VIOLATION[2:]}),
        ("difference", {"exclusive", "other_grain", "part_whole", "series", "other_scope", "naming"}),
        ("field", {"places", "when", "means", "agents", "targets", "denied"}),
        ("verb", {"accept", "reject", "correct", "merge", "split", "verify", "rule", "undo"}),
        ("severity", {"error", "warning", "note"}),
        ("basis", {"given", "metadata", "byline", "inferred", "unknown"}),
        ("month", {str(number) for number in range(1, 13)}),
        ("group", ORDER),
    ],
)
def test_every_code_of_the_nouns_has_a_label(section, codes):
    assert not set(codes) - set(messages()[section])


def test_every_reason_that_compliance_gives_has_a_label():
    code = "\n".join(path.read_text(encoding="utf-8") for path in (SRC / "compliance").glob("*.py"))
    quoted = set(re.findall(r"""["'](\w+)["']""", code))
    known = set(messages()["reason"])
    assert known <= quoted, "a label for a reason that nobody gives"
    given = set(re.findall(r"""reason="(\w+)\"""", code)) | {code for code in quoted if code.startswith("no_")}
    given -= {"no_body"}  # a signed ruling, not a reason
    assert not given - known


def test_every_measure_and_sort_of_people_has_a_label(knowledge):
    measures = {kind.measure for kind in knowledge.kinds.values() if kind.measure}
    assert not measures - set(messages()["measure"])
    with (SRC / "knowledge" / "languages" / "ar" / "counted.csv").open(encoding="utf-8", newline="") as rows:
        people = {
            row["sort"]
            for row in csv.DictReader(row for row in rows if not row.startswith("#"))
            if row["group"] == "people"
        }
    assert not people - set(messages()["people"])


@pytest.mark.parametrize(
    ("number", "form"),
    [(0, "zero"), (1, "one"), (2, "two"), (3, "few"), (10, "few"), (11, "many"), (99, "many"), (100, "other"),
     (101, "other"), (102, "other"), (103, "few"), (111, "many"), (1000, "other")],
)  # fmt: skip
def test_arabic_plurals(number, form):
    assert plural_form("ar", number) == form


def test_english_plurals():
    assert [plural_form("en", number) for number in (0, 1, 2)] == ["other", "one", "other"]


def test_what_is_filled_in_is_escaped_and_isolated():
    told = Words("en")("page.text_ref", number="<b>")
    assert told == Markup("Text <bdi>&lt;b&gt;</bdi>")


def test_our_own_phrases_are_not_isolated_again():
    inner = isolate("قره باغ")
    assert Words("ar")("page.text_ref", number=inner).count("<bdi>") == 1


def test_a_code_without_a_label_is_shown():
    assert Words("ar").label("status", "<new>") == latin("<new>")
    assert "&lt;new&gt;" in Words("ar").label("status", "<new>")


def test_only_its_own_languages():
    with pytest.raises(UsageError, match="fa"):
        Words("fa")


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("ar-LB", "rtl"), ("he", "rtl"), ("en", "auto")])
def test_direction_of_a_text(language, direction):
    assert direction_of(language) == direction


@pytest.mark.parametrize(
    ("code", "ar", "en"),
    [
        ("RUS.MIL", "جيش روسيا", "Armed forces of Russia"),
        ("SDN.MIL", "جيش السودان", "Armed forces of Sudan"),
        ("RUS.NOBODY", "RUS.NOBODY", "RUS.NOBODY"),
        ("XXX.MIL", "XXX.MIL", "XXX.MIL"),
    ],
)
def test_a_role_that_no_pack_lists_is_named_after_its_owner(code, ar, en):
    knowledge = load_knowledge()
    told = [Names(knowledge, Words(language), {}, {}).actor(code).striptags() for language in ("ar", "en")]
    assert [re.sub("[\u2066-\u2069]", "", one) for one in told] == [ar, en]


@pytest.mark.parametrize(("language", "name"), [("ar", "خالد اليماني"), ("en", "Khaled al-Yamani")])
def test_a_former_minister_is_called_by_his_name_without_the_office(language, name):
    names = Names(load_knowledge(["yemen"]), Words(language), {}, {})
    assert names.actor("YEM.yamani").striptags() == name
    assert names.actor("SDN.yamani").striptags() == "SDN.yamani"
