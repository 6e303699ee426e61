from hudna.publish.report.coverage import coverage, parties, silent_parties

from .conftest import claim, document, event


def test_parties_are_alphabetical_in_each_language(desk):
    assert parties(desk("en")) == ["ARM", "AZE", "NKR"]
    assert parties(desk("ar")) == ["AZE", "ARM", "NKR"]


def test_a_statement_is_its_agents_word(desk, told):
    assert silent_parties(desk()) == []
    silent = {**told, "claims": told["claims"][:2]}
    first = event("E1", list(told["claims"][:2]))
    assert silent_parties(desk("en", {**silent, "events": (first,)})) == ["AZE", "NKR"]


def test_the_balance_between_the_parties(desk):
    rows = {row.name.striptags(): row for row in coverage(desk()).parties}
    assert (rows["Armenia"].spoke, rows["Armenia"].accused) == (2, 0)
    assert (rows["Azerbaijan"].spoke, rows["Azerbaijan"].accused) == (1, 1)
    assert rows["the Karabakh Armenian side"].hit == 1


def test_sources_with_their_documents_and_claims(desk):
    rows = [(row.name.striptags(), row.documents, row.claims) for row in coverage(desk()).sources]
    assert rows == [("Interfax", 1, 1), ("صحيفة الضفاف", 1, 3)]


def test_silent_sources_empty_documents_and_undated_ones_are_named(desk, told):
    more = (
        document("old.txt", "خبر", published="2021-01-01", source="المرصد"),
        document("bare.txt", "لا شيء هنا", title="نشرة <الطقس>"),
        document("when.txt", "متى", published=None, source="المرصد"),
    )
    found = coverage(desk("en", {**told, "documents": (*told["documents"], *more)}))
    assert found.silent.striptags() == "Sources of the ledger with no document in this period: المرصد"
    assert "&lt;الطقس&gt;" in found.empty
    assert found.undated.striptags().endswith("when.txt")


def test_a_long_list_is_cut_and_says_so(desk):
    texts = tuple(document(f"{number:02}.txt", f"خبر {number}") for number in range(20))
    found = coverage(desk("en", {"documents": texts}))
    assert found.empty.striptags().endswith("and 8 more")


def test_nothing_to_say(desk):
    found = coverage(desk("ar", {}))
    assert (found.sources, found.silent, found.empty, found.undated) == ((), None, None, None)
    one = document("a.txt", "قصف")
    said = claim("C1", one, "قصف", "hostilities.shelling")
    whole = coverage(desk("ar", {"documents": (one,), "claims": (said,), "events": (event("E1", [said]),)}))
    assert whole.empty is None
