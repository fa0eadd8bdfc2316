"""Somebody in a hurry: the sum typed twice, the program started twice before its window stands.

Lost without it: the sum as a line of a shopping list, in a file anybody can read; a double click that starts nothing.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from household import SECRET, WAY_IN, make_store, wait_for_calculator
from screen import ROOT, Screen, program, wait_until

from ui.disguises import preferences as everyday
from ui.instance import Instance

CLAIMS_AND_WAITS = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ui.instance import Instance
instance = Instance(Path(sys.argv[1]))
print(instance.claim(), flush=True)
sys.stdin.readline()
application = QCoreApplication([])
instance.when_called(lambda: print("called", flush=True), application)
print("listens", flush=True)
application.exec()
"""


@pytest.mark.screen
def test_the_sum_typed_twice_is_no_line_of_the_list(screen: Screen, own_home: Path) -> None:
    files = make_store(own_home)
    everyday.change(files, program="shopping")
    with program(screen, own_home):
        wait_for_calculator(screen)
        for _ in range(3):
            screen.press_keys(WAY_IN)
            screen.key("Return")
            time.sleep(0.1)
        wait_until(lambda: screen.shows(SECRET), 20, "the page behind the everyday program")
        wait_until(lambda: len(screen.windows()) == 1, 5, "one window only")
        screen.shift_three_times()
        wait_until(lambda: not screen.shows(SECRET), 5, "the everyday program")
    assert WAY_IN not in files.preferences.read_text()


def test_a_second_start_before_the_first_one_listens_ends_neither(own_home: Path) -> None:
    settings = own_home / "settings.json"
    first = subprocess.Popen(
        [sys.executable, "-c", CLAIMS_AND_WAITS, str(settings)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    before = signal.getsignal(signal.SIGUSR1)
    try:
        assert first.stdin is not None
        assert first.stdout is not None
        assert first.stdout.readline() == "True\n"
        second = Instance(settings)
        assert not second.claim()
        os.kill(first.pid, signal.SIGUSR1)
        time.sleep(0.1)
        assert first.poll() is None, "the first start was ended by the second"
        first.stdin.write("\n")
        first.stdin.flush()
        assert first.stdout.readline() == "listens\n"
        os.kill(first.pid, signal.SIGUSR1)
        assert first.stdout.readline() == "called\n"
    finally:
        signal.signal(signal.SIGUSR1, before)
        first.kill()
        first.communicate()
