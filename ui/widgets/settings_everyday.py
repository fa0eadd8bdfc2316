"""Settings that change how things look and how they hide: language, look, hiding, the everyday program, names.

May touch: the settings through the page's context. Must never touch keys or the record.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from safeplan.records.settings import Settings
from ui.page import PageContext
from ui.rooms import UNKEPT_MINUTES
from ui.translation import LANGUAGES
from ui.widgets.buttons import QuietButton
from ui.widgets.card import Unfold
from ui.widgets.choices import Choice
from ui.widgets.fields import LabelledField, TickBox
from ui.widgets.flow import flow
from ui.widgets.labels import Body
from ui.widgets.settings_card import SettingsCard, one_of

SIZES = (100, 125, 150, 175, 200)
MINUTES = (1, 2, 5, 10, 30)
KEYS = (*(f"F{number}" for number in range(1, 13)), "Pause")

# Told the name of the widget that was pressed, just before the window is built anew.
Changing = Callable[[str], None]


class LanguageCard(SettingsCard):
    """Kazakh, Russian, English."""

    def __init__(self, context: PageContext, changing: Changing) -> None:
        super().__init__(context, name="settings-language-card")
        self._changing = changing
        self.say(self.tr("Language"))
        offered = [(code, LANGUAGES[code]) for code in context.room.policy.languages]
        self.choice = one_of(offered, "settings-language", context.language, self.tr("Language"))
        self.choice.changed.connect(self._chosen)
        self.add(self.choice)

    def _chosen(self) -> None:
        code = self.choice.one()
        self._changing(f"settings-language-{code}")
        self.context.extra["change_language"](code)


class LookCard(SettingsCard):
    """Colours, size of the text, pages at the side."""

    def __init__(self, context: PageContext, changing: Changing) -> None:
        super().__init__(context, name="settings-look")
        self._changing = changing
        now: Settings = context.settings or Settings()
        self.say(self.tr("How it looks"))
        themes = [
            ("light", self.tr("Light", "colours")),
            ("dark", self.tr("Dark", "colours")),
            ("contrast", self.tr("High contrast", "colours")),
        ]
        theme = one_of(themes, "settings-theme", now.theme, self.tr("Colours"))
        theme.changed.connect(lambda: self._change("theme", theme.one(), theme))
        sizes = [(str(size), self.tr("{size} %").format(size=size)) for size in SIZES]
        size = one_of(sizes, "settings-size", str(now.text_size), self.tr("Size of the text"))
        size.changed.connect(lambda: self._change("text_size", int(size.one()), size))
        self.side = TickBox(
            self.tr("Show all pages at the side"), name="settings-side", checked=now.navigation == "grown"
        )
        self.side.toggled.connect(self._side)
        self.add(
            LabelledField(self.tr("Colours"), theme),
            LabelledField(self.tr("Size of the text"), size, why=self.tr("Everything grows with it.")),
            self.side,
        )

    def _change(self, name: str, value: Any, choice: Choice) -> None:
        self._changing(f"{choice.objectName()}-{choice.one()}")
        self.context.change_setting(name, value)

    def _side(self, on: bool) -> None:  # noqa: FBT001
        self._changing("settings-side")
        self.context.change_setting("navigation", "grown" if on else "small")


class HidingCard(SettingsCard):
    """When it hides by itself, and one more key."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, name="settings-hiding")
        now: Settings = context.settings or Settings()
        self.say(
            self.tr("Hiding"),
            self.tr("“Hide now” and Shift pressed three times always work. What you choose here comes on top."),
        )
        self.later = Body("", "muted", name="settings-idle-later")
        if context.room.cover_seconds:
            set_here = self.tr(
                "On this computer the time is set: {count} min without a movement. "
                "It also hides when another window comes in front."
            )
            self.add(Body(set_here.format(count=context.room.policy.cover_minutes)), self.later)
        else:
            self.add(*self._choices(now))
        self.show_what_holds()
        keys = [("", self.tr("No other key")), *((key, key) for key in KEYS)]
        key = one_of(keys, "settings-key", now.exit_key, self.tr("One more key that hides at once"))
        key.changed.connect(lambda: context.change_setting("exit_key", key.one()))
        more = Unfold(
            self.tr("One more key that hides at once"),
            key,
            name="settings-key-fold",
            why=self.tr("One press of it is enough, so choose a key you do not press by chance."),
            open_=bool(now.exit_key),
        )
        self.add(more)

    def _choices(self, now: Settings) -> tuple[QWidget, ...]:
        """Where no policy decides."""
        minutes = [(str(number), self.tr("{count} min").format(count=number)) for number in MINUTES]
        idle = one_of(minutes, "settings-idle", str(now.idle_minutes), "")
        idle.changed.connect(lambda: self.context.change_setting("idle_minutes", int(idle.one())))
        front = TickBox(
            self.tr("Hide when another window comes in front"),
            name="settings-front",
            checked=now.hide_when_inactive,
            why=self.tr("Off at first: a keyboard on the screen, or a message that pops up, would hide it too."),
        )
        front.toggled.connect(partial(self.context.change_setting, "hide_when_inactive"))
        return LabelledField(self.tr("Hide by itself when nobody moves for"), idle), self.later, front

    def show_what_holds(self) -> None:
        """What is chosen or set is not yet the time that holds while hiding would erase what was written."""
        said = self.tr(
            "This holds once something is kept. Until then it hides after {count} min, "
            "because hiding erases what is not kept."
        )
        self.later.setText(said.format(count=UNKEPT_MINUTES))
        self.later.setVisible(self.context.room.erases_by_hiding(kept=self.context.has_store()))


class ProgramCard(SettingsCard):
    """Which everyday program stands here after hiding."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, name="settings-program-card")
        self.say(
            self.tr("The program people see"),
            self.tr("It stands here after hiding and at the start, and works like any other of its kind."),
        )
        programs = [
            ("calculator", self.tr("Calculator")),
            ("shopping", self.tr("Shopping list and budget")),
            ("converter", self.tr("Unit converter")),
        ]
        programs = [one for one in programs if one[0] in context.room.policy.programs]
        now = str(context.extra.get("program", "calculator"))
        self.choice = one_of(programs, "settings-program", now, self.tr("The program people see"))
        self.choice.changed.connect(self._chosen)
        self.add(self.choice)

    def _chosen(self) -> None:
        self.context.extra["change_program"](self.choice.one())
        self.context.tell(self.tr("Your sum works in this program too."))


class NamesCard(SettingsCard):
    """Whether full names are shown, and the way to the limits of all this."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, name="settings-names-card")
        now: Settings = context.settings or Settings()
        self.say(self.tr("Names"))
        names = TickBox(
            self.tr("Show full names of people"),
            name="settings-names",
            checked=now.names_shown,
            why=self.tr("Otherwise only first letters or nicknames are shown."),
        )
        names.toggled.connect(partial(context.change_setting, "names_shown"))
        limits = QuietButton(
            self.tr("How this program protects, and what it cannot do"),
            name="settings-limits",
            clicked=lambda: context.go("more", at="more-protects"),
        )
        self.add(names, flow(limits))
