"""Claims as Parquet, for analysis: the same columns as the CSV, typed, written in groups of rows."""

from pathlib import Path
from typing import ClassVar

import pyarrow as pa
import pyarrow.parquet as pq

from hudna.publish.exporters.base import Exporter, Setting
from hudna.publish.exporters.cells import Cell
from hudna.publish.exporters.claims import COLUMNS, COUNTS, NUMBERS, claim_row
from hudna.publish.exporters.nouns import Seen, SeenClaim

GROUP = 10_000
"""Rows that are in memory at once."""


def _type(name: str) -> pa.DataType:
    if name in NUMBERS:
        return pa.float64()
    if name in COUNTS:
        return pa.int64()
    return pa.bool_() if name == "background" else pa.string()


SCHEMA = pa.schema([(name, _type(name)) for name in COLUMNS])


class Parquet(Exporter):
    """One row for each claim."""

    name = "parquet"
    title_ar = "الإفادات، Parquet"
    title_en = "Claims, Parquet"
    file = "claims.parquet"
    media_type = "application/vnd.apache.parquet"
    takes = frozenset({SeenClaim})
    columns: ClassVar = COLUMNS

    def __init__(self, path: Path, setting: Setting) -> None:
        super().__init__(path, setting)
        self._writer = pq.ParquetWriter(path, SCHEMA, compression="zstd")
        self._waiting: list[list[Cell | bool]] = []

    def feed(self, seen: Seen) -> None:
        """Write one claim, with others of its group."""
        if isinstance(seen, SeenClaim):
            self._waiting.append(claim_row(seen, self.setting.labels))
            self.rows += 1
            if len(self._waiting) == GROUP:
                self._write()

    def finish(self) -> None:
        """Write the last group and close the file."""
        self._write()
        self._writer.close()

    def _write(self) -> None:
        columns = list(zip(*self._waiting, strict=True)) or [()] * len(COLUMNS)
        arrays = [pa.array(column, type=field.type) for column, field in zip(columns, SCHEMA, strict=True)]
        self._writer.write_table(pa.Table.from_arrays(arrays, schema=SCHEMA))
        self._waiting.clear()
