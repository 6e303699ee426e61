"""Times as nouns hold them: ISO 8601, a day or a moment of it, as Python's own reader understands it."""

from datetime import datetime


def is_iso(words: str) -> bool:
    """True for what a noun may hold as a time.

    Examples:
        >>> is_iso("2020-11-10"), is_iso("2020-11-10T14:30+04:00"), is_iso("2020-11"), is_iso("noon")
        (True, True, False, False)
    """
    try:
        datetime.fromisoformat(words)
    except ValueError:
        return False
    return True
