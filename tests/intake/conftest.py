"""What intake tests share: texts of our own, and a way to see everything that comes out."""

from collections.abc import Callable
from typing import Any

import pytest

from hudna.intake import IntakeOptions, Received, open_sources
from hudna.intake.problems import problem
from hudna.model import Document, Issue

PARAGRAPH = (
    "قالت الوزارة في بيان إن المراقبين وصلوا إلى القرية صباح اليوم، وبدأوا جولة على المواقع الواقعة شمال النهر. "
    "وأضافت أن «الوضع هادئ» منذ الليل."
)


class Everything:
    """All that came through the door."""

    def __init__(self, received: list[Received]) -> None:
        self.received = received
        self.documents: list[Document] = [document for one in received for document in one.documents]
        self.issues: list[Issue] = [issue for one in received for issue in one.issues]

    @property
    def ids(self) -> list[str]:
        return [document.id for document in self.documents]

    @property
    def texts(self) -> list[str]:
        return [document.text for document in self.documents]

    @property
    def document(self) -> Document:
        assert len(self.documents) == 1, (self.ids, self.issues)
        return self.documents[0]

    @property
    def issue(self) -> Issue:
        assert len(self.issues) == 1, self.issues
        return self.issues[0]

    def said(self, code: str, where: object, **details: object) -> bool:
        return problem(code, str(where), **details) in self.issues


def pytest_make_parametrize_id(config: pytest.Config, val: object) -> str | None:
    """Bytes in a test's id; with escaping switched off for Arabic, pytest cannot write them itself."""
    return repr(val)[:40] if isinstance(val, bytes) else None


@pytest.fixture
def paragraph() -> str:
    return PARAGRAPH


@pytest.fixture
def open_all() -> Callable[..., Everything]:
    def opened(*paths: Any, stdin: Any = None, **options: Any) -> Everything:
        return Everything(list(open_sources(paths, stdin=stdin, options=IntakeOptions(**options))))

    return opened
