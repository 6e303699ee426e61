"""What packs say to people they say in both languages."""

import re

import pytest

from hudna.knowledge import load_knowledge, theatre_names


@pytest.mark.parametrize("theatre", theatre_names())
def test_what_is_publicly_known_is_told_in_both_languages(theatre):
    duties = [duty for agreement in load_knowledge([theatre]).agreements for duty in agreement.obligations]
    for duty in duties:
        for said in duty.record:
            assert said.note, duty.id
            assert re.search("[\u0621-\u064a]", said.note_ar), duty.id
            assert not re.search("[\u0621-\u064a]", said.note), duty.id
            assert re.findall(r"\d+", said.note.replace("%", "")) or not re.findall(r"\d{3,}", said.note_ar), duty.id
        assert re.search("[\u0621-\u064a]", duty.label_ar), duty.id
        assert not re.search("[\u0621-\u064a]", duty.label_en), duty.id


@pytest.mark.parametrize("theatre", theatre_names())
def test_the_numbers_of_both_are_the_same(theatre):
    for agreement in load_knowledge([theatre]).agreements:
        for duty in agreement.obligations:
            for said in duty.record:
                english, arabic = (set(re.findall(r"\d[\d,.]*\d|\d", text)) for text in (said.note, said.note_ar))
                assert english == arabic, duty.id


@pytest.mark.parametrize("theatre", theatre_names())
def test_a_clause_that_is_called_by_words_is_so_in_both(theatre):
    for agreement in load_knowledge([theatre]).agreements:
        for duty in agreement.obligations:
            worded = bool(re.search("[A-Za-z]{2,}", duty.clause))
            assert worded == bool(duty.clause_ar), duty.id
            assert not worded or re.search("[\u0621-\u064a]", duty.clause_ar), duty.id


@pytest.mark.parametrize("theatre", theatre_names())
def test_who_gives_a_version_is_a_code_or_told_in_both(theatre):
    knowledge = load_knowledge([theatre])
    codes = knowledge.actors.keys() | knowledge.sources.keys()
    for duty in (duty for agreement in knowledge.agreements for duty in agreement.obligations):
        for one in duty.variants:
            code = one.version in codes or one.version.rpartition(".")[0] in knowledge.actors
            assert code == (not one.version_ar), (duty.id, one.version)
            assert code or re.search("[\u0621-\u064a]", one.version_ar), duty.id
