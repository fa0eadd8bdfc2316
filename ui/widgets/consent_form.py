"""Agreeing to one thing: which, who, what for, until when; and the whole sentence, to be read together.

May touch: its own widgets. Must never choose a longer time than was chosen, nor show another sentence than is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, Qt

from safeplan.clock import Clock
from safeplan.content.desk_words import DeskWords
from safeplan.records.consents import ConsentForm
from safeplan.records.deadlines import local_day
from ui.widgets.buttons import PrimaryButton
from ui.widgets.card import Card
from ui.widgets.choices import Choice
from ui.widgets.fields import LabelledField, TextLine
from ui.widgets.flow import flow
from ui.widgets.inset import Inset
from ui.widgets.labels import Body, Heading
from ui.widgets.missing_line import MissingLine
from ui.widgets.pick import DayField
from ui.widgets.said_dates import day_in_words

DAYS_AT_FIRST = 30


class ConsentFormCard(Card):
    """`form()` is None until a thing was chosen and both fields say something."""

    def __init__(self, words: DeskWords, language: str, clock: Clock, who: str, agree: Callable[[], None]) -> None:
        say = words.consent
        super().__init__(say.choose, name="consent-new")
        self._words, self._language, self._clock = words, language, clock
        # What stands in the fields by itself, in this language.
        self._at_first = {"who": who, "purpose": say.purpose_first}
        options = [(id_, one.title) for id_, one in words.what.items()]
        self.what = Choice(options, name="consent-what", accessible=say.choose, several=False)
        self.who = TextLine(name="consent-who", text=who)
        self.purpose = TextLine(name="consent-purpose", text=say.purpose_first)
        times = [("session", say.until_session), ("day", say.until_day)]
        self.until = Choice(
            times,
            name="consent-until",
            accessible=say.until,
            several=False,
            chosen=["session"],
            may_be_none=False,
        )
        today = local_day(clock)
        first = QDate(today.year, today.month, today.day)
        self.day = DayField(name="consent-day", day=first.addDays(DAYS_AT_FIRST))
        self.day.setMinimumDate(first)
        self.last = LabelledField(say.day, self.day)
        self.sentence = Body("", name="consent-sentence", selectable=True)
        self.fault = MissingLine(say.missing, name="consent-fault")
        self.agree = PrimaryButton(say.agree, name="consent-agree", clicked=agree)
        self.add(
            self.what,
            LabelledField(say.who, self.who),
            LabelledField(say.purpose, self.purpose),
            Heading(say.until, 3),
            self.until,
            self.last,
            Inset(Heading(say.read_title, 3), self.sentence, name="consent-read"),
            self.fault,
            flow(self.agree),
        )
        for changed in (self.what.changed, self.who.textChanged, self.purpose.textChanged, self.until.changed):
            changed.connect(lambda *_: self.say_it())
        self.day.dateChanged.connect(lambda _day: self.say_it())
        self.say_it()

    def say_it(self) -> None:
        """The sentence as it would be kept."""
        self.last.setVisible(self.until.one() == "day")
        self.fault.hide()
        say, what = self._words.consent, self.what.one()
        self.sentence.setText(
            " ".join(
                (
                    say.said.format(
                        who=self.who.text().strip() or "___",
                        what=self._words.what[what].text if what else "___",
                        purpose=self.purpose.text().strip() or "___",
                    ),
                    self._until_said(),
                    say.said_back,
                )
            )
        )

    def form(self) -> ConsentForm | None:
        """What is agreed to, with the words that stand there."""
        what, who, purpose = self.what.one(), self.who.text().strip(), self.purpose.text().strip()
        if not (what and who and purpose):
            self.fault.say()
            return None
        until = self.day.iso() if self.until.one() == "day" else ""
        return ConsentForm(who, (what,), purpose, until, self._language, self.sentence.text())

    def collect(self) -> dict[str, str]:
        """What was chosen and written and is not agreed to yet, {} when nothing was."""
        chosen = {"what": self.what.one(), "who": self.who.text(), "purpose": self.purpose.text()}
        if self.until.one() == "day":
            chosen["until"] = self.day.iso()
        return {part: said for part, said in chosen.items() if said != self._at_first.get(part, "")}

    def restore(self, chosen: dict[str, str]) -> None:
        """What collect() gave, on a page in another language."""
        self.what.set_chosen([chosen["what"]] if "what" in chosen else [])
        self.who.setText(chosen.get("who", self._at_first["who"]))
        self.purpose.setText(chosen.get("purpose", self._at_first["purpose"]))
        if "until" in chosen:
            self.until.set_chosen(["day"])
            self.day.setDate(QDate.fromString(chosen["until"], Qt.DateFormat.ISODate))
        self.say_it()

    def clear(self) -> None:
        """After it was written down: the next one begins with the shortest time again."""
        self.what.set_chosen([])
        self.until.set_chosen(["session"])
        self.say_it()

    def _until_said(self) -> str:
        say = self._words.consent
        if self.until.one() != "day":
            return say.said_session
        return say.said_day.format(day=day_in_words(date.fromisoformat(self.day.iso()), self._language))
