"""docs/screenshots/ has a picture of every page in both languages, and the page of the docs shows each."""

from pathlib import Path

import pytest

from hudna.publish.report.wording import LANGUAGES
from hudna.publish.web.pages import PAGES

DOCS = Path(__file__).parents[3] / "docs"
SHOWN = [page.name.replace("_one", "-one") for page in PAGES if page.looked_at]
LARGEST = 160_000


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SHOWN)
def test_every_page_has_its_picture(name, language):
    picture = DOCS / "screenshots" / f"{name}.{language}.png"
    assert picture.is_file(), "make screenshots"
    assert picture.stat().st_size < LARGEST
    assert f"(screenshots/{picture.name})" in (DOCS / "dashboard.md").read_text(encoding="utf-8")
