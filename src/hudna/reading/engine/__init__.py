"""What runs rules, whatever they read: word tables compiled for fast look-up, and the runner of rules' examples."""

from hudna.reading.engine.lexicon import Lexicon, Marks, Match

__all__ = ["Lexicon", "Marks", "Match"]
