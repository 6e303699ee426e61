"""Files are taken when they rest, once, and again when they change."""

import os

import pytest

from hudna.intake import Watcher
from hudna.intake import watching as room


@pytest.fixture
def folder(tmp_path):
    inside = tmp_path / "incoming"
    inside.mkdir()
    return inside


def names(look):
    return [os.path.basename(one.path) for one in look.ready]  # noqa: PTH119


def test_a_file_waits_until_two_looks_see_the_same(folder):
    watcher = Watcher([str(folder)])
    (folder / "a.txt").write_text("half")
    first = watcher.look()
    assert (names(first), first.waiting) == ([], 1)
    (folder / "a.txt").write_text("half and whole")
    second = watcher.look()
    assert (names(second), second.waiting) == ([], 1)
    assert names(watcher.look()) == ["a.txt"]


def test_what_was_taken_is_not_ready_again_until_it_changes(folder):
    watcher = Watcher([str(folder)])
    (folder / "a.txt").write_text("one")
    watcher.look()
    watcher.took(watcher.look().ready)
    assert watcher.look() == room.Look()
    (folder / "a.txt").write_text("another")
    assert watcher.look().waiting == 1
    assert names(watcher.look()) == ["a.txt"]


def test_a_sidecar_that_comes_later_is_a_change(folder):
    watcher = Watcher([str(folder)])
    (folder / "a.txt").write_text("one")
    watcher.look()
    watcher.took(watcher.look().ready)
    (folder / "a.txt.meta.json").write_text("{}")
    watcher.look()
    assert names(watcher.look()) == ["a.txt"]


def test_marks_go_over_a_restart_and_other_options_take_again(folder):
    (folder / "a.txt").write_text("one")
    before = Watcher([str(folder)], basis="x")
    before.look()
    marks = [one.mark for one in before.look().ready]
    assert Watcher([str(folder)], marks=marks, basis="x").look() == room.Look()
    assert Watcher([str(folder)], marks=marks, basis="y").look().waiting == 1


def test_a_file_that_goes_is_no_trouble_and_a_missing_folder_is_told_once(folder, tmp_path):
    watcher = Watcher([str(folder), str(tmp_path / "nowhere")])
    (folder / "a.txt").write_text("one")
    (folder / "b.txt").write_text("two")
    assert [one.where for one in watcher.look().issues] == [str(tmp_path / "nowhere")]
    (folder / "a.txt").unlink()
    second = watcher.look()
    assert (names(second), second.issues) == (["b.txt"], ())


def test_more_files_than_one_look_takes_come_with_the_next(folder, monkeypatch):
    monkeypatch.setattr(room, "MOST", 2)
    watcher = Watcher([str(folder)])
    for number in range(5):
        (folder / f"{number}.txt").write_text(str(number))
    taken = []
    while (look := watcher.look()).ready or look.waiting:
        taken += names(look)
        watcher.took(look.ready)
    assert taken == [f"{number}.txt" for number in range(5)]


def test_an_empty_folder_is_no_trouble(folder):
    assert Watcher([str(folder)]).look() == room.Look()
