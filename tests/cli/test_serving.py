import pytest
from click.testing import CliRunner

from hudna.cli.app import cli
from hudna.cli.serving import settings_for
from hudna.ledger import Ledger, Run


@pytest.fixture
def ledger(tmp_path):
    path = tmp_path / "ledger.sqlite"
    with Ledger.open(path, create=True) as book, book.run(Run(at="2023-09-27T00:00:00Z", theatre="karabakh")):
        book.note("test", "ledger", {})
    return path


def said(*words):
    done = CliRunner().invoke(cli, ["serve", *words])
    return done.exit_code, done.output


def test_there_must_be_a_ledger(tmp_path):
    code, told = said("--ledger", str(tmp_path / "none.sqlite"))
    assert code == 2
    assert "there is no ledger" in told


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7", "::", "desk.example"])  # noqa: S104 - refused
def test_beyond_this_machine_a_word_is_needed(ledger, host):
    code, told = said("--ledger", str(ledger), "--host", host)
    assert code == 2
    assert "--token" in told


def test_a_short_word_is_refused(ledger):
    code, told = said("--ledger", str(ledger), "--token", "short")
    assert code == 2
    assert "12" in told


def test_only_the_names_of_this_machine_are_answered(ledger):
    assert set(settings_for(ledger, None).hosts) == {"127.0.0.1", "localhost", "[::1]"}
    assert "192.0.2.7" in settings_for(ledger, None, host="192.0.2.7").hosts
    assert "[2001:db8::1]" in settings_for(ledger, None, host="2001:db8::1").hosts


def test_a_desk_on_every_address_answers_to_numbers_and_its_own_name_only(ledger):
    from starlette.testclient import TestClient

    from hudna.publish.web import make_app

    settings = settings_for(ledger, None, host="0.0.0.0")  # noqa: S104 - that is the case
    with TestClient(make_app(settings), base_url="http://192.0.2.7:8743") as client:
        for host in ("192.0.2.7", "192.0.2.7:8743", "[2001:db8::1]:8743", "localhost"):
            assert client.get("/static/mark.svg", headers={"host": host}).status_code == 200
        for host in ("evil.example", "192.0.2.7.evil.example", "any address", "[]"):
            assert client.get("/static/mark.svg", headers={"host": host}).status_code == 421


def test_the_theatre_is_the_ledgers(ledger):
    assert "NK20" in {one.id for one in settings_for(ledger, None).knowledge.agreements}
