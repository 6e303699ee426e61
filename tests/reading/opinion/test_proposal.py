import json

import msgspec
import pytest
from tests.reading.opinion.conftest import proposal

from hudna.reading.opinion.proposal import Proposal, content_of, proposals_in
from hudna.reading.opinion.wire import BadAnswerError


def completion(**choice):
    return json.dumps({"id": "x", "choices": [choice]}).encode()


def test_the_words_of_the_first_choice():
    assert content_of(completion(message={"role": "assistant", "content": "{}"}, finish_reason="stop")) == "{}"
    assert content_of(completion(message={"content": "{}"})) == "{}"


BAD = {
    "nothing": (b"", "no chat completion"),
    "a page": (b"<html>", "no chat completion"),
    "a list": (b"[]", "no chat completion"),
    "an empty object": (b"{}", "no chat completion"),
    "a number for words": (b'{"choices": [{"message": {"content": 7}}]}', "no chat completion"),
    "no UTF-8": (b'{"choices": [{"message": {"content": "\xff"}}]}', "no chat completion"),
    "no choices": (b'{"choices": []}', "no words of the model"),
    "a refusal": (completion(message={"content": None, "refusal": "no"}), "no words of the model"),
    "cut off": (completion(message={"content": '{"claims": ['}, finish_reason="length"), "cut off"),
}


@pytest.mark.parametrize(("body", "reason"), BAD.values(), ids=BAD)
def test_what_is_no_answer(body, reason):
    with pytest.raises(BadAnswerError, match=reason):
        content_of(body)


def test_proposals_are_taken_one_by_one():
    assert len(proposals_in('{"claims": [{"kind": 1}, "nonsense", {}]}')) == 3
    assert proposals_in('{"claims": []}') == []


@pytest.mark.parametrize(
    "content",
    [
        "",
        "Sure! Here are the claims:",
        "```json\n{}\n```",
        '{"claims": [',
        "[]",
        "{}",
        '{"claims": {}}',
        '{"claims": [], "x": 1}',
    ],
)
def test_what_is_not_of_the_form(content):
    with pytest.raises(BadAnswerError, match="not answer with JSON of the form"):
        proposals_in(content)


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": None},
        {"background": "false"},
        {"by": "AZE.MOD"},
        {"when": ["2020-10-12"]},
        {"count": {"lo": "7", "hi": 7}},
        {"count": {"lo": 7, "hi": 7, "who": "soldier"}},
        {"confidence": 0.99},
        {"rule": "killed: the count stands after the verbal noun"},
        {"id": "c1"},
    ],
)
def test_a_record_is_strict(fields):
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(msgspec.json.encode(proposal("x", **fields)), type=Proposal)
