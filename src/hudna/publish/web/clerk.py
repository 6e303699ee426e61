"""One thread that has the ledger open.

SQLite asked from a pool of forty threads is nineteen times slower than asked from one (docs/benchmarks.md), and its
connections belong to the thread that opened them. So pages are made one after the other, in a thread of their own, and
the loop that talks to browsers stays free.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from hudna.ledger import Ledger

T = TypeVar("T")


class Clerk:
    """Answers questions about the ledger, one at a time.

    Args:
        open_ledger: Opens it; called once, in the clerk's own thread, when the first question comes.
    """

    def __init__(self, open_ledger: Callable[[], Ledger]) -> None:
        self._open_ledger = open_ledger
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="clerk")
        self._ledger: Ledger | None = None

    async def ask(self, question: Callable[[Ledger], T]) -> T:
        """The answer to a question that takes the ledger.

        Raises:
            LedgerError: It cannot be opened or read.
        """
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._answer, question)

    def _answer(self, question: Callable[[Ledger], T]) -> T:
        if self._ledger is None:
            self._ledger = self._open_ledger()
        return question(self._ledger)

    def close(self) -> None:
        """Let go of the ledger and of the thread."""
        self._thread.submit(self._let_go).result()
        self._thread.shutdown()

    def _let_go(self) -> None:
        if self._ledger is not None:
            self._ledger.close()
            self._ledger = None
