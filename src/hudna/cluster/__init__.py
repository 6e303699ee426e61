"""Archives beyond one machine: the same reading, spread over workers, with Parquet at the end.

It stands beside the pipeline, which keeps a ledger: a cluster keeps files, one a day, and a manifest.
"""

from hudna.cluster.engines import Engine, Here, OnDask, engine_of
from hudna.cluster.run import Outcome, issues_of, run_cluster
from hudna.cluster.tasks import Entry, Job
from hudna.cluster.units import Unit, units_of

__all__ = [
    "Engine",
    "Entry",
    "Here",
    "Job",
    "OnDask",
    "Outcome",
    "Unit",
    "engine_of",
    "issues_of",
    "run_cluster",
    "units_of",
]
