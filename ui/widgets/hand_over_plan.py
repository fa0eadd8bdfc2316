"""Her plan on paper: which parts, in which language.

May touch: its own widgets. Must never print what names people or places unless she ticked it.
"""

from __future__ import annotations

from collections.abc import Callable

from ui.hand_over_work import Paper
from ui.translation import LANGUAGES
from ui.widgets.buttons import SecondaryButton
from ui.widgets.card import Card, Unfold
from ui.widgets.choices import Choice
from ui.widgets.fields import LabelledField, TextLine, TickBox
from ui.widgets.flow import flow
from ui.widgets.labels import Body, Heading
from ui.widgets.stack import stack


class PlanPaperCard(Card):
    """Unfolds the choices; `print_it` is called on the button."""

    def __init__(self, language: str, print_it: Callable[[], object]) -> None:
        super().__init__(name="hand-over-plan")
        title = self.tr("My plan on paper")
        self.setAccessibleName(title)
        self.language = Choice(
            list(LANGUAGES.items()),
            name="hand-over-plan-language",
            several=False,
            chosen=[language],
            may_be_none=False,
        )
        self.heading = TextLine(name="hand-over-plan-title")
        self.numbers = TickBox(self.tr("Numbers to call"), name="hand-over-plan-numbers", checked=True)
        self.done = TickBox(self.tr("Steps that are done, too"), name="hand-over-plan-done", checked=True)
        self.bad_moment = TickBox(
            self.tr("What I filled in for a bad moment"),
            name="hand-over-plan-acute",
            why=self.tr("It may name people, places and your code word. Leave it out if the paper could be found."),
        )
        button = SecondaryButton(
            self.tr("Choose a folder for the page to print"),
            name="hand-over-plan-print",
            icon="printer",
            clicked=print_it,
        )
        content = stack(
            self.numbers,
            self.done,
            self.bad_moment,
            LabelledField(
                self.tr("Heading on the paper"),
                self.heading,
                why=self.tr("Something ordinary, such as “Shopping”. Left empty, it says “My plan”."),
            ),
            LabelledField(self.tr("Language of the paper"), self.language),
            flow(button),
        )
        self.add(
            Heading(title, 2),
            Body(
                self.tr(
                    "One PDF file with your steps, to print elsewhere. Steps marked “Not now” or “Not safe for me”"
                    " are left out. Paper can be found: think of where it will lie."
                ),
                "muted",
            ),
            Unfold(self.tr("What goes on the paper"), content, name="hand-over-plan-fold"),
        )

    def paper(self, region: str) -> Paper:
        """What was chosen."""
        return Paper(
            language=self.language.one(),
            region=region,
            title=self.heading.text().strip(),
            numbers=self.numbers.is_checked(),
            bad_moment=self.bad_moment.is_checked(),
            done_steps=self.done.is_checked(),
        )
