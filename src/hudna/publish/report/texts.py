"""The appendix: every cited text as preserved, with the words of each claim marked in it.

Spans nest and may cross. Where one would cross the end of another it is closed and opened again: the first piece bears
the anchor, every piece bears `data-claim`, and all pieces together are exactly the claim's words.
"""

from collections.abc import Iterable, Iterator, Sequence

import msgspec
from markupsafe import Markup, escape

from hudna.model import Claim, Document
from hudna.publish.report.desk import Desk
from hudna.publish.report.names import OWN_VOICE
from hudna.publish.report.wording import direction_of

_WEB = ("http://", "https://")
LONGEST = 200_000
"""Characters of a text that is shown whole: some 70 printed pages. The ledger keeps all of it, whatever its length."""
AROUND = 2_000
"""Characters shown on either side of a claim in a longer one."""


class TextView(msgspec.Struct, frozen=True):
    """One cited text."""

    anchor: str
    number: Markup
    title: str
    source: Markup
    published: Markup
    url: str | None
    safe_url: bool
    doc: str
    text: Markup
    language: str
    direction: str
    text_sha256: str
    bytes_sha256: str
    extractor: str
    claims: tuple[Markup, ...]
    kept_in: tuple[tuple[str, Markup], ...]
    """(anchor, link to where it is told) of claims whose words stay in the house."""


def texts(desk: Desk) -> tuple[TextView, ...]:
    """All cited texts, by number."""
    by_doc: dict[str, list[Claim]] = {}
    for claim in desk.material.claims.values():
        if claim.id in desk.shown:
            by_doc.setdefault(claim.doc, []).append(claim)
    return tuple(_text(desk, one, by_doc.get(one.id, ())) for one in desk.material.cited)


def _text(desk: Desk, document: Document, claims: Sequence[Claim]) -> TextView:
    number = desk.text_numbers[document.id]
    return TextView(
        anchor=f"t{number}",
        number=desk.words("page.text_ref", number=number),
        title=document.title or "",
        source=desk.names.source_of(document),
        published=desk.published(document),
        url=document.url,
        safe_url=(document.url or "").lower().startswith(_WEB),
        doc=document.id,
        text=marked(document.text, [(one.start, one.end, one.id) for one in claims], desk),
        language=document.language,
        direction=direction_of(document.language),
        text_sha256=document.text_sha256,
        bytes_sha256=document.bytes_sha256,
        extractor=document.extractor,
        claims=tuple(desk.to_card(one.id) for one in claims),
        kept_in=tuple((desk.mark(one.id), desk.to_card(one.id)) for one in claims),
    )


def marked(text: str, spans: Sequence[tuple[int, int, str]], desk: Desk) -> Markup:
    """A text, escaped, with its spans marked; of a very long one only what stands around its claims.

    Args:
        text: As preserved.
        spans: (start, end, claim) in characters of the text, end exclusive.
        desk: Knows the anchors.
    """
    pieces: list[str] = []
    gaps = dict(_gaps(len(text), spans)) if len(text) > LONGEST else {}
    ends = {edge for pair in gaps.items() for edge in pair}
    edges = sorted({0, len(text), *ends, *(edge for start, end, _ in spans for edge in (start, end))})
    opened: list[tuple[int, int, str]] = []
    for here, there in zip(edges, [*edges[1:], len(text)], strict=True):
        _close(opened, pieces, here)
        for span in sorted((one for one in spans if one[0] == here < one[1]), key=lambda one: (-one[1], one[2])):
            _open(opened, pieces, span, desk, first=True)
        left_out = desk.words("text.left_out", n=f"{there - here:,}") if here in gaps else None
        pieces.append(_kept(text[here:there]) if left_out is None else f"<em>{left_out}</em>")
    return Markup("".join(pieces))  # noqa: S704 - every piece of text was escaped


def _gaps(length: int, spans: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int]]:
    """Stretches of a very long text that are far from every claim."""
    at = 0
    for start, end, _ in sorted(spans):
        if start - AROUND > at:
            yield at, start - AROUND
        at = max(at, end + AROUND)
    if at < length:
        yield at, length


def _open(
    opened: list[tuple[int, int, str]], pieces: list[str], span: tuple[int, int, str], desk: Desk, *, first: bool
) -> None:
    """Open a span under every open one that ends later; those that end earlier are closed and opened again inside."""
    inner = [one for one in opened if one[1] < span[1]] if first else []
    for _ in inner:  # ends never grow towards the top, so these are the topmost
        opened.pop()
        pieces.append("</mark>")
    anchor = Markup(' id="{}"').format(desk.mark(span[2])) if first else ""
    label = Markup(' title="[{}] {}"').format(desk.number(span[2]), _title(desk, span[2]))
    pieces.append(f'<mark{anchor} data-claim="{escape(desk.number(span[2]))}"{label}>')
    opened.append(span)
    for one in inner:
        _open(opened, pieces, one, desk, first=False)


def _title(desk: Desk, claim: str) -> str:
    told = desk.material.claims[claim]
    speaker = desk.speaker_code(told)
    who = desk.words("claim.own_voice") if speaker.startswith(OWN_VOICE) else desk.names.speaker(speaker)
    return desk.words.joined((desk.names.kind(told.kind), who)).striptags()


def _close(opened: list[tuple[int, int, str]], pieces: list[str], here: int) -> None:
    while opened and opened[-1][1] <= here:
        opened.pop()
        pieces.append("</mark>")


def _kept(text: str) -> str:
    """Escaped; a carriage return is written so that a reader of HTML keeps it."""
    return str(escape(text)).replace("\r", "&#13;")
