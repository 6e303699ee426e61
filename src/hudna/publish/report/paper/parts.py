"""Small parts that several sections of the paper are made of."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from hudna.publish.report.desk import Refs
from hudna.publish.report.paper.blocks import Block, Drawing, Line, Para, Run
from hudna.publish.report.paper.runs import line
from hudna.publish.report.pictures import Picture

Gathered = Mapping[str, Any]
"""What `gather_context` gives."""
Section = Callable[[Gathered], Iterator[Block]]


def refs(found: Refs) -> Line:
    """All references in small print: paper does not unfold."""
    return tuple(run for one in (*found.shown, *found.folded) for run in (Run(" "), *line(one, soft=True)))


def joined(parts: Sequence[object], by: str = " · ") -> Line:
    """Several phrases in one line."""
    found: list[Run] = []
    for part in parts:
        found.extend([Run(by)] if found else [])
        found.extend(part if isinstance(part, tuple) else line(part))
    return tuple(found)


def intro(gathered: Gathered, name: str) -> Para:
    """The sentence under a heading."""
    return Para(line(gathered["words"](f"intro.{name}")), look="intro")


def nothing(words: Markup) -> Para:
    """What stands where nothing is told."""
    return Para(line(words))


def picture(gathered: Gathered, name: str) -> Iterator[Block]:
    """A picture with its caption, where there is one."""
    one: Picture | None = getattr(gathered["pictures"], name)
    if one is not None:
        words = gathered["words"]
        caption = line(words(f"picture.{name}"), ". ", words(f"picture.{name}_note"), soft=True)
        yield Drawing(str(one.svg), one.alt.striptags(), caption, one.width, one.height)
