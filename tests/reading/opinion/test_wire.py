import time

import pytest
from tests.reading.opinion.conftest import drip, flood, reply, silence

from hudna.reading.opinion import Endpoint
from hudna.reading.opinion.wire import LARGEST, BadAnswerError, NoAnswerError, RefusedError, ask

PLENTY = 60.0
SHORT = 0.3


def asking(endpoint, *, timeout=PLENTY, key="", body=b"{}"):
    return ask(Endpoint(url=endpoint.url, model="m", timeout=timeout, key=key), body, time.monotonic() + timeout)


def test_an_answer_comes_back_as_it_is(endpoint):
    endpoint.does(reply(200, "نعم"))
    assert asking(endpoint) == "نعم".encode()
    assert endpoint.paths == ["/v1/chat/completions"]


def test_a_key_goes_into_its_header_and_none_without(endpoint):
    endpoint.does(reply(200))
    asking(endpoint, key="sk-1")
    asking(endpoint)
    assert [headers.get("Authorization") for headers in endpoint.headers] == ["Bearer sk-1", None]
    assert set(endpoint.headers[1]) == {
        "Host",
        "Accept-Encoding",
        "Content-Length",
        "Content-Type",
        "Accept",
        "User-Agent",
    }


@pytest.mark.parametrize("act", [silence, drip])
def test_silence_and_single_bytes_end_with_the_time_limit(endpoint, act):
    endpoint.does(act(endpoint))
    with pytest.raises(NoAnswerError, match=r"no whole answer within 0\.3 s"):
        asking(endpoint, timeout=SHORT)


def test_nobody_there(endpoint):
    endpoint.server.shutdown()
    endpoint.server.server_close()
    with pytest.raises(NoAnswerError, match="ConnectionRefusedError"):
        asking(endpoint)


def test_https_is_https(endpoint):
    secure = Endpoint(url=endpoint.url.replace("http:", "https:"), model="m", timeout=PLENTY)
    with pytest.raises(NoAnswerError, match="could not be asked: SSLError"):
        ask(secure, b"{}", time.monotonic() + PLENTY)
    assert endpoint.asked == []


def test_a_proxy_of_the_environment_gets_nothing(endpoint, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    endpoint.does(reply(200, "yes"))
    assert asking(endpoint) == b"yes"


def test_what_is_no_http(endpoint):
    endpoint.does(lambda handler: handler.wfile.write(b"SSH-2.0-nothing here\r\n\r\n") and None)
    with pytest.raises(NoAnswerError, match="could not be asked: BadStatusLine"):
        asking(endpoint)


@pytest.mark.parametrize("status", [301, 307, 401, 403, 404, 429, 500, 502, 503])
def test_other_statuses_are_no_answer(endpoint, status):
    endpoint.does(reply(status, "gone\n\x1b[31m fishing", Location=f"{endpoint.url}/elsewhere"))
    with pytest.raises(NoAnswerError, match=rf"status {status}: gone \[31m fishing"):
        asking(endpoint)
    assert len(endpoint.asked) == 1, "no redirect is followed, nothing is asked twice"


@pytest.mark.parametrize("status", [400, 413, 422])
def test_a_question_can_be_refused(endpoint, status):
    endpoint.does(reply(status, "context too long"))
    with pytest.raises(RefusedError, match="context too long"):
        asking(endpoint)


def test_the_key_is_not_repeated_from_an_answer(endpoint):
    endpoint.does(reply(401, "no such key: sk-1"))
    with pytest.raises(NoAnswerError) as said:
        asking(endpoint, key="sk-1")
    assert "sk-1" not in str(said.value)


def test_it_waits_as_long_as_it_is_asked_to(endpoint):
    endpoint.does(reply(429, Retry_After="0"), reply(503, Retry_After="0"), reply(200, "yes"))
    assert asking(endpoint) == b"yes"


def test_a_date_to_wait_for_counts_from_the_date_of_the_answer(endpoint):
    hour = "Mon, 12 Oct 2020 10:00:00 GMT"

    def act(handler):
        handler.send_response_only(429)
        for name in ("Date", "Retry-After"):
            handler.send_header(name, hour)
        handler.end_headers()

    endpoint.does(act, reply(200, "yes"))
    assert asking(endpoint) == b"yes"


@pytest.mark.parametrize("wait", ["3600", "9" * 400, "Fri, 31 Dec 2100 23:59:59 GMT"])
def test_it_does_not_wait_past_the_time_limit(endpoint, wait):
    endpoint.does(reply(429, Retry_After=wait))
    with pytest.raises(NoAnswerError, match=r"asks to wait .* past the time limit"):
        asking(endpoint)
    assert len(endpoint.asked) == 1


@pytest.mark.parametrize("wait", ["soon", "-5", "1.5", "\xb2", ""])
def test_a_wait_that_nobody_understands_is_none(endpoint, wait):
    endpoint.does(reply(429, Retry_After=wait))
    with pytest.raises(NoAnswerError, match="status 429"):
        asking(endpoint)


def test_it_does_not_ask_for_ever(endpoint):
    endpoint.does(reply(429, Retry_After="0"))
    with pytest.raises(NoAnswerError, match="busy 3 times"):
        asking(endpoint)
    assert len(endpoint.asked) == 3


def test_a_flood_is_cut(endpoint):
    endpoint.does(flood)
    with pytest.raises(BadAnswerError, match="more than 1 MiB"):
        asking(endpoint)


def test_an_answer_of_exactly_the_limit_is_taken(endpoint):
    endpoint.does(reply(200, b" " * LARGEST))
    assert len(asking(endpoint)) == LARGEST
