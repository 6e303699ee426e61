"""`hudna mentions --view` and `--html`: documents with everything found in them."""

import json

from tests.cli.conftest import hudna


def test_a_text_is_shown_with_its_mentions(articles):
    done = hudna("mentions", "--view", "--theatre", "karabakh", articles / "a.txt")
    assert done.exit_code == 0, done.output
    assert "⟦وزارة الدفاع الأذربيجانية⟧" in done.stdout
    assert "published 2020-10-12" in done.stdout


def test_types_can_be_chosen_in_a_view(articles):
    done = hudna("mentions", "--view", "--type", "place", "--theatre", "karabakh", articles / "a.txt")
    assert "⟦لاتشين⟧" in done.stdout
    assert "⟦وزارة" not in done.stdout


def test_several_texts_become_one_page(articles, tmp_path):
    out = tmp_path / "seen.html"
    done = hudna("mentions", "--html", out, "--theatre", "karabakh", articles)
    assert (done.exit_code, done.stdout) == (0, ""), done.output
    assert str(out) in done.stderr
    page = out.read_text(encoding="utf-8")
    assert "a.txt" in page
    assert "b.txt" in page


def test_standard_input_is_a_document_too():
    line = json.dumps({"id": "one", "text": "قتل 7 جنود في لاتشين", "published": "2020-10-12"})
    done = hudna("mentions", "--view", "--theatre", "karabakh", stdin=line)
    assert done.stdout.startswith("one: published 2020-10-12")


def test_what_cannot_be_read_or_written_is_said(articles, tmp_path):
    assert hudna("mentions", "--view", tmp_path / "gone.txt").exit_code != 0
    done = hudna("mentions", "--html", tmp_path / "no" / "where.html", "--theatre", "karabakh", articles)
    assert done.exit_code == 2
    assert "cannot be written" in done.stderr
