"""Inside a web archive: records one by one, fast where all is well, careful where something is broken.

A side room of ``intake``, used by the WARC format. ``packing`` knows gzip, zstd and no packing at all: it reads one
member by itself and finds the next one after damage. ``records`` walks an archive; ``answer`` takes an HTTP answer
apart.
"""

from hudna.intake.archive.answer import Answer, unpack_body
from hudna.intake.archive.packing import Packing, packing_of
from hudna.intake.archive.records import Record, Trouble, read_records

__all__ = ["Answer", "Packing", "Record", "Trouble", "packing_of", "read_records", "unpack_body"]
