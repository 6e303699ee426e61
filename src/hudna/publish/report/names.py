"""Labels of actors, places, sources and kinds, by the report's name policy.

A place that the parties name differently bears both names in alphabetical order; an actor has its neutral label; a
person stands with the office that the pack gives. Nothing here names anybody whom the packs do not know.
"""

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from hudna.knowledge import Knowledge
from hudna.knowledge.languages.ar.spelling import fold
from hudna.model import Actor, Document, Place
from hudna.publish.report.wording import Words, isolate, latin

OWN_VOICE = "source:"
"""How the ledger's nouns mark an outlet that speaks for itself."""
_UNNAMED = "SOURCE"
_TWO = 2


class Names:
    """Labels in one language.

    Args:
        knowledge: The packs.
        words: The report's words.
        documents: Documents by id, for sources that no pack knows.
        numbers: The report's number of each cited text.
    """

    def __init__(
        self, knowledge: Knowledge, words: Words, documents: Mapping[str, Document], numbers: Mapping[str, int]
    ) -> None:
        self._knowledge = knowledge
        self._words = words
        self._documents = documents
        self._numbers = numbers
        self.seen_places: set[str] = set()
        """Codes of all places that were named so far, for the table of names."""

    # --- actors -------------------------------------------------------------------------------------------------------

    def actor(self, code: str) -> Markup:
        """An actor's neutral label, a person's with the office; of a role that no pack lists, whose role it is.

        A code of which nobody knows anything is shown as it is.
        """
        known = self._knowledge.actors.get(code)
        if known is None:
            return self._unknown(code)
        label = self._label(known)
        parent = self._knowledge.actors.get(known.parent or "")
        if known.sort != "person" or parent is None:
            return isolate(label)
        return self._words("page.parenthesis", what=label, value=self._label(parent))

    def _label(self, actor: Actor) -> str:
        if self._words.language == "ar":
            return actor.neutral_ar or actor.name_ar
        return actor.neutral_en or actor.name_en

    def _unknown(self, code: str) -> Markup:
        root, _, rest = code.partition(".")
        if root == _UNNAMED:
            return self._words(f"source.{rest}") if self._words.has("source", rest) else self._words("source.unnamed")
        if code in self._knowledge.sources:
            return self._known_source(code)
        owner, _, role = code.rpartition(".")
        if owner in self._knowledge.actors and self._words.has("role", role):
            return self._words(f"role.{role}", owner=self._label(self._knowledge.actors[owner]))
        person = self._person(owner, role)
        return latin(code) if person is None else isolate(self._label(person))

    def _person(self, country: str, name: str) -> Actor | None:
        """Who is named as of no office any more (`YEM.yamani`), as the packs know him with his office."""
        held = (one for code, one in self._knowledge.actors.items() if code.endswith(f".{name}"))
        return next((one for one in held if one.sort == "person" and one.code.startswith(f"{country}.")), None)

    def actors(self, codes: Iterable[str]) -> Markup:
        """Several actors, alphabetical in the report's language."""
        return self._words.joined(self.ordered(codes))

    def ordered(self, codes: Iterable[str]) -> list[Markup]:
        """Labels of speakers or actors in the report's alphabetical order, outlets after actors."""
        return [self.speaker(code) for code in sorted(set(codes), key=self.order)]

    def order(self, code: str) -> tuple[int, str]:
        """The key by which actors and speakers are sorted, never by side: actors, unnamed sources, outlets."""
        rank = 2 if code.startswith(OWN_VOICE) else int(code.partition(".")[0] == _UNNAMED)
        return rank, alphabetical(self.speaker(code).striptags().removeprefix("the "))

    def side(self, code: str) -> str:
        """The party or country that an actor belongs to; an outlet or an unnamed source stands for itself."""
        return self._knowledge.sides.of(code) or code.partition(".")[0]

    # --- speakers and sources -----------------------------------------------------------------------------------------

    def speaker(self, code: str) -> Markup:
        """Who speaks: an actor, or an outlet in its own voice."""
        if code.startswith(OWN_VOICE):
            return self.source(code.removeprefix(OWN_VOICE))
        return self._words(f"source.{code}") if code in {"hudna", "guarantor"} else self.actor(code)

    def source(self, code: str) -> Markup:
        """A source by its code, as written, or by its text's number where the document names none."""
        if code in self._knowledge.sources:
            return self._known_source(code)
        document = self._documents.get(code)
        return isolate(code) if document is None or document.source else self.nameless(code)

    def nameless(self, doc: str) -> Markup:
        """The source of a text that names none."""
        number = self._numbers.get(doc)
        text = self._words("page.text_ref", number=number) if number else latin(doc)
        return self._words("source.none", text=text)

    def source_of(self, document: Document) -> Markup:
        """Who publishes a document."""
        return self.source(document.source) if document.source else self.nameless(document.id)

    def _known_source(self, code: str) -> Markup:
        source = self._knowledge.sources[code]
        return isolate(source.name_ar if self._words.language == "ar" else source.name_en)

    def country_of(self, source: str | None) -> str | None:
        """The country of a source that the packs know."""
        known = self._knowledge.sources.get(source or "")
        return known.country if known else None

    def is_of_country(self, source: str | None, party: str) -> bool:
        """Whether a source is of a party's country, or of the party itself where the packs say so (`YEM.HOUTHI`)."""
        country = self.country_of(source)
        return country is not None and (country == party or country == party.partition(".")[0])

    # --- clauses ------------------------------------------------------------------------------------------------------

    def clause(self, agreement: str, clause: str) -> str:
        """A clause as the report's language calls it; as the ledger does where the packs say no more."""
        if self._words.language != "ar":
            return clause
        duties = (duty for one in self._knowledge.agreements if one.id == agreement for duty in one.obligations)
        return next((duty.clause_ar for duty in duties if duty.clause == clause and duty.clause_ar), clause)

    # --- places and kinds ---------------------------------------------------------------------------------------------

    def place(self, code: str) -> Markup:
        """A place's name, or both names."""
        known = self._knowledge.places.get(code)
        if known is None:
            return latin(code)
        self.seen_places.add(code)
        return isolate("/".join(self._place_names(known)))

    def places(self, codes: Iterable[str]) -> Markup:
        """Several places in the order given."""
        return self._words.joined(self.place(code) for code in codes)

    def _place_names(self, place: Place) -> list[str]:
        arabic = self._words.language == "ar"
        given = place.names_by_side if arabic else place.names_by_side_en
        names = sorted({name for _, name in given}, key=alphabetical)
        return names if len(names) >= _TWO else [place.name_ar if arabic else place.name_en]

    def place_names(self) -> list[tuple[Markup, list[tuple[Markup, Markup]]]]:
        """Places named so far that the parties name differently, each with who uses which name."""
        found = []
        for code in sorted(self.seen_places):
            place = self._knowledge.places[code]
            given = place.names_by_side if self._words.language == "ar" else place.names_by_side_en
            if len({name for _, name in given}) >= _TWO:
                found.append((self.place(code), [(self.actor(side), isolate(name)) for side, name in sorted(given)]))
        return sorted(found, key=lambda pair: alphabetical(pair[0].striptags()))

    def kind(self, code: str) -> Markup:
        """A kind of claim."""
        known = self._knowledge.kinds.get(code)
        if known is None:
            return latin(code)
        label = known.label_ar if self._words.language == "ar" else known.label_en
        return isolate(label[:1].upper() + label[1:])


def alphabetical(name: str) -> str:
    """Sorts as a reader expects: Arabic spelling variants and Latin capitals make no difference."""
    return fold(name).casefold()
