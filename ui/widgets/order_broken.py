"""That person came or called: danger first, then the entry linked to the order, then what the police did.

May touch: breaches and a new entry, through the background. Must never ask for writing while that person is there,
and never change an entry that stands already.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QWidget

from safeplan.content.order_words import OrderWords
from safeplan.content.regions import Line
from safeplan.errors import DateImpossible
from safeplan.records import working_notes
from safeplan.records.breaches import Breach, BreachForm
from safeplan.records.deadlines import local_day
from safeplan.records.incident_form import Happened
from ui.widgets import order_store
from ui.widgets.buttons import QuietButton, SecondaryButton
from ui.widgets.flow import columns
from ui.widgets.labels import Body, Heading
from ui.widgets.order_breach import BreachFields, Noted, WriteFields
from ui.widgets.order_sheet import Sheet
from ui.widgets.stack import stack


class Broken:
    """The page asks it; it puts its forms on the page."""

    def __init__(self, sheet: Sheet, words: OrderWords) -> None:
        self._sheet, self._words = sheet, words

    def ask_there_now(self, order_id: str) -> None:
        """Danger first: the numbers, and words to read aloud. Writing it down comes after."""
        say, context = self._words.page, self._sheet.context
        lines = [one for one in context.region.lines if one.emergency] if context.region is not None else []
        context.questions.ask(
            say.there_now,
            say.there_now_text,
            [("yes", say.there_now_yes), ("no", say.there_now_no), ("back", say.there_now_back)],
            functools.partial(self._there_now, order_id),
            safe="back",
            body=_numbers(lines) if lines else None,
        )

    def _there_now(self, order_id: str, answer: str) -> None:
        if answer == "yes":
            say, context = self._words.page, self._sheet.context
            context.go("say_this", talk="police")
            danger = [one.text for one in context.region.always if one.id == "danger_now"] if context.region else []
            after = functools.partial(context.go, "orders", write=order_id)
            # The numbers stay in sight while the words are read aloud; writing is one click away for later.
            context.tell(" ".join((*danger, say.after_text)), "warm", action=say.after_write, clicked=after)
        elif answer == "no":
            self.write(order_id)

    def write(self, order_id: str) -> None:
        """A form for the entry, unless she is writing something else here: that is not kept yet."""
        form = self._sheet.form
        if form is None or not form.draft():
            box = self.open_write(order_id).text
            # The question gives the focus back to what had it before; the box comes after that.
            QTimer.singleShot(0, box, box.setFocus)

    def open_write(self, order_id: str) -> WriteFields:
        """The form of an entry that will be linked to the order."""
        today = functools.partial(local_day, self._sheet.context.clock)
        form = WriteFields(self._words, today, name="orders-write")
        self._sheet.open_form(form, order_id, self.keep_entry)
        return form

    def keep_entry(self) -> None:
        """A new entry, linked to the order; then what the police have to do."""
        form = self._sheet.form
        if not isinstance(form, WriteFields):
            return
        try:
            found = form.read()
        except DateImpossible:
            return
        if found is not None:
            work = functools.partial(order_store.write_breach, order_id=self._sheet.about, form=found)
            self._sheet.keep_work(work, self._written, ("orders", "incidents"))

    def open_note(self, order_id: str) -> None:
        """A breach without an entry: a day, or one word."""
        order = next((one for one in self._sheet.view().orders if one.id == order_id), None)
        if order is not None:
            nothing = Noted(Breach("", order_id, "", BreachForm(), ""), Happened(), "")
            form = BreachFields(nothing, order, self._sheet.now(), name="orders-said")
            self._sheet.open_form(form, order_id, self.keep_note)
            form.lines["on"].setFocus()

    def keep_note(self) -> None:
        """Keep it; then what the police have to do."""
        found = self._read()
        if found is not None:
            work = functools.partial(order_store.note_breach, order_id=self._sheet.about, form=found)
            self._sheet.keep_work(work, self._written)

    def _written(self, breach: Breach) -> None:
        self._sheet.back_to_list(self._words.page.kept, lambda _view: self.open(breach.id))

    def open(self, breach_id: str) -> None:
        """What the police have to do, and what they said."""
        found = self._sheet.view().find(breach_id)
        if found is None:
            self._sheet.read_anew()
            return
        (order, noted), say = found, self._words.page
        form = BreachFields(noted, order, self._sheet.now(), name="orders-said")
        unlink = functools.partial(order_store.unlink, id_=breach_id)
        remove = functools.partial(self._sheet.run_work, unlink, self._unlinked)
        ways: list[QWidget] = [QuietButton(say.breach_unlink, name="orders-unlink", clicked=remove)]
        if noted.breach.incident_id:
            go = functools.partial(
                self._sheet.context.go, "entry", incident_id=noted.breach.incident_id, back="orders"
            )
            ways.insert(0, SecondaryButton(say.breach_entry, name="orders-entry", clicked=go))
        self._sheet.open_form(form, breach_id, self.keep, below=ways)
        # What stood under the focus is gone; without this it falls on "Hide now".
        form.findChildren(QAbstractButton)[0].setFocus()

    def keep(self) -> None:
        """Keep what came of it."""
        found = self._read()
        if found is not None:
            work = functools.partial(order_store.keep_breach, id_=self._sheet.about, form=found)
            self._sheet.keep_work(work, self._kept)

    def _kept(self, breach: Breach) -> None:
        self._sheet.look_at(breach.order_id, f"orders-breach-{breach.id}-said")
        self._sheet.back_to_list(self._words.page.kept)

    def _read(self) -> BreachForm | None:
        form = self._sheet.form
        if not isinstance(form, BreachFields):
            return None
        try:
            found = form.read()
        except DateImpossible:
            return None
        if not form.has_entry and working_notes.is_blank(found):
            form.say_nothing_written()
            return None
        return found

    def _unlinked(self, removed: Breach) -> None:
        say, sheet = self._words.page, self._sheet
        again = functools.partial(order_store.link_again, removed=removed)
        sheet.look_at(removed.order_id)
        sheet.back_to_list("")
        back = functools.partial(sheet.run_work, again, lambda _breach: sheet.read_anew())
        sheet.context.tell(say.breach_unlinked, action=say.take_back, clicked=back)


def _numbers(lines: Sequence[Line]) -> QWidget:
    """Each number over what answers there. It takes the question's focus: Space and Enter press nothing on it."""
    cells = [stack(Heading(one.value, 2), Body(one.name), spacing=0) for one in lines]
    numbers = stack(columns(*cells, narrowest=150), name="orders-numbers")
    numbers.setAccessibleName(", ".join(f"{one.value}: {one.name}" for one in lines))
    numbers.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return numbers
