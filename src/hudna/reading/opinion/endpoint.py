"""Where a model answers, checked before anything is sent."""

import ipaddress
from urllib.parse import SplitResult, urlsplit

import msgspec

from hudna.errors import UsageError

TIMEOUT = 60.0
"""Seconds for one document, with all waiting: a model on one's own machine needs 5 to 40 for an article."""
_LONGEST_NAME = 200


class Endpoint(msgspec.Struct, frozen=True, kw_only=True):
    """An OpenAI-compatible endpoint: `POST {url}/chat/completions`.

    Raises:
        UsageError: The address, the model's name or the key cannot be used as given.
    """

    url: str
    """The base, as in `http://127.0.0.1:8080/v1`."""
    model: str
    """The name by which the endpoint knows the model."""
    key: str = ""
    """Sent as a bearer token; empty sends none."""
    timeout: float = TIMEOUT
    """Seconds until one document's question is given up, whatever the endpoint does meanwhile."""
    insecure: bool = False
    """Allow `http://` to another machine: everybody in between can read text and key."""

    def __post_init__(self) -> None:
        _check_address(self.parts, insecure=self.insecure)
        if not _plain(self.model) or len(self.model) > _LONGEST_NAME:
            raise UsageError(f"{self.model!r} is not a model's name", hint="Name it as the endpoint does, no spaces.")
        if self.key and not (self.key.isascii() and _plain(self.key)):
            raise UsageError("the endpoint's key holds spaces or signs that no key has")
        if not self.timeout > 0:
            raise UsageError("the time limit must be more than 0 seconds")

    def __repr__(self) -> str:
        """Without the key."""
        return f"Endpoint({self.host!r}, {self.model!r})"

    @property
    def parts(self) -> SplitResult:
        """The address, taken apart."""
        return urlsplit(self.url)

    @property
    def host(self) -> str:
        """Host and port, as claims and issues name it."""
        return self.parts.netloc

    @property
    def path(self) -> str:
        """What is posted to."""
        return f"{self.parts.path.rstrip('/')}/chat/completions"


def _plain(words: str) -> bool:
    return bool(words) and words.isprintable() and " " not in words


def _check_address(parts: SplitResult, *, insecure: bool) -> None:
    if parts.scheme not in {"http", "https"} or not parts.hostname or not _has_port(parts):
        raise UsageError(
            "the endpoint's address must be like https://host/v1", hint="For example http://127.0.0.1:8080/v1"
        )
    if parts.username or parts.password or parts.query or parts.fragment:
        raise UsageError(
            "the endpoint's address holds a password, a query or a fragment", hint="A key goes into a variable."
        )
    if not (parts.geturl().isascii() and _plain(parts.geturl())):
        raise UsageError("the endpoint's address holds signs that no address has")
    if parts.scheme == "http" and not insecure and not _this_machine(parts.hostname):
        raise UsageError(
            f"articles and key would go to {parts.hostname} where everybody in between can read them",
            hint="Use https://, or --opinion-insecure if the way there is yours.",
        )


def _has_port(parts: SplitResult) -> bool:
    """Whether the port is a port; none at all is the scheme's own."""
    try:
        return parts.port != 0
    except ValueError:
        return False


def _this_machine(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
