"""Spoilt files of every format: issues, never a crash, within bounds, and the file beside is not harmed."""

import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.intake import fuzzing

SAMPLES = fuzzing.samples()
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", sorted(SAMPLES))
@settings(max_examples=25, deadline=None)
@given(chance=st.randoms(use_true_random=False), again=st.integers(1, 3))
def test_a_spoilt_file_is_told_and_harms_nothing(name, tmp_path_factory, chance, again):
    data = SAMPLES[name]
    for _ in range(again):
        data = fuzzing.spoil(data, chance)
    assert fuzzing.trouble_with(tmp_path_factory.mktemp("spoilt"), name, data) == ""


def test_within_bounds_of_memory_and_processor_time():
    """In a process of its own, that has a gigabyte and ten seconds a file: all samples, each spoilt five times."""
    command = [sys.executable, "-m", "tests.intake.fuzzing", "--number", str(5 * len(SAMPLES))]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout.splitlines()[-1:], done.returncode) == ([f"0 of {5 * len(SAMPLES)} files broke something"], 0)


def test_the_bounds_hold():
    """A file that needs more is noticed: without that the test above would say nothing."""
    bomb = "import tests.intake.fuzzing as f; f.limited(); bytearray(4 * f.MEMORY)"
    done = subprocess.run([sys.executable, "-c", bomb], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "MemoryError" in done.stderr


def test_spoiling_changes_files_and_follows_its_seed():
    data = SAMPLES["sample.html"]
    spoilt = [fuzzing.spoil(data, random.Random(seed)) for seed in range(20)]  # noqa: S311 - not for secrets
    assert spoilt == [fuzzing.spoil(data, random.Random(seed)) for seed in range(20)]  # noqa: S311 - the same
    assert sum(one != data for one in spoilt) > 15


HOSTILE = """
import sys
from pathlib import Path
import tests.intake.fuzzing as fuzzing
from hudna.intake import IntakeOptions, open_sources
list(open_sources([fuzzing.HERE / "formats"]))
fuzzing.limited()
for one in open_sources([Path(sys.argv[1])], options=IntakeOptions()):
    for document in one.documents:
        print("read", Path(one.where.partition("!")[0].partition("@")[0]).name, document.text.replace("\\n", " ")[-12:])
    for issue in one.issues:
        print("issue", Path(issue.where.partition("!")[0].partition("@")[0]).name, issue.severity, issue.reason)
"""


def test_all_that_is_hostile_in_one_folder(tmp_path):
    """Each gets its issue, the parts of it that are whole are read, and so is the good file, all in a gigabyte."""
    fuzzing.hostile(tmp_path)
    command = [sys.executable, "-c", HOSTILE, str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    lines = [line.split(" ", 2) for line in done.stdout.splitlines()]
    told = {name for sort, name, _ in lines if sort == "issue"}
    assert told == {path.name for path in tmp_path.iterdir()} - {"good.txt"}
    assert "failed to read" not in done.stdout
    read = [name for sort, name, _ in lines if sort == "read"]
    assert {name: read.count(name) for name in sorted(set(read))} == {
        "ahead.warc": 2,
        "damaged.warc.gz": 2,
        "deep.html": 1,
        "good.txt": 1,
        "laughs.xml": 1,
        "length.warc.gz": 3,
        "links.zip": 1,
        "mixed.html": 1,
        "nul.html": 1,
        "outside.zip": 1,
    }
