"""What tests of claims share: reading a text of ours, and the one claim of a kind that it must hold."""

from collections.abc import Callable

from hudna.model import Claim

Read = Callable[..., tuple[Claim, ...]]


def only(claims: tuple[Claim, ...], kind: str) -> Claim:
    """The one claim of a kind; fails with all claims where there is another number of them."""
    found = [claim for claim in claims if claim.kind == kind]
    assert len(found) == 1, [(claim.kind, claim.quote) for claim in claims]
    return found[0]
