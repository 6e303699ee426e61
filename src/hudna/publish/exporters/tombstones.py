"""What an earlier export held and must not be used any more: ids that people rejected, or that are gone.

Each export lists its ids; the next one reads the list line by line and asks the ledger about each. An id that is only
outside today's filter or under embargo today is no tombstone.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from hudna.errors import UsageError
from hudna.ledger import Ledger
from hudna.publish.exporters.nouns import SeenClaim, SeenEvent

IDS = "ids.tsv"
FILE = "tombstones.jsonl"


def id_line(seen: SeenEvent | SeenClaim) -> str:
    """One line of the list."""
    return f"{'event' if isinstance(seen, SeenEvent) else 'claim'}\t{seen.id}\n"


def write(ledger: Ledger, since: Path, folder: Path, rejected: frozenset[str]) -> int:
    """Write what was withdrawn since an earlier export.

    Returns:
        How many.

    Raises:
        UsageError: The earlier export has no list of ids.
    """
    if not (since / IDS).is_file():
        raise UsageError(f"{since} is no export with a list of ids", hint=f"Name the folder that holds its {IDS}.")
    count = 0
    with (since / IDS).open(encoding="utf-8") as ids, (folder / FILE).open("wb") as stones:
        for one in _withdrawn(ledger, ids, rejected):
            stones.write(msgspec.json.encode(one) + b"\n")
            count += 1
    return count


def _withdrawn(ledger: Ledger, ids: Iterator[str], rejected: frozenset[str]) -> Iterator[dict[str, Any]]:
    for line in ids:
        noun, _, key = line.rstrip("\n").partition("\t")
        thing = ledger.event(key) if noun == "event" else ledger.claim(key)
        if key in rejected:
            yield {"noun": noun, "id": key, "why": "rejected"}
        elif thing is None:
            yield {"noun": noun, "id": key, "why": "gone"}
        elif noun == "claim" and any(event.id in rejected for event in ledger.events_of_claim(key)):
            yield {"noun": noun, "id": key, "why": "rejected"}
