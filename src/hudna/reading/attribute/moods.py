"""What a reporting verb does to what is said: «نفى» denies it, «دعا» demands it, «أدان» only names it."""

from hudna.knowledge.languages.ar.morphology import split_pair
from hudna.knowledge.languages.ar.words import phrases

MOODS = {
    split_pair(pair)[0]: mood
    for mood in ("negated", "demanded", "possible", "silent")
    for pair in phrases("reporting", "moods", mood)
}
"""Lexemes → what they do to what is said; a verb that only says it is none of them."""
