from hudna.intake.naming import Names, file_ladder, fingerprint


def test_a_ladder_climbs_through_the_folders():
    assert list(file_ladder("a.txt", ("c", "b"))) == ["a.txt", "c/a.txt", "b/c/a.txt"]


def test_the_first_free_name_is_taken():
    names = Names()
    taken = [
        names.take(file_ladder("a.txt", ("x",)), text_sha256=f"{number:08}", content=number) for number in range(4)
    ]
    assert taken == ["a.txt", "x/a.txt", "a.txt@00000002", "a.txt@00000003"]
    assert names.take(file_ladder("a.txt", ("x",)), text_sha256="00000003", content=9) == "a.txt@00000003-2"


def test_what_an_earlier_run_named_stays_so():
    known = {"a.txt": "old", "x/a.txt": "new"}
    assert Names(known.get).take(file_ladder("a.txt", ("x",)), text_sha256="new", content=1) == "x/a.txt"
    assert Names(known.get).take(file_ladder("a.txt", ("x",)), text_sha256="old", content=1) == "a.txt"
    assert Names(known.get).take(file_ladder("a.txt", ("x",)), text_sha256="third", content=1) == "a.txt@third"


def test_names_remember_their_content():
    names = Names()
    names.take(iter(["17"]), text_sha256="s", content=5)
    assert names.holds("17", 5)
    assert not names.holds("17", 6)
    assert not names.holds("18", 5)


def test_fingerprints_keep_fields_apart():
    assert fingerprint("ab", "c") != fingerprint("a", "bc")
    assert fingerprint("نص") == fingerprint("نص")
    assert fingerprint("\udce3") < 2**64, "a name that is no text has one, too"
