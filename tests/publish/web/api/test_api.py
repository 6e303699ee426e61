"""The interface for programs: every answer is what the OpenAPI document says, and every page follows the one before."""

import json
import re
from urllib.parse import quote

import pytest
from lxml import etree

from hudna.ledger import ClaimFilter, Ledger
from hudna.publish.web.api.openapi import document
from hudna.publish.web.api.operations import OPERATIONS

DOCUMENT = json.loads(json.dumps(document()))
SCHEMAS = DOCUMENT["components"]["schemas"]
LISTS = [one.path for one in OPERATIONS if "{" not in one.path and one.path != "/"]
PAGED = ["/events", "/claims", "/documents", "/contradictions", "/breaches", "/judgements", "/log"]
TYPES = {"string": str, "integer": int, "number": (int, float), "boolean": bool, "null": type(None)}


def faults(value, schema, at="$"):
    """What in a value is not as its schema says: the words of JSON Schema that our document uses, and no others."""
    if "$ref" in schema:
        return faults(value, SCHEMAS[schema["$ref"].rpartition("/")[2]], at)
    if "anyOf" in schema:
        tried = [faults(value, one, at) for one in schema["anyOf"]]
        return [] if [] in tried else tried[0]
    if schema.get("type") == "object":
        return _object_faults(value, schema, at)
    if schema.get("type") == "array":
        return _array_faults(value, schema, at)
    if "enum" in schema:
        return [] if value in schema["enum"] else [f"{at}: {value!r} is none of {schema['enum']}"]
    right = TYPES[schema["type"]] if "type" in schema else object
    wrong = not isinstance(value, right) or (isinstance(value, bool) and schema.get("type") not in {None, "boolean"})
    return [f"{at}: {value!r} is no {schema['type']}"] if wrong else []


def _object_faults(value, schema, at):
    if not isinstance(value, dict):
        return [f"{at}: {value!r} is no object"]
    known = schema.get("properties", {})
    found = [f"{at}: {name} is missing" for name in schema.get("required", []) if name not in value]
    more = schema.get("additionalProperties", {})
    for name, inner in value.items():
        if name not in known and "properties" in schema:
            found.append(f"{at}: {name} is unknown")
        found += faults(inner, known.get(name, more), f"{at}.{name}")
    return found


def _array_faults(value, schema, at):
    if not isinstance(value, list):
        return [f"{at}: {value!r} is no list"]
    first = schema.get("prefixItems", [])
    if len(value) < schema.get("minItems", 0) or len(value) > schema.get("maxItems", len(value)):
        return [f"{at}: {len(value)} items"]
    inner = [first[number] if number < len(first) else schema.get("items", {}) for number in range(len(value))]
    return [fault for number, one in enumerate(value) for fault in faults(one, inner[number], f"{at}[{number}]")]


def answered(desk, path, status=200, key="", **asked):
    """The JSON of an answer, held against the document."""
    answer = desk.get("/api/v1" + path.replace("{id}", quote(key, safe="")), params=asked)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/json"
    told = DOCUMENT["paths"][path]["get"]["responses"][str(status)]
    assert faults(answer.json(), told["content"]["application/json"]["schema"]) == []
    return answer.json()


@pytest.fixture(scope="module")
def ids(sample):
    with Ledger.open(sample) as ledger:
        event = next(event for event in ledger.events() if len(event.claims) > 1)
        claim = next(iter(ledger.claims(ClaimFilter(kinds=("casualties",)))))
        return {"/events/{id}": event.id, "/claims/{id}": claim.id, "/documents/{id}": claim.doc}


@pytest.mark.parametrize("path", [*LISTS, "/"])
def test_every_list_is_as_the_document_says(desk, path):
    answered(desk, path)


@pytest.mark.parametrize("path", ["/events/{id}", "/claims/{id}", "/documents/{id}"])
def test_every_thing_is_as_the_document_says(desk, ids, path):
    answered(desk, path, key=ids[path])
    told = answered(desk, path, status=404, key="there is/no such thing")
    assert told["error"]["status"] == 404


def test_the_sample_is_told(desk):
    for path in (
        "/events",
        "/claims",
        "/documents",
        "/contradictions",
        "/duties",
        "/counts/days",
        "/counts/places",
        "/log",
    ):
        assert answered(desk, path)["items"], path


@pytest.mark.parametrize("path", PAGED)
def test_pages_follow_each_other_and_hold_everything_once(desk, path):
    whole = answered(desk, path, size=500)
    assert whole["next"] is None
    found, address = [], f"/api/v1{path}?size=7"
    while address:
        told = desk.get(address).json()
        assert len(told["items"]) <= 7
        found += told["items"]
        address = told["next"]
    assert found == whole["items"]


def test_filters_are_those_of_the_pages(desk):
    killed = answered(desk, "/events", kind=["casualties.killed", "casualties.wounded"], size=500)["items"]
    assert {one["kind"] for one in killed} == {"casualties.killed", "casualties.wounded"}
    some = answered(desk, "/events", first="2023-09-19", last="2023-09-20", disputed=True)["items"]
    assert all("2023-09-19" <= one["when"][0][:10] <= "2023-09-20" for one in some)
    assert all(any(two["sort"] == "exclusive" for two in one["contradictions"]) for one in some)
    english = answered(desk, "/claims", q="Karabakh", size=500)["items"]
    assert english
    assert english == answered(desk, "/claims", q="قره باغ", size=500)["items"]


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("/events", {"first": "yesterday"}),
        ("/events", {"size": 0}),
        ("/events", {"size": 501}),
        ("/events", {"disputed": "perhaps"}),
        ("/events", {"after": "nonsense"}),
        ("/claims", {"modality": "sure"}),
        ("/claims", {"colour": "red"}),
        ("/counts/days", {"grain": "hour"}),
    ],
)
def test_what_cannot_be_asked_is_refused_in_one_shape(desk, path, asked):
    told = answered(desk, path, status=400, **asked)
    assert told["error"]["reason"]


def test_an_address_that_is_none_is_refused_in_the_same_shape(desk):
    answer = desk.get("/api/v1/nowhere")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/json")
    assert faults(answer.json(), {"$ref": "#/components/schemas/Trouble"}) == []
    assert desk.post("/api/v1/events").status_code in {403, 405}


# --- the document -----------------------------------------------------------------------------------------------------


def _references(node):
    if isinstance(node, dict):
        if "$ref" in node:
            yield node["$ref"]
        node = list(node.values())
    if isinstance(node, list):
        for one in node:
            yield from _references(one)


def test_the_document_is_served_and_holds_together(desk):
    told = desk.get("/api/v1/openapi.json").json()
    assert told == DOCUMENT
    assert told["openapi"] == "3.1.0"
    for reference in _references(told):
        assert reference.removeprefix("#/components/schemas/") in SCHEMAS, reference
    assert all(re.fullmatch(r"[a-zA-Z0-9._-]+", name) for name in SCHEMAS)


def test_every_operation_is_named_once_and_its_path_says_its_parameters(desk):
    operations = [one["get"] for one in DOCUMENT["paths"].values()]
    names = [one["operationId"] for one in operations]
    assert len(set(names)) == len(names)
    for path, one in DOCUMENT["paths"].items():
        told = one["get"]["parameters"]
        assert {two["name"] for two in told if two["in"] == "path"} == set(re.findall(r"\{(\w+)\}", path))
        assert all(two["schema"].keys() & {"type", "enum"} for two in told), path
        assert "null" not in json.dumps(told), path


def test_every_address_of_the_document_answers(desk, ids):
    for path in DOCUMENT["paths"]:
        address = path.replace("{id}", quote(ids.get(path, ""), safe=""))
        assert desk.get(f"/api/v1{address}").status_code == 200, path


# --- changes and the feed ---------------------------------------------------------------------------------------------


def heard(desk, after=0):
    answer = desk.get("/api/v1/changes", params={"after": after})
    assert answer.headers["content-type"] == "application/jsonl"
    lines = [json.loads(line) for line in answer.text.splitlines()]
    schema = DOCUMENT["paths"]["/changes"]["get"]["responses"]["200"]["content"]["application/jsonl"]["schema"]
    assert [fault for line in lines for fault in faults(line, schema)] == []
    return lines


def test_a_follower_who_hears_everything_has_the_ledger(desk, sample):
    lines = heard(desk)
    with Ledger.open(sample) as ledger:
        events = {event.id for event in ledger.events()}
        claims = {claim.id for claim in ledger.claims()}
    assert {line["id"] for line in lines if line["what"] == "event"} == events
    told = {claim["id"] for line in lines if line["what"] == "document" for claim in line["claims"]}
    assert claims <= told
    assert [line["what"] for line in lines].count("end") == 1
    assert lines[-1]["what"] == "end"


def test_whoever_goes_on_from_the_end_hears_nothing_twice(desk):
    reached = heard(desk)[-1]["seq"]
    assert heard(desk, reached) == [{"seq": reached, "what": "end"}]
    middle = reached // 2
    assert all(line["seq"] > middle for line in heard(desk, middle))


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_feed_tells_new_events_in_both_languages(desk, language):
    answer = desk.get("/api/v1/feed.atom", params={"lang": language, "size": 20})
    assert answer.headers["content-type"].startswith("application/atom+xml")
    atom = "{http://www.w3.org/2005/Atom}"
    root = etree.fromstring(answer.content)
    entries = root.findall(f"{atom}entry")
    assert len(entries) == 20
    assert len({one.findtext(f"{atom}id") for one in entries}) == 20
    assert all(one.findtext(f"{atom}title") and one.findtext(f"{atom}updated") for one in entries)
    link = entries[0].find(f"{atom}link").get("href")
    assert link.startswith(f"http://localhost/{language}/events/")
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == language
