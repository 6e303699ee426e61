"""What a reader does: from a figure to its words, the other language, the keyboard, light and dark, without script."""

import re
from urllib.parse import unquote

import pytest

from hudna.ledger import Ledger


@pytest.fixture(scope="session")
def quotes(sample):
    with Ledger.open(sample) as book:
        return {claim.id: claim.quote for claim in book.claims()}


def claim_in(url):
    return unquote(url.rpartition("#")[2])


def words_marked(page):
    """The words that the address leads to, as they stand in the text."""
    return page.locator("mark:target").evaluate(
        """one => [...document.querySelectorAll("mark")].filter(each => each.dataset.claim === one.dataset.claim)
                 .map(each => each.textContent).join("")"""
    )


# --- from a figure to its words ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_figure_of_the_casualties_leads_to_its_words(watch, dashboard, quotes, language):
    seen = watch(dashboard)
    page = seen.go(f"/{language}/casualties?history=1")
    links = page.locator("a.figure").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    assert len(links) > 5
    for link in links:
        seen.go(link)
        assert quotes[claim_in(page.url)] in words_marked(page)
        assert page.locator("mark:target").first.is_visible()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_mark_of_the_chart_says_what_it_is_and_opens_its_words(watch, dashboard, quotes, language):
    seen = watch(dashboard)
    page = seen.go(f"/{language}/casualties?history=1")
    mark = page.locator(".lane .chart a").first
    assert mark.get_attribute("aria-label")
    mark.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{language}/documents/**")
    assert quotes[claim_in(page.url)]
    assert not seen.complaints


def test_from_today_over_a_breach_to_the_words(watch, dashboard, quotes):
    page = watch(dashboard).go("/en/today?days=30")
    page.locator("table.numbers td a").first.click()
    page.wait_for_url("**/breaches?**")
    page.locator("a.ref").first.click()
    page.wait_for_url("**/documents/**")
    assert quotes[claim_in(page.url)] in words_marked(page)


def test_from_a_contradiction_to_both_accounts(watch, dashboard, quotes):
    page = watch(dashboard).go("/ar/contradictions?sort=exclusive")
    links = page.locator(".board .panel").first.locator("a.ref").evaluate_all("all => all.map(one => one.href)")
    assert len(links) >= 2
    said = set()
    for link in links:
        page.goto(link)
        said.add(words_marked(page))
    assert len(said) == len(links)


def test_a_cell_of_the_matrix_leads_to_the_words(watch, dashboard, quotes):
    page = watch(dashboard).go("/en/agreement/NK20")
    page.locator(".matrix td .cell a.ref").first.click()
    page.wait_for_url("**/documents/**")
    assert quotes[claim_in(page.url)] in words_marked(page)


def test_the_original_is_saved_and_never_shown(watch, dashboard, sample):
    page = watch(dashboard, accept_downloads=True).go("/en/documents/03-kalbajar.html")
    with page.expect_download() as waited:
        page.locator("a[href*='/original/']").click()
    with Ledger.open(sample) as book:
        document = book.document("03-kalbajar.html")
        assert waited.value.path().read_bytes() == book.source_file(document.bytes_sha256).data


# --- language, theme, keys --------------------------------------------------------------------------------------------


def test_the_switch_keeps_the_place_and_the_state(watch, dashboard):
    page = watch(dashboard).go("/en/casualties?first=2022-01-01&measure=killed")
    page.locator("#switch").click()
    page.wait_for_url("**/ar/casualties?first=2022-01-01&measure=killed")
    assert page.locator("select[name=measure]").input_value() == "killed"
    link = page.locator("a.figure").first.get_attribute("href")
    page.goto(dashboard + link)
    page.locator("#switch").click()
    page.wait_for_url(lambda url: "/en/documents/" in url)
    assert claim_in(page.url) == claim_in(link)


def test_dark_stays_dark(watch, dashboard):
    page = watch(dashboard, color_scheme="light").go("/en/today")
    light = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    page.locator("#theme").click()
    dark = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert dark != light
    page.goto(dashboard + "/ar/events")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == dark


def test_the_keyboard_walks_and_opens(watch, dashboard):
    page = watch(dashboard).go("/en/events")
    second = page.locator("[data-row] a").nth(1).get_attribute("href")
    for key in ("j", "j", "j", "k"):
        page.keyboard.press(key)
    assert page.locator("[data-row].here a").first.get_attribute("href") == second
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{second}")
    page.keyboard.press("Shift+?")
    assert page.locator("#keys").is_visible()
    page.keyboard.press("Escape")
    page.locator("#keys").wait_for(state="hidden")
    page.keyboard.press("l")
    page.wait_for_url("**/ar/events/**")
    page.keyboard.press("g")
    page.keyboard.press("1")
    page.wait_for_url("**/ar/today")


def test_a_letter_in_a_field_is_a_letter(watch, dashboard):
    page = watch(dashboard).go("/en/events")
    field = page.locator("input[name=words]")
    field.click()
    page.keyboard.type("jkl?")
    assert field.input_value() == "jkl?"
    assert page.url.endswith("/en/events")


def test_the_skip_link_comes_first(watch, dashboard):
    page = watch(dashboard).go("/en/events")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


# --- filters, with and without script ---------------------------------------------------------------------------------


def test_a_filter_applies_at_once_and_stands_in_the_address(watch, dashboard):
    page = watch(dashboard).go("/en/events")
    every = page.locator("[data-row]").count()
    page.locator("input[name=disputed]").check()
    page.wait_for_url("**/en/events?disputed=1")
    assert 0 < page.locator("[data-row]").count() < every


def test_more_of_a_list_comes_below_what_is_there(watch, dashboard):
    seen = watch(dashboard)
    page = seen.go("/en/events?history=1")
    first = page.locator("[data-row] a").evaluate_all("all => all.map(one => one.href)")
    page.locator("a[rel=next]").click()
    page.wait_for_function("count => document.querySelectorAll('[data-row]').length > count", arg=len(first))
    every = page.locator("[data-row] a").evaluate_all("all => all.map(one => one.href)")
    assert every[: len(first)] == first
    assert len(set(every)) == len(every)
    assert page.locator("a[rel=next]").count() == 0
    assert not seen.complaints


def test_everything_works_without_script(watch, dashboard):
    page = watch(dashboard, java_script_enabled=False).page
    page.goto(dashboard + "/ar/events")
    page.locator("select[name=kind]").select_option("hostilities")
    page.locator("form.filters button").click()
    assert "kind=hostilities" in page.url
    assert page.locator("[data-row]").count() > 0
    page.locator("[data-row] a").first.click()
    assert re.search(r"/ar/events/\w+$", page.url)
    page.locator("#switch").click()
    assert "/en/events/" in page.url
    page.goto(dashboard + "/en/events?history=1")
    first = page.locator("[data-row] a").first.get_attribute("href")
    page.locator("a[rel=next]").click()
    assert "after=" in page.url
    assert page.locator("[data-row] a").first.get_attribute("href") != first
