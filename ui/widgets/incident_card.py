"""One entry in the list: when, the first words, what kinds, how many files.

May touch: its own widgets. Must never show a name or a picture.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from safeplan.records.incidents import Incident
from ui.widgets.buttons import QuietButton, SecondaryButton
from ui.widgets.card import Card
from ui.widgets.flow import flow
from ui.widgets.incident_words import first_words, kind_words, when_words
from ui.widgets.labels import Badge, Body


class IncidentCard(Card):
    """`open_it` and, for entries of this opening, `take_back` are called without arguments."""

    def __init__(
        self, incident: Incident, language: str, open_it: Callable[[], object], take_back: Callable[[], object]
    ) -> None:
        number = incident.number
        super().__init__(name=f"incident-{number}")
        self.body.setSpacing(6)
        latest = incident.latest
        if latest is None:
            self.add(Body(self.tr("{number}. Removed").format(number=number), "muted"))
            return
        form = latest.form
        heading = self.tr("{number}. {when}").format(number=number, when=when_words(form.happened, language))
        self.add(Body(heading, "muted", name=f"incident-{number}-when"))
        words = first_words(form.text) or self.tr("No words, only files.")
        self.add(Body(words, name=f"incident-{number}-words"))
        known = kind_words()
        badges = [Badge(known[kind], "plain") for kind in form.kinds]
        if incident.attachments:
            badges.append(Badge(self.tr("%n file(s)", "", len(incident.attachments)), "accent"))
        if len(incident.revisions) > 1:
            badges.append(Badge(self.tr("Changed later"), "plain"))
        buttons: list[QWidget] = [
            SecondaryButton(
                self.tr("Open"),
                name=f"incident-{number}-open",
                clicked=open_it,
                accessible=self.tr("Open entry {number}").format(number=number),
            )
        ]
        if not incident.fixed:
            buttons.append(
                QuietButton(
                    self.tr("Take back"),
                    name=f"incident-{number}-take-back",
                    clicked=take_back,
                    accessible=self.tr("Take back entry {number}").format(number=number),
                )
            )
        if badges:
            self.add(flow(*badges))
        self.add(flow(*buttons))
