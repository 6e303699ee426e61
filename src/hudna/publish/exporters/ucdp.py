"""Events with at least one claimed death, in the column layout of UCDP's georeferenced event data (GED, 49 columns).

Their coders judge what a conflict, a dyad and a type of violence is; a machine does not, so those columns stay empty.
Low, best and high come from the casualty ledger: best is one of the claimed figures, chosen by a rule that is named.
"""

import math
from pathlib import Path
from typing import ClassVar

from hudna.publish.exporters import figures
from hudna.publish.exporters.base import Exporter, Setting
from hudna.publish.exporters.cells import Cell, TextTable
from hudna.publish.exporters.days import days, ucdp_precision
from hudna.publish.exporters.nouns import Seen, SeenEvent, Spot

GED_COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
    "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
    "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office",
    "source_date", "source_headline", "source_original", "where_prec", "where_coordinates", "where_description",
    "adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region",
    "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians",
    "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
)  # fmt: skip
OWN_COLUMNS = (
    "hudna_kind", "hudna_side_a", "hudna_side_b", "hudna_radius_km", "hudna_claims", "hudna_origins",
    "hudna_happened", "hudna_best_rule", "hudna_differs",
)  # fmt: skip
_TWO = 2
_EXACT_KM, _NEAR_KM = 5.0, 25.0
_BY_SORT = {"district": 3, "region": 4, "area": 5, "border": 5, "line": 5, "corridor": 5, "country": 6}


class Ucdp(Exporter):
    """One row for each event in which somebody is said to have been killed."""

    name = "ucdp"
    title_ar = "أحداث قاتلة بأعمدة UCDP GED (ليست من بيانات UCDP)"
    title_en = "Deadly events in UCDP GED's columns (not UCDP data)"
    file = "events-ucdp-ged.csv"
    media_type = "text/csv; charset=utf-8"
    takes = frozenset({SeenEvent})
    columns: ClassVar = (*GED_COLUMNS, *OWN_COLUMNS)

    def __init__(self, path: Path, setting: Setting) -> None:
        super().__init__(path, setting)
        self._table = TextTable(path, self.columns, excel=setting.excel)

    def feed(self, seen: Seen) -> None:
        """Write an event that happened, as told, and in which at least one person was killed, as told."""
        if isinstance(seen, SeenEvent) and seen.modality == "actual" and not seen.background and _deadly(seen):
            self._table.row(self._row(seen))
            self.rows += 1

    def finish(self) -> None:
        """Close the file."""
        self._table.close()

    def _row(self, event: SeenEvent) -> list[Cell]:
        given = {**self._who(event), **self._told(event), **_where(event), **_when(event), **_deaths(event)}
        return [given.get(name) for name in self.columns]

    def _who(self, event: SeenEvent) -> dict[str, Cell]:
        """Two sides in alphabetical order: which is named first means nothing."""
        one, other = _sides(event)
        labels = self.setting.labels
        return {
            "id": f"HUDNA-{event.id}",
            "code_status": "Hudna: machine-coded, not UCDP data",
            "conflict_name": self.setting.theatre,
            "side_a": labels.actor(one) if one else None,
            "side_b": labels.actor(other) if other else None,
            "hudna_kind": event.kind,
            "hudna_side_a": one or None,
            "hudna_side_b": other or None,
        }

    def _told(self, event: SeenEvent) -> dict[str, Cell]:
        labels = self.setting.labels
        rules = {one.rule for one in event.losses if one.measure == "killed" and one.rule}
        return {
            "number_of_sources": event.sources,
            "source_office": "; ".join(labels.source(code) for code in event.outlets) or None,
            "source_date": event.told[1][:10] if event.told else None,
            "source_original": labels.listed(event.speakers) or None,
            "hudna_claims": event.claims,
            "hudna_origins": event.origins,
            "hudna_happened": event.happened,
            "hudna_best_rule": "; ".join(sorted(rules)) or None,
            "hudna_differs": "; ".join(event.differs) or None,
        }


def _deadly(event: SeenEvent) -> bool:
    killed = [one for one in event.losses if one.measure == "killed"]
    return any(max(one.low or 0, one.best or 0, one.high or 0) > 0 for one in killed)


def _sides(event: SeenEvent) -> tuple[str, str]:
    """The sides of those who act, suffer, or lost people; nobody where there are more than two."""
    if len(event.sides) > _TWO:
        return "", ""
    one, other, *_ = (*event.sides, "", "")
    return one, other


def _where(event: SeenEvent) -> dict[str, Cell]:
    if not event.spots:
        return {}
    spot = event.spots[0]
    return {
        "where_prec": where_precision(spot),
        "where_coordinates": spot.name or None,
        "adm_1": spot.region or None,
        "adm_2": spot.district or None,
        "latitude": spot.lat,
        "longitude": spot.lon,
        "geom_wkt": f"POINT ({spot.lon} {spot.lat})",
        "priogrid_gid": prio_cell(spot.lat, spot.lon),
        "country": spot.country or None,
        "hudna_radius_km": spot.radius_km,
    }


def where_precision(spot: Spot) -> int:
    """1 exact, 2 within 25 km, 3 district, 4 province, 5 line or area, 6 country."""
    if spot.sort in _BY_SORT:
        return _BY_SORT[spot.sort]
    return 1 if spot.radius_km <= _EXACT_KM else 2 if spot.radius_km <= _NEAR_KM else 4


def prio_cell(lat: float, lon: float) -> int:
    """The number of PRIO's half-degree cell: from the south-west corner of the world, row by row."""
    return math.floor((lat + 90) * 2) * 720 + math.floor((lon + 180) * 2) + 1


def _when(event: SeenEvent) -> dict[str, Cell]:
    if event.when is None:
        return {}
    first, last = days(event.when)
    precision = ucdp_precision(event.when)
    dates = {"date_start": first.isoformat(), "date_end": last.isoformat()}
    return {"year": first.year if first.year == last.year else None, "date_prec": precision, **dates}


def _deaths(event: SeenEvent) -> dict[str, Cell]:
    one, other = _sides(event)
    killed = figures.toll(event.losses)
    return {
        "deaths_a": figures.best_of_side(event.losses, one) if one else None,
        "deaths_b": figures.best_of_side(event.losses, other) if other else None,
        "deaths_civilians": figures.best_of_civilians(event.losses),
        "deaths_unknown": figures.best_of_unknown(event.losses),
        "best": killed.best,
        "high": killed.high,
        "low": killed.low,
    }
