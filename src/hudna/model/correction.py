"""A person's corrected values of a claim: what a judgement `correct` says is right, field by field.

The claim as the machine read it stays where it is; whoever weighs or shows claims lays the corrections over it. A
field that a later decision corrects again has the later value; one that is undone or superseded has none.
"""

from collections.abc import Sequence

import msgspec

from hudna.model.claim import Claim, Count
from hudna.model.judgement import Judgement, standing


class Correction(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What is right of one claim; a field that is unset stays as the machine read it."""

    kind: str | msgspec.UnsetType = msgspec.UNSET
    agents: tuple[str, ...] | msgspec.UnsetType = msgspec.UNSET
    targets: tuple[str, ...] | msgspec.UnsetType = msgspec.UNSET
    places: tuple[str, ...] | msgspec.UnsetType = msgspec.UNSET
    when: tuple[str, str] | msgspec.UnsetType | None = msgspec.UNSET
    """None: nobody says when."""
    count: Count | msgspec.UnsetType | None = msgspec.UNSET
    """The whole figure; None: there is none."""
    by: tuple[str, ...] | msgspec.UnsetType = msgspec.UNSET
    modality: str | msgspec.UnsetType = msgspec.UNSET
    background: bool | msgspec.UnsetType = msgspec.UNSET

    @property
    def said(self) -> dict[str, object]:
        """Field → right value, of the fields that are corrected, in the order of the record."""
        named = {name: getattr(self, name) for name in FIELDS}
        return {name: value for name, value in named.items() if value is not msgspec.UNSET}


FIELDS = Correction.__struct_fields__
"""What can be corrected. Words, place in the text and the rule that read them are what they are."""
_reader = msgspec.json.Decoder(Correction)


def correction_of(judgement: Judgement) -> Correction | None:
    """What a judgement corrects; None where it is none, or a note in free words, as older ledgers have them."""
    if judgement.verb != "correct" or not judgement.value:
        return None
    try:
        return _reader.decode(judgement.value)
    except msgspec.DecodeError:
        return None


def as_value(correction: Correction) -> str:
    """A correction as the value of a judgement: JSON, fields in the order of the record."""
    return msgspec.json.encode(correction).decode()


class Corrected(msgspec.Struct, frozen=True):
    """One field of one claim that a person corrected."""

    field: str
    read: object
    """As the machine read it."""
    right: object
    judgement: Judgement


class Corrections:
    """What people corrected, as it stands.

    Args:
        judgements: Oldest first, with those that undo and supersede; those about other things are passed over.
    """

    def __init__(self, judgements: Sequence[Judgement]) -> None:
        self._said: dict[str, dict[str, tuple[object, Judgement]]] = {}
        for judgement in standing(judgements):
            correction = correction_of(judgement)
            values = correction.said if correction is not None else {}
            for claim in judgement.about if values else ():
                self._said.setdefault(claim, {}).update({name: (value, judgement) for name, value in values.items()})

    def __contains__(self, claim: str) -> bool:
        """Whether anything of a claim is corrected."""
        return claim in self._said

    def of(self, claim: Claim) -> tuple[Corrected, ...]:
        """What is corrected of a claim as the machine read it; what says the same as the machine is left out."""
        found = self._said.get(claim.id, {})
        return tuple(
            Corrected(name, getattr(claim, name), *found[name])
            for name in FIELDS
            if name in found and found[name][0] != getattr(claim, name)
        )

    def apply(self, claim: Claim) -> Claim:
        """The claim with its right values, and in its `why` what was read, who corrected it, and the reason."""
        corrected = self.of(claim)
        if not corrected:
            return claim
        right = {one.field: one.right for one in corrected}
        return msgspec.structs.replace(claim, why=(*claim.why, *map(sentence, corrected)), **right)

    def sentences(self, claims: Sequence[str]) -> tuple[str, ...]:
        """What is corrected of some claims, a sentence for each field that begins with the claim's id."""
        return tuple(
            f"{claim}: {name} is {_written(value)}, {_signed(judgement)}"
            for claim in sorted(claims)
            for name, (value, judgement) in sorted(self._said.get(claim, {}).items(), key=_in_order)
        )


def sentence(one: Corrected) -> str:
    """One corrected field in words, with what the machine had read."""
    return f"{one.field} is {_written(one.right)}, {_signed(one.judgement)}; read as {_written(one.read)}"


def _in_order(item: tuple[str, object]) -> int:
    return FIELDS.index(item[0])


def _signed(judgement: Judgement) -> str:
    return f"as {judgement.who} corrected it on {judgement.at[:10]} ({judgement.reason})"


def _written(value: object) -> str:
    return msgspec.json.encode(value).decode().replace('"', "") if value not in ((), None) else "nothing"
