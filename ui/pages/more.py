"""More: the ways to everything that is not in the first four lines, in plain words, and what this program cannot do.

May touch: its own widgets and the guide's words. Must never promise what the program cannot hold.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from safeplan.content.welcome import load_welcome
from safeplan.records.settings import Settings
from ui.icons import pixmap
from ui.page import Page, PageContext
from ui.plan_keeping import first_evening
from ui.widgets.beside import beside
from ui.widgets.buttons import SecondaryButton
from ui.widgets.card import Card, Unfold
from ui.widgets.fields import TickBox
from ui.widgets.flow import columns
from ui.widgets.labels import Body, Heading
from ui.widgets.scroll_page import ScrollPage


class MorePage(Page):
    """Ways on, and one honest page about limits."""

    name = "more"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.sheet = ScrollPage(name="more-scroll")
        self.layout_.addWidget(self.sheet)
        ways = columns(
            self._way("plan", "path", self.tr("My plan"), self.tr("Questions and small steps, one topic at a time.")),
            self._way(
                "people",
                "users",
                self.tr("People"),
                self.tr("Who you can ask, who saw something, and how to reach them safely."),
            ),
            self._way(
                "hand_over",
                "export",
                self.tr("Hand over"),
                self.tr("A copy for a lawyer, the police or a court, and your plan on paper."),
            ),
            self._way(
                "paper", "printer", self.tr("On paper"), self.tr("A folded card, a page or your plan, to print.")
            ),
            self._way(
                "signs",
                "list",
                self.tr("Warning signs"),
                self.tr("What can come before serious harm, and what can be done first. No test, no score."),
            ),
            self._way(
                "tech_check",
                "device-mobile",
                self.tr("A look at phone and devices"),
                self.tr("Where someone could see or hear you, and what to keep before anything is changed."),
            ),
            self._way(
                "say_this",
                "chat-text",
                self.tr("Say this"),
                self.tr("Short sentences to read aloud: to the police, a doctor, relatives with a paper."),
            ),
            self._way(
                "orders",
                "calendar",
                self.tr("Orders"),
                self.tr("The dates of a protective order or a court's ban, and how many days are left."),
            ),
            self._way(
                "settings",
                "gear",
                self.tr("Settings"),
                self.tr("Language, size of the text, hiding, passphrase and spare key."),
            ),
            *self._later_ways(),
        )
        self.protects = Unfold(
            self.tr("How this program protects, and what it cannot do"), QWidget(), name="more-protects"
        )
        self.protects.unfolded.connect(self._fill)
        self.limits = Card(name="more-limits")
        self.limits.add(self.protects)
        now: Settings = context.settings or Settings()
        self.side = TickBox(
            self.tr("Show all of this at the side"), name="more-side", checked=now.navigation == "grown"
        )
        self.side.toggled.connect(self._show_at_side)
        self.sheet.add(ways, self.limits, self.side)

    def title(self) -> str:
        """The heading."""
        return self.tr("More")

    def arrive(self, **arguments: Any) -> None:
        """`at="more-protects"` unfolds the page about limits."""
        now: Settings = self.context.settings or Settings()
        self.side.box.blockSignals(True)
        self.side.set_checked(now.navigation == "grown")
        self.side.box.blockSignals(False)
        if arguments.get("at") == "more-protects":
            self.protects.button.setChecked(True)
            QTimer.singleShot(0, self, self._show_limits)

    def _later_ways(self) -> list[Card]:
        """Nothing to weigh and nothing to compare on the first evening."""
        if first_evening(self.context):
            return []
        return [
            self._way(
                "weigh",
                "scales",
                self.tr("What matters to me"),
                self.tr("Several ways side by side. Nothing is added up, and nothing has to be decided."),
            ),
            self._way(
                "versions",
                "clock",
                self.tr("Earlier versions of my plan"),
                self.tr("Your plan as it was, with its day, and what has changed since."),
            ),
        ]

    def _way(self, page: str, drawing: str, title: str, text: str) -> Card:
        card = Card(name=f"more-{page}-card")
        head = QWidget()
        across = QHBoxLayout(head)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(10)
        picture = QLabel()
        picture.setPixmap(pixmap(drawing, "accent", 24))
        across.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(Heading(title, 2), 1)
        button = SecondaryButton(
            self.tr("Open"),
            name=f"more-{page}",
            clicked=partial(self.context.go, page),
            accessible=self.tr("{name}: open").format(name=title),
        )
        card.add(beside(head, button, words_need=140), Body(text, "muted"))
        return card

    def _fill(self, on: bool) -> None:  # noqa: FBT001
        if not on or self.protects.content.layout() is not None:
            return
        inside = QVBoxLayout(self.protects.content)
        inside.setContentsMargins(4, 0, 0, 4)
        inside.setSpacing(8)
        does = (
            self.tr("It works without the internet and sends nothing to anybody."),
            self.tr(
                "What you keep is locked with your passphrase. The passphrase is written nowhere, and there is no"
                " second way in but the spare key you may make."
            ),
            self.tr("“Hide now” turns the window into an ordinary program at once and closes your notes behind it."),
            self.tr("This program writes nothing of yours outside its locked files."),
            self.tr(
                "An entry about what happened is never written over: a change is added, and the first words stay."
            ),
        )
        welcome = load_welcome(self.context.language)
        for title, lines in (
            (self.tr("What it does"), does),
            (welcome.limits_title, tuple(point.text for point in welcome.limits)),
            (welcome.honesty_title, tuple(point.text for point in welcome.honesty)),
        ):
            inside.addWidget(Heading(title, 3))
            for line in lines:
                inside.addWidget(Body(f"• {line}"))

    def _show_at_side(self, on: bool) -> None:  # noqa: FBT001
        self.context.change_setting("navigation", "grown" if on else "small")

    def _show_limits(self) -> None:
        self.protects.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.sheet.verticalScrollBar().setValue(self.limits.y())
