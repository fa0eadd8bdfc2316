"""Two small pages and a window for the tests of the kit. May touch: nothing. Must never stand in for a real page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from safeplan.paths import vault_files
from ui.background import Background, InlineExecutor, Session
from ui.page import Page, PageContext
from ui.theme import Look
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.card import Card
from ui.widgets.choices import Choice, StateChoice
from ui.widgets.fields import LabelledField, TextLine, TickBox
from ui.widgets.flow import columns
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.pick import DayField, Pick
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.text_box import TextBox
from ui.window import Entry, VaultWindow


class Writing(Page):
    name = "writing"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.scroll = ScrollPage(name="writing-scroll")
        self.layout_.addWidget(self.scroll)
        self.box = TextBox(name="writing-text", placeholder=self.tr("What happened, in your own words"))
        self.box.changed.connect(self.touch_draft)
        card = Card(self.tr("Write down what happened"), self.tr("One line is enough."), name="writing-card")
        card.add(LabelledField(self.tr("What happened"), self.box, why=self.tr("Your own words are the best ones.")))
        card.add_row(
            SecondaryButton(self.tr("Photo, recording, document"), name="writing-file", icon="paperclip"),
            PrimaryButton(self.tr("Keep it"), name="writing-keep", icon="check"),
        )
        self.scroll.add(card)
        self.arrived: list[dict[str, Any]] = []

    def title(self) -> str:
        return self.tr("What happened")

    def arrive(self, **arguments: Any) -> None:
        self.arrived.append(arguments)

    def collect_draft(self) -> dict[str, str]:
        return {"text": self.box.text()} if self.box.text() else {}

    def restore_draft(self, fields: dict[str, str]) -> None:
        self.box.set_text(fields.get("text", ""))


class Everything(Page):
    name = "everything"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.scroll = ScrollPage(name="everything-scroll")
        self.layout_.addWidget(self.scroll)
        kinds = [
            ("threat", self.tr("Threat")),
            ("technology", self.tr("Phone and computer")),
            ("money", self.tr("Money")),
        ]
        one = Card(self.tr("Fields"), name="everything-fields")
        one.add(
            LabelledField(self.tr("Passphrase"), PassphraseField(name="everything-passphrase")),
            LabelledField(self.tr("Name"), TextLine(name="everything-name")),
            LabelledField(self.tr("Kinds"), Choice(kinds, name="everything-kinds")),
            StateChoice(name="everything-state", accessible=self.tr("How it stands")),
        )
        two = Card(self.tr("More fields"), name="everything-more")
        two.add(
            TickBox(self.tr("Copy of the birth certificate to a person I trust"), name="everything-tick"),
            Pick([("a", "Almaty"), ("s", "Shymkent")], name="everything-pick", accessible=self.tr("Region")),
            DayField(name="everything-day", accessible=self.tr("Day")),
        )
        self.scroll.add(columns(one, two))

    def title(self) -> str:
        return self.tr("Everything")


def background(clock: Any) -> Background:
    """Runs at once, without a store."""
    return Background(Session(vault_files(Path("nowhere")), clock), executor=InlineExecutor())


def window(clock: Any, look: Look | None = None, **context: Any) -> VaultWindow:
    """A window with both pages, not shown yet."""
    made = PageContext(background(clock), clock, **context)
    entries = [
        Entry("writing", "note-pencil", lambda: Writing.tr("What happened")),
        Entry("everything", "dots-three-circle", lambda: Writing.tr("More")),
    ]
    return VaultWindow(
        made, {"writing": Writing, "everything": Everything}, entries, look or Look(), title="Calculator"
    )
