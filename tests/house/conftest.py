"""What the house tests look at: the root of the repository and the files in it."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NOT_OURS = {".git", ".venv", "build", "dist", "__pycache__", ".hypothesis"}


def _walk(root: Path) -> list[Path]:
    """Every file of an unpacked source archive, where git cannot say which files are ours."""
    found: list[Path] = []
    for folder, names, files in os.walk(root):
        names[:] = [name for name in names if name not in NOT_OURS and not name.endswith("_cache")]
        found.extend(Path(folder, name) for name in files)
    return found


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def tracked(root: Path) -> list[Path]:
    """Files in git, and new ones that would go in with the next `git add`."""
    if not (root / ".git").exists() or shutil.which("git") is None:
        return _walk(root)
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=root, capture_output=True, check=True).stdout.decode()
    return [root / name for name in listed.split("\0") if name and (root / name).is_file()]
