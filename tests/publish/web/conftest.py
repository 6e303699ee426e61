"""The sample's ledger, made once; the dashboard over it, for a client without a browser."""

import shutil
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from hudna.cli.serving import settings_for
from hudna.knowledge import load_knowledge
from hudna.ledger import Ledger, Run
from hudna.pipeline import walk
from hudna.publish.web import make_app

ROOT = Path(__file__).parents[3]
SAMPLE = ROOT / "examples" / "karabakh"
AS_OF = "2023-09-27"


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    """The path of a ledger that holds the sample. Whoever writes copies it first."""
    path = tmp_path_factory.mktemp("web") / "ledger.sqlite"
    run = Run(at="2023-09-27T19:30:00Z", theatre="karabakh", as_of=AS_OF)
    with Ledger.open(path, create=True) as book, book.run(run):
        walk(book, [str(SAMPLE)], load_knowledge(["karabakh"]), as_of=AS_OF)
    return path


@pytest.fixture(scope="session")
def serve_ledger():
    """Clients of dashboards: of this ledger, with these settings."""
    import msgspec

    made = []

    def serve(path, **changed):
        settings = msgspec.structs.replace(settings_for(path, None), **changed)
        client = TestClient(make_app(settings), base_url="http://localhost", follow_redirects=False)
        made.append(client)
        return client.__enter__()

    yield serve
    for client in made:
        client.__exit__(None, None, None)


@pytest.fixture
def copied(sample, tmp_path):
    """The path of a copy of the sample's ledger that a test may write into."""
    return Path(shutil.copy(sample, tmp_path / "ledger.sqlite"))


@pytest.fixture
def reader(copied, serve_ledger):
    """A client of the dashboard over that copy."""
    return serve_ledger(copied)


@pytest.fixture(scope="session")
def desk(sample, serve_ledger):
    """A client of the sample's dashboard."""
    return serve_ledger(sample)


@pytest.fixture
def fresh(sample, serve_ledger):
    """A client with a session of its own."""
    return serve_ledger(sample)
