"""Guessing at the desk's word: an address that was wrong too often has to wait, whatever it says.

Kept in memory only. A word of twelve characters cannot be guessed in ten tries an hour; a colleague who mistyped it
can try again after a while, and nobody who is in already notices.
"""

import ipaddress
import time
from collections.abc import Callable

TRIES = 10
"""Wrong words of one address within `WITHIN`."""
WITHIN = 900.0
"""Seconds after which a wrong word is forgotten."""
_REMEMBERED = 10_000
"""Addresses in memory at most; the one that was wrong longest ago is forgotten first."""
_NEIGHBOURS = 64
"""Bits of an IPv6 address that one household or office has alike; the rest it may choose."""


class Guesses:
    """Counts wrong words by address.

    Args:
        clock: Seconds, from whenever; only differences count.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._wrong: dict[str, list[float]] = {}

    def wait(self, address: str) -> int:
        """Whole seconds that an address has to wait before its word is looked at; 0 where it need not."""
        wrong = self._recent(_neighbourhood(address))
        if len(wrong) < TRIES:
            return 0
        return max(1, round(wrong[-TRIES] + WITHIN - self._clock()))

    def note(self, address: str) -> None:
        """One more wrong word."""
        key = _neighbourhood(address)
        wrong = [*self._recent(key), self._clock()][-TRIES:]
        self._wrong.pop(key, None)
        self._wrong[key] = wrong  # last in order: the first is the one that was wrong longest ago
        if len(self._wrong) > _REMEMBERED:
            del self._wrong[next(iter(self._wrong))]

    def forget(self, address: str) -> None:
        """It knew the word."""
        self._wrong.pop(_neighbourhood(address), None)

    def _recent(self, key: str) -> list[float]:
        since = self._clock() - WITHIN
        return [at for at in self._wrong.get(key, ()) if at > since]


def _neighbourhood(address: str) -> str:
    """The address, of IPv6 the network that it lies in; anything else as it is."""
    try:
        told = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(told, ipaddress.IPv6Address):
        if told.ipv4_mapped is not None:
            return str(told.ipv4_mapped)
        return str(ipaddress.ip_network((told, _NEIGHBOURS), strict=False))
    return str(told)
