"""Inside a web page: what it says of itself, and where its article is.

A side room of ``intake``, used by the HTML format and by whatever else will bring pages (web archives, feeds, mail).
``charset`` reads the declared encoding, ``ld`` and ``meta`` the metadata, ``article`` takes out the article, and
``mending`` puts right what the extractor spoils; ``blocks`` is our own plain collector and ``careful`` the slow
extractor for pages on which the fast one finds too little; ``several`` parts pages that hold several articles, ``live``
those that tell a day in entries.
"""

from hudna.intake.page.article import Extracted, extract
from hudna.intake.page.charset import declared_charset
from hudna.intake.page.live import beside, find_entries
from hudna.intake.page.meta import host_of, read_metadata
from hudna.intake.page.several import find_several

__all__ = [
    "Extracted",
    "beside",
    "declared_charset",
    "extract",
    "find_entries",
    "find_several",
    "host_of",
    "read_metadata",
]
