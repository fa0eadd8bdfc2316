"""Settings about what others get of this window: pictures of the screen, remote help, copied words.

May touch: two settings through the page's context. Must never promise more than this system does.
"""

from __future__ import annotations

from functools import partial

from safeplan.content.trace_words import load_trace_words
from safeplan.records.settings import Settings
from ui.capture import promise_here, was_refused
from ui.clipboard import can_be_marked
from ui.page import PageContext
from ui.widgets.buttons import QuietButton
from ui.widgets.fields import TickBox
from ui.widgets.flow import flow
from ui.widgets.labels import Body
from ui.widgets.settings_card import SettingsCard


class OthersCard(SettingsCard):
    """The switch for remote help where the system has something to switch, else the plain truth."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, name="settings-others")
        now: Settings = context.settings or Settings()
        say = load_trace_words(context.language).settings
        self.say(say.title, say.about)
        promise = promise_here()
        if promise == "no":
            self.add(Body(say.help_no, name="settings-help-no"))
        else:
            why = say.help_keeps if promise == "keeps" else say.help_older
            help_ = TickBox(say.help, name="settings-help", checked=now.remote_help, why=why)
            help_.toggled.connect(partial(context.change_setting, "remote_help"))
            self.add(help_)
            if was_refused():
                self.add(Body(say.help_refused, name="settings-help-refused"))
        if can_be_marked() and context.room.policy.mode == "home" and context.room.policy.clipboard:
            copies = TickBox(say.copies, name="settings-copies", checked=now.copies_leave, why=say.copies_why)
            copies.toggled.connect(partial(context.change_setting, "copies_leave"))
            self.add(copies)
        else:
            self.add(Body(say.copies_never, name="settings-copies-never"))
        self.add(flow(QuietButton(say.to_page, name="settings-traces", clicked=lambda: context.go("computer_knows"))))
