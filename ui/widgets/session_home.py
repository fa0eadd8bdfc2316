"""The page that is taken home from a session: one sheet as a PDF in a folder that is chosen.

May touch: the worker through the page's context. Must never write before a folder was chosen, nor to this computer
where the policy wants a stick.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDate

from safeplan.content.desk_words import DeskWords
from safeplan.errors import NothingChosen, SafePlanError
from safeplan.records.deadlines import local_day
from ui import session_work
from ui.leaving_place import may_leave_to
from ui.page import PageContext, StandsOnlyHere
from ui.widgets.backup_make import place_in_words
from ui.widgets.buttons import SecondaryButton
from ui.widgets.card import Card
from ui.widgets.fields import LabelledField, TickBox
from ui.widgets.flow import flow
from ui.widgets.labels import Body
from ui.widgets.pick import DayField


class HomeCard(Card, StandsOnlyHere):
    """The day of the next meeting stands on it only when that is ticked."""

    def __init__(self, context: PageContext, words: DeskWords) -> None:
        say = words.session
        super().__init__(say.home_title, say.home_about, name="session-home")
        self._context, self._words = context, words
        self.meets = TickBox(say.home_meeting, name="session-meets")
        today = local_day(context.clock)
        self.day = DayField(name="session-meeting", day=QDate(today.year, today.month, today.day).addDays(7))
        self.field = LabelledField(say.home_day, self.day)
        self.field.hide()
        self.meets.toggled.connect(self.field.setVisible)
        self.button = SecondaryButton(say.home_make, name="session-take-home", icon="usb", clicked=self.choose)
        self.result = Body("", name="session-home-result", selectable=True)
        self.result.hide()
        self._lies_at: Path | None = None
        self.add(self.meets, self.field, flow(self.button), self.result)

    def choose(self) -> None:
        """Ask for the place."""
        self._context.picker.pick_folder(self.write)

    def write(self, folder: Path) -> None:
        """Make it in the worker, once the place is one that the policy allows."""
        if not may_leave_to(folder, only_removable=self._context.room.policy.only_removable):
            self._say(self._words.leave.only_stick)
            return
        self.button.setEnabled(False)
        work = functools.partial(
            session_work.take_home,
            present=session_work.present_of(self._context),
            region=self._context.region,
            language=self._context.language,
            meeting=self.day.iso() if self.meets.is_checked() else "",
            folder=folder,
        )
        self._context.background.run(self, work, self._written, self._failed)

    def _written(self, path: Path) -> None:
        self.button.setEnabled(True)
        self.take_on(path)

    def hand_on(self) -> Any:
        """Where it lies is kept nowhere."""
        return self._lies_at

    def take_on(self, shown: Path) -> None:
        """Where it lies."""
        self._say(self._words.session.home_done.format(place=place_in_words(shown)))
        self._lies_at = shown

    def _failed(self, error: SafePlanError) -> None:
        self.button.setEnabled(True)
        if isinstance(error, NothingChosen):
            self._say(self._words.session.home_empty)
        else:
            self._context.questions.tell_error(error)

    def _say(self, text: str) -> None:
        self._lies_at = None
        self.result.setText(text)
        self.result.show()
