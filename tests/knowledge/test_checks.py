import pytest


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("SUD,الجنوب", "NOR,الجنوب", 5, "code 'NOR' already stands in line 2"),
        ("NOR.MOD,وزارة", "Nor.Mod,وزارة", 3, "'Nor.Mod' is not an actor code"),
        ("NOR.MOD,وزارة", "NOR.MOD.,وزارة", 3, "'NOR.MOD.' is not an actor code"),
        ("NOR.MOD,وزارة", "NRO.MOD,وزارة", 3, "nobody has the code 'NRO', with which 'NRO.MOD' begins"),
        ("South,country", "South,contry", 5, "unknown sort 'contry'"),
        ("وزير|دفاع", "", 4, "'NOR.MOD.salem' has names that need a cue ('سالم'), but no cue"),
        ("2020-01-01", "1.1.2020", 4, "'1.1.2020' is not a date"),
        ("2021-12-31", "2019-12-31", 4, "'NOR.MOD.salem' ends on 2019-12-31, before it begins"),
        ("2021-12-31,", "2021-12-31,NOR.WAR", 4, "unknown parent 'NOR.WAR'"),
        ("South,country,", "South,country,الشّمال", 5, "the name 'الشّمال' is given to 'NOR' (line 2) and 'SUD'"),
    ],
)
def test_a_wrong_actor_is_refused(spoil, old, new, line, message):
    error = spoil("actors.csv", old, new)
    assert (error.line, error.message) == (line, message)


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("front,خط", "valley,خط", 4, "code 'valley' already stands in line 2"),
        ("front,خط", "Front-Line,خط", 4, "'Front-Line' is not a place code"),
        ("10.4,20.4", "100.4,20.4", 3, "'bridge_town' lies at 100.4, 20.4, which is not on the earth"),
        ("10.4,20.4", ",20.4", 3, "column 'lat' is empty"),
        ("20.45,30", "20.45,0", 4, "precision_km of 'front' is not above 0"),
        ("Bridgetown,town", "Bridgetown,twon", 3, "unknown sort 'twon'"),
        ("3,valley,front", "3,vally,front", 3, "unknown parent 'vally'"),
        ("3,valley,front", "3,valley,frontt", 3, "unknown parent 'frontt'"),
        ("40,,,,,", "40,front,,,,", 2, "'valley' lies within itself"),
        ("الجسر الجنوبي,NOR", "الجسر الجنوبي,NORD", 3, "unknown actor 'NORD'"),
        ("|SUD=", "|SOUTH=", 3, "unknown actor 'SOUTH'"),
        (
            "SUD=الجسر الجنوبي",
            "SUD=خط الوادي",
            4,
            "the name 'خط الوادي' is given to 'bridge_town' (line 3) and 'front'",
        ),
    ],
)
def test_a_wrong_place_is_refused(spoil, old, new, line, message):
    error = spoil("places.csv", old, new)
    assert (error.line, error.message) == (line, message)


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("valley_news,", "Valley News,", 2, "'Valley News' is not a source code"),
        ("News,agency", "News,paper", 2, "unknown sort 'paper'"),
        ("valley-news.example", "https://valley-news.example", 2, "'https://valley-news.example' is not a domain"),
    ],
)
def test_a_wrong_source_is_refused(spoil, old, new, line, message):
    error = spoil("sources.csv", old, new)
    assert (error.line, error.message) == (line, message)


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ('id = "valley"', 'id = "vale"', 1, "id 'vale' is not the folder's name"),
        ("+03:00", "Asia/Baku", 4, "'Asia/Baku' is not a zone"),
        ('["NOR", "SUD"]', '["SUD", "NOR"]', 5, "parties are not in the order of the alphabet"),
        ('["NOR", "SUD"]', '["NOR", "SUX"]', 5, "unknown actor 'SUX'"),
        ("documents = [1, 50]", "dokuments = [1, 50]", 8, "nothing of the name 'dokuments' is expected"),
        ("documents = [1, 50]", "documents = [50, 1]", 8, "'documents' expects [50, 1]"),
        ("documents = [1, 50]", "documents = [1]", 7, "Expected `array` of length 2, got 1"),
        ("documents = [1, 50]", 'documents = ["1", 50]', 7, "Expected `int`, got `str`"),
        ("claims.hostilities.shelling", "claims.hostilities.shellin", 9, "unknown kind 'hostilities.shellin'"),
        ("name_en =", "name_eng =", 3, "unknown key 'name_eng'"),
        (
            "timezone = ",
            "timezone ",
            4,
            "this is not TOML: Expected '=' after a key in a key/value pair (at line 4, column 10)",
        ),
    ],
)
def test_a_wrong_head_is_refused(spoil, old, new, line, message):
    error = spoil("theatre.toml", old, new)
    assert (error.line, error.message) == (line, message)
