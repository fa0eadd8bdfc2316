"""When an order was broken: the line she writes, and then what the police have to do and what they said.

May touch: its own widgets. Must never name an article the pack does not name for this order, call a day missed, or
ask for more than one word.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from safeplan.content.order_words import OrderWords
from safeplan.content.rules import breach_rule, limit_rules
from safeplan.errors import DateImpossible
from safeplan.records.breaches import Breach, BreachForm, breach_deadlines
from safeplan.records.deadlines import day_of
from safeplan.records.incident_form import Happened, IncidentForm
from safeplan.records.orders import Order
from ui.widgets.card import Card
from ui.widgets.choices import Choice
from ui.widgets.fields import LabelledField, TextLine
from ui.widgets.flow import columns
from ui.widgets.labels import Body, Heading
from ui.widgets.late_unfold import LateUnfold
from ui.widgets.missing_line import MissingLine
from ui.widgets.order_card import Present, fact_unfolds, order_name
from ui.widgets.said_dates import day_in_words
from ui.widgets.stack import stack
from ui.widgets.text_box import TextBox
from ui.widgets.typed_moment import as_typed, read_moments, say_faults
from ui.widgets.when_field import WhenField

_LINES = ("reported_at", "to", "number", "article", "on")
_BOXES = ("answer", "came_of_it", "words")
_DAYS = ("on", "reported_at")


@dataclass(frozen=True)
class Noted:
    """A breach with what its entry says: when it happened, and its first words; both empty without an entry."""

    breach: Breach
    happened: Happened
    words: str


class WriteFields(Card):
    """One box, what it was, when: read() gives the entry, or None when nothing is said yet."""

    changed = Signal()

    def __init__(self, words: OrderWords, today: Callable[[], date], *, name: str) -> None:
        say = words.page
        super().__init__(say.write_title, say.write_why, name=name)
        self._words = words
        self.text = TextBox(name=f"{name}-text", accessible=say.write_text, lines=2)
        self.what = Choice(list(words.happened.items()), name=f"{name}-what", accessible=say.write_what)
        self.when = WhenField(today, name=f"{name}-when")
        self.nothing = MissingLine(say.write_one, name=f"{name}-error")
        self.add(LabelledField(say.write_text, self.text), LabelledField(say.write_what, self.what))
        self.add(LabelledField(say.write_when, self.when), self.nothing)
        for part in (self.text, self.what, self.when):
            part.changed.connect(self.changed)
        self.changed.connect(self.nothing.hide)

    def read(self) -> IncidentForm | None:
        """The entry. Raises DateImpossible, with a sentence at every field at fault."""
        happened, chosen = self._happened(), self.what.chosen()
        said = [text for one, text in self._words.happened.items() if one in chosen]
        # Without words of hers, what she chose is what stands there.
        text = self.text.text() if not self.text.is_blank() else ". ".join(said)
        if not text:
            self.nothing.say()
            self.text.setFocus()
        if happened is None:
            raise DateImpossible
        if not text:
            return None
        # No kind of harm follows from it: a record that says more than she said is not hers.
        return IncidentForm(text=text, happened=happened)

    def draft(self) -> dict[str, str]:
        """What is typed or chosen."""
        found = {f"when_{one}": text for one, text in self.when.draft().items()}
        found |= {"text": self.text.text(), "what": ",".join(self.what.chosen())}
        return {one: text for one, text in found.items() if text.strip()}

    def restore(self, fields: dict[str, str]) -> None:
        """Put a draft back."""
        self.text.set_text(fields.get("text", ""))
        self.what.set_chosen([one for one in fields.get("what", "").split(",") if one in self.what.chips])
        self.when.restore(
            {one.removeprefix("when_"): text for one, text in fields.items() if one.startswith("when_")}
        )

    def _happened(self) -> Happened | None:
        try:
            return self.when.read()
        except DateImpossible:
            return None


class BreachFields(Card):
    """What came of one breach: read() gives a BreachForm.

    Without an entry its day and words stand here; one that is new (its id is "") asks for nothing else.
    """

    changed = Signal()

    def __init__(self, noted: Noted, order: Order, now: Present, *, name: str) -> None:
        say = now.words.page
        new = self.is_new = not noted.breach.id
        self.has_entry = bool(noted.breach.incident_id)
        super().__init__(say.note_title if new else noted_words(noted, now), order_name(order, now), name=name)
        self._noted, self._now, self._name = noted, now, name
        self.reported = Choice(
            [("yes", say.reported_yes), ("no", say.reported_no)],
            name=f"{name}-reported",
            accessible=say.reported,
            several=False,
        )
        self.lines = {one: TextLine(name=f"{name}-{one}") for one in _LINES}
        for one in _DAYS:
            self.lines[one].setPlaceholderText(say.day_hint)
        self.boxes = {one: TextBox(name=f"{name}-{one}", lines=2) for one in _BOXES}
        self.days = {
            "on": LabelledField(say.note_on, self.lines["on"]),
            "reported_at": LabelledField(say.reported_at, self.lines["reported_at"]),
        }
        self.nothing = MissingLine(say.write_one, name=f"{name}-error")
        brief: list[QWidget] = [self.days["on"], LabelledField(say.note_words, self.boxes["words"])]
        if new:
            brief.insert(0, Body(say.note_why, "muted"))
        rest = [
            LabelledField(say.reported_to, self.lines["to"]),
            LabelledField(say.report_number, self.lines["number"]),
        ]
        police: list[QWidget] = [
            Heading(say.police_title, 2),
            LabelledField(say.reported, self.reported),
            self.days["reported_at"],
            columns(*rest, narrowest=300),
            LabelledField(say.answer, self.boxes["answer"]),
            LabelledField(say.came_of_it, self.boxes["came_of_it"]),
        ]
        self.add(*(self._aside(brief) if self.has_entry else brief))
        self.add(*(self._aside(police) if new else [*self._law(order), *police]), self.nothing)
        if new:
            self._aside([self.lines["article"]])
        self.show_form(noted.breach.form)
        self.changed.connect(self.nothing.hide)
        self.reported.changed.connect(self.changed)
        for line in self.lines.values():
            line.textChanged.connect(self.changed)
        for box in self.boxes.values():
            box.changed.connect(self.changed)

    def read(self) -> BreachForm:
        """What she filled in. Raises DateImpossible, with a sentence at every field at fault."""
        days, faults = read_moments(self.lines, self.days, self._now.today, self._now.words.page.day_unreadable)
        say_faults(faults)
        words = {one: self.lines[one].text() for one in _LINES if one not in _DAYS}
        words |= {one: box.text() for one, box in self.boxes.items()}
        return BreachForm(reported=self.reported.one(), **days, **words)

    def say_nothing_written(self) -> None:
        """One field is enough; which one is hers to say."""
        self.nothing.say()

    def show_form(self, form: BreachForm) -> None:
        """Put what is kept into the fields."""
        self.reported.set_chosen([form.reported] if form.reported else [])
        for one, line in self.lines.items():
            kept = getattr(form, one)
            line.setText(as_typed(kept) if one in _DAYS else kept)
        for one, box in self.boxes.items():
            box.set_text(getattr(form, one))

    def draft(self) -> dict[str, str]:
        """The fields as they stand."""
        found = {one: line.text() for one, line in self.lines.items()}
        found |= {one: box.text() for one, box in self.boxes.items()} | {"reported": self.reported.one()}
        return {one: text for one, text in found.items() if text.strip()}

    def restore(self, fields: dict[str, str]) -> None:
        """Put a draft back."""
        self.reported.set_chosen([fields["reported"]] if fields.get("reported") else [])
        for one, line in self.lines.items():
            line.setText(fields.get(one, ""))
        for one, box in self.boxes.items():
            box.set_text(fields.get(one, ""))

    def _aside(self, parts: list[QWidget]) -> list[QWidget]:
        """Nothing of these is asked for here; what they hold stays with the breach."""
        for part in parts:
            part.setParent(self)
            part.hide()
        return []

    def _law(self, order: Order) -> list[QWidget]:
        """What the police have to do, the article or the question for it, and by when it is better done."""
        now, name = self._now, self._name
        say, region = now.words.page, now.region
        article = LabelledField(say.article_ask, self.lines["article"], why=say.article_hint)
        if region is None:
            return [Body(say.ask_for_none), article]
        rule = breach_rule(region, order.form.kind)
        parts: list[QWidget] = []
        for limit in breach_deadlines(limit_rules(region), rule, when_of(self._noted), now.today):
            words = say.day_passed if limit.passed else say.better_this_week
            day = day_in_words(day_of(limit.due), now.words.language)
            parts.append(Body(words.format(day=day), name=f"{name}-limit-{limit.rule}"))
            source = limit.card
            parts.append(
                LateUnfold(
                    say.limit_from,
                    lambda source=source: stack(*fact_unfolds((source,), now)),  # type: ignore[misc]
                    name=f"{name}-limit-{limit.rule}-from",
                    inset=True,
                )
            )
        parts.append(Heading(say.ask_for, 3))
        parts += fact_unfolds(rule.ask_for, now) or [Body(say.ask_for_none)]
        if rule.card:
            parts += [Heading(say.article_known, 3), *fact_unfolds((rule.card,), now)]
        if rule.ask_article:
            parts.append(article)
        else:
            self._aside([article])
        return parts


def when_of(noted: Noted) -> Happened:
    """The day of its entry, or the day she noted for a breach without one."""
    if noted.happened.start or not noted.breach.form.on:
        return noted.happened
    return Happened("day", noted.breach.form.on[:10])


def noted_words(noted: Noted, now: Present) -> str:
    """ "2 March 2026: Called"."""
    start = when_of(noted).start
    day = day_in_words(day_of(start), now.words.language) if start else ""
    said = " ".join((noted.words or noted.breach.form.words).split())
    said = said if len(said) <= 80 else f"{said[:78].rstrip()}…"
    return ": ".join(one for one in (day, said) if one) or now.words.page.breach_no_entry
