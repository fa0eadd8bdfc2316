"""Stories of the help page: every fact with its source, nothing hidden because it is old, no store needed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from safeplan.content.regions import load_region
from safeplan.content.welcome import load_welcome
from tests.ui.page_stage import Stage
from ui.pages.help import HelpPage
from ui.theme import Look


@pytest.fixture
def stage(qtbot, clock, tmp_path):
    """On the first evening, with no store."""
    return Stage(qtbot, clock, None, {"help": HelpPage}, elsewhere=("acute",), tmp_path=tmp_path)


def _whole(stage):
    page = stage.go("help")
    stage.qtbot.waitUntil(lambda: not page._waiting)
    stage.settle()
    return page


def test_every_number_says_what_it_is_for_what_happens_and_where_it_comes_from(stage):
    page = _whole(stage)
    seen = stage.seen()
    for one in load_region("kz", "en").lines:
        assert page.findChild(QLabel, f"help-line-{one.id}-number").text() == one.value
        for text in (one.purpose, one.when_you_call, one.cost, one.hours, one.languages, one.traces, one.police):
            assert text in seen
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
    for kind, facts in (("order", region.orders), ("card", region.cards)):
        for one in facts:
            assert not page.findChild(QLabel, f"help-{kind}-{one.id}-source").isVisible()
            page.sheet.ensureWidgetVisible(stage.find(f"help-{kind}-{one.id}"))
            stage.click(f"help-{kind}-{one.id}")
            source = page.findChild(QLabel, f"help-{kind}-{one.id}-source")
            assert source.isVisible()
            assert one.source_title in source.text()
    seen = stage.seen()
    assert all(one.forbids in seen and one.breach in seen for one in region.orders)
    assert all(one.text in seen for one in region.cards)


def test_a_fact_that_is_too_old_says_so_in_warm_words_and_stays(qtbot, clock, tmp_path):
    clock.moment = datetime(2031, 1, 1, tzinfo=UTC)
    stage = Stage(qtbot, clock, None, {"help": HelpPage}, elsewhere=("acute",), tmp_path=tmp_path)
    page = _whole(stage)
    for one in load_region("kz", "en").lines:
        badge = page.findChild(QLabel, f"help-badge-{one.id}")
        assert badge.property("tone") == "warm"
        assert "checked long ago" in badge.text()
        assert "Last checked 22 November 2026." in badge.text()
        assert page.findChild(QLabel, f"help-line-{one.id}-number").isVisible()


def test_a_fresh_fact_that_agrees_carries_no_warning(stage):
    page = _whole(stage)
    assert page.findChild(QLabel, "help-badge-police_102") is None
    assert "It may not answer." in page.findChild(QLabel, "help-badge-crisis_150").text()


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


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_nothing_is_cut_at_twice_the_size(qtbot, clock, tmp_path, language):
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
    stage.nothing_is_cut(_whole(stage))
