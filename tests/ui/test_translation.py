"""Languages are switched while the program runs, and no word is forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from kit_pages import window
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QAbstractButton, QLabel, QPlainTextEdit

from ui.translation import LANGUAGES, Translation

OWN_NAMES = {*LANGUAGES.values(), ""}


@pytest.fixture
def translation(qapp: Any) -> Iterator[Translation]:
    before = QLocale()
    made = Translation(qapp)
    yield made
    made.use("en")
    made.deleteLater()
    QLocale.setDefault(before)


def test_every_word_of_window_and_kit_goes_through_the_translator(
    translation: Translation, clock: Any, qtbot: Any
) -> None:
    translation.use_marked()
    made = window(clock)
    qtbot.addWidget(made)
    made.show()
    for name in ("writing", "everything"):
        made.go(name)
    made.tell("⟦Kept.⟧")
    made.shell.questions.tell("⟦A⟧", "⟦B⟧")
    made.shell.picker.pick_files(lambda paths: None)
    seen: list[str] = []
    for widget in [*made.findChildren(QLabel), *made.findChildren(QAbstractButton)]:
        path = widget.objectName() == "picker-where" or widget.objectName().startswith("picker-stick")
        if not path:
            seen += [widget.text(), widget.accessibleName()]
    seen += [box.placeholderText() for box in made.findChildren(QPlainTextEdit)]
    assert [text for text in seen if text not in OWN_NAMES and "⟦" not in text] == []


def test_pages_speak_the_new_language_after_being_made_anew(translation: Translation, clock: Any, qtbot: Any) -> None:
    made = window(clock)
    qtbot.addWidget(made)
    made.go("writing")
    assert made.shell.exit.words() == "Hide now"
    translation.use_marked()
    made.rebuild()
    assert made.shell.exit.words() == "⟦Hide now⟧"
    translation.use("en")
    made.rebuild()
    assert made.shell.exit.words() == "Hide now"


def test_an_unknown_language_is_english_and_a_missing_catalogue_is_said(translation: Translation) -> None:
    assert translation.use("xx") is True
    assert translation.language == "en"


@pytest.mark.parametrize(("language", "first"), [("kk", "Kazakh"), ("ru", "Russian"), ("en", "English")])
def test_dates_and_numbers_follow_the_language(translation: Translation, language: str, first: str) -> None:
    translation.use(language)
    assert QLocale.languageToString(QLocale().language()) == first


def test_each_language_is_named_in_itself() -> None:
    assert list(LANGUAGES.values()) == ["Қазақша", "Русский", "English"]
