import pytest

TRUCE = "agreements/truce.toml"


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ('parties = ["NOR", "SUD"]', 'parties = ["SUD", "NOR"]', 4, "parties are not in the order of the alphabet"),
        ('parties = ["NOR", "SUD"]', 'parties = ["NOR", "SUX"]', 4, "unknown actor 'SUX'"),
        ("guarantors = []", 'guarantors = ["UNN"]', 5, "unknown actor 'UNN'"),
        ('signed = "2021-03-01"', 'signed = "1 March 2021"', 6, "'1 March 2021' is not a date"),
        ('T09:00Z"\narea', 'T12:00+03:00"\narea', 7, "effective '2021-03-01T12:00+03:00' is not in UTC"),
        ('area = ["valley"]', 'area = ["vally"]', 8, "unknown place 'vally'"),
        (
            'area = ["valley"]',
            'area = ["valley"]\nended = "2020-01-01T00:00Z"',
            9,
            "the agreement ends before it takes effect",
        ),
        ('area = ["valley"]', 'area = ["valley"]\nform = "oral"', 9, "unknown form 'oral'"),
        ('area = ["valley"]', 'area = ["valley"]\nfollows = "V0"', 9, "unknown agreement 'V0'"),
        ('area = ["valley"]', 'area = ["valley"]\nplace = "x"', 9, "unknown key 'place'"),
        ('id = "V1.2"', 'id = "V1.1"', 23, "id 'V1.1' stands twice (also in truce.toml)"),
        ('sort = "ceasefire"', 'sort = "peace"', 13, "unknown sort of duty 'peace'"),
        ('obligors = ["SUD"]', 'obligors = ["SUX"]', 28, "unknown actor 'SUX'"),
        ('["bridge_town"]', '["bridge_tow"]', 30, "unknown place 'bridge_tow'"),
        ('["ceasefire.holding"]', '["ceasefire.holdin"]', 17, "unknown kind 'ceasefire.holdin'"),
        ('["hostilities.shelling"]', '["shelling"]', 18, "unknown kind 'shelling'"),
        ("quantity = 3\n", 'about = ["دبابة", " "]\nquantity = 3\n', 32, "a word of 'about' is empty"),
        ('start = "2021-03-01T09:00Z"', 'start = "now"', 19, "'now' is not a date"),
        ("quantity = 3\n", "", 22, "quantity and unit go together"),
        ("amount = 3", "amount = 4", 53, "the first of quantities is not the main one"),
        ('date = "2021-03-20"', 'date = "2021-03-32"', 36, "'2021-03-32' is not a date"),
        ('date = "2021-03-20"\nzone = "+03:00"', 'date = "2021-03-20"\nzone = "MSK"', 37, "'MSK' is not a zone"),
        ('["by", "before"]', '["by", "around"]', 38, "unknown reading 'around'"),
        ('["by", "before"]', '["by"]', 49, "reading 'before' is not among the deadline's readings"),
        ('reading = "before"', 'reading = "beforehand"', 49, "unknown reading 'beforehand'"),
        ('reading = "before"', 'moment = "noon"', 49, "'noon' is not a date"),
        ('reading = "before"', 'sort = "rumour"', 49, "unknown sort of text 'rumour'"),
        (
            'date = "2021-03-30"',
            'date = "2021-03-20"',
            41,
            "the extension to 2021-03-20 is not after the deadline 2021-03-20",
        ),
        ('announced = "2021-03-19"', 'announced = "March"', 40, "'March' is not a date"),
        ('by = "NOR"', 'by = "NORD"', 43, "unknown actor 'NORD'"),
        ('assessor = "SUD"', 'assessor = "SUX"', 58, "unknown actor 'SUX'"),
        ('status = "planned"', 'status = "plannd"', 59, "unknown status 'plannd'"),
        ('status = "planned"', 'status = "disputed"', 59, "nobody states 'disputed': it is computed"),
        ('date = "2021-03"\n', 'date = "2021-3"\n', 60, "'2021-3' is not a date"),
        ('relative_to = "1 year from V1.1"', 'relative_to = "a year later"', 75, "'a year later' is not a known form"),
        ('relative_to = "1 year from V1.1"', 'relative_to = "1 year from V1.9"', 75, "unknown obligation 'V1.9'"),
        (
            'relative_to = "1 year from V1.1"',
            'relative_to = "2 years from V1.1"',
            73,
            "'2 years from V1.1' gives 2023-03-01, not 2022-03-01",
        ),
        (
            'relative_to = "1 year from V1.1"',
            'relative_to = "after V1.1"',
            73,
            "'after V1.1' gives no date, not 2022-03-01",
        ),
        ('relative_to = "1 year from V1.1"\n', "", 75, "computed from what?"),
    ],
)
def test_a_wrong_agreement_is_refused(spoil, old, new, line, message):
    error = spoil(TRUCE, old, new)
    assert (error.line, error.message) == (line, message)


def test_a_deadline_that_says_nothing_is_refused(spoil):
    error = spoil(TRUCE, 'date = "2021-03-20"\nzone = "+03:00"', 'zone = "+03:00"')
    assert (error.line, error.message) == (35, "a deadline says neither a date nor what it leans on")


def test_an_extension_of_no_date_is_refused(spoil):
    error = spoil(TRUCE, 'date = "2021-03-20"\nzone = "+03:00"', 'relative_to = "after V1.1"')
    assert (error.line, error.message) == (40, "the extension to 2021-03-30 is not after the deadline that is missing")


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ('["ceasefire.agreed"]', '["truce"]', 5, "unknown kind 'truce'"),
        ('["valley"]', '["vally"]', 6, "unknown place 'vally'"),
        ('["NOR", "SUD"]', '["NOR", "SUX"]', 7, "unknown actor 'SUX'"),
        ('last = "2021-03-02"', 'last = "2021-02-02"', 4, "'2021-03-01-truce' ends before it begins"),
        ('first = "2021-03-01"', 'first = "1.3.2021"', 3, "'1.3.2021' is not a date"),
        ('["الوادي"]', "[]", 8, "'2021-03-01-truce' has no words, or an empty group"),
        ("figures = [3]", 'figures = ["three"]', 9, "Expected `int`, got `str`"),
    ],
)
def test_a_wrong_chronicle_is_refused(spoil, old, new, line, message):
    error = spoil("chronicle.toml", old, new)
    assert (error.line, error.message) == (line, message)


def test_an_event_told_twice_is_refused(spoil, valley):
    text = (valley / "chronicle.toml").read_text(encoding="utf-8")
    error = spoil("chronicle.toml", text, text + text)
    assert (error.line, error.message) == (14, "id '2021-03-01-truce' stands twice")
