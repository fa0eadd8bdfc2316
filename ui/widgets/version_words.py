"""A version of the plan, and what has changed since, as pieces of text for a sheet.

May touch: the guide's words. Must never call a change better or worse, count, or leave out what was put away and why.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from safeplan.content.guide import Guide
from safeplan.records.people import Person, shown_name
from safeplan.records.plan import Step
from safeplan.records.versions import AnswerChange, Changes, PlanVersion, StepChange, VersionStep
from ui.plan_keeping import WAY, her_note, step_words
from ui.widgets.said_dates import day_in_words


@dataclass(frozen=True)
class Entry:
    """A line and what stands below it in small; `asked`: the line is a question, and the notes are hers."""

    words: str
    notes: tuple[str, ...] = ()
    asked: bool = False


@dataclass(frozen=True)
class Piece:
    """Entries under a heading. `inside`: pieces that stay covered until she asks for them."""

    title: str
    entries: tuple[Entry, ...] = ()
    inside: tuple[Piece, ...] = ()


@dataclass(frozen=True)
class Sayer:
    """Says steps, answers and people in her language; `people` are those kept now, id to person."""

    guide: Guide
    people: Mapping[str, Person]
    reveal: bool
    language: str

    # ── a version, whole ────────────────────────────────────────────────────────────────────────────────────────
    def whole(self, version: PlanVersion) -> tuple[Piece, ...]:
        """Everything that stood in it; answers, where names and addresses may stand, covered."""
        pieces: list[Piece] = []
        if version.situations:
            applied = tuple(Entry(self._situation(one)) for one in version.situations)
            pieces.append(Piece(QCoreApplication.translate("VersionWords", "What applied to me"), applied))
        for section, steps in self._by_section(version.steps):
            pieces.append(Piece(section, tuple(self._step(one) for one in steps)))
        if version.answers:
            pieces.append(
                Piece(
                    QCoreApplication.translate("VersionWords", "What I wrote"),
                    inside=self._answers(dict(version.answers)),
                )
            )
        return tuple(pieces)

    def _by_section(self, steps: Iterable[VersionStep]) -> list[tuple[str, list[VersionStep]]]:
        found: dict[str, list[VersionStep]] = {}
        for one in steps:
            found.setdefault(one.section, []).append(one)
        order = [head.id for head in self.guide.heads]
        known = sorted(found, key=lambda one: order.index(one) if one in order else len(order))
        return [(self._section(one), found[one]) for one in known]

    def _step(self, step: VersionStep) -> Entry:
        notes = [_states()[step.state]]
        if note := her_note(self.guide, _as_step(step)):
            notes.append(QCoreApplication.translate("VersionWords", "My words: {words}").format(words=note))
        if step.reason:
            notes.append(
                QCoreApplication.translate("VersionWords", "Why not safe for me: {words}").format(words=step.reason)
            )
        if step.person_id:
            notes.append(
                QCoreApplication.translate("VersionWords", "With: {person}").format(
                    person=self._person(step.person_id)
                )
            )
        if step.look_again:
            notes.append(
                QCoreApplication.translate("VersionWords", "Look again: {day}").format(day=self._day(step.look_again))
            )
        return Entry(step_words(self.guide, _as_step(step)), tuple(notes))

    def _answers(self, answers: Mapping[str, str]) -> tuple[Piece, ...]:
        return tuple(
            Piece(
                title,
                tuple(
                    Entry(self._question(one), tuple(self._answer(one, answers[one]).split("\n")), asked=True)
                    for one in questions
                ),
            )
            for title, questions in self._asked(answers)
        )

    # ── what changed ────────────────────────────────────────────────────────────────────────────────────────────
    def changed(self, changes: Changes) -> tuple[Piece, ...]:
        """The differences, each kind under its own heading; none for what did not change."""
        new: list[Entry] = []
        away: list[Entry] = []
        other: list[Entry] = []
        gone: list[Entry] = []
        for one in changes.steps:
            if one.after is None:
                gone.append(self._gone(one))
            elif one.before is None:
                (away if one.after.state == "not_safe" else new).append(self._step(one.after))
            else:
                put_away = one.after.state == "not_safe" and one.before.state != "not_safe"
                (away if put_away else other).append(self._differs(one.before, one.after))
        on = [
            Entry(QCoreApplication.translate("VersionWords", "Applies now: {words}").format(words=self._situation(s)))
            for s in changes.switched_on
        ]
        off = [
            Entry(
                QCoreApplication.translate("VersionWords", "No longer applies: {words}").format(
                    words=self._situation(s)
                )
            )
            for s in changes.switched_off
        ]
        kinds = (
            (QCoreApplication.translate("VersionWords", "New in my plan"), new),
            (QCoreApplication.translate("VersionWords", "Changed"), other),
            (QCoreApplication.translate("VersionWords", "Put away as not safe for me"), away),
            (QCoreApplication.translate("VersionWords", "No longer in my plan"), gone),
            (QCoreApplication.translate("VersionWords", "What applies to me"), [*on, *off]),
        )
        pieces = [Piece(title, tuple(entries)) for title, entries in kinds if entries]
        if changes.answers:
            pieces.append(
                Piece(
                    QCoreApplication.translate("VersionWords", "What I wrote, before and now"),
                    inside=self._answers_changed(changes.answers),
                )
            )
        return tuple(pieces)

    def short(self, changes: Changes) -> tuple[str, ...]:
        """One line a change, without answers: for a card on another page."""
        lines = []
        for one in changes.steps:
            if one.after is None:
                lines.append(
                    QCoreApplication.translate("VersionWords", "Gone: {words}").format(words=self._gone(one).words)
                )
                continue
            words = step_words(self.guide, _as_step(one.after))
            if one.before is None:
                lines.append(QCoreApplication.translate("VersionWords", "New: {words}").format(words=words))
            elif one.before.state != one.after.state:
                lines.append(f"{_states()[one.after.state]}: {words}")
            else:
                lines.append(QCoreApplication.translate("VersionWords", "Changed: {words}").format(words=words))
        return tuple(lines)

    def _gone(self, change: StepChange) -> Entry:
        return self._step(change.before) if change.before is not None else Entry("—")

    def _differs(self, before: VersionStep, after: VersionStep) -> Entry:
        notes: list[str] = []
        pairs = (
            ("{words}", _states()[before.state], _states()[after.state]),
            (QCoreApplication.translate("VersionWords", "My words: {words}"), before.words, after.words),
            (QCoreApplication.translate("VersionWords", "Why not safe for me: {words}"), before.reason, after.reason),
            (
                QCoreApplication.translate("VersionWords", "With: {person}").replace("{person}", "{words}"),
                self._person(before.person_id),
                self._person(after.person_id),
            ),
            (
                QCoreApplication.translate("VersionWords", "Look again: {day}").replace("{day}", "{words}"),
                self._day(before.look_again),
                self._day(after.look_again),
            ),
        )
        for sentence, then, now in pairs:
            if then != now:
                notes.append(sentence.format(words=f"{then} → {now or '—'}" if then else now))
        return Entry(step_words(self.guide, _as_step(after)), tuple(notes))

    def _answers_changed(self, changes: Iterable[AnswerChange]) -> tuple[Piece, ...]:
        known = {one.question: one for one in changes}
        return tuple(
            Piece(title, tuple(self._answer_changed(known[one]) for one in questions))
            for title, questions in self._asked(known)
        )

    def _answer_changed(self, change: AnswerChange) -> Entry:
        before, after = (self._answer(change.question, text) for text in (change.before, change.after))
        return Entry(
            self._question(change.question),
            (
                QCoreApplication.translate("VersionWords", "Before: {words}").format(
                    words=before or QCoreApplication.translate("VersionWords", "nothing")
                ),
                QCoreApplication.translate("VersionWords", "Now: {words}").format(
                    words=after or QCoreApplication.translate("VersionWords", "nothing")
                ),
            ),
            asked=True,
        )

    # ── names of things ─────────────────────────────────────────────────────────────────────────────────────────
    def _asked(self, questions: Iterable[str]) -> list[tuple[str, list[str]]]:
        """The questions by the page they stand on, in the order of the guide."""
        acute = self.guide.acute
        found: dict[str, list[str]] = {}
        for one in questions:
            page = "" if any(field.id == one for field in acute.fields) else one.partition("_")[0]
            found.setdefault(page, []).append(one)
        order = ["", *(head.id for head in self.guide.heads)]
        known = sorted(found, key=lambda one: order.index(one) if one in order else len(order))
        titles = {"": acute.title, WAY: ""}
        return [(titles[one] if one in titles else self._section(one), found[one]) for one in known]

    def _section(self, id_: str) -> str:
        head = self.guide.head(id_)
        return (
            head.title if head else QCoreApplication.translate("VersionWords", "A part that the guide no longer has")
        )

    def _question(self, id_: str) -> str:
        if id_ == WAY:
            return QCoreApplication.translate("VersionWords", "How I use this program")
        for field in self.guide.acute.fields:
            if field.id == id_:
                return field.label
        section = id_.partition("_")[0]
        if self.guide.head(section) is not None:
            for one in self.guide.section(section).questions:
                if one.id == id_:
                    return one.text
        return QCoreApplication.translate("VersionWords", "A question that the guide no longer has")

    def _answer(self, question: str, text: str) -> str:
        return _ways().get(text, text) if question == WAY else text

    def _situation(self, id_: str) -> str:
        known = next((one.text for one in self.guide.situations if one.id == id_), "")
        return known or QCoreApplication.translate("VersionWords", "Something that the guide no longer has")

    def _person(self, id_: str) -> str:
        if not id_:
            return ""
        known = self.people.get(id_)
        return (
            shown_name(known, self.reveal)
            if known is not None
            else QCoreApplication.translate("VersionWords", "someone who is no longer kept")
        )

    def _day(self, iso: str) -> str:
        return day_in_words(date.fromisoformat(iso), self.language) if iso else ""


def _as_step(step: VersionStep) -> Step:
    return Step(
        step.id,
        step.section,
        step.suggestion,
        step.words,
        step.state,
        step.person_id,
        step.look_again,
        "",
        step.reason,
    )


def _states() -> dict[str, str]:
    return {
        "will_do": QCoreApplication.translate("StateChoice", "Will do"),
        "done": QCoreApplication.translate("StateChoice", "Done"),
        "not_now": QCoreApplication.translate("StateChoice", "Not now"),
        "not_safe": QCoreApplication.translate("StateChoice", "Not safe for me"),
    }


def _ways() -> dict[str, str]:
    return {
        "read": QCoreApplication.translate("StartCheckPage", "Only read"),
        "nameless": QCoreApplication.translate("StartCheckPage", "A plan without names"),
        "full": QCoreApplication.translate("StartCheckPage", "A full plan"),
        "paper": QCoreApplication.translate("StartCheckPage", "On paper"),
    }
