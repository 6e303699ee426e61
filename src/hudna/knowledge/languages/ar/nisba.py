"""Adjectives of origin: from «يمني» to every gender and number that news writes."""

_ENDINGS = ("", "ة", "ون", "ين", "ان", "تان", "تين", "ات", "ا")
_NISBA = "ي"


def nisba_forms(adjective: str) -> tuple[str, ...]:
    """All written forms of an adjective in «ي»; any other word («روس», «أكراد») stands for itself alone."""
    if not adjective.endswith(_NISBA):
        return (adjective,)
    return tuple(f"{adjective}{ending}" for ending in _ENDINGS)
