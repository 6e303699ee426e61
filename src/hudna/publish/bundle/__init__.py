"""Evidence bundles: everything that one event leans on, as one ZIP that anybody can check without the ledger."""

from hudna.publish.bundle.checking import Checked, Fault, check_bundle
from hudna.publish.bundle.evidence import MADE, VERB, Evidence, gather_evidence
from hudna.publish.bundle.making import FORMAT, make_bundle

__all__ = [
    "FORMAT",
    "MADE",
    "VERB",
    "Checked",
    "Evidence",
    "Fault",
    "check_bundle",
    "gather_evidence",
    "make_bundle",
]
