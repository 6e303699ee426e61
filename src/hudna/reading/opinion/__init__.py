"""A second opinion on one document: claims that a language model proposes, and what of them is accepted.

Off by default. The sub-room stands between `claim` and `read`. It knows the claims of the rules and never touches
them; the pipeline asks it after reading, and only when a person named an endpoint. It is the one place of Hudna that
opens a connection: docs/second-opinion.md says what is sent. A proposal counts only when its words stand in the text.
"""

from hudna.reading.opinion.ask import SecondOpinion
from hudna.reading.opinion.endpoint import Endpoint
from hudna.reading.opinion.opinion import Opinion

__all__ = ["Endpoint", "Opinion", "SecondOpinion"]
