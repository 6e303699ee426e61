"""What every claim promises, whoever found it: exact words, a known modality, figures and times that can be kept."""

from hudna.model.claim import MODALITIES, Claim
from hudna.model.document import Document
from hudna.model.moment import is_iso

LARGEST = 2**63 - 1
"""Largest whole number that a row of the ledger can hold."""


def fault_of(claim: Claim, document: Document) -> str:
    """What is wrong with a claim of a document, or nothing."""
    if claim.doc != document.id or document.text[claim.start : claim.end] != claim.quote or not claim.quote:
        return "its quote is not what stands in the text"
    if claim.modality not in MODALITIES:
        return f"there is no modality {claim.modality!r}"
    if claim.count and any(abs(bound or 0) > LARGEST for bound in (claim.count.lo, claim.count.hi)):
        return "its figure is too large"
    if claim.when and not all(map(is_iso, claim.when)):
        return f"its time is not ISO 8601: {claim.when}"
    return ""
