"""What a session left behind: files written, sockets opened, words in files, words in the memory of who still runs.

Every function here is also given a planted trace by the stories: an eye that finds nothing must be able to find.
"""

from __future__ import annotations

import base64
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from screen import ROOT, Screen

WATCHED = (
    "open,openat,openat2,creat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,mkdir,mkdirat,mknod,mknodat,"
    "unlink,unlinkat,rmdir,truncate,memfd_create,socket,execve,execveat"
)
# Devices keep nothing.
DEVICES = ("/dev/null", "/dev/tty", "/dev/urandom", "/dev/dri/", "/dev/pts/")


@dataclass(frozen=True)
class Call:
    """One system call that succeeded, as strace wrote it down."""

    process: int
    name: str
    arguments: str
    result: str


def needs_strace() -> None:
    """Skip the test where strace is missing, and say so."""
    if shutil.which("strace") is None:
        pytest.skip("this story needs strace")


def command(report: Path) -> list[str]:
    """strace with everything that makes files or sockets, of all processes, into `report`."""
    return ["strace", "-f", "--seccomp-bpf", "-q", "-y", "-s", "4096", "-e", f"trace={WATCHED}", "-e", "signal=none",
            "-o", str(report)]  # fmt: skip


CANARIES = ("TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")


def canaries(folder: Path) -> dict[str, str]:
    """Variables that name empty folders, one for each place where a program might like to leave something."""
    folder.mkdir()
    places = {name: folder / name.lower() for name in CANARIES}
    for place in places.values():
        place.mkdir(mode=0o700)
    return {name: str(place) for name, place in places.items()}


@contextmanager
def clipboard_keeper(screen: Screen) -> Iterator[subprocess.Popen[str]]:
    """Somebody's history of the clipboard, running beside the program all the time."""
    process = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("clipboard_keeper.py"))],
        env={**screen.environment, "QT_LOGGING_RULES": "*=false"},
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "watching\n"
        yield process
    finally:
        process.kill()
        process.communicate()


@contextmanager
def traced_program(screen: Screen, home: Path, report: Path, **more: str) -> Iterator[subprocess.Popen[bytes]]:
    """The program as a person starts it, with strace noting every file and socket of all its processes."""
    # `make run` says the same; the built program has no source to compile.
    environment = {**screen.environment, "HOME": str(home), "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        environment.pop(name, None)
    environment |= more
    process = subprocess.Popen(
        [*command(report), sys.executable, "-m", "ui"],
        cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True,
    )  # fmt: skip
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def read_calls(text: str) -> list[Call]:
    """The calls of a strace report that succeeded; interrupted lines are joined."""
    found, waiting = [], {}
    for line in text.splitlines():
        process, _, rest = line.partition(" ")
        rest = rest.strip()
        if rest.endswith("<unfinished ...>"):
            waiting[process] = rest.removesuffix("<unfinished ...>")
            continue
        resumed = re.match(r"<\.\.\. \w+ resumed>(.*)", rest)
        if resumed:
            rest = waiting.pop(process, "") + resumed[1]
        call = re.match(r"(\w+)\((.*)\)\s+= (\d.*)", rest)
        if call:
            found.append(Call(int(process), call[1], call[2], call[3]))
    # A call that was cut off by the kill may have happened.
    for process, rest in waiting.items():
        call = re.match(r"(\w+)\((.*)", rest)
        if call:
            found.append(Call(int(process), call[1], call[2], "?"))
    return found


def written_places(calls: Iterable[Call]) -> set[str]:
    """Every path that was created, opened for writing, renamed to or removed."""
    places = set()
    for call in calls:
        if call.name in ("socket", "memfd_create", "execve", "execveat"):
            continue
        if call.name.startswith("open") and not re.search(r"O_(WRONLY|RDWR|CREAT|TRUNC|APPEND)", call.arguments):
            continue
        opened = re.match(r"\d+<(/.*)>$", call.result)
        if opened:
            places.add(opened[1].removesuffix(" (deleted)"))
            continue
        places |= set(_named_paths(call.arguments))
    return {place for place in places if not place.startswith(DEVICES)}


def _named_paths(arguments: str) -> Iterator[str]:
    """Paths in the order they are named, joined to the folder strace names beside each."""
    for folder, path in re.findall(r'(?:(?:AT_FDCWD|\d+)<([^>]*)>, )?"((?:[^"\\]|\\.)*)"', arguments):
        yield path if path.startswith("/") else f"{folder or '?'}/{path}"


def outside(places: Iterable[str], allowed: Iterable[Path]) -> set[str]:
    """Those that are not on the list. Folders on the way to a listed file are allowed."""
    listed = {str(path) for path in allowed}
    folders = {str(parent) for path in allowed for parent in path.parents}
    return {place for place in places if place not in listed and place.rstrip("/") not in folders}


def socket_families(calls: Iterable[Call]) -> set[str]:
    """AF_UNIX and the like, of every socket that was made."""
    return {call.arguments.split(",", 1)[0] for call in calls if call.name == "socket"}


def started_programs(calls: Iterable[Call]) -> list[str]:
    """Every program file that took over a process, in order; the first is the one that was traced."""
    return [next(iter(_named_paths(call.arguments))) for call in calls if call.name.startswith("exec")]


def foreign_programs(calls: Iterable[Call]) -> list[str]:
    """Programs that were started and are not this one's own Python."""
    own = {sys.executable, str(Path(sys.executable).resolve())}
    return [path for path in started_programs(calls)[1:] if path not in own]


def forms_of(text: str) -> list[bytes]:
    """The bytes that betray a text: as it is, as Windows and Qt hold it, and inside base64 at any place."""
    plain = text.encode()
    found = [plain, text.encode("utf-16-le"), text.encode("utf-16-be"), plain.hex().encode()]
    for shift in range(3):
        # The first and the last group of four depend on the neighbours.
        inner = base64.b64encode(b"\0" * shift + plain)[4:-4]
        found.append(inner)
    return found


def files_with(folder: Path, needles: Iterable[bytes]) -> list[Path]:
    """The files below `folder` that hold, or are named with, one of `needles`."""
    wanted = list(needles)
    found = []
    for path in folder.rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        if any(needle in content or needle in os.fsencode(path.name) for needle in wanted):
            found.append(path)
    return found


def memory_hits(process: int, needles: dict[str, list[bytes]]) -> dict[str, int]:
    """How often each named secret stands in the memory of a living process."""
    hits = dict.fromkeys(needles, 0)
    folder = Path(f"/proc/{process}")
    longest = max(len(form) for forms in needles.values() for form in forms)
    with (folder / "maps").open() as maps, (folder / "mem").open("rb", buffering=0) as memory:
        for line in maps:
            span, rights, _, _, inode, *name = line.split()
            if "r" not in rights or line.rstrip().endswith(("[vvar]", "[vsyscall]", "[vvar_vclock]")):
                continue
            # Libraries and fonts: what cannot be written and lies in a file holds what the file holds.
            if (
                inode != "0"
                and "w" not in rights
                and name[0].startswith(("/usr/", "/lib/", sys.prefix, sys.base_prefix))
            ):
                continue
            start, end = (int(part, 16) for part in span.split("-"))
            tail = b""
            while start < end:
                try:
                    memory.seek(start)
                    piece = memory.read(min(end - start, 1 << 24))
                except (OSError, ValueError):
                    break
                if not piece:
                    break
                for name, forms in needles.items():
                    hits[name] += sum((tail + piece).count(form) for form in forms)
                tail, start = piece[-(longest - 1) :], start + len(piece)
    return hits


def descendants(process: int) -> list[int]:
    """All living processes below one."""
    found = []
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        with suppress(OSError):
            for child in task.read_text().split():
                found += [int(child), *descendants(int(child))]
    return found


def screen_processes() -> list[int]:
    """The X server and the window manager of this story: every key and every pixel passed through them."""
    found = []
    for process in descendants(os.getpid()):
        name = Path(f"/proc/{process}/comm").read_text().strip()
        if name in ("Xvfb", "openbox"):
            found.append(process)
    assert len(found) == 2, "the screen's own processes were not found"
    return found
