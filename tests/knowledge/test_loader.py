import shutil

import pytest

from hudna.errors import PackError, UsageError
from hudna.knowledge import WORLD, check_packs, load_knowledge, theatre_names
from hudna.knowledge.languages.ar.spelling import fold


def test_shipped_theatres_are_found_with_the_world_first():
    names = theatre_names()
    assert "karabakh" in names
    assert WORLD not in names[1:]


def test_a_folder_of_one_s_own_is_loaded(valley):
    knowledge = load_knowledge(folders=[valley])
    assert knowledge.theatres[-1].id == "valley"
    assert knowledge.actors["NOR.MOD.salem"].parent == "NOR.MOD"
    assert knowledge.actors["SUD.MIL.salem"].parent == "SUD"
    assert knowledge.within("bridge_town") == {"valley", "front"}
    assert knowledge.within("nowhere") == frozenset()
    assert [agreement.id for agreement in knowledge.agreements if agreement.id == "V1"] == ["V1"]
    assert knowledge.sources["valley_news"].domains == ("valley-news.example",)


def test_what_each_side_calls_a_place_is_a_name_of_it(valley):
    assert load_knowledge(folders=[valley]).places["bridge_town"].aliases == ("الجسر الشمالي", "الجسر الجنوبي")


def test_words_of_the_chronicle_are_handed_out_folded(valley):
    (event,) = (event for event in load_knowledge(folders=[valley]).chronicle if event.id == "2021-03-01-truce")
    assert event.words[0] == (fold("الهدنة"), fold("إطلاق النار"))


def test_loading_says_nothing(valley, capfd):
    load_knowledge(["karabakh"], folders=[valley])
    assert capfd.readouterr() == ("", "")


def test_an_unknown_theatre_is_a_misuse_with_a_hint():
    with pytest.raises(UsageError) as caught:
        load_knowledge(["karabak"])
    assert caught.value.hint == "Did you mean 'karabakh'?"


def test_a_theatre_may_stand_in_the_list_twice():
    once, twice = load_knowledge(["karabakh"]), load_knowledge(["karabakh", "karabakh"])
    assert once.fingerprint == twice.fingerprint


def test_the_fingerprint_follows_every_byte_of_a_pack(valley):
    before = load_knowledge(folders=[valley]).fingerprint
    assert before == load_knowledge(folders=[valley]).fingerprint
    path = valley / "chronicle.toml"
    path.write_text(path.read_text(encoding="utf-8") + "# a word more\n", encoding="utf-8")
    assert load_knowledge(folders=[valley]).fingerprint != before


def test_the_fingerprint_does_not_know_where_the_folder_lies(valley, tmp_path):
    elsewhere = tmp_path / "moved" / "valley"
    shutil.copytree(valley, elsewhere)
    assert load_knowledge(folders=[elsewhere]).fingerprint == load_knowledge(folders=[valley]).fingerprint


def test_a_folder_with_a_shipped_theatre_s_name_takes_its_place(valley, tmp_path):
    own = tmp_path / "own" / "karabakh"
    shutil.copytree(valley, own)
    head = own / "theatre.toml"
    head.write_text(head.read_text(encoding="utf-8").replace('id = "valley"', 'id = "karabakh"'), encoding="utf-8")
    knowledge = load_knowledge(["karabakh"], folders=[own])
    assert knowledge.theatres[-1].name_en == "The Valley"
    assert "lachin" not in knowledge.places


@pytest.mark.parametrize("name", ["theatre.toml", "places.csv", "actors.csv", "sources.csv"])
def test_a_missing_file_is_named(valley, name):
    (valley / name).unlink()
    with pytest.raises(PackError) as caught:
        load_knowledge(folders=[valley])
    assert (caught.value.file, caught.value.message) == (valley / name, "the file is missing")


@pytest.mark.parametrize("name", ["agreements", "chronicle.toml"])
def test_agreements_and_chronicle_are_optional(valley, name):
    path = valley / name
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    assert load_knowledge(folders=[valley]).theatres[-1].id == "valley"


@pytest.mark.parametrize("name", ["rules.py", "place.csv", "agreements/truce.yaml", "agreements/deep/truce.toml"])
def test_a_file_that_no_pack_holds_is_refused(valley, name):
    path = valley / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("x", encoding="utf-8")
    with pytest.raises(PackError, match="no pack holds a file of this name"):
        load_knowledge(folders=[valley])


@pytest.mark.parametrize("name", [".DS_Store", "~$places.csv", "__pycache__/x.pyc"])
def test_what_programs_leave_behind_does_not_count(valley, name):
    before = load_knowledge(folders=[valley]).fingerprint
    path = valley / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x")
    assert load_knowledge(folders=[valley]).fingerprint == before


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(PackError, match="the file is missing"):
        load_knowledge(folders=[tmp_path / "nothing"])


def test_the_shipped_packs_are_without_complaint():
    assert check_packs(theatre_names()) == ()


def test_checking_lists_every_complaint_at_once(valley):
    places = valley / "places.csv"
    places.write_text(places.read_text(encoding="utf-8").replace("3,valley,front", "3,vally,frontt"), encoding="utf-8")
    head = valley / "theatre.toml"
    head.write_text(head.read_text(encoding="utf-8").replace("+03:00", "MSK"), encoding="utf-8")
    issues = check_packs(folders=[valley])
    assert [issue.reason for issue in issues] == [
        "unknown parent 'vally'",
        "unknown parent 'frontt'",
        "'MSK' is not a zone",
    ]
    assert [issue.where for issue in issues] == [f"{places}:3", f"{places}:3", f"{head}:4"]
    assert {(issue.stage, issue.severity) for issue in issues} == {("knowledge", "error")}
    assert all(issue.hint for issue in issues)


def test_checking_goes_on_after_a_file_that_cannot_be_read(valley):
    (valley / "places.csv").write_bytes(b"\xff")
    (issue,) = check_packs(["karabakh"], folders=[valley])
    assert issue.where == f"{valley / 'places.csv'}:1"


def test_checking_lists_every_cell_of_every_table_that_cannot_be_read(valley):
    places, actors, sources = (valley / f"{name}.csv" for name in ("places", "actors", "sources"))
    text = places.read_text(encoding="utf-8")
    spoilt = text.replace("10.5,20.5,40", "10،5,20.5,wide").replace("bridge_town,بلدة الجسر", "bridge_town,")
    places.write_text(spoilt, encoding="utf-8")
    actors.write_text(actors.read_text(encoding="utf-8").replace("شمالي|شمالية", "شمالي|"), encoding="utf-8")
    sources.write_text("code,sort,domain,country\nx,agency,y.example,NOR\n", encoding="utf-8")
    (valley / "agreements" / "truce.toml").write_text("id = V1", encoding="utf-8")
    issues = check_packs(folders=[valley])
    assert [(issue.where, issue.reason.partition(":")[0]) for issue in issues] == [
        (f"{places}:2", "column 'lat'"),
        (f"{places}:2", "column 'precision_km'"),
        (f"{places}:3", "column 'name_ar' is empty"),
        (f"{actors}:2", "column 'demonyms'"),
        (f"{sources}:1", "unknown column 'domain'"),
        (f"{sources}:1", "column 'name_ar' is missing"),
        (f"{sources}:1", "column 'name_en' is missing"),
        (f"{valley / 'agreements' / 'truce.toml'}:1", "this is not TOML"),
    ]
    assert all(issue.hint for issue in issues)
    with pytest.raises(PackError, match="column 'lat'"):
        load_knowledge(folders=[valley])


def test_checking_reads_up_to_a_quotation_mark_that_nothing_closes(valley):
    places = valley / "places.csv"
    text = places.read_text(encoding="utf-8").replace("10.5,20.5", "far,20.5").replace("خط الوادي", '"خط الوادي')
    places.write_text(text, encoding="utf-8")
    assert [issue.where for issue in check_packs(folders=[valley])] == [f"{places}:2", f"{places}:4"]
