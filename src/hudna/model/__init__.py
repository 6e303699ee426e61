"""The nouns that walk the street, frozen and typed, one small file each.

Every stage takes nouns and gives nouns; no stage knows another. A noun holds what was found and where its words
stand, never how to find it. Nothing here imports anything of Hudna but `errors`.
"""

from hudna.model.agreement import Agreement, Deadline, Extension, Obligation, Quantity, Recorded, TextVariant
from hudna.model.claim import Claim, Count
from hudna.model.copied import Copied, CopyGroup, CopyMarks
from hudna.model.correction import Corrected, Correction, Corrections, as_value, correction_of
from hudna.model.document import Document, Furniture, Origin, Published, SourceFile
from hudna.model.event import Contradiction, Event, Figure, Reading, Verdicts
from hudna.model.finding import AssessorStatus, Finding
from hudna.model.issue import Issue
from hudna.model.judgement import Judgement, standing
from hudna.model.kind import Kind, KindPattern
from hudna.model.mention import Mention
from hudna.model.packs import Actor, ChronicleEntry, Place, Source, Theatre
from hudna.model.placing import Move, Placing
from hudna.model.rule import Example, Rule
from hudna.model.summary import Summary

__all__ = [
    "Actor",
    "Agreement",
    "AssessorStatus",
    "ChronicleEntry",
    "Claim",
    "Contradiction",
    "Copied",
    "CopyGroup",
    "CopyMarks",
    "Corrected",
    "Correction",
    "Corrections",
    "Count",
    "Deadline",
    "Document",
    "Event",
    "Example",
    "Extension",
    "Figure",
    "Finding",
    "Furniture",
    "Issue",
    "Judgement",
    "Kind",
    "KindPattern",
    "Mention",
    "Move",
    "Obligation",
    "Origin",
    "Place",
    "Placing",
    "Published",
    "Quantity",
    "Reading",
    "Recorded",
    "Rule",
    "Source",
    "SourceFile",
    "Summary",
    "TextVariant",
    "Theatre",
    "Verdicts",
    "as_value",
    "correction_of",
    "standing",
]
