from hudna.knowledge.names import merge_actors, merge_places, merge_sources, places_above
from hudna.model import Actor, Place, Source, Theatre


def _theatre(name: str, **tables) -> Theatre:
    empty = {"actors": (), "places": (), "sources": (), "agreements": (), "chronicle": ()}
    return Theatre(id=name, name_ar=name, name_en=name, timezone="+00:00", **{**empty, **tables})


def test_a_theatre_adds_names_to_an_actor_of_the_world():
    world = Actor(
        code="RUS", name_ar="روسيا", name_en="Russia", sort="country", aliases=("الاتحاد الروسي",), first="1991-12-25"
    )
    theatre = Actor(code="RUS", name_ar="روسيا الاتحادية", name_en="Russia", sort="country", demonyms=("روسي",))
    merged = merge_actors([_theatre("world", actors=(world,)), _theatre("here", actors=(theatre,))])["RUS"]
    assert merged.name_ar == "روسيا الاتحادية"
    assert merged.aliases == ("روسيا", "الاتحاد الروسي")
    assert (merged.demonyms, merged.first) == (("روسي",), "1991-12-25")


def test_a_theatre_adds_names_to_a_place_and_a_source_of_the_world():
    city = Place(
        code="oz", name_ar="أوز", name_en="Oz", sort="city", lat=1, lon=2, precision_km=3, government="OZZ.GOV"
    )
    nearer = Place(
        code="oz", name_ar="أوز", name_en="Oz", sort="city", lat=1.1, lon=2, precision_km=1, aliases=("عوز",)
    )
    merged = merge_places([_theatre("world", places=(city,)), _theatre("here", places=(nearer,))])["oz"]
    assert (merged.lat, merged.aliases, merged.government) == (1.1, ("عوز", "أوز"), "OZZ.GOV")
    paper = Source(code="oz", name_ar="أوز", name_en="Oz", sort="outlet", domains=("oz.example",))
    again = Source(code="oz", name_ar="أوز", name_en="Oz", sort="outlet", domains=("oz.test",))
    both = merge_sources([_theatre("world", sources=(paper,)), _theatre("here", sources=(again,))])["oz"]
    assert both.domains == ("oz.test", "oz.example")


def test_everything_above_a_place_is_found_and_a_circle_ends():
    def place(code: str, parent: str | None, *areas: str) -> Place:
        return Place(
            code=code, name_ar=code, name_en=code, sort="area", lat=0, lon=0, precision_km=1, parent=parent, areas=areas
        )

    places = {
        p.code: p for p in (place("a", "b", "c"), place("b", "d"), place("c", None), place("d", None), place("e", "e"))
    }
    assert places_above(places, "a") == {"b", "c", "d"}
    assert places_above(places, "e") == {"e"}
