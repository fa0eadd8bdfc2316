"""Settings that change how things look and how they hide: language, look, hiding, the everyday program, names.

May touch: the settings through the page's context. Must never touch keys or the record.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from safeplan.records.settings import Settings
from ui.page import PageContext
from ui.translation import LANGUAGES
from ui.widgets.buttons import QuietButton
from ui.widgets.card import Card, Unfold
from ui.widgets.choices import Choice
from ui.widgets.fields import LabelledField, TickBox
from ui.widgets.flow import flow

SIZES = (100, 125, 150, 175, 200)
MINUTES = (1, 2, 5, 10, 30)
KEYS = (*(f"F{number}" for number in range(1, 13)), "Pause")


def everyday_cards(context: PageContext, changing: Callable[[str], None]) -> list[QWidget]:
    """The cards, in the order shown. `changing(name)` is told the widget before the window is built anew."""
    made = _Cards(context, changing)
    return [made.language(), made.look(), made.hiding(), made.program(), made.names()]


class _Cards:
    def __init__(self, context: PageContext, changing: Callable[[str], None]) -> None:
        self.context = context
        self.changing = changing
        self.now: Settings = context.settings or Settings()

    def language(self) -> Card:
        card = Card(_tr("Language"), name="settings-language-card")
        choice = _one(list(LANGUAGES.items()), "settings-language", self.context.language, _tr("Language"))
        choice.changed.connect(lambda: self._language(choice))
        card.add(choice)
        return card

    def look(self) -> Card:
        card = Card(_tr("How it looks"), name="settings-look")
        themes = [("light", _tr("Light")), ("dark", _tr("Dark")), ("contrast", _tr("High contrast"))]
        theme = _one(themes, "settings-theme", self.now.theme, _tr("Colours"))
        theme.changed.connect(lambda: self._rebuilding("theme", theme.one(), f"settings-theme-{theme.one()}"))
        sizes = [(str(size), _tr("{size} %").format(size=size)) for size in SIZES]
        size = _one(sizes, "settings-size", str(self.now.text_size), _tr("Size of the text"))
        size.changed.connect(lambda: self._rebuilding("text_size", int(size.one()), f"settings-size-{size.one()}"))
        side = TickBox(
            _tr("Show all pages at the side"), name="settings-side", checked=self.now.navigation == "grown"
        )
        side.toggled.connect(lambda on: self._rebuilding("navigation", "grown" if on else "small", "settings-side"))
        card.add(
            LabelledField(_tr("Colours"), theme),
            LabelledField(_tr("Size of the text"), size, why=_tr("Everything grows with it.")),
            side,
        )
        return card

    def hiding(self) -> Card:
        card = Card(
            _tr("Hiding"),
            _tr("“Hide now” and pressing Shift three times always work. This is what comes on top."),
            name="settings-hiding",
        )
        minutes = [(str(number), _minutes(number)) for number in MINUTES]
        idle = _one(minutes, "settings-idle", str(self.now.idle_minutes), "")
        idle.changed.connect(lambda: self.context.change_setting("idle_minutes", int(idle.one())))
        front = TickBox(
            _tr("Hide when another window comes in front"),
            name="settings-front",
            checked=self.now.hide_when_inactive,
            why=_tr("Off at first: a keyboard on the screen, or a message that pops up, would hide it too."),
        )
        front.toggled.connect(partial(self.context.change_setting, "hide_when_inactive"))
        keys = [("", _tr("None")), *((key, key) for key in KEYS)]
        key = _one(keys, "settings-key", self.now.exit_key, _tr("One more key"))
        key.changed.connect(lambda: self.context.change_setting("exit_key", key.one()))
        more = Unfold(
            _tr("One more key that hides at once"),
            key,
            name="settings-key-fold",
            why=_tr("Choose a key that no other program here needs. It works only while this window is in front."),
            open_=bool(self.now.exit_key),
        )
        card.add(LabelledField(_tr("Hide by itself when nobody moves for"), idle), front, more)
        return card

    def program(self) -> Card:
        card = Card(
            _tr("The program people see"),
            _tr("This is what stands here after hiding and when the program starts. It works like any other."),
            name="settings-program-card",
        )
        programs = [
            ("calculator", _tr("Calculator")),
            ("shopping", _tr("Shopping list and budget")),
            ("converter", _tr("Unit converter")),
        ]
        shown = str(self.context.extra.get("program", "calculator"))
        choice = _one(programs, "settings-program", shown, _tr("The program people see"))
        choice.changed.connect(lambda: self.context.extra["change_program"](choice.one()))
        card.add(choice)
        return card

    def names(self) -> Card:
        card = Card(_tr("Names and limits"), name="settings-names-card")
        names = TickBox(
            _tr("Show full names of people"),
            name="settings-names",
            checked=self.now.names_shown,
            why=_tr("Otherwise only first letters or nicknames are shown."),
        )
        names.toggled.connect(partial(self.context.change_setting, "names_shown"))
        limits = QuietButton(
            _tr("How this program protects, and what it cannot do"),
            name="settings-limits",
            clicked=lambda: self.context.go("more", at="more-protects"),
        )
        card.add(names, flow(limits))
        return card

    def _language(self, choice: Choice) -> None:
        self.changing(f"settings-language-{choice.one()}")
        self.context.extra["change_language"](choice.one())

    def _rebuilding(self, name: str, value: Any, widget: str) -> None:
        self.changing(widget)
        self.context.change_setting(name, value)


def _one(options: list[tuple[str, str]], name: str, chosen: str, accessible: str) -> Choice:
    return Choice(options, name=name, accessible=accessible, several=False, chosen=[chosen], may_be_none=False)


def _minutes(number: int) -> str:
    if number == 1:
        return _tr("1 minute")
    return _tr("{count} min").format(count=number)


def _tr(text: str) -> str:
    return QCoreApplication.translate("SettingsEveryday", text)
