"""Settings: one card a topic, in plain words; the everyday ones first, removing everything last.

May touch: the cards in ui/widgets/settings_*. Must never ask for anything: every card can be left as it is.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from ui import store_work
from ui.page import Page, PageContext
from ui.widgets.card import Card
from ui.widgets.flow import columns
from ui.widgets.labels import Heading
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.settings_everyday import HidingCard, LanguageCard, LookCard, NamesCard, ProgramCard
from ui.widgets.settings_facts import KeyState, StoreWork
from ui.widgets.settings_keys import PassphraseCard, SumCard
from ui.widgets.settings_others import OthersCard
from ui.widgets.settings_record import RecordLine, RemoveCard
from ui.widgets.settings_region import RegionCard
from ui.widgets.settings_spare import SpareKeyCard


class SettingsPage(Page):
    """All cards below each other. `arrive(at="settings-spare-card")` goes straight to one of them."""

    name = "settings"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.sheet = ScrollPage(name="settings-scroll")
        self.layout_.addWidget(self.sheet)
        self.sheet.add(LookCard(context, self._changing))
        if not context.room.is_kiosk:
            # There the policy decides when it hides, and which program stands in front.
            self.hiding = HidingCard(context)
            self.sheet.add(self.hiding, ProgramCard(context), OthersCard(context))
        self.sheet.add(
            columns(LanguageCard(context, self._changing), NamesCard(context)),
            RegionCard(context, self._changing),
        )
        self._state_cards: list[Any] = []
        if context.room.is_kiosk:
            return
        if context.has_store():
            self._add_cards_of_the_store()
        else:
            self.sheet.add(
                Card(
                    self.tr("Passphrase, sum and spare key"),
                    self.tr("These come when you keep something for the first time."),
                    name="settings-later",
                )
            )

    def title(self) -> str:
        """The heading."""
        return self.tr("Settings")

    def arrive(self, **arguments: Any) -> None:
        """Ask what opens the notes now; go to the card that was asked for."""
        if not self.context.room.is_kiosk:
            self.hiding.show_what_holds()
        if self._state_cards:
            self.context.background.run(self, store_work.key_state, self.show_view, self.context.questions.tell_error)
        elif self.context.has_store() and not self.context.room.is_kiosk:
            self._add_cards_of_the_store()
            self.arrive(**arguments)
            return
        wanted = str(arguments.get("at", ""))
        if wanted:
            # Once only: coming back later starts at the top.
            self.arguments = {}
            QTimer.singleShot(0, self, lambda: self._show_at(wanted))

    def show_view(self, view: KeyState) -> None:
        """Tell the cards about keys how things stand."""
        for card in self._state_cards:
            card.show_state(view)

    def _add_cards_of_the_store(self) -> None:
        later = self.findChild(Card, "settings-later")
        if later is not None:
            later.hide()
            later.deleteLater()
        store: StoreWork = store_work
        keys: list[Any] = [PassphraseCard(self.context, store), SpareKeyCard(self.context, store)]
        if not self.context.room.is_client:
            # At a desk its own sum leads to every client's store: one chosen there would lead nowhere.
            keys.insert(0, SumCard(self.context, store))
        self._state_cards = keys
        self.sheet.add(
            Heading(self.tr("What opens my notes"), 2, name="settings-keys-heading"),
            *keys,
            Heading(self.tr("What is kept"), 2, name="settings-record-heading"),
            RecordLine(self.context),
            RemoveCard(self.context),
        )

    def _changing(self, widget: str) -> None:
        """The window is about to be built anew: come back to the very chip that was pressed."""
        self.arguments = {"at": widget}

    def _show_at(self, name: str) -> None:
        found = self.findChild(QWidget, name)
        if found is None:
            return
        found.setFocus(Qt.FocusReason.OtherFocusReason)
        self.sheet.ensureWidgetVisible(found, 0, 40)
