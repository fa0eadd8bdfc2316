"""Below the way: her plan on paper, and what was handed over before.

May touch: its own widgets. Must never say more about an earlier hand-over than that it was, to whom and how much.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from safeplan.handover.releases import Release
from ui.page import PageContext
from ui.widgets.beside import beside
from ui.widgets.buttons import QuietButton, SecondaryButton
from ui.widgets.card import Card, EmptyState
from ui.widgets.column import Column
from ui.widgets.labels import Body, Heading
from ui.widgets.said_dates import moment_in_words
from ui.widgets.stack import stack

# The page of all hand-overs has the rest.
NEWEST = 3


class BeforeCards(Column):
    """Two cards."""

    def __init__(self, context: PageContext, all_handed: str) -> None:
        super().__init__(spacing=16)
        self._context, self._all = context, all_handed
        self.plan = self._paper_card()
        self.earlier = Card(name="hand-over-earlier")
        self.add(self.plan, self.earlier)

    def show_releases(self, earlier: tuple[Release, ...], *, with_plan: bool) -> None:
        """Show the newest of them."""
        self.plan.setVisible(with_plan)
        self.earlier.setVisible(bool(earlier))
        while self.earlier.body.count():
            item = self.earlier.body.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if not earlier:
            return
        self.earlier.add(Heading(QCoreApplication.translate("HandOverPage", "Handed over before"), 2))
        for place, one in enumerate(earlier[:NEWEST], 1):
            self.earlier.add(self._line(place, one))
        self.earlier.add(
            QuietButton(self._all, name="hand-over-handed", icon="rows", clicked=lambda: self._context.go("handed"))
        )

    def _line(self, place: int, one: Release) -> Column:
        head = QCoreApplication.translate("HandOverPage", "{moment} · {recipient}").format(
            moment=moment_in_words(one.made_at, self._context.clock, self._context.language),
            recipient=one.recipient or QCoreApplication.translate("HandOverPage", "no name written"),
        )
        parts = [
            QCoreApplication.translate("HandOverPage", "Entries: {count}").format(count=len(one.incidents)),
            QCoreApplication.translate("HandOverPage", "files: {count}").format(count=len(one.files)),
            QCoreApplication.translate("HandOverPage", "folder {name}").format(name=one.folder_name),
        ]
        if one.purpose:
            parts.insert(0, one.purpose)
        if one.until:
            parts.append(QCoreApplication.translate("HandOverPage", "until {day}").format(day=one.until))
        return stack(Heading(head, 3), Body(" · ".join(parts), "muted"), spacing=2, name=f"hand-over-earlier-{place}")

    def _paper_card(self) -> Card:
        card = Card(QCoreApplication.translate("HandOverPage", "My plan on paper"), name="hand-over-plan")
        button = SecondaryButton(
            QCoreApplication.translate("HandOverPage", "On paper"),
            name="hand-over-plan-open",
            icon="printer",
            clicked=lambda: self._context.go("paper"),
        )
        words = QCoreApplication.translate(
            "HandOverPage", "Your plan, the page for a bad moment or a folded card, to print elsewhere."
        )
        card.add(beside(Body(words, "muted"), button))
        return card


def nothing_card(context: PageContext) -> Card:
    """In place of the way while nothing is written."""
    card = Card(name="hand-over-nothing")
    card.add(
        EmptyState(
            QCoreApplication.translate("HandOverPage", "There is nothing to hand over yet"),
            QCoreApplication.translate(
                "HandOverPage",
                "When something is written down under “What happened”, you can give a copy of it to someone:"
                " only the lines you choose, with a report to print and the files unchanged.",
            ),
            QCoreApplication.translate(
                "HandOverPage", "Three entries from March with two photos, in Russian, for a lawyer."
            ),
            name="hand-over-empty",
            icon="export",
            action=QCoreApplication.translate("HandOverPage", "Write something down"),
            clicked=lambda: context.go("happened"),
        )
    )
    return card
