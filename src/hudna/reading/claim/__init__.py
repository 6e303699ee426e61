"""Last step of reading: from recognised words and speakers' scopes to claim records."""

from hudna.reading.claim.build import find_claims

__all__ = ["find_claims"]
