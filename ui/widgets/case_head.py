"""The top of a case: its name, number, where it lies, what the law calls it, and ways to what belongs to it.

May touch: its own widgets. Must never show a person's name unless she wants names shown.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from safeplan.records.people import shown_name
from ui.page import GoTo
from ui.widgets.buttons import QuietButton
from ui.widgets.card import Card
from ui.widgets.case_days import Present, fact_unfolds, shortened
from ui.widgets.case_form import order_name
from ui.widgets.case_store import CaseView
from ui.widgets.flow import flow
from ui.widgets.labels import Body, Heading
from ui.widgets.stack import tighten


class CaseHead(Card):
    """`change` and `remove` are called when pressed; `go` opens entries, orders and people."""

    def __init__(
        self,
        view: CaseView,
        now: Present,
        go: GoTo,
        *,
        change: Callable[[], object],
        remove: Callable[[], object],
        name: str,
    ) -> None:
        super().__init__(name=name)
        say, form = now.words.page, view.case.form
        title = form.name or say.nameless
        self.setAccessibleName(title)
        tighten(self, 12)
        self.body.setSpacing(6)
        self.add(Heading(title, 2, name=f"{name}-name"))
        facts = [
            words
            for words, there in (
                (say.number_is.format(number=form.number), form.number),
                (say.lies_at.format(body=form.body), form.body),
                (say.article_is.format(article=form.article), form.article),
            )
            if there
        ]
        if facts:
            self.add(Body("  ·  ".join(facts), name=f"{name}-facts"))
        if form.notes:
            self.add(Body(form.notes, "muted", name=f"{name}-notes"))
        law = fact_unfolds((form.offence,), now) if form.offence else []
        if law:
            self.add(Body(say.law_title, "small"), *law)
        links = self._links(view, now, go, name)
        if links:
            self.add(Body(say.about_title, "small"), flow(*links, spacing=4))
        self.add(
            flow(
                QuietButton(say.change, name=f"{name}-change", icon="pencil-simple", clicked=change),
                QuietButton(say.remove, name=f"{name}-remove", icon="trash", clicked=remove),
                QuietButton(say.all, name=f"{name}-all", icon="list", clicked=partial(go, "cases")),
                spacing=4,
            )
        )

    def _links(self, view: CaseView, now: Present, go: GoTo, name: str) -> list[QWidget]:
        say, form = now.words.page, view.case.form
        found: list[QWidget] = []
        for one in form.incidents:
            entry = view.entries[one]
            words = say.entry_is.format(number=entry.number, words=shortened(entry.words, 40))
            clicked = partial(go, "entry", incident_id=one)
            found.append(QuietButton(words, name=f"{name}-entry-{one}", icon="note-pencil", clicked=clicked))
        for order in view.orders:
            if order.id in form.orders:
                words = say.order_is.format(name=order_name(order, now.region, say.nameless))
                clicked = partial(go, "orders", order_id=order.id)
                found.append(QuietButton(words, name=f"{name}-order-{order.id}", icon="calendar", clicked=clicked))
        for person in view.people:
            if person.id in form.people:
                words = say.person_is.format(name=shown_name(person, now.names_shown))
                clicked = partial(go, "person", person_id=person.id)
                found.append(QuietButton(words, name=f"{name}-person-{person.id}", icon="user", clicked=clicked))
        return found
