"""Keeps what stands in a form: once, without a store after her first passphrase; what she types meanwhile stays.

May touch: the background and the passphrase page, through the page's context; the fields of the page. Must never keep
the same form twice because its button was pressed twice, clear what was not sent away to be kept, or take her away
from where she went meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from safeplan.errors import SafePlanError
from ui.background import Work
from ui.page import Page, PageContext

# It stands between a form and its being kept, and leads nowhere by itself.
_IN_THE_WAY = "first_key"


def back_to(context: PageContext, name: str, **arguments: Any) -> bool:
    """What was asked for on the page `name` is done. From there, and from choosing a passphrase, she is led to it;
    anywhere else she stays, and the page is told unseen. True when she is led to it."""
    if context.here() in (name, _IN_THE_WAY):
        context.go(name, **arguments)
        return True
    context.inform(name, **arguments)
    return False


class KeepOnce:
    """One for each page with such a form; `busy` while it is being written."""

    def __init__(self, context: PageContext, page: str) -> None:
        self._context, self._page = context, page
        self.busy = False

    def keep(self, work: Work, kept: Callable[[Any], object], *, changes: tuple[str, ...] = ()) -> None:
        """Run `work`, then kept(result), which may use nothing of a page that is gone but its context."""
        if self.busy:
            return

        def over(then: Callable[[Any], object], came: Any) -> None:
            self.busy = False
            then(came)

        def failed(error: SafePlanError) -> None:
            if self._context.here() == _IN_THE_WAY:
                # What could not be kept waits on its page; here nothing could be done about it.
                self._context.go(self._page)
            over(self._context.questions.tell_error, error)

        def begin() -> None:
            self.busy = True
            # The page may be built anew while she chooses a passphrase: only the context outlives it.
            background = self._context.background
            background.run(background, work, lambda result: over(kept, result), failed, changes=changes)

        self._context.keep_first(begin)


def clear_sent(page: Page, sent: dict[str, str], *, box: str = "text") -> None:
    """Empty the page of what was kept just now; what she typed since the press stays in its fields, as a draft.

    `sent`: the page's draft at the press. `box`: its field for running text, where writing on is no change of what
    was sent. Of any other field that differs all stays: half a number or half a day says something else.
    """
    now = page.collect_draft()
    later = {field: text for field, text in now.items() if text != sent.get(field, "")}
    if box in later:
        later[box] = later[box].removeprefix(sent.get(box, "")).lstrip()
    page.clear()
    if any(later.values()):
        page.restore_draft(later)
    page.save_draft_now()
