import math
import zipfile
from datetime import UTC, datetime, timedelta

import pyarrow.parquet as pq
import pytest

from hudna.errors import UsageError
from hudna.ledger import Ledger
from hudna.publish.exporters import EXPORTERS, profile, profiles
from hudna.publish.exporters.gate import Gate
from hudna.publish.exporters.labels import Labels

from .conftest import CLAIMS, DOCUMENTS, NOW, PRIVATE, fill, reject

ALL = [one.name for one in EXPORTERS if not one.internal_only]


def _everything(folder):
    """All that the files of an export say, packed ones unpacked."""
    said = []
    for path in sorted(folder.iterdir()):
        if path.suffix == ".xlsx":
            with zipfile.ZipFile(path) as archive:
                said += [archive.read(name).decode() for name in archive.namelist()]
        elif path.suffix == ".parquet":
            said.append(str(pq.read_table(path).to_pylist()))
        else:
            said.append(path.read_text(encoding="utf-8"))
    return "\n".join(said)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_public_file_holds_words_or_private_names(exported, language):
    folder, _ = exported(*ALL, language=language)
    said = _everything(folder)
    for secret in (PRIVATE, "samir", "مدونة", "HYPERLINK", "cmd|", "one.txt", "two.txt", "valleywire.example/"):
        assert secret not in said
    for one in CLAIMS:
        assert one.quote not in said
    assert "E1" in said


def test_an_internal_file_holds_them(exported):
    said = _everything(exported(*ALL, shown="internal")[0])
    assert PRIVATE in said
    assert CLAIMS[1].quote in said
    assert "Little Mill" in said


def test_a_holder_of_office_is_named_and_nobody_else(exported):
    said = _everything(exported("acled")[0])
    assert "Anna Oster" in said
    assert "EASB.samir" not in said
    assert "an unnamed source" in said  # and nobody speaks in a side's name who does not


def test_a_village_is_not_named_and_lies_within_the_stated_radius(exported, knowledge):
    _, told = exported("acled")
    assert told["profile"]["radius_km"] == 10
    labels = Labels(knowledge, "en")
    gate = Gate(profile("public"), knowledge, labels, now=NOW, losses=lambda _: (), rejected=frozenset())
    village = knowledge.places["little_mill"]
    for kind, radius in (("hostilities.shelling", 10), ("implementation.withdrawal", 25)):
        (spot,) = gate._shown(("little_mill",), kind)
        assert (spot.name, spot.radius_km) == ("Upper Valley", radius)
        east = math.radians(spot.lon - village.lon) * math.cos(math.radians(spot.lat))
        north = math.radians(spot.lat - village.lat)
        assert 0 < 6371 * math.hypot(east, north) <= radius


def test_coarse_places_are_the_same_every_time(knowledge):
    labels = Labels(knowledge, "en")
    made = [
        Gate(profile("public"), knowledge, labels, now=NOW, losses=lambda _: (), rejected=frozenset())._shown(
            ("little_mill", "twinford"), "posture.exercise"
        )
        for _ in range(2)
    ]
    assert made[0] == made[1]


def test_what_gives_forces_away_waits(exported):
    _, told = exported("acled", now=datetime(2030, 6, 1, 12, tzinfo=UTC))
    assert told["counts"] == {}
    assert told["withheld"] == {"events.embargo": 3}
    _, told = exported("acled", now=datetime(2030, 6, 3, 0, tzinfo=UTC), out="later")  # a day after the shelling ended
    assert told["counts"] == {"events": 1}
    _, told = exported("acled", now=datetime(2030, 6, 1, tzinfo=UTC) + timedelta(days=5), out="after")
    assert told["counts"] == {"events": 3}


def test_a_claim_waits_for_its_event(knowledge):
    labels = Labels(knowledge, "en")
    early = datetime(2030, 6, 3, 12, tzinfo=UTC)  # losses may go out after a day, what tells of movements after three
    gate = Gate(profile("public"), knowledge, labels, now=early, losses=lambda _: (), rejected=frozenset())
    losses, document = CLAIMS[1], DOCUMENTS[0]
    assert gate.claim(losses, ("E9", "implementation.withdrawal"), document) == "embargo"
    told = gate.claim(losses, ("E1", "hostilities.shelling"), document)
    assert told.spots[0].radius_km == 10
    late = Gate(profile("public"), knowledge, labels, now=NOW, losses=lambda _: (), rejected=frozenset())
    assert late.claim(losses, ("E9", "implementation.withdrawal"), document).spots[0].radius_km == 25


def test_nothing_waits_inside(exported):
    _, told = exported("acled", "csv", shown="internal", now=datetime(2030, 6, 1, 12, tzinfo=UTC))
    assert told["counts"] == {"events": 3, "claims": 5}


def test_what_nobody_dates_stays_in_the_house(knowledge):
    labels = Labels(knowledge, "en")
    gate = Gate(profile("public"), knowledge, labels, now=NOW, losses=lambda _: (), rejected=frozenset())
    assert gate._held("x", "posture.exercise", None, None) == "embargo"
    assert gate._held("x", "diplomacy.talks", None, None) is None


def test_what_people_rejected_does_not_go_out(exported, tmp_path):
    book = fill(tmp_path / "judged.sqlite", judgements=[reject("J1", "E1"), reject("J2", "K4")])
    folder, told = exported("csv", "acled", shown="internal", book=book)
    assert told["withheld"] == {"events.rejected": 1, "claims.rejected": 4}
    assert "HUDNA-E1," not in (folder / "events-acled.csv").read_text(encoding="utf-8")
    with Ledger.open(book) as opened:
        assert len(list(opened.claims())) == 5  # and nothing was deleted


def test_the_whole_ledger_is_no_public_file(exported):
    with pytest.raises(UsageError, match="no part of the public profile"):
        exported("jsonl")


def test_profiles_name_kinds_that_there_are(knowledge):
    classes = {kind.partition(".")[0] for kind in knowledge.kinds}
    named = {kind for one in profiles().values() for rule in one.rules for kind in rule.kinds}
    assert not named - classes - set(knowledge.kinds)
    assert all(rule.hours > 0 and rule.radius_km >= one.radius_km for one in profiles().values() for rule in one.rules)


def test_an_unknown_profile_is_misuse():
    with pytest.raises(UsageError, match="no profile"):
        profile("secret")
