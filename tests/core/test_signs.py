"""The warning signs: whole in every language, never a score, and nothing left open ever takes help away."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import msgspec
import pytest
from builders import fresh_database
from content_words import LANGUAGES, NEVER_SAID, texts
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from safeplan import errors
from safeplan.content import tables
from safeplan.content.resources import read_resource
from safeplan.content.signs import FEAR, WarningSigns, load_signs
from safeplan.records import signs as passes
from safeplan.records.signs import Review, SignForm

ROOT = Path(__file__).resolve().parents[2]
# The first sentence of the page has nineteen, and none is longer.
MOST_WORDS = 19
COMES_FIRST = {
    "neck",
    "forced",
    "weapon",
    "threat_kill",
    "about_to_leave",
    "have_left",
    "pregnancy",
    "afraid",
    "could_kill",
}
# What would make a rating of it. The one sentence that says there is none is left out before looking.
RATING = {
    "en": r"\d|%|score|\brisk level|\blow\b|\bhigh|assess|screen|validated|instrument|threshold|points?\b|total",
    "ru": r"\d|%|балл|уровень|низк|высок|оценк|скрининг|порог|сумма|процент|степень",
    "kk": r"\d|%|ұпай|деңгей|төмен қауіп|жоғары қауіп|бағалау|скрининг|шек\b|пайыз|дәреже",
}


@pytest.fixture
def db(tmp_path):
    yield from fresh_database(tmp_path)


def shown_texts(language: str) -> list[tuple[str, str]]:
    words = msgspec.toml.decode(read_resource(f"signs/{language}.toml"))
    return [(place, text) for place, text in texts(words) if place not in (".language",) and text]


def load_with(file: str, content: bytes, language: str) -> WarningSigns:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tables, "read_resource", lambda name: content if name == file else read_resource(name))
        loaded: WarningSigns = load_signs.__wrapped__(language)
        return loaded


# ── The words ───────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_signs_with_a_reason_and_a_source(language: str) -> None:
    signs = load_signs(language)
    assert [one.id for one in signs.signs] == [one.id for one in load_signs("en").signs]
    assert len([one for one in signs.signs if one.group != FEAR]) == 16
    assert {one.id for one in signs.signs if one.first} == COMES_FIRST
    named = {one.id for one in signs.sources}
    for one in signs.signs:
        assert one.why
        assert set(one.sources) <= named
        assert one.sources
    assert all(2000 < one.year < 2030 and one.name and one.kind for one in signs.sources)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_doctor_after_pressure_on_the_neck_says_what_can_go_wrong_and_who_is_told(language: str) -> None:
    step = next(one for one in load_signs(language).today if one.id == "doctor_neck")
    assert step.police_told == "may"
    assert step.risk


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_blames_orders_or_gives_the_program_away(language: str) -> None:
    banned = re.compile(NEVER_SAID[language], re.IGNORECASE)
    assert not [(place, text) for place, text in shown_texts(language) if banned.search(text)]
    assert not [place for place, text in shown_texts(language) if "!" in text]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_scored_counted_or_rated(language: str) -> None:
    """The sentence that says "no score" may; the counsellor's own instrument is named as theirs."""
    allowed = (".page.about[2]", ".page.counsellor_lines", ".page.from_lines")
    banned = re.compile(RATING[language], re.IGNORECASE)
    found = [(p, t) for p, t in shown_texts(language) if not p.startswith(allowed) and banned.search(t)]
    assert found == []
    assert banned.search({"en": "score", "ru": "балл", "kk": "ұпай"}[language])


def test_no_code_of_the_signs_counts_or_adds() -> None:
    """One as good as many: a count that nobody makes is a score that nobody shows."""
    files = ["safeplan/content/signs.py", "safeplan/records/signs.py", "safeplan/records/certified.py"]
    files += [path.relative_to(ROOT).as_posix() for path in (ROOT / "ui").rglob("sign*.py")]
    assert "ui/pages/signs.py" in files
    for file in files:
        for node in ast.walk(ast.parse((ROOT / file).read_text())):
            if isinstance(node, ast.Call):
                called = getattr(node.func, "id", getattr(node.func, "attr", ""))
                assert called not in {"len", "sum", "count", "Counter", "round", "max"}, (file, node.lineno)


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_short_enough_for_a_tired_reader(language: str) -> None:
    for place, text in shown_texts(language):
        for sentence in re.split(r"[.?…:;]\s", text):
            assert len(sentence.split()) <= MOST_WORDS, (place, sentence)


def test_no_sentence_was_left_in_another_language() -> None:
    english, russian = dict(shown_texts("en")), dict(shown_texts("ru"))
    for language in ("ru", "kk"):
        words = dict(shown_texts(language))
        assert words.keys() == english.keys()
        assert not [place for place, text in words.items() if not re.search("[а-яё]", text.lower())]
    assert not [place for place, text in shown_texts("kk") if text == russian[place]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_claims_a_review_that_has_not_been(language: str) -> None:
    signs = load_signs(language)
    assert (signs.reviewed_by, signs.reviewed_on) == ("", "")
    assert signs.words.from_review
    assert signs.checked_on.isoformat() == "2026-11-22"


@pytest.mark.parametrize(
    ("file", "old", "new", "where"),
    [
        ("signs/en.toml", "[signs.neck]\ntext", "[signs.neck]\nwords", "signs.neck"),
        ("signs/en.toml", "[signs.worse]", "[signs.worst]", "signs.worse"),
        ("signs/en.toml", "[today.rooms]", "[today.room]", "today.rooms"),
        ("signs/en.toml", 'risk = "The call stays', 'riks = "The call stays', "today.call"),
        ("signs/en.toml", 'language = "en"', 'language = "ru"', "language"),
        ("signs/en.toml", "how = ", "how_not = ", "page"),
        ("signs/shape.toml", 'sources = ["glass_2008"]', "sources = []", "signs.neck.sources"),
        ("signs/shape.toml", 'sources = ["glass_2008"]', 'sources = ["a_blog"]', "signs.neck.sources.a_blog"),
        (
            "signs/shape.toml",
            '["body", "weapons", "control", "leaving", "around", "fear"]',
            '["body"]',
            "groups.fear",
        ),
        ("signs/shape.toml", 'id = "jealousy"', 'id = "control"', "signs.control"),
        ("signs/shape.toml", "first = true", "weight = 3", "signs"),
        ("signs/shape.toml", "checked_on =", "chcked_on =", "chcked_on"),
        ("signs/en.toml", "[kinds]", "[sorts]\na = 1\n[kinds]", "sorts"),
        ("signs/en.toml", 'reviewed_by = ""', 'reviewed_by = "Someone"', "reviewed_on"),
    ],
)
def test_a_mistake_in_a_file_is_named_by_file_and_place(file: str, old: str, new: str, where: str) -> None:
    text = read_resource(file).decode()
    assert old in text
    with pytest.raises(errors.ContentBroken) as broken:
        load_with(file, text.replace(old, new, 1).encode(), "en")
    assert broken.value.facts["file"] == file
    assert str(broken.value.facts["where"]).startswith(where)


# ── Whether help for today comes first ──────────────────────────────────────────────────────────────────────────
SIGNS = load_signs("en")
IDS = [one.id for one in SIGNS.signs]
marks = st.dictionaries(st.sampled_from(IDS), st.sampled_from(passes.ANSWERS))
forms = st.builds(SignForm, marks=marks, fear=st.sampled_from(["", "  ", "I listen at night."]))


def kept(*held: SignForm) -> tuple[Review, ...]:
    return tuple(Review(str(n), "2026-03-02T18:40:00Z", "+05:00", form) for n, form in enumerate(held))


@pytest.mark.parametrize("sign", sorted(COMES_FIRST))
@pytest.mark.parametrize("answer", passes.ANSWERS)
def test_one_such_sign_is_enough_also_when_unsure(sign: str, answer: str) -> None:
    why = passes.reasons(SIGNS, SignForm({sign: answer}))
    assert [one.id for one in why.now] == [sign]
    assert why.comes_first


def test_all_other_signs_together_do_not_add_up_to_it() -> None:
    others = {one: "yes" for one in IDS if one not in COMES_FIRST}
    assert others
    assert not passes.reasons(SIGNS, SignForm(others)).comes_first
    assert passes.steps_today(SIGNS, SignForm(others), passes.reasons(SIGNS, SignForm(others))) == ()


def test_fear_in_her_own_words_alone_is_enough_and_nobody_reads_them() -> None:
    assert passes.reasons(SIGNS, SignForm(fear="қорқамын")).comes_first
    assert passes.reasons(SIGNS, SignForm(fear="it is calm just now")).comes_first
    assert not passes.reasons(SIGNS, SignForm(fear=" \n", note="a note")).comes_first


@given(form=forms, earlier=st.lists(forms, max_size=3), more=marks)
def test_more_marks_or_more_passes_never_take_help_away(form, earlier, more) -> None:
    why = passes.reasons(SIGNS, form, kept(*earlier))
    wider = SignForm({**more, **form.marks}, form.fear)
    assert passes.reasons(SIGNS, wider, kept(*earlier)).comes_first >= why.comes_first
    assert passes.reasons(SIGNS, form, kept(form, *earlier)).comes_first == why.comes_first
    steps = {one.id for one in passes.steps_today(SIGNS, form, why)}
    assert bool(steps) == why.comes_first
    wider_steps = passes.steps_today(SIGNS, wider, passes.reasons(SIGNS, wider, kept(*earlier)))
    assert {one.id for one in wider_steps} >= steps


@given(form=forms, earlier=st.lists(forms, min_size=1, max_size=3))
def test_unmarking_everything_changes_nothing_downward(form, earlier) -> None:
    before = passes.reasons(SIGNS, form, kept(*earlier))
    after = passes.reasons(SIGNS, SignForm(), kept(form, *earlier))
    assert after.comes_first == before.comes_first


def test_after_pressure_on_the_neck_the_doctor_stands_first() -> None:
    form = SignForm({"neck": "unsure"})
    steps = passes.steps_today(SIGNS, form, passes.reasons(SIGNS, form))
    assert steps[0].id == "doctor_neck"
    assert {"call", "one_person", "tonight"} <= {one.id for one in steps}
    later = passes.reasons(SIGNS, SignForm(), kept(form))
    assert passes.steps_today(SIGNS, SignForm(), later)[0].id == "doctor_neck"


# ── Kept over time ──────────────────────────────────────────────────────────────────────────────────────────────
def test_each_pass_is_dated_and_stays_as_it_was(db, clock) -> None:
    first = passes.keep_review(db, clock, SignForm({"control": "yes", "neck": "unsure"}, "Түнде ұйықтамаймын", "n"))
    clock.move(days=30)
    clock.offset = "+06:00"
    second = passes.keep_review(db, clock, SignForm({"control": "yes"}, "calmer"))
    assert passes.reviews(db) == (second, first)
    assert (first.made_at, first.zone, second.zone) == ("2026-03-02T18:40:00Z", "+05:00", "+06:00")
    assert passes.review(db, first.id).form.fear == "Түнде ұйықтамаймын"
    changes = passes.changed_since(first.form, second.form)
    assert (changes.new, changes.no_longer, changes.differently) == (frozenset(), {"neck"}, frozenset())


def test_two_passes_in_one_second_keep_their_order(db, clock) -> None:
    kept_ones = [passes.keep_review(db, clock, SignForm(note=str(number))) for number in range(4)]
    assert passes.reviews(db) == tuple(reversed(kept_ones))


def test_what_changed_is_said_by_name() -> None:
    changes = passes.changed_since(
        SignForm({"control": "yes", "neck": "unsure"}), SignForm({"neck": "yes", "weapon": "yes"})
    )
    assert changes.new == {"weapon"}
    assert changes.no_longer == {"control"}
    assert changes.differently == {"neck"}
    assert changes
    assert not passes.changed_since(SignForm({"neck": "yes"}), SignForm({"neck": "yes"}))


def test_one_pass_is_removed_and_the_others_stay(db, clock) -> None:
    first = passes.keep_review(db, clock, SignForm({"worse": "yes"}))
    second = passes.keep_review(db, clock, SignForm({"dying": "yes"}))
    passes.remove_review(db, first.id)
    assert passes.reviews(db) == (second,)
    for gone in (first.id, "unknown"):
        with pytest.raises(errors.NotThere):
            passes.remove_review(db, gone)
        with pytest.raises(errors.NotThere):
            passes.review(db, gone)


def test_a_blank_pass_is_kept_only_where_there_is_an_earlier_one(db, clock) -> None:
    with pytest.raises(errors.NothingWritten):
        passes.keep_review(db, clock, SignForm(fear=" "))
    passes.keep_review(db, clock, SignForm({"worse": "yes"}))
    blank = passes.keep_review(db, clock, SignForm())
    assert passes.reviews(db)[0] == blank


def test_an_answer_nobody_can_give_is_refused(db, clock) -> None:
    with pytest.raises(errors.Bug):
        passes.keep_review(db, clock, SignForm({"neck": "no"}))
    assert passes.reviews(db) == ()


def test_a_sign_of_another_edition_is_kept_and_left_out_of_the_page(db, clock) -> None:
    old = passes.keep_review(db, clock, SignForm({"a_sign_of_old": "yes", "worse": "yes"}))
    assert passes.review(db, old.id).form.marks["a_sign_of_old"] == "yes"
    assert [one.id for one in passes.marked(SIGNS, old.form)] == ["worse"]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(), note=st.text())
def test_any_words_come_back(tmp_path_factory, clock, words, note) -> None:
    for db in fresh_database(tmp_path_factory.mktemp("signs")):
        made = passes.keep_review(db, clock, SignForm({"worse": "yes"}, words, note))
        assert passes.reviews(db) == (made,)
        assert made.form.fear == words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
