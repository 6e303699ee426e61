"""Who does the work: this process, or Dask on this machine and others."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Protocol, TypeVar

from hudna.errors import UsageError

T = TypeVar("T")


class Engine(Protocol):
    """Does one thing with many arguments, in any order."""

    def each(self, task: Callable[..., T], calls: Iterable[tuple[Any, ...]]) -> Iterator[T]:
        """Results as they come."""


class Here:
    """One after the other in this process."""

    def each(self, task: Callable[..., T], calls: Iterable[tuple[Any, ...]]) -> Iterator[T]:
        """See `Engine`."""
        return (task(*call) for call in calls)


class OnDask:
    """Dask's workers. A worker that is lost loses nothing: its units are given to others."""

    def __init__(self, client: Any) -> None:  # noqa: ANN401 - distributed has no types
        """Take a connected `distributed.Client`."""
        self._client = client

    def each(self, task: Callable[..., T], calls: Iterable[tuple[Any, ...]]) -> Iterator[T]:
        """See `Engine`."""
        from distributed import as_completed  # noqa: PLC0415 - an extra

        futures = [self._client.submit(task, *call, pure=False, retries=_RETRIES) for call in calls]
        for done in as_completed(futures):
            yield done.result()
            done.release()


_RETRIES = 3
"""Times that a unit is tried again when its worker dies under it."""


@contextmanager
def engine_of(name: str, scheduler: str | None = None, workers: int | None = None) -> Iterator[Engine]:
    """The engine of this name.

    Args:
        name: `here` or `dask`.
        scheduler: Address of a running Dask scheduler; None starts one on this machine. (Workers should run without
            Dask's own profiler, `distributed.worker.profile.enabled: false`: it looks into the page parser's objects
            from another thread, and that complains.)
        workers: Processes on this machine; None: one a core.

    Raises:
        UsageError: There is no such engine, or Dask is not installed, or the scheduler does not answer.
    """
    if name == "here":
        yield Here()
        return
    if name != "dask":
        raise UsageError(f"there is no engine {name!r}", hint="Known here: here, dask.")
    with _client(scheduler, workers) as client:
        yield OnDask(client)


@contextmanager
def _client(scheduler: str | None, workers: int | None) -> Iterator[Any]:
    try:
        from dask import config  # noqa: PLC0415 - an extra
        from distributed import Client, LocalCluster  # noqa: PLC0415 - an extra
    except ImportError as missing:
        raise UsageError("Dask is not installed", hint="pip install 'hudna[cluster]'") from missing
    if scheduler is None:
        with (
            config.set({"distributed.worker.profile.enabled": False}),
            LocalCluster(n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=None) as cluster,
            Client(cluster) as client,
        ):
            yield client
        return
    try:
        client = Client(scheduler, timeout="10s")
    except OSError as silent:
        raise UsageError(f"no Dask scheduler answers at {scheduler}", hint="Start one: dask scheduler") from silent
    with client:
        yield client
