"""What is true of the world: languages, kinds of event and theatres, as plain files.

It lies under the whole street, one step above ``model``. Every other room asks it for packs; it loads them,
checks them and refuses a bad one with file, line and hint. The only room that a linguist or an analyst must
enter.
"""

from hudna.knowledge.loader import WORLD, Knowledge, check_packs, load_knowledge, theatre_names, theatre_titles
from hudna.knowledge.names import own_names
from hudna.knowledge.sides import Sides

__all__ = [
    "WORLD",
    "Knowledge",
    "Sides",
    "check_packs",
    "load_knowledge",
    "own_names",
    "theatre_names",
    "theatre_titles",
]
