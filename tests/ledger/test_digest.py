import msgspec

from hudna.ledger import Ledger, Run


def digest(path, sample, *, at, backwards=False):
    if backwards:
        for nouns in (sample.sources, sample.given, sample.read, sample.claims):
            nouns.reverse()
    with Ledger.open(path, create=True) as ledger:
        with ledger.run(Run(at=at)):
            sample.put_in(ledger)
        return ledger.content_digest()


def test_neither_the_clock_nor_the_order_of_arrival_counts(tmp_path, sample):
    one = digest(tmp_path / "one.sqlite", sample, at="2020-01-01T00:00:00Z")
    two = digest(tmp_path / "two.sqlite", sample, at="2024-01-01T00:00:00Z", backwards=True)
    assert one == two


def test_what_is_said_counts(tmp_path, sample):
    one = digest(tmp_path / "one.sqlite", sample, at="2020-01-01T00:00:00Z")
    sample.claims[0][0] = msgspec.structs.replace(sample.claims[0][0], confidence=0.81)
    assert digest(tmp_path / "two.sqlite", sample, at="2020-01-01T00:00:00Z") != one
