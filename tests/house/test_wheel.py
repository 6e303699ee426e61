"""The wheel holds the whole of src/hudna: code, packs, migrations and templates."""

import subprocess
import sys
import zipfile


def test_everything_rides_along(root, tracked, tmp_path):
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    subprocess.run(command, cwd=root, capture_output=True, check=True)
    (wheel,) = tmp_path.glob("*.whl")
    packed = set(zipfile.ZipFile(wheel).namelist())
    ours = {path.relative_to(root / "src").as_posix() for path in tracked if (root / "src") in path.parents}
    assert not ours - packed
