from resiliparse.parse.html import HTMLTree

from hudna.intake.page import careful, extract
from hudna.intake.page.careful import extract_carefully

PROSE = "قالت الوزارة في بيان إن المراقبين وصلوا إلى القرية صباح اليوم، وبدأوا جولة على المواقع الواقعة شمال النهر."
TEASERS = "".join(f'<div class="t"><div>عنوان قصير رقم {n}</div><div>قبل {n} دقيقة</div></div>' for n in range(60))
BODY = "".join(f"<p>{PROSE} الفقرة رقم {n}.</p>" for n in range(5))


def test_a_page_of_lists_and_prose_is_read_carefully():
    story = f'<div class="content">{TEASERS}<div class="story">{BODY}</div>{TEASERS}</div>'
    html = f"<!doctype html><html><head><title>x</title></head><body>{story}</body></html>"
    extracted = extract(HTMLTree.parse(html), html)
    assert all(f"الفقرة رقم {n}." in extracted.text for n in range(5))
    assert extracted.extractor == careful.name()
    assert extracted.text.count("عنوان قصير") < 60


def test_a_page_that_says_where_its_article_is_needs_no_care():
    html = f"<!doctype html><html><body>{TEASERS}<article><h1>خبر</h1>{BODY}</article></body></html>"
    assert not extract(HTMLTree.parse(html), html).extractor.startswith("trafilatura")


def test_what_it_cannot_bear_stays_as_it_was():
    assert extract_carefully("") == ""
    assert extract_carefully("x" * 3_000_000) == ""
    assert extract_carefully("\x00<p>") == ""
