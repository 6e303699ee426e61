"""The third house on the street: the claims of many documents become events.

Right of the cut: its results depend on history, so its steps are small, ordered and explainable. It receives
claims and judgements as plain arguments from ``pipeline`` and hands events on to ``compliance``.
"""

from hudna.events.arithmetic import Sum, arithmetic
from hudna.events.casualties import BEST_RULES, CasualtyRow, casualties
from hudna.events.changes import Change, changes
from hudna.events.overview import Disagreement, contradictions
from hudna.events.ranges import says
from hudna.events.rates import Rate, rates
from hudna.events.regroup import Regrouped, regroup
from hudna.events.silence import Silence, Silent, silence
from hudna.events.weigh import EVENTS_VERSION, Weighed, event_id, group_claims, weigh_all

__all__ = [
    "BEST_RULES",
    "EVENTS_VERSION",
    "CasualtyRow",
    "Change",
    "Disagreement",
    "Rate",
    "Regrouped",
    "Silence",
    "Silent",
    "Sum",
    "Weighed",
    "arithmetic",
    "casualties",
    "changes",
    "contradictions",
    "event_id",
    "group_claims",
    "rates",
    "regroup",
    "says",
    "silence",
    "weigh_all",
]
