import fcntl
import json
import os
import pty
import re
import struct
import subprocess
import sys
import termios

import pytest
from tests.cli.conftest import hudna

from hudna.ledger import Ledger

TABLES = [("events",), ("comply", "--as-of", "2020-12-01"), ("casualties",), ("contradictions",)]


def lines(done):
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture
def articles(articles):
    """A third one, in which a ministry corrects itself."""
    words = "قالت وزارة الدفاع الأذربيجانية إن 12 جنديا أذربيجانيا قتلوا في قصف على لاتشين في 12 أكتوبر."
    (articles / "c.txt").write_text(words, encoding="utf-8")
    (articles / "c.txt.meta.json").write_text('{"published": "2020-10-14"}', encoding="utf-8")
    return articles


@pytest.mark.parametrize("verb", TABLES, ids=lambda verb: verb[0])
def test_a_table_goes_to_standard_output_and_fits_a_screen(ledger, verb):
    done = hudna(*verb, "--ledger", ledger)
    assert done.exit_code == 0, done.output
    rows = done.stdout.splitlines()
    assert len(rows) > 2
    assert max(map(len, rows)) <= 100
    assert "\x1b" not in done.stdout


def test_events_show_who_tells_them_and_their_words_alone_on_a_line(ledger):
    told = hudna("events", "--ledger", ledger).stdout
    assert "independent origin" in told
    quotes = [row for row in told.splitlines() if "«" in row]
    assert quotes
    assert all(row.strip().startswith("«") for row in quotes)


def test_events_as_lines_are_the_events_of_the_ledger(ledger):
    with Ledger.open(ledger) as opened:
        ids = [event.id for event in opened.events()]
    assert [event["id"] for event in lines(hudna("events", "--ledger", ledger, "--json"))] == ids


@pytest.mark.parametrize(("first", "last"), [("2020-10-12", "2020-10-13"), ("2031-01-01", "2031-01-02")])
def test_days_narrow_what_is_printed(ledger, first, last):
    found = lines(hudna("events", "--ledger", ledger, "--json", "--from", first, "--to", last))
    dated = [event["when"] for event in found if event["when"]]
    assert all(when[0][:10] <= last and when[1][:10] >= first for when in dated)
    assert bool(found) == (first < "2030")


def test_nothing_to_show_is_an_empty_table_and_no_error(ledger):
    done = hudna("casualties", "--ledger", ledger, "--from", "2031-01-01")
    assert done.exit_code == 0
    assert len(done.stdout.splitlines()) == 2
    assert lines(hudna("casualties", "--ledger", ledger, "--from", "2031-01-01", "--json")) == []


def test_duties_come_before_breaches_in_the_order_of_the_text(ledger):
    found = lines(hudna("comply", "--ledger", ledger, "--as-of", "2020-12-01", "--json"))
    sorts = [one["sort"] for one in found]
    assert sorts == sorted(sorts, reverse=True)
    duties = [one["obligation"] for one in found if one["agreement"] == "NK20" and one["sort"] == "obligation"]
    assert duties[:4] == ["NK20.1a", "NK20.1b", "NK20.2", "NK20.3"]
    assert {"status", "score", "due", "assessors", "why"} <= set(found[0])


def test_the_day_that_was_asked_for_decides_what_is_counted(ledger):
    hudna("comply", "--ledger", ledger, "--as-of", "2020-12-01")
    found = lines(hudna("comply", "--ledger", ledger, "--as-of", "2019-01-01", "--json"))
    assert {one["as_of"] for one in found} == {"2019-01-01"}
    assert {one["status"] for one in found} == {"unknown"}
    assert hudna("comply", "--ledger", ledger, "--as-of", "2019-01-01", "--fail-on", "planned").exit_code == 0


def test_losses_have_low_best_high_and_the_rule_that_chose(ledger):
    rows = lines(hudna("casualties", "--ledger", ledger, "--json"))
    killed = {row["side"]: row for row in rows if row["measure"] == "killed"}
    assert killed["AZE"]["best"] == 12
    assert killed["ARM"]["best"] == 9
    told = hudna("casualties", "--ledger", ledger).stdout
    assert "Best" in told
    assert "7 (replaced later): Ministry of Defence of Azerbaijan" in told


def test_a_rule_can_be_chosen_and_must_exist(ledger):
    assert hudna("casualties", "--ledger", ledger, "--rule", "independent").exit_code == 0
    assert hudna("casualties", "--ledger", ledger, "--rule", "average").exit_code == 2


def test_contradictions_can_be_of_one_sort(ledger):
    rows = lines(hudna("contradictions", "--ledger", ledger, "--json"))
    assert "series" in {row["contradiction"]["sort"] for row in rows}
    for sort in {row["contradiction"]["sort"] for row in rows}:
        only = lines(hudna("contradictions", "--ledger", ledger, "--json", "--sort", sort))
        assert only
        assert all(row["contradiction"]["sort"] == sort for row in only)
    told = hudna("contradictions", "--ledger", ledger).stdout
    assert all(row["event"] in told for row in rows)


def test_sums_as_lines_name_their_claims(ledger):
    with Ledger.open(ledger) as opened:
        known = {claim.id for claim in opened.claims()}
    for one in lines(hudna("contradictions", "--sums", "--json", "--ledger", ledger)):
        assert set(one["claims"]) <= known
        assert one["why"]


@pytest.mark.parametrize("verb", ["casualties", "contradictions"])
def test_who_only_looks_is_told_that_the_events_are_old(articles, ledger, verb):
    assert "hudna events" not in hudna(verb, "--ledger", ledger).stderr
    (articles / "d.txt").write_text("قتل جنديان.", encoding="utf-8")
    hudna("intake", articles, "--ledger", ledger)
    assert "hudna events" in hudna(verb, "--ledger", ledger).stderr


@pytest.mark.parametrize("verb", ["casualties", "contradictions"])
def test_a_missing_ledger_is_misuse(tmp_path, verb):
    assert hudna(verb, "--ledger", tmp_path / "nothing.sqlite").exit_code == 2


def test_a_status_signed_on_a_finding_holds_from_its_day_on(ledger):
    def status(day):
        found = lines(hudna("comply", "--ledger", ledger, "--as-of", day, "--json"))
        return next(one for one in found if one["obligation"] == "NK20.2")

    finding = status("2020-12-01")
    said = ("--who", "N. Haddad", "--reason", "seen on site", "--ledger", ledger)
    done = hudna("judge", "rule", finding["id"], "--value", "met_on_time", *said)
    assert done.exit_code == 0, done.output
    assert status("2020-12-01")["status"] == status("2020-12-05")["status"] == "met_on_time"
    assert status("2020-11-30")["status"] != "met_on_time"
    assert "signed by N. Haddad" in status("2020-12-05")["why"][0]


@pytest.mark.parametrize(("about", "value"), [("NK20.2", "fine"), ("NK20.2", None), ("NK99", "met_late")])
def test_a_ruling_needs_something_that_can_be_ruled(ledger, about, value):
    words = ("--value", value) if value else ()
    done = hudna("judge", "rule", about, *words, "--who", "N.", "--reason", "r", "--ledger", ledger)
    assert done.exit_code == 2
    assert "Hint" in done.stderr


def test_what_a_page_says_cannot_steer_the_terminal():
    from hudna.cli.paper import plain

    assert plain("قتل\x1b[31m جنديان\r\nهنا\u200f") == "قتل [31m جنديان هنا\u200f"


@pytest.mark.parametrize("columns", [80, 200])
def test_a_terminal_gets_colours_and_no_more_than_it_can_show(ledger, columns):
    here, there = pty.openpty()
    fcntl.ioctl(there, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    command = [sys.executable, "-m", "hudna", "events", "--ledger", str(ledger)]
    environment = {"PYTHONPATH": ":".join(sys.path), "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
    with subprocess.Popen(command, stdout=there, stdin=there, stderr=subprocess.DEVNULL, env=environment) as run:
        os.close(there)
        told = _all_of(here)
    assert run.returncode == 0
    assert "\x1b[" in told
    plain = re.sub(r"\x1b\[[0-9;]*m", "", told)
    assert max(len(row) for row in plain.splitlines()) == min(columns, 100)


def _all_of(terminal) -> str:
    """Everything that was written to a terminal; Linux ends it with an error instead of an end."""
    told = b""
    try:
        while portion := os.read(terminal, 65536):
            told += portion
    except OSError:
        pass
    os.close(terminal)
    return told.decode("utf-8", errors="replace")


@pytest.mark.parametrize("verb", ["run", "events"])
def test_late_news_says_what_it_changes_in_what_was_told(verb, tmp_path):
    """Yesterday's event gets another figure today, and somebody says so on the screen."""
    folder, path = tmp_path / "news", tmp_path / "late.sqlite"
    folder.mkdir()

    def publish(name, day, words):
        (folder / f"{name}.txt").write_text(words, encoding="utf-8")
        (folder / f"{name}.txt.meta.json").write_text(f'{{"published": "{day}"}}', encoding="utf-8")

    publish("a", "2020-10-12", "أعلنت وزارة الدفاع الأذربيجانية مقتل 7 من جنودها في قصف على لاتشين في 11 أكتوبر.")
    first = hudna("run", folder, "--theatre", "karabakh", "--ledger", path, "--as-of", "2020-10-15")
    assert "changes what was told before" not in first.stderr
    publish("b", "2020-10-14", "أعلنت وزارة الدفاع الأذربيجانية مقتل 12 من جنودها في قصف على لاتشين في 11 أكتوبر.")
    if verb == "run":
        told = hudna("run", folder, "--ledger", path, "--as-of", "2020-10-15").stderr
    else:
        hudna("intake", folder, "--ledger", path)
        hudna("read", "--ledger", path)
        told = hudna("events", "--ledger", path).stderr
    assert "What came in, or was decided, changes what was told before" in told
    assert "a further figure: 12 killed (Ministry of Defence of Azerbaijan, published 2020-10-14)" in told
    assert "changes what was told before" not in hudna("events", "--ledger", path).stderr
