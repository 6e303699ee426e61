"""What a second opinion comes to."""

import msgspec

from hudna.model import Claim, Issue


class Opinion(msgspec.Struct, frozen=True):
    """What a model adds to one document. Nothing in it takes anything away."""

    claims: tuple[Claim, ...] = ()
    """Accepted proposals; `rule` is `model:NAME`."""
    issues: tuple[Issue, ...] = ()
    unanswered: bool = False
    """The endpoint could not be asked, or did not answer: it is worth asking again."""
