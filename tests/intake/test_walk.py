import os
import socket
from pathlib import Path

import pytest

from hudna.intake.problems import problem
from hudna.intake.walk import Found, walk
from hudna.model import Issue


def _write(*paths: Path) -> None:
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("نص", encoding="utf-8")


def _names(found: list) -> list[str]:
    return [item.name for item in found if isinstance(item, Found)]


def _issues(found: list) -> list[Issue]:
    return [item for item in found if isinstance(item, Issue)]


def test_folders_are_walked_in_sorted_order(tmp_path):
    _write(tmp_path / "b" / "a.txt", tmp_path / "a" / "z" / "1.txt", tmp_path / "a" / "b.txt", tmp_path / "c.txt")
    found = list(walk([tmp_path]))
    assert _names(found) == ["b.txt", "1.txt", "a.txt", "c.txt"]
    assert found[1].parents[:2] == ("z", "a"), "the nearest folder first"


def test_folders_nested_deeper_than_python_calls(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    _write(Path(*"d" * 600) / "a.txt")
    assert _names(list(walk(["d"]))) == ["a.txt"]


def test_hidden_entries_are_read_only_when_named(tmp_path):
    _write(tmp_path / ".hidden.txt", tmp_path / ".git" / "a.txt", tmp_path / "b.txt")
    assert _names(list(walk([tmp_path]))) == ["b.txt"]
    assert _names(list(walk([tmp_path / ".hidden.txt"]))) == [".hidden.txt"]


def test_a_missing_path(tmp_path):
    assert list(walk([tmp_path / "none.txt"])) == [problem("missing", str(tmp_path / "none.txt"))]
    _write(tmp_path / "a.txt")
    below = tmp_path / "a.txt" / "below.txt"
    assert list(walk([below])) == [problem("missing", str(below))]


def test_a_broken_link(tmp_path):
    (tmp_path / "broken.txt").symlink_to(tmp_path / "none.txt")
    _write(tmp_path / "z.txt")
    found = list(walk([tmp_path]))
    assert _issues(found) == [problem("broken_link", str(tmp_path / "broken.txt"))]
    assert _names(found) == ["z.txt"]


def test_links_that_go_round_in_a_circle(tmp_path):
    (tmp_path / "one").symlink_to(tmp_path / "two")
    (tmp_path / "two").symlink_to(tmp_path / "one")
    folder = tmp_path / "folder"
    _write(folder / "a.txt", folder / "below" / "b.txt")
    (folder / "below" / "up").symlink_to(folder)
    found = list(walk([tmp_path]))
    assert sorted(_names(found)) == ["a.txt", "b.txt"]
    assert _issues(found) == [
        problem("link_loop", str(folder / "below" / "up")),
        problem("link_loop", str(tmp_path / "one")),
        problem("link_loop", str(tmp_path / "two")),
    ]


def test_what_is_reached_twice_is_read_once(tmp_path):
    _write(tmp_path / "a.txt", tmp_path / "b" / "c.txt")
    (tmp_path / "latest.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "z").symlink_to(tmp_path / "b")
    found = list(walk([tmp_path, tmp_path / "a.txt"]))
    assert _names(found) == ["a.txt", "c.txt"]
    assert {issue.where for issue in _issues(found)} == {str(tmp_path / name) for name in ("latest.txt", "z", "a.txt")}
    assert {issue.severity for issue in _issues(found)} == {"note"}


def test_a_link_to_a_folder_elsewhere_is_followed(tmp_path):
    _write(tmp_path / "elsewhere" / "a.txt")
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "link").symlink_to(tmp_path / "elsewhere")
    assert _names(list(walk([tmp_path / "here"]))) == ["a.txt"]


def test_pipes_sockets_and_devices_are_never_opened(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # a socket's path must be short
    os.mkfifo("pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket")
        found = list(walk([".", "/dev/null"]))
    assert _issues(found) == [
        problem("not_a_file", "./pipe.txt", what="named pipe"),
        problem("not_a_file", "./socket", what="socket"),
        problem("not_a_file", "/dev/null", what="device"),
    ]


def test_a_folder_that_may_not_be_read(tmp_path, monkeypatch):
    _write(tmp_path / "closed" / "a.txt", tmp_path / "open" / "b.txt")
    real = os.scandir

    def refusing(path):
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr("os.scandir", refusing)
    found = list(walk([tmp_path]))
    assert _names(found) == ["b.txt"]
    assert _issues(found) == [problem("may_not_read", str(tmp_path / "closed"), why="Permission denied")]


@pytest.mark.parametrize("inside", [[], [".hidden"]])
def test_a_folder_with_nothing_to_read(tmp_path, inside):
    _write(*(tmp_path / "empty" / name for name in inside))
    (tmp_path / "empty").mkdir(exist_ok=True)
    assert list(walk([tmp_path / "empty"])) == [problem("nothing_here", str(tmp_path / "empty"))]


def test_excluded_paths_are_passed_over(tmp_path):
    _write(tmp_path / "a.txt", tmp_path / "report" / "day.html", tmp_path / "ledger.db")
    found = list(walk([tmp_path], exclude=[tmp_path / "report", tmp_path / "ledger.db"]))
    assert _names(found) == ["a.txt"]
    assert not _issues(found)


def test_sidecars_are_no_documents(tmp_path):
    _write(tmp_path / "a.txt", tmp_path / "a.txt.meta.json", tmp_path / "b.html", tmp_path / "b.meta.json")
    _write(tmp_path / "c.meta.json", tmp_path / "sub" / "d.txt.meta.json")
    found = list(walk([tmp_path]))
    assert _names(found) == ["a.txt", "b.html"]
    assert _issues(found) == [
        problem("sidecar_alone", str(tmp_path / "c.meta.json")),
        problem("sidecar_alone", str(tmp_path / "sub" / "d.txt.meta.json")),
    ]


def test_a_sidecar_by_its_own_path(tmp_path, monkeypatch):
    _write(tmp_path / "a.txt", tmp_path / "a.txt.meta.json", tmp_path / "alone.meta.json")
    assert list(walk([tmp_path / "a.txt.meta.json"])) == []
    monkeypatch.chdir(tmp_path)
    assert list(walk(["alone.meta.json"])) == [problem("sidecar_alone", "alone.meta.json")]
