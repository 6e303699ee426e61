"""The cluster's results: those of the laptop, whoever does the work, however often it is begun."""

import io
import json
import os
import signal

import msgspec
import pyarrow.parquet as pq
import pytest

from hudna.cluster import Job, engine_of, run_cluster, tables, tasks
from hudna.cluster.engines import OnDask
from hudna.errors import UsageError
from hudna.knowledge import load_knowledge
from hudna.ledger import Ledger, Run
from hudna.model import Event
from hudna.pipeline import walk

OTHER = "قالت وزارة الدفاع الأرمينية إن ثلاثة من جنودها قتلوا في قصف على لاتشين أمس الثلاثاء."


def _laptop(tmp_path, sources):
    with Ledger.open(tmp_path / "l.sqlite", create=True) as ledger:
        with ledger.run(Run(at="2022-09-15T00:00:00Z")):
            walk(ledger, sources, load_knowledge(["karabakh"]), as_of="2020-12-01")
        return list(ledger.claims()), list(ledger.documents()), {event.id: event for event in ledger.events()}


def _data(files, name):
    return [data for path, data in files.items() if path.startswith(f"{name}/")]


def _rows(files, name):
    return [row for data in _data(files, name) for row in pq.read_table(io.BytesIO(data)).to_pylist()]


def _nouns(files, name, reader):
    return {one.id: one for data in _data(files, name) for one in reader(data)}


def test_claims_documents_and_events_are_those_of_the_laptop(archive, tmp_path, spread, files):
    outcome = spread([archive])
    claims, documents, events = _laptop(tmp_path, [archive])
    found = files()
    assert _nouns(found, "claims", tables.claims_in) == {one.id: one for one in claims}
    assert _nouns(found, "documents", tables.documents_in) == {one.id: one for one in documents}
    told = [msgspec.json.decode(line, type=Event) for line in found["events.jsonl"].splitlines()]
    assert {event.id: event for event in told} == events
    assert (outcome.documents, outcome.claims, outcome.events) == (len(documents), len(claims), len(events))
    assert claims
    assert any("syndication" in text for text in map(repr, documents)) is False  # what weighing is told is not kept


def test_an_undated_text_is_dated_by_the_others(archive, spread, files):
    spread([archive])
    (undated,) = [row for row in _rows(files(), "documents") if row["id"] == "c.txt"]
    assert undated["published_basis"] == "inferred"
    assert undated["published_day"] == "2020-10-15"


def test_days_are_partitions_and_rows_stand_in_order(archive, tmp_path, spread, files):
    outcome = spread([archive])
    table = pq.read_table(tmp_path / "out" / "claims")
    assert table.num_rows == outcome.claims
    assert set(map(str, table.column("day").to_pylist())) <= set(outcome.days)
    assert table.column("published_day").to_pylist() == list(map(str, table.column("day").to_pylist()))
    for data in (data for path, data in files().items() if path.startswith("claims/")):
        rows = pq.read_table(io.BytesIO(data)).to_pylist()
        assert rows == sorted(rows, key=lambda row: [row[name] for name in tables.CLAIMS.names[:5]])
        parts = [(tables.packed(rows[::2], tables.CLAIMS), ()), (tables.packed(rows[1::2], tables.CLAIMS), ())]
        assert tables.gathered(parts, tables.CLAIMS, rows[0]["published_day"]) == (data, len(rows))
        other = {row["doc"] for row in rows} - {rows[0]["doc"]}
        assert tables.gathered([(data, other)], tables.CLAIMS, rows[0]["published_day"])[1] < len(rows) or not other
        assert tables.gathered([(data, ())], tables.CLAIMS, "1999-01-01")[1] == 0


def test_a_second_run_reads_nothing_and_changes_nothing(archive, spread, files):
    first = spread([archive])
    before = files(parts=True)
    again = spread([archive])
    assert (first.fresh, again.fresh) == (6, 0)
    assert files(parts=True) == before


def test_a_run_that_was_killed_goes_on(archive, spread, files, monkeypatch):
    spread([archive], "whole")
    real, met = tasks.read_unit, []

    class Dies:
        def each(self, task, calls):
            for call in calls:
                met.append(call)
                if len(met) == 3:
                    raise KeyboardInterrupt
                yield task(*call)

    with pytest.raises(KeyboardInterrupt):
        spread([archive], "torn", Dies())
    assert tasks.read_unit is real
    assert spread([archive], "torn").fresh == 4
    assert files("torn") == files("whole")


def test_a_changed_file_and_one_that_is_gone(archive, spread, files):
    spread([archive])
    (archive / "b.txt").write_text(f"{OTHER} وأضاف البيان أن الطريق مغلق.", encoding="utf-8")
    (archive / "a.txt").unlink()
    assert spread([archive]).fresh == 1
    spread([archive], "anew")
    assert files() == files("anew")


def test_a_name_given_twice(archive, spread, files):
    (archive / "later" / "b.txt").write_text(OTHER, encoding="utf-8")
    (archive / "later" / "a.txt").write_bytes((archive / "a.txt").read_bytes())
    (archive / "later" / "a.txt.meta.json").write_bytes((archive / "a.txt.meta.json").read_bytes())
    outcome = spread([archive])
    ids = [row["id"] for row in _rows(files(), "documents")]
    assert len(ids) == len(set(ids)) == outcome.documents
    texts = {row["text_sha256"] for row in _rows(files(), "documents")}
    assert len(texts) == 8
    before = files(parts=True)
    spread([archive])
    assert files(parts=True) == before


def test_what_is_wrong_with_one_file_is_told_and_stops_nothing(archive, spread):
    (archive / "bad.txt").write_bytes(b"\x00\x01\x02\x03" * 100)
    (archive / "bad.jsonl").write_text('{"text": ', encoding="utf-8")
    outcome = spread([archive, archive / "missing"])
    assert outcome.documents == 8
    assert sum(outcome.issues.values()) >= 3


def test_two_workers_and_one_of_them_killed(archive, tmp_path, spread, files):
    spread([archive], "here")
    with engine_of("dask", workers=2) as engine:
        assert isinstance(engine, OnDask)
        killed = engine._client.submit(os.getpid, pure=False).result()
        calls = iter(())

        def told(stage, done, total):
            nonlocal calls
            if stage == "reading" and done == 1:
                os.kill(killed, signal.SIGKILL)

        run_cluster([str(archive)], Job(str(tmp_path / "dask"), ("karabakh",)), engine, told)
    assert files("dask", parts=True) == files("here", parts=True)


def test_stores_of_other_kinds(archive, tmp_path, spread):
    import fsspec

    memory = fsspec.filesystem("memory")
    for path in archive.rglob("*"):
        if path.is_file():
            memory.pipe_file(f"/archive/{path.relative_to(archive)}", path.read_bytes())
    outcome = run_cluster(
        ["memory://archive"],
        Job("memory://result", ("karabakh",)),
        type("Here", (), {"each": _each})(),
        lambda *_: None,
    )
    here = spread([archive])
    assert (outcome.documents, outcome.claims, outcome.events) == (here.documents, here.claims, here.events)
    assert json.loads(memory.cat_file("/result/manifest.json"))["content"] == outcome.content


def _each(self, task, calls):
    return (task(*call) for call in calls)


def test_misuse_is_told(spread, tmp_path):
    with pytest.raises(UsageError, match="nothing to read"):
        spread([])
    with pytest.raises(UsageError, match="no engine"), engine_of("spark"):
        pass
    with pytest.raises(UsageError, match="no Dask scheduler answers"), engine_of("dask", "tcp://127.0.0.1:9"):
        pass


def test_other_packs_are_refused(archive, tmp_path):
    job = Job(str(tmp_path / "out"), ("karabakh",), knowledge="of another version")
    with pytest.raises(tasks.OtherKnowledgeError):
        tasks.knowledge_of(job)
