"""The words about cases: one for every kind that is kept and for whatever stops a count in a pack."""

from __future__ import annotations

import pytest
from content_words import LANGUAGES

from safeplan.content.case_words import load_case_words
from safeplan.content.regions import REGIONS, load_region
from safeplan.records.cases import ITEM_KINDS


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_kinds_are_those_that_are_kept(language: str) -> None:
    words = load_case_words(language)
    assert tuple(one.id for one in words.kinds) == ITEM_KINDS
    # Two kinds with the same words could not be told apart in a list.
    assert len({one.words.name for one in words.kinds}) == len(ITEM_KINDS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_stops_a_count_in_a_pack_has_words(language: str) -> None:
    known = load_case_words(language).stands_still
    for region in REGIONS:
        pack = load_region(region, language)
        assert {one for limit in pack.limits for one in limit.stands_still} <= set(known), region


def test_what_can_be_asked_for_after_a_refusal_is_in_the_pack_of_kazakhstan_and_in_no_other() -> None:
    wanted = set(load_case_words("en").refused)
    there = {region: wanted & {one.id for one in load_region(region, "en").cards} for region in REGIONS}
    assert there == {region: wanted if region == "kz" else set() for region in REGIONS}
