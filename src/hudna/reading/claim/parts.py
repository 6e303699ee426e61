"""Parts of a figure: «بينهم طفلان», «سبعة من القتلى مدنيون»."""

from hudna.reading.attribute import clause_at, scope_at
from hudna.reading.attribute.clauses import COMMAS
from hudna.reading.claim.draft import Draft
from hudna.reading.claim.here import PEOPLE
from hudna.reading.claim.people import SUBSET
from hudna.reading.claim.whose import Whose
from hudna.reading.recognise.bundle import between
from hudna.reading.recognise.found import NumberFound

MEASURES = {f"casualties.{mode}": mode for mode in ("killed", "wounded", "missing", "captured")}
"""Kinds of casualties → what they count."""


_MOSTLY = frozenset(("معظمهم", "غالبيتهم", "اغلبهم", "اغلبيتهم", "معظمها", "غالبيتها", "اغلبها"))


class Parts(Whose):
    """The parts of figures in one sentence."""

    def parts(self) -> None:
        """«بينهم طفلان»، «سبعة من القتلى مدنيون»: parts of the figure before."""
        sentence = self.spoken.sentence
        wholes = sorted([*self.drafts, *(d for d in self.others if d.number is not None)], key=lambda d: d.first)
        for number in between(self.seen.numbers, sentence.first, sentence.last):
            if not self.people.usable(number):
                continue
            whole = max((d for d in wholes if d.first < number.first), key=lambda d: d.first, default=None)
            opener = self.subset_opener(number)
            if opener is not None and whole is not None:
                wholes.append(self._part(whole, number, opener, max(number.last, number.noun_last)))
            elif opener is None and whole is not None and self._goes_on_with(whole, number):
                wholes.append(
                    self._part(whole.parent or whole, number, number.first, max(number.last, number.noun_last))
                )
            elif (named := self._among_victims(number, opener)) is not None:
                wholes.append(self._part_of_named(number, *named))
        if wholes:
            self._bare_parts(wholes)

    def _goes_on_with(self, part: Draft, number: NumberFound) -> bool:
        """«منهم أربعة أطفال وثماني نساء»: another part, joined to the one before."""
        joined = part.parent is not None and part.last == number.first and self.people.coordinated(number)
        return joined and number.counted in PEOPLE and number.measure in {"", None}

    def _bare_parts(self, wholes: list[Draft]) -> None:
        """«بينهم طفل»، «من بينهم نساء»: a part without a number."""
        sentence = self.spoken.sentence
        for token in range(sentence.first, sentence.last - 1):
            if self.seen.text.words[token].lstrip("و") not in SUBSET:
                continue
            people = self.people.bare(token + 1, token + 2)
            whole = max((d for d in wholes if d.last <= token), key=lambda d: d.first, default=None)
            if self.seen.text.words[token].lstrip("و") in _MOSTLY:
                continue  # «غالبيتهم أذربيجانيون»: of what sort most are, and no figure
            if people and whole is not None and self.people.usable(people[0]):
                self._part(whole, people[0], token, people[0].last)

    def subset_opener(self, number: NumberFound) -> int | None:
        """The token of «بينهم» or its like right before a number, or None."""
        for length in (1, 2, 3):
            first = number.first - length
            if first >= self.spoken.sentence.first:
                phrase = " ".join(self.seen.text.words[first : number.first]).lstrip("،, ").lstrip("و")
                if phrase in SUBSET:
                    return first + (1 if self.seen.text.words[first] in COMMAS else 0)
        return None

    def _part(self, whole: Draft, number: NumberFound, first: int, last: int) -> Draft:
        self.people.taken.add(number.first)
        part = Draft(
            kind=whole.kind,
            rule=f"part of a figure: {whole.rule}",
            first=first,
            last=last,
            anchor=number.first,
            spoken=self.spoken,
            clause=whole.clause,
            predicate=whole.predicate,
            agents=list(whole.agents),
            targets=list(whole.targets),
            places=list(whole.places),
            number=number,
            measure=whole.measure,
            who=number.counted if number.counted in PEOPLE else whole.who,
            side=whole.side,
            parent=whole,
            by=whole.by,
            confidence=0.8,
            why=[f"part of «{self.seen.text.raw_text(whole.first, whole.last)}»"],
        )
        if part.kind in MEASURES:
            self.drafts.append(part)
        else:
            self.others.append(part)
        return part

    def _among_victims(self, number: NumberFound, opener: int | None) -> tuple[str, int] | None:
        """(measure, end) of a part of victims of whom the sentence gives no figure."""
        if opener is None:
            return self._part_of_victims(number)
        measure = self._victims_of(self.seen.text.words[number.first - 1])  # «من بين القتلى سبعة أطفال»
        return (measure, max(number.last, number.noun_last)) if measure not in {None, "captured"} else None

    def _part_of_victims(self, number: NumberFound) -> tuple[str, int] | None:
        """(measure, end) of «سبعة من القتلى مدنيون»."""
        words_ = self.seen.text.words
        token = number.last
        if number.noun_first >= 0 and self._victims_of(words_[number.noun_first]):
            token = number.noun_first
        elif token < len(words_) and words_[token] == "من":
            token += 1
        measure = self._victims_of(words_[token]) if token < self.spoken.sentence.last else None
        if measure in {None, "captured"} or words_[token - 1] != "من":
            return None  # «جثتين لأسيرين من أسرى كذا» takes nobody prisoner
        return measure, min(token + 2, self.spoken.sentence.last)

    def _victims_of(self, word: str) -> str | None:
        """The measure of a victim noun («القتلى» is killed)."""
        refs = self.seen.vocabulary.participles.get(word.removeprefix("ال"), ())
        return next((MEASURES[ref.kind] for ref in refs if ref.kind in MEASURES), None)

    def _part_of_named(self, number: NumberFound, measure: str, end: int) -> Draft:
        self.people.taken.add(number.first)
        sort = self.people.bare(end - 1, end) or ([number] if number.counted in PEOPLE else [])
        scope = scope_at(self.spoken, number.first)
        draft = Draft(
            kind=f"casualties.{measure}",
            rule=f"{measure}: so many of the victims",
            first=number.first,
            last=end,
            anchor=number.first,
            spoken=self.spoken,
            clause=clause_at(self.spoken.clauses, number.first),
            number=number,
            measure=measure,
            who=sort[0].counted if sort else "person",
            by=scope.by if scope is not None else (),
            confidence=0.8,
            why=["so many of the victims named before"],
        )
        earlier = [d for d in self.drafts if d.measure == measure and d.first < number.first]
        draft.parent = earlier[-1] if earlier else None
        if draft.parent is not None:
            draft.agents, draft.targets = list(draft.parent.agents), list(draft.parent.targets)
        self.drafts.append(draft)
        return draft
