"""The wheel holds the whole of src/hudna: code, packs, migrations and templates; and what npm gave the dashboard."""

import shutil
import subprocess
import sys
import zipfile

VENDOR = "src/hudna/publish/web/static/vendor"


def _packed(root, out):
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(out)]
    subprocess.run(command, cwd=root, capture_output=True, check=True)
    (wheel,) = out.glob("*.whl")
    return set(zipfile.ZipFile(wheel).namelist())


def test_everything_rides_along(root, tracked, tmp_path):
    packed = _packed(root, tmp_path)
    ours = {path.relative_to(root / "src").as_posix() for path in tracked if (root / "src") in path.parents}
    assert not ours - packed


def test_what_npm_gave_rides_along_though_git_does_not_know_it(root, tracked, tmp_path):
    house = tmp_path / "house"
    for path in tracked:
        copy = house / path.relative_to(root)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    assert not (house / VENDOR).exists(), "what npm gives is never committed"
    (house / VENDOR / "fonts").mkdir(parents=True)
    (house / VENDOR / "fonts" / "face.woff2").write_bytes(b"face")
    assert f"{VENDOR}/fonts/face.woff2".removeprefix("src/") in _packed(house, tmp_path / "out")
