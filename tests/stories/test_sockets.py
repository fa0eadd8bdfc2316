"""Whatever is done with the record, no network socket is made and nothing is written but where she wanted it.

Lost without it: a library that asks somebody something while a report is set or a film is played. The session on a
screen is in test_traces.py; here are the works that need no screen, with the processes that decode for them.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import traces
from screen import ROOT
from whole_day import DONE

from tests.campaign.selecting import Tries
from tests.ui.recordings import film


def opened(command: list[str], folder: Path) -> tuple[str, dict[str, set[str]]]:
    """What a command says, and what it opens: families of sockets, programs, files that it writes; under strace."""
    canaries, report = traces.canaries(folder / "canaries"), folder / "strace.txt"
    environment = {**os.environ, **canaries, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [*traces.command(report), *command],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=280, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    calls = traces.read_calls(report.read_text())
    return done.stdout, {
        "sockets": traces.socket_families(calls),
        "programs": set(traces.foreign_programs(calls)),
        "files": traces.written_places(calls),
    }


def below(places: set[str], *folders: Path) -> set[str]:
    """The places that are in none of the folders, and are no folder on the way to one."""
    outside = {place for place in places if not any(Path(place).is_relative_to(folder) for folder in folders)}
    return {place for place in outside if not any(folder.is_relative_to(place) for folder in folders)}


@pytest.mark.row("F-04", "F-05")
def test_a_day_of_keeping_looking_playing_and_handing_over_opens_no_network(tmp_path: Path, tries: Tries) -> None:
    traces.needs_strace()
    data, stick = tmp_path / "data", tmp_path / "stick"
    stick.mkdir()
    (stick / "film.mp4").write_bytes(film(0.6))
    said, seen = opened(
        [sys.executable, str(Path(__file__).with_name("whole_day.py")), str(data), str(stick)], tmp_path
    )
    assert tuple(said.splitlines()) == DONE
    tries.made(len(DONE))
    # The windows' toolkit knows no other family, and the processes that decode make none at all.
    assert seen["sockets"] <= {"AF_UNIX"}
    assert seen["programs"] == set()
    assert below(seen["files"], data, stick) == set()
    # There was something to be seen: the store, and what was handed over.
    assert below(seen["files"], stick)
    assert below(seen["files"], data)


@pytest.mark.campaign
@pytest.mark.row("F-04", "F-05")
@pytest.mark.timeout(400)
def test_the_whole_tour_opens_no_network(tmp_path: Path, tries: Tries) -> None:
    """First start, plan, entries, people, orders, every page, the hand-over with its report, papers to print."""
    traces.needs_strace()
    said, seen = opened([sys.executable, "-m", "ui", "tour", "--out", str(tmp_path / "tour")], tmp_path)
    assert "a folder to hand over, checked" in said
    tries.made(said.count(" s  "))
    assert seen["sockets"] <= {"AF_UNIX"}
    assert seen["programs"] == set()
    assert below(seen["files"], tmp_path / "tour") == set()


@pytest.mark.row("F-04", "F-05", control=True)
def test_the_same_eyes_see_a_socket_a_program_and_a_file_of_a_grandchild(tmp_path: Path) -> None:
    traces.needs_strace()
    wrong = (
        "import os, socket, subprocess, sys\n"
        'inner = \'import socket, os; socket.socket(socket.AF_INET6); open(os.environ["TMPDIR"] + "/thumb", "w")\'\n'
        "subprocess.run([sys.executable, '-c', inner], check=True)\n"
        "subprocess.run(['/bin/true'], check=True)\n"
        "open(sys.argv[1] + '/wanted', 'w')\n"
    )
    (tmp_path / "data").mkdir()
    _, seen = opened([sys.executable, "-c", wrong, str(tmp_path / "data")], tmp_path)
    assert seen["sockets"] == {"AF_INET6"}
    assert seen["programs"] == {"/bin/true"}
    assert {Path(place).name for place in below(seen["files"], tmp_path / "data")} == {"thumb"}
