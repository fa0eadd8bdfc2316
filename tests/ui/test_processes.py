"""Starting this program again in another role: what the child learns, what it inherits, and that it can be ended."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from open_files import held_by

from safeplan.errors import Bug, MemoryShort
from ui import processes
from ui.messages import VIEWER_ROLE
from ui.processes import Running, bare_environment, neutral_environment, start_process
from ui.roles import MAX_ROLE, read_role, role_message

linux = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


@pytest.fixture
def child() -> Iterator[Running]:
    """A viewer that waits for its file: a real child of this program."""
    running = start_process(VIEWER_ROLE)
    yield running
    running.kill()
    running.wait(5)
    running.close_pipes()


def through_a_pipe(content: bytes, *, more: bool = False) -> tuple[bytes, bytes]:
    """(role, what is left in the pipe) for a process that finds `content` in its input."""
    read_end, write_end = os.pipe()
    try:
        os.write(write_end, content)
        if not more:
            os.close(write_end)
        role = read_role(read_end)
        os.set_blocking(read_end, False)
        return role, os.read(read_end, 65536)
    finally:
        os.close(read_end)
        if more:
            os.close(write_end)


@given(st.binary(min_size=1, max_size=MAX_ROLE), st.binary(min_size=1, max_size=200))
def test_a_role_arrives_whole_and_leaves_what_follows_it_in_the_pipe(role: bytes, following: bytes) -> None:
    assert through_a_pipe(role_message(role) + following) == (role, following)


@given(st.binary(max_size=300))
def test_a_pipe_of_a_person_is_never_taken_for_a_role(content: bytes) -> None:
    role, _ = through_a_pipe(content)
    assert role == b"" or content.startswith(role_message(role))


def test_an_empty_pipe_that_stays_open_does_not_hold_up_the_start() -> None:
    read_end, write_end = os.pipe()
    assert read_role(read_end) == b""
    os.close(read_end)
    os.close(write_end)


def test_a_file_or_no_input_at_all_means_that_a_person_started_it(tmp_path: Path) -> None:
    path = tmp_path / "note"
    path.write_bytes(role_message(b"anything"))
    with path.open("rb") as file:
        assert read_role(file.fileno()) == b""
    assert read_role(9999) == b""


@pytest.mark.parametrize("role", [b"", b"x" * (MAX_ROLE + 1)])
def test_a_role_that_cannot_be_sent_is_refused(role: bytes) -> None:
    with pytest.raises(ValueError, match="role"):
        role_message(role)


@linux
def test_the_child_looks_like_its_parent_and_carries_no_role_where_others_can_read_it(child: Running) -> None:
    until = time.perf_counter() + 5
    # For an instant after the start the system has not yet noted the arguments.
    while not (line := Path(f"/proc/{child.pid}/cmdline").read_bytes()) and time.perf_counter() < until:
        time.sleep(0.001)
    seen = line.split(b"\0")[:-1]
    assert seen == [part.encode() for part in processes.command()]
    assert os.getsid(child.pid) == child.pid


@linux
def test_the_child_inherits_three_descriptors_and_nothing_that_was_open_here(child: Running, tmp_path: Path) -> None:
    with (tmp_path / "kept open").open("wb") as file:
        os.set_inheritable(file.fileno(), True)
        second = start_process(VIEWER_ROLE)
    try:
        targets = held_by(second.pid)
    except PermissionError:
        pytest.skip("only an administrator may look into a process that has closed itself off")
    finally:
        second.kill()
        second.wait(5)
        second.close_pipes()
    assert not any("kept open" in target for target in targets)


def test_the_environment_keeps_the_screen_and_the_language_and_drops_the_rest() -> None:
    mine = {"DISPLAY": ":0", "LANG": "kk_KZ.UTF-8", "QT_SCALE_FACTOR": "2", "LC_TIME": "ru_RU", "HOME": "/h"}
    extra = {"PYTHONPATH": "/x", "LD_PRELOAD": "/x.so", "SECRET": "1", "PYTHONSTARTUP": "/y"}
    assert neutral_environment(mine | extra) == mine | {"PYTHONDONTWRITEBYTECODE": "1"}


def test_a_child_without_a_window_is_told_neither_the_screen_nor_the_home() -> None:
    assert not {"DISPLAY", "HOME", "DBUS_SESSION_BUS_ADDRESS", "XAUTHORITY"} & set(bare_environment())


def test_killing_ends_the_child_and_killing_again_is_harmless(child: Running) -> None:
    assert child.alive()
    child.kill()
    assert child.wait(5) == -9
    child.kill()
    assert not child.alive()


def test_a_child_leaves_by_itself_when_its_input_ends(child: Running) -> None:
    child.close_input()
    assert child.wait(10) == 0


def test_only_the_main_thread_starts_a_child_that_outlives_the_call() -> None:
    if sys.platform != "linux":
        pytest.skip("the order to die with the parent follows the thread on Linux only")
    with ThreadPoolExecutor(1) as worker, pytest.raises(Bug):
        worker.submit(start_process, VIEWER_ROLE).result()


@linux
def test_a_program_that_cannot_be_started_leaves_no_descriptor_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "command", lambda: ["/no/such/program"])
    before = len(list(Path("/proc/self/fd").iterdir()))
    with pytest.raises(MemoryShort):
        start_process(VIEWER_ROLE)
    assert before == len(list(Path("/proc/self/fd").iterdir()))


def test_nothing_of_qt_is_loaded_to_learn_the_role() -> None:
    asked = "import ui.roles, sys; print(any(name.startswith('PySide6') for name in sys.modules))"
    seen = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert seen.stdout.strip() == "False"
