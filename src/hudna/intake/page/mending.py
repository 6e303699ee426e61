"""What the extractor does to an article besides finding it, and what is put right: lost marks, lines above a headline.

Its rules are made for lists and menus. Text that is one dash, bullet or curly quotation mark between two tags goes as
an ornament: «“<b>We won</b>”» loses its marks, and with them that somebody said it. Links to skip the navigation and
the publisher's name are kept where they stand before the headline.
"""

import re

from resiliparse.parse.html import ElementNode, HTMLTree

from hudna.intake.page import blocks

VERSION = "1"
"""Goes up when the same page would give another text."""
ABOVE = 12
"""Lines of a text among which its headline is looked for."""
_ALONE = re.compile(r">\s*[^\w\s<>&]{1,2}\s*<|>\s*&(?:[lr][sd]quo|[nm]dash|#8\d{3});\s*<")
"""A mark that stands alone between two tags."""
_OTHER = re.compile(r"[\W_]+")
_YEAR = re.compile(r"(?:19|20|\u0661\u0669|\u0662\u0660)[0-9\u0660-\u0669]{2}")


def with_marks(text: str, tree: HTMLTree, html: str) -> str:
    """The text with the marks that the page has in the same lines; words are never changed.

    Args:
        text: As it was extracted.
        tree: The parsed page.
        html: Its source; where no mark stands alone in it, nothing is done.
    """
    if not text or tree.body is None or not _ALONE.search(html):
        return text
    whole = {_letters(line): line for line in blocks.collect(tree, tree.body).splitlines()}
    return "\n".join(_longer(line, whole.get(_letters(line), "")) for line in text.split("\n"))


def _letters(line: str) -> str:
    return _OTHER.sub("", line)


def _longer(line: str, other: str) -> str:
    """Of two lines with the same letters the one with more marks."""
    return other if _letters(line) and len("".join(other.split())) > len("".join(line.split())) else line


def without_top(text: str, tree: HTMLTree) -> str:
    """The text from its headline on, if only short lines stand above; one with a year is kept, it may be the date."""
    headings = {_letters(node.text or "") for node in _headings(tree)} - {""}
    lines = text.split("\n")
    filled = [number for number, line in enumerate(lines) if line.strip()][:ABOVE]
    at = next((number for number in filled if _letters(lines[number]) in headings), 0)
    above = lines[:at]
    if not above or any(len(line) >= blocks.PROSE for line in above):
        return text
    return "\n".join([line for line in above if _YEAR.search(line)] + lines[at:])


def _headings(tree: HTMLTree) -> list[ElementNode]:
    return tree.document.query_selector_all("h1").values()[: blocks.MOST_PLACES] if tree.document else []
