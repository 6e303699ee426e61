"""Claims as a flat row: what the CSV, the Parquet file and the workbook have in common."""

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from hudna.publish.exporters.base import Exporter, Setting
from hudna.publish.exporters.cells import Cell, TextTable
from hudna.publish.exporters.labels import Labels
from hudna.publish.exporters.nouns import Seen, SeenClaim

TEXT = (
    "id", "event", "kind", "kind_label", "modality", "first", "last", "published_first", "published_last", "agents",
    "targets", "speakers", "speaker_labels", "source", "places", "place_names",
)  # fmt: skip
NUMBERS = ("latitude", "longitude", "radius_km", "confidence")
COUNTS = ("lo", "hi", "start", "end")
COLUMNS = (
    *TEXT, "latitude", "longitude", "radius_km", "measure", "lo", "hi", "bound", "people", "side", "subset_of",
    "background", "confidence", "rule", "doc", "start", "end", "quote", "text_sha256", "corrected",
)  # fmt: skip
"""Lists stand in one cell, separated by «; »."""


def claim_row(claim: SeenClaim, labels: Labels) -> list[Cell | bool]:
    """In the order of COLUMNS; None for what nobody says or the profile keeps back."""
    first, last = claim.when or (None, None)
    told = claim.told or (None, None)
    spot = claim.spots[0] if claim.spots else None
    point = (spot.lat, spot.lon, spot.radius_km) if spot else (None, None, None)
    what = (claim.id, claim.event, claim.kind, labels.kind(claim.kind), claim.modality, first, last, *told)
    who = (_listed(claim.agents), _listed(claim.targets), _listed(claim.speakers), labels.listed(claim.speakers))
    where = (claim.outlet, _listed([one.code for one in claim.spots]), _listed([one.name for one in claim.spots]))
    count = (claim.measure, claim.lo, claim.hi, claim.bound, claim.people, claim.side, claim.subset_of)
    found = (claim.background, claim.confidence, claim.rule, claim.doc, claim.start, claim.end, claim.quote)
    cells = (*what, *who, *where, *point, *count, *found, claim.text_sha256, _listed(claim.corrected))
    return [None if cell == "" else cell for cell in cells]


def _listed(codes: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(filter(None, codes)))


class ClaimsCsv(Exporter):
    """One row for each claim."""

    name = "csv"
    title_ar = "الإفادات، CSV"
    title_en = "Claims, CSV"
    file = "claims.csv"
    media_type = "text/csv; charset=utf-8"
    takes = frozenset({SeenClaim})
    columns: ClassVar = COLUMNS

    def __init__(self, path: Path, setting: Setting) -> None:
        super().__init__(path, setting)
        self._table = TextTable(path, COLUMNS, excel=setting.excel)

    def feed(self, seen: Seen) -> None:
        """Write one claim."""
        if isinstance(seen, SeenClaim):
            self._table.row(
                [int(one) if isinstance(one, bool) else one for one in claim_row(seen, self.setting.labels)]
            )
            self.rows += 1

    def finish(self) -> None:
        """Close the file."""
        self._table.close()
