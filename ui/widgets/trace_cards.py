"""Cards about traces: what was found in a place and what can be done, where it was looked, what nobody can see.

May touch: its own widgets. Must never show a place as clean that was closed or read in part.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from safeplan.content.trace_words import TraceWords
from safeplan.traces.looking import Finding, Looked
from ui.widgets.backup_make import place_in_words
from ui.widgets.buttons import SecondaryButton
from ui.widgets.card import Card, Unfold
from ui.widgets.labels import Body, Heading
from ui.widgets.settings_card import column
from ui.widgets.stack import stack

_MOST_LINES = 12


def place_shown(place: Path | str) -> str:
    """A path, or a line with paths in it, that can wrap."""
    return place_in_words(place) if isinstance(place, Path) else re.sub(r"([/\\])", "\\1\u200b", place)


class FoundCard(Card):
    """One kind of place with everything found in it. `remove` is asked with what she looks at."""

    def __init__(
        self,
        words: TraceWords,
        findings: Sequence[Finding],
        remove: Callable[[Finding], None],
        to_settings: Callable[[], object],
    ) -> None:
        id_ = findings[0].id
        say, place = words.page, words.places[id_]
        super().__init__(place.title, name=f"trace-{id_}")
        if any(one.sure for one in findings):
            tells = say.tells.format(text=place.tells[:1].lower() + place.tells[1:])
            self.add(Body(tells), Body(place.way, "muted"))
        for number, one in enumerate(findings):
            name = f"trace-{id_}-{number}"
            where = Body(say.place.format(place=place_shown(one.place)), "small")
            lines = say.lines if one.sure else say.lines_named
            self.add(where, Unfold(f"{lines} ({one.count})", lines_of(words, one), name=f"{name}-lines"))
            if not one.sure:
                self.add(Body(say.named, "small", name=f"{name}-named"))
            if one.way == "here":
                button = SecondaryButton(
                    say.remove,
                    name=f"{name}-remove",
                    icon="trash",
                    clicked=partial(remove, one),
                    accessible=f"{say.remove} {place.title}",
                )
                self.add(button)
            elif one.way == "page":
                self.add(SecondaryButton(say.to_settings, name=f"{name}-settings", clicked=to_settings))
            else:
                self.add(Body(way_words(words, one), "small", name=f"{name}-way"))


def way_words(words: TraceWords, one: Finding) -> str:
    """Who can remove what cannot be removed from here."""
    say = words.page
    return {"hand": say.way_hand, "admin": say.way_admin}.get(one.way, say.way_never)


def lines_of(words: TraceWords, one: Finding) -> QWidget:
    """The lines themselves, exactly as they would go."""
    lines = [Body(place_shown(line), "small") for line in one.lines[:_MOST_LINES]]
    more = one.count - len(lines)
    if more > 0:
        lines.append(Body(words.page.more.format(count=more), "small"))
    return column(*lines)


class LookedFold(Unfold):
    """Every place that was looked at; built when it is unfolded."""

    def __init__(self, words: TraceWords) -> None:
        content = QWidget()
        super().__init__(words.page.looked_title, content, name="traces-looked", why=words.page.looked_about)
        self._words = words
        self._looked: tuple[Looked, ...] = ()
        self._inside = QVBoxLayout(content)
        self._inside.setContentsMargins(4, 0, 0, 4)
        self._inside.setSpacing(8)
        self.unfolded.connect(self._fill)

    def take(self, looked: tuple[Looked, ...]) -> None:
        """What was looked at now."""
        self._looked = looked
        self._fill(self.button.isChecked())

    def _fill(self, on: bool) -> None:  # noqa: FBT001
        while self._inside.count():
            item = self._inside.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        if on:
            for id_ in dict.fromkeys(one.id for one in self._looked):
                self._inside.addWidget(self._group(id_))

    def _group(self, id_: str) -> QWidget:
        say = self._words.page
        seen = {"found": say.seen_found, "named": say.seen_named, "clean": say.seen_clean, "part": say.seen_part,
                "closed": say.seen_closed, "missing": say.seen_missing}  # fmt: skip
        here = [one for one in self._looked if one.id == id_]
        lines: list[QWidget] = [Heading(self._words.places[id_].title, 3)]
        # Places that do not exist here say it once.
        shown = [one for one in here if one.seen != "missing"]
        lines += [Body(f"{place_shown(one.place)}: {seen[one.seen]}", "small") for one in shown]
        if not shown:
            lines.append(Body(say.seen_missing[:1].upper() + say.seen_missing[1:], "small"))
        return stack(*lines, spacing=2)


def unseen_card(words: TraceWords, ids: Sequence[str]) -> Card:
    """What is said whatever was found."""
    card = Card(words.page.unseen_title, name="traces-unseen")
    for id_ in ids:
        card.add(Body(f"• {words.unseen[id_]}"))
    return card
