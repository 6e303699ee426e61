"""Events in ACLED's column layout. This is not ACLED's data: ids bear our prefix, our own columns come after theirs.

ACLED's columns are those of its public export (31, `event_id_cnty` to `timestamp`). What a machine cannot know stays
empty: who is of which actor type, how wide a source reaches, a single number of fatalities where claims differ.
"""

from pathlib import Path
from typing import ClassVar

from hudna.publish.exporters.base import Exporter, Setting
from hudna.publish.exporters.cells import Cell, TextTable
from hudna.publish.exporters.days import acled_precision, days
from hudna.publish.exporters.figures import toll
from hudna.publish.exporters.nouns import Seen, SeenEvent, Spot

ACLED_COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type",
    "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting",
    "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision",
    "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
OWN_COLUMNS = (
    "hudna_kind", "hudna_last_day", "hudna_agents", "hudna_targets", "hudna_places", "hudna_radius_km",
    "hudna_claims", "hudna_documents", "hudna_sources", "hudna_origins", "hudna_happened", "hudna_who",
    "hudna_violation", "hudna_differs", "hudna_killed_low", "hudna_killed_best", "hudna_killed_high", "hudna_words",
)  # fmt: skip
TYPES = {
    "Battles": ("Armed clash", "Government regains territory", "Non-state actor overtakes territory"),
    "Explosions/Remote violence": (
        "Air/drone strike",
        "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED",
        "Suicide bomb",
        "Grenade",
        "Chemical weapon",
    ),
    "Violence against civilians": ("Attack", "Abduction/forced disappearance", "Sexual violence"),
    "Protests": ("Peaceful protest", "Protest with intervention", "Excessive force against protesters"),
    "Riots": ("Violent demonstration", "Mob violence"),
    "Strategic developments": (
        "Agreement",
        "Arrests",
        "Change to group/activity",
        "Disrupted weapons use",
        "Headquarters or base established",
        "Looting/property destruction",
        "Non-violent transfer of territory",
        "Other",
    ),
}
"""Event types with their sub-events. A pack's word that is none of these maps to nothing."""
_DISORDER = {
    "Protests": "Demonstrations",
    "Riots": "Demonstrations",
    "Strategic developments": "Strategic developments",
}
_TOWN_KM, _PART_KM = 5.0, 50.0
TAGS = "machine-coded by Hudna; not ACLED data"
CIVILIANS = "CVL"
"""The part of an actor's code that means civilians."""


class Acled(Exporter):
    """One row for each event that is told to have happened."""

    name = "acled"
    title_ar = "أحداث بأعمدة ACLED (ليست من بيانات ACLED)"
    title_en = "Events in ACLED's columns (not ACLED data)"
    file = "events-acled.csv"
    media_type = "text/csv; charset=utf-8"
    takes = frozenset({SeenEvent})
    columns: ClassVar = (*ACLED_COLUMNS, *OWN_COLUMNS)

    def __init__(self, path: Path, setting: Setting) -> None:
        super().__init__(path, setting)
        self._table = TextTable(path, self.columns, excel=setting.excel)

    def feed(self, seen: Seen) -> None:
        """Write an event; what did not happen, and history, is passed over."""
        if isinstance(seen, SeenEvent) and seen.modality == "actual" and not seen.background:
            self._table.row([*self._theirs(seen), *self._ours(seen)])
            self.rows += 1

    def finish(self) -> None:
        """Close the file."""
        self._table.close()

    def _theirs(self, event: SeenEvent) -> list[Cell]:
        spot = event.spots[0] if event.spots else None
        return [*self._what(event), *self._who(event), *_where(spot), *self._told(event)]

    def _what(self, event: SeenEvent) -> list[Cell]:
        precision = acled_precision(event.when) if event.when else None
        day = days(event.when)[0] if event.when and precision else None
        told: tuple[Cell, Cell] = (day.isoformat(), day.year) if day else (None, None)
        sort, sub = types_of(self.setting.acled.get(event.kind, ""))
        disorder = _DISORDER.get(sort, "Political violence") if sort else ""
        return [f"HUDNA-{event.id}", *told, precision, disorder, sort, sub]

    def _who(self, event: SeenEvent) -> list[Cell]:
        cells: list[Cell] = []
        for codes in (event.agents, event.targets):
            names = self.setting.labels.actors(codes)
            cells += [next(iter(names), None), "; ".join(names[1:]) or None, None]
        civilians = any(CIVILIANS in code.split(".") for code in event.targets)
        return [*cells, None, "Civilian targeting" if civilians else None]

    def _told(self, event: SeenEvent) -> list[Cell]:
        labels = self.setting.labels
        killed = toll(event.losses)
        outlets = "; ".join(labels.source(code) for code in event.outlets)
        agreed = killed.low if killed.low is not None and killed.low == killed.high else None
        return [outlets or None, None, self._notes(event), agreed, TAGS, self.setting.timestamp]

    def _notes(self, event: SeenEvent) -> str:
        """One neutral line from labels alone; quotes stand in a column of their own."""
        labels = self.setting.labels
        said = labels.listed(event.speakers)
        where = "; ".join(dict.fromkeys(spot.name for spot in event.spots if spot.name))
        told = ", ".join(filter(None, (labels.kind(event.kind), where)))
        return f"{told} ({said})" if said else told

    def _ours(self, event: SeenEvent) -> list[Cell]:
        killed = toll(event.losses)
        return [
            event.kind,
            days(event.when)[1].isoformat() if event.when else None,
            "; ".join(event.agents) or None,
            "; ".join(event.targets) or None,
            "; ".join(dict.fromkeys(spot.code for spot in event.spots if spot.code)) or None,
            event.spots[0].radius_km if event.spots else None,
            event.claims,
            event.documents,
            event.sources,
            event.origins,
            event.happened,
            event.who,
            event.violation,
            "; ".join(event.differs) or None,
            killed.low,
            killed.best,
            killed.high,
            " | ".join(event.words) or None,
        ]


def types_of(sub: str) -> tuple[str, str]:
    """(event type, sub-event) of a pack's word; empty for what ACLED has not. A whole type has no sub-event."""
    if sub in TYPES:
        return sub, ""
    sort = next((name for name, subs in TYPES.items() if sub in subs), "")
    return sort, sub if sort else ""


def _where(spot: Spot | None) -> list[Cell]:
    """iso, region, country, admin1 to 3, location, point, precision."""
    if spot is None:
        return [None] * 10
    precision = 1 if spot.radius_km <= _TOWN_KM else 2 if spot.radius_km <= _PART_KM else 3
    above = (spot.country, spot.region, spot.district)
    return [None, None, *(name or None for name in above), None, spot.name or None, spot.lat, spot.lon, precision]
