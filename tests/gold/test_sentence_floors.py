"""Floors on the public Arabic event standard (its seen half): which sentences tell of an assault, which of a protest.

The figures are its scorer's «yes against all no», of plain `hudna claims` without a theatre: of all claims, and
of those told as news of which the reading is sure (no background, confidence 0.5 and more).
"""

import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

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


def claims_in(name: str, folder: Path) -> list[str]:
    """What the command finds in the bare sentences, a record a line."""
    rows = [json.loads(line) for line in gold_of(name).read_text(encoding="utf-8").splitlines()]
    sentences = folder / "sentences.jsonl"
    lines = (json.dumps({"id": row["id"], "text": row["text"]}, ensure_ascii=False) for row in rows)
    sentences.write_text("\n".join(lines), encoding="utf-8")
    claims = subprocess.run([sys.executable, "-m", "hudna", "claims", str(sentences)], capture_output=True, check=True)
    return claims.stdout.decode("utf-8").splitlines()


def scored(name: str, claims: list[str], folder: Path) -> dict[str, float]:
    """Precision, recall and f1 as the scorer prints them."""
    found = folder / "claims.jsonl"
    found.write_text("\n".join(claims), encoding="utf-8")
    scorer = [sys.executable, str(SHARED / "eval" / "score_sentences.py"), str(gold_of(name)), str(found)]
    told = subprocess.run(scorer, capture_output=True, check=True, text=True).stdout.splitlines()[0]
    return {figure: float(value) for figure, value in re.findall(r"(precision|recall|f1) ([0-9.]+)", told)}


@pytest.mark.parametrize("name", NAMES)
def test_sentences_stay_above_their_floors(name: str, tmp_path: Path) -> None:
    floors = FLOORS[f"arabic_event_gsr.{name}"]
    assert hashlib.sha256(gold_of(name).read_bytes()).hexdigest()[:16] == floors["fingerprint"]
    claims = claims_in(name, tmp_path)
    news = [line for line in claims if told_as_news(json.loads(line))]
    for figures, least in (
        (scored(name, claims, tmp_path), floors["all"]),
        (scored(name, news, tmp_path), floors["news"]),
    ):
        assert {figure for figure in figures if figures[figure] < least[figure]} == set()


def told_as_news(claim: dict[str, Any]) -> bool:
    return not claim["background"] and claim["confidence"] >= 0.5
