"""What a dashboard is told when it starts."""

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

import msgspec

from hudna.knowledge import Knowledge
from hudna.ledger import Ledger
from hudna.model import Event, Figure, Judgement


class LossRow(Protocol):
    """Losses of one sort of people of one side in one event, as the room `events` computes them."""

    @property
    def event(self) -> str: ...  # noqa: D102 - the fields are explained at `hudna.events.CasualtyRow`
    @property
    def measure(self) -> str: ...  # noqa: D102
    @property
    def side(self) -> str | None: ...  # noqa: D102
    @property
    def who(self) -> str | None: ...  # noqa: D102
    @property
    def part(self) -> bool: ...  # noqa: D102
    @property
    def low(self) -> int | None: ...  # noqa: D102
    @property
    def best(self) -> int | None: ...  # noqa: D102
    @property
    def high(self) -> int | None: ...  # noqa: D102
    @property
    def rule(self) -> str: ...  # noqa: D102
    @property
    def figures(self) -> Sequence[Figure]: ...  # noqa: D102
    @property
    def why(self) -> str: ...  # noqa: D102


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that `make_app` needs. The functions come from the caller, who knows the other rooms."""

    open_ledger: Callable[[], Ledger]
    """Opens the ledger; called in the thread that uses it."""
    knowledge: Knowledge
    losses: Callable[[Iterable[Event]], Sequence[LossRow]]
    """Casualty rows of some events: low, best and high with the rule that chose it."""
    judged: Callable[[Ledger, Judgement], None]
    """Keeps a person's decision and weighs again what it touches; the ledger is one of the writing thread's own."""
    now: Callable[[], str]
    """The clock: ISO 8601 UTC."""
    hosts: tuple[str, ...] = ("127.0.0.1", "localhost", "[::1]")
    """Names under which the page may be asked for (`safety.hosts`)."""
    token: str | None = None
    """The word that a reader must know, for a shared desk."""
