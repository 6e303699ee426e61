"""From what a person typed to a checked correction: known kinds, places and actors, ISO times, whole numbers."""

import re
from collections.abc import Callable, Iterable, Mapping

import msgspec

from hudna.errors import CorrectionError
from hudna.knowledge import Knowledge
from hudna.knowledge.languages.ar.spelling import fold
from hudna.model import Claim, Correction, Count
from hudna.model.claim import BOUNDS, MODALITIES
from hudna.model.moment import is_iso

TYPED = (
    "kind",
    "modality",
    "background",
    "places",
    "first",
    "last",
    "agents",
    "targets",
    "by",
    "measure",
    "lo",
    "hi",
    "bound",
    "people",
    "side",
)
"""What can be typed: `first` and `last` are the time, `measure` to `side` the figure, the rest fields of the record."""
_WHEN = frozenset({"first", "last"})
_FIGURE = frozenset({"measure", "lo", "hi", "bound", "people", "side"})
_MANY = {"when": _WHEN, "count": _FIGURE}
"""Fields of the record that are typed as several."""
_LISTS = frozenset({"places", "agents", "targets", "by"})
_BETWEEN = re.compile(r"[,;،؛\n]")
_CODE = re.compile(r"[a-z][a-z_]*")
_MOST = 10**15
"""Above it no count of people or things is meant."""
_UNNAMED = "SOURCE"


def correction_from(typed: Mapping[str, str], claim: Claim, knowledge: Knowledge) -> Correction:
    """What is to be corrected of a claim: the typed fields that say something else than it says now.

    Args:
        typed: Field of `TYPED` → text; what is not named stays. Several codes or names stand between commas; an empty
            text means that nobody says.
        claim: As it stands now, with earlier corrections.
        knowledge: Kinds, places, actors, sources.

    Raises:
        CorrectionError: A field or value is not known, or nothing differs.
    """
    unknown = sorted(typed.keys() - set(TYPED))
    if unknown:
        raise CorrectionError("field", unknown[0], unknown[0], hint=f"One of: {', '.join(TYPED)}.")
    desk = _Reader(claim, knowledge)
    found: dict[str, object] = {name: desk.read(name, value.strip()) for name, value in typed.items() if name in _PLAIN}
    if _WHEN & typed.keys():
        found["when"] = desk.when(typed)
    if _FIGURE & typed.keys():
        found["count"] = desk.count(typed)
    differing = {name: value for name, value in found.items() if value != getattr(claim, name)}
    if not differing:
        raise CorrectionError("same", "", "", hint="Change a field, or undo the decision that changed it.")
    return Correction(**differing)  # type: ignore[arg-type]


def check_correction(correction: Correction, claim: Claim, knowledge: Knowledge) -> None:
    """Whether a correction that was handed in whole holds what the packs know.

    Raises:
        CorrectionError: It does not.
    """
    right = typed_of(msgspec.structs.replace(claim, **correction.said))
    named = {one for name in correction.said for one in _MANY.get(name, (name,))}
    blank = msgspec.structs.replace(claim, kind="", modality="", count=Count("", None, None, ""))
    correction_from({name: right[name] for name in named}, blank, knowledge)


def typed_of(claim: Claim) -> dict[str, str]:
    """A claim as it would be typed: what a form holds before anybody changed it."""
    count = claim.count
    first, last = claim.when or ("", "")
    typed = {name: ", ".join(getattr(claim, name)) for name in _LISTS}
    typed |= {"kind": claim.kind, "modality": claim.modality, "background": "1" if claim.background else ""}
    typed |= {"first": first, "last": last}
    if count is None:
        return typed | dict.fromkeys(_FIGURE, "")
    return typed | {
        "measure": count.measure,
        "lo": "" if count.lo is None else str(count.lo),
        "hi": "" if count.hi is None else str(count.hi),
        "bound": count.bound,
        "people": count.who or "",
        "side": count.side or "",
    }


class _Reader:
    """Reads the fields of one claim."""

    def __init__(self, claim: Claim, knowledge: Knowledge) -> None:
        self._claim = claim
        self._knowledge = knowledge
        side = claim.count.side if claim.count else None
        self._held = {*claim.agents, *claim.targets, *claim.by, *((side,) if side else ())}

    def read(self, name: str, said: str) -> object:
        return _PLAIN[name](self, name, said)

    # --- plain fields -------------------------------------------------------------------------------------------------

    def kind(self, name: str, said: str) -> str:
        return _one_of(name, said, self._knowledge.kinds, "See them all: docs/ontology.md")

    def modality(self, name: str, said: str) -> str:
        return _one_of(name, said, MODALITIES, f"One of: {', '.join(MODALITIES)}.")

    def background(self, name: str, said: str) -> bool:
        return _one_of(name, said.lower(), ("", "0", "1", "no", "yes"), "yes or no") in {"1", "yes"}

    # --- codes of the packs -------------------------------------------------------------------------------------------

    def places(self, name: str, said: str) -> tuple[str, ...]:
        known = self._knowledge.places
        names = {code: (place.name_ar, place.name_en, *place.aliases) for code, place in known.items()}
        names |= {code: () for code in self._claim.places if code not in known}
        return tuple(dict.fromkeys(_code_of(name, one, names) for one in _several(said)))

    def actors(self, name: str, said: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._actor(name, one) for one in _several(said)))

    def speakers(self, name: str, said: str) -> tuple[str, ...]:
        sources = self._knowledge.sources
        return tuple(dict.fromkeys(one if one in sources else self._actor(name, one) for one in _several(said)))

    def _actor(self, name: str, said: str) -> str:
        """An actor of the packs by code or name, a role of one («ARM.GOV»), a sort of unnamed source, or as it was."""
        known = self._knowledge.actors
        owner = said.rpartition(".")[0]
        if said in self._held or (said.isascii() and said.isupper() and (owner in known or owner == _UNNAMED)):
            return said
        names = {code: (actor.name_ar, actor.name_en) for code, actor in known.items()}
        return _code_of(name, said, names)

    # --- time and figure ----------------------------------------------------------------------------------------------

    def when(self, typed: Mapping[str, str]) -> tuple[str, str] | None:
        now = typed_of(self._claim)
        first, last = (typed.get(name, now[name]).strip() for name in ("first", "last"))
        if not first and not last:
            return None
        first, last = first or last, last or first
        begin, end = _moment("first", first), _moment("last", last)
        if begin[:10] > end[:10] or (len(first) == len(last) and begin > end):
            raise CorrectionError("order", "last", last, hint="The end comes after the beginning.")
        return first, last

    def count(self, typed: Mapping[str, str]) -> Count | None:
        said = {name: typed.get(name, value).strip() for name, value in typed_of(self._claim).items()}
        if not any(said[name] for name in ("measure", "lo", "hi")):
            return None
        low, high = _number("lo", said["lo"]), _number("hi", said["hi"])
        if low is not None and high is not None and low > high:
            raise CorrectionError("order", "hi", said["hi"], hint="The highest number is no lower than the lowest.")
        bound = _one_of("bound", said["bound"] or "exact", BOUNDS, f"One of: {', '.join(BOUNDS)}.")
        low, high = _ends(bound, low, high)
        kind = self._knowledge.kinds.get(typed.get("kind", self._claim.kind))
        return Count(
            measure=_word("measure", said["measure"] or (kind.measure if kind and kind.measure else "")),
            lo=low,
            hi=high,
            bound=bound,
            who=_word("people", said["people"]) if said["people"] else None,
            side=self._actor("side", said["side"]) if said["side"] else None,
            subset_of=self._claim.count.subset_of if self._claim.count else None,
        )


_PLAIN: Mapping[str, Callable[[_Reader, str, str], object]] = {
    "kind": _Reader.kind,
    "modality": _Reader.modality,
    "background": _Reader.background,
    "places": _Reader.places,
    "agents": _Reader.actors,
    "targets": _Reader.actors,
    "by": _Reader.speakers,
}


def _several(said: str) -> list[str]:
    return [one for part in _BETWEEN.split(said) if (one := part.strip())]


def _one_of(name: str, said: str, known: Iterable[str], hint: str) -> str:
    if said not in known:
        raise CorrectionError("unknown", name, said, hint=hint)
    return said


def _code_of(name: str, said: str, names: Mapping[str, tuple[str, ...]]) -> str:
    """A code, as it is or by one of its names in any spelling.

    Raises:
        CorrectionError: Nothing, or more than one thing, is called so.
    """
    if said in names:
        return said
    wanted = fold(said).casefold()
    found = [code for code, called in names.items() if any(fold(one).casefold() == wanted for one in called)]
    if len(found) != 1:
        hint = f"Say which: {', '.join(found)}." if found else "A code or a name of the packs."
        raise CorrectionError("several" if found else "unknown", name, said, hint=hint)
    return found[0]


def _moment(name: str, said: str) -> str:
    if not is_iso(said):
        raise CorrectionError("time", name, said, hint="ISO 8601: 2020-11-09 or 2020-11-09T18:00:00+04:00.")
    return said


def _number(name: str, said: str) -> int | None:
    if not said:
        return None
    if not (said.isascii() and said.isdecimal()) or int(said) > _MOST:
        raise CorrectionError("number", name, said, hint="A whole number in digits, or nothing where it is open.")
    return int(said)


_CLOSED = frozenset({"exact", "about"})
_UP_TO = frozenset({"at_most", "fewer_than"})


def _ends(bound: str, low: int | None, high: int | None) -> tuple[int | None, int | None]:
    """Both ends as the record has them for a bound; of an exact number that is typed once, the other is the same.

    Raises:
        CorrectionError: An end is given that the bound leaves open, or none is.
    """
    if bound in _CLOSED:
        if low is None and high is None:
            raise CorrectionError("number", "lo", "", hint="Say how many, or choose another bound.")
        return (high if low is None else low), (low if high is None else high)
    shut, value = ("lo", low) if bound in _UP_TO else ("hi", high)
    if value is not None:
        raise CorrectionError("open", shut, str(value), hint=f"«{bound}» leaves this end open: empty it.")
    return low, high


def _word(name: str, said: str) -> str:
    if not _CODE.fullmatch(said):
        raise CorrectionError("unknown", name, said, hint="A word of docs/claim-record.md: killed, soldier …")
    return said
