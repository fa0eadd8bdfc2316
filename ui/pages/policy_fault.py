"""The one page there is while the rules of this computer are not in order: where the fault is, and how to mend it.

May touch: nothing but the fault it is handed. Must never open, make or offer anything else: what an organisation
forbade cannot be known as long as its file does not read.
"""

from __future__ import annotations

from typing import Any

from safeplan.content.policy_words import load_policy_words
from safeplan.errors import PolicyFault
from ui.page import Page, PageContext
from ui.widgets.card import Card
from ui.widgets.labels import Body, Heading
from ui.widgets.scroll_page import ScrollPage


class PolicyFaultPage(Page):
    """arrive(fault=…) with the PolicyFault that was raised; it stays through a change of language."""

    name = "policy_fault"
    keeps_drafts = False

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.words = load_policy_words(context.language)
        say = self.words.page
        self.sheet = ScrollPage(name="policy-fault-scroll")
        self.layout_.addWidget(self.sheet)
        # What is read aloud to somebody on the telephone can be marked and copied too.
        self.file = Body("", name="policy-fault-file", selectable=True)
        self.line = Body("", name="policy-fault-line")
        self.key = Body("", name="policy-fault-key", selectable=True)
        self.wrong = Body("", name="policy-fault-wrong")
        self.mend = Body("", name="policy-fault-mend", selectable=True)
        where = Card(name="policy-fault-where")
        where.add(Heading(say.where_title, 3), self.file, self.line, self.key)
        what = Card(name="policy-fault-what")
        what.add(Heading(say.wrong_title, 3), self.wrong, Heading(say.mend_title, 3), self.mend, Body(say.again))
        self.sheet.add(Body(say.about), where, what, Body(say.safe, "muted"))

    def title(self) -> str:
        """The heading."""
        return self.words.page.title

    def arrive(self, **arguments: Any) -> None:
        """Show the fault; called again without one, the page keeps what it shows."""
        fault = arguments.get("fault")
        if isinstance(fault, PolicyFault):
            self.show_view(fault)

    def show_view(self, view: PolicyFault) -> None:
        """Where, what, and how to mend it."""
        say, line = self.words.page, view.facts["line"]
        self.file.setText(say.file.format_map(view.facts))
        self.line.setText(say.line.format_map(view.facts) if line else say.whole)
        self.key.setText(say.key.format_map(view.facts) if view.facts["key"] else "")
        self.key.setVisible(bool(view.facts["key"]))
        self.wrong.setText(self.words.wrong(view))
        self.mend.setText(self.words.mend(view))
