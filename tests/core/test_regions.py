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
from safeplan.content.regions import REGIONS, Fact, Region, line, load_region
from safeplan.content.resources import read_resource
from safeplan.errors import ContentBroken

if TYPE_CHECKING:
    from tests.conftest import MovableClock

FACTS = "regions/kz/facts.toml"
FILES = (FACTS, *(f"regions/kz/{language}.toml" for language in LANGUAGES))
NOT_SHIPPED = ("119", "NeMolchi", "НеМолчи", "+7", "8 800")
# Read when the pack was made; 102, 103 and 112 stay right.
MADE = date(2026, 11, 22)


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
    return region.facts


def shown_texts(language: str, region: str = "kz") -> list[tuple[str, str]]:
    words = msgspec.toml.decode(read_resource(f"regions/{region}/{language}.toml"))
    hidden = (".language", ".reviewed_by", ".reviewed_on")
    return [(place, text) for place, text in texts(words) if place not in hidden and text != "unknown"]


# ── Sources and dates ───────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("region", REGIONS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fact_names_its_source_and_when_it_was_checked(region: str, language: str) -> None:
    for fact in facts_of(load_region(region, language)):
        assert len(fact.source_title) >= 7, fact.id
        assert fact.source_date, fact.id
        assert fact.checked_on == MADE, fact.id
        assert fact.checked_how == "stored copy", fact.id
        assert fact.confidence in ("2+", "law", "1"), fact.id


@pytest.mark.parametrize("region", ["kz", "ew"])
def test_numbers_are_looked_at_after_90_days_and_law_after_180(region: str) -> None:
    pack = load_region(region, "en")
    calls = [*pack.lines, *pack.not_for_this, *(card for card in pack.cards if card.topic == "calls")]
    for fact in facts_of(pack):
        if fact.expires_on is not None:
            about_calls = fact in calls or fact.id == "school_111"
            assert fact.expires_on - fact.checked_on == timedelta(days=90 if about_calls else 180), fact.id


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_the_law_is_named_in_her_language(language: str) -> None:
    """A source line in English says nothing to her, and nothing to an officer she shows it to."""
    for fact in facts_of(load_region("kz", language)):
        named = fact.source_title.split("; ")
        assert all(re.search("[а-яәғқңөұүһі]", one, re.IGNORECASE) or "." in one.split(" ")[0] for one in named), (
            named
        )
        assert "art." not in fact.source_title


@pytest.mark.parametrize("field", ["sources", "source_date", "checked_on", "checked_how", "confidence", "expires_on"])
def test_an_entry_without_source_or_date_is_refused(field: str) -> None:
    """Whichever entry lacks it, the file does not load and the entry is named. 102, 103 and 112 need no last day."""
    content = read_resource(FACTS).decode()
    entries = content.index("[[lines]]")
    found = list(re.finditer(rf"^{field} = .*\n", content[entries:], re.MULTILINE))
    emergency = 3 if field == "expires_on" else 0
    assert len(found) == len(facts_of(load_region("kz", "en"))) - emergency
    for one in found[:: max(1, len(found) // 12)]:
        before, after = content[: entries + one.start()], content[entries + one.end() :]
        owner = re.findall(r'^id = "(.*)"', before, re.MULTILINE)[-1]
        with pytest.raises(ContentBroken) as refused:
            load_with(FACTS, (before + after).encode())
        assert refused.value.facts["file"] == FACTS
        assert owner in str(refused.value.facts["where"])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('source_date = "2026-03-03"', 'source_date = "last spring"'),
        ('checked_how = "stored copy"', 'checked_how = "from memory"'),
        ("expires_on = 2027-02-20", "expires_on = 2026-11-22"),
        ("expires_on = 2027-02-20", "expires_on = 2036-11-22"),
        ("emergency = true", "emergency = false"),
        ("emergency = true", 'emergency = "yes"'),
        ('source_date = "2026-03-03"', 'source_date = "2026-13-03"'),
        ('"law_245 60"', '"law_2009 60"'),
        ('"zakon_102", "egov_112"', '"zakon_102", "egov_112", "nobody_names_me"'),
        ('always = ["danger_now", "not_advice"]', 'always = ["not_advice"]'),
        ('languages = ["kk", "ru", "en"]', 'languages = ["kk", "ru"]'),
        ('edition = "2026-11-22"', 'edition = "2026-11-22"\nedittion = "x"'),
        ('value = "111"', 'value = "one one one"'),
        ('ru = "Мне нужен переводчик."', 'xx = "?"'),
        ('confidence = "1"', 'confidence = "sure"'),
        ('may_tell_police = "unknown"', 'may_tell_police = ""'),
        ('may_tell_police = "unknown"\n', ""),
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
def test_a_number_says_its_age_from_its_day_on_and_stays_on_the_page(clock: MovableClock) -> None:
    region = load_region("kz", "en")
    family = line(region, "state_111")
    clock.moment = clock.moment.replace(year=2027, month=2, day=19)
    assert not family.expired(clock.now().date())
    assert region.badge(family, clock.now().date()) == "Check before you rely on it."
    clock.move(days=1)
    assert family.expired(clock.now().date())
    assert "checked a while ago" in region.badge(family, clock.now().date())
    clock.move(days=3000)
    load_region.cache_clear()
    later = load_region("kz", "en")
    assert [fact.id for fact in facts_of(later)] == [fact.id for fact in facts_of(region)]
    fresh = [fact.id for fact in facts_of(later) if not fact.expired(clock.now().date())]
    assert fresh == ["police_102", "rescue_112", "ambulance_103"]


@given(st.dates(MADE, date(2200, 1, 1)))
def test_what_is_expired_stays_expired_and_emergency_numbers_never_are(today: date) -> None:
    for fact in facts_of(load_region("kz", "en")):
        if fact.id in ("police_102", "rescue_112", "ambulance_103"):
            assert not fact.expired(today)
        else:
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
    region = load_region("kz", language)
    assert [one.value for one in region.not_for_this] == ["1414", "114", "109"]
    for number in ("114", "109"):
        assert not [place for place, text in shown_texts(language) if re.search(rf"(?<!\d){number}(?!\d)", text)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_punishment_is_printed_where_today_s_is_not_known(language: str) -> None:
    """Article 73 was changed several times; no figure in its card but the article's own."""
    insult = next(one for one in load_region("kz", language).offences if one.id == "insult_at_home")
    assert not re.search(r"\d", insult.title + insult.text + insult.punishment)
    words = " ".join(text for _place, text in shown_texts(language)).lower()
    assert not [one for one in ("мрп", "mrp", "аек", "тенге", "теңге", "tenge") if one in words]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_police_have_to_do_is_a_list_with_the_article_of_each(language: str) -> None:
    duties = load_region("kz", language).duties
    assert len(duties) == 12
    for one in duties:
        assert bool(one.articles) == (one.id != "take_statement"), one.id
    assert "72(3)(3)" in next(one.articles for one in duties if one.id == "belongings")


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_can_stop_a_case_depends_on_the_article(language: str) -> None:
    rules = {one.id: one for one in load_region("kz", language).withdrawal_rules}
    assert (rules["statement"].on_complaint, rules["statement"].settled) == ("yes", "once")
    assert rules["goes_on_anyway"].on_complaint == "no"
    assert rules["never_settled"].settled == "no"
    limits = {one.id: (one.days, one.months) for one in load_region("kz", language).limits}
    assert limits == {"two_months": (0, 2), "three_days": (3, 0), "longer_limits": (0, 0)}


# ── The other packs ─────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("language", LANGUAGES)
def test_england_and_wales_has_its_numbers_and_lengths(language: str) -> None:
    pack = load_region("ew", language)
    assert [one.value for one in pack.lines] == ["999", "101", "0808 2000 247", "0808 801 0327", "0800 999 5428"]
    assert "999" in pack.always_text("danger_now")
    lengths = {one.id: (one.days, one.days_most) for one in pack.orders}
    assert (lengths["dvpn"], lengths["dvpo"]) == ((2, 0), (14, 28))
    assert "55" in next(one.text for one in pack.cards if one.id == "silent_55")


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_country_there_is_no_number_anywhere_and_the_way_to_one_s_own_is_told(language: str) -> None:
    pack = load_region("intl", language)
    assert pack.facts == ()
    assert (pack.phrases, pack.dying_lines) == ((), ())
    assert not [text for _place, text in shown_texts(language, "intl") if re.search(r"\d", text)]
    assert len(pack.about) == 3
    assert pack.always_text("danger_now")
    assert pack.must_check


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("region", REGIONS)
def test_unknown_is_said_in_a_sentence_and_never_as_a_bare_word(region: str, language: str) -> None:
    marks = {"badge", "articles", "note", "may_tell_police", "on_the_bill", "leaves_traces", "reports_to_police"}
    marks |= {"on_complaint", "settled", "breach_card", "counts_from"}
    for fact in facts_of(load_region(region, language)):
        for field, text in msgspec.structs.asdict(fact).items():
            assert field in marks or text not in ("unknown", ""), (fact.id, field)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_answers_what_a_caller_needs_to_know(language: str) -> None:
    for one in load_region("kz", language).lines:
        said = (one.purpose, one.when_you_call, one.cost, one.hours, one.languages, one.by_message)
        for answer in (*said, one.traces, one.bill, one.police):
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
    assert {one.reports_to_police for one in load_region("kz", "en").shelter} == {"yes"}
    assert not [place for place, text in shown_texts("en") if "confidential" in text or "anonym" in text]


@pytest.mark.parametrize("region", REGIONS)
@pytest.mark.parametrize("language", ["ru", "kk"])
def test_figures_agree_between_languages(region: str, language: str) -> None:
    """A slip in one digit of one language is the kind of mistake nobody sees."""
    english = {place: sorted(re.findall(r"\d+", text)) for place, text in shown_texts("en", region)}
    assert {place: sorted(re.findall(r"\d+", text)) for place, text in shown_texts(language, region)} == english


@pytest.mark.parametrize("region", REGIONS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_are_plain_short_and_without_blame(region: str, language: str) -> None:
    banned = re.compile(NEVER_SAID[language], re.IGNORECASE)
    for place, text in shown_texts(language, region):
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
