"""Someone who wants to help reads what helps and what harms, with no store, in each language and size."""

from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QLabel

from safeplan.content.friend_words import load_friend_words
from safeplan.content.regions import load_region
from tests.ui.page_stage import Stage
from ui.pages.friend import FriendPage
from ui.pages.help import HelpPage
from ui.pages.kiosk_start import KioskStartPage
from ui.pages.welcome import WelcomePage
from ui.theme import Look


def stage(qtbot, clock, tmp_path, **more):
    pages = {"friend": FriendPage, "help": HelpPage, "welcome": WelcomePage}
    return Stage(qtbot, clock, None, pages, elsewhere=("acute",), tmp_path=tmp_path, **more)


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_everything_can_be_read_without_a_store_and_nothing_is_kept(qtbot, clock, tmp_path, language) -> None:
    first = stage(qtbot, clock, tmp_path, language=language)
    first.go("friend")
    words = load_friend_words(language)
    shown = first.seen()
    for group in (words.helps, words.harms, words.say, words.not_say, words.call, words.yourself):
        assert group
        assert all(one.text in shown for one in group)
    assert words.page.unread in shown, "nobody has read it yet, and the page says so"
    assert not (tmp_path / "none").exists(), "reading makes no file"


def test_the_numbers_are_those_of_the_country_with_their_source(qtbot, clock, tmp_path) -> None:
    """No digit stands in the words themselves: the country's pack has them, dated and with a source."""
    first = stage(qtbot, clock, tmp_path)
    page = first.go("friend")
    for one in load_region("kz", "en").lines:
        found = page.findChild(QLabel, f"help-line-{one.id}-number")
        assert (found is not None) is one.emergency
        if one.emergency:
            assert found.text() == one.value
            assert one.source_title in page.findChild(QLabel, f"help-line-{one.id}-source").text()
    page.sheet.ensureWidgetVisible(first.find("friend-numbers"))
    first.click("friend-numbers")
    for one in load_region("kz", "en").lines:
        assert page.findChild(QLabel, f"help-line-{one.id}-number").text() == one.value
    for language in ("en", "ru", "kk"):
        words = load_friend_words(language)
        groups = (words.helps, words.harms, words.say, words.not_say, words.call, words.yourself)
        assert not [one.text for group in groups for one in group if re.search(r"\d", one.text)]


def test_from_the_welcome_there_and_back(qtbot, clock, tmp_path) -> None:
    """A helper opens the program for the first time: no language of questions, no passphrase, one press."""
    first = stage(qtbot, clock, tmp_path)
    first.go("welcome").show_step("hide")
    first.click("welcome-friend")
    assert first.window.current_name == "friend"
    assert first.window.page("friend").sheet.verticalScrollBar().value() == 0, "reading begins at the top"
    first.click("friend-back")
    assert first.window.current_name == "welcome"


def test_from_help_there_and_back_by_escape(qtbot, clock, tmp_path) -> None:
    first = stage(qtbot, clock, tmp_path)
    page = first.go("help")
    qtbot.waitUntil(lambda: not page._waiting)
    first.settle()
    page.sheet.ensureWidgetVisible(first.find("help-friend"))
    first.click("help-friend")
    assert first.window.current_name == "friend"
    first.window.page("friend").escape()
    assert first.window.current_name == "help"
    first.go("friend")
    assert not first.exists("friend-back"), "by a line at the side there is nothing to go back to"


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_nothing_is_cut_in_the_largest_words(qtbot, clock, tmp_path, language) -> None:
    first = stage(qtbot, clock, tmp_path, language=language, look=Look("dark", 200))
    first.nothing_is_cut(first.go("friend"))


def test_from_a_shelters_first_page_there_and_back_before_anything_is_open(qtbot, clock, tmp_path) -> None:
    pages = {"friend": FriendPage, "kiosk_start": KioskStartPage}
    first = Stage(qtbot, clock, None, pages, tmp_path=tmp_path, look=Look("light", 200))
    first.go("kiosk_start")
    first.click("kiosk-friend")
    assert first.window.current_name == "friend"
    first.click("friend-back")
    assert first.window.current_name == "kiosk_start"
    first.nothing_is_cut(first.window.page("kiosk_start"))
    assert not (tmp_path / "none").exists()
