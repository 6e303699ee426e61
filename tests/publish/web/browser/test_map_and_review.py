"""The map moves, the slider moves through time, a decision survives a reload: with a real browser."""

import re

import pytest
from playwright.sync_api import expect

ALL = "?first=2020-09-01&last=2023-09-27"
DRAWN = "#map[data-shown]"


def numbers(text):
    return [int(one.replace(",", "")) for one in re.findall(r"\d[\d,]*", text)]


@pytest.fixture
def atlas(watch, dashboard):
    """The drawn map of the whole sample, in English."""
    seen = watch(dashboard)
    page = seen.go(f"/en/map{ALL}")
    page.wait_for_selector(DRAWN, timeout=60_000)
    yield page
    assert not seen.complaints
    assert not seen.outside


def test_the_map_says_how_much_is_in_sight_and_the_table_follows(atlas):
    rows = atlas.locator("#places tr[data-code]:visible")
    before, (events, places) = rows.count(), numbers(atlas.locator("#visible").inner_text())
    assert places == before
    atlas.evaluate("hudnaMap.jumpTo({ center: [46.75, 39.82], zoom: 11 })")
    expect(atlas.locator("#visible")).not_to_have_text(re.compile(f" {events} events"))
    closer = numbers(atlas.locator("#visible").inner_text())
    assert 0 < closer[1] < places
    assert rows.count() == closer[1]


def test_a_click_on_a_place_leads_to_its_events(atlas):
    atlas.evaluate("hudnaMap.jumpTo({ center: [46.7515, 39.8265], zoom: 9 })")
    atlas.wait_for_timeout(500)
    spot = atlas.evaluate(
        "() => { const one = hudnaMap.queryRenderedFeatures({ layers: ['symbols'] })[0];"
        " const at = hudnaMap.project(one.geometry.coordinates); "
        " return { code: one.properties.code, x: at.x, y: at.y } }"
    )
    atlas.locator("#map canvas").click(position={"x": spot["x"], "y": spot["y"]})
    link = atlas.locator(".maplibregl-popup a")
    assert f"place={spot['code']}" in link.get_attribute("href")
    link.click()
    atlas.wait_for_url("**/en/events?place=*")
    assert atlas.locator("#results li[data-row]").count() > 0


def test_the_slider_moves_the_span_and_the_address_keeps_it(atlas):
    atlas.locator("#day").focus()
    atlas.keyboard.press("Home")
    expect(atlas).not_to_have_url(re.compile("last=2023-09-27"))
    state = atlas.evaluate("location.search")
    assert atlas.locator("#switch").get_attribute("href").endswith(state)
    atlas.reload()
    atlas.wait_for_selector(DRAWN, timeout=60_000)
    assert atlas.evaluate("location.search") == state


def test_without_webgl_the_table_stands_alone_and_says_so(watch, dashboard):
    seen = watch(dashboard)
    seen.page.add_init_script("HTMLCanvasElement.prototype.getContext = () => null")
    page = seen.go(f"/ar/map{ALL}")
    assert page.locator("#no-map").is_visible()
    assert not page.locator("#map").is_visible()
    assert page.locator("#places tr[data-code]").count() > 5
    assert not seen.complaints


@pytest.mark.parametrize("language", ["ar", "en"])
def test_what_is_searched_for_is_marked_and_leads_to_its_words(watch, dashboard, language):
    seen = watch(dashboard)
    page = seen.go(f"/{language}/today")
    page.locator('.bar input[type="search"]').fill("لاتشين")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{language}/search?q=*")
    assert page.locator(".hits mark").count() > 0
    page.locator(".hits a").first.click()
    page.wait_for_url(f"**/{language}/documents/**")
    assert page.locator("main").inner_text()
    assert not seen.complaints


def test_a_decision_survives_a_reload_and_can_be_taken_back(watch, serving, copied):
    with serving(copied) as address:
        seen = watch(address)
        page = seen.go("/en/review")
        page.locator("#results a").first.click()
        form = page.locator("form#sign")
        form.locator("select").select_option("refuted")
        form.locator('input[name="who"]').fill("N. Haddad")
        form.locator('input[name="reason"]').fill("seen on site")
        form.locator("button").click()
        expect(page.locator(".done")).to_contain_text("N. Haddad")
        page.reload()
        assert page.locator(".decision").first.inner_text().count("seen on site") == 1
        page.locator(".decision summary").first.click()
        undo = page.locator(".decision form").first
        assert undo.locator('input[name="who"]').input_value() == "N. Haddad"
        undo.locator('input[name="reason"]').fill("another day")
        undo.locator("button").click()
        page.wait_for_url("**/en/review?done=*")
        page.goto(f"{address}/en/review?show=log")
        assert page.locator("tbody tr", has_text="decision").count() == 2
        assert not seen.complaints


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_claim_is_corrected_and_both_readings_stay_in_sight(watch, serving, copied, language):
    with serving(copied) as address:
        seen = watch(address)
        page = seen.go(f"/{language}/review")
        page.locator("#results a").first.click()
        page.locator('.said a[href*="/review/claims/"]').first.click()
        form = page.locator("form.correcting")
        form.locator('select[name="kind"]').select_option("diplomacy.talks")
        form.locator('input[name="places"]').fill("سوتك" if language == "ar" else "Sotk")
        form.locator('input[name="who"]').fill("N. Haddad")
        form.locator('input[name="reason"]').fill("as the text says")
        form.locator("button").click()
        expect(page.locator(".done")).to_contain_text("N. Haddad")
        expect(page.locator(".said .corrected li")).to_have_count(2)
        page.locator(f'.lead a[href*="/{language}/events/"]').click()
        expect(page.locator(".claim .corrected li").first).to_contain_text("N. Haddad")
        assert page.locator("h1").inner_text().strip()
        assert not seen.complaints
