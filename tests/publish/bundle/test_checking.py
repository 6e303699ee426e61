"""Whatever is changed in a bundle is found, and what is sound is called so."""

import hashlib
import json
import zipfile

import pytest

from hudna.publish.bundle import check_bundle

from .conftest import hudna


def rewritten(path, change):
    """The bundle with its members changed by a function, the manifest as it was unless the function changes it."""
    with zipfile.ZipFile(path) as zipped:
        files = {name: zipped.read(name) for name in zipped.namelist()}
    change(files)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, data in files.items():
            zipped.writestr(name, data)
    return check_bundle(path)


def a(files, start):
    return next(name for name in files if name.startswith(start))


def first_line_changed(files, name, **changed):
    """The first record of a JSON Lines member with other values, and the manifest written anew."""
    records = [json.loads(line) for line in files[name].splitlines()]
    records[0].update(changed)
    files[name] = b"".join(json.dumps(one).encode() + b"\n" for one in records)
    covered(files)


def covered(files):
    """A forger who writes the manifest anew."""
    manifest = json.loads(files["manifest.json"])
    manifest["files"] = [
        {"name": name, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in files.items()
        if name != "manifest.json"
    ]
    files["manifest.json"] = json.dumps(manifest).encode()


def test_a_bundle_is_sound_and_the_ledger_knows_it(bundle, ledger, event):
    checked = check_bundle(bundle)
    assert checked.sound
    assert (checked.event, checked.claims > 1, checked.entries > 3) == (event, True, True)
    done = hudna("bundle", "--check", bundle, "--ledger", ledger)
    assert done.exit_code == 0, done.output
    assert "Sound" in done.output
    told = json.loads(hudna("bundle", "--check", bundle, "--ledger", ledger, "--json").stdout)
    assert (told["sound"], told["handed_out"]) == (True, True)


def test_packed_anew_it_is_still_sound(bundle):
    assert rewritten(bundle, dict.copy).sound


@pytest.mark.parametrize("start", ["texts/", "sources/", "records/", "claims", "log", "index.ar", "SHA256SUMS"])
def test_one_changed_byte_is_found(bundle, start):
    def change(files):
        name = a(files, start)
        files[name] = files[name][:-1] + bytes([files[name][-1] ^ 1])

    checked = rewritten(bundle, change)
    assert checked.faults[0].where.startswith(start)
    assert "SHA-256" in checked.faults[0].reason
    assert hudna("bundle", "--check", bundle).exit_code == 1


@pytest.mark.parametrize(("more", "word"), [(True, "more bytes"), (False, "fewer bytes")])
def test_other_lengths_are_found(bundle, more, word):
    def change(files):
        name = a(files, "texts/")
        files[name] = files[name] + b"more" if more else files[name][:-2]

    assert word in rewritten(bundle, change).faults[0].reason


@pytest.mark.parametrize("start", ["texts/", "sources/", "claims", "log", "event"])
def test_a_missing_member_is_found(bundle, start):
    names = []

    def change(files):
        names.append(a(files, start))
        files.pop(names[0])

    faults = rewritten(bundle, change).faults
    assert (names[0], "is missing") in {(one.where, one.reason) for one in faults}


@pytest.mark.parametrize("name", ["extra.txt", "../../outside.txt", "texts/=cmd.txt"])
def test_an_extra_member_is_found_and_goes_nowhere(bundle, name, tmp_path):
    checked = rewritten(bundle, lambda files: files.update({name: b"put in"}))
    assert [one.where for one in checked.faults] == [name]
    assert not (tmp_path.parent / "outside.txt").exists()


def test_a_member_that_stands_twice_is_found(bundle):
    with zipfile.ZipFile(bundle, "a") as zipped, pytest.warns(UserWarning, match="Duplicate"):
        zipped.writestr("event.json", zipped.read("event.json"))
    assert ("event.json", "stands in the ZIP 2 times") in {(f.where, f.reason) for f in check_bundle(bundle).faults}


def test_a_forger_who_writes_the_manifest_anew_is_found_by_the_words(bundle):
    checked = rewritten(bundle, lambda files: first_line_changed(files, "claims.jsonl", quote="قُتل سبعون"))
    assert any(one.where.startswith("claim ") and "do not stand" in one.reason for one in checked.faults)


def test_a_forger_of_texts_is_found_by_their_names(bundle):
    def change(files):
        name = a(files, "sources/")
        files[name] += b" "
        covered(files)

    assert any("another hash than its name" in one.reason for one in rewritten(bundle, change).faults)


def test_a_forger_of_the_log_is_found_by_its_chain(bundle):
    checked = rewritten(bundle, lambda files: first_line_changed(files, "log.jsonl", at="2001-01-01T00:00:00Z"))
    assert any(one.where.startswith("log entry") for one in checked.faults)


def test_a_forger_who_covers_every_trace_is_found_by_the_ledger(bundle, ledger):
    def change(files):
        files["issues.jsonl"] = b'{"stage":"reading"}\n'
        covered(files)

    assert rewritten(bundle, change).sound
    done = hudna("bundle", "--check", bundle, "--ledger", ledger)
    assert done.exit_code == 1
    assert "does not name this bundle" in done.output


@pytest.mark.parametrize("data", ["", "no zip at all", "PK\x05\x06" + "\0" * 18], ids=["nothing", "words", "empty"])
def test_what_is_no_bundle_is_told(tmp_path, data):
    path = tmp_path / "other.zip"
    path.write_text(data)
    done = hudna("bundle", "--check", path)
    assert done.exit_code == 2
    assert "Hint" in done.output


def test_every_cut_is_told_and_none_breaks_off(bundle, tmp_path):
    whole = bundle.read_bytes()
    for length in range(0, len(whole), max(1, len(whole) // 50)):
        path = tmp_path / "cut.zip"
        path.write_bytes(whole[:length])
        assert hudna("bundle", "--check", path).exit_code in {1, 2}


def test_neither_event_nor_check_is_misuse(ledger):
    assert hudna("bundle", "--ledger", ledger).exit_code == 2
    assert hudna("bundle", "E1", "--ledger", ledger).exit_code == 2
