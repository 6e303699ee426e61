"""What one report tells, asked of the ledger once for all its languages and forms."""

from collections.abc import Callable
from datetime import date

import msgspec

from hudna.errors import UsageError
from hudna.knowledge import Knowledge
from hudna.ledger import Ledger
from hudna.publish.report.desk import Desk
from hudna.publish.report.gather import Material, gather
from hudna.publish.report.period import Period
from hudna.publish.report.wording import Language, Words

Redact = Callable[[Material, Knowledge], tuple[Material, Knowledge]]


class Dossier(msgspec.Struct, frozen=True):
    """The material of a report as it may be told, with the packs that name it; the same in every language and form."""

    material: Material
    knowledge: Knowledge

    def desk(self, language: Language) -> Desk:
        """A fresh desk: one notes what it has named, so each page is made at its own.

        Raises:
            UsageError: The report does not speak this language.
        """
        return Desk(self.material, self.knowledge, Words(language))


def open_dossier(
    ledger: Ledger,
    *,
    first: date,
    last: date,
    knowledge: Knowledge,
    as_of: str | date,
    through: Redact | None = None,
) -> Dossier:
    """Everything that reports on a day or a span tell.

    Args:
        ledger: Only asked, never written, and not needed any more afterwards.
        first: First day of the period.
        last: Last day, inclusive.
        knowledge: The packs, for labels, agreements and names by side.
        as_of: The day on which obligations are looked at; findings are of this date, else of the latest before it.
        through: What the material is handed through before anything of it is told (`exporters.redaction`); None tells
            everything.

    Raises:
        UsageError: The period ends before it begins.
        LedgerError: The ledger cannot be read.
    """
    if last < first:
        raise UsageError(f"the period ends ({last}) before it begins ({first})")
    material = gather(ledger, Period(first, last), as_of.isoformat() if isinstance(as_of, date) else as_of)
    if through is not None:
        material, knowledge = through(material, knowledge)
    return Dossier(material, knowledge)
