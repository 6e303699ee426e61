import hashlib
import json

from hudna.ledger import chain


def test_the_chain_can_be_recomputed_without_us(full):
    prev = "0" * 64
    for entry in full.log():
        payload_sha256 = hashlib.sha256(entry.payload.encode()).hexdigest()
        line = [entry.seq, entry.at, entry.what, entry.about, payload_sha256, prev]
        compact = json.dumps(line, ensure_ascii=False, separators=(",", ":"))
        assert entry.hash == hashlib.sha256(compact.encode()).hexdigest()
        prev = entry.hash


def test_every_entry_bears_the_clock_of_its_run(full, run):
    assert {entry.at for entry in full.log()} == {run.at}


def test_fields_cannot_flow_into_each_other():
    assert chain.seal(1, "a", "bc", "d", "e", "f") != chain.seal(1, "ab", "c", "d", "e", "f")
