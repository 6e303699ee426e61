"""Files in a folder of a disk or of an object store, read and written through fsspec."""

from pathlib import Path

from fsspec.core import url_to_fs


class Store:
    """A folder where results go: `out/`, `s3://bucket/out`, `memory://out`."""

    def __init__(self, url: str) -> None:
        """Take its address; nothing is made until something is written."""
        self.url = url
        self._fs, self._root = url_to_fs(url)

    def _path(self, name: str) -> str:
        return f"{self._root.rstrip('/')}/{name}"

    def write(self, name: str, data: bytes) -> None:
        """Put a whole file: whoever reads it sees the old one or the new one, never a half."""
        path = self._path(name)
        self._fs.makedirs(path.rpartition("/")[0], exist_ok=True)
        if "file" not in self._protocols():
            self._fs.pipe_file(path, data)  # object stores put whole objects
            return
        part = Path(f"{path}.part")
        part.write_bytes(data)
        part.replace(path)

    def _protocols(self) -> tuple[str, ...]:
        protocol = self._fs.protocol
        return (protocol,) if isinstance(protocol, str) else tuple(protocol)

    def read(self, name: str) -> bytes | None:
        """A whole file; None when it is not there."""
        try:
            return bytes(self._fs.cat_file(self._path(name)))
        except FileNotFoundError:
            return None

    def names(self, folder: str, ending: str) -> list[str]:
        """Names of the files in a folder that end so, sorted; without the folder's."""
        path = self._path(folder)
        if not self._fs.exists(path):
            return []
        found = (str(one).rpartition("/")[2] for one in self._fs.ls(path, detail=False))
        return sorted(name for name in found if name.endswith(ending))

    def remove(self, name: str) -> None:
        """Take a file away; nothing happens when it is not there."""
        if self._fs.exists(self._path(name)):
            self._fs.rm(self._path(name))
