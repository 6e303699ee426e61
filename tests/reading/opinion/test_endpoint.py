import pytest

from hudna.errors import UsageError
from hudna.reading.opinion import Endpoint


@pytest.mark.parametrize(
    ("url", "host", "path"),
    [
        ("https://models.example/v1", "models.example", "/v1/chat/completions"),
        ("https://models.example:8443/a/v1/", "models.example:8443", "/a/v1/chat/completions"),
        ("http://127.0.0.1:8080/v1", "127.0.0.1:8080", "/v1/chat/completions"),
        ("http://127.8.9.10", "127.8.9.10", "/chat/completions"),
        ("http://localhost:11434/v1", "localhost:11434", "/v1/chat/completions"),
        ("http://[::1]:8080/v1", "[::1]:8080", "/v1/chat/completions"),
    ],
)
def test_where_it_asks(url, host, path):
    endpoint = Endpoint(url=url, model="m")
    assert (endpoint.host, endpoint.path) == (host, path)


@pytest.mark.parametrize(
    "host", ["models.example", "10.0.0.7", "192.168.1.2:8080", "localhost.example", "[2001:db8::1]"]
)
def test_another_machine_is_asked_over_https_only(host):
    with pytest.raises(UsageError, match="can read them"):
        Endpoint(url=f"http://{host}/v1", model="m")
    assert Endpoint(url=f"http://{host}/v1", model="m", insecure=True).host == host
    assert Endpoint(url=f"https://{host}/v1", model="m").host == host


@pytest.mark.parametrize(
    "url",
    [
        "",
        "models.example/v1",
        "ftp://models.example",
        "file:///etc/hosts",
        "https://",
        "https://h:99999/v1",
        "https://h:0",
    ],
)
def test_what_is_no_address(url):
    with pytest.raises(UsageError, match="must be like"):
        Endpoint(url=url, model="m")


@pytest.mark.parametrize(
    "url", ["https://me:secret@h/v1", "https://h/v1?key=secret", "https://h/v1#x", "https://h/v 1", "https://h/هنا"]
)
def test_an_address_holds_nothing_else(url):
    with pytest.raises(UsageError) as said:
        Endpoint(url=url, model="m")
    assert "secret" not in str(said.value)


@pytest.mark.parametrize("fields", [{"model": ""}, {"model": "a b"}, {"model": "a\nb"}, {"model": "m" * 201}])
def test_a_model_has_a_plain_name(fields):
    with pytest.raises(UsageError, match="model's name"):
        Endpoint(url="https://h/v1", **fields)


@pytest.mark.parametrize("key", ["a b", "a\r\nX-Evil: 1", "مفتاح"])
def test_a_key_cannot_smuggle_headers(key):
    with pytest.raises(UsageError) as said:
        Endpoint(url="https://h/v1", model="m", key=key)
    assert key not in str(said.value)


@pytest.mark.parametrize("timeout", [0, -1, float("nan")])
def test_a_time_limit_is_more_than_nothing(timeout):
    with pytest.raises(UsageError, match="time limit"):
        Endpoint(url="https://h/v1", model="m", timeout=timeout)


def test_the_key_is_never_shown():
    endpoint = Endpoint(url="https://h/v1", model="m", key="sk-secret")
    assert "secret" not in repr(endpoint) + str(endpoint)
