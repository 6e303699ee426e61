import json

from tests.cli.conftest import hudna


def cases(*found):
    return "\n".join(json.dumps(case, ensure_ascii=False) for case in found)


def test_every_case_gets_a_line_with_its_id():
    text = "وصل 32 شخصا"
    done = hudna("mentions", stdin=cases({"id": "n1", "text": text}, {"id": 2, "text": "لا شيء هنا"}))
    assert done.exit_code == 0, done.output
    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert (first["id"], second) == ("n1", {"id": 2, "found": []})
    (number,) = [mention for mention in first["found"] if mention["type"] == "number"]
    assert text[number["start"] : number["end"]].startswith("32")
    assert (number["lo"], number["hi"]) == (32, 32)


def test_types_can_be_chosen():
    done = hudna("mentions", "--type", "time", stdin=cases({"id": "n1", "text": "وصل 32 شخصا"}))
    assert json.loads(done.stdout) == {"id": "n1", "found": []}


def test_relative_times_count_from_the_reference():
    case = {"id": "t1", "text": "وصلوا أمس", "reference": "2020-10-10T00:00:00"}
    done = hudna("mentions", "--type", "time", stdin=cases(case))
    (found,) = json.loads(done.stdout)["found"]
    assert found["from"].startswith("2020-10-09")
    assert found["to"].startswith("2020-10-09")


def test_files_are_read_too(tmp_path):
    file = tmp_path / "cases.jsonl"
    file.write_text(cases({"id": "n1", "text": "خمسة"}), encoding="utf-8")
    assert json.loads(hudna("mentions", file).stdout)["id"] == "n1"
    assert hudna("mentions", tmp_path / "gone.jsonl").exit_code == 2


def test_a_line_that_is_no_case_is_said_and_the_rest_is_read():
    done = hudna("mentions", stdin='{"id": \n["a"]\n{"text": "x"}\n\n{"id": "n1", "text": "خمسة"}\n')
    assert done.exit_code == 1
    assert len(done.stdout.splitlines()) == 1
    assert all(f"-:{number}" in done.stderr for number in (1, 2, 3))
