"""Before the first question of a session: what must be reported, what today is for, and how much time there is.

May touch: nothing of the client's. Must never make or keep anything: a store comes last, and only if she wants one.
"""

from __future__ import annotations

from typing import Any

from safeplan.content.desk_words import load_desk_words
from safeplan.policy import said
from ui.page import Page, PageContext
from ui.session_work import present_of
from ui.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from ui.widgets.card import Card
from ui.widgets.choices import Choice
from ui.widgets.flow import flow
from ui.widgets.labels import Body, Heading
from ui.widgets.scroll_page import ScrollPage


class ClientBeginPage(Page):
    """One page; each answer can stay open but the way it goes on."""

    name = "client_begin"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.words = load_desk_words(context.language)
        words = self.words.begin
        first = Card(words.say_first, name="begin-report")
        first.add(Body(said(context.room.policy.must_report, context.language), name="begin-report-text"))
        self.topics = Choice(
            list(self.words.topics.items()), name="begin-topic", accessible=words.for_what, several=True
        )
        self.topics.changed.connect(self.touch_draft)
        purpose = Card(words.for_what, words.for_what_why, name="begin-purpose")
        purpose.add(self.topics)
        way = Card(words.way, name="begin-way")
        for path, act in (("short", words.go_short), ("full", words.go_full)):
            kind = PrimaryButton if path == "short" else SecondaryButton
            way.add(
                Heading(self.words.paths[path].title, 3),
                Body(self.words.paths[path].text),
                kind(act, name=f"begin-{path}", clicked=getattr(self, f"_go_{path}")),
            )
        way.add(Body(words.nothing_yet, "muted"))
        back = flow(QuietButton(words.back, name="begin-back", clicked=lambda: context.switch(0)))
        self.sheet = ScrollPage(name="begin-sheet")
        self.sheet.add(first, purpose, way, back)
        self.layout_.addWidget(self.sheet)

    def title(self) -> str:
        """The heading."""
        return self.words.begin.title

    def collect_draft(self) -> dict[str, str]:
        """What was chosen; it becomes the session's purpose as soon as there is a store."""
        chosen = self.topics.chosen()
        return {"topics": ",".join(sorted(chosen))} if chosen else {}

    def restore_draft(self, fields: dict[str, str]) -> None:
        """Put it back after a change of language."""
        self.topics.set_chosen([one for one in fields.get("topics", "").split(",") if one in self.words.topics])

    def _begin(self, path: str) -> None:
        present = present_of(self.context)
        present.path, present.topics = path, self.topics.chosen()
        if not self.context.has_store():
            self.context.extra["welcome_done"]()

    def _go_short(self) -> None:
        self._begin("short")
        self.context.go("session")

    def _go_full(self) -> None:
        self._begin("full")
        self.context.go("plan")

    def escape(self) -> None:
        """Esc leads back to the list, as the button does."""
        self.context.switch(0)

    def arrive(self, **arguments: Any) -> None:
        """Nothing to load: nothing is open."""
        del arguments
