"""What is in git works on any machine."""

import re

# Put together from pieces, so that this file does not find itself.
HOMES = ("wo" + "rk/", "ro" + "ot/", "opt/" + "pypi")
MACHINE_PATH = re.compile(r"(?<![\w.)}\-])/(?:" + "|".join(HOMES) + ")")


def test_no_path_of_one_machine(tracked, root):
    found = []
    for path in tracked:
        text = path.read_bytes().decode("utf-8", errors="replace")
        found += [f"{path.relative_to(root)}: {hit.group()}" for hit in MACHINE_PATH.finditer(text)]
    assert not found


def test_nothing_that_a_run_leaves_behind(tracked):
    leftovers = {".sqlite", ".log", ".pyc", ".orig", ".rej"}
    assert not [path for path in tracked if path.suffix in leftovers]
