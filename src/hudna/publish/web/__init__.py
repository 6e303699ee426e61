"""The dashboard: what the ledger holds, as pages in Arabic and English for a browser on the same machine.

It asks the ledger and computes nothing. What needs another room (casualty rows, weighing again after a decision) is
handed in by the caller as plain functions. Every page is made on the server, works without script, and asks for nothing
outside itself; `safety` is the fence around it. How to add a page: docs/dashboard.md.
"""

from hudna.publish.web.app import make_app
from hudna.publish.web.settings import Settings

__all__ = ["Settings", "make_app"]
