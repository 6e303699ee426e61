"""Parquet: every row is a document, read group by group. Columns are chosen as in a CSV table."""

import io
from collections.abc import Iterator

from hudna.intake.formats.base import Format, Item, Opened
from hudna.intake.formats.rows import RowReader
from hudna.intake.problems import problem

_MARK = b"PAR1"
_BATCH = 64
"""Rows that are unpacked at a time: long articles repeat a few words, so little bytes can become much text."""


def read_parquet(opened: Opened) -> Iterator[Item]:
    """The rows of a file."""
    import pyarrow as pa  # noqa: PLC0415 - large; only for those who bring such files
    from pyarrow import parquet  # noqa: PLC0415

    try:
        with opened.held.sought() as stream:
            file = parquet.ParquetFile(stream if opened.held.source.path else io.BytesIO(opened.held.data))
            rows = RowReader(opened, FORMAT.name, "utf-8", file.schema_arrow.names)
            if rows.trouble is not None:
                yield rows.trouble
                return
            number = 0
            for batch in file.iter_batches(batch_size=_BATCH):
                for row in batch.to_pylist():
                    number += 1
                    yield from rows.read(row, number)
    except (pa.ArrowException, OSError, UnicodeError) as trouble:
        yield problem("damaged", opened.where, why=str(trouble).splitlines()[0][:200])


FORMAT = Format(
    name="parquet",
    label="a Parquet file",
    suffixes=(".parquet",),
    marks=(_MARK,),
    media=("application/vnd.apache.parquet",),
    looks_like=lambda head: head.startswith(_MARK),
    read=read_parquet,
)
