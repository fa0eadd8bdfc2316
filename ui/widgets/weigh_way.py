"""One way, unfolded: what of hers it may serve, what it may cost, what can make it less costly, what nobody knows.

May touch: the guide's words. Must never count the lines of either side, colour one of them, or leave the risk out.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from safeplan.content.guide import suggestion
from safeplan.content.weigh import LEVELS, Steps, Way, Weighing
from safeplan.records.weights import Weights
from ui.page import PageContext
from ui.widgets.beside import beside
from ui.widgets.buttons import SecondaryButton
from ui.widgets.column import Column
from ui.widgets.file_words import breakable
from ui.widgets.flow import columns
from ui.widgets.in_turns import InTurns
from ui.widgets.inset import Inset
from ui.widgets.labels import Body, Heading
from ui.widgets.stack import stack


class WayView(Column):
    """Made when the way is unfolded; show_weights() when something she said changes."""

    def __init__(self, context: PageContext, content: Weighing, way: Way, weights: Weights) -> None:
        super().__init__(name=f"weigh-way-{way.id}-view")
        self._context, self._content, self._way, self._weights = context, content, way, weights
        self.column.setContentsMargins(8, 0, 0, 8)
        self.add(Body(way.text))
        self.add(Body(_risk(way.risk), name=f"weigh-way-{way.id}-risk"))
        if way.police_told:
            words = getattr(context.guide.police_words, way.police_told)
            self.add(Body(words, "muted", name=f"weigh-way-{way.id}-police"))
        self._hers = QWidget()
        self.add(self._hers)
        self.show_weights(weights)
        self.add(Heading(content.words.less_title, 3))
        self.filling = InTurns(self)
        self.filling.begin((*(partial(self._add_steps, one) for one in way.less), self._add_unknown), at_once=False)

    def show_weights(self, weights: Weights) -> None:
        """What of hers the way touches, as she weighs it now."""
        self._weights = weights
        before, self._hers = self._hers, self._make_hers()
        self.column.replaceWidget(before, self._hers)
        before.hide()
        before.deleteLater()

    def _make_hers(self) -> QWidget:
        say, way, weights = self._content.words, self._way, self._weights
        if not any(weights.matters(one) for one in (*(v.id for v in self._content.values), *weights.own())):
            return Body(say.none_weighed, "muted", name=f"weigh-way-{way.id}-none")
        serves = self._side(say.serves_title, way.serves, say.serves_none, "serves")
        costs = self._side(say.costs_title, way.costs, say.costs_none, "costs")
        sides = columns(serves, costs, narrowest=280)
        others = self._others()
        if not others:
            return sides
        return stack(
            sides, Body(breakable(f"{say.others_title} {others}."), "muted", name=f"weigh-way-{way.id}-others")
        )

    def _add_unknown(self) -> None:
        lines = [Body(f"–  {one}") for one in self._way.unknown]
        self.add(stack(Heading(self._content.words.unknown_title, 3), *lines, spacing=2))

    def _side(self, title: str, sentences: dict[str, str], none: str, which: str) -> Inset:
        lines: list[QWidget] = []
        for value in self._content.values:
            if value.id in sentences and self._weights.matters(value.id):
                said = self._said(value.id, value.text)
                name = f"weigh-way-{self._way.id}-{which}-{value.id}"
                lines.append(stack(Body(said, "small"), Body(sentences[value.id], "inset", name=name), spacing=0))
        # One stack: beside a longer side the lines would drift apart.
        inside = stack(Heading(title, 3), *(lines or [Body(none, "inset")]), spacing=6)
        return Inset(inside, name=f"weigh-way-{self._way.id}-{which}")

    def _said(self, value: str, words: str) -> str:
        levels = dict(zip(LEVELS, self._content.levels, strict=True))
        return f"{words} · {levels[self._weights.level(value)]}"

    def _others(self) -> str:
        named = {one.id: one.text for one in self._content.values} | self._weights.own()
        known = self._way.serves.keys() | self._way.costs.keys()
        return ", ".join(words for one, words in named.items() if self._weights.matters(one) and one not in known)

    def _add_steps(self, steps: Steps) -> None:
        context = self._context
        head = context.guide.head(steps.section)
        title = head.title if head is not None else ""
        look = SecondaryButton(
            self.tr("Look at the steps"),
            name=f"weigh-way-{self._way.id}-section-{steps.section}",
            clicked=partial(context.go, "section", section_id=steps.section),
            accessible=self.tr("Look at the steps: {part}").format(part=title),
        )
        lines: list[QWidget] = []
        for one in steps.steps:
            found = suggestion(context.guide, steps.section, one)
            if found is None:
                continue
            said: list[QWidget] = [Body(f"–  {found.text}")]
            if found.risk:
                said.append(Body(_risk(found.risk), "small"))
            if found.police_told:
                said.append(Body(getattr(context.guide.police_words, found.police_told), "small"))
            lines.append(stack(*said, spacing=0))
        self.add(stack(beside(Body(title, "muted"), look, words_need=160), *lines, spacing=4))


def _risk(words: str) -> str:
    return QCoreApplication.translate("SuggestionCard", "Possible risk: {risk}").format(risk=words)
