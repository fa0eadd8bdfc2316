"""What the system notes while she works: lists, window names, clipboards, words that keyboards learn, crashes.

Lost without it: a title, a recent file or a copied word that tells somebody afterwards. Each eye is shown a planted
trace by a control.
"""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
import system_eyes as eyes
from hands import MARK, Hands
from household import PASSPHRASE, WAY_IN, come_in, gone, make_store, unlock, wait_for_calculator
from layout import several_places
from learning_keyboard import listening
from screen import ROOT, Screen, children, program, wait_until

from safeplan.clock import SystemClock
from safeplan.paths import NEUTRAL_NAME
from safeplan.records import settings as her_settings
from safeplan.traces import looking as traces
from safeplan.vault.container import unlock_vault
from tests.campaign.selecting import Tries

pytestmark = pytest.mark.screen

TALL = (1100, 1400)
# All that may stand in the list of windows, whatever page is open. The last one is Qt's own, in any program of Qt's
# that has looked at the clipboard.
EVERYDAY = {"Calculator", "calculator", "Qt Selection Owner for calculator", "Qt Clipboard Requestor Window"}


@pytest.mark.row("F-06", "F-07", "F-08", "F-12")
def test_a_session_changes_no_list_names_no_window_and_teaches_no_word(
    tall_screen: Screen, own_home: Path, tmp_path: Path
) -> None:
    screen = tall_screen
    own_home = tmp_path / "hers"
    eyes.furnish(own_home)
    files = make_store(own_home)
    picture = own_home / f"{MARK}.jpg"
    picture.write_bytes(b"\xff\xd8\xff\xe0 a picture")
    notes = tmp_path / "notes.png"
    first, then = several_places(
        own_home,
        TALL,
        [
            ([["picture", str(notes)]], ["nav-happened"]),
            ([["click", "nav-happened"]], ["happened-text", "happened-attach"]),
        ],
        passphrase=PASSPHRASE,
    )
    before = eyes.noted(own_home, without=files.folder)
    with program(screen, own_home) as process:
        wait_for_calculator(screen)
        assert eyes.window_words(screen) <= EVERYDAY
        child = come_in(screen, process)
        hands = Hands(screen)
        hands.enlarge(TALL)
        unlock(screen)
        hands.wait_for_view(notes, "her notes")
        assert eyes.window_words(screen) <= EVERYDAY
        hands.click(first["nav-happened"])
        hands.wait_for_change("the page to write on")
        hands.mark("text", then["happened-text"])
        screen.xdotool("key", "ctrl+a")
        screen.xdotool("key", "ctrl+c")
        hands.wait_for_rest()
        # Copied and marked: other programs are offered that there is something, and never what.
        offered = eyes.clipboards(screen)
        assert MARK not in str(offered)
        assert offered["Clipboard"].get("x-kde-passwordManagerHint") == "secret"
        assert offered["Selection"] == {}
        screen.xdotool("mousemove", str(hands.x + then["happened-text"][0]), str(hands.y + then["happened-text"][1]))
        hands.before = screen.look()
        screen.xdotool("click", "3")
        hands.wait_for_change("the menu")
        assert eyes.window_words(screen) <= EVERYDAY
        hands.key("Escape")
        hands.wait_for_rest()
        hands.click(then["happened-attach"])
        hands.wait_for_change("the files to choose from")
        assert eyes.window_words(screen) <= EVERYDAY
        for key in ("Home", "Return"):
            hands.key(key)
        hands.wait_for_rest()
        screen.shift_three_times()
        wait_until(lambda: gone(child), 10, "the end of the child")
        assert eyes.window_words(screen) <= EVERYDAY
        assert eyes.clipboards(screen) == {"Clipboard": {}, "Selection": {}}
    assert eyes.differences(before, eyes.noted(own_home, without=files.folder)) == set()
    # The page that looks for traces finds what is there, and nothing that the session would have added.
    report = traces.look(
        traces.Ours(NEUTRAL_NAME, files.folder), home=own_home, environment={"TMPDIR": str(tmp_path / "none")}
    )
    assert {one.id for one in report.found if str(own_home) in str(one.place)} == {"data_folder"}


@pytest.mark.row("F-06", control=True)
@pytest.mark.row("F-12", control=True)
def test_the_eyes_find_a_planted_entry_picture_history_and_word(own_home: Path) -> None:
    own_home = own_home / "hers"
    eyes.furnish(own_home)
    without = own_home / ".local/share/Tally"
    for place in (
        ".local/share/recently-used.xbel",
        ".config/QtProject.conf",
        ".bash_history",
        ".config/ibus/typing/user.db",
        ".local/share/onboard/models/user.lm",
        ".hunspell_en_US",
    ):
        before = eyes.noted(own_home, without)
        with (own_home / place).open("a") as file:
            file.write(MARK)
        assert eyes.differences(before, eyes.noted(own_home, without)) == {place}
    before = eyes.noted(own_home, without)
    (own_home / ".cache/thumbnails/normal/0a.png").write_text("new")
    changed = eyes.differences(before, eyes.noted(own_home, without))
    assert ".cache/thumbnails/normal/0a.png" in changed


@pytest.mark.row("F-08", control=True)
def test_the_eyes_find_a_planted_title_and_class(screen: Screen) -> None:
    planted = (
        "from PySide6.QtWidgets import QApplication, QWidget; a = QApplication(['otherclass']); w = QWidget();"
        " w.setWindowTitle('My safety plan'); w.show(); a.exec()"
    )
    process = subprocess.Popen([sys.executable, "-c", planted], env={**screen.environment, "QT_QPA_PLATFORM": "xcb"})
    try:
        wait_until(lambda: "My safety plan" in eyes.window_words(screen), 20, "the planted window")
        assert "otherclass" in eyes.window_words(screen) - EVERYDAY
    finally:
        process.kill()
        process.wait()


@pytest.mark.campaign
@pytest.mark.row("F-07")
def test_words_that_she_let_out_are_marked_and_gone_with_the_exit(
    tall_screen: Screen, own_home: Path, tmp_path: Path
) -> None:
    screen = tall_screen
    files = make_store(own_home)
    vault = unlock_vault(files, bytearray(PASSPHRASE.encode()))
    her_settings.set(vault.database, SystemClock(), "copies_leave", value=True)
    vault.close()
    notes = tmp_path / "notes.png"
    way = [([["picture", str(notes)]], ["nav-happened"]), ([["click", "nav-happened"]], ["happened-text"])]
    first, then = several_places(own_home, TALL, way, passphrase=PASSPHRASE)
    with program(screen, own_home) as process:
        wait_for_calculator(screen)
        child = come_in(screen, process)
        hands = Hands(screen)
        hands.enlarge(TALL)
        unlock(screen)
        hands.wait_for_view(notes, "her notes")
        hands.click(first["nav-happened"])
        hands.wait_for_change("the page to write on")
        hands.mark("text", then["happened-text"])
        screen.xdotool("key", "ctrl+a")
        screen.xdotool("key", "ctrl+c")
        hands.wait_for_rest()
        offered = eyes.clipboards(screen)
        assert MARK in str(offered["Clipboard"])
        assert offered["Clipboard"]["x-kde-passwordManagerHint"] == "secret"
        assert offered["Selection"] == {}
        screen.shift_three_times()
        wait_until(lambda: gone(child), 10, "the end of the child")
        assert eyes.clipboards(screen) == {"Clipboard": {}, "Selection": {}}


@pytest.mark.row("F-07", control=True)
def test_the_eyes_find_words_that_another_program_copied_and_marked(screen: Screen) -> None:
    process = eyes.copier(screen, MARK)
    try:
        offered = eyes.clipboards(screen)
        assert MARK in str(offered["Clipboard"])
        assert MARK in str(offered["Selection"])
        assert "x-kde-passwordManagerHint" not in offered["Clipboard"]
    finally:
        process.kill()
        process.communicate()
    assert eyes.clipboards(screen) == {"Clipboard": {}, "Selection": {}}


# ── Keyboards that learn ────────────────────────────────────────────────────────────────────────────────────────
_TYPING = """
import sys
if sys.argv[1] == "as the program does":
    from ui.platform_choice import prepare_platform
    prepare_platform()
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from ui.widgets.fields import TextLine
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.text_box import TextBox
application = QApplication(["typing"])
window = QWidget()
column = QVBoxLayout(window)
for field in (TextBox(name="a"), TextLine(name="b"), PassphraseField(name="c")):
    column.addWidget(field)
window.resize(600, 500)
window.show()
window.findChild(TextBox).setFocus()
application.exec()
"""


def typed_into_all_fields(screen: Screen, variables: dict[str, str], how: str) -> None:
    """Her words into the fields of a page, one after the other."""
    environment = {**screen.environment, **variables, "QT_QPA_PLATFORM": "xcb"}
    process = subprocess.Popen([sys.executable, "-c", _TYPING, how], cwd=ROOT, env=environment)
    try:
        wait_until(lambda: len(screen.windows()) == 1, 20, "the fields")
        time.sleep(0.4)
        for _ in range(3):
            screen.type(MARK)
            screen.key("Tab")
            time.sleep(0.2)
    finally:
        process.kill()
        process.wait()


@pytest.mark.row("F-12")
def test_an_input_method_of_the_desktop_hears_no_letter(screen: Screen, own_home: Path) -> None:
    """Both in fields as the program makes them, and in a whole program with its calculator."""
    with listening() as (variables, learned):
        typed_into_all_fields(screen, variables, "as the program does")
        assert learned.read_text() == ""
    make_store(own_home)
    with listening() as (variables, learned), program(screen, own_home, **variables) as process:
        wait_for_calculator(screen)
        come_in(screen, process)
        unlock(screen)
        time.sleep(1)
        screen.type(MARK)
        assert learned.read_text() == ""


@pytest.mark.row("F-12", control=True)
def test_the_eyes_see_what_an_input_method_learns_where_it_is_listened_to(screen: Screen) -> None:
    with listening() as (variables, learned):
        typed_into_all_fields(screen, variables, "as any other program")
        assert MARK in learned.read_text()


# ── Crashes ─────────────────────────────────────────────────────────────────────────────────────────────────────
def _dumps_allowed() -> None:
    """As on a computer on which somebody has switched dumps on for every program."""
    hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))


@contextmanager
def crashing_program(screen: Screen, home: Path, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The program in a folder that dumps could be written to, with Python's own crash reports asked for."""
    environment = {**screen.environment, "HOME": str(home), "LANG": "C.UTF-8", "PYTHONFAULTHANDLER": "1",
                   "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", "TMPDIR": str(folder)}  # fmt: skip
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        environment.pop(name, None)
    process = subprocess.Popen(
        [sys.executable, "-m", "ui"], cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, start_new_session=True, preexec_fn=_dumps_allowed,
    )  # fmt: skip
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


@pytest.mark.row("F-10")
def test_a_crash_and_wrong_passphrases_leave_no_dump_no_line_and_no_report(
    screen: Screen, own_home: Path, tmp_path: Path, tries: Tries
) -> None:
    make_store(own_home)
    folder = tmp_path / "here"
    folder.mkdir()
    crashes = (signal.SIGSEGV, signal.SIGABRT, signal.SIGBUS, signal.SIGILL, signal.SIGFPE)
    with crashing_program(screen, own_home, folder) as process:
        for number in range(tries.of(10, daily=1)):
            wait_for_calculator(screen)
            child = come_in(screen, process)
            if number == 0:
                for _ in range(5):
                    screen.type("wrong words all")
                    screen.key("Return")
                    time.sleep(0.15)
            else:
                unlock(screen)
                time.sleep(0.5)
            os.kill(child, crashes[number % len(crashes)])
            wait_until(lambda child=child: gone(child), 10, "the end of the child")
            wait_until(lambda: not children(process.pid), 10, "the everyday program alone")
            # For a moment it takes no keys: they were meant for the other window.
            time.sleep(0.6)
        os.killpg(process.pid, signal.SIGABRT)
        out, err = process.communicate(timeout=20)
    assert (out, err) == (b"", b"")
    assert eyes.left_by_a_crash(folder, own_home, own_home / ".local/share" / NEUTRAL_NAME) == []
    assert list(folder.iterdir()) == []


@pytest.mark.row("F-10", control=True)
def test_the_eyes_find_a_dump_a_line_and_a_report_of_a_program_that_is_not_hardened(tmp_path: Path) -> None:
    """The same crash of the same Python, without the call at its beginning."""
    if not eyes.dumps_go_to_the_folder() or resource.getrlimit(resource.RLIMIT_CORE)[1] == 0:
        pytest.skip("this system gives dumps to a service, so none can be planted here")
    lay_down = f"import os, signal; os.kill(os.getpid(), signal.SIGSEGV)  # {WAY_IN}"
    ended = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", lay_down], cwd=tmp_path, capture_output=True, check=False,
        preexec_fn=_dumps_allowed,
    )  # fmt: skip
    assert ended.returncode == -signal.SIGSEGV
    assert b"Fatal Python error" in ended.stderr
    (dump,) = eyes.left_by_a_crash(tmp_path)
    ours = traces.Ours(NEUTRAL_NAME, tmp_path / "data", (), (), frozenset(), words=(WAY_IN,))
    found = traces.look(ours, home=tmp_path, environment={"TMPDIR": str(tmp_path)}, root=tmp_path)
    assert [one.files for one in found.found if one.id == "crashes"][:1] == [(dump,)]
