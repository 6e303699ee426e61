"""What a file holds, byte by byte. A change here is one for everybody who reads these files: say so in changelog.d.

To write them anew after a change that is meant: `HUDNA_GOLDEN=write pytest tests/publish/exporters/test_golden.py`.
"""

import os

import pytest

from .conftest import HERE

CASES = {
    "public": {"names": ("acled", "ucdp", "geojson", "csv", "ics")},
    "internal-excel-ar": {
        "names": ("acled", "ucdp", "geojson", "csv", "ics"),
        "shown": "internal",
        "excel": True,
        "language": "ar",
    },
}


@pytest.mark.parametrize("case", CASES)
def test_files_are_as_they_were(exported, case):
    asked = dict(CASES[case])
    folder, told = exported(*asked.pop("names"), **asked)
    golden = HERE / "golden" / case
    if os.environ.get("HUDNA_GOLDEN") == "write":
        golden.mkdir(parents=True, exist_ok=True)
        for file in told["files"]:
            (golden / file["name"]).write_bytes((folder / file["name"]).read_bytes())
    names = {path.name for path in golden.iterdir()}
    assert names == {file["name"] for file in told["files"]}
    assert [name for name in sorted(names) if (folder / name).read_bytes() != (golden / name).read_bytes()] == []
