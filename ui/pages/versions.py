"""Earlier versions of my plan: each with its day, what has changed since, and all that stood in it.

May touch: the versions, through the background. Must never bring an old version back over the plan as it is now, and
never show what she wrote, where names and addresses may stand, before "Show" is pressed.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Any

from safeplan.content.guide import Guide
from safeplan.records import people, plan, versions
from safeplan.records.people import Person
from safeplan.records.versions import Changes, PlanVersion, VersionHead
from ui.background import Job, Session
from ui.page import Page, PageContext
from ui.plan_changes import NAMELESS, WAY
from ui.widgets.card import Card, EmptyState
from ui.widgets.labels import Body
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.stack import stack
from ui.widgets.version_list import CHANGES, VersionList
from ui.widgets.version_words import Sayer


@dataclass(frozen=True)
class Opened:
    """One version, how the plan differs from it now, and the people kept now."""

    version: PlanVersion
    changes: Changes
    people: dict[str, Person]
    nameless: bool


class VersionsPage(Page):
    """A list to read; nothing here changes the plan."""

    name = "versions"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._heads: tuple[VersionHead, ...] = ()
        self._open = ""
        self.sheet = ScrollPage(name="versions-sheet")
        self.layout_.addWidget(self.sheet)
        self.about = Card(name="versions-about")
        self.about.body.setSpacing(6)
        self.about.add(
            Body(self.tr("Your plan as it was when you last used it, each time with its day.")),
            Body(self.tr("Fewer steps are not less, and more are not better. Nothing here changes your plan.")),
            Body(self.tr("What you take out of your plan stays in its earlier versions until you remove them here.")),
        )
        self.empty_card = Card(name="versions-empty-card")
        self.empty_card.add(
            EmptyState(
                self.tr("No earlier version yet"),
                self.tr(
                    "When you open this again, your plan as you left it is kept with its day. Then you can read"
                    " here what has changed since."
                ),
                self.tr("2 March: papers at my aunt's, will do. 9 March: done."),
                name="versions-empty",
                icon="clock",
                action=self.tr("To my plan"),
                clicked=functools.partial(context.go, "plan"),
            )
        )
        self.list = VersionList(context.clock, context.language, name="versions-list")
        self.list.wanted.connect(self._read)
        self.list.remove.connect(self._ask_remove)
        self.list.remove_all.connect(self._ask_remove_all)
        column = stack(spacing=16, name="versions-column")
        column.add(self.about, self.empty_card, self.list)
        self.sheet.add(column)
        self.show_view(())

    def title(self) -> str:
        """The heading."""
        return self.tr("Earlier versions of my plan")

    def arrive(self, *, version_id: str = "", **_: Any) -> None:
        """Load the list; `version_id`: this one is unfolded."""
        self.arguments = {}
        self._open = version_id
        if self.context.has_store():
            self._run(_load)
        else:
            self.show_view(())

    def show_view(self, heads: tuple[VersionHead, ...]) -> None:
        """List the versions."""
        self._heads = heads
        for part in (self.about, self.list):
            part.setVisible(bool(heads))
        self.empty_card.setVisible(not heads)
        open_, self._open = self._open, ""
        self.list.show_heads(heads, open_)

    # ── reading ─────────────────────────────────────────────────────────────────────────────────────────────────
    def _read(self, version_id: str, what: str) -> None:
        context = self.context
        work = functools.partial(_read, version_id=version_id, guide=context.guide)
        shown = functools.partial(self._show_opened, what)
        context.background.run(self, work, shown, context.questions.tell_error)

    def _show_opened(self, what: str, opened: Opened) -> None:
        context = self.context
        reveal = bool(context.settings and context.settings.names_shown) and not opened.nameless
        sayer = Sayer(context.guide, opened.people, reveal, context.language)
        pieces = sayer.changed(opened.changes) if what == CHANGES else sayer.whole(opened.version)
        nothing = self.tr("Your plan is the same now.") if what == CHANGES else self.tr("Nothing stood in it.")
        self.list.show_pieces(opened.version.id, what, pieces, nothing)

    # ── removing ────────────────────────────────────────────────────────────────────────────────────────────────
    def _ask_remove(self, version_id: str) -> None:
        newest = bool(self._heads) and self._heads[0].id == version_id
        lost = self.tr(
            "The steps, answers and situations as they stood then are gone. Your plan as it is now and the other"
            " versions stay."
        )
        if newest:
            lost = f"{lost} {self._kept_again()}"
        self.context.questions.ask(
            self.tr("Remove this version?"),
            lost,
            [("no", self.tr("Leave it")), ("yes", self.tr("Remove it"))],
            functools.partial(self._remove, functools.partial(_remove, version_id=version_id)),
            safe="no",
        )

    def _ask_remove_all(self) -> None:
        lost = self.tr("How your plan was before cannot be read any more. Your plan as it is now stays.")
        self.context.questions.ask(
            self.tr("Remove all earlier versions?"),
            f"{lost} {self._kept_again()}",
            [("no", self.tr("Leave them")), ("yes", self.tr("Remove them"))],
            functools.partial(self._remove, _remove_all),
            safe="no",
        )

    def _kept_again(self) -> str:
        return self.tr("When you open this next time, the plan as it is then is kept as a version again.")

    def _remove(self, work: Any, answer: str) -> None:
        if answer == "yes":
            self._run(work)

    def _run(self, work: Any) -> None:
        context = self.context
        context.background.run(self, work, self.show_view, context.questions.tell_error)


# ── in the worker ───────────────────────────────────────────────────────────────────────────────────────────────
def _load(session: Session, _job: Job) -> tuple[VersionHead, ...]:
    return versions.version_heads(session.database)


def _read(session: Session, _job: Job, *, version_id: str, guide: Guide) -> Opened:
    db = session.database
    then, now = versions.version(db, version_id), versions.plan_now(db)
    # Read here, so that no section is read while the window waits.
    asked = {question.partition("_")[0] for one in (then, now) for question, _ in one.answers}
    for section in asked | {step.section for one in (then, now) for step in one.steps}:
        if guide.head(section) is not None:
            guide.section(section)
    known = {one.id: one for one in people.list_people(db)}
    return Opened(then, versions.changes(then, now), known, plan.answer(db, WAY) == NAMELESS)


def _remove(session: Session, job: Job, *, version_id: str) -> tuple[VersionHead, ...]:
    versions.remove_version(session.database, version_id)
    return _load(session, job)


def _remove_all(session: Session, job: Job) -> tuple[VersionHead, ...]:
    versions.remove_all_versions(session.database)
    return _load(session, job)
