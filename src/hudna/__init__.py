"""Hudna watches a ceasefire: it reads what is published and keeps apart who claims what.

The street runs one way: bytes enter at ``intake``, ``reading`` finds the claims of one document, ``events``
weighs the claims of many, ``compliance`` holds events against the agreement, ``ledger`` remembers and
``publish`` tells people. ``pipeline`` is the only file that knows all the rooms; start there.
"""

__version__ = "0.1.0"
