"""Floors of quality: they go up silently and down only with a sentence in the commit (style guide, 3.9).

A floor belongs to one gold set, known by its fingerprint; when the gold changes, the floors must be set anew.
"""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared"
FLOORS = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
GOLD = SHARED / "gold" / "seeds.claims.jsonl"

pytestmark = pytest.mark.skipif(not GOLD.exists(), reason="the shared gold is not beside this checkout")


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    """The scorer's figures for the seeds, as a user would get them: through the command."""
    seeds = sorted(str(path) for path in (SHARED / "seeds").glob("*.txt"))
    found = tmp_path_factory.mktemp("floors") / "claims.jsonl"
    command = [sys.executable, "-m", "hudna", "claims", "--theatre", "karabakh", *seeds]
    claims = subprocess.run(command, capture_output=True, check=True)
    found.write_bytes(claims.stdout)
    scorer = [sys.executable, str(SHARED / "eval" / "score_claims.py"), str(GOLD), str(found), "--json"]
    scored = subprocess.run(scorer, capture_output=True, check=True)
    result: dict[str, float] = json.loads(scored.stdout)
    return result


def test_the_gold_is_the_one_the_floors_are_for() -> None:
    assert hashlib.sha256(GOLD.read_bytes()).hexdigest()[:16] == FLOORS["seeds.claims"]["fingerprint"]


@pytest.mark.parametrize("figure", [name for name in FLOORS["seeds.claims"] if name != "fingerprint"])
def test_no_figure_below_its_floor(figure: str, scores: dict[str, float]) -> None:
    assert scores[figure] >= FLOORS["seeds.claims"][figure]
