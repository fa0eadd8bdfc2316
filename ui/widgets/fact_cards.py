"""Facts about numbers, orders and law, each with its source, its date and when it was checked.

May touch: its own widgets. Must never show a fact without its source, and never hide one because it is old.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from safeplan.content.facts import Card as LawCard
from safeplan.content.facts import Duty, Exam, Fact, Line, Offence, Order, OtherNumber, Region, Rule, Shelter
from ui.widgets.beside import beside
from ui.widgets.card import Card, Unfold
from ui.widgets.flow import columns
from ui.widgets.labels import Body, Heading
from ui.widgets.late_unfold import LateUnfold
from ui.widgets.said_dates import day_in_words, source_day
from ui.widgets.stack import stack
from ui.widgets.warm_note import WarmNote


def QT_TRANSLATE_NOOP(_context: str, english: str) -> str:
    """Marks words for the catalogue; its name is what the collecting tool looks for. Translated when shown."""
    return english


# What a pack marks as yes, no or may.
_TOLD = {
    "yes": QT_TRANSLATE_NOOP("Facts", "They inform the police."),
    "no": QT_TRANSLATE_NOOP("Facts", "They do not inform the police."),
    "may": QT_TRANSLATE_NOOP("Facts", "They may inform the police."),
}
_TRACES = {
    "yes": QT_TRANSLATE_NOOP("Facts", "The call leaves traces."),
    "no": QT_TRANSLATE_NOOP("Facts", "It leaves no traces that we know of."),
    "may": QT_TRANSLATE_NOOP("Facts", "The call may leave traces."),
}
_BILL = {
    "yes": QT_TRANSLATE_NOOP("Facts", "It stands on the bill."),
    "no": QT_TRANSLATE_NOOP("Facts", "It does not stand on the bill."),
    "may": QT_TRANSLATE_NOOP("Facts", "It may stand on the bill."),
}


def source_words(fact: Fact, language: str) -> str:
    """Where a fact comes from, in one or two sentences."""
    how = {
        "stored copy": QCoreApplication.translate("Facts", "a stored copy was read"),
        "live page": QCoreApplication.translate("Facts", "the page was read"),
        "call": QCoreApplication.translate("Facts", "by a call"),
    }[fact.checked_how]
    sure = {
        "2+": QCoreApplication.translate("Facts", "Two or more sources agree."),
        "law": QCoreApplication.translate("Facts", "Read in the text of the law."),
        "1": QCoreApplication.translate("Facts", "One source only."),
    }[fact.confidence]
    if fact.source_date == "undated":
        dated = QCoreApplication.translate("Facts", "without a date")
    elif fact.source_date.startswith("before "):
        dated = QCoreApplication.translate("Facts", "before {year}").format(year=fact.source_date[-4:])
    else:
        dated = source_day(fact.source_date, language)
    words = QCoreApplication.translate("Facts", "Source: {source} ({dated}). Last checked {checked}: {how}. {sure}")
    checked = day_in_words(fact.checked_on, language)
    return words.format(source=fact.source_title, dated=dated, checked=checked, how=how, sure=sure)


def aged_words(region: Region, today: date) -> str:
    """One sentence for the top of a page when something on it is old; empty while nothing is."""
    old = [one.checked_on for one in region.facts if one.expired(today)]
    if not old:
        return ""
    always = ", ".join(one.value for one in region.lines if one.emergency)
    since = day_in_words(min(old), region.language)
    words = QCoreApplication.translate(
        "Facts", "Some of this was last checked on {day}. It may have changed, and it all stays here."
    ).format(day=since)
    if not always:
        return words
    stays = QCoreApplication.translate("Facts", "For danger now this still holds: {numbers}.").format(numbers=always)
    return f"{words} {stays}"


def line_card(one: Line, region: Region, today: date) -> Card:
    """A number to call: the number large, what it is for, what happens then."""
    name = f"help-line-{one.id}"
    card = Card(name=name)
    card.setAccessibleName(f"{one.value}, {one.name}")
    card.body.setSpacing(8)
    number = Body(one.value, "number", name=f"{name}-number", selectable=True)
    card.add(beside(stack(Heading(one.name, 2), Body(one.purpose), spacing=2), number))
    card.add(*_warning(one, region, today))
    when = QCoreApplication.translate("Facts", "When you call")
    police = _said(one.police, region, one.may_tell_police, _TOLD)
    rows = (
        (when, one.when_you_call),
        (QCoreApplication.translate("Facts", "Who is told"), police),
        (QCoreApplication.translate("Facts", "Cost"), one.cost),
        (QCoreApplication.translate("Facts", "Hours"), one.hours),
        (QCoreApplication.translate("Facts", "Traces"), _said(one.traces, region, one.leaves_traces, _TRACES)),
        (QCoreApplication.translate("Facts", "On the phone bill"), _said(one.bill, region, one.on_the_bill, _BILL)),
        (QCoreApplication.translate("Facts", "Languages"), one.languages),
        (QCoreApplication.translate("Facts", "By message"), one.by_message),
    )
    # Before a call two things decide: who is told, and whether anyone answers. The rest unfolds, or the number she
    # needs stands four screens further down.
    first = tuple(row for row in rows if row[1] in (police, one.hours) and row[1] != region.unknown)
    if first:
        card.add(columns(*_rows(first, region), narrowest=300))
    if one.note:
        card.add(Body(one.note))
    # What unfolds has this title already.
    told = [Body(one.when_you_call)] if one.when_you_call != region.unknown else []
    rest = tuple(row for row in rows if row not in first and (row[0] != when or not told))
    more = columns(*_rows(rest, region), narrowest=300)
    source = Body(source_words(one, region.language), "small", name=f"{name}-source")
    card.add(Unfold(when, stack(*told, more, source, spacing=8), name=f"{name}-more"))
    return card


def order_unfold(one: Order, region: Region, today: date) -> Unfold:
    """A kind of order: who issues it, how long, what it forbids, what a breach means."""
    rows = (
        (QCoreApplication.translate("Facts", "Who issues it"), one.issued_by),
        (QCoreApplication.translate("Facts", "How long"), one.how_long),
        (QCoreApplication.translate("Facts", "What it forbids"), one.forbids),
        (QCoreApplication.translate("Facts", "When it is broken"), one.breach),
        (QCoreApplication.translate("Facts", "What to ask for"), one.ask_for),
    )
    return _unfold(one.name, one, region, today, lambda: _rows(rows, region), name=f"help-order-{one.id}")


def law_unfold(one: LawCard, region: Region, today: date) -> Unfold:
    """One plain statement; what police have to do, and what the law calls it, with the article beside the title."""
    title = f"{one.title}  ·  {one.articles}" if isinstance(one, Duty | Offence) and one.articles else one.title
    if isinstance(one, OtherNumber):
        title = f"{one.value}  ·  {one.title}"
    build = partial(_statement, one, region)
    return _unfold(title, one, region, today, build, name=f"help-card-{one.id}")


def _statement(one: LawCard, region: Region) -> list[QWidget]:
    return [Body(one.text), *_rows(_details(one), region)]


def _details(one: LawCard) -> tuple[tuple[str, str], ...]:
    """What a kind of card says besides its text."""
    match one:
        case Offence():
            return ((QCoreApplication.translate("Facts", "Punishment"), one.punishment),)
        case Exam():
            return (
                (QCoreApplication.translate("Facts", "Who orders it"), one.who_orders),
                (QCoreApplication.translate("Facts", "Cost"), one.cost),
                (QCoreApplication.translate("Facts", "How long"), one.how_long),
                (QCoreApplication.translate("Facts", "Your copy"), one.copy_how),
            )
        case Shelter():
            return (
                (QCoreApplication.translate("Facts", "How long"), one.max_stay),
                (QCoreApplication.translate("Facts", "Who is told"), _told_words(one.reports_to_police)),
            )
        case Rule():
            return (
                (QCoreApplication.translate("Facts", "Without your statement"), _begins_words(one.on_complaint)),
                (QCoreApplication.translate("Facts", "Ending by reconciliation"), _settled_words(one.settled)),
            )
        case _:
            return ()


def _said(words: str, region: Region, mark: str, by_mark: dict[str, str]) -> str:
    """The pack's words; where it has none, what it marked."""
    if words != region.unknown or mark not in by_mark:
        return words
    return QCoreApplication.translate("Facts", by_mark[mark])


def _told_words(told: str) -> str:
    unknown = QCoreApplication.translate("Facts", "We do not know whether they inform the police.")
    return QCoreApplication.translate("Facts", _TOLD[told]) if told in _TOLD else unknown


def _begins_words(on_complaint: str) -> str:
    return {
        "yes": QCoreApplication.translate("Facts", "It does not begin."),
        "no": QCoreApplication.translate("Facts", "It can go on."),
        "may": QCoreApplication.translate("Facts", "It can go on in some cases."),
    }.get(on_complaint, QCoreApplication.translate("Facts", "It depends on the article."))


def _settled_words(settled: str) -> str:
    return {
        "yes": QCoreApplication.translate("Facts", "Possible."),
        "once": QCoreApplication.translate("Facts", "Possible once, by the articles we read."),
        "no": QCoreApplication.translate("Facts", "Not possible."),
    }.get(settled, QCoreApplication.translate("Facts", "We did not find this. A lawyer can tell."))


def _unfold(
    title: str, one: Fact, region: Region, today: date, build: Callable[[], list[QWidget]], *, name: str
) -> Unfold:
    def inside() -> QWidget:
        source = Body(source_words(one, region.language), "small", name=f"{name}-source")
        return stack(*_warning(one, region, today), *build(), source, spacing=8)

    return LateUnfold(title, inside, name=name)


def _warning(fact: Fact, region: Region, today: date) -> list[QWidget]:
    words = region.badge(fact, today)
    if not words:
        return []
    checked = QCoreApplication.translate("Facts", "Last checked {day}.").format(
        day=day_in_words(fact.checked_on, region.language)
    )
    note = WarmNote(f"{words} {checked}", name=f"help-badge-{fact.id}")
    if fact.expired(today):
        # Age is no alarm: the line on top of the page has said it once.
        note.setProperty("tone", "plain")
    return [note]


def _rows(rows: tuple[tuple[str, str], ...], region: Region) -> list[QWidget]:
    """Label over text; what nobody found out is gathered into one last row instead of being said eight times."""
    made: list[QWidget] = [
        stack(Body(label, "small"), Body(text), spacing=0) for label, text in rows if text != region.unknown
    ]
    unknown = ", ".join(label[:1].lower() + label[1:] for label, text in rows if text == region.unknown)
    if unknown:
        found = QCoreApplication.translate("Facts", "Not found in our sources")
        made.append(stack(Body(found, "small"), Body(f"{unknown}."), spacing=0))
    return made
