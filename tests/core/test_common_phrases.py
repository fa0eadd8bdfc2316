"""No passphrase that people often choose counts as enough, in three languages and in the forms guessers try.

Lost without it: a meter that knows English only, and calls «я люблю тебя» strong.
"""

from __future__ import annotations

import random
from collections.abc import Iterable

import pytest
from common_phrases import COMMON, forms

from safeplan.vault import strength
from safeplan.vault.strength import estimate
from safeplan.vault.weak import Entry, WeakTables, weak_tables
from tests.campaign.selecting import Tries


def taken_for_enough(phrases: Iterable[str]) -> list[str]:
    return [phrase for phrase in phrases if estimate(phrase).enough]


@pytest.mark.row("K-05")
@pytest.mark.parametrize("language", COMMON)
def test_no_common_passphrase_counts_as_enough(language: str, tries: Tries) -> None:
    every = sorted({form for phrase in COMMON[language] for form in forms(phrase)})
    chosen = random.Random(20261123).sample(every, min(len(every), tries.of(len(every), daily=120)))
    assert taken_for_enough(chosen) == []


@pytest.mark.row("K-05")
def test_there_are_two_hundred_and_more_of_them() -> None:
    assert sum(len(set(phrases)) for phrases in COMMON.values()) >= 200
    assert all(len(set(phrases)) >= 60 for phrases in COMMON.values())


@pytest.mark.row("K-05", control=True)
def test_with_an_empty_list_of_weak_words_the_same_phrases_pass(
    monkeypatch: pytest.MonkeyPatch, tries: Tries
) -> None:
    """What the English tables of zxcvbn alone let through."""
    nothing = WeakTables({"x": Entry(1.0, "common")}, frozenset(), frozenset(), frozenset(), "")
    monkeypatch.setattr(strength, "weak_tables", lambda: nothing)
    for language in ("ru", "kk"):
        passed = taken_for_enough(COMMON[language])
        tries.figure(f"{language}_that_pass_without_the_list", len(passed))
        assert len(passed) > 5


@pytest.mark.row("K-05", control=True)
def test_one_gap_in_the_list_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = weak_tables()
    assert taken_for_enough(COMMON["en"]) == []
    gap = whole.phrases - {"onceuponatime"}
    lean = WeakTables(whole.words, whole.drawn, whole.stems, gap, whole.walks)
    monkeypatch.setattr(strength, "weak_tables", lambda: lean)
    assert taken_for_enough(COMMON["en"]) == ["once upon a time"]
