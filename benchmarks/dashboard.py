"""How long a reader waits for each page of the dashboard over a large ledger, in this process and over HTTP.

    python benchmarks/large.py 1000000 large.sqlite      six minutes, 2.5 GB
    python benchmarks/dashboard.py large.sqlite [--rounds 20]

Every address is asked for so many times, each time in another state (days, kinds, places, words), so that nothing is
answered from a page that was made before. The table gives the median and the 95th percentile; of the pages made in this
process also the processor's own time, which does not grow when others use the machine. Beside it, in the same run, the
same questions in plain SQL over the nouns alone, as one would ask them without kept counts and slim rows.
"""

import argparse
import random
import sqlite3
import statistics
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import httpx
import uvicorn
from starlette.testclient import TestClient

from hudna.cli.serving import settings_for
from hudna.ledger import Ledger
from hudna.publish.web import make_app

WORDS = (
    "وقف إطلاق النار",
    "مقتل",
    "لاتشين",
    "Shusha قصفت",
    "مساعدات إلى",
    '"بالمدفعية قرب"',
    "لغما في",
    "خرقت أذربيجان",
)
KINDS = ("hostilities", "casualties", "hostilities.air", "implementation.exchange", "ceasefire.violated")
_DAYS = 365 * 6


def states(draw: random.Random, ledger: Ledger) -> dict[str, Callable[[], str]]:
    """Name of each view → a new address each time."""
    events = [event.id for event in ledger.desk.events(size=500).items]
    documents = [line.id for line in ledger.desk.documents(size=500).items]

    def span(days: int) -> str:
        first = draw.randrange(_DAYS - days)
        return f"first={_day(first)}&last={_day(first + days)}"

    def kind() -> str:
        return draw.choice(KINDS)

    return {
        "today": lambda: f"/en/today?day={_day(draw.randrange(_DAYS))}&days=7",
        "timeline": lambda: f"/en/timeline?{span(draw.choice((30, 400, 2000)))}",
        "map": lambda: f"/ar/map?{span(draw.choice((30, 400, 2000)))}",
        "map, its places": lambda: f"/ar/map/points?{span(draw.choice((30, 400, 2000)))}",
        "events": lambda: f"/ar/events?kind={kind()}&{span(300)}",
        "events, conflicting": lambda: f"/ar/events?kind={kind()}&disputed=1",
        "events, with words": lambda: f"/ar/events?words={quote(draw.choice(WORDS))}&{span(400)}",
        "one event": lambda: f"/ar/events/{draw.choice(events)}",
        "contradictions": lambda: f"/en/contradictions?{span(400)}",
        "breaches": lambda: f"/en/breaches?{span(400)}",
        "casualties": lambda: f"/en/casualties?{span(30)}",
        "agreements": lambda: "/en/agreement",
        "one agreement": lambda: f"/en/agreement/{draw.choice(('NK20', 'NK23'))}",
        "documents": lambda: f"/en/documents?{span(400)}",
        "one document": lambda: f"/ar/documents/{draw.choice(documents)}",
        "sources": lambda: f"/en/sources?{span(28)}",
        "names": lambda: "/en/names",
        "review": lambda: f"/en/review?kind={kind()}&{span(400)}",
        "review of one event": lambda: f"/ar/review/{draw.choice(events)}",
        "search, claims": lambda: f"/ar/search?q={quote(draw.choice(WORDS))}",
        "search, claims, filtered": lambda: f"/ar/search?q={quote(draw.choice(WORDS))}&kind={kind()}&{span(400)}",
        "search, texts": lambda: f"/ar/search?q={quote(draw.choice(WORDS))}&in=texts",
        "API, events": lambda: f"/api/v1/events?kind={kind()}&{span(400)}",
        "API, claims": lambda: f"/api/v1/claims?q={quote(draw.choice(WORDS))}",
    }


def _day(number: int) -> str:
    return time.strftime("%Y-%m-%d", time.gmtime(1_577_836_800 + number * 86_400))


def measure(
    get: Callable[[str], int],
    views: dict[str, Callable[[], str]],
    rounds: int,
    clock: Callable[[], float] = time.perf_counter,
) -> dict[str, list[float]]:
    """Milliseconds of each request by a clock, the views taking turns."""
    took: dict[str, list[float]] = {name: [] for name in views}
    for _ in range(rounds):
        for name, address in views.items():
            asked = address()
            begun = clock()
            status = get(asked)
            took[name].append((clock() - begun) * 1000)
            if status != httpx.codes.OK:
                raise SystemExit(f"{asked}: {status}")
    return took


PLAIN = {
    "events by month and kind": (
        (
            "SELECT substr(when_first, 1, 7), kind, count(*) FROM events "
            "WHERE modality = 'actual' AND background = 0 GROUP BY 1, 2"
        ),
        lambda ledger: ledger.desk.by_period("month"),
    ),
    "events by place": (
        "SELECT value, count(*) FROM events, json_each(body, '$.places') GROUP BY 1",
        lambda ledger: ledger.desk.by_place(),
    ),
    "claims by source": (
        "SELECT source, count(*) FROM documents JOIN claims ON doc = documents.id GROUP BY 1",
        lambda ledger: ledger.desk.by_source(),
    ),
    "claims with a word": (
        "SELECT id FROM claims WHERE quote LIKE '%لاتشين%' ORDER BY seq DESC LIMIT 50",
        lambda ledger: ledger.desk.search(_search("لاتشين")),
    ),
}
"""What is asked → in plain SQL over the nouns, and as the pages ask."""


def _search(words: str) -> object:
    from hudna.ledger import WordSearch  # noqa: PLC0415 - beside its only use

    return WordSearch(groups=((words,),))


def beside(path: Path) -> Iterator[tuple[str, float, float]]:
    """(question, milliseconds in plain SQL, milliseconds as asked), each the better of two."""
    plain = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    with Ledger.open(path) as ledger:
        for name, (sql, ask) in PLAIN.items():
            yield name, _better(lambda sql=sql: plain.execute(sql).fetchall()), _better(lambda ask=ask: ask(ledger))
    plain.close()


def _better(run: Callable[[], object]) -> float:
    found = []
    for _ in range(2):
        begun = time.perf_counter()
        run()
        found.append((time.perf_counter() - begun) * 1000)
    return min(found)


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description="How long each page takes over a large ledger.")
    asked.add_argument("ledger", type=Path)
    asked.add_argument("--rounds", type=int, default=20)
    said = asked.parse_args()
    settings = settings_for(said.ledger, "karabakh")
    with Ledger.open(said.ledger) as ledger:
        views = states(random.Random(6), ledger)  # noqa: S311 - addresses, no secret
        print(f"{ledger.desk.totals()}")
    with TestClient(make_app(settings), base_url="http://localhost", follow_redirects=False) as client:
        inside = measure(lambda address: client.get(address).status_code, views, said.rounds)
        worked = measure(lambda address: client.get(address).status_code, views, said.rounds, time.process_time)
    server = uvicorn.Server(uvicorn.Config(make_app(settings), port=8799, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    with httpx.Client(base_url="http://127.0.0.1:8799", timeout=60) as browser:
        over = measure(lambda address: browser.get(address).status_code, views, said.rounds)
    server.should_exit = True
    thread.join()
    _print(worked, inside, over)
    for name, plain, ours in beside(said.ledger):
        print(f"| {name} | {plain:,.0f} | {ours:,.1f} |")


def _print(*measured: dict[str, list[float]]) -> None:
    print("| view | processor: median | 95 % | in process: median | 95 % | over HTTP: median | 95 % |")
    print("|---|---|---|---|---|---|---|")
    for name in measured[0]:
        figures = [figure for one in measured for figure in (statistics.median(one[name]), _percentile(one[name]))]
        print(f"| {name} | " + " | ".join(f"{figure:.0f}" for figure in figures) + " |")


def _percentile(took: list[float]) -> float:
    return sorted(took)[min(len(took) - 1, int(len(took) * 0.95))]


if __name__ == "__main__":
    main()
