"""The first start: hide once and come back, three questions, two honest limits, and then what she needs now.

May touch: the size of the everyday program's settings file, in the worker. Must never keep an answer, never ask for
anything that has to be answered, and never stand between her and the numbers to call.

Coming back after hiding starts this process anew, and before something is kept no file may say how far she was. So no
view depends on that: choosing a language fills the everyday program's own settings, and where these are filled the
language view is left out. The view about hiding reads the same before and after trying it. One press more or less is
all that a wrong guess costs.
"""

from __future__ import annotations

import contextlib
import functools
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from safeplan.content.friend_words import load_friend_words
from safeplan.content.welcome import WelcomeQuestion, limits_for, load_welcome
from ui.background import Job, Session
from ui.page import Page, PageContext
from ui.theme import current
from ui.translation import LANGUAGES
from ui.widgets.buttons import Button, PrimaryButton, QuietButton, SecondaryButton
from ui.widgets.card import Card, Unfold
from ui.widgets.flow import columns, flow
from ui.widgets.inset import Inset
from ui.widgets.labels import Body, Heading
from ui.widgets.numbers_strip import NumbersStrip
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.stack import stack

# Read before a language is chosen, so in all of them at once.
CHOOSE_LANGUAGE = "Тілді таңдаңыз · Выберите язык · Choose a language"


class WelcomePage(Page):
    """One view after the other; each can be passed over."""

    name = "welcome"
    keeps_drafts = False

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.words = load_welcome(context.language)
        self.step = ""
        self._tried = False
        self._answers: dict[str, str] = {}
        self._first: QWidget | None = None
        self.view = ScrollPage(name="welcome-scroll")
        self.layout_.addWidget(self.view, 1)
        self.layout_.addWidget(NumbersStrip(context.region, name="welcome-numbers"))

    def title(self) -> str:
        """Says nothing about what for."""
        return self.tr("To begin")

    def arrive(self, **arguments: Any) -> None:
        """The language first, unless it was chosen before."""
        del arguments
        self.context.extra.get("wait_longer", lambda: None)()
        self.step = ""
        self.context.background.run(self, language_was_chosen, self._begin)

    def show_step(self, step: str) -> None:
        """Put one view on the screen: "language", "hide", a question's id, "limits" or "needs"."""
        self.step = step
        self.view.empty()
        questions = {question.id: question for question in self.words.questions}
        views = {
            "language": self._language,
            "hide": self._hide,
            "limits": self._limits,
            "needs": self._needs,
        }
        card = self._question(questions[step]) if step in questions else views[step]()
        self.view.add(card)
        # Qt would show it in its next round only, and what is not shown cannot have the focus.
        card.show()
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)
        # The focus pulls a long view down to its button; reading begins at the top.
        QTimer.singleShot(0, self.view, self._to_top)

    def _to_top(self) -> None:
        self.view.verticalScrollBar().setValue(0)

    def collect_draft(self) -> dict[str, str]:
        """Where she is, so that another language does not send her back to the beginning."""
        return {**self._answers, "step": self.step, "tried": "1" if self._tried else ""} if self.step else {}

    def restore_draft(self, fields: dict[str, str]) -> None:
        """Go on where she was."""
        asked = [question.id for question in self.words.questions]
        self._answers = {id_: fields[id_] for id_ in asked if id_ in fields}
        self._tried = bool(fields.get("tried"))
        if fields.get("step") in self._order():
            self.show_step(fields["step"])

    def clear(self) -> None:
        """Forget every answer."""
        self._answers.clear()
        self._tried = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus: not everyone knows about the space bar."""
        focused = QApplication.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    # ── the way through ─────────────────────────────────────────────────────────────────────────────────────────
    def _order(self) -> list[str]:
        return ["language", "hide", *(question.id for question in self.words.questions), "limits", "needs"]

    def _begin(self, chosen: bool) -> None:  # noqa: FBT001
        # A view chosen meanwhile (another language, a quick hand) stays.
        if not self.step:
            self.show_step("hide" if chosen else "language")

    def _next(self) -> None:
        order = self._order()
        self.show_step(order[order.index(self.step) + 1])

    def _back(self) -> None:
        order = self._order()
        self.show_step(order[order.index(self.step) - 1])

    def _speak(self, language: str) -> None:
        self.show_step("hide")
        # Also for the language already spoken: the choice is what the next start finds.
        self.context.extra["change_language"](language)

    def _have_tried(self) -> None:
        self._tried = True
        self._next()

    def _answer(self, question: str, answer: str) -> None:
        self._answers[question] = answer
        self._next()

    def _leave(self, page: str, **arguments: str) -> None:
        self.clear()
        self.context.extra.get("welcome_done", lambda: None)()
        self.context.go(page, **arguments)

    # ── the views ───────────────────────────────────────────────────────────────────────────────────────────────
    def _language(self) -> Card:
        card = Card(CHOOSE_LANGUAGE, name="welcome-language")
        offered = {code: LANGUAGES[code] for code in self.context.room.policy.languages}
        buttons = [
            SecondaryButton(words, name=f"welcome-language-{code}", clicked=functools.partial(self._speak, code))
            for code, words in offered.items()
        ]
        card.add(columns(*buttons, narrowest=200))
        here = self.context.language
        self._first = buttons[list(offered).index(here)] if here in offered else buttons[0]
        return card

    def _hide(self) -> Card:
        card = Card(self.words.title, self.words.hide_title, name="welcome-hide")
        told = {point.id: point.text for point in self.words.hide}
        card.add(*[Body(told[id_], name=f"welcome-hide-{id_}") for id_ in ("button", "keys") if id_ in told])
        in_calculator = self.context.extra.get("program", "calculator") == "calculator"
        card.add(
            Inset(
                Body(
                    self.tr("To come back, type this in the calculator:")
                    if in_calculator
                    else self.tr("To come back, type this in the everyday program and press Enter:"),
                    "inset",
                ),
                Heading("7 × 7 × 7 × 7 =", 1, name="welcome-sum"),
                Body(self.tr("On the keyboard: 7*7*7*7 and Enter. Then go on here."), "inset"),
                name="welcome-way-back",
            )
        )
        self._first = PrimaryButton(self.tr("I have tried it. Go on"), name="welcome-tried", clicked=self._have_tried)
        card.add_row(self._first, QuietButton(self.tr("Later"), name="welcome-later", clicked=self._next))
        card.add(Body(self.words.after_exit, "small"))
        # Whoever only wants to help somebody needs neither questions nor a passphrase.
        friend = load_friend_words(self.context.language).page.title
        to_friend = functools.partial(self.context.go, "friend", back="welcome")
        card.add_row(QuietButton(friend, name="welcome-friend", icon="users", clicked=to_friend))
        return card

    def _question(self, question: WelcomeQuestion) -> Card:
        number = self._order().index(question.id) - 1
        card = Card(name="welcome-question")
        if number == 1 and self._tried:
            card.add(Body(self.words.hide_done, "muted"))
        card.add(
            Body(
                self.tr("{number} of {count}").format(number=number, count=len(self.words.questions)),
                "small",
                name="welcome-where",
            ),
            Heading(question.text, 2, name="welcome-asked"),
        )
        buttons: list[Button] = []
        for answer in question.answers:
            pressed = functools.partial(self._answer, question.id, answer.id)
            buttons.append(SecondaryButton(answer.text, name=f"welcome-answer-{answer.id}", clicked=pressed))
        answers = stack(*buttons, spacing=8)
        answers.setMaximumWidth(current().px(520))
        card.add(answers)
        card.add_row(
            QuietButton(self.tr("Back"), name="welcome-back", clicked=self._back),
            QuietButton(self.tr("Skip"), name="welcome-skip", clicked=self._next),
            QuietButton(
                self.tr("Skip the questions"),
                name="welcome-skip-all",
                clicked=functools.partial(self.show_step, "limits"),
            ),
        )
        card.add(Body(self.tr("Your answer is not kept. It only chooses what you read next."), "small"))
        self._first = buttons[0]
        return card

    def _limits(self) -> Card:
        shown = limits_for(self.words, self._answers)
        card = Card(self.words.limits_title, name="welcome-limits")
        card.add(*[Inset(Body(limit.text, "inset"), name=f"welcome-limit-{limit.id}") for limit in shown])
        more = [Body(limit.text) for limit in self.words.limits if limit not in shown]
        before = [Heading(self.words.honesty_title, 3), *[Body(point.text) for point in self.words.honesty]]
        self._first = PrimaryButton(self.tr("Go on"), name="welcome-go-on", clicked=self._next)
        card.add_row(self._first, QuietButton(self.tr("Back"), name="welcome-back", clicked=self._back))
        card.add(Unfold(self.tr("More about this"), stack(*more, *before, spacing=8), name="welcome-more"))
        return card

    def _needs(self) -> Card:
        card = Card(self.words.needs_title, name="welcome-needs")
        leads: dict[str, tuple[str, functools.partial[None]]] = {
            "write": ("note-pencil", functools.partial(self._leave, "happened")),
            "three_steps": ("path", functools.partial(self._leave, "today", focus="steps")),
            "help": ("phone", functools.partial(self._leave, "help")),
            "read": ("book-open", functools.partial(self._leave, "plan")),
        }
        buttons: list[Button] = []
        for need in self.words.needs:
            icon, clicked = leads[need.id]
            buttons.append(SecondaryButton(need.text, name=f"welcome-need-{need.id}", icon=icon, clicked=clicked))
        card.add(columns(*buttons, narrowest=340))
        card.add(
            Body(self.tr("You can do all of it, in any order. Nothing has to be finished."), "muted"),
            flow(QuietButton(self.tr("Back"), name="welcome-back", clicked=self._back)),
        )
        self._first = buttons[0]
        return card


# ── work ────────────────────────────────────────────────────────────────────────────────────────────────────────
def language_was_chosen(session: Session, job: Job) -> bool:
    """Whether the everyday program has settings: then its language, which is ours, was chosen before."""
    del job
    with contextlib.suppress(OSError):
        return session.files.preferences.stat().st_size > 0
    return False
