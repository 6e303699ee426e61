"""Fourth step of reading: clauses, their subjects, and the scopes of speakers over them."""

from hudna.reading.attribute.clauses import Clause, clause_at, split_clauses
from hudna.reading.attribute.scopes import Scope, Spoken, scope_at
from hudna.reading.attribute.subjects import actor_codes, governed, speaker_codes, subject_of, with_coordinated
from hudna.reading.attribute.voices import Voices

__all__ = [
    "Clause",
    "Scope",
    "Spoken",
    "Voices",
    "actor_codes",
    "clause_at",
    "governed",
    "scope_at",
    "speaker_codes",
    "split_clauses",
    "subject_of",
    "with_coordinated",
]
