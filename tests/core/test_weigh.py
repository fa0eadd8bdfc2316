"""What matters to her: every way has a price, nothing is added up, and what she said stays hers."""

from __future__ import annotations

import re
from datetime import date

import pytest
from builders import fresh_database
from content_words import LANGUAGES, NEVER_SAID, said_in
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from safeplan import errors
from safeplan.content import tables
from safeplan.content.guide import load_guide, suggestion
from safeplan.content.resources import read_resource
from safeplan.content.weigh import LEVELS, SHAPE, Weighing, load_weighing
from safeplan.records import weights as record
from safeplan.records.weights import (
    AddOwn,
    Again,
    ClearAll,
    OwnPath,
    RemoveOwn,
    Weigh,
    Weights,
    Write,
    change_weights,
    changed,
    put_weights,
)

# What would turn it into a test, a ranking or advice. The sentence that says there is none is left out before.
RANKING = {
    "en": r"\d|%|score|points|best|better choice|recommend|advis|rank|total|sum\b|\bsafest|\bmust\b|should",
    "ru": r"\d|%|балл|лучший|лучше всего|рекоменд|советуем|рейтинг|итог|сумма|должны|следует|самый безопасн",
    "kk": r"\d|%|ұпай|ең жақсы|ең дұрыс|ұсынамыз|кеңес береміз|рейтинг|жиынтық|пайыз|керексіз|тиіссіз",
}
LEAVE_OR_STAY = {
    "en": r"\b(leave|stay|go) (now|with|away|home)\b(?! some)|it is time|get out",
    "ru": r"\b(уходите|уйдите|останьтесь|оставайтесь|бегите|вернитесь|пора)\b",
    "kk": r"\b(кетіңіз|қалыңыз|қашыңыз|оралыңыз|қайтыңыз)\b",
}


@pytest.fixture
def db(tmp_path):
    yield from fresh_database(tmp_path)


def load_with(file: str, content: bytes, language: str = "en") -> Weighing:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tables, "read_resource", lambda name: content if name == file else read_resource(name))
        loaded: Weighing = load_weighing.__wrapped__(language)
        return loaded


# ── The words ───────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_values_and_ways_in_the_same_order(language: str) -> None:
    mine, english = load_weighing(language), load_weighing("en")
    assert [one.id for one in mine.values] == [one.id for one in english.values]
    assert [one.id for one in mine.ways] == [one.id for one in english.ways]
    for here, there in zip(mine.ways, english.ways, strict=True):
        assert list(here.serves) == list(there.serves)
        assert list(here.costs) == list(there.costs)
    assert len(mine.levels) == len(set(mine.levels)) == len(LEVELS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_way_may_serve_something_may_cost_something_and_leaves_something_unknown(language: str) -> None:
    for way in load_weighing(language).ways:
        assert way.serves
        assert way.costs
        assert len(way.unknown) >= 2
        assert way.risk
        assert way.less


def test_safety_stands_on_both_sides_or_among_the_costs_and_no_way_is_free_of_it() -> None:
    """No way makes safe, so none may be silent about it; the shelter says its own in the risk."""
    for way in load_weighing("en").ways:
        assert "safe" in {*way.serves, *way.costs}
        assert "safe" in way.costs or way.id == "shelter"
    served = {one for way in load_weighing("en").ways for one in (*way.serves, *way.costs)}
    assert served == {one.id for one in load_weighing("en").values}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_ranks_counts_or_tells_her_to_leave_or_to_stay(language: str) -> None:
    words = [(place, text) for place, text in said_in(f"weigh/{language}.toml").items()]
    not_about = [(place, text) for place, text in words if not place.startswith(".page.about")]
    assert not [one for one in not_about if re.search(RANKING[language], one[1], re.IGNORECASE)]
    assert not [one for one in words if re.search(LEAVE_OR_STAY[language], one[1], re.IGNORECASE)]
    assert not [one for one in words if re.search(NEVER_SAID[language], one[1], re.IGNORECASE)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_that_makes_a_way_less_costly_is_in_the_guide_for_everyone(language: str) -> None:
    guide = load_guide(language)
    for way in load_weighing(language).ways:
        for part in way.less:
            assert guide.head(part.section) is not None
            for one in part.steps:
                found = suggestion(guide, part.section, one)
                assert found is not None, one
                assert not found.situations, one


def test_what_can_bring_the_police_says_so() -> None:
    told = {one.id: one.police_told for one in load_weighing("en").ways}
    assert told["order"] == "yes"
    assert told["shelter"] == told["one_person"] == "may"


@pytest.mark.parametrize(
    ("file", "old", "new", "where"),
    [
        (SHAPE, '"person", "animals", "town", "talk"]', '"persn"]', "paths.stay.serves.persn"),
        (SHAPE, '"safe", "children", "calm", "money", "home", "work"', '"safe", "safe", "calm"', "values.safe"),
        (SHAPE, 'levels = ["none", "little"', 'levels = ["little", "none"', "levels"),
        (SHAPE, 'costs = ["safe", "children", "calm", "free"]', "costs = []", "paths.wait.costs"),
        (SHAPE, 'police_told = "yes"', 'police_tld = "yes"', "paths"),
        ("weigh/en.toml", "[values.safe]", "[values.save]", "values.safe"),
        ("weigh/en.toml", 'much = "A lot"', "", "levels.much"),
        ("weigh/en.toml", "[paths.stay.serves]\nchildren = ", "[paths.stay.serves]\nchildrn = ", "paths.stay.serves"),
        ("weigh/en.toml", 'unknown = ["Whether promises will hold.", "Whether it', 'unkown = ["', "paths.stay"),
        ("weigh/en.toml", 'language = "en"', 'language = "ru"', "language"),
    ],
)
def test_a_fault_in_a_file_is_named_with_its_place(file: str, old: str, new: str, where: str) -> None:
    content = read_resource(file)
    assert old.encode() in content
    with pytest.raises(errors.ContentBroken) as broken:
        load_with(file, content.replace(old.encode(), new.encode(), 1))
    assert broken.value.facts["file"] == file
    assert str(broken.value.facts["where"]).startswith(where)


# ── What she says ───────────────────────────────────────────────────────────────────────────────────────────────
def test_how_much_it_matters_and_her_words_stay_with_their_day(db, clock):
    first = change_weights(db, clock, Weigh("children", "most"))
    said = first.said_on("children")
    clock.move(days=3)
    change_weights(db, clock, Write("children", "that they sleep"))
    kept = record.weights(db)
    assert (kept.level("children"), kept.words("children")) == ("most", "that they sleep")
    assert kept.rows["children"].changed_at == said
    assert kept.said_on("children") > said
    assert kept.level("home") == ""
    assert not kept.matters("home")


def test_what_does_not_matter_now_is_said_too_and_can_be_taken_back(db, clock):
    kept = change_weights(db, clock, Weigh("talk", "none"))
    assert kept.level("talk") == "none"
    assert not kept.matters("talk")
    change_weights(db, clock, Write("talk", "they talk anyway"))
    kept = change_weights(db, clock, Weigh("talk", ""))
    assert (kept.level("talk"), kept.words("talk")) == ("", "they talk anyway")
    assert change_weights(db, clock, Write("talk", "  ")).is_empty()


def test_saying_the_same_again_keeps_the_earlier_day(db, clock):
    before = change_weights(db, clock, Weigh("home", "little"))
    clock.move(days=5)
    assert change_weights(db, clock, Weigh("home", "little")) == before
    assert change_weights(db, clock, Weigh("home", "much")).said_on("home") > before.said_on("home")


def test_something_of_her_own_matters_keeps_its_name_and_goes_with_her_words(db, clock):
    with pytest.raises(errors.NothingWritten):
        change_weights(db, clock, AddOwn("   "))
    kept = change_weights(db, clock, AddOwn("  singing "))
    ((own, name),) = kept.own().items()
    assert name == "singing"
    assert kept.matters(own)
    change_weights(db, clock, Write(own, "on Thursdays"))
    kept = change_weights(db, clock, Weigh(own, "most"))
    assert (kept.level(own), kept.own(), kept.words(own)) == ("most", {own: "singing"}, "on Thursdays")
    assert change_weights(db, clock, Weigh(own, "")).own() == {own: "singing"}
    assert change_weights(db, clock, RemoveOwn(own)).is_empty()
    for change in (RemoveOwn(own), RemoveOwn("children"), Weigh(own, "most"), Weigh("path/what", "most")):
        with pytest.raises(errors.NotThere):
            change_weights(db, clock, change)


def test_a_way_of_her_own_and_a_day_to_look_again(db, clock):
    change_weights(db, clock, OwnPath("what", "half the week at my sister's"))
    kept = change_weights(db, clock, Again("2026-04-01"))
    assert kept.path("what") == "half the week at my sister's"
    assert (kept.due(date(2026, 3, 31)), kept.due(date(2026, 4, 1))) == (False, True)
    with pytest.raises(errors.DateImpossible):
        change_weights(db, clock, Again("2026-02-30"))
    assert record.weights(db) == kept
    assert not change_weights(db, clock, Again("")).due(date(2030, 1, 1))


def test_clearing_leaves_nothing(db, clock):
    for change in (
        Weigh("safe", "most"),
        Write("safe", "x"),
        AddOwn("y"),
        OwnPath("costs", "z"),
        Again("2026-04-01"),
    ):
        change_weights(db, clock, change)
    assert change_weights(db, clock, ClearAll()).is_empty()
    assert db.value("SELECT count(*) FROM weight") == 0


values = st.sampled_from(["safe", "children", "talk"])
changes_of_hers = st.lists(
    st.one_of(
        st.builds(Weigh, values, st.sampled_from(["", *LEVELS])),
        st.builds(Write, values, st.text(max_size=12)),
        st.builds(AddOwn, st.text(min_size=1, max_size=8).filter(lambda text: bool(text.strip()))),
        st.builds(OwnPath, st.sampled_from(record.PATH_PARTS), st.text(max_size=12)),
        st.builds(Again, st.dates().map(date.isoformat)),
        st.just(ClearAll()),
    ),
    max_size=12,
)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes_of_hers)
def test_the_store_and_the_memory_before_it_say_the_same(db, clock, done):
    change_weights(db, clock, ClearAll())
    memory = Weights()
    for change in done:
        memory = changed(memory, change, clock)
        in_store = change_weights(db, clock, change)
        # Ids of her own values are random; their names and levels are not.
        assert sorted(memory.own().values()) == sorted(in_store.own().values())
        for value in ("safe", "children", "talk"):
            assert memory.level(value) == in_store.level(value)
            assert memory.words(value) == in_store.words(value)
        assert [memory.path(one) for one in record.PATH_PARTS] == [in_store.path(one) for one in record.PATH_PARTS]
        assert memory.again == in_store.again
    change_weights(db, clock, ClearAll())
    put_weights(db, memory)
    assert dict(record.weights(db).rows) == dict(memory.rows)


def test_what_waited_in_memory_goes_over_what_the_store_has_and_takes_nothing_away(db, clock):
    change_weights(db, clock, Weigh("home", "much"))
    change_weights(db, clock, Weigh("safe", "little"))
    put_weights(db, changed(Weights(), Weigh("safe", "most"), clock))
    kept = record.weights(db)
    assert (kept.level("home"), kept.level("safe")) == ("much", "most")
