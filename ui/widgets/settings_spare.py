"""Settings of the spare key: made, renewed, removed, and on the screen once.

May touch: the worker through the page's context. Must never write the key anywhere, offer it for copying, or leave
it behind when the page is left.
"""

from __future__ import annotations

import functools
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from safeplan.errors import SafePlanError
from safeplan.sparekey import read_spare_key
from ui.page import PageContext, StandsOnlyHere
from ui.widgets.buttons import SecondaryButton
from ui.widgets.card import Unfold
from ui.widgets.fields import LabelledField, TextLine
from ui.widgets.flow import flow
from ui.widgets.labels import Body
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.settings_card import SettingsCard, column, say_below
from ui.widgets.settings_facts import KeyState, StoreWork


class SpareKeyCard(SettingsCard, StandsOnlyHere):
    """Making, renewing and removing the spare key. It is on the screen once and nowhere else."""

    def __init__(self, context: PageContext, store: StoreWork) -> None:
        super().__init__(context, name="settings-spare-card")
        self.store = store
        self.say(
            self.tr("Spare key"),
            self.tr(
                "28 signs on paper that open your notes when the passphrase is forgotten. Without a spare key nobody"
                " can help then. Whoever finds it can open everything: keep it with someone you trust, not at home."
            ),
        )
        self._key = ""
        self.state = Body("", name="settings-spare-state")
        self.typed = PassphraseField(name="settings-spare-passphrase")
        self.typed.entered.connect(self.make)
        self.field = LabelledField(self.tr("My passphrase"), self.typed)
        self.make_button = SecondaryButton("", name="settings-spare-make", clicked=self.make)
        self.remove = SecondaryButton(
            self.tr("Remove the spare key"), name="settings-spare-remove", clicked=self.ask_remove
        )
        self.fold = Unfold("", column(self.field, flow(self.make_button)), name="settings-spare-fold")
        self.shown = QWidget()
        self.shown_layout = QVBoxLayout(self.shown)
        self.shown_layout.setContentsMargins(0, 0, 0, 0)
        self.shown.hide()
        self.add(self.state, self.fold, self.shown, flow(self.remove))
        self.show_state(KeyState(own_sum=False, spare_key=False, old_needed=True, read_only=False))

    def show_state(self, state: KeyState) -> None:
        """Say whether there is one."""
        there = state.spare_key
        self.state.setText(self.tr("There is a spare key.") if there else self.tr("There is no spare key."))
        words = self.tr("Make a new spare key; the old one stops working") if there else self.tr("Make a spare key")
        self.fold.button.set_words(words)
        self.make_button.set_words(self.tr("Show me the spare key once"))
        self.remove.setVisible(there and not self._key)

    def make(self) -> None:
        """Make one and show it."""
        self.field.clear_error()
        work = functools.partial(self.store.make_spare_key, typed=self.typed.take())
        self.make_button.setEnabled(False)
        self.work(work, self._show_key, self._failed)

    def ask_remove(self) -> None:
        """In the window, the safe answer first."""
        self.context.questions.ask(
            self.tr("Remove the spare key"),
            self.tr("The paper then opens nothing. If you forget the passphrase later, nobody can open your notes."),
            [("keep", self.tr("Leave it")), ("remove", self.tr("Remove it"))],
            self._answered,
            safe="keep",
        )

    def _answered(self, answer: str) -> None:
        if answer == "remove":
            self.work(self.store.remove_spare_key, self._removed, self.context.questions.tell_error)

    def _removed(self, state: KeyState) -> None:
        self.show_state(state)
        self.context.tell(self.tr("The spare key no longer opens anything."))

    def _failed(self, error: SafePlanError) -> None:
        self.make_button.setEnabled(True)
        say_below(self.field, error)

    def hand_on(self) -> Any:
        """The key in sight, and how far it was compared: the one before it opens nothing any more."""
        return (self._key, self.compared.text()) if self._key else None

    def take_on(self, shown: Any) -> None:
        """The same key."""
        key, compared = shown
        self._put_in_sight(key)
        self.compared.setText(compared)

    def _show_key(self, key: str) -> None:
        self.make_button.setEnabled(True)
        self._put_in_sight(key)
        self.context.change_setting("spare_key_offered", True)
        self.work(self.store.key_state, self.show_state, self.context.questions.tell_error)

    def _put_in_sight(self, key: str) -> None:
        self._key = key
        self.fold.button.setChecked(False)
        groups = []
        for place, group in enumerate(key.split("-"), 1):
            word = Body(group, "number", name=f"settings-spare-group-{place}")
            word.setWordWrap(False)
            groups.append(word)
        self.compared = TextLine(name="settings-spare-compare")
        self.compared.returnPressed.connect(self._compare)
        self.compare_field = LabelledField(
            self.tr("Read it from your paper and type it here, to find slips"), self.compared
        )
        self.shown_layout.addWidget(
            column(
                Body(self.tr("Copy it by hand. It is never kept on this computer and is not shown again.")),
                Body(self.tr("If the window hides before you are done, make a new one."), "small"),
                flow(*groups, spacing=24),
                self.compare_field,
                flow(
                    SecondaryButton(self.tr("Compare"), name="settings-spare-check", clicked=self._compare),
                    SecondaryButton(self.tr("I have copied it"), name="settings-spare-done", clicked=self.cover_key),
                ),
            )
        )
        self.fold.hide()
        self.shown.show()

    def _compare(self) -> None:
        same = read_spare_key(self.compared.text()) == read_spare_key(self._key)
        if same:
            self.compare_field.clear_error()
            self.context.tell(self.tr("Your paper is right."))
        else:
            self.compare_field.show_error(self.tr("This differs. Compare it group by group."))

    def cover_key(self) -> None:
        """Take the key off the screen for good."""
        self._drop_key()
        self.fold.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.work(self.store.key_state, self.show_state, self.context.questions.tell_error)

    def _drop_key(self) -> None:
        self._key = ""
        while self.shown_layout.count():
            item = self.shown_layout.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.shown.hide()
        self.fold.show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leaving the page takes the key away; a paper not finished needs a new key."""
        self.typed.clear()
        self._drop_key()
        super().hideEvent(event)
