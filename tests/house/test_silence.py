"""Importing Hudna, and loading what it knows, says nothing."""

import subprocess
import sys

IMPORT_ALL = """
import importlib, pkgutil, hudna
for module in pkgutil.walk_packages(hudna.__path__, "hudna."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
"""


def _said(program: str) -> str:
    done = subprocess.run([sys.executable, "-W", "error", "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


def test_importing_every_module_prints_nothing():
    assert _said(IMPORT_ALL) == ""
