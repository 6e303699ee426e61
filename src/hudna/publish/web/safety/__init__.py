"""The fence around the dashboard: who may ask, from where, how much, and what a page may do in a browser.

Articles are hostile input and so is every other site that a reader has open. Each file is one danger: `hosts` (another
site's name that leads here), `forgery` (another site that sends our forms), `headers` (what a page may load and run),
`limits` (too much of anything), `token` (a desk that others can reach), `guesses` (who guesses at its word). Each but
the last is plain ASGI around the whole application, so that no page can be forgotten.
"""

from hudna.publish.web.safety.forgery import Forgery, csrf_of
from hudna.publish.web.safety.headers import Headers
from hudna.publish.web.safety.hosts import ANY_ADDRESS, Hosts
from hudna.publish.web.safety.limits import Limits
from hudna.publish.web.safety.token import Token

__all__ = ["ANY_ADDRESS", "Forgery", "Headers", "Hosts", "Limits", "Token", "csrf_of"]
