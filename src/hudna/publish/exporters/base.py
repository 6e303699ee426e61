"""What every exporter is: it is fed with nouns that have passed the gate, one by one, and writes as it goes."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import ClassVar

import msgspec

from hudna.publish.exporters.labels import Labels
from hudna.publish.exporters.nouns import Seen
from hudna.publish.exporters.profiles import Profile


class Setting(msgspec.Struct, frozen=True, kw_only=True):
    """What holds for all files of one export."""

    labels: Labels
    profile: Profile
    made: str
    """The clock, ISO 8601 UTC."""
    theatre: str
    """Names of the theatres, in the export's language."""
    acled: Mapping[str, str] = {}
    """Kind → ACLED's sub-event, from the packs; a kind without one is left out or empty."""
    excel: bool = False
    """Tables in text for Excel (byte order mark, no cell that is a formula), or for programs."""

    @property
    def moment(self) -> datetime:
        """The clock."""
        return datetime.fromisoformat(self.made)

    @property
    def timestamp(self) -> int:
        """The clock in seconds since 1970."""
        return int(self.moment.timestamp())


class Exporter(ABC):
    """One file of an export.

    Args:
        path: Where to.
        setting: What holds for all files.
    """

    name: ClassVar[str]
    title_ar: ClassVar[str]
    title_en: ClassVar[str]
    file: ClassVar[str]
    """The file's name."""
    media_type: ClassVar[str]
    takes: ClassVar[frozenset[type]]
    """Nouns that it is fed with."""
    internal_only: ClassVar[bool] = False
    columns: ClassVar[Sequence[str]] = ()
    """The schema, for the manifest; empty where the file says it itself."""

    def __init__(self, path: Path, setting: Setting) -> None:
        self.path = path
        self.setting = setting
        self.rows = 0

    @abstractmethod
    def feed(self, seen: Seen) -> None:
        """Write one noun; what does not belong into this file is passed over."""

    @abstractmethod
    def finish(self) -> None:
        """Close the file."""
