"""The states in which somebody may have to leave: what stands on the screen, and what the program is doing.

A store is made once with what the states need; the places of everything that is clicked are asked of the same pages.
"""

from __future__ import annotations

import resource
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

import layout
from exit_figures import State, Step
from exit_rounds import Place, Rounds, clicked, clicked_and_seen, pressed, stopped, typed, unlock
from household import PASSPHRASE, make_store
from PIL import Image
from screen import children

from safeplan.clock import SystemClock
from safeplan.paths import VaultFiles
from safeplan.records import settings
from safeplan.records.attachments import import_file
from safeplan.records.incidents import IncidentForm, add_incident
from safeplan.records.sittings import begin_sitting
from safeplan.vault.container import unlock_vault
from tests.bench.large_file import write_large_file

# The screen has room for a page without much scrolling; a whole look takes a third of a millisecond.
SCREEN = (1024, 900)
WINDOW = (1000, 840)
ENTRIES = 60
LARGE_MIB = 256
MIB = 1 << 20
BOMB = (7_900, 7_900)
SEARCHED = "lamp"
WHEEL_DOWN = 5
NEW_PASSPHRASE = "glass tiger noodle seven moon"
# So many notches of the wheel down the settings all that a new passphrase needs is in sight.
TO_PASSPHRASE = 26


@dataclass(frozen=True)
class Household:
    """A home with a store, an untouched copy of it, and where things stand in the window."""

    home: Path
    files: VaultFiles
    untouched: Path
    places: dict[str, Place]
    entries: int = ENTRIES + 1
    phrases: tuple[str, str] = (PASSPHRASE, NEW_PASSPHRASE)

    def put_back(self) -> None:
        """The same store each time: what an interrupted run left must not make the next one slower."""
        for path in self.files.folder.iterdir():
            if path != self.files.preferences and path.is_file():
                path.unlink()
        for path in self.untouched.iterdir():
            if path.name != self.files.preferences.name:
                shutil.copy(path, self.files.folder)
        for path in self.out.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()

    @property
    def out(self) -> Path:
        return self.home / "a-handed-over"

    @property
    def large(self) -> Path:
        return self.home / "large" / "recording.bin"


def make_household(folder: Path, *, busy: bool = True) -> Household:
    """A store with entries; for the states that work, `busy`, also what takes its time.

    That is a recording to play, a picture to decode, a file to take in and a folder to fill.
    """
    home = folder / "home"
    home.mkdir()
    files = make_store(home)
    opened, clock = unlock_vault(files, bytearray(PASSPHRASE.encode())), SystemClock()
    for number in range(ENTRIES):
        add_incident(opened.database, clock, IncidentForm(f"the lamp fell at night, number {number}"))
    entry = add_incident(opened.database, clock, IncidentForm("what was filmed"))
    for source in _what_takes_time(folder / "sources") if busy else ():
        import_file(opened.database, clock, source, entry.id, lambda _done, _total: None, lambda: False)
    settings.set(opened.database, clock, "navigation", "grown")
    settings.set(opened.database, clock, "idle_minutes", 30)
    opened.close()
    # Opened once more by the program's own way: what an earlier opening wrote is fixed, and not again in each round.
    opened = unlock_vault(files, bytearray(PASSPHRASE.encode()))
    begin_sitting(opened.database, clock)
    opened.close()
    household = Household(home, files, folder / "untouched", {})
    household.out.mkdir()
    household.large.parent.mkdir()
    write_large_file(household.large, LARGE_MIB if busy else 1)
    shutil.copytree(files.folder, household.untouched)
    household.places.update(_places(household, busy=busy))
    return household


def _what_takes_time(folder: Path) -> tuple[Path, Path]:
    """A film, and as many points as the viewer takes on, packed tightly: a small file that keeps it busy."""
    # Films need a library that is not quick to load.
    from tests.ui.recordings import film

    folder.mkdir()
    moving, still = folder / "film.mp4", folder / "picture.png"
    moving.write_bytes(film(20.0, fps=15, size=(640, 360)))
    Image.new("RGB", BOMB, "white").save(still, compress_level=9)
    return moving, still


def _places(household: Household, *, busy: bool) -> dict[str, Place]:
    entry = f"incident-{ENTRIES + 1}-open"
    lawyer, who, all_, what = (f"hand-over-{name}" for name in ("kind-lawyer", "next-who", "all", "next-what"))
    fold, fields = "settings-passphrase-fold", [f"settings-{name}" for name in ("old", "new", "again", "change")]
    views: list[tuple[list[list[str]], list[str]]] = [
        ([], ["nav-happened", "nav-hand_over", "nav-settings"]),
        ([["click", "nav-happened"]], ["happened-text", "happened-attach", "happened-search", entry]),
        ([["click", entry]], ["entry-remove"]),
    ]
    longer: list[tuple[list[list[str]], list[str]]] = [
        ([], ["file-row-1-open", "file-row-2-open"]),
        ([["click", "file-row-1-open"]], ["media-show"]),
        ([["click", "media-show"]], ["media-play"]),
        ([["go", "happened"], ["click", entry], ["click", "file-row-2-open"]], ["file-show"]),
        ([["go", "happened"], ["click", "happened-attach"], ["choose", str(household.large)]], ["happened-keep"]),
        ([["go", "hand_over"]], [lawyer, who]),
        ([["click", lawyer], ["click", who]], [all_, what]),
        ([["click", all_], ["click", what], ["end", "hand-over-scroll"]], ["hand-over-make"]),
        ([["click", "hand-over-make"]], ["picker-take"]),
        ([["go", "settings"], ["wheel", "settings-scroll", str(TO_PASSPHRASE)]], [fold]),
        ([["click", fold]], fields),
    ]
    views += longer if busy else []
    answers = layout.several_places(household.home, WINDOW, views, passphrase=PASSPHRASE)
    found = {"entry": answers[1][entry]}
    for answer in answers:
        found |= answer
    return found


Steps = tuple[Step, ...]
MARKED = "marked with the mouse"
WRITE: Steps = (unlock, clicked("nav-happened"))


# ── ways ────────────────────────────────────────────────────────────────────────────────────────────────────────
def _drag(rounds: Rounds) -> None:
    """Words are being marked with the mouse: the button is down, and moves along the first line."""
    x, y = rounds.places["happened-text"]
    rounds.point((x - 300, y - 28))
    rounds.screen.button(1, down=True)
    for step in range(8):
        rounds.point((x - 300 + 20 * step, y - 28))


def _let_go(rounds: Rounds) -> None:
    rounds.screen.button(1, down=False)


def _point_at_attach(rounds: Rounds) -> None:
    rounds.point(rounds.places["happened-attach"])


def wheel(notches: int) -> Step:
    def turn(rounds: Rounds) -> None:
        rounds.point((WINDOW[0] // 2, WINDOW[1] - 60))
        for _ in range(notches):
            rounds.screen.button(WHEEL_DOWN, down=True)
            rounds.screen.button(WHEEL_DOWN, down=False)

    return turn


def _search(rounds: Rounds) -> None:
    """The words are typed, and the keys of the exit follow at once: the search has only begun."""
    rounds.screen.press_keys(SEARCHED)
    rounds.screen.key("Return")


def _memory_is_short(rounds: Rounds) -> None:
    """Neither process gets another page of memory."""
    for process in (rounds.process.pid, rounds.child):
        status = Path(f"/proc/{process}/status").read_text().splitlines()
        (line,) = (one for one in status if one.startswith("VmSize"))
        size = int(line.split()[1]) * 1024
        resource.prlimit(process, resource.RLIMIT_AS, (size, resource.RLIM_INFINITY))


def _memory_is_back(rounds: Rounds) -> None:
    resource.prlimit(rounds.process.pid, resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def _keys_rain(rounds: Rounds) -> None:
    """Both processes still have keys to hear when the exit comes, more than a keyboard sends in a second."""
    for _ in range(100):
        rounds.screen.key("j")


def _moves(rounds: Rounds) -> bool:
    """The player sends pictures: no two looks are the same."""
    before = rounds.screen.look()
    time.sleep(0.1)
    return bool(children(rounds.child)) and rounds.screen.look() != before


def _decodes(rounds: Rounds) -> bool:
    """The viewer has begun, and has not ended."""
    before = children(rounds.child)
    time.sleep(0.15)
    return bool(before) and children(rounds.child) == before


def quiet_states(household: Household) -> tuple[State, ...]:
    """Nothing works in the background."""
    return (
        State("gate"),
        State("notes", (unlock,)),
        State("menu", (*WRITE, clicked("happened-text", 3))),
        State("menu_moved_through", (*WRITE, clicked("happened-text", 3), pressed("Down", "Down"))),
        State("hint", (*WRITE, _point_at_attach), small=True),
        State("file_picker", (*WRITE, clicked("happened-attach"))),
        # Marked words are little on a screen; without them the mouse is still held by the window manager.
        State("drag", (*WRITE, clicked("happened-text"), typed(MARKED), _drag), at_exit=_let_go, small=True),
        State("question", (*WRITE, clicked("entry"), clicked("entry-remove"))),
        State("writing", (*WRITE, clicked("happened-text"), typed("the door was open all night"))),
        State("composing", (*WRITE, clicked("happened-text"), pressed("apostrophe"))),
    )


def busy_states(household: Household) -> tuple[State, ...]:
    """A worker, a player or a viewer works while the key comes."""
    files, out = household.files, household.out
    take_in: Steps = (
        *WRITE,
        clicked("happened-attach"),
        pressed("Home", "Down", "Return"),
        pressed("Home", "Return"),
    )
    take_in += (clicked("happened-keep"),)
    choose: Steps = (clicked("nav-hand_over"), clicked("hand-over-kind-lawyer"), clicked("hand-over-next-who"))
    choose += (clicked("hand-over-all"), clicked("hand-over-next-what"), wheel(60))
    # In the question for a folder: into the one that waits for it, and this one.
    choose += (clicked("hand-over-make"), pressed("Home", "Return"), clicked("picker-take"))
    play = (*WRITE, clicked("entry"), clicked("file-row-1-open"), clicked("media-show"))
    look = (*WRITE, clicked("entry"), clicked("file-row-2-open"))

    def grows(rounds: Rounds) -> bool:
        return files.data.stat().st_size > household.untouched.joinpath(files.data.name).stat().st_size + 24 * MIB

    def writes(rounds: Rounds) -> bool:
        return any(path.is_file() for path in out.rglob("*"))

    change: Steps = (unlock, clicked("nav-settings"), wheel(TO_PASSPHRASE), clicked("settings-passphrase-fold"))
    for field, words in (("old", PASSPHRASE), ("new", NEW_PASSPHRASE), ("again", NEW_PASSPHRASE)):
        change += (clicked(f"settings-{field}"), typed(words))
    return (
        State("importing", take_in, ready=grows, load=True),
        State("exporting", (unlock, *choose), ready=writes, load=True),
        State("searching", (*WRITE, clicked("happened-search")), at_exit=_search, load=True),
        State("playing", (*play, clicked("media-play")), ready=_moves, load=True),
        State("decoding", (*look, clicked("file-show")), ready=_decodes, load=True),
        State("changing_passphrase", change, at_exit=clicked_and_seen("settings-change"), load=True),
        State("keys_rain", (*WRITE, clicked("happened-text")), at_exit=_keys_rain, load=True),
        State("memory_short", (unlock,), at_exit=_memory_is_short, afterwards=_memory_is_back, load=True),
        State("hanging", (unlock,), at_exit=stopped, hanging=True),
    )
