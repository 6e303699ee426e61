"""The daily report: one HTML file for a day or a span, in Arabic or English, that needs nothing outside itself.

It asks the ledger, selects, orders and counts. What it says about events, figures and clauses stands in the ledger's
nouns already; every word of its own stands in `words.toml`.
"""

from hudna.publish.report.dossier import Dossier, open_dossier
from hudna.publish.report.page import write_report
from hudna.publish.report.wording import LANGUAGES, Language

__all__ = ["LANGUAGES", "Dossier", "Language", "open_dossier", "write_report"]
