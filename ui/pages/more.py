"""More: the ways to everything that is not in the first four lines, in plain words, and what this program cannot do.

May touch: its own widgets and the guide's words. Must never promise what the program cannot hold.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from safeplan.content.trace_words import load_trace_words
from safeplan.content.welcome import load_welcome
from safeplan.handover.forms import forms_for
from safeplan.records.settings import Settings
from ui.hand_over_made import read_ahead
from ui.icons import pixmap
from ui.page import Page, PageContext
from ui.plan_keeping import first_evening
from ui.theme import current
from ui.widgets.backup_due import BackupDue
from ui.widgets.buttons import QuietButton
from ui.widgets.card import Card, Unfold
from ui.widgets.fields import TickBox
from ui.widgets.flow import columns
from ui.widgets.labels import Body, Heading
from ui.widgets.scroll_page import ScrollPage


@dataclass(frozen=True)
class Way:
    """A page and what it is for, in one line."""

    page: str
    title: str
    text: str


class MorePage(Page):
    """Ways on, and one honest page about limits."""

    name = "more"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.sheet = ScrollPage(name="more-scroll")
        self.layout_.addWidget(self.sheet)
        offered = [
            (one, head, [way for way in ways if context.room.offers(way.page)]) for one, head, ways in self._groups()
        ]
        ways = columns(*(self._group(*one) for one in offered if one[2]))
        self.protects = Unfold(
            self.tr("How this program protects, and what it cannot do"), QWidget(), name="more-protects"
        )
        self.protects.unfolded.connect(self._fill)
        self.limits = Card(name="more-limits")
        self.limits.add(self.protects)
        now: Settings = context.settings or Settings()
        self.side = TickBox(
            self.tr("Keep My plan, People, Hand over and Settings at the side"),
            name="more-side",
            checked=now.navigation == "grown",
        )
        self.side.toggled.connect(self._show_at_side)
        self.due = BackupDue(context)
        self.sheet.add(self.due, ways, self.limits, self.side)
        if context.room.is_kiosk:
            # No copy is due there, and the lines at the side are the same for everyone.
            self.due.hide()
            self.side.hide()

    def title(self) -> str:
        """The heading."""
        return self.tr("More")

    def arrive(self, **arguments: Any) -> None:
        """`at="more-protects"` unfolds the page about limits."""
        if not self.context.room.is_kiosk:
            self.due.load()
        self.context.background.run(self, read_ahead, lambda _nothing: None, ahead=True)
        now: Settings = self.context.settings or Settings()
        self.side.box.blockSignals(True)
        self.side.set_checked(now.navigation == "grown")
        self.side.box.blockSignals(False)
        if arguments.get("at") == "more-protects":
            self.protects.button.setChecked(True)
            QTimer.singleShot(0, self, self._show_limits)

    def _groups(self) -> list[tuple[str, str, list[Way]]]:
        """(drawing, heading, its ways); pages that need a plan to look back on come after the first evening."""
        later = not first_evening(self.context)
        log = [
            Way("look_back", self.tr("Look back"), self.tr("Find an entry by a word, a person, a place, a time.")),
            Way("calendar", self.tr("Calendar"), self.tr("Which days have an entry, and plain counts.")),
            Way("files", self.tr("Files"), self.tr("Every picture, recording and paper that is kept.")),
            Way("record", self.tr("Check"), self.tr("Whether everything is as it was kept, and a card for later.")),
        ]
        case = [
            Way("orders", self.tr("Orders"), self.tr("The dates of a protective order, and how many days are left.")),
            Way("cases", self.tr("Cases"), self.tr("Statements, numbers, hearings, letters and answers.")),
            Way(
                "pressure", self.tr("Pressure"), self.tr("Who wanted you to withdraw or to sign, and what was said.")
            ),
        ]
        plan = [
            Way("plan", self.tr("My plan"), self.tr("Questions and small steps, one topic at a time.")),
            Way("people", self.tr("People"), self.tr("Who you can ask, and how to reach them safely.")),
            Way("paper", self.tr("On paper"), self.tr("A folded card, a page or your plan, to print.")),
        ]
        if later:
            plan += [
                Way(
                    "weigh", self.tr("What matters to me"), self.tr("Several ways side by side; nothing is added up.")
                ),
                Way(
                    "versions", self.tr("Earlier versions of my plan"), self.tr("Your plan as it was, with its day.")
                ),
            ]
        safety = [
            Way("signs", self.tr("Warning signs"), self.tr("What can come before serious harm. No test, no score.")),
            Way(
                "tech_check",
                self.tr("A look at phone and devices"),
                self.tr("Where someone could see or hear you, and what to keep first."),
            ),
            Way("say_this", self.tr("Say this"), self.tr("Short sentences to read aloud: to the police, a doctor.")),
        ]
        program = [
            Way("hand_over", self.tr("Hand over"), self.tr("A copy for a lawyer, the police or a court.")),
            Way(
                "backup",
                self.tr("A copy to take along"),
                self.tr("One locked file for a stick, or for a new computer."),
            ),
            Way("settings", self.tr("Settings"), self.tr("Language, size of the text, hiding, passphrase.")),
        ]
        traces = load_trace_words(self.context.language).page
        program.append(Way("computer_knows", traces.title, traces.line))
        if forms_for(getattr(self.context.region, "id", "")):
            text = self.tr("A statement, or a request for a copy of an order, to read over and print.")
            program.insert(1, Way("drafts", self.tr("Drafts for the counter"), text))
        return [
            ("note-pencil", self.tr("What happened"), log),
            ("scales", self.tr("Orders and cases"), case),
            ("path", self.tr("My plan and people"), plan),
            ("lifebuoy", self.tr("Signs, devices, words"), safety),
            ("export", self.tr("Handing over and settings"), program),
        ]

    def _group(self, drawing: str, heading: str, ways: list[Way]) -> Card:
        card = Card(name=f"more-group-{ways[0].page}")
        head = QWidget()
        across = QHBoxLayout(head)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(10)
        picture = QLabel()
        picture.setPixmap(pixmap(drawing, "accent", 24))
        across.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(Heading(heading, 2), 1)
        card.add(head)
        for way in ways:
            row = QWidget()
            down = QVBoxLayout(row)
            down.setContentsMargins(0, 0, 0, 0)
            down.setSpacing(0)
            button = QuietButton(way.title, name=f"more-{way.page}", clicked=partial(self.context.go, way.page))
            down.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            said = Body(way.text, "muted")
            # In line with the words on the button, which keeps room for its frame.
            said.setContentsMargins(current().px(11), 0, 0, 0)
            down.addWidget(said)
            card.add(row)
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
