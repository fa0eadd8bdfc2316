"""One entry about pressure: when, the words, what was wanted, the paper, the promise, and what came of it.

May touch: its own widgets. Must never show a file, and never call a promise kept or broken by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Protocol

from PySide6.QtWidgets import QWidget

from safeplan.content.pressure_words import PressureWords
from safeplan.records.deadlines import day_of
from safeplan.records.incident_form import Statement
from safeplan.records.pressure import Outcome, Pressure
from ui.widgets.beside import beside
from ui.widgets.buttons import QuietButton, SecondaryButton
from ui.widgets.card import Card
from ui.widgets.flow import flow
from ui.widgets.incident_words import first_words, when_words
from ui.widgets.labels import Badge, Body
from ui.widgets.said_dates import day_in_words
from ui.widgets.stack import stack
from ui.widgets.warm_note import WarmNote


@dataclass(frozen=True)
class Now:
    """What every card needs of the moment: the words, her local day, and names by id."""

    words: PressureWords
    today: date
    names: Mapping[str, str]


class Ways(Protocol):
    """What can be done with one entry; the page does it."""

    def open_entry(self, one: Pressure) -> None:
        """Go to the entry."""

    def write_outcome(self, one: Pressure) -> None:
        """Write what came of it."""

    def change_note(self, one: Pressure) -> None:
        """Change what she follows."""

    def choose_photo(self, one: Pressure) -> None:
        """Keep a photo of the paper with it."""

    def look_again_on(self, one: Pressure, day: str) -> None:
        """Move the day to look again, "" for never."""

    def remove_outcome(self, one: Pressure, place: int) -> None:
        """Take one outcome away."""


def is_due(one: Pressure, today: date) -> bool:
    """The day to look again has come."""
    return bool(one.note.look_again) and one.note.look_again <= today.isoformat()


class PressureCard(Card):
    """`name` is the page's; the entry's number follows it."""

    def __init__(self, one: Pressure, now: Now, ways: Ways, *, name: str) -> None:
        super().__init__(name=name)
        latest = one.incident.latest
        assert latest is not None
        self.body.setSpacing(6)
        say, note, language = now.words.page, one.note, now.words.language
        when = f"{one.incident.number}. {when_words(latest.form.happened, language)}"
        self.setAccessibleName(when)
        self.add(Body(when, "muted", name=f"{name}-when"))
        if is_due(one, now.today):
            self.add(*self._again(one, now, ways, name))
        if latest.form.text:
            self.add(Body(first_words(latest.form.text), name=f"{name}-words"))
        self.add(*self._who(latest.form.people, latest.form.said, now, name))
        badges = [Badge(now.words.asked[id_], "plain") for id_ in note.asked]
        if note.paper:
            badges.append(Badge(now.words.paper[note.paper], "accent", name=f"{name}-paper"))
        if badges:
            self.add(flow(*badges))
        if note.paper_words:
            self.add(Body(say.paper_said.format(words=first_words(note.paper_words)), name=f"{name}-paper-words"))
        if note.promised:
            self.add(Body(say.promise_said.format(words=first_words(note.promised)), name=f"{name}-promised"))
        for place, outcome in enumerate(note.outcomes):
            self.add(self._outcome(one, place, outcome, now, ways, name))
        if note.promised and not note.outcomes:
            self.add(Body(say.open_promise, "small", name=f"{name}-open"))
        if note.look_again and not is_due(one, now.today):
            day = day_in_words(day_of(note.look_again), language)
            self.add(Body(say.look_on.format(day=day), "small", name=f"{name}-look"))
        if one.incident.attachments:
            self.add(Body(say.photos, "small", name=f"{name}-photos"))
        self.add_row(*self._buttons(one, now, ways, name, when))

    def _again(self, one: Pressure, now: Now, ways: Ways, name: str) -> list[QWidget]:
        say = now.words.page
        week = date.fromordinal(now.today.toordinal() + 7).isoformat()
        return [
            WarmNote(say.again, name=f"{name}-again"),
            flow(
                SecondaryButton(say.later, name=f"{name}-later", clicked=partial(ways.look_again_on, one, week)),
                QuietButton(say.no_more, name=f"{name}-no-more", clicked=partial(ways.look_again_on, one, "")),
            ),
        ]

    def _who(self, people: tuple[str, ...], statements: tuple[Statement, ...], now: Now, name: str) -> list[QWidget]:
        say = now.words.page
        names = [now.names[id_] for id_ in people if id_ in now.names]
        names += [one.by for one in statements if one.by and one.by not in people]
        lines = [Body(say.by.format(who=", ".join(names)), name=f"{name}-who")] if names else []
        spoken = [one.words for one in statements if one.words]
        lines += [Body(say.said.format(words=first_words(words)), name=f"{name}-said") for words in spoken]
        return list(lines)

    def _outcome(self, one: Pressure, place: int, outcome: Outcome, now: Now, ways: Ways, name: str) -> QWidget:
        say = now.words.page
        kept = f"{say.outcome_kept} {now.words.kept[outcome.kept]}." if outcome.kept else ""
        words = " ".join(part for part in (outcome.words, kept) if part)
        if outcome.on:
            day = day_in_words(day_of(outcome.on), now.words.language)
            words = say.outcome_day.format(day=day, words=words)
        remove = QuietButton(
            say.outcome_remove,
            name=f"{name}-outcome-{place}-remove",
            clicked=partial(ways.remove_outcome, one, place),
            accessible=f"{say.outcome_remove}: {words}",
        )
        return beside(
            stack(Body(say.outcome, "small"), Body(words, name=f"{name}-outcome-{place}"), spacing=0), remove
        )

    def _buttons(self, one: Pressure, now: Now, ways: Ways, name: str, when: str) -> list[QWidget]:
        say = now.words.page
        first: list[tuple[str, str, str, Callable[[Pressure], None]]] = [
            ("came-of-it", say.outcome, "note-pencil", ways.write_outcome),
            ("entry", say.open_entry, "", ways.open_entry),
        ]
        rest = [
            ("change", say.change, "pencil-simple", ways.change_note),
            ("photo", say.photo, "image", ways.choose_photo),
        ]
        return [
            kind(
                words,
                name=f"{name}-{which}",
                icon=drawing,
                clicked=partial(does, one),
                accessible=f"{words}: {when}",
            )
            for kind, some in ((SecondaryButton, first), (QuietButton, rest))
            for which, words, drawing, does in some
        ]
