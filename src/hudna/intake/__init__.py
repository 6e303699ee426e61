"""The first house on the street: bytes come in, documents go out.

It opens what users have, keeps the bytes as received, decodes them, extracts the text and says what it could
not read. It knows nothing of claims; ``pipeline`` carries its documents on to ``reading``.

The way in: ``walk`` finds the files, ``custody`` holds and hashes their bytes, ``formats`` takes the texts out,
``metadata`` says what is known about them, ``batch`` makes documents of them, and ``door`` leads through it all.
docs/intake.md lists formats, fields and everything that can go wrong.
"""

from hudna.intake.door import open_sources
from hudna.intake.gate import Gate, gate_of
from hudna.intake.options import IntakeOptions
from hudna.intake.received import Received
from hudna.intake.watching import Look, Ready, Watcher

__all__ = ["Gate", "IntakeOptions", "Look", "Ready", "Received", "Watcher", "gate_of", "open_sources"]
