"""One export: the ledger walked once, every file fed as it goes, a manifest at the end; memory stays flat."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import msgspec

import hudna
from hudna.errors import UsageError
from hudna.knowledge import WORLD, Knowledge
from hudna.ledger import ClaimFilter, Ledger
from hudna.model import Corrections, Event, Judgement, standing
from hudna.publish.exporters import jsonl, tombstones
from hudna.publish.exporters.base import Exporter, Setting
from hudna.publish.exporters.gate import Gate, Withheld
from hudna.publish.exporters.labels import Labels
from hudna.publish.exporters.nouns import Dumped, Losses, Seen, SeenClaim, SeenDuty, SeenEvent
from hudna.publish.exporters.profiles import Profile
from hudna.publish.report.wording import Language

T = TypeVar("T")

MANIFEST = "manifest.json"
FORMAT = "hudna.export"
VERSION = 1
_AT_ONCE = 200
"""Events, or claims, that are in memory together."""
_PIECE = 1 << 20


class Filter(msgspec.Struct, frozen=True, kw_only=True):
    """Which events and claims; every field that is given narrows, and any of its values will do."""

    kinds: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    """These, and all that belong to them."""
    speakers: tuple[str, ...] = ()
    """The same, of those who say so."""
    places: tuple[str, ...] = ()
    """These, and what lies in them."""
    first: str | None = None
    last: str | None = None
    """ISO days. Events and claims that nobody dates are left out when either is given."""


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked for."""

    exporters: Sequence[type[Exporter]]
    profile: Profile
    language: Language
    now: datetime
    """The clock: embargoes count from it, and the manifest bears it."""
    losses: Losses
    """The casualty ledger of an event."""
    filter: Filter = Filter()
    excel: bool = False
    since: Path | None = None
    """The folder of an earlier export."""
    who: str = ""


def make_export(ledger: Ledger, knowledge: Knowledge, folder: Path, wanted: Wanted) -> dict[str, Any]:
    """Write all files and the manifest.

    Returns:
        The manifest.

    Raises:
        UsageError: A file is for inside only and the profile is not, or the earlier export has no list of ids.
        LedgerError: The ledger cannot be read.
        OSError: The folder cannot be written.
    """
    inside = [one.name for one in wanted.exporters if one.internal_only and not wanted.profile.words]
    if inside:
        raise UsageError(
            f"{', '.join(inside)} holds every word and name, so it is no part of the {wanted.profile.name} profile",
            hint="Add --profile internal, or choose other formats.",
        )
    return _Export(ledger, knowledge, folder, wanted).make()


class _Export:
    def __init__(self, ledger: Ledger, knowledge: Knowledge, folder: Path, wanted: Wanted) -> None:
        labels = Labels(knowledge, wanted.language)
        self._ledger, self._knowledge, self._folder, self._wanted = ledger, knowledge, folder, wanted
        self._made = wanted.now.strftime("%Y-%m-%dT%H:%M:%SZ")
        judgements = list(ledger.judgements())
        rejected = _rejected(judgements)
        self._gate = Gate(
            wanted.profile,
            knowledge,
            labels,
            now=wanted.now,
            losses=wanted.losses,
            rejected=rejected,
            corrections=Corrections(judgements),
        )
        self._rejected = rejected
        self._actors = _belonging(ledger, knowledge, wanted.filter.actors)
        self._speakers = _belonging(ledger, knowledge, wanted.filter.speakers)
        self._places = _inside(knowledge, wanted.filter.places)
        self._setting = Setting(
            labels=labels,
            profile=wanted.profile,
            made=self._made,
            theatre=_theatre(knowledge, wanted.language),
            acled={kind.id: kind.acled for kind in knowledge.kinds.values() if kind.acled},
            excel=wanted.excel,
        )
        self._counts: Counter[str] = Counter()
        self._withheld: Counter[str] = Counter()

    def make(self) -> dict[str, Any]:
        """Write everything."""
        self._folder.mkdir(parents=True, exist_ok=True)
        open_files = [one(self._folder / one.file, self._setting) for one in self._wanted.exporters]
        head = {"content_sha256": self._ledger.content_digest(), "log_sha256": self._ledger.desk.head()[1]}
        with (self._folder / tombstones.IDS).open("w", encoding="utf-8") as ids:
            for seen in self._nouns({noun for one in open_files for noun in one.takes}):
                for one in open_files:
                    if type(seen) in one.takes:
                        one.feed(seen)
                if isinstance(seen, SeenEvent | SeenClaim):
                    ids.write(tombstones.id_line(seen))
        for one in open_files:
            one.finish()
        stones = self._tombstones()
        told = {**head, **self._manifest(open_files, stones)}
        text = msgspec.json.format(msgspec.json.encode(told), indent=2)
        (self._folder / MANIFEST).write_bytes(text + b"\n")
        return msgspec.json.decode(text, type=dict[str, Any])

    # --- walking the ledger -------------------------------------------------------------------------------------------

    def _nouns(self, kinds: set[type]) -> Iterator[Seen]:
        if SeenEvent in kinds:
            yield from self._let_through(self._events(), "events")
        if SeenClaim in kinds:
            yield from self._let_through(self._claims(), "claims")
        if SeenDuty in kinds:
            yield from self._let_through(self._duties(), "duties")
        if Dumped in kinds:
            yield Dumped("manifest", jsonl.manifest(self._ledger, self._made))
            yield from jsonl.everything(self._ledger)

    def _let_through(self, found: Iterable[Seen | Withheld], noun: str) -> Iterator[Seen]:
        for one in found:
            if isinstance(one, str):
                self._withheld[f"{noun}.{one}"] += 1
            else:
                self._counts[noun] += 1
                yield one

    def _events(self) -> Iterator[SeenEvent | Withheld]:
        words = self._wanted.profile.words
        for some in _portions(self._ledger.events()):
            documents = self._ledger.desk.documents_without_text(sorted({doc for one in some for doc in one.documents}))
            chosen = [one for one in some if self._wants(one)]
            claims = self._ledger.desk.claims_of(*(one.id for one in chosen)) if words and chosen else {}
            for one in chosen:
                yield self._gate.event(one, claims.get(one.id, ()), documents)

    def _wants(self, event: Event) -> bool:
        wanted = self._wanted.filter
        return (
            (not wanted.kinds or _under([event.kind], wanted.kinds))
            and (not self._actors or not self._actors.isdisjoint([*event.agents, *event.targets, *event.origins]))
            and (not self._speakers or not self._speakers.isdisjoint(event.origins))
            and (not self._places or not self._places.isdisjoint(event.places))
            and _touches(event.when, wanted.first, wanted.last)
        )

    def _claims(self) -> Iterator[SeenClaim | Withheld]:
        for some in _portions(self._ledger.claims(self._claim_filter())):
            documents = self._ledger.desk.documents_without_text(sorted({one.doc for one in some}))
            events = self._ledger.desk.events_by_claim([one.id for one in some])
            for one in some:
                yield self._gate.claim(one, events.get(one.id, ("", "")), documents[one.doc])

    def _claim_filter(self) -> ClaimFilter:
        wanted = self._wanted.filter
        return ClaimFilter(
            kinds=wanted.kinds,
            actors=tuple(sorted(self._actors)),
            speakers=tuple(sorted(self._speakers)),
            places=tuple(sorted(self._places)),
            first=wanted.first,
            last=wanted.last,
        )

    def _duties(self) -> Iterator[SeenDuty]:
        findings = {one.obligation: one for one in self._ledger.findings() if one.sort == "obligation"}
        for agreement in self._knowledge.agreements:
            for duty in agreement.obligations:
                yield self._gate.duty(agreement, duty, findings.get(duty.id))

    # --- what is told about it ----------------------------------------------------------------------------------------

    def _tombstones(self) -> int | None:
        if self._wanted.since is None:
            return None
        return tombstones.write(self._ledger, self._wanted.since, self._folder, self._rejected)

    def _manifest(self, files: Sequence[Exporter], stones: int | None) -> dict[str, Any]:
        profile = self._wanted.profile
        names = [tombstones.IDS, *([tombstones.FILE] if stones is not None else [])]
        return {
            "format": FORMAT,
            "version": VERSION,
            "hudna": hudna.__version__,
            "made": self._made,
            "who": self._wanted.who,
            "theatre": self._setting.theatre,
            "knowledge": self._knowledge.fingerprint,
            "language": self._wanted.language,
            "tables_for": "excel" if self._wanted.excel else "programs",
            "profile": msgspec.to_builtins(profile),
            "filter": msgspec.to_builtins(self._wanted.filter),
            "since": str(self._wanted.since.name) if self._wanted.since else None,
            "counts": dict(self._counts),
            "withheld": dict(self._withheld),
            "tombstones": stones,
            "files": [
                *(_about(one.path, rows=one.rows, exporter=one) for one in files),
                *(_about(self._folder / name) for name in names),
            ],
        }


def _about(path: Path, *, rows: int | None = None, exporter: Exporter | None = None) -> dict[str, Any]:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
    told: dict[str, Any] = {"name": path.name, "bytes": path.stat().st_size, "sha256": digest.hexdigest()}
    if exporter is not None:
        about = {"format": exporter.name, "title": exporter.title_en, "media_type": exporter.media_type}
        told |= {**about, "rows": rows, "columns": list(exporter.columns)}
    return told


def _rejected(judgements: Sequence[Judgement]) -> frozenset[str]:
    """What people rejected, as it stands: the last word about each thing."""
    return frozenset(about for one in standing(judgements) if one.verb == "reject" for about in one.about)


def _inside(knowledge: Knowledge, wanted: Sequence[str]) -> frozenset[str]:
    """These places and all that lie in them."""
    places = set(wanted)
    return frozenset(code for code in (*knowledge.places, *wanted) if places & {code, *knowledge.within(code)})


def _belonging(ledger: Ledger, knowledge: Knowledge, wanted: Sequence[str]) -> frozenset[str]:
    """These actors and all that belong to them, as the packs say."""
    return frozenset(knowledge.sides.belonging(wanted, ledger.desk.actor_codes())) if wanted else frozenset()


def _theatre(knowledge: Knowledge, language: Language) -> str:
    own = [one for one in knowledge.theatres if one.id != WORLD]
    return "; ".join(one.name_ar if language == "ar" else one.name_en for one in own)


def _under(codes: Iterable[str], wanted: Sequence[str]) -> bool:
    """Whether any code is one of these or below it."""
    return any(code == one or code.startswith(f"{one}.") for code in codes for one in wanted)


def _touches(when: tuple[str, str] | None, first: str | None, last: str | None) -> bool:
    if first is None and last is None:
        return True
    return when is not None and (first is None or when[1][:10] >= first) and (last is None or when[0][:10] <= last)


def _portions(things: Iterator[T]) -> Iterator[list[T]]:
    while some := list(islice(things, _AT_ONCE)):
        yield some
