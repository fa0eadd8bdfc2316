"""Two cards of a session: what has changed since the last one, and the three things of a short one.

May touch: their own widgets. Must never judge a change, nor tick anything that was not done.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from safeplan.content.desk_words import DeskWords
from safeplan.records.sessions_held import SinceLastTime
from ui.session_work import Present, SessionView
from ui.theme import current
from ui.widgets.buttons import QuietButton
from ui.widgets.card import Card
from ui.widgets.fields import TickBox
from ui.widgets.flow import flow
from ui.widgets.labels import Body, Heading
from ui.widgets.said_dates import day_in_words
from ui.widgets.stack import stack

STEPS = 3
# Where each of the three is done.
PAGE_OF = {"acute": "acute", "steps": "plan", "fact": "happened"}


class SinceCard(Card):
    """Counts, and the steps done since; their words are shown, as they stand in the plan anyway."""

    def __init__(self, since: SinceLastTime, words: DeskWords, language: str, step_words: Callable[..., str]) -> None:
        say = words.session
        day = day_in_words(date.fromisoformat(since.last.on_day), language)
        super().__init__(say.since_title.format(day=day), name="session-since")
        lines = [say.since_done.format(step=step_words(step)) for step in since.done]
        if since.plan is None:
            lines.append(say.since_unknown)
        else:
            changed = len(since.plan.steps) + len(since.plan.answers) - len(since.done)
            lines += [say.since_steps.format(count=changed)] if changed > 0 else []
        lines += [say.since_entries.format(count=since.entries)] if since.entries else []
        if since.nothing():
            lines = [say.since_nothing]
        self.add(*(Body(line) for line in lines))


class WaysCard(Card):
    """The three things, each with a tick and the way to its page. Ticks by hand last as long as the session."""

    def __init__(self, present: Present, words: DeskWords, go: Callable[[str], None]) -> None:
        say = words.session
        super().__init__(name="session-ways")
        self._say, self._present = say, present
        self.heading = Heading("", 2, name="session-ways-title")
        self.ticks: dict[str, TickBox] = {}
        self.facts: dict[str, Body] = {}
        rows: list[QWidget] = []
        for way, one in words.ways.items():
            tick = TickBox(one.title, name=f"session-way-{way}", checked=way in present.seen, why=one.why)
            tick.toggled.connect(partial(self._ticked, way))
            self.ticks[way] = tick
            self.facts[way] = Body("", "small", name=f"session-fact-{way}")
            # Below the words of the tick, not below its box.
            self.facts[way].setIndent(current().px(22) + 14)
            self.facts[way].hide()
            opens = QuietButton(
                say.open,
                name=f"session-open-{way}",
                icon="arrow-right",
                clicked=partial(go, PAGE_OF[way]),
                accessible=f"{say.open}: {one.title}",
            )
            rows.append(stack(tick, self.facts[way], flow(opens), spacing=2))
        self.add(self.heading, *rows)
        self.show_way()

    def show_way(self) -> None:
        """The heading fits how much time there is."""
        short = self._present.path == "short"
        self.heading.setText(self._say.ways_title if short else self._say.ways_all)
        self.setAccessibleName(self.heading.text())

    def show_view(self, view: SessionView) -> None:
        """What the store says for itself is ticked; a tick by hand stays."""
        done = {"steps": view.steps >= STEPS, "fact": view.facts > 0}
        said = {"steps": (self._say.counted_steps, view.steps), "fact": (self._say.counted_facts, view.facts)}
        for way, (words, count) in said.items():
            self.facts[way].setText(words.format(count=count))
            self.facts[way].setVisible(bool(count))
            if done[way]:
                self.ticks[way].set_checked(True)

    def _ticked(self, way: str, on: bool) -> None:  # noqa: FBT001
        (self._present.seen.add if on else self._present.seen.discard)(way)
