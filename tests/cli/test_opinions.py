import pytest
from tests.cli.conftest import hudna
from tests.reading.opinion.conftest import endpoint, proposal, reply

from hudna.ledger import Ledger

__all__ = ["endpoint"]

QUOTE = "ونفت يريفان خرق الهدنة في قره باغ"


@pytest.fixture(autouse=True)
def clean(monkeypatch):
    for name in ("URL", "MODEL", "KEY", "KEY_ENV", "TIMEOUT", "INSECURE"):
        monkeypatch.delenv(f"HUDNA_OPINION_{name}", raising=False)


@pytest.fixture
def run(tmp_path, articles):
    path = tmp_path / "ledger.sqlite"

    def go(*more):
        return hudna("run", articles, "--theatre", "karabakh", "--ledger", path, "--as-of", "2020-12-01", *more)

    go.path = path
    return go


def models_of(path):
    with Ledger.open(path) as ledger:
        return [claim for claim in ledger.claims() if claim.rule.startswith("model:")]


def test_off_by_default(run, endpoint):
    done = run()
    assert done.exit_code == 0, done.output
    assert endpoint.connections == 0
    assert "Second opinion" not in done.stderr


def test_a_run_with_a_model(run, endpoint):
    endpoint.says(proposal(QUOTE, kind="humanitarian.aid"))
    done = run("--opinion-url", endpoint.url, "--opinion-model", "tester")
    assert done.exit_code == 0, done.output
    assert f"are sent to {endpoint.host} (model tester)" in done.stderr
    (claim,) = models_of(run.path)
    assert (claim.quote, claim.rule, claim.doc) == (QUOTE, "model:tester", "b.txt")
    assert "does not stand in the text" in done.stderr, "the other article does not hold the quote"
    told = hudna("explain", claim.id, "--ledger", run.path)
    assert "proposed by a model, found by no rule" in told.stdout


def test_the_environment_can_ask_and_holds_the_key(run, endpoint, monkeypatch):
    endpoint.says()
    monkeypatch.setenv("HUDNA_OPINION_URL", endpoint.url)
    monkeypatch.setenv("HUDNA_OPINION_MODEL", "tester")
    monkeypatch.setenv("HUDNA_OPINION_KEY", "sk-1")
    assert run().exit_code == 0
    monkeypatch.setenv("OTHER_KEY", "sk-2")
    done = run("--opinion-model", "other", "--opinion-key-env", "OTHER_KEY")
    assert [headers["Authorization"] for headers in endpoint.headers] == ["Bearer sk-1"] * 2 + ["Bearer sk-2"] * 2
    assert "sk-" not in done.stderr


def test_reading_alone_can_ask(tmp_path, articles, endpoint):
    path = tmp_path / "ledger.sqlite"
    hudna("intake", articles, "--ledger", path)
    endpoint.says(proposal(QUOTE, kind="humanitarian.aid"))
    asked = ("--opinion-url", endpoint.url, "--opinion-model", "tester")
    assert hudna("read", "--ledger", path, "--theatre", "karabakh", *asked).exit_code == 0
    assert len(models_of(path)) == 1


def test_a_run_never_fails_for_it(run, endpoint):
    endpoint.does(reply(500, "no memory"))
    done = run("--opinion-url", endpoint.url, "--opinion-model", "tester")
    assert done.exit_code == 0, done.output
    assert "status 500" in done.stderr
    with Ledger.open(run.path) as ledger:
        assert ledger.counts()["claims"] > 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--opinion-url", "https://models.example/v1"), "which model"),
        (("--opinion-model", "tester"), "says nothing without --opinion-url"),
        (("--opinion-timeout", "5"), "says nothing without --opinion-url"),
        (("--opinion-url", "http://models.example/v1", "--opinion-model", "m"), "can read them"),
        (("--opinion-url", "models.example", "--opinion-model", "m"), "must be like"),
        (("--opinion-url", "https://h/v1", "--opinion-model", "m", "--opinion-key-env", "NO_SUCH"), "NO_SUCH"),
        (("--opinion-url", "https://h/v1", "--opinion-model", "m", "--opinion-timeout", "0"), "0"),
    ],
    ids=["no model", "model alone", "limit alone", "plain http", "no address", "no key", "no time"],
)
def test_misuse_is_told_before_anything_is_made(run, words, said):
    done = run(*words)
    assert done.exit_code == 2
    assert said in done.stderr
    assert not run.path.exists()


def test_a_model_left_in_the_environment_alone_asks_nobody(run, monkeypatch):
    monkeypatch.setenv("HUDNA_OPINION_MODEL", "tester")
    done = run()
    assert done.exit_code == 0, done.output
    assert "Second opinion" not in done.stderr
