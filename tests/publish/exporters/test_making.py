import hashlib
import json
import re
import tracemalloc
import zipfile

import msgspec
import pytest

from hudna.errors import UsageError
from hudna.events import casualties
from hudna.ledger import Desk
from hudna.publish.exporters import EXPORTERS, making
from hudna.publish.exporters.base import Setting
from hudna.publish.exporters.gate import Gate
from hudna.publish.exporters.labels import Labels
from hudna.publish.exporters.profiles import profile

from .conftest import CLAIMS, DOCUMENTS, EVENTS, NOW, fill, reject


def test_a_manifest_says_what_was_written(exported):
    folder, told = exported("acled", "csv", shown="internal", who="B. Reader", wanted={"kinds": ("casualties",)})
    assert told == json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert {path.name for path in folder.iterdir()} == {file["name"] for file in told["files"]} | {"manifest.json"}
    for file in told["files"]:
        data = (folder / file["name"]).read_bytes()
        assert (file["bytes"], file["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
    assert told["filter"]["kinds"] == ["casualties"]
    assert told["counts"] == {"events": 1, "claims": 3}
    assert (told["made"], told["who"], told["version"]) == ("2030-06-30T12:00:00Z", "B. Reader", 1)
    by_name = {file["name"]: file for file in told["files"]}
    assert by_name["claims.csv"]["rows"] == 3
    assert "quote" in by_name["claims.csv"]["columns"]


@pytest.mark.parametrize(
    ("wanted", "events", "claims"),
    [
        ({}, 3, 5),
        ({"kinds": ("hostilities",)}, 1, 1),
        ({"actors": ("EASB",)}, 1, 3),
        ({"speakers": ("EASB.PRES",)}, 1, 1),
        ({"places": ("upper_valley",)}, 2, 4),
        ({"places": ("twinford",)}, 1, 1),
        ({"first": "2030-05-20", "last": "2030-05-22"}, 1, 1),
        ({"first": "2031-01-01"}, 0, 0),
    ],
)
def test_filters_narrow(exported, wanted, events, claims):
    _, told = exported("acled", "csv", shown="internal", wanted=wanted)
    assert (told["counts"].get("events", 0), told["counts"].get("claims", 0)) == (events, claims)


def test_what_was_withdrawn_since_is_listed(exported, tmp_path):
    first, _ = exported("acled", "csv", shown="internal", out="first")
    later = fill(
        tmp_path / "later.sqlite",
        claims=CLAIMS[:4],
        events=EVENTS[:2],
        judgements=[reject("J1", "E2")],
    )
    folder, told = exported("acled", "csv", shown="internal", since=first, book=later)
    stones = [json.loads(line) for line in (folder / "tombstones.jsonl").read_text(encoding="utf-8").splitlines()]
    assert sorted((one["noun"], one["id"], one["why"]) for one in stones) == [
        ("claim", "K4", "rejected"),
        ("claim", "K5", "gone"),
        ("event", "E2", "rejected"),
        ("event", "E3", "gone"),
    ]
    assert told["tombstones"] == 4
    assert told["since"] == "first"


def test_embargo_and_filter_are_no_tombstones(exported):
    first, _ = exported("acled", "csv", shown="internal", out="first")
    folder, told = exported("acled", wanted={"kinds": ("diplomacy",)}, since=first)
    assert told["tombstones"] == 0
    assert (folder / "tombstones.jsonl").read_bytes() == b""


def test_a_folder_that_is_no_export_is_misuse(exported, tmp_path):
    with pytest.raises(UsageError, match="no export"):
        exported("acled", since=tmp_path)


def test_the_same_ledger_and_clock_give_the_same_files(exported):
    one, _ = exported("acled", "csv", "geojson", "ics", "parquet", "jsonl", shown="internal", out="one")
    other, _ = exported("acled", "csv", "geojson", "ics", "parquet", "jsonl", shown="internal", out="other")
    for path in one.iterdir():
        assert path.read_bytes() == (other / path.name).read_bytes(), path.name


@pytest.mark.parametrize("name", [one.name for one in EXPORTERS if one.name not in {"jsonl", "ics"}])
def test_memory_does_not_grow_with_rows(name, knowledge, tmp_path, monkeypatch):
    """Counted in allocations, not in time: ten times the rows, the same peak within what buffers take."""
    (exporter,) = (one for one in EXPORTERS if one.name == name)
    monkeypatch.setattr("hudna.publish.exporters.parquet.GROUP", 100)
    labels = Labels(knowledge, "en")
    setting = Setting(labels=labels, profile=profile("internal"), made="2030-06-30T12:00:00Z", theatre="x")
    losses = lambda one: casualties([one])  # noqa: E731
    gate = Gate(profile("internal"), knowledge, labels, now=NOW, losses=losses, rejected=frozenset())
    documents = {one.id: one for one in DOCUMENTS}

    def peak(rows):
        tracemalloc.start()
        file = exporter(tmp_path / f"{rows}", setting)
        for number in range(rows):
            event = msgspec.structs.replace(EVENTS[0], id=f"E{number}")
            file.feed(gate.event(event, CLAIMS[:3], documents))
            claim = msgspec.structs.replace(CLAIMS[1], id=f"K{number}")
            file.feed(gate.claim(claim, (event.id, event.kind), documents["one.txt"]))
        file.finish()
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert file.rows >= rows
        return found

    peak(50)
    assert peak(1200) < peak(300) + 250_000


def test_a_full_sheet_is_followed_by_another(exported, monkeypatch):
    monkeypatch.setattr("hudna.publish.exporters.xlsx.FULL", 3)
    folder, _ = exported("xlsx", shown="internal")
    with zipfile.ZipFile(folder / "hudna.xlsx") as archive:
        names = re.findall(r'<sheet name="([^"]+)"', archive.read("xl/workbook.xml").decode())
    assert names == ["Events", "Events 2", "Claims", "Claims 2", "Claims 3", "Duties"]


def test_portions_are_what_is_in_memory_together(ledger, knowledge, monkeypatch, exported):
    seen = []
    ask = Desk.documents_without_text

    def asked(desk, keys):
        seen.append(len(keys))
        return ask(desk, keys)

    monkeypatch.setattr(making, "_AT_ONCE", 2)
    monkeypatch.setattr(Desk, "documents_without_text", asked)
    _, told = exported("acled", "csv", shown="internal")
    assert told["counts"] == {"events": 3, "claims": 5}
    assert len(seen) == 2 + 3
    del ledger, knowledge
