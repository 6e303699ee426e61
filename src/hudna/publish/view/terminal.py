"""The view as lines of text: words in their logical order (the terminal turns them), below each line what was found.

With colours, words are underlined in the colour of their type; without, they stand between ⟦ and ⟧.
"""

import io
from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from hudna.model import Claim, Mention
from hudna.publish.view.lines import Line, Viewed, lines_of
from hudna.publish.view.saying import claim_fields, looks, meaning, reasons

_HIDDEN = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), 0x202D, 0x202E, *range(0xD800, 0xE000)], "\ufffd")
"""Control characters could take a terminal over; what is shown in their place says that something stood there."""


def write_terminal(viewed: Viewed, *, colour: bool) -> str:
    """The whole document as text for a terminal, line end included.

    Args:
        viewed: What to show.
        colour: Whether ANSI colours may be used.
    """
    out = io.StringIO()
    console = Console(file=out, force_terminal=colour, no_color=not colour, color_system="standard" if colour else None)
    for line in _told(viewed, colour=colour):
        console.print(line, soft_wrap=True, highlight=False)
    return out.getvalue()


def _told(viewed: Viewed, *, colour: bool) -> Iterator[Text]:
    document = viewed.document
    published = " to ".join(dict.fromkeys(filter(None, (document.published.first, document.published.last))))
    title = f"{document.id}: published {published or 'at an unknown time'} ({document.published.basis})"
    yield Text(title.translate(_HIDDEN), style="bold")
    for line in lines_of(viewed):
        yield Text("")
        yield _words(line, colour=colour)
        for mention in line.mentions:
            yield _mention(mention)
        for number, claim in line.claims:
            yield _claim(number, claim)


def _words(line: Line, *, colour: bool) -> Text:
    found = Text(f"{line.number:>4}  ", style="dim")
    opened: tuple[Mention, ...] = ()
    for piece in line.pieces:
        if not colour:
            found.append("⟧" * sum(one not in piece.mentions for one in opened))
            found.append("⟦" * sum(one not in opened for one in piece.mentions))
        found.append("".join(f"[{number}]" for number in piece.opens), style="not dim reverse")
        look = looks().get(piece.mentions[0].type) if piece.mentions else None
        style = f"not dim underline {look.terminal}" if look else "dim" if piece.furniture else "not dim"
        found.append(piece.text.translate(_HIDDEN), style=style)
        opened = piece.mentions
    if not colour:
        found.append("⟧" * len(opened))
    return found


def _mention(mention: Mention) -> Text:
    look = looks().get(mention.type)
    found = Text(f"      {mention.type:<8} ", style=look.terminal if look else "")
    found.append(f"«{mention.text}» ".translate(_HIDDEN), style="default")
    found.append(f"= {meaning(mention)}".translate(_HIDDEN), style="bold default")
    found.append(f"  {reasons(mention)}".translate(_HIDDEN), style="dim default")
    return found


def _claim(number: int, claim: Claim) -> Text:
    found = Text(f"      [{number}] {claim.kind}: ", style="bold")
    fields = "; ".join(f"{name} {value}" for name, value in claim_fields(claim) if value)
    found.append(fields.translate(_HIDDEN), style="not bold")
    return found
