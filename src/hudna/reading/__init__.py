"""Everything that needs only one document: a text in, its claims out. Pure, parallel, cacheable.

The room stands on the street between intake and events. Its sub-rooms go one way: normalise, split, recognise,
attribute, claim. `read_document` walks them.
"""

from hudna.reading.read import READER_VERSION, Lending, ReadDocument, anchors_of, read_document

__all__ = ["READER_VERSION", "Lending", "ReadDocument", "anchors_of", "read_document"]
