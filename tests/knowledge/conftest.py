"""A small theatre that is right in everything; each test spoils one thing of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hudna.errors import PackError
from hudna.knowledge import load_knowledge

FILES = {
    "theatre.toml": """\
id = "valley"
name_ar = "الوادي"
name_en = "The Valley"
timezone = "+03:00"
parties = ["NOR", "SUD"]

[expects]
documents = [1, 50]
"claims.hostilities.shelling" = [0, 40]
""",
    "actors.csv": """\
code,name_ar,name_en,sort,aliases,demonyms,cued,cue,first,last,parent
NOR,الشمال,North,country,دولة الشمال,شمالي|شمالية,,,,,
NOR.MOD,وزارة دفاع الشمال,Defence ministry of the North,office,,,,,,,
NOR.MOD.salem,سالم الشمالي,Salem,person,,,سالم,وزير|دفاع,2020-01-01,2021-12-31,
SUD,الجنوب,South,country,,جنوبي|جنوبية,,,,,
SUD.MIL.salem,سالم الجنوبي,Salem of the South,person,,,سالم,قائد,,,
""",
    "places.csv": """\
code,name_ar,name_en,sort,lat,lon,precision_km,parent,areas,aliases,names_by_side,government
valley,وادي الجسر,Bridge Valley,region,10.5,20.5,40,,,,,
bridge_town,بلدة الجسر,Bridgetown,town,10.4,20.4,3,valley,front,,NOR=الجسر الشمالي|SUD=الجسر الجنوبي,NOR
front,خط الوادي,Valley line,line,10.45,20.45,30,valley,,,,
""",
    "sources.csv": """\
code,name_ar,name_en,sort,aliases,domains,country
valley_news,أخبار الوادي,Valley News,agency,,valley-news.example,NOR
""",
    "agreements/truce.toml": """\
id = "V1"
title_ar = "هدنة الوادي"
title_en = "Valley truce"
parties = ["NOR", "SUD"]
guarantors = []
signed = "2021-03-01"
effective = "2021-03-01T09:00Z"
area = ["valley"]

[[obligations]]
id = "V1.1"
clause = "1"
sort = "ceasefire"
label_ar = "وقف إطلاق النار"
label_en = "Ceasefire"
obligors = ["NOR", "SUD"]
kinds = ["ceasefire.holding"]
against = ["hostilities.shelling"]
start = "2021-03-01T09:00Z"
continuing = true

[[obligations]]
id = "V1.2"
clause = "2"
sort = "handover"
label_ar = "تسليم البلدة"
label_en = "Town handed over"
obligors = ["SUD"]
beneficiaries = ["NOR"]
places = ["bridge_town"]
kinds = ["implementation.handover"]
quantity = 3
unit = "post"

[obligations.due]
date = "2021-03-20"
zone = "+03:00"
readings = ["by", "before"]

[[obligations.due.extensions]]
date = "2021-03-30"
announced = "2021-03-19"
by = "NOR"
source = "announcement"

[[obligations.variants]]
version = "NOR"
language = "en"
reading = "before"
text = "Before 20 March."
source = "archive"

[[obligations.quantities]]
amount = 3
unit = "post"

[[obligations.record]]
assessor = "SUD"
status = "planned"
date = "2021-03"
note = "Told in March."
source = "archive"

[[obligations]]
id = "V1.3"
clause = "3"
sort = "deployment_term"
label_ar = "مدة البعثة"
label_en = "Term of the mission"
obligors = []

[obligations.due]
date = "2022-03-01"
zone = "+03:00"
relative_to = "1 year from V1.1"
computed = true
""",
    "chronicle.toml": """\
[[events]]
id = "2021-03-01-truce"
first = "2021-03-01"
last = "2021-03-02"
kinds = ["ceasefire.agreed"]
places = ["valley"]
actors = ["NOR", "SUD"]
words = [["الهدنة", "إطلاق النار"], ["الوادي"]]
figures = [3]
title_ar = "هدنة الوادي"
title_en = "Valley truce"
source = "invented"
""",
}


@pytest.fixture
def valley(tmp_path: Path) -> Path:
    """The folder of a theatre without a fault."""
    folder = tmp_path / "valley"
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def spoil(valley: Path) -> Callable[..., PackError]:
    """Replace words in a file, load, and hand over the complaint with the line that it should name."""

    def _spoil(name: str, old: str, new: str) -> PackError:
        path = valley / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        path.write_text(text.replace(old, new), encoding="utf-8")
        with pytest.raises(PackError) as caught:
            load_knowledge(folders=[valley])
        assert caught.value.file == path
        assert caught.value.hint, "the message says how to mend it"
        return caught.value

    return _spoil
