"""What people signed: the status of a duty, or a ruling on an alleged breach. It stands above what the machine sums up.

A judgement `rule` with a status as its value is about a duty by its id, or about a finding. A status that was signed on
a finding as of a day holds from that day on; one that names the duty itself holds always. The latest one holds. A
ruling on the finding of an alleged breach is about that clause and that happening alone; one on the event is about
every clause (it reaches us inside the event's verdicts).
"""

from collections.abc import Iterable, Mapping, Sequence

from hudna.model import Event, Finding, Judgement, standing
from hudna.model.judgement import RULINGS, SIGNABLE

__all__ = ["RULINGS", "SIGNABLE", "Signed", "said"]


class Signed:
    """Answers what people signed.

    Args:
        judgements: All of a ledger; those about other things are passed over.
        judged: Findings, of any date, that judgements may name.
    """

    def __init__(self, judgements: Sequence[Judgement], judged: Iterable[Finding]) -> None:
        findings = {finding.id: finding for finding in judged}
        self._duties: dict[str, list[tuple[str, Judgement]]] = {}
        self._breaches: dict[tuple[str, str, str], Judgement] = {}
        for judgement in standing(judgements):
            if judgement.verb == "rule":
                self._take(judgement, findings)

    def _take(self, judgement: Judgement, findings: Mapping[str, Finding]) -> None:
        for name in judgement.about:
            finding = findings.get(name)
            if judgement.value in SIGNABLE and (finding is None or finding.sort == "obligation"):
                duty, since = (finding.obligation, finding.as_of) if finding is not None else (name, "")
                self._duties.setdefault(duty, []).append((since, judgement))
            elif judgement.value in RULINGS and finding is not None and finding.claims:
                self._breaches[finding.agreement, finding.obligation, finding.claims[0]] = judgement

    def on_duty(self, duty: str, as_of: str) -> Judgement | None:
        """The latest decision on a duty that holds as of a date."""
        held = [judgement for since, judgement in self._duties.get(duty, ()) if since <= as_of]
        return held[-1] if held else None

    def on_breach(self, agreement: str, duty: str, event: Event) -> Judgement | None:
        """The ruling on one happening under one clause; the latest where claims of several rulings met in it."""
        found = [one for claim in event.claims if (one := self._breaches.get((agreement, duty, claim))) is not None]
        return max(found, key=lambda one: (one.at, one.id), default=None)


def said(judgement: Judgement) -> str:
    """A decision in a sentence."""
    return f"signed by {judgement.who} on {judgement.at[:10]}: {judgement.value} ({judgement.reason})"
