"""From the page's phrases to runs of text.

Everything that the report says is made once, as marked-up phrases whose foreign parts are isolated (`<bdi>`), with
links and small print. Paper has other means for the same, so a phrase is taken apart here, tag by tag.
"""

from html.parser import HTMLParser

import msgspec

from hudna.publish.report.paper.blocks import Line, Run
from hudna.publish.report.wording import isolate

_BOLD = frozenset({"b", "strong"})
_SOFT = frozenset({"small", "em"})
_WEB = ("http://", "https://")


def line(*phrases: object, bold: bool = False, soft: bool = False) -> Line:
    """Phrases, one after the other, as runs; None stands for nothing."""
    found = [run for phrase in phrases if phrase is not None for run in _runs(phrase)]
    return tuple(
        msgspec.structs.replace(run, bold=run.bold or bold, soft=run.soft or soft) for run in found if run.text
    )


def _runs(phrase: object) -> list[Run]:
    if isinstance(phrase, Run):
        return [phrase]
    reader = _Reader()
    reader.feed(str(isolate(phrase)))
    reader.close()
    return reader.runs


class _Reader(HTMLParser):
    """Reads phrases of ours: every tag is opened and closed, text is escaped."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.runs: list[Run] = []
        self._looks = [Run("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A look on top of the one around it."""
        given = {name: value or "" for name, value in attrs}
        if tag == "br":
            self.runs.append(Run("\n"))
            return
        now = self._looks[-1]
        link = given.get("href", "") if tag == "a" else now.link
        self._looks.append(
            Run(
                "",
                dir=given.get("dir", "auto" if tag == "bdi" else now.dir),
                bold=now.bold or tag in _BOLD,
                soft=now.soft or tag in _SOFT,
                link=link if link.startswith(("#", *_WEB)) else "",
            )
        )

    def handle_endtag(self, tag: str) -> None:
        """Back to the look around it."""
        if tag != "br":
            self._looks.pop()

    def handle_data(self, data: str) -> None:
        """Text in the look of the moment; brackets and blanks alone have no direction but the line's."""
        look = self._looks[-1]
        neutral = look.dir == "auto" and not any(sign.isalnum() for sign in data)
        self.runs.append(msgspec.structs.replace(look, text=data, dir="" if neutral else look.dir))
