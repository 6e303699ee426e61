import re

import pytest


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_map_begins_where_the_theatre_lies(desk, language):
    found = re.search(r'data-middle="([\d.]+),([\d.]+)"', desk.get(f"/{language}/map").text)
    lon, lat = map(float, found.groups())
    assert 45 < lon < 48
    assert 39 < lat < 41
    assert 'data-closest="8.0"' in desk.get(f"/{language}/map").text
