"""The fence, tried from outside: as a foreign page, a foreign name, a flood, a stranger on the network."""

import re

import pytest

from hudna.publish.web.safety.guesses import TRIES, WITHIN, Guesses
from hudna.publish.web.safety.limits import ADDRESS, BODY
from hudna.publish.web.safety.token import COOKIE, DOOR

WORD = "three plain words"
DOORS = ["/", "/en/today", "/ar/today", "/en/nothing", "/static/hudna.css", "/static/nothing.css"]


# --- another site's name ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", DOORS)
@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "192.0.2.7", "", "localhost:80:80"]
)
def test_a_foreign_name_is_not_answered(desk, path, host):
    answer = desk.get(path, headers={"host": host})
    assert answer.status_code == 421
    assert "Hudna" not in answer.text


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "localhost:8743", "LOCALHOST"])
def test_our_own_names_are(desk, host):
    assert desk.get("/en/today", headers={"host": host}).status_code == 200


# --- what a page may do -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [*DOORS, "/" + "x" * ADDRESS])
def test_every_answer_says_what_a_page_may_do(desk, path):
    headers = desk.get(path).headers
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == policy["font-src"] == "'self'"
    assert "unsafe" not in headers["content-security-policy"]
    assert "http" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


def test_a_page_is_not_kept_by_the_browser_and_a_file_is(desk):
    assert desk.get("/en/today").headers["cache-control"] == "no-store"
    assert "max-age" in desk.get("/static/hudna.css").headers["cache-control"]


# --- forged forms -----------------------------------------------------------------------------------------------------


def word_of(client, path="/en/today"):
    return re.search(r'<meta name="csrf" content="(\w+)">', client.get(path).text).group(1)


OURS = {"origin": "http://localhost"}
POSTED = 405
"""What a page answers that takes no form: the fence let it through."""


@pytest.fixture
def csrf(fresh):
    return word_of(fresh)


def test_our_own_form_is_let_through(fresh, csrf):
    assert fresh.post("/en/today", data={"csrf": csrf}, headers=OURS).status_code == POSTED
    assert fresh.post("/en/today", json={}, headers={**OURS, "x-csrf-token": csrf}).status_code == POSTED


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "https://evil.example"},
        {"origin": "http://localhost.evil.example"},
        {"origin": "http://localhost:9999"},
        {"origin": "null"},
        {**OURS, "sec-fetch-site": "cross-site"},
        {**OURS, "sec-fetch-site": "same-site"},
        {"sec-fetch-site": "none"},
    ],
)
def test_a_form_from_elsewhere_is_refused_though_it_knows_the_word(fresh, csrf, headers):
    assert fresh.post("/en/today", data={"csrf": csrf}, headers=headers).status_code == 403


@pytest.mark.parametrize("said", ["", "0" * 64, "é"])
def test_a_form_without_the_word_is_refused(fresh, csrf, said):
    assert fresh.post("/en/today", data={"csrf": said}, headers=OURS).status_code == 403
    assert fresh.post("/en/today", content=csrf.encode(), headers=OURS).status_code == 403


def test_the_word_of_one_session_does_not_serve_another(desk, fresh, csrf):
    fresh.cookies.clear()
    assert fresh.post("/en/today", data={"csrf": csrf}, headers=OURS).status_code == 403
    word_of(fresh)
    assert fresh.post("/en/today", data={"csrf": csrf}, headers=OURS).status_code == 403


def test_script_cannot_read_the_session(fresh):
    fresh.cookies.clear()
    said = fresh.get("/en/today").headers["set-cookie"].lower()
    assert "httponly" in said
    assert "samesite" in said


# --- too much ---------------------------------------------------------------------------------------------------------


def test_a_long_address_is_refused(desk):
    assert desk.get("/en/today?words=" + "x" * ADDRESS).status_code == 414


def test_a_large_body_is_refused(fresh, csrf):
    headers = {**OURS, "x-csrf-token": csrf}
    assert fresh.post("/en/today", content=b"x" * (BODY + 1), headers=headers).status_code == 413
    endless = (b"x" * 65_536 for _ in range(64))
    assert fresh.post("/en/today", content=endless, headers=headers).status_code == 413


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_are_refused(desk, method):
    assert desk.request(method, "/en/today").status_code == 405


# --- paths ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    [
        "/static/../words.toml",
        "/static/%2e%2e/words.toml",
        "/static/..%2fwords.toml",
        "/static/vendor/../../app.py",
        "/static//etc/passwd",
        "/static/%00",
        "/static/..\\words.toml",
    ],
)
def test_nothing_beside_the_static_files_is_served(desk, path):
    answer = desk.get(path)
    assert answer.status_code in {400, 404}
    assert "frame" not in answer.text or "<html" in answer.text


# --- a shared desk ----------------------------------------------------------------------------------------------------


@pytest.fixture
def shared(sample, serve_ledger):
    return serve_ledger(sample, token=WORD)


@pytest.mark.parametrize("path", ["/", "/en/today", "/ar/today"])
def test_a_stranger_sees_nothing(shared, path):
    assert shared.get(path).status_code == 401
    shown = shared.get(path, headers={"accept": "text/html"})
    assert (shown.status_code, shown.headers["location"]) == (303, DOOR)
    for said in ("Bearer", "Bearer ", "Bearer wrong", f"Basic {WORD}", f"Bearer {WORD} "):
        assert (
            shared.get(path, headers={"authorization": said.strip() + ("x" if said.endswith(" ") else "")}).status_code
            == 401
        )


def test_who_knows_the_word_comes_in(shared):
    assert shared.get("/en/today", headers={"authorization": f"Bearer {WORD}"}).status_code == 200
    csrf = re.search(r'name="csrf" value="(\w+)"', shared.get(DOOR).text).group(1)
    assert shared.post(DOOR, data={"word": "wrong", "csrf": csrf}, headers=OURS).status_code == 403
    assert shared.get("/en/today").status_code == 401
    opened = shared.post(DOOR, data={"word": WORD, "csrf": csrf}, headers=OURS)
    assert opened.status_code == 303
    said = next(one for one in opened.headers.get_list("set-cookie") if one.startswith(COOKIE)).lower()
    assert "httponly" in said
    assert "samesite=strict" in said
    assert WORD not in said
    assert shared.get("/en/today").status_code == 200
    shared.cookies.set(COOKIE, "0" * 64)
    shared.cookies.delete(COOKIE, domain="localhost.local", path="/")
    assert shared.get("/en/today").status_code == 401


def test_the_door_itself_cannot_be_forged(shared):
    assert shared.post(DOOR, data={"word": WORD}, headers={"origin": "https://evil.example"}).status_code == 403


def test_whoever_guesses_has_to_wait_and_whoever_is_in_does_not(shared):
    wrong = {"authorization": "Bearer wrong"}
    csrf = re.search(r'name="csrf" value="(\w+)"', shared.get(DOOR).text).group(1)
    shared.post(DOOR, data={"word": WORD, "csrf": csrf}, headers=OURS)
    inside = shared.cookies[COOKIE]
    shared.cookies.delete(COOKIE)
    assert [shared.get("/en/today", headers=wrong).status_code for _ in range(TRIES)] == [401] * TRIES
    refused = shared.get("/en/today", headers={"authorization": f"Bearer {WORD}"})
    assert refused.status_code == 429, "the right word is not looked at either"
    assert 0 < int(refused.headers["retry-after"]) <= WITHIN
    page = shared.post(DOOR, data={"word": WORD, "csrf": csrf}, headers={**OURS, "accept": "text/html"})
    assert page.status_code == 429
    assert "Try again in 15 min" in page.text
    assert "أعد المحاولة" in page.text
    assert shared.get("/static/hudna.css").status_code == 200
    shared.cookies.set(COOKIE, inside)
    assert shared.get("/en/today").status_code == 200


class Clock:
    now = 100.0

    def __call__(self):
        return self.now


def test_wrong_words_are_forgotten_after_a_while():
    clock = Clock()
    guesses = Guesses(clock)
    for _ in range(TRIES):
        assert guesses.wait("192.0.2.7") == 0
        guesses.note("192.0.2.7")
        clock.now += 1
    assert guesses.wait("192.0.2.7") == WITHIN - TRIES
    assert guesses.wait("192.0.2.8") == 0
    clock.now += WITHIN - TRIES
    assert guesses.wait("192.0.2.7") == 0
    guesses.note("192.0.2.7")
    assert guesses.wait("192.0.2.7") > 0


def test_the_right_word_makes_earlier_mistakes_forgotten():
    guesses = Guesses(Clock())
    for _ in range(TRIES - 1):
        guesses.note("192.0.2.7")
    guesses.forget("192.0.2.7")
    guesses.note("192.0.2.7")
    assert guesses.wait("192.0.2.7") == 0


def test_one_network_is_one_guesser_and_memory_has_an_end():
    guesses = Guesses(Clock())
    for number in range(TRIES):
        guesses.note(f"2001:db8::{number}")
        guesses.note(f"::ffff:192.0.2.{7}")
    assert guesses.wait("2001:db8::ffff")
    assert guesses.wait("192.0.2.7")
    assert not guesses.wait("2001:db8:0:1::1")
    for number in range(10_001):
        guesses.note(f"name {number}")
    assert not guesses.wait("192.0.2.7"), "the one that was wrong longest ago is forgotten first"
