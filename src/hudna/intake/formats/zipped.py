"""A ZIP archive of anything that we read, and WACZ, which is a ZIP archive of web archives.

Nothing is ever written under a name that stands in the archive, so names cannot lead anywhere; links are not followed.
"""

import platform
import stat
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath

from hudna.intake.archive.unpacking import REFUSED, Unpacking
from hudna.intake.custody import hold_stream
from hudna.intake.formats.base import Format, Item, Member, Opened
from hudna.intake.metadata import SIDECAR, SIDECAR_LIMIT, Metadata, parse_sidecar
from hudna.intake.problems import problem
from hudna.model import Issue, Origin

MARKS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_STEP = 65_536
_ENCRYPTED = 0x1
_OFFICE = ("[Content_Types].xml", "mimetype", "META-INF/manifest.xml")
"""Members that only office documents, books and programs have."""
_WACZ = "datapackage.json"


def read_zip(opened: Opened) -> Iterator[Item]:
    """The files of an archive, in sorted order of their names."""
    with opened.held.sought() as stream:
        try:
            archive = zipfile.ZipFile(stream)
        except REFUSED as trouble:
            yield problem("damaged", opened.where, why=trouble)
            return
        with archive:
            if any(name in _OFFICE for name in archive.namelist()):
                how = "Save it as .docx under that name, as .txt or .html, a table as .csv."
                yield problem("foreign", opened.where, what="an office document or a book", how=how)
                return
            yield from _Reader(opened, archive).read()


class _Reader:
    """One archive."""

    def __init__(self, opened: Opened, archive: zipfile.ZipFile) -> None:
        self._opened, self._archive = opened, archive
        infos = {info.filename: info for info in archive.infolist() if _counts(info)}
        self._infos = _web_archives(infos) if _WACZ in infos else infos

    def read(self) -> Iterator[Item]:
        if not self._infos:
            yield problem("nothing_here", self._opened.where)
        for name in sorted(self._infos):
            if name.endswith(SIDECAR) and self._is_sidecar(name):
                continue
            info = self._infos[name]
            where = f"{self._opened.where}!{name}"
            if stat.S_ISLNK(info.external_attr >> 16):
                yield problem("member_link", where)
            elif info.flag_bits & _ENCRYPTED:
                yield problem("member_locked", where)
            else:
                if _leads_out(name):
                    yield problem("member_name", where)
                yield from self._member(info, where)
            if self._opened.budget.left < 0:
                return

    def _member(self, info: zipfile.ZipInfo, where: str) -> Iterator[Item]:
        pieces = Unpacking(_pieces(self._archive, info), self._opened.budget)
        parts = [part for part in PurePosixPath(info.filename.replace("\\", "/")).parts if part not in {"/", "..", "."}]
        options = self._opened.options
        with hold_stream(pieces, parts[-1] if parts else "-", options.memory_limit, options.spool_folder) as held:
            if pieces.exploded:
                yield problem("exploded", where, limit=self._opened.budget.limit)
                return
            if pieces.damage:
                yield problem("damaged", where, why=pieces.damage)
                return
            sidecar, troubles = self._sidecar(info.filename)
            yield from troubles
            yield Member(
                held=held,
                name=held.source.name,
                where=where,
                origin=self._origin(info, held.source.sha256),
                parents=(*reversed(parts[:-1]), self._opened.name, *self._opened.parents),
                sidecar=sidecar,
            )

    def _origin(self, info: zipfile.ZipInfo, sha256: str) -> Origin:
        return self._opened.inside(
            info.filename,
            offset=info.header_offset,
            length=info.compress_size,
            record_sha256=sha256,
            tool=f"Python {platform.python_version()} zipfile",
        )

    def _is_sidecar(self, name: str) -> bool:
        stem = name.removesuffix(SIDECAR)
        return any(other != name and (other == stem or other.rpartition(".")[0] == stem) for other in self._infos)

    def _sidecar(self, name: str) -> tuple[Metadata, list[Issue]]:
        for beside in (name + SIDECAR, name.rpartition(".")[0] + SIDECAR):
            if beside in self._infos:
                pieces = Unpacking(_pieces(self._archive, self._infos[beside]), self._opened.budget)
                return parse_sidecar(pieces.read(SIDECAR_LIMIT + 1), f"{self._opened.where}!{beside}")
        return Metadata(), []


def _pieces(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(info) as file:
        while piece := file.read(_STEP):
            yield piece


def _counts(info: zipfile.ZipInfo) -> bool:
    """Folders and hidden files are passed over, as in a folder."""
    parts = info.filename.replace("\\", "/").split("/")
    hidden = any(part.startswith(".") and part not in {".", ".."} for part in parts)
    return not (info.is_dir() or hidden or parts[0] == "__MACOSX")


def _web_archives(infos: dict[str, zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    """Of a WACZ only its archives: lists of pages, indexes and logs hold no articles."""
    return {name: info for name, info in infos.items() if name.startswith("archive/")}


def _leads_out(name: str) -> bool:
    plain = name.replace("\\", "/")
    return plain.startswith("/") or ".." in plain.split("/") or plain[1:2] == ":"


FORMAT = Format(
    name="zip",
    label="a ZIP archive",
    suffixes=(".zip", ".wacz"),
    marks=MARKS,
    media=("application/zip", "application/x-zip-compressed"),
    looks_like=lambda head: head.startswith(MARKS),
    read=read_zip,
    container=True,
)
