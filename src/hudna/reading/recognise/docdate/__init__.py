"""The document's own date: an interval with its reasons, from the text, its page, known events and other documents.

solve_date(text, times, document=document, furniture=furniture, chronicle=chronicle)   # Published
anchors_from(document, text, times)                  # what a dated document tells, as entries for `chronicle`
solve_together(items, chronicle)                     # many documents that may date each other
"""

from hudna.reading.recognise.docdate.against import may_contradict
from hudna.reading.recognise.docdate.anchors import anchors_from
from hudna.reading.recognise.docdate.solve import solve_date
from hudna.reading.recognise.docdate.together import Undated, solve_together

__all__ = ["Undated", "anchors_from", "may_contradict", "solve_date", "solve_together"]
