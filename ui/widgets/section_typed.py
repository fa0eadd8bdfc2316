"""What stands typed in the fields of a section: what is new since the last time, and what still waits for a press.

May touch: the fields it is given. Must never drop a step or a name that is not added, in whatever part it was typed.
"""

from __future__ import annotations

from collections.abc import Callable

from shiboken6 import isValid

from safeplan.records.plan import Step
from ui.page import PageContext
from ui.plan_changes import Answers, Change, PlanView
from ui.widgets.fields import TextLine
from ui.widgets.question_list import QuestionList
from ui.widgets.step_details import StepDetails
from ui.widgets.suggestion_list import SuggestionList

# A step and a name typed and not added: before the part and before the step's id, in the draft.
_OWN, _WHO = "own-", "who-"


class SectionTyped:
    """Made once for the page; `typed` is called with every change of a field it was given."""

    def __init__(self, context: PageContext, change: Callable[[Change], object], typed: Callable[[], object]) -> None:
        self._context, self._change, self._typed = context, change, typed
        # What is typed in parts that are not on the sheet now, and for steps that are not open.
        self._away: dict[str, str] = {}
        self._part = ""
        self._questions: QuestionList | None = None
        self._list: SuggestionList | None = None
        self._own: TextLine | None = None
        self._details: list[StepDetails] = []
        self._answered: set[str] = set()

    # ── the fields ──────────────────────────────────────────────────────────────────────────────────────────────
    def leave(self, view: PlanView) -> None:
        """The fields are about to go: what waits in them for a press stays here, but for names of steps that went."""
        self._away = {
            one: text
            for one, text in self.half_typed().items()
            if not one.startswith(_WHO) or view.step(one.removeprefix(_WHO)) is not None
        }
        self._part, self._questions, self._list, self._own = "", None, None, None
        self._details, self._answered = [], set()

    def stand(self, part: str, questions: QuestionList, suggestions: SuggestionList, own: TextLine) -> None:
        """These are the fields now; names come back with names_waiting() and details_of()."""
        self._part, self._questions, self._list, self._own = part, questions, suggestions, own
        questions.answered.connect(self._note_answer)
        suggestions.typed.connect(self._typed)
        own.textChanged.connect(self._typed)
        own.setText(self._away.pop(_OWN + part, ""))

    def details_of(self, step: Step, view: PlanView) -> StepDetails:
        """What can stand with this step, with the name that was half typed there."""
        someone = self._away.pop(_WHO + step.id, "")
        details = StepDetails(self._context, step, view, self._change, someone=someone)
        details.typed.connect(self._typed)
        self._details.append(details)
        return details

    def details(self) -> list[StepDetails]:
        """Those that stand on the sheet."""
        self._details = [one for one in self._details if isValid(one)]
        return self._details

    def _note_answer(self, question: str) -> None:
        self._answered.add(question)
        self._typed()

    # ── what goes straight into the plan ────────────────────────────────────────────────────────────────────────
    def take_written(self) -> list[Change]:
        """The changes for what was written since the last call."""
        answered, self._answered = self._answered, set()
        changes: list[Change] = []
        if answered and self._questions is not None:
            changes.append(Answers(tuple((one, self._questions.text(one)) for one in sorted(answered))))
        if self._list is not None:
            changes += self._list.take_written()
        for details in self.details():
            changes += details.take_written()
        return changes

    # ── what waits for a press ──────────────────────────────────────────────────────────────────────────────────
    def half_typed(self) -> dict[str, str]:
        """Steps typed and not added, and names typed and not added, of all parts."""
        fields = dict(self._away)
        if self._own is not None:
            fields[_OWN + self._part] = self._own.text()
        fields |= {_WHO + one.step_id: one.someone() for one in self.details()}
        return {one: text for one, text in fields.items() if text}

    def put_back(self, fields: dict[str, str]) -> None:
        """Once typed and not added; what belongs to another part waits until that part is shown."""
        self._away |= fields
        if self._own is not None and not self._own.text():
            self._own.setText(self._away.pop(_OWN + self._part, ""))

    def put_back_name(self, step_id: str, name: str) -> None:
        """One that could not be kept: it stands in its line again."""
        self._away[_WHO + step_id] = name

    def names_waiting(self) -> list[str]:
        """The steps that must be opened for a name; where a step is open already, its name is put into its line."""
        open_ = {one.step_id: one for one in self.details()}
        waiting = [one.removeprefix(_WHO) for one in self._away if one.startswith(_WHO)]
        for step_id in open_.keys() & set(waiting):
            open_[step_id].restore_someone(self._away.pop(_WHO + step_id))
        return [one for one in waiting if one not in open_]

    def added(self, part: str, words: str) -> None:
        """The words go from where they were typed; what she typed after them stays."""
        if self._own is not None and part == self._part:
            self._own.setText(self._own.text().removeprefix(words))
        elif _OWN + part in self._away:
            self._away[_OWN + part] = self._away[_OWN + part].removeprefix(words)
