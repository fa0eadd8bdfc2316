"""The words about pressure: one for every choice of the records, and law only from the pack."""

from __future__ import annotations

import pytest
from content_words import LANGUAGES

from safeplan.content.pressure_words import load_pressure_words
from safeplan.content.regions import load_region
from safeplan.records import pressure


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_choice_of_the_records_has_its_words(language: str) -> None:
    words = load_pressure_words(language)
    assert set(words.asked) == set(pressure.ASKED)
    assert set(words.paper) == {one for one in pressure.PAPER if one}
    assert set(words.kept) == {one for one in pressure.KEPT if one}


def test_what_ends_a_case_comes_from_the_pack_and_from_nowhere_else() -> None:
    words, pack = load_pressure_words("en"), load_region("kz", "en")
    found = words.facts(pack)
    assert {"before_signing", "goes_on_anyway", "never_settled", "keep_the_family"} <= set(found)
    assert set(found) <= {one.id for one in pack.cards}
    assert words.facts(None) == ()
    assert words.facts(load_region("intl", "en")) == ()
