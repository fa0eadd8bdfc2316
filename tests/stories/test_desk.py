"""A counsellor's desk with real processes: the list, a session in a process of its own, and what of it is counted.

Lost without it: two people's words stand in one process, or a session leaves a folder that nobody agreed to.
"""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest
from household import PASSPHRASE, SECRET, files_in, gone, make_store, wait_for_calculator
from screen import Screen, children, wait_until
from test_kiosk import SUM, found_in_memory, found_on_disk, kiosk

from safeplan.clock import SystemClock
from safeplan.records import clients, counts
from safeplan.records.desk_box import RECORD
from safeplan.vault.container import unlock_vault

pytestmark = pytest.mark.screen

RULES = """
mode = "desk"
organisation = "House by the river"
full_screen = true
cover_minutes = 2
end_minutes = 10
[must_report]
en = "If a child is in danger, we must tell the child protection office. Nothing else leaves this room."
ru = "Если ребёнок в опасности, мы обязаны сообщить в органы опеки. Больше ничего из этой комнаты не выходит."
kk = "Бала қауіпте болса, балалар құқығын қорғау органына хабарлауға міндеттіміз."
"""
ALIAS = "kettlestone"
# Places at 1024 x 600 with English words.
NEW, BEGIN, COURT, END, TO_LIST = (411, 270), (142, 541), (363, 220), (374, 538), (341, 172)
BELOW = (1017, 590)


def open_list(screen: Screen) -> None:
    screen.type(PASSPHRASE)
    before = screen.look()
    screen.key("Return")
    wait_until(lambda: screen.look() != before, 20, "the list")
    time.sleep(2)


def to_the_end_of_the_page(screen: Screen) -> None:
    """A click below the handle of the scroll bar turns one page."""
    for _ in range(8):
        screen.click(*BELOW)
        time.sleep(0.15)
    time.sleep(0.3)


def at_the_page_for_the_passphrase(screen: Screen, process: subprocess.Popen[bytes]) -> int:
    wait_for_calculator(screen)
    screen.type(SUM)
    screen.key("Return")
    wait_until(lambda: screen.shows(SECRET), 20, "the page for the passphrase")
    time.sleep(0.5)
    (desk,) = children(process.pid)
    return desk


def hold_a_session(screen: Screen, process: subprocess.Popen[bytes], at_the_list: int) -> int:
    """With someone new, from the first choice to the end, about the court; whose process it was."""
    screen.click(*NEW)
    wait_until(lambda: gone(at_the_list) and len(children(process.pid)) == 1, 20, "her own process")
    (hers,) = children(process.pid)
    time.sleep(1)
    screen.click(*BEGIN)
    time.sleep(1)
    to_the_end_of_the_page(screen)
    screen.click(*COURT)
    time.sleep(0.5)
    screen.click(*END)
    time.sleep(1)
    return hers


def topics_counted(home: Path) -> set[str]:
    desk = unlock_vault(files_in(home), bytearray(PASSPHRASE.encode()))
    month = counts.months_counted(desk.database)
    lines = counts.count_table(desk.database, month[0], month[-1]).lines if month else ()
    desk.close()
    return {line.name for line in lines if line.kind == "topic"}


def test_a_session_with_someone_new_has_its_own_process_and_leaves_three_numbers(
    screen: Screen, tmp_path: Path
) -> None:
    files = make_store(tmp_path)
    desk = unlock_vault(files, bytearray(PASSPHRASE.encode()))
    listed = clients.add_client(desk.database, SystemClock(), ALIAS, "2099-01-01")
    desk.close()
    files.client(listed.number).folder.mkdir()
    with kiosk(screen, tmp_path, rules_text=RULES) as process:
        at_the_list = at_the_page_for_the_passphrase(screen, process)
        open_list(screen)
        assert found_in_memory(at_the_list, ALIAS), "the search finds what is there"
        hers = hold_a_session(screen, process, at_the_list)
        assert found_in_memory(hers, ALIAS) == 0, "nothing of the list in her process"
        screen.click(*TO_LIST)
        wait_until(lambda: gone(hers) and len(children(process.pid)) == 1, 20, "the desk's process")
        time.sleep(1)
        open_list(screen)
    assert [one.name for one in files.folder.iterdir() if one.is_dir()] == [files.client(listed.number).folder.name]
    assert found_on_disk(tmp_path, ALIAS) == []
    assert topics_counted(tmp_path) == {"court"}


def test_on_a_slower_computer_a_session_begins_too(screen: Screen, tmp_path: Path) -> None:
    """The old window hides when another comes in front; what comes is the one it makes way for, not yet painted."""
    make_store(tmp_path)
    with kiosk(screen, tmp_path, rules_text=RULES, first_picture_after=0.3) as process:
        at_the_list = at_the_page_for_the_passphrase(screen, process)
        open_list(screen)
        screen.click(*NEW)
        wait_until(lambda: gone(at_the_list), 20, "the end of the desk's process")
        wait_until(lambda: screen.shows(SECRET), 5, "her own page")
        assert len(children(process.pid)) == 1
        time.sleep(1)
        assert screen.shows(SECRET)


def test_everything_killed_before_the_desk_is_opened_again_loses_no_count_and_leaves_nothing_to_read(
    screen: Screen, tmp_path: Path
) -> None:
    files = make_store(tmp_path)
    with kiosk(screen, tmp_path, rules_text=RULES) as process:
        at_the_list = at_the_page_for_the_passphrase(screen, process)
        open_list(screen)
        hers = hold_a_session(screen, process, at_the_list)
        wait_until(files.box.exists, 5, "the numbers that lie sealed")
        # The power goes: nobody is asked, nothing is closed.
        os.killpg(process.pid, signal.SIGKILL)
        wait_until(lambda: gone(hers), 5, "the end of everything")
    assert files.box.stat().st_size == RECORD
    assert topics_counted(tmp_path) == set()
    with kiosk(screen, tmp_path, rules_text=RULES) as process:
        at_the_page_for_the_passphrase(screen, process)
        open_list(screen)
        wait_until(lambda: not files.box.exists(), 10, "the desk has taken them")
    assert topics_counted(tmp_path) == {"court"}
