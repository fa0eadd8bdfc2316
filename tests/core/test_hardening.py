"""What the operating system promises about this process, tried on a real one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from safeplan import hardening, hardening_macos, hardening_windows

ROOT = Path(__file__).parents[2]
linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs Linux's prctl and /proc")


def _run(code: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT, timeout=30
    ).stdout


@linux_only
def test_a_hardened_process_cannot_be_read_or_dumped(tmp_path: Path) -> None:
    said = _run(
        "import os, resource\n"
        "from safeplan import hardening\n"
        "before = hardening.is_readable_by_others()\n"
        "print(before, *hardening.harden_process())\n"
        "print(hardening.is_readable_by_others(), resource.getrlimit(resource.RLIMIT_CORE))\n"
        f"os.close(os.open({str(tmp_path / 'made')!r}, os.O_CREAT | os.O_WRONLY, 0o666))\n"
        "print(oct(os.stat('/proc/self/mem').st_uid))\n"
    ).splitlines()
    assert said[0] == "True private_files no_core not_readable"
    assert said[1] == "False (0, 0)"
    assert (tmp_path / "made").stat().st_mode & 0o777 == 0o600
    # The kernel gives a process that may not be read to root.
    assert said[2] == "0o0"


@pytest.mark.row("F-10")
@linux_only
def test_a_crash_leaves_nothing_on_disk_or_screen(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c",
         "import os, signal\nfrom safeplan import hardening\nhardening.harden_process()\n"
         f"os.chdir({str(tmp_path)!r})\nos.kill(os.getpid(), signal.SIGSEGV)"],
        capture_output=True, cwd=ROOT, check=False, timeout=30,
    )  # fmt: skip
    assert ended.returncode == -signal.SIGSEGV
    assert ended.stderr == b""
    assert list(tmp_path.glob("core*")) == []


@linux_only
def test_a_child_dies_with_its_parent() -> None:
    """The parent is killed without any chance to say goodbye."""
    parent = subprocess.Popen(
        [sys.executable, "-c",
         "import os, subprocess, sys, time\n"
         "child = subprocess.Popen([sys.executable, '-c', 'import os, time; from safeplan import hardening;'"
         " 'print(hardening.die_with_parent(os.getppid()), os.getpid(), flush=True); time.sleep(60)'])\n"
         "time.sleep(60)"],
        stdout=subprocess.PIPE, text=True, cwd=ROOT,
    )  # fmt: skip
    assert parent.stdout is not None
    promised, child = parent.stdout.readline().split()
    assert promised == "True"
    parent.kill()
    parent.wait()
    parent.stdout.close()
    for _ in range(100):
        stat = Path(f"/proc/{child}/stat")
        # A zombie waiting for an init process that reaps nothing is dead all the same.
        if not stat.exists() or stat.read_text().rsplit(")", 1)[1].split()[0] == "Z":
            break
        time.sleep(0.02)
    else:
        os.kill(int(child), signal.SIGKILL)
        pytest.fail("the child outlived its parent")


@linux_only
def test_a_child_whose_parent_is_already_gone_ends_at_once() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", "from safeplan import hardening; hardening.die_with_parent(1 << 22)"],
        cwd=ROOT, check=False, timeout=30,
    )  # fmt: skip
    assert ended.returncode == -signal.SIGKILL


def test_the_memory_of_this_computer_is_known() -> None:
    assert hardening.computer_memory() > 256 << 20


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="elsewhere these calls exist")
def test_the_parts_for_other_systems_achieve_nothing_here_and_do_not_fail() -> None:
    assert hardening_windows.harden() == []
    assert hardening_windows.computer_memory() == 4 << 30
    assert _run("from safeplan import hardening_macos; print(hardening_macos._PT_DENY_ATTACH)") == "31\n"
    assert callable(hardening_macos.harden)


@pytest.mark.skipif(sys.platform != "win32", reason="needs Windows")
def test_windows_writes_no_heap_into_crash_reports_and_closes_the_memory() -> None:
    assert set(_run("from safeplan import hardening; print(*hardening.harden_process())").split()) >= {
        "no_crash_report",
        "not_readable",
    }


@pytest.mark.skipif(sys.platform != "darwin", reason="needs macOS")
def test_macos_refuses_debuggers() -> None:
    assert "not_readable" in _run("from safeplan import hardening; print(*hardening.harden_process())")
