"""Stories of the help page: every fact with its source, nothing hidden because it is old, no store needed."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit

from safeplan.content.packs import fingerprint, read_pack
from safeplan.content.regions import load_region
from safeplan.content.welcome import load_welcome
from safeplan.records import drafts, own_numbers
from safeplan.records.own_numbers import NumberForm
from tests.pack_files import pack_text, signed
from tests.ui.page_stage import Stage
from ui.pages.help import HelpPage
from ui.theme import Look
from ui.widgets.late_unfold import LateUnfold


@pytest.fixture
def stage(qtbot, clock, tmp_path):
    """On the first evening, with no store."""
    return Stage(qtbot, clock, None, {"help": HelpPage}, elsewhere=("acute",), tmp_path=tmp_path)


def _whole(stage):
    page = stage.go("help")
    stage.qtbot.waitUntil(lambda: not page._waiting)
    stage.settle()
    return page


def _unfold(stage, page, *names):
    for name in names:
        page.sheet.ensureWidgetVisible(stage.find(name))
        stage.click(name)


def _unfold_topics(stage, page):
    topics = [one.objectName() for one in page.findChildren(QAbstractButton)]
    _unfold(stage, page, *(name for name in topics if name.startswith("help-topic-")))


def test_every_number_says_what_it_is_for_what_happens_and_where_it_comes_from(stage):
    page = _whole(stage)
    region = load_region("kz", "en")
    for one in region.lines:
        # Before a call these two decide, so they never wait behind a press.
        assert all(text in stage.seen() or text == region.unknown for text in (one.police, one.hours))
    _unfold(stage, page, *(f"help-line-{one.id}-more" for one in region.lines))
    seen = stage.seen()
    for one in region.lines:
        assert page.findChild(QLabel, f"help-line-{one.id}-number").text() == one.value
        said = (one.purpose, one.when_you_call, one.cost, one.hours, one.languages, one.traces, one.bill, one.police)
        for text in (*said, one.by_message, one.note):
            assert text in seen or text == region.unknown
        source = page.findChild(QLabel, f"help-line-{one.id}-source").text()
        assert one.source_title in source
        assert "Last checked 22 November 2026" in source
    assert "If you are in danger now, call 102 or 112." in seen


def test_the_source_of_a_fact_is_dated_as_the_source_dates_itself(stage):
    page = _whole(stage)
    assert "(3 March 2026)" in page.findChild(QLabel, "help-line-police_102-source").text()
    assert "(November 2025)" in page.findChild(QLabel, "help-line-state_111-source").text()


def test_orders_and_law_unfold_with_their_source_and_are_no_legal_advice(stage):
    page = _whole(stage)
    region = load_region("kz", "en")
    assert "This is not legal advice." in stage.seen()
    _unfold_topics(stage, page)
    told = [(f"help-order-{one.id}", one) for one in region.orders]
    told += [(f"help-card-{one.id}", one) for one in (*region.cards, *region.not_for_this)]
    for name, _one in told:
        assert page.findChild(QLabel, f"{name}-source") is None
        stage.find(name).click()
    stage.settle()
    for name, one in told:
        source = page.findChild(QLabel, f"{name}-source")
        assert source.isVisible()
        assert one.source_title in source.text()
    seen = stage.seen()
    assert all(one.forbids in seen and one.breach in seen for one in region.orders)
    assert all(one.text in seen for one in (*region.cards, *region.not_for_this))
    assert all(one.punishment in seen for one in region.offences)
    assert all(one.who_orders in seen and one.copy_how in seen for one in region.exam)
    assert all(one.max_stay in seen for one in region.shelter)


def test_what_to_ask_the_police_for_stands_with_its_article(stage):
    page = _whole(stage)
    assert "Fetching your things" not in stage.seen()
    _unfold(stage, page, "help-topic-ask_for")
    titles = stage.seen()
    for one in load_region("kz", "en").duties:
        assert one.title in titles
        assert one.articles in titles
    assert "Fetching your things with the police  ·  art. 72(3)(3)" in titles


def test_a_line_that_unfolds_can_be_folded_and_unfolded_again(stage):
    page = _whole(stage)
    _unfold(stage, page, "help-topic-ask_for")
    for seen in (True, False, True):
        _unfold(stage, page, "help-card-belongings")
        assert ("identity papers" in stage.seen()) is seen
    assert len(page.findChildren(QLabel, "help-card-belongings-source")) == 1


# ── Age ─────────────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.fixture
def years_later(qtbot, clock, tmp_path):
    clock.moment = datetime(2031, 1, 1, tzinfo=UTC)
    return Stage(qtbot, clock, None, {"help": HelpPage}, elsewhere=("acute",), tmp_path=tmp_path)


def test_what_is_old_says_so_quietly_and_stays(years_later):
    page = _whole(years_later)
    for one in load_region("kz", "en").lines:
        badge = page.findChild(QLabel, f"help-badge-{one.id}")
        assert page.findChild(QLabel, f"help-line-{one.id}-number").isVisible()
        if one.emergency:
            assert badge is None
        else:
            assert badge.property("tone") == "plain"
            assert "checked a while ago" in badge.text()
            assert "Last checked 22 November 2026." in badge.text()


def test_one_line_on_top_says_that_something_is_old_and_what_still_holds(years_later):
    page = _whole(years_later)
    note = page.findChild(QLabel, "help-aged")
    assert note.isVisible()
    assert note.property("tone") == "plain"
    assert "22 November 2026" in note.text()
    assert "102, 112, 103" in note.text()
    assert "If you are in danger now, call 102 or 112." in years_later.seen()


def test_nothing_speaks_of_age_while_everything_is_fresh(stage):
    assert _whole(stage).findChild(QLabel, "help-aged") is None


def test_a_fresh_fact_that_agrees_carries_no_warning(stage):
    page = _whole(stage)
    assert page.findChild(QLabel, "help-badge-police_102") is None
    unsure = page.findChild(QLabel, "help-badge-crisis_150")
    assert "Not confirmed since 2023. It may not answer." in unsure.text()
    assert unsure.property("tone") == "warm"


# ── Her own numbers ─────────────────────────────────────────────────────────────────────────────────────────────
@pytest.fixture
def kept(qtbot, clock, vault):
    return Stage(qtbot, clock, vault, {"help": HelpPage}, elsewhere=("acute", "settings"))


def _write(stage, **texts):
    if not stage.exists("help-own-name"):
        stage.click("help-own-form")
    for name, text in texts.items():
        line = stage.window.findChild(QLineEdit, f"help-own-{name}")
        line.clear()
        stage.qtbot.keyClicks(line, text)


def test_her_own_number_is_kept_covered_shown_changed_and_removed(kept, vault):
    _whole(kept)
    _write(kept, name="Clinic on Abai", number="8 700 000 00 01", note="Mornings")
    kept.click("help-own-keep")
    (one,) = own_numbers.list_numbers(vault.database)
    assert (one.name, one.number, one.note) == ("Clinic on Abai", "8 700 000 00 01", "Mornings")
    assert "1 kept here." in kept.seen()
    assert "8 700 000 00 01" not in kept.seen()
    kept.click("help-own-show")
    assert "Clinic on Abai" in kept.seen()
    kept.click(f"help-own-change-{one.id}")
    _write(kept, number="8 700 000 00 02")
    kept.click("help-own-keep")
    assert own_numbers.list_numbers(vault.database)[0].number == "8 700 000 00 02"
    assert "8 700 000 00 02" in kept.seen()
    kept.click(f"help-own-remove-{one.id}")
    kept.context.questions.answer("keep")
    kept.click(f"help-own-remove-{one.id}")
    kept.context.questions.answer("remove")
    kept.settle()
    assert own_numbers.list_numbers(vault.database) == ()
    assert "kept here" not in kept.seen()


def test_leaving_a_change_leaves_the_number(kept, vault, clock):
    one = own_numbers.add_number(vault.database, clock, NumberForm("Marat", "1"))
    _whole(kept)
    kept.click("help-own-show")
    kept.click(f"help-own-change-{one.id}")
    _write(kept, number="999999")
    kept.click("help-own-leave")
    assert own_numbers.list_numbers(vault.database) == (one,)
    _write(kept, name="Saule", number="2")
    kept.click("help-own-keep")
    assert [n.name for n in own_numbers.list_numbers(vault.database)] == ["Marat", "Saule"]


def test_an_empty_number_is_not_kept_and_the_field_says_so(kept, vault):
    _whole(kept)
    _write(kept, note="only a note")
    kept.click("help-own-keep")
    assert "A name or a number is enough." in kept.seen()
    assert own_numbers.list_numbers(vault.database) == ()


def test_before_the_first_passphrase_the_number_waits_for_it(stage, vault):
    _whole(stage)
    _write(stage, name="Clinic", number="8 700 000 00 01")
    assert "Not kept yet: hiding erases this." in stage.seen()
    stage.click("help-own-keep")
    assert own_numbers.list_numbers(vault.database) == ()
    stage.open_store(vault)
    stage.settle()
    assert [one.number for one in own_numbers.list_numbers(vault.database)] == ["8 700 000 00 01"]
    assert "1 kept here." in stage.seen()


def test_a_typed_number_comes_back_as_a_draft(kept, vault, clock):
    page = _whole(kept)
    _write(kept, name="Clinic", number="12")
    page.save_draft_now()
    assert drafts.draft(vault.database, "help") == {"name": "Clinic", "number": "12"}
    again = HelpPage(kept.context)
    kept.qtbot.addWidget(again)
    again.arrive()
    kept.qtbot.waitUntil(lambda: not again._waiting)
    assert again.collect_draft() == {"name": "Clinic", "number": "12", "note": ""}
    kept.go("help")
    kept.click("help-own-keep")
    assert drafts.draft(vault.database, "help") == {}


def test_what_was_typed_before_the_page_was_built_anew_is_there_again(stage):
    page = HelpPage(stage.context)
    stage.qtbot.addWidget(page)
    page.restore_draft({"name": "Clinic", "number": "", "note": ""})
    assert page.collect_draft()["name"] == "Clinic"
    stage.qtbot.waitUntil(lambda: not page._waiting)
    assert page.collect_draft()["name"] == "Clinic"


# ── Other countries ─────────────────────────────────────────────────────────────────────────────────────────────
def test_without_a_country_the_page_has_no_number_and_helps_to_write_one_s_own(stage):
    stage.context.region = load_region("intl", "en")
    page = _whole(stage)
    assert not [one for one in page.findChildren(QLabel) if one.objectName().endswith("-number")]
    assert "the emergency number of the place where you are" in stage.seen()
    assert stage.exists("help-own-number")
    assert not [one for one in page.findChildren(QAbstractButton) if one.objectName().startswith("help-topic-")]
    _unfold(stage, page, "help-check")
    assert "Nothing is written here about: numbers, orders" in stage.seen()


def test_england_and_wales_shows_its_own_numbers_and_says_what_it_does_not_know(stage):
    stage.context.region = load_region("ew", "en")
    page = _whole(stage)
    assert page.findChild(QLabel, "help-line-refuge_line-number").text() == "0808 2000 247"
    assert "If you are in danger now, call 999." in stage.seen()
    assert "102" not in stage.seen()
    _unfold(stage, page, *(f"help-line-{one.id}-more" for one in stage.context.region.lines))
    assert "Not found in our sources" in stage.seen()
    assert "cost, hours, languages, by message." in stage.seen()
    assert "We did not find this." not in stage.seen()


def test_a_pack_of_an_organisation_names_its_signer_and_its_missing_language(stage):
    pack = read_pack(signed(pack_text(languages="kk")))
    stage.context.region = pack.region("en")
    page = _whole(stage)
    assert fingerprint(pack.key) in page.findChild(QLabel, "help-edition").text()
    assert "no words in your language" in stage.seen()
    assert page.findChild(QLabel, "help-line-river_house-number").text() == "8 700 000 00 11"


@pytest.mark.parametrize(
    ("mark", "value", "said"),
    [
        ("may_tell_police", "yes", "They inform the police."),
        ("may_tell_police", "may", "They may inform the police."),
        ("may_tell_police", "no", "They do not inform the police."),
        ("leaves_traces", "yes", "The call leaves traces."),
        ("leaves_traces", "may", "The call may leave traces."),
        ("leaves_traces", "no", "It leaves no traces that we know of."),
        ("on_the_bill", "yes", "It stands on the bill."),
        ("on_the_bill", "may", "It may stand on the bill."),
        ("on_the_bill", "no", "It does not stand on the bill."),
    ],
)
def test_what_a_pack_marks_without_words_is_said_all_the_same(stage, mark, value, said):
    """Whoever calls has to know it first, and the organisation did say so."""
    text = re.sub(rf'{mark} = "\w+"', f'{mark} = "{value}"', pack_text(languages="en", builds_on=""))
    stage.context.region = read_pack(signed(text)).region("en")
    page = _whole(stage)
    if mark == "may_tell_police":
        assert said in stage.seen()
    _unfold(stage, page, "help-line-river_house-more")
    assert said in stage.seen()


def test_sentences_to_say_stand_in_the_languages_of_the_country(stage):
    page = _whole(stage)
    _unfold(stage, page, "help-phrases")
    for one in load_region("kz", "en").phrases:
        assert one.meaning in stage.seen()
        assert all(words in stage.seen() for _language, words in one.spoken)


def test_the_way_to_another_country_leads_to_the_settings(kept):
    page = _whole(kept)
    page.sheet.ensureWidgetVisible(kept.find("help-country"))
    kept.click("help-country")
    assert kept.arrivals("settings") == [{"at": "settings-region-card"}]


def test_the_page_says_that_nobody_who_knows_has_read_it_yet(stage):
    page = _whole(stage)
    assert "No specialist who speaks this language has read it yet." in page.findChild(QLabel, "help-edition").text()


def test_what_this_cannot_do_is_told_here_too(stage):
    page = _whole(stage)
    limits = load_welcome("en").limits
    assert limits[0].text not in stage.seen()
    page.sheet.ensureWidgetVisible(stage.find("help-limits"))
    stage.click("help-limits")
    assert all(one.text in stage.seen() for one in limits)


def test_nothing_on_the_page_opens_a_link(stage):
    page = _whole(stage)
    assert all(not label.openExternalLinks() for label in page.findChildren(QLabel))
    assert all("http" not in label.text() for label in page.findChildren(QLabel))


def test_the_page_for_a_bad_moment_is_one_press_away(stage):
    _whole(stage)
    stage.click("help-acute")
    assert stage.arrivals("acute") == [{}]


def test_every_control_says_its_name(stage):
    page = _whole(stage)
    assert all(b.objectName() and b.accessibleName() for b in page.findChildren(QAbstractButton))


@pytest.mark.parametrize(("language", "region"), [("en", "ew"), ("ru", "kz"), ("kk", "kz"), ("kk", "intl")])
def test_nothing_is_cut_at_twice_the_size(qtbot, clock, tmp_path, language, region):
    stage = Stage(
        qtbot,
        clock,
        None,
        {"help": HelpPage},
        elsewhere=("acute",),
        language=language,
        look=Look("dark", 200),
        tmp_path=tmp_path,
    )
    stage.context.region = load_region(region, language)
    page = _whole(stage)
    stage.nothing_is_cut(page)
    for one in page.findChildren(LateUnfold):
        one.button.setChecked(True)
    for one in page.findChildren(LateUnfold):
        one.button.setChecked(True)
    stage.settle()
    stage.nothing_is_cut(page)
