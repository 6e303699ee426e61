"""Accusations that go both ways: «تبادل X وY الاتهامات بقصف …», «وسط اتهامات متبادلة بخرق الهدنة».

What is alleged so is said by each side of the other: both stand in `by` and in `agents`.
"""

from collections.abc import Sequence

from hudna.knowledge.languages.ar.words import words
from hudna.reading.attribute import Clause, actor_codes, speaker_codes, with_coordinated
from hudna.reading.claim.draft import Draft
from hudna.reading.recognise.bundle import Recognised, between
from hudna.reading.recognise.found import ActorFound

_ACCUSATION = "statement.accusation"
_EXCHANGE = frozenset(("تبادل", "تقاذف", "التراشق", "تراشق"))
_MUTUALLY = frozenset(("متبادله", "المتبادله"))
_ACCUSES = frozenset(("اتهم",))
_ONE_ANOTHER = frozenset(("بعضهما", "بعضها", "بعضهم", "الاخر", "الاخري"))
"""«اتهمت باكو ويريفان بعضهما البعض», «اتهم كل من الجانبين الآخر»."""
_FAR = 6
"""Words between «تبادل» and «الاتهامات»: the two sides by name."""
_OCCASIONS = words("grammar", "recall", "occasions")
_BOTH = 2


def alleged_by_each(seen: Recognised, clause: Clause, token: int) -> int | None:
    """The token behind the words that say that each accuses the other of what stands at `token`; None without such."""
    words_ = seen.text.words
    for found in reversed(between(seen.objects, clause.first, token)):
        if found.name == "allegations" and _exchanged(seen, clause, found.first, found.last):
            return found.last if _OCCASIONS.isdisjoint(words_[found.last : token]) else None
    verb = clause.verb
    if verb is None or verb.lexeme not in _ACCUSES or verb.first > token:
        return None
    each = next((t for t in range(verb.last, token) if words_[t] in _ONE_ANOTHER), None)
    return each + 1 if each is not None and _OCCASIONS.isdisjoint(words_[each:token]) else None


def undertaking(seen: Recognised, clause: Clause, token: int) -> ActorFound | None:
    """«قيام مسلحي كذا بخرق الهدنة وقصف …»: the actor behind «قيام» whose deeds stand behind «بـ» or «و»."""
    words_ = seen.text.words
    for begun in range(token - 1, max(clause.first, token - _DEEDS_FAR) - 1, -1):
        word = words_[begun].removeprefix("و").removeprefix("ب")
        if words_[begun].lstrip("وبل") in UNDERTAKES or word in _CARRIES_OUT:
            actor = next(iter(between(seen.actors, begun + 1, begun + 2)), None)
            deed = words_[actor.last] if actor is not None and actor.last <= token else ""
            carried = word in _CARRIES_OUT and actor is not None and token - actor.last <= 1
            return actor if deed.startswith("ب") or carried else None
    return None


UNDERTAKES = frozenset(("قيام", "اقدام"))
"""«قيام القوات بقصف …», «إقدام الجيش على …»."""
_CARRIES_OUT = frozenset(("تنفيذ", "شن", "ارتكاب", "مواصله", "معاوده", "تكثيف", "استمرار", "استئناف"))
"""«بتنفيذ الجيش عمليات نسف», «مواصلة العدو إطلاق النار»."""
_DEEDS_FAR = 12


def _exchanged(seen: Recognised, clause: Clause, first: int, last: int) -> bool:
    words_ = seen.text.words
    if not _MUTUALLY.isdisjoint(words_[last : last + 2]):
        return True
    if clause.verb is not None and clause.verb.lexeme in _EXCHANGE and clause.verb.first < first:
        return True
    near = (word.lstrip("ولبف") for word in words_[max(clause.first, first - _FAR) : first])
    return any(word in _EXCHANGE for word in near)


def each_other(seen: Recognised, draft: Draft, drafts: Sequence[Draft]) -> None:
    """Give what each side accuses the other of both sides, as who says so and as who is said to have done it."""
    itself = draft.predicate is not None and draft.predicate.lexeme in _EXCHANGE  # «تبادلا … إطلاق النار»
    end = alleged_by_each(seen, draft.clause, draft.last - 1 if itself else draft.anchor)
    if end is None:
        end = _accusing_itself(seen, draft)
    if end is None:
        return
    told = _sides(seen, draft, end)
    sides = [code for actor in told for code in actor_codes(actor)]
    by = [code for actor in told for code in speaker_codes(actor)]
    if len(sides) < _BOTH:
        sides, by = _fighting(drafts, draft)
    if not sides:
        return
    if draft.kind == _ACCUSATION:
        draft.agents, draft.targets = sides, []
    else:
        draft.agents = [code.removesuffix(".GOV") if code.count(".") == 1 else code for code in sides]
        draft.by = tuple(by)
        if told:
            draft.stretch(_begins(draft, told), draft.last)
    draft.why.append("agents, by: each accuses the other")


def _accusing_itself(seen: Recognised, draft: Draft) -> int | None:
    """For «اتهم الطرفان بعضهما البعض» itself, where no kind of its own is alleged."""
    if draft.kind != _ACCUSATION or draft.predicate is None:
        return None
    after = range(draft.predicate.last, min(draft.clause.last, draft.predicate.last + _FAR + 1))
    return next((t + 1 for t in after if seen.text.words[t] in _ONE_ANOTHER), None)


def _begins(draft: Draft, told: Sequence[ActorFound]) -> int:
    verb = draft.clause.verb
    accuses = verb is not None and verb.lexeme in _EXCHANGE | _ACCUSES and verb.first < told[0].first
    return verb.first if verb is not None and accuses else min(draft.first, told[0].first)


def _sides(seen: Recognised, draft: Draft, end: int) -> list[ActorFound]:
    """The sides that the clause names: the verb's subject, or whoever stands around «الاتهامات»."""
    named = draft.spoken.named.get(draft.clause.index)
    verb = draft.clause.verb
    subject = named if verb is not None and verb.lexeme in _EXCHANGE | _ACCUSES else None
    around = between(seen.actors, draft.clause.first, max(end, draft.anchor))
    for actor in (subject, *around):
        if actor is not None:
            joined = with_coordinated(seen, actor)
            if sum(len(actor_codes(one)) for one in joined) >= _BOTH:
                return joined
    return []


def _fighting(drafts: Sequence[Draft], draft: Draft) -> tuple[list[str], list[str]]:
    """«اشتباكات بين X وY، وسط اتهامات متبادلة»: the sides of the fighting that the sentence tells of."""
    for other in drafts:
        if other.kind == "hostilities.clash" and len(other.agents) == _BOTH and other is not draft:
            return list(other.agents), [f"{code}.GOV" if code.isalpha() else code for code in other.agents]
    return [], []
