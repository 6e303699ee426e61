"""Floors on the public Arabic event standard (its seen half): which sentences tell of an assault, which of a protest.

The figures are its scorer's «yes against all no», of plain `hudna claims` without a theatre.
"""

import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared"
FLOORS = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
NAMES = ("assault", "protest")

pytestmark = pytest.mark.skipif(
    not (SHARED / "gold" / "arabic_event_gsr").exists(), reason="the shared gold is not beside this checkout"
)


def gold_of(name: str) -> Path:
    return SHARED / "gold" / "arabic_event_gsr" / f"{name}.jsonl"


def scored(name: str, folder: Path) -> dict[str, float]:
    """Precision, recall and f1 as the scorer prints them, of what the command finds in the bare sentences."""
    rows = [json.loads(line) for line in gold_of(name).read_text(encoding="utf-8").splitlines()]
    sentences, found = folder / "sentences.jsonl", folder / "claims.jsonl"
    lines = (json.dumps({"id": row["id"], "text": row["text"]}, ensure_ascii=False) for row in rows)
    sentences.write_text("\n".join(lines), encoding="utf-8")
    claims = subprocess.run([sys.executable, "-m", "hudna", "claims", str(sentences)], capture_output=True, check=True)
    found.write_bytes(claims.stdout)
    scorer = [sys.executable, str(SHARED / "eval" / "score_sentences.py"), str(gold_of(name)), str(found)]
    told = subprocess.run(scorer, capture_output=True, check=True, text=True).stdout.splitlines()[0]
    return {figure: float(value) for figure, value in re.findall(r"(precision|recall|f1) ([0-9.]+)", told)}


@pytest.mark.parametrize("name", NAMES)
def test_sentences_stay_above_their_floors(name: str, tmp_path: Path) -> None:
    floors = FLOORS[f"arabic_event_gsr.{name}"]
    assert hashlib.sha256(gold_of(name).read_bytes()).hexdigest()[:16] == floors["fingerprint"]
    figures = scored(name, tmp_path)
    assert {figure for figure in figures if figures[figure] < floors[figure]} == set()
