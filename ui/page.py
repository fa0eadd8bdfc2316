"""What every page is, and what a page may use: the only things that cross between the window and a page.

May touch: its own widgets. Must never run SQL, hold keys, open a second window, or know another page: it asks the
context to go elsewhere by name.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from ui.rooms import HOME_ROOM, Room

if TYPE_CHECKING:
    from safeplan.clock import Clock
    from ui.background import Background
    from ui.file_picker import FilePicker
    from ui.questions import Questions

# Half a second after the last key, and at least once a second while typing: a kill loses one second at most.
QUIET_MS = 500
LONGEST_MS = 1000
# Soon after the last part of a page came.
FILLED_MS = 100


class GoTo(Protocol):
    """Show the page of this name; the arguments reach its arrive()."""

    def __call__(self, name: str, **arguments: Any) -> None:  # noqa: D102
        ...


class Stays(Protocol):
    """Where an exit covers only; ui/staying.py is the real one."""

    words: str  # the two words that bring a kiosk's session back

    @property
    def asking(self) -> bool: ...  # noqa: D102
    def seconds_left(self) -> int: ...  # noqa: D102
    def try_words(self, typed: str) -> bool: ...  # noqa: D102
    def end(self) -> None: ...  # noqa: D102
    def make_way(self) -> None: ...  # noqa: D102


class _NotStaying:
    """For every room in which an exit ends what is open."""

    words = ""
    asking = False

    def seconds_left(self) -> int:
        return 0

    def try_words(self, typed: str) -> bool:
        del typed
        return False

    def make_way(self) -> None:
        """Nothing to make way for."""

    def end(self) -> None:
        """Nothing waits."""


NOT_STAYING = _NotStaying()


def _nothing(*_: Any, **__: Any) -> None:
    """For contexts in tests and galleries that lead nowhere."""


@dataclass
class PageContext:
    """Handed to every page. The window fills `questions`, `picker`, `go`, `here`, `inform` and `tell`; the process
    the rest."""

    background: Background
    clock: Clock
    language: str = "en"
    settings: Any = None  # safeplan.records.settings.Settings, frozen; a new one after each change
    guide: Any = None  # safeplan.content.guide.Guide in `language`
    region: Any = None  # safeplan.content.regions.Region in `language`
    room: Room = HOME_ROOM  # whose computer this is, and what its policy allows
    staying: Stays = NOT_STAYING  # what an exit leaves open at a desk and in a kiosk
    switch: Callable[[int], None] = (
        _nothing  # at a desk: go to the store of this client's number, 0 for the desk's own
    )
    viewer: Any = None  # asks the viewer process for pixels; None where nothing can be shown
    # keep_first(then): with a store open, calls then() at once; otherwise asks for a passphrase first.
    keep_first: Callable[[Callable[[], None]], None] = lambda then: then()
    # opened(result): tell the window that the store is open; `result` is ui.opening.Opened.
    opened: Callable[[Any], None] = _nothing
    # What was open had to be closed: tell the window, and only the passphrase leads on.
    closed: Callable[[], None] = _nothing
    # She is typing her passphrase: nothing that can wait is done now.
    typing: Callable[[], None] = _nothing
    # Fills `guide` and `region`; the page for the passphrase needs neither and does not wait for them.
    fill: Callable[[], None] = _nothing
    has_store: Callable[[], bool] = lambda: True
    save_draft: Callable[[str, dict[str, str]], None] = _nothing
    # load_draft(name, then): hands the kept draft of that name to then(fields), {} when there is none.
    load_draft: Callable[[str, Callable[[dict[str, str]], None]], None] = _nothing
    clear_draft: Callable[[str], None] = _nothing
    change_setting: Callable[[str, Any], None] = _nothing
    quick_exit: Callable[[], None] = _nothing
    # tell(text, tone="info"|"warm"|"harm", hint=""): one line in the window's message bar.
    tell: Callable[..., None] = _nothing
    go: GoTo = _nothing
    here: Callable[[], str] = lambda: ""  # the name of the page she is at
    inform: GoTo = _nothing  # tell a page what go() would, without showing it
    questions: Questions = field(default=None, repr=False)  # type: ignore[assignment]
    picker: FilePicker = field(default=None, repr=False)  # type: ignore[assignment]
    extra: dict[str, Any] = field(default_factory=dict)


class StandsOnlyHere:
    """A page, or a part of one that has a name, with something that is written nowhere else: a new spare key, the
    words that lock a copy, where that copy lies, how long a lock still waits. A page built anew is handed it."""

    # True for a sentence that is no secret: it may wait for a form that comes only when its entry is read.
    may_wait = False

    def hand_on(self) -> Any:
        """What stands here and nowhere else, None when there is nothing. It is kept nowhere on the way."""
        return None

    def take_on(self, shown: Any) -> None:
        """Show again what hand_on() of the part in this one's place gave."""


class Page(QWidget):
    """Base of all pages. `name` is the page's key; words are set in __init__ only, because a page is built anew
    when language, theme or text size change (nothing then can be forgotten; drafts carry over what she typed)."""

    name = ""
    # False for pages whose collect_draft() only carries them over into another language.
    keeps_drafts = True

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.setObjectName(f"page-{self.name}")
        self.setProperty("part", "page")
        self.arguments: dict[str, Any] = {}
        # By their names, what parts showed that do not stand on this page yet.
        self.to_show: dict[str, Any] = {}
        self.layout_ = QVBoxLayout(self)
        self.layout_.setContentsMargins(0, 0, 0, 0)
        self.layout_.setSpacing(0)
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._longest = QTimer(self, singleShot=True, interval=LONGEST_MS)
        self._quiet.timeout.connect(self.save_draft_now)
        self._longest.timeout.connect(self.save_draft_now)
        self._resting: QWidget | None = None
        self._click_rest = QTimer(self, singleShot=True, interval=QApplication.doubleClickInterval())
        self._click_rest.timeout.connect(self._rested)

    def title(self) -> str:
        """The heading over the page, translated."""
        raise NotImplementedError

    def arrive(self, **arguments: Any) -> None:
        """Called each time the page is shown: ask the background for a view here, then show_view(view)."""

    def show_view(self, view: Any) -> None:
        """Put a frozen view (or None) on the screen."""

    def collect_draft(self) -> dict[str, str]:
        """Everything typed and not yet kept, field by field; empty when there is nothing."""
        return {}

    def restore_draft(self, fields: dict[str, str]) -> None:
        """Put back what collect_draft() gave; unknown fields are ignored."""

    def show_again(self) -> dict[str, Any]:
        """Hand its parts what stood on the page in this one's place, and return what has no part here. A page whose
        form waits until its entry is read calls it when the form is there."""
        shown, self.to_show = self.to_show, {}
        for part in (self, *self.findChildren(QWidget)) if shown else ():
            if isinstance(part, StandsOnlyHere) and part.objectName() in shown:
                part.take_on(shown.pop(part.objectName()))
        return shown

    def clear(self) -> None:
        """Empty every field, after it was kept."""

    def escape(self) -> None:
        """Escape was pressed anywhere in the window, and nothing else had a use for it."""

    def touch_draft(self) -> None:
        """Connect every field's change to this: saves the draft soon, and never later than a second."""
        self._quiet.start()
        if not self._longest.isActive():
            self._longest.start()

    @property
    def is_typed_into(self) -> bool:
        """Within half a second of the last key."""
        return self._quiet.isActive()

    def save_draft_now(self) -> None:
        """Hand the draft to the store; called by the two timers and before the page is built anew."""
        self._quiet.stop()
        self._longest.stop()
        self.context.save_draft(self.name, self.collect_draft())

    def forget_pending_draft(self) -> None:
        """Call when the entry was kept: a late timer must not bring the draft back."""
        self._quiet.stop()
        self._longest.stop()

    # ── what changes under her hands ────────────────────────────────────────────────────────────────────────────
    def hold_focus(self) -> None:
        """Call before what may have the focus is taken away: Qt would give it to the exit control, and the next Space
        hides by habit. On the page itself Space presses nothing, and Tab goes to its first control."""
        focused = self.window().focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.setAccessibleName(self.title())
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_on(self, part: QWidget) -> None:
        """The focus on `part`, new on this page, with its beginning in sight; unless she is at something else."""
        # What is new is shown and has its place in Qt's next round only.
        QTimer.singleShot(0, part, partial(self._focus_there, part))

    def _focus_there(self, part: QWidget) -> None:
        focused, questions = self.window().focusWidget(), self.context.questions
        if not part.isVisible() or (questions is not None and questions.open):
            return
        if focused is not None and focused is not self and self.isAncestorOf(focused):
            return
        part.setFocus(Qt.FocusReason.OtherFocusReason)
        self._bring(part)
        # A page that is still being filled has not yet the height to be scrolled so far.
        QTimer.singleShot(FILLED_MS, part, partial(self._bring, part))

    def _bring(self, part: QWidget) -> None:
        if self.window().focusWidget() is not part:
            return
        for area in self.findChildren(QScrollArea):
            inner = area.widget()
            if inner is not None and inner.isAncestorOf(part):
                # What is higher than the window is shown from its middle otherwise.
                area.ensureWidgetVisible(part, 0, 0)
                bar = area.verticalScrollBar()
                bar.setValue(min(bar.value(), part.mapTo(inner, QPoint(0, 0)).y()))

    def rest_from_clicks(self, part: QWidget) -> None:
        """`part`, a child of this page, shows something new: it takes no click until the button of the mouse has been
        up for the time of a double click. The second of two clicks would press what she has not seen yet."""
        if self._resting is not None and self._resting is not part:
            self._resting.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, on=False)
        self._resting = part
        part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._click_rest.start()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on what rests ends here."""
        if self._resting is not None:
            self._click_rest.start()
        super().mouseReleaseEvent(event)

    def _rested(self) -> None:
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._click_rest.start()
        elif self._resting is not None:
            self._resting.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, on=False)
            self._resting = None
