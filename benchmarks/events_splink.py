"""Grouping the same synthetic claims with Splink, a well-known library that links records by probability.

    pip install splink pandas
    python benchmarks/events_splink.py 10000

Splink gets what a table can hold of a claim: family and kind, day told, day published, place, actor, target, number.
It blocks on family, day or publication, and place or actors, learns its weights by expectation maximisation, and
clusters at 0.9. It knows no parents of places, no spans, no refusals, no judgements of people, and gives no sentence.
Both are held against what the corpus knows: a pair is right when both claims tell one happening.
"""

import argparse
import time
from collections import Counter
from collections.abc import Iterable

import pandas as pd
import splink.comparison_library as compare
from events import corpus, knowledge
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

from hudna.events import group_claims
from hudna.events.families import family_of
from hudna.model import Claim, Document

FIELDS = ("kind", "day", "told", "place", "agent", "target", "number")
BLOCKS = (("family", "day", "place"), ("family", "told", "place"), ("family", "day", "agent", "target"))
SURE = 0.9


def table(claims: Iterable[Claim], documents: Iterable[Document]) -> pd.DataFrame:
    """Claims as a table."""
    told = {one.id: one.published.first for one in documents}
    return pd.DataFrame(
        {
            "unique_id": one.id,
            "family": family_of(one.kind).name,
            "kind": one.kind,
            "day": one.when[0] if one.when else None,
            "told": told[one.doc],
            "place": next(iter(one.places), None),
            "agent": next(iter(one.agents), None),
            "target": next(iter(one.targets), None),
            "number": one.count.lo if one.count else None,
        }
        for one in claims
    )


def by_splink(frame: pd.DataFrame) -> dict[str, object]:
    """The cluster of each claim."""
    settings = SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[block_on(*names) for names in BLOCKS],
        comparisons=[compare.ExactMatch(name) for name in FIELDS],
    )
    database = DuckDBAPI()
    linker = Linker(database.register(frame), settings)
    training = linker.training
    training.estimate_probability_two_random_records_match([block_on(*BLOCKS[0])], recall=0.5)
    training.estimate_u_using_random_sampling(max_pairs=1e6)
    training.estimate_parameters_using_expectation_maximisation(block_on(*BLOCKS[0]))
    training.estimate_parameters_using_expectation_maximisation(block_on("agent", "target", "told"))
    pairs = linker.inference.predict(threshold_match_probability=SURE)
    found = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, threshold_match_probability=SURE)
    kept = found.as_pandas_dataframe()
    return dict(zip(kept["unique_id"], kept["cluster_id"], strict=True))


def right(groups: dict[str, object], truth: dict[str, object]) -> tuple[float, float]:
    """Share of the pairs put together that belong together, and of those belonging together that were put so."""
    together = _pairs(groups.values())
    belonging = _pairs(truth[one] for one in groups)
    both = _pairs((group, truth[one]) for one, group in groups.items())
    return both / together, both / belonging


def _pairs(names: Iterable[object]) -> int:
    return sum(number * (number - 1) // 2 for number in Counter(names).values())


def main() -> None:
    """Measure both in one run."""
    asked = argparse.ArgumentParser(description="Grouping claims, beside Splink.")
    asked.add_argument("sizes", nargs="*", type=int, default=[10_000])
    for size in asked.parse_args().sizes:
        truth: dict[str, object] = {}
        claims, documents = corpus(size, truth)  # type: ignore[arg-type]
        told = {one.id: one.kind for one in claims}
        frame = table(claims, documents)
        for name in ("hudna", "splink"):
            begun, busy = time.perf_counter(), time.process_time()
            if name == "splink":
                groups = by_splink(frame)
            else:
                events = group_claims(claims, documents, [], knowledge())
                groups = {claim: event.id for event in events for claim in event.claims if claim in told}
            spent, used = time.perf_counter() - begun, time.process_time() - busy
            exact, complete = right(groups, truth)
            groups_made = f"{len(set(groups.values())):,} groups, pairs right {exact:.2f}, found {complete:.2f}"
            print(f"{size:,} {name}: {spent:.1f} s, {used:.1f} s of processor, {groups_made}", flush=True)


if __name__ == "__main__":
    main()
