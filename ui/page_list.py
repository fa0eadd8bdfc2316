"""All pages by name; each is imported when it is first shown, so that the first window stands early.

May touch: ui/pages. Must never build a page before it is needed.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from safeplan.records.settings import Settings
from ui.page import Page, PageContext
from ui.rooms import HOME_ROOM, Room
from ui.window import Entry

_NAMES = (
    "welcome",
    "gate",
    "first_key",
    "today",
    "plan",
    "section",
    "situations",
    "start_check",
    "acute",
    "happened",
    "entry",
    "file",
    "files",
    "people",
    "person",
    "help",
    "more",
    "settings",
    "hand_over",
    "signs",
    "paper",
    "weigh",
    "versions",
    "tech_check",
    "say_this",
    "orders",
    "record",
    "pressure",
    "calendar",
    "my_days",
    "cases",
    "case",
    "look_back",
    "handed",
    "backup",
    "drafts",
    "policy_fault",
    "kiosk_start",
    "kiosk_words",
    "kiosk_leave",
    "by_hand",
    "clients",
    "client_begin",
    "friend",
    "call",
    "session",
    "consent",
    "client_leave",
    "desk_counts",
    "both_look",
    "computer_knows",
)


def _factory(name: str) -> Callable[[PageContext], Page]:
    def build(context: PageContext) -> Page:
        if name != "gate":
            context.fill()
        module = importlib.import_module(f"ui.pages.{name}")
        kind = "".join(part.title() for part in name.split("_")) + "Page"
        page: Page = getattr(module, kind)(context)
        return page

    return build


FACTORIES: dict[str, Callable[[PageContext], Page]] = {name: _factory(name) for name in _NAMES}


# Page name, icon, words. The first four are all there is on the first evening; the rest grows with use.
_LINES: tuple[tuple[str, str, str], ...] = (
    ("today", "sun", str(QT_TRANSLATE_NOOP("Navigation", "Today"))),
    ("happened", "note-pencil", str(QT_TRANSLATE_NOOP("Navigation", "What happened"))),
    ("plan", "path", str(QT_TRANSLATE_NOOP("Navigation", "My plan"))),
    ("people", "users", str(QT_TRANSLATE_NOOP("Navigation", "People"))),
    ("hand_over", "export", str(QT_TRANSLATE_NOOP("Navigation", "Hand over"))),
    ("help", "phone", str(QT_TRANSLATE_NOOP("Navigation", "Help"))),
    ("more", "dots-three-circle", str(QT_TRANSLATE_NOOP("Navigation", "More"))),
    ("settings", "gear", str(QT_TRANSLATE_NOOP("Navigation", "Settings"))),
)
# Lines that only other rooms have.
_ROOM_LINES = (
    ("clients", "users", str(QT_TRANSLATE_NOOP("Navigation", "Clients"))),
    ("call", "chat-text", str(QT_TRANSLATE_NOOP("Navigation", "Someone is calling"))),
    ("session", "clock", str(QT_TRANSLATE_NOOP("Navigation", "This session"))),
    ("kiosk_start", "house", str(QT_TRANSLATE_NOOP("Navigation", "To begin"))),
    ("kiosk_leave", "door-open", str(QT_TRANSLATE_NOOP("Navigation", "Take along or end"))),
)
_DESK = ("clients", "call", "help", "settings")
_CLIENT = ("session", "today", "happened", "plan", "people", "help", "more")
_KIOSK = ("today", "happened", "plan", "people", "help", "more", "kiosk_leave")
_BEFORE_A_SESSION = ("kiosk_start", "help")
_SMALL = ("today", "happened", "help", "more")


def entries(settings: Settings, room: Room = HOME_ROOM) -> tuple[Entry, ...]:
    """The lines of the navigation that fit how far she has come: the first four, and the pages she has used."""
    if room.is_kiosk:
        return _lines(_KIOSK)
    if room.is_desk:
        return _lines(_DESK)
    if room.is_client:
        return _lines(_CLIENT)
    grown = settings.navigation == "grown"
    shown = {*_SMALL, *settings.used_pages.split(",")}
    return _lines(name for name, _icon, _source in _LINES if grown or name in shown)


def before_a_session() -> tuple[Entry, ...]:
    """In a kiosk, beside whatever can be read before anything is open: the way back."""
    return _lines(_BEFORE_A_SESSION)


def _lines(names: Iterable[str]) -> tuple[Entry, ...]:
    lines = {name: (icon, source) for name, icon, source in (*_LINES, *_ROOM_LINES)}
    return tuple(Entry(name, lines[name][0], _words(lines[name][1])) for name in names)


def with_page(used_pages: str, name: str) -> str:
    """`used_pages` with one more page, unchanged where the page has its line already or gets none."""
    used = [page for page in used_pages.split(",") if page]
    if name in used or name in _SMALL or name not in {line[0] for line in _LINES}:
        return used_pages
    return ",".join([*used, name])


def _words(source: str) -> Callable[[], str]:
    return lambda: QCoreApplication.translate("Navigation", source)
