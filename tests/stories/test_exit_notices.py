"""The computer sleeps, locks, or shows another user's screen: the real program hears it on a real bus and ends.

Lost without it: a laptop closed in a hurry wakes up with her notes in memory, and on the screen.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from exit_figures import State
from exit_rounds import Rounds, unlock
from exit_states import make_household
from household import make_store
from screen import Screen, program, wait_until

from tests.campaign.selecting import Tries

pytestmark = [
    pytest.mark.screen,
    pytest.mark.alone,
    # Each notice by itself is heard in each run of the tests by tests/ui/test_session_linux.py.
    pytest.mark.campaign,
    pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="needs dbus-daemon"),
]

GONE_WITHIN = 1.0
# The stand-in for logind: each line it reads is one notice.
SAYS = """
import sys
from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection, QDBusMessage

application = QCoreApplication([])
bus = QDBusConnection.connectToBus(sys.argv[1], "stand-in")
assert bus.registerService("org.freedesktop.login1")
print("ready", flush=True)
for line in sys.stdin:
    path, interface, name, arguments = eval(line)
    message = QDBusMessage.createSignal(path, interface, name)
    message.setArguments(arguments)
    bus.send(message)
    application.processEvents()
"""
_MANAGER = ("/org/freedesktop/login1", "org.freedesktop.login1.Manager")
_SESSION = "/org/freedesktop/login1/session/_31"
_CHANGED = (_SESSION, "org.freedesktop.DBus.Properties", "PropertiesChanged")
HIDES: dict[str, tuple[str, str, str, list[object]]] = {
    "sleep": (*_MANAGER, "PrepareForSleep", [True]),
    "lock": (_SESSION, "org.freedesktop.login1.Session", "Lock", []),
    "another_user": (*_CHANGED, ["org.freedesktop.login1.Session", {"Active": False}, ["State"]]),
    "screen_saver": ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", [True]),
}
STAYS: dict[str, tuple[str, str, str, list[object]]] = {
    "wakes": (*_MANAGER, "PrepareForSleep", [False]),
    "unlock": (_SESSION, "org.freedesktop.login1.Session", "Unlock", []),
    "her_own_screen": (*_CHANGED, ["org.freedesktop.login1.Session", {"Active": True}, ["State"]]),
}


class Bus:
    """A bus of the test's own, which the program takes for the system's and the session's."""

    def __init__(self, address: str, speaker: subprocess.Popen[str]) -> None:
        self.addresses: Any = {"DBUS_SESSION_BUS_ADDRESS": address, "DBUS_SYSTEM_BUS_ADDRESS": address}
        self._speaker = speaker

    def say(self, notice: tuple[str, str, str, list[object]]) -> None:
        assert self._speaker.stdin is not None
        self._speaker.stdin.write(f"{notice!r}\n")
        self._speaker.stdin.flush()


@contextmanager
def a_bus() -> Iterator[Bus]:
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    daemon = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert daemon.stdout is not None
    address = daemon.stdout.readline().strip()
    speaker = subprocess.Popen(
        [sys.executable, "-c", SAYS, address], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert speaker.stdout is not None
        assert speaker.stdout.readline() == "ready\n"
        yield Bus(address, speaker)
    finally:
        for process in (speaker, daemon):
            process.kill()
            process.communicate()


def hidden_after(rounds: Rounds, bus: Bus, notice: tuple[str, str, str, list[object]]) -> float:
    """Seconds until the child was gone and nothing of a page was left; longer than allowed is a failure."""
    begun = time.perf_counter()
    bus.say(notice)
    gone = Path(f"/proc/{rounds.child}")
    wait_until(lambda: not gone.exists(), GONE_WITHIN, "the end of the child", every=0.005)
    took = time.perf_counter() - begun
    assert not rounds.eyes.sees_secret()
    return took


@pytest.mark.row("Q-05")
@pytest.mark.timeout(3600)
def test_a_notice_of_the_system_ends_the_process_with_the_notes(
    screen: Screen, tmp_path_factory: pytest.TempPathFactory, tries: Tries
) -> None:
    household = make_household(tmp_path_factory.mktemp("notices"), busy=False)
    opened = State("notes", (unlock,))
    with a_bus() as bus, program(screen, household.home, **bus.addresses) as process:
        # The first page says what was last and what comes next: only the same store looks the same each time.
        rounds = Rounds(screen, process, put_back=household.put_back)
        rounds.enter(opened)
        slowest = dict.fromkeys(HIDES, 0.0)
        names = [name for _ in range(tries.of(400, daily=4) // 4) for name in HIDES]
        for place, name in enumerate(names):
            if place:
                rounds.enter(opened)
            slowest[name] = max(slowest[name], hidden_after(rounds, bus, HIDES[name]))
            # It may have hidden behind another program; whoever comes back clicks on it.
            screen.xdotool("windowactivate", "--sync", str(rounds.window))
            rounds.keys_count_again()
    for name, seconds in slowest.items():
        tries.figure(f"{name}_child_gone_max_ms", round(1000 * seconds, 1))


@pytest.mark.row("Q-05", control=True)
def test_other_notices_leave_it_open(screen: Screen, own_home: Path) -> None:
    """The same wait, after notices that mean the opposite, finds the child still there."""
    make_store(own_home)
    with a_bus() as bus, program(screen, own_home, **bus.addresses) as process:
        rounds = Rounds(screen, process)
        rounds.enter(State("gate"))
        for notice in STAYS.values():
            with pytest.raises(AssertionError, match="the end of the child"):
                hidden_after(rounds, bus, notice)
