"""What a find means, in a few words; the same on a page and in a terminal."""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec

from hudna.model import Claim, Mention

_UNKNOWN = "…"
_SHOWN_EXACT = {"exact", None, ""}


class Look(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a type of mention is shown."""

    ar: str
    en: str
    light: str
    dark: str
    """CSS colours on light and on dark paper."""
    line: str
    """CSS border style."""
    terminal: str
    """A colour that terminals have."""


@cache
def looks() -> dict[str, Look]:
    """Types of mention in the order of the legend."""
    file = Path(__file__).with_name("types.toml")
    return msgspec.convert(tomllib.loads(file.read_text(encoding="utf-8")), dict[str, Look])


def meaning(mention: Mention) -> str:
    """The value of a mention: «about 100», «2020-10-10», «agdam (39.99, 46.93)». What is not known is said so."""
    says = {"number": _number, "time": _time, "duration": _duration, "place": _named, "actor": _named}
    return says.get(mention.type, _plain)(mention)


def _number(mention: Mention) -> str:
    value = mention.value
    low, high = _figure(value.get("lo")), _figure(value.get("hi"))
    bound = "" if value.get("bound") in _SHOWN_EXACT else str(value["bound"]).replace("_", " ")
    one_sided = bound and _UNKNOWN in {low, high}  # «more than 200» needs no second end
    figure = low if low == high or (one_sided and high == _UNKNOWN) else high if one_sided else f"{low} to {high}"
    sort = "" if value.get("sort") in {"cardinal", None} else f"({value['sort']})"
    return " ".join(filter(None, (bound, figure, value.get("counted"), sort)))


def _figure(number: float | None) -> str:
    return _UNKNOWN if number is None else f"{number:,.10g}"


def _time(mention: Mention) -> str:
    value = mention.value
    first, last = value.get("from"), value.get("to")
    if first is None and last is None:
        return f"not resolved ({value.get('grain')})"
    span = first if first == last else f"{first or '…'} to {last or '…'}"
    opened = [side for side in ("start", "end") if value.get(f"open_{side}")]
    return ", ".join(filter(None, (f"{span} ({value.get('grain')})", *(f"open {side}" for side in opened))))


def _duration(mention: Mention) -> str:
    seconds = mention.value.get("seconds")
    if seconds is None:
        return "of unknown length"
    units = ((86400, "d"), (3600, "h"), (60, "min"), (1, "s"))
    size, unit = next((size, unit) for size, unit in units if seconds % size == 0 or size == 1)
    return f"{seconds / size:g} {unit}"


def _named(mention: Mention) -> str:
    value = mention.value
    code = value.get("code") or ", ".join(value.get("codes") or ())
    where = f"({value['lat']:g}, {value['lon']:g})" if value.get("lat") is not None else ""
    within = f"within a {value['within']}" if value.get("within") else ""
    return " ".join(filter(None, (code or f"no code: {value.get('name')}", where, within)))


def _plain(mention: Mention) -> str:
    return ", ".join(f"{name} {value}" for name, value in mention.value.items() if value is not None)


def reasons(mention: Mention) -> str:
    """The rule that found it, and why."""
    why = mention.why.removeprefix(mention.rule).lstrip(":; ")
    return f"rule: {mention.rule}{f'; {why}' if why else ''}"


def claim_fields(claim: Claim) -> Iterator[tuple[str, str]]:
    """The fields of a claim that say something, each with its name."""
    yield "says", " via ".join(claim.by) or "the source itself"
    yield "who", ", ".join(claim.agents)
    yield "to whom", ", ".join(claim.targets)
    yield "where", ", ".join(claim.places)
    yield "when", " to ".join(dict.fromkeys(claim.when or ()))
    yield "how many", _count(claim)
    yield "how", ", ".join(filter(None, (claim.modality, "background" if claim.background else "")))
    yield "rule", f"{claim.rule} ({claim.confidence:.2f})"


def _count(claim: Claim) -> str:
    if claim.count is None:
        return ""
    count = claim.count
    figure = {"lo": count.lo, "hi": count.hi, "bound": count.bound}
    what = _number(Mention("number", 0, 0, "", figure, ""))
    of = f"of {count.side}" if count.side else ""
    part = f"part of {count.subset_of}" if count.subset_of else ""
    return " ".join(filter(None, (what, count.measure, count.who, of, part)))
