"""Numbers, orders and law cards: nothing without source and date, nothing that vanishes, nothing invented.

May touch: resources/regions/ through the loader. Must never check a number by calling it.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

import msgspec
import pytest
from content_words import LANGUAGES, MOST_WORDS, NEVER_SAID, texts
from hypothesis import given, settings
from hypothesis import strategies as st

from safeplan.content import tables
from safeplan.content.regions import Fact, Region, line, load_region
from safeplan.content.resources import read_resource
from safeplan.errors import ContentBroken

if TYPE_CHECKING:
    from conftest import MovableClock

FACTS = "regions/kz/facts.toml"
FILES = (FACTS, *(f"regions/kz/{language}.toml" for language in LANGUAGES))
NOT_SHIPPED = ("114", "109", "119", "NeMolchi", "НеМолчи", "+7", "8 800")


def load_with(file: str, content: bytes, language: str = "en") -> Region:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tables, "read_resource", lambda name: content if name == file else read_resource(name))
        return load_region.__wrapped__("kz", language)


def fault_of(file: str, content: bytes, language: str) -> dict[str, int | str] | None:
    """What ContentBroken says about it; None when it loads. Any other error is a failed test."""
    try:
        load_with(file, content, language)
    except ContentBroken as broken:
        return broken.facts
    return None


def facts_of(region: Region) -> tuple[Fact, ...]:
    return (*region.lines, *region.orders, *region.cards)


def shown_texts(language: str) -> list[tuple[str, str]]:
    words = msgspec.toml.decode(read_resource(f"regions/kz/{language}.toml"))
    return [(place, text) for place, text in texts(words) if place not in (".language", ".reviewed_by")]


# ── Sources and dates ───────────────────────────────────────────────────────────────────────────────────────────
def test_every_fact_names_its_source_and_when_it_was_checked() -> None:
    for fact in facts_of(load_region("kz", "en")):
        assert len(fact.source_title) >= 10, fact.id
        assert fact.source_date, fact.id
        assert fact.checked_on == date(2026, 11, 22), fact.id
        assert fact.checked_how == "stored copy", fact.id
        assert fact.confidence in ("2+", "law", "1"), fact.id


def test_numbers_are_looked_at_after_90_days_and_law_after_180() -> None:
    region = load_region("kz", "en")
    for fact in (*region.lines, *region.orders, *region.cards):
        about_numbers = fact in region.lines or fact.id in ("code_word_102", "call_traces")
        assert fact.expires_on - fact.checked_on == timedelta(days=90 if about_numbers else 180), fact.id


@pytest.mark.parametrize(
    "field", ["source_title", "source_date", "checked_on", "checked_how", "confidence", "expires_on"]
)
def test_an_entry_without_source_or_date_is_refused(field: str) -> None:
    """Whichever entry lacks it, the file does not load and the entry is named."""
    content = read_resource(FACTS).decode()
    found = list(re.finditer(rf"^{field} = .*\n", content, re.MULTILINE))
    assert len(found) == len(facts_of(load_region("kz", "en")))
    for one in found:
        owner = re.findall(r'^id = "(.*)"', content[: one.start()], re.MULTILINE)[-1]
        with pytest.raises(ContentBroken) as refused:
            load_with(FACTS, (content[: one.start()] + content[one.end() :]).encode())
        assert refused.value.facts["file"] == FACTS
        assert owner in str(refused.value.facts["where"])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('source_date = "2026-03-03"', 'source_date = "last spring"'),
        ('checked_how = "stored copy"', 'checked_how = "from memory"'),
        ("expires_on = 2027-02-20", "expires_on = 2026-11-22"),
        ('confidence = "1"', 'confidence = "sure"'),
        ('may_tell_police = "unknown"', 'may_tell_police = ""'),
        ('id = "crisis_150"', 'id = "police_102"'),
        ('"crisis_150"]', '"crisis_999"]'),
    ],
)
def test_an_entry_that_is_vague_about_itself_is_refused(old: str, new: str) -> None:
    content = read_resource(FACTS).decode()
    assert old in content
    with pytest.raises(ContentBroken) as refused:
        load_with(FACTS, content.replace(old, new, 1).encode())
    assert refused.value.facts["file"] in FILES


# ── Time passes ─────────────────────────────────────────────────────────────────────────────────────────────────
def test_a_number_turns_amber_on_its_day_and_stays_on_the_page(clock: MovableClock) -> None:
    region = load_region("kz", "en")
    police = line(region, "police_102")
    clock.moment = clock.moment.replace(year=2027, month=2, day=19)
    assert not police.expired(clock.now().date())
    assert region.badge(police, clock.now().date()) == ""
    clock.move(days=1)
    assert police.expired(clock.now().date())
    assert "checked long ago" in region.badge(police, clock.now().date())
    clock.move(days=3000)
    load_region.cache_clear()
    later = load_region("kz", "en")
    assert all(fact.expired(clock.now().date()) for fact in facts_of(later))
    assert [fact.id for fact in facts_of(later)] == [fact.id for fact in facts_of(region)]


@given(st.dates(date(2026, 11, 22), date(2100, 1, 1)))
def test_what_is_expired_stays_expired(today: date) -> None:
    for fact in facts_of(load_region("kz", "en")):
        assert fact.expired(today) == (today >= fact.expires_on)
        assert not fact.expired(today) or fact.expired(today + timedelta(days=1))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_older_line_says_that_it_is_not_confirmed(language: str) -> None:
    region = load_region("kz", language)
    assert "2023" in region.badge(line(region, "crisis_150"), date(2026, 12, 1))
    assert line(region, "crisis_150").may_tell_police == "unknown"


# ── What the pack says ──────────────────────────────────────────────────────────────────────────────────────────
def test_the_numbers_are_the_five_that_were_found_and_the_police_stand_first() -> None:
    assert [one.value for one in load_region("kz", "en").lines] == ["102", "112", "103", "111", "150"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_for_other_things_and_unsafe_ones_are_nowhere(language: str) -> None:
    everything = [(FACTS, read_resource(FACTS).decode()), *shown_texts(language)]
    for unwanted in NOT_SHIPPED:
        assert not [place for place, text in everything if re.search(rf"(?<!\d){re.escape(unwanted)}(?!\d)", text)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_answers_what_a_caller_needs_to_know(language: str) -> None:
    for one in load_region("kz", language).lines:
        for answer in (one.purpose, one.when_you_call, one.cost, one.hours, one.languages, one.traces, one.police):
            assert len(answer) >= 5, one.id
        assert one.leaves_traces == "yes"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_two_lines_that_are_always_true_name_102_and_112(language: str) -> None:
    always = load_region("kz", language).always
    assert [one.id for one in always] == ["danger_now", "not_advice"]
    assert "102" in always[0].text
    assert "112" in always[0].text


@pytest.mark.parametrize("language", LANGUAGES)
def test_thoughts_of_dying_lead_to_numbers(language: str) -> None:
    region = load_region("kz", language)
    assert [line(region, one).value for one in region.dying_lines] == ["112", "103", "111", "150"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_protective_order_runs_30_days_from_handing_over(language: str) -> None:
    region = load_region("kz", language)
    order = next(one for one in region.orders if one.id == "protective_order")
    assert (order.days, order.starts, order.check_every_days) == (30, "handed_over", 7)
    assert "30" in order.how_long
    for text in (order.breach, next(one.text for one in region.cards if one.id == "order_breach")):
        assert {"461", "10", "20"} <= set(re.findall(r"\d+", text))


def test_shelters_are_never_called_confidential() -> None:
    card = next(one for one in load_region("kz", "en").cards if one.id == "shelters_police")
    assert "inform the police" in card.text
    assert not [place for place, text in shown_texts("en") if "confidential" in text or "anonym" in text]


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_figures_agree_between_languages(language: str) -> None:
    """A slip in one digit of one language is the kind of mistake nobody sees."""
    english = {place: sorted(re.findall(r"\d+", text)) for place, text in shown_texts("en")}
    assert {place: sorted(re.findall(r"\d+", text)) for place, text in shown_texts(language)} == english


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_are_plain_short_and_without_blame(language: str) -> None:
    banned = re.compile(NEVER_SAID[language], re.IGNORECASE)
    for place, text in shown_texts(language):
        assert not banned.search(text), (place, text)
        assert "!" not in text, place
        for sentence in re.split(r"[.?]\s", text):
            assert len(sentence.split()) <= MOST_WORDS, (place, sentence)


# ── Broken files ────────────────────────────────────────────────────────────────────────────────────────────────
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_damaged_pack_is_named_and_never_a_traceback(data: st.DataObject) -> None:
    file = data.draw(st.sampled_from(FILES))
    content = read_resource(file)
    start = data.draw(st.integers(0, len(content)))
    length = data.draw(st.integers(0, 300))
    put_in = data.draw(st.binary(max_size=8))
    language = "en" if file == FACTS else file[11:13]
    fault = fault_of(file, content[:start] + put_in + content[start + length :], language)
    assert fault is None or (fault["file"] in FILES and fault["where"])


@pytest.mark.parametrize(("region", "language"), [("zz", "en"), ("kz", "xx"), ("../kz", "en")])
def test_an_unknown_pack_or_language_is_refused(region: str, language: str) -> None:
    with pytest.raises(ContentBroken):
        load_region(region, language)
