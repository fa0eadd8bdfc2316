"""What has changed in the plan since last time, in a few lines, for any page.

May touch: the versions, through the background. Must never show answers, and never stand there when nothing changed.
"""

from __future__ import annotations

import functools

from PySide6.QtWidgets import QWidget

from safeplan.content.guide import Guide
from safeplan.records import people, versions
from safeplan.records.people import Person
from safeplan.records.versions import Changes, VersionHead
from ui.background import Job, Session
from ui.page import PageContext
from ui.widgets.buttons import QuietButton
from ui.widgets.card import Card
from ui.widgets.file_words import breakable
from ui.widgets.flow import flow
from ui.widgets.labels import Body, Heading
from ui.widgets.said_dates import moment_in_words
from ui.widgets.stack import stack, tighten
from ui.widgets.version_words import Sayer

# More would be a list; the rest is one press away.
LINES = 3
LONGEST = 200

Since = tuple[VersionHead, Changes, dict[str, Person]]


class SinceLastTime(Card):
    """load() fills it, or hides it: nothing changed, nothing kept yet, or no earlier version."""

    def __init__(self, context: PageContext, *, name: str) -> None:
        super().__init__(name=name)
        tighten(self, 10)
        self._context, self._name = context, name
        self._inside: QWidget | None = None
        self.hide()

    def load(self) -> None:
        """Ask for it; the card shows itself when there is something to say."""
        if not self._context.has_store():
            self.hide()
            return
        work = functools.partial(_load, guide=self._context.guide)
        self._context.background.run(self, work, self.show_since, self._context.questions.tell_error)

    def show_since(self, since: Since | None) -> None:
        """At most three lines, and the way to all of it."""
        if self._inside is not None:
            self._inside.hide()
            self._inside.deleteLater()
            self._inside = None
        self.setVisible(since is not None)
        if since is None:
            return
        context = self._context
        head, changes, known = since
        day = moment_in_words(head.made_at, context.clock, context.language).rpartition(", ")[0]
        title = self.tr("Since {day}").format(day=day)
        self.setAccessibleName(title)
        lines = Sayer(context.guide, known, reveal=False, language=context.language).short(changes)
        every = QuietButton(
            self.tr("All that has changed"),
            name=f"{self._name}-all",
            clicked=functools.partial(context.go, "versions", version_id=head.id),
        )
        said = [Body(breakable(f"–  {_shortened(line)}")) for line in lines[:LINES]]
        self._inside = stack(Heading(title, 3), *said, flow(every), spacing=4)
        self.add(self._inside)


def _shortened(line: str) -> str:
    return line if len(line) <= LONGEST else f"{line[:LONGEST]} …"


# ── in the worker ───────────────────────────────────────────────────────────────────────────────────────────────
def _load(session: Session, _job: Job, *, guide: Guide) -> Since | None:
    since = versions.since_last_time(session.database)
    if since is None or since[1].nothing():
        return None
    head, changes = since
    # Read here, so that no section is read while the window waits.
    for step in (one.after or one.before for one in changes.steps):
        if step is not None and guide.head(step.section) is not None:
            guide.section(step.section)
    return head, changes, {one.id: one for one in people.list_people(session.database)}
