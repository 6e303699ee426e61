"""The fourth house on the street: events are held against the agreement and become findings.

It reads deadlines, areas and obligations from the agreement's own text and says per assessor what is alleged,
corroborated, disputed or not assessable. Its findings go to the ``ledger``.
"""

from hudna.compliance.access import Access, access_log
from hudna.compliance.again import Reheld, hold_again
from hudna.compliance.hold import COMPLIANCE_VERSION, hold
from hudna.compliance.signed import RULINGS, SIGNABLE

__all__ = [
    "COMPLIANCE_VERSION",
    "RULINGS",
    "SIGNABLE",
    "Access",
    "Reheld",
    "access_log",
    "hold",
    "hold_again",
]
