import hashlib
import io

import pytest

from hudna.intake.custody import SourceChangedError, hold_file, hold_stream

DATA = bytes(range(250)) * 10


@pytest.mark.parametrize("limit", [len(DATA), len(DATA) - 1, 10])
def test_bytes_are_the_same_in_memory_and_on_disk(tmp_path, limit):
    (tmp_path / "a").write_bytes(DATA)
    held = hold_file(str(tmp_path / "a"), "a", limit)
    assert held.in_memory == (limit >= len(DATA))
    assert held.source.sha256 == hashlib.sha256(DATA).hexdigest()
    assert held.source.size == len(DATA)
    assert held.head(7) == DATA[:7]
    with held.stream() as stream:
        assert stream.read() == DATA


@pytest.mark.parametrize("limit", [len(DATA), 10])
def test_a_stream_is_read_to_its_end(tmp_path, limit):
    class Slow(io.BytesIO):
        def read(self, size=-1):
            return super().read(min(size, 99))

    with hold_stream(Slow(DATA), "-", limit, tmp_path) as held:
        assert held.source.sha256 == hashlib.sha256(DATA).hexdigest()
        with held.stream() as stream:
            assert stream.read() == DATA
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("change", ["letter", "shorter"])
def test_a_change_between_hashing_and_reading_shows(tmp_path, change):
    path = tmp_path / "a"
    path.write_bytes(DATA)
    held = hold_file(str(path), "a", 10)
    path.write_bytes(b"x" + DATA[1:] if change == "letter" else DATA[:-1])
    with held.stream() as stream, pytest.raises(SourceChangedError):
        stream.read()


def test_what_was_appended_is_left_out(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(DATA)
    held = hold_file(str(path), "a", 10)
    with path.open("ab") as file:
        file.write(b"more")
    with held.stream() as stream:
        assert stream.read() == DATA


def test_an_empty_file(tmp_path):
    (tmp_path / "a").touch()
    held = hold_file(str(tmp_path / "a"), "a", 10)
    assert (held.source.size, held.source.data, held.head(5)) == (0, b"", b"")
