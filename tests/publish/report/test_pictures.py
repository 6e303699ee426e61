import re

import msgspec
import pytest
from lxml import etree
from markupsafe import Markup

from hudna.model import Count
from hudna.publish.report import LANGUAGES
from hudna.publish.report.pictures import gathered_pictures, places
from hudna.publish.report.pictures.places import Frame
from hudna.publish.report.pictures.shores import FILE, shores_near
from hudna.publish.report.pictures.svg import drawing, element, label

from .conftest import claim, document, event

SVG = "{http://www.w3.org/2000/svg}"


def _words(picture):
    return [one.text for one in etree.fromstring(str(picture.svg)).iter(f"{SVG}text")]


def _told_at(*codes):
    text = document("a.txt", "قصف أول وقصف ثان وقصف ثالث وقصف رابع")
    quotes = ("قصف أول", "قصف ثان", "قصف ثالث", "قصف رابع")
    day = ("2023-09-20", "2023-09-20")
    claims = [
        claim(f"C{number}", text, quote, "hostilities.shelling", places=(code,), when=day)
        for number, (quote, code) in enumerate(zip(quotes, codes, strict=False))
    ]
    events = [event(f"E{number}", [one]) for number, one in enumerate(claims)]
    return {"documents": (text,), "claims": tuple(claims), "events": tuple(events)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_places_bear_the_same_numbers_on_the_map_and_in_the_key(desk, language):
    drawn = gathered_pictures(desk(language, _told_at("aghdam", "stepanakert", "aghdam", "armenia")))
    assert [row.number for row in drawn.rows] == [1, 2, None]  # a country is no point
    assert {"1", "2"} <= set(_words(drawn.places))
    assert "3" not in _words(drawn.places)


def test_a_disputed_place_bears_both_names_in_the_key(desk):
    drawn = gathered_pictures(desk("en", _told_at("stepanakert")))
    assert "Khankendi/Stepanakert" in drawn.rows[0].name.striptags()


def test_radii_are_those_of_the_packs(desk, knowledge):
    made = desk("en", _told_at("aghdam", "stepanakert"))
    drawn = gathered_pictures(made).places
    circles = [one for one in etree.fromstring(str(drawn.svg)).iter(f"{SVG}circle") if one.get("stroke-dasharray")]
    wide, narrow = sorted((float(one.get("r")) for one in circles), reverse=True)
    told = [knowledge.places[code].precision_km for code in ("aghdam", "stepanakert")]
    assert wide / narrow == pytest.approx(told[0] / told[1], rel=0.05)


def test_north_is_up_and_east_is_right():
    frame = Frame(west=46, north=41, scale=100, squeeze=0.77)
    assert frame.y(40.5) > frame.y(40.9)
    assert frame.x(46.5) > frame.x(46.1)
    assert frame.length(places.KM_PER_DEGREE) == 100


def test_numbers_never_hide_each_other(desk):
    drawn = gathered_pictures(desk("en", _told_at("shosh", "mkhitarashen", "karin_tak", "shusha"))).places
    root = etree.fromstring(str(drawn.svg))
    spots = [(float(one.get("cx")), float(one.get("cy"))) for one in root.iter(f"{SVG}circle") if one.get("r") == "9"]
    assert len(spots) == 4
    assert min(abs(a - c) + abs(b - d) for a, b in spots for c, d in spots if (a, b) != (c, d)) > places.BADGE


def test_nothing_told_is_nothing_drawn(desk):
    drawn = gathered_pictures(desk("en", {}))
    assert (drawn.places, drawn.days, drawn.killed, tuple(drawn.rows)) == (None, None, None, ())


def test_days_are_counted_in_both_periods(desk):
    nouns = _told_at("aghdam", "stepanakert")
    before = [msgspec.structs.replace(one, when=("2023-09-19", "2023-09-19")) for one in nouns["events"][:1]]
    drawn = gathered_pictures(desk("en", {**nouns, "events": (*before, nouns["events"][1])})).days
    assert {"2023-09-19", "2023-09-20"} <= set(_words(drawn))
    bars = [one for one in etree.fromstring(str(drawn.svg)).iter(f"{SVG}rect") if one.get("width") == "46"]
    assert len(bars) == 2
    assert bars[0].get("fill-opacity") < bars[1].get("fill-opacity")


def test_every_figure_of_the_killed_stands_alone(desk, told):
    drawn = gathered_pictures(desk("en", told)).killed
    words = _words(drawn)
    assert "32" in words
    assert "about 100" in words
    assert "132" not in "".join(words)


def test_a_figure_without_a_top_has_an_arrow(desk, told):
    claims = list(told["claims"])
    claims[3] = msgspec.structs.replace(claims[3], count=Count("killed", 100, None, "at_least", "person"))
    open_ended = msgspec.structs.replace(told["events"][0].figures[1], hi=None, bound="at_least")
    one = msgspec.structs.replace(told["events"][0], figures=(told["events"][0].figures[0], open_ended))
    drawn = gathered_pictures(desk("en", {**told, "claims": tuple(claims), "events": (one,)})).killed
    assert list(etree.fromstring(str(drawn.svg)).iter(f"{SVG}path"))


def test_hostile_words_stay_words():
    assert element("text", "<script>") == "<text>&lt;script&gt;</text>"
    assert 'a="&#34;&gt;"' in element("g", a='">')
    odd = drawing([label(0, 0, "a\x00")], alt=Markup("b\u202e"), width=9, height=9)
    assert "\x00" not in odd.svg
    assert "\u202e" not in odd.svg
    assert "\u2068قتلى\u2069" in label(0, 0, "قتلى")
    assert "\u2068" not in label(0, 0, "killed")


def test_pictures_fetch_nothing(desk, told):
    drawn = gathered_pictures(desk("ar", told))
    for picture in (drawn.places, drawn.killed):
        assert not re.search(r"href|url\(|<image|<script|style=", str(picture.svg))


@pytest.mark.skipif(not FILE.is_file(), reason="the assets were not built")
def test_shores_are_found_by_a_box_of_degrees():
    assert list(shores_near(33, 31, 36, 34))
    assert len(list(shores_near(33, 31, 36, 34))) < 50
