"""On Today: up to three days that come next, as bare days; what they are is named when she asks for it.

May touch: its own widgets; orders, cases and promises through the background, only to read. Must never name anything
before Show is pressed, and never call a day missed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QDate, QLocale, QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from safeplan.content.case_words import CaseWords, load_case_words
from safeplan.content.facts import Region
from safeplan.records import cases, next_dates
from safeplan.records.deadlines import day_of, local_day
from safeplan.records.next_dates import NextDate
from ui.background import Job, Session
from ui.page import PageContext
from ui.widgets.beside import beside
from ui.widgets.buttons import QuietButton, SecondaryButton
from ui.widgets.card import Card
from ui.widgets.labels import Body
from ui.widgets.stack import stack, tighten

MOST = 3
AHEAD = 30
# Kazakh names the day of the week last.
_ORDER = {"kk": "d MMMM, dddd"}
_LANGUAGES = {"kk": QLocale.Language.Kazakh, "ru": QLocale.Language.Russian, "en": QLocale.Language.English}
_GAP = 12


@dataclass(frozen=True)
class Named:
    """One day, and the name of the case it belongs to, "" for none."""

    date: NextDate
    case: str


class NextDates(QWidget):
    """Hidden until look() has found a day. `rows` is the card that names them: the page places it."""

    # Whether there is a day to show.
    found = Signal(bool)

    def __init__(self, context: PageContext, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._context, self._name = context, name
        self._words: CaseWords = load_case_words(context.language)
        self._found: tuple[Named, ...] = ()
        self.days = Body("", name=f"{name}-days")
        self.button = QuietButton("", name=f"{name}-show", clicked=self.toggle)
        self.line = beside(self.days, self.button, words_need=180)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.line)
        # The rows stand apart, so that the line can share its row with something else.
        self.rows = Card(name=f"{name}-rows")
        tighten(self.rows, 8)
        self._inside: QWidget | None = None
        self.hide()
        self.rows.hide()

    @property
    def shown(self) -> bool:
        """Whether the days are named now."""
        return self._inside is not None

    def look(self) -> None:
        """Ask what comes next; what was shown is covered again."""
        context = self._context
        if context.has_store():
            work = partial(_load, region=context.region)
            context.background.run(self, work, self.show_dates, context.questions.tell_error)
        else:
            self.show_dates(())

    def show_dates(self, found: tuple[Named, ...]) -> None:
        """The days, without a word about what they are."""
        self._cover()
        self._found = found
        self.days.setText(self._said(found) if found else "")
        self._button_words()
        self.setVisible(bool(found))
        self.found.emit(bool(found))

    def sizeHint(self) -> QSize:
        """All of it in one line, so that it stands beside what shares its row where there is room."""
        words = self.days.fontMetrics().horizontalAdvance(self.days.text())
        width = words + 2 * _GAP + self.button.sizeHint().width()
        return QSize(width, self.line.heightForWidth(width))

    def toggle(self) -> None:
        """Name them, or cover them again."""
        if self.shown:
            self._cover()
        else:
            self._inside = stack(*(self._row(place, one) for place, one in enumerate(self._found)), spacing=4)
            self.rows.add(self._inside)
            self.rows.show()
        self._button_words()

    def _cover(self) -> None:
        self.rows.hide()
        if self._inside is not None:
            self._inside.hide()
            self._inside.setParent(None)
            self._inside.deleteLater()
            self._inside = None

    def _button_words(self) -> None:
        say = self._words.today
        words = say.cover if self.shown else say.show
        self.button.set_words(words, f"{words}: {say.title}")

    def _said(self, found: tuple[Named, ...]) -> str:
        say, today = self._words.today, local_day(self._context.clock)
        if len(found) > 1:
            days = dict.fromkeys(_short(day_of(one.date.day), self._words.language) for one in found)
            return say.several.format(days=" · ".join(days))
        day = day_of(found[0].date.day)
        if day == today:
            return say.today
        if (day - today).days == 1:
            return say.tomorrow
        words = say.gone if day < today else say.one_day
        return words.format(day=weekday_in_words(day, self._words.language))

    def _row(self, place: int, named: Named) -> QWidget:
        say, one, name = self._words.today, named.date, f"{self._name}-{place}"
        day = weekday_in_words(day_of(one.day), self._words.language)
        kind = {
            next_dates.ORDER_ENDS: say.order_ends,
            next_dates.HEARING: say.hearing,
            next_dates.DUE: say.due,
            next_dates.LIMIT: say.limit,
            next_dates.LOOK_AGAIN: say.look_again,
        }[one.kind]
        head = ", ".join(filter(None, (day, one.at)))
        words = f"{head}: {kind}" + (f"  ·  {named.case}" if named.case else "")
        told: list[QWidget] = [Body(words, name=name)]
        if one.deadline.passed:
            told.append(Body(say.gone_hint, "small"))
        go = SecondaryButton(say.open, name=f"{name}-open", clicked=self._way(one), accessible=f"{say.open}: {words}")
        return beside(stack(*told, spacing=0), go)

    def _way(self, one: NextDate) -> Callable[[], None]:
        go = self._context.go
        if one.case_id:
            return partial(go, "case", case_id=one.case_id, item_id=one.item_id)
        if one.order_id:
            return partial(go, "orders", order_id=one.order_id)
        return partial(go, "pressure", incident_id=one.incident_id)


def weekday_in_words(day: date, language: str) -> str:
    """ "Thursday, 26 November", «четверг, 26 ноября», «26 қараша, бейсенбі»."""
    return _locale(language).toString(QDate(day.year, day.month, day.day), _ORDER.get(language, "dddd, d MMMM"))


def chosen(found: Iterable[NextDate], today: date) -> tuple[NextDate, ...]:
    """At most three, in the order of time: what is ahead counts more than what lies behind."""
    found = tuple(found)
    ahead = [one for one in found if day_of(one.day) >= today][:MOST]
    behind = [one for one in found if day_of(one.day) < today]
    room = MOST - len(ahead)
    return tuple((behind[-room:] if room else []) + ahead)


def _load(session: Session, _job: Job, *, region: Region | None) -> tuple[Named, ...]:
    db, clock = session.database, session.clock
    today = local_day(clock)
    found = chosen(next_dates.next_dates(db, today, AHEAD, zone=clock.zone(), region=region), today)
    return tuple(Named(one, cases.case(db, one.case_id).form.name if one.case_id else "") for one in found)


def _short(day: date, language: str) -> str:
    """ "26 Nov": three of them stand beside a button."""
    return _locale(language).toString(QDate(day.year, day.month, day.day), "d MMM")


def _locale(language: str) -> QLocale:
    return QLocale(_LANGUAGES.get(language, QLocale.Language.English))
