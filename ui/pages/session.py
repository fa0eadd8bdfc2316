"""A session in a client's own store: what today is for, since last time, three things, a page to take home, the end.

May touch: the worker, and the three numbers that the desk counts. Must never name whose store this is, nor make or
keep anything that was not asked for.
"""

from __future__ import annotations

import functools
from typing import Any

from PySide6.QtWidgets import QWidget

from safeplan.content.desk_words import load_desk_words
from safeplan.content.guide import suggestion
from safeplan.policy import said
from ui import session_work
from ui.page import Page, PageContext
from ui.session_work import SessionView, present_of
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.card import Card
from ui.widgets.choices import Choice
from ui.widgets.column import Column
from ui.widgets.flow import flow
from ui.widgets.labels import Body, Heading
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.session_cards import SinceCard, WaysCard
from ui.widgets.session_home import HomeCard


class SessionPage(Page):
    """Two views: before the way was chosen, and the session itself."""

    name = "session"
    keeps_drafts = False

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.words = load_desk_words(context.language)
        self.present = present_of(context)
        self.sheet = ScrollPage(name="session-sheet")
        self.layout_.addWidget(self.sheet)
        self.purpose = self._topics("session-topic", self.words.begin.for_what, self.present.topics)
        self.before = Column(*self._before(), spacing=16, name="session-before")
        self.since = Column(name="session-since-place")
        self.today = Body("", name="session-today")
        self.ways = WaysCard(self.present, self.words, self._open)
        self.home = HomeCard(context, self.words)
        self.agreed = Body("", name="session-agreed")
        self.about = self._topics("session-about", self.words.session.topics, self.present.topics)
        self.referrals = Choice(
            list(self.words.referrals.items()), name="session-referral", accessible=self.words.session.referrals
        )
        self.during = Column(*self._during(), spacing=16, name="session-during")
        self.sheet.add(self.before, self.since, self.during)

    def title(self) -> str:
        """The heading."""
        return self.words.session.title

    def arrive(self, **arguments: Any) -> None:
        """Where it stands now."""
        del arguments
        self._show_part()
        self.load()

    def load(self) -> None:
        """Ask the worker, once there is something to ask about."""
        if self.context.has_store():
            work = functools.partial(session_work.look, present=self.present)
            self.context.background.run(self, work, self.show_view, self.context.questions.tell_error)

    def show_view(self, view: SessionView) -> None:
        """What the store says."""
        self._show_since(view)
        self.ways.show_view(view)
        self.home.setVisible(self._may_print)
        say, what = self.words.session, [self.words.what[one].title for one in view.agreed]
        self.agreed.setText(say.agreed_some.format(what=", ".join(what)) if what else say.agreed_none)
        if self.present.purged:
            self.context.tell(say.purged.format(count=self.present.purged))
            self.present.purged = 0

    def collect_draft(self) -> dict[str, str]:
        """For another language or text size in the middle of a session."""
        parts = {"for": self.purpose, "about": self.about, "referrals": self.referrals}
        return {name: ",".join(part.chosen()) for name, part in parts.items() if part.chosen()}

    def restore_draft(self, fields: dict[str, str]) -> None:
        """Put it back after such a change."""
        for name, part in {"for": self.purpose, "about": self.about, "referrals": self.referrals}.items():
            part.set_chosen(fields.get(name, "").split(","))

    @property
    def _may_print(self) -> bool:
        return "paper" in self.context.room.policy.exports

    # ── parts ───────────────────────────────────────────────────────────────────────────────────────────────────
    def _topics(self, name: str, accessible: str, chosen: tuple[str, ...]) -> Choice:
        return Choice(list(self.words.topics.items()), name=name, accessible=accessible, chosen=chosen)

    def _before(self) -> list[QWidget]:
        say = self.words.begin
        first = Card(say.say_first, name="session-report")
        first.add(Body(said(self.context.room.policy.must_report, self.context.language), name="session-report-text"))
        purpose = Card(say.for_what, say.for_what_why, name="session-purpose")
        purpose.add(self.purpose)
        way = Card(say.way, name="session-way")
        for path, act, kind in (("short", say.go_short, PrimaryButton), ("full", say.go_full, SecondaryButton)):
            begin = functools.partial(self._begin, path)
            words = self.words.paths[path]
            way.add(Heading(words.title, 3), Body(words.text), kind(act, name=f"session-begin-{path}", clicked=begin))
        return [first, purpose, way]

    def _during(self) -> list[QWidget]:
        say = self.words.session
        today = Card(say.today, name="session-today-card")
        today.add(self.today)
        reading = Card(say.read_title, say.read_about, name="session-reading")
        together = SecondaryButton(
            say.read_open, name="session-together", icon="users", clicked=lambda: self._open("both_look")
        )
        reading.add(flow(together))
        agreed = Card(say.agreed_title, name="session-agreed-card")
        agreed.add(
            self.agreed,
            flow(SecondaryButton(say.agreed_open, name="session-consent", clicked=lambda: self._open("consent"))),
        )
        end = Card(say.end_title, name="session-end-card")
        end.add(
            Heading(say.topics, 3),
            self.about,
            Heading(say.referrals, 3),
            self.referrals,
            Body(say.counted, "muted"),
            flow(PrimaryButton(say.end, name="session-end", clicked=self.end)),
        )
        return [today, self.ways, reading, self.home, agreed, end]

    def _show_part(self) -> None:
        begun = bool(self.present.path)
        self.before.setVisible(not begun)
        self.during.setVisible(begun)
        if begun:
            say = self.words.session
            self.ways.show_way()
            chosen = [self.words.topics[one] for one in self.present.topics]
            self.today.setText(", ".join(chosen) or say.today_none)
            self.home.setVisible(self._may_print and self.context.has_store())
            self.agreed.setText(say.agreed_none if self.context.has_store() else say.not_kept)

    def _show_since(self, view: SessionView) -> None:
        for old in self.since.findChildren(SinceCard):
            old.hide()
            old.setParent(None)
            old.deleteLater()
        if view.since is not None:
            self.since.add(SinceCard(view.since, self.words, self.context.language, self._step_words))
        self.since.setVisible(view.since is not None)

    def _step_words(self, step: Any) -> str:
        found = suggestion(self.context.guide, step.section, step.suggestion)
        return str(step.words.strip() or (found.text if found else ""))

    # ── acts ────────────────────────────────────────────────────────────────────────────────────────────────────
    def _begin(self, path: str) -> None:
        self.present.path, self.present.topics = path, self.purpose.chosen()
        self.about.set_chosen(self.present.topics)
        self._show_part()
        self.sheet.verticalScrollBar().setValue(0)
        self.load()

    def _open(self, page: str) -> None:
        if page == "acute":
            # Seen together is all that this one asks.
            self.ways.ticks["acute"].set_checked(True)
        self.context.go(page)

    def end(self) -> None:
        """The ticks become three numbers; what is taken along and what goes comes next."""
        work = functools.partial(
            session_work.end, present=self.present, topics=self.about.chosen(), referrals=self.referrals.chosen()
        )
        self.context.background.run(self, work, self._ended, self.context.questions.tell_error)

    def _ended(self, numbers: tuple[int, int, int]) -> None:
        if not self.present.ended:
            self.present.ended = True
            self.context.extra.get("count_session", lambda *_numbers: None)(*numbers)
        self.context.go("client_leave")
