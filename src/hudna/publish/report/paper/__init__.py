"""The report on paper: PDF and DOCX, from the same gathering as the page.

`build` turns what was gathered into blocks (headings, paragraphs, tables, pictures, notes), which know nothing of any
format; `pdf` and `word` set them.
"""

from hudna.publish.report.paper.pdf import write_pdf
from hudna.publish.report.paper.word import write_docx

__all__ = ["write_docx", "write_pdf"]
