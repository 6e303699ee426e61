"""Files for others: tables, maps, calendars, and the whole ledger. One module each, and one line here.

Exporters see only what has passed the gate (`gate`), so a file of the public profile cannot hold what the profile keeps
back. `make_export` walks the ledger once for all files, writes a manifest beside them, and tells what was withdrawn.
"""

from hudna.publish.exporters.acled import Acled
from hudna.publish.exporters.base import Exporter
from hudna.publish.exporters.claims import ClaimsCsv
from hudna.publish.exporters.geojson import GeoJson
from hudna.publish.exporters.ics import Calendar
from hudna.publish.exporters.jsonl import JsonLines
from hudna.publish.exporters.making import Filter, Wanted, make_export
from hudna.publish.exporters.parquet import Parquet
from hudna.publish.exporters.profiles import DEFAULT, profile, profiles
from hudna.publish.exporters.redaction import redaction
from hudna.publish.exporters.ucdp import Ucdp
from hudna.publish.exporters.xlsx import Workbook

EXPORTERS: tuple[type[Exporter], ...] = (Acled, Ucdp, GeoJson, ClaimsCsv, Parquet, Workbook, Calendar, JsonLines)
"""All of them, in the order in which they are offered."""

__all__ = ["DEFAULT", "EXPORTERS", "Exporter", "Filter", "Wanted", "make_export", "profile", "profiles", "redaction"]
