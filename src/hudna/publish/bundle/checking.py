"""Is a bundle what it says it is? Everything is hashed again, and everything held against everything else.

A bundle that comes from outside is hostile input: nothing is unpacked to a disk, no member is read further than the
manifest says it reaches, and what is no JSON or bears a name of somebody else's choosing is a fault like any other.
"""

import hashlib
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from hudna.errors import InputError
from hudna.ledger import Entry
from hudna.ledger.chain import seal
from hudna.model import Claim, Event
from hudna.publish.bundle import members
from hudna.publish.bundle.members import MANIFEST, Written

T = TypeVar("T")

FORMAT = "hudna.bundle"
_LARGEST_TABLE = 1 << 28
"""Bytes of a table, a text or the manifest that are taken into memory; an event's claims take some thousands."""
_PIECE = 1 << 20
_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError)
"""What the library says of a damaged, encrypted or strangely packed member."""


class Fault(msgspec.Struct, frozen=True):
    """One thing that is wrong."""

    where: str
    """The member, or the claim or the entry in it."""
    reason: str


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """What a check found."""

    event: str
    files: int
    claims: int
    entries: int
    """Of the log."""
    manifest_sha256: str
    head: str
    """Hash of the ledger's log when the bundle was made, as the manifest says."""
    faults: tuple[Fault, ...] = ()

    @property
    def sound(self) -> bool:
        """Nothing is wrong."""
        return not self.faults


class _Head(msgspec.Struct):
    entries: int
    head: str


class _Manifest(msgspec.Struct):
    format: str
    event: str
    ledger: _Head
    files: list[Written]


class _About(msgspec.Struct):
    event: Event


class _Source(msgspec.Struct):
    sha256: str
    size: int
    file: str
    origins: list[dict[str, Any]]


class _Document(msgspec.Struct):
    id: str
    text: str
    text_sha256: str
    bytes_sha256: str


def check_bundle(path: Path) -> Checked:
    """Hash everything again, and hold claims against texts, records against their hashes, the log against itself.

    Raises:
        InputError: The file is no bundle at all: no ZIP, or one without a manifest that can be read.
    """
    try:
        with zipfile.ZipFile(path) as zipped:
            return _Check(zipped, path).made()
    except (zipfile.BadZipFile, OSError) as trouble:
        raise InputError(f"{path} is no bundle: {trouble}", hint="Name a file that `hudna bundle` wrote.") from trouble


class _Check:
    def __init__(self, zipped: zipfile.ZipFile, path: Path) -> None:
        self._zip = zipped
        self._faults: list[Fault] = []
        self._infos = {one.filename: one for one in zipped.infolist()}
        self._manifest, self._sha256 = self._read_manifest(path)
        self._good: set[str] = set()
        """Members that are what the manifest says."""

    def _read_manifest(self, path: Path) -> tuple[_Manifest, str]:
        try:
            data = self._whole(MANIFEST)
            manifest = msgspec.json.decode(data, type=_Manifest)
        except (KeyError, msgspec.MsgspecError, *_BROKEN) as trouble:
            hint = "Name a file that `hudna bundle` wrote."
            raise InputError(f"{path} has no manifest that can be read: {trouble}", hint=hint) from trouble
        if manifest.format != FORMAT:
            raise InputError(
                f"{path} is no bundle, but {manifest.format!r}", hint="Name one that `hudna bundle` wrote."
            )
        return manifest, hashlib.sha256(data).hexdigest()

    def made(self) -> Checked:
        self._files()
        event = self._one("event.json", _About)
        documents = self._table("documents.jsonl", _Document)
        claims = self._table("claims.jsonl", Claim)
        entries = self._table("log.jsonl", Entry)
        self._texts(documents)
        self._sources(self._table("sources.jsonl", _Source), documents)
        self._claims(claims, {one.id: one.text for one in documents}, event.event if event else None)
        self._log(entries)
        return Checked(
            event=self._manifest.event,
            files=len(self._manifest.files),
            claims=len(claims),
            entries=len(entries),
            manifest_sha256=self._sha256,
            head=self._manifest.ledger.head,
            faults=tuple(self._faults),
        )

    def _tell(self, where: str, reason: str) -> None:
        self._faults.append(Fault(where, reason))

    # --- members ------------------------------------------------------------------------------------------------------

    def _files(self) -> None:
        """Every member against the manifest, and the manifest against the members."""
        for name, times in Counter(one.filename for one in self._zip.infolist()).items():
            if times > 1:
                self._tell(name, f"stands in the ZIP {times} times")
        listed = {one.name: one for one in self._manifest.files}
        for name in sorted(self._infos.keys() - listed.keys() - {MANIFEST}):
            self._tell(name, "is not in the manifest: it was put in later")
        for name, one in listed.items():
            fault = self._file(one) if name in self._infos else "is missing"
            if fault:
                self._tell(name, fault)
            else:
                self._good.add(name)

    def _file(self, one: Written) -> str:
        digest, size = hashlib.sha256(), 0
        try:
            with self._zip.open(one.name) as member:
                while size <= one.bytes and (piece := member.read(_PIECE)):
                    digest.update(piece)
                    size += len(piece)
        except _BROKEN as trouble:
            return f"cannot be read: {trouble}"
        if size != one.bytes:
            return f"has {'more' if size > one.bytes else 'fewer'} bytes than the {one.bytes:,} of the manifest"
        return "" if digest.hexdigest() == one.sha256 else "was changed: its SHA-256 is not that of the manifest"

    def _whole(self, name: str) -> bytes:
        """A member as a whole, no longer than a table may be.

        Raises:
            ValueError: It is longer.
        """
        with self._zip.open(name) as member:
            data = member.read(_LARGEST_TABLE + 1)
        if len(data) > _LARGEST_TABLE:
            raise ValueError("it is too large")
        return data

    def _read(self, name: str, read: Callable[[bytes], list[T]]) -> list[T]:
        """What a member holds; nothing, and a fault, when that is not to be had. Changed members are told already."""
        if name not in {one.name for one in self._manifest.files}:
            self._tell(name, "is not in the manifest, and every bundle has it")
            return []
        if name not in self._good:
            return []
        try:
            return read(self._whole(name))
        except (msgspec.MsgspecError, *_BROKEN) as trouble:
            self._tell(name, f"cannot be read: {trouble}")
            return []

    def _table(self, name: str, sort: type[T]) -> list[T]:
        decoder = msgspec.json.Decoder(sort)
        return self._read(name, lambda data: [decoder.decode(line) for line in data.splitlines()])

    def _one(self, name: str, sort: type[T]) -> T | None:
        return next(iter(self._read(name, lambda data: [msgspec.json.decode(data, type=sort)])), None)

    # --- what stands in them ------------------------------------------------------------------------------------------

    def _texts(self, documents: Iterable[_Document]) -> None:
        for one in documents:
            self._named_by_hash(one.text, members.text_name(one.text_sha256), one.text_sha256, f"document {one.id}")

    def _sources(self, sources: Iterable[_Source], documents: Iterable[_Document]) -> None:
        known = {one.sha256 for one in sources}
        for document in documents:
            if document.bytes_sha256 not in known:
                self._tell(f"document {document.id}", "its bytes as received are not among the sources")
        for one in sources:
            self._named_by_hash(one.file, members.source_name(one.sha256), one.sha256, f"source {one.sha256}")
            for origin in one.origins:
                sha = str(origin.get("record_sha256"))
                if origin.get("record"):
                    where = f"source {one.sha256}"
                    self._named_by_hash(str(origin["record"]), members.record_name(sha), sha, where)

    def _named_by_hash(self, name: str, expected: str, sha256: str, where: str) -> None:
        """A file whose name is its hash."""
        listed = next((one for one in self._manifest.files if one.name == expected), None)
        if name != expected or listed is None:
            self._tell(where, f"{expected} is not in the bundle")
        elif listed.sha256 != sha256:
            self._tell(expected, "its bytes have another hash than its name says")

    def _claims(self, claims: Iterable[Claim], texts: dict[str, str], event: Event | None) -> None:
        held: dict[str, str] = {}
        met = set()
        for one in claims:
            met.add(one.id)
            name = texts.get(one.doc, "")
            if name and name not in held:
                held[name] = next(iter(self._read(name, lambda data: [data.decode("utf-8", "surrogatepass")])), "")
            if not name:
                self._tell(f"claim {one.id}", "its document is not in the bundle")
            elif name in self._good and held[name][one.start : one.end] != one.quote:
                self._tell(f"claim {one.id}", f"its words do not stand in {name} at {one.start} to {one.end}")
        for key in _unlike(met, event):
            self._tell(f"claim {key}", "the event and claims.jsonl do not name the same claims")
        if event is not None and event.id != self._manifest.event:
            self._tell("event.json", f"is about {event.id}, the manifest about {self._manifest.event}")

    def _log(self, entries: list[Entry]) -> None:
        """Each entry's own hashes, the links between neighbours, and the last one against the manifest."""
        by_seq = {one.seq: one for one in entries}
        for one in entries:
            payload = hashlib.sha256(one.payload.encode()).hexdigest()
            before = by_seq.get(one.seq - 1)
            sealed = seal(one.seq, one.at, one.what, one.about, one.payload_sha256, one.prev)
            if (payload, sealed) != (one.payload_sha256, one.hash):
                self._tell(f"log entry {one.seq}", "its hash is not that of what it says")
            elif before is not None and before.hash != one.prev:
                self._tell(f"log entry {one.seq}", "it does not follow on the entry before it")
        head = by_seq.get(self._manifest.ledger.entries)
        if head is not None and head.hash != self._manifest.ledger.head:
            self._tell(MANIFEST, "the head of the log that it names is another than in log.jsonl")


def _unlike(met: set[str], event: Event | None) -> Iterator[str]:
    if event is not None:
        yield from sorted(met ^ set(event.claims))
