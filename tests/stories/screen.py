"""A virtual screen for stories: Xvfb with a window manager, eyes that read pixels, hands that press keys.

The eyes look at the X server itself, as a person in the room would: what a process believes it has painted does
not count.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from ctypes import POINTER, Structure, byref, c_char, c_char_p, c_int, c_uint, c_ulong, c_void_p
from dataclasses import dataclass, field
from pathlib import Path

MAGENTA = bytes((0xFF, 0x00, 0xFF))
NEEDED = ("Xvfb", "openbox", "xdotool", "xsetroot")
ROOT = Path(__file__).resolve().parents[2]


def missing_tools() -> list[str]:
    return [tool for tool in NEEDED if shutil.which(tool) is None]


# One for the whole process, and for as long as it lives: Xlib has one place for it, whichever screen asked.
_WINDOWS_VANISH = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p)(lambda _display, _error: 0)


class _XImage(Structure):
    _fields_ = [
        ("width", c_int), ("height", c_int), ("xoffset", c_int), ("format", c_int), ("data", POINTER(c_char)),
        ("byte_order", c_int), ("bitmap_unit", c_int), ("bitmap_bit_order", c_int), ("bitmap_pad", c_int),
        ("depth", c_int), ("bytes_per_line", c_int), ("bits_per_pixel", c_int),
    ]  # fmt: skip


class _Shm(Structure):
    _fields_ = [("shmseg", c_ulong), ("shmid", c_int), ("shmaddr", c_void_p), ("readOnly", c_int)]


@dataclass(frozen=True)
class Frame:
    """One look at the screen: seconds since the action, and what was seen."""

    at: float
    secret: bool
    hole: bool


@dataclass
class Screen:
    """One X server with openbox; the desktop behind all windows is magenta, so that a hole is seen at once."""

    display: str
    width: int
    height: int
    environment: dict[str, str] = field(default_factory=dict)
    _x: ctypes.CDLL = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._x = ctypes.CDLL("libX11.so.6")
        self._ext = ctypes.CDLL("libXext.so.6")
        self._tst = ctypes.CDLL("libXtst.so.6")
        x, tst = self._x, self._tst
        x.XOpenDisplay.restype, x.XOpenDisplay.argtypes = c_void_p, [c_char_p]
        x.XDefaultRootWindow.restype, x.XDefaultRootWindow.argtypes = c_ulong, [c_void_p]
        x.XDefaultVisual.restype, x.XDefaultVisual.argtypes = c_void_p, [c_void_p, c_int]
        x.XStringToKeysym.restype, x.XStringToKeysym.argtypes = c_ulong, [c_char_p]
        x.XKeysymToKeycode.restype, x.XKeysymToKeycode.argtypes = ctypes.c_ubyte, [c_void_p, c_ulong]
        x.XSync.argtypes = [c_void_p, c_int]
        x.XCloseDisplay.argtypes = [c_void_p]
        x.XTranslateCoordinates.argtypes = [
            c_void_p, c_ulong, c_ulong, c_int, c_int, POINTER(c_int), POINTER(c_int), POINTER(c_ulong),
        ]  # fmt: skip
        tst.XTestFakeKeyEvent.argtypes = [c_void_p, c_uint, c_int, c_ulong]
        tst.XTestFakeButtonEvent.argtypes = [c_void_p, c_uint, c_int, c_ulong]
        tst.XTestFakeMotionEvent.argtypes = [c_void_p, c_int, c_int, c_int, c_ulong]
        # The screen's own connection is opened with its cookie-less address: Xvfb runs without access control.
        self._d = x.XOpenDisplay(self.display.encode())
        assert self._d, "no connection to the virtual screen"
        x.XSetErrorHandler(_WINDOWS_VANISH)
        self._root = x.XDefaultRootWindow(self._d)
        self._make_shared_image()

    def _make_shared_image(self) -> None:
        libc = ctypes.CDLL(None)
        libc.shmat.restype = c_void_p
        libc.shmat.argtypes = [c_int, c_void_p, c_int]
        ext = self._ext
        ext.XShmCreateImage.restype = POINTER(_XImage)
        ext.XShmCreateImage.argtypes = [
            c_void_p, c_void_p, c_uint, c_int, c_void_p, POINTER(_Shm), c_uint, c_uint,
        ]  # fmt: skip
        ext.XShmAttach.argtypes = [c_void_p, POINTER(_Shm)]
        ext.XShmGetImage.argtypes = [c_void_p, c_ulong, POINTER(_XImage), c_int, c_int, c_ulong]
        self._shm = _Shm()
        visual = self._x.XDefaultVisual(self._d, 0)
        self._image = ext.XShmCreateImage(self._d, visual, 24, 2, None, byref(self._shm), self.width, self.height)
        self._size = self._image.contents.bytes_per_line * self.height
        self._shm.shmid = libc.shmget(0, self._size, 0o1600)
        self._shm.shmaddr = libc.shmat(self._shm.shmid, None, 0)
        self._image.contents.data = ctypes.cast(self._shm.shmaddr, POINTER(c_char))
        ext.XShmAttach(self._d, byref(self._shm))
        self._x.XSync(self._d, 0)
        libc.shmctl(self._shm.shmid, 0, None)

    # ── eyes ────────────────────────────────────────────────────────────────────────────────────────────────────
    def look(self) -> bytes:
        """The whole screen as rows of blue, green, red, unused."""
        self._ext.XShmGetImage(self._d, self._root, self._image, 0, 0, c_ulong(0xFFFFFFFF))
        return ctypes.string_at(self._shm.shmaddr, self._size)

    def shows(self, colour: str, picture: bytes | None = None) -> bool:
        """True when any pixel has the colour "#rrggbb"."""
        return pixel(colour) in _aligned(picture if picture is not None else self.look(), pixel(colour))

    def watch(
        self, seconds: float, secret: str, action: Callable[[], None], hole_inside: tuple[int, int, int, int] | None
    ) -> list[Frame]:
        """Do `action`, then look as often as possible for `seconds`; `hole_inside` is (x, y, width, height)."""
        secret_pixel, hole_pixel = pixel(secret), MAGENTA[::-1]
        started = time.perf_counter()
        action()
        frames = []
        while time.perf_counter() - started < seconds:
            at = time.perf_counter() - started
            picture = self.look()
            hole = False
            if hole_inside is not None:
                x, y, width, height = hole_inside
                stride = self.width * 4
                for row in range(y, min(y + height, self.height), 16):
                    line = picture[row * stride + x * 4 : row * stride + (x + width) * 4]
                    if hole_pixel in line:
                        hole = True
                        break
            frames.append(Frame(at, secret_pixel in _aligned(picture, secret_pixel), hole))
        return frames

    def save(self, path: Path) -> None:
        """A PNG of what stands on the screen."""
        subprocess.run(
            ["import", "-window", "root", "-display", self.display, str(path)], check=True, capture_output=True
        )

    # ── hands ───────────────────────────────────────────────────────────────────────────────────────────────────
    def key(self, name: str, *, down: bool = True, up: bool = True) -> None:
        code = self._x.XKeysymToKeycode(self._d, self._x.XStringToKeysym(name.encode()))
        if down:
            self._tst.XTestFakeKeyEvent(self._d, code, 1, 0)
        if up:
            self._tst.XTestFakeKeyEvent(self._d, code, 0, 0)
        self._x.XSync(self._d, 0)

    def shift_three_times(self) -> None:
        for _ in range(3):
            self.key("Shift_L")

    def click(self, x: int, y: int) -> None:
        self._tst.XTestFakeMotionEvent(self._d, 0, x, y, 0)
        self._tst.XTestFakeButtonEvent(self._d, 1, 1, 0)
        self._tst.XTestFakeButtonEvent(self._d, 1, 0, 0)
        self._x.XSync(self._d, 0)

    def point(self, x: int, y: int) -> None:
        self._tst.XTestFakeMotionEvent(self._d, 0, x, y, 0)
        self._x.XSync(self._d, 0)

    def button(self, number: int, *, down: bool) -> None:
        self._tst.XTestFakeButtonEvent(self._d, number, 1 if down else 0, 0)
        self._x.XSync(self._d, 0)

    def press_keys(self, text: str) -> None:
        """Small letters, digits, spaces and the sign of multiplication, as quick as the server takes them."""
        for sign in text:
            if sign == "*":
                self.key("Shift_L", up=False)
                self.key("8")
                self.key("Shift_L", down=False)
            else:
                self.key({" ": "space"}.get(sign, sign))

    def hold(self, x: int, y: int, *, down: bool) -> None:
        self._tst.XTestFakeMotionEvent(self._d, 0, x, y, 0)
        self._tst.XTestFakeButtonEvent(self._d, 1, 1 if down else 0, 0)
        self._x.XSync(self._d, 0)

    def type(self, text: str) -> None:
        self.xdotool("type", "--delay", "12", text)

    def xdotool(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments], env=self.environment, capture_output=True, text=True, timeout=30, check=False
        )
        return done.stdout.strip()

    def colour_at(self, x: int, y: int) -> bytes:
        """Blue, green, red."""
        return self.look()[(y * self.width + x) * 4 :][:3]

    # ── windows ─────────────────────────────────────────────────────────────────────────────────────────────────
    def windows(self) -> dict[int, str]:
        """The window manager's list: window id -> title."""
        listing = subprocess.run(
            ["xprop", "-root", "_NET_CLIENT_LIST"], env=self.environment, capture_output=True, text=True, check=False
        ).stdout
        ids = [int(part, 16) for part in listing.replace(",", " ").split() if part.startswith("0x")]
        return {window: self.xdotool("getwindowname", str(window)) for window in ids}

    def properties(self, window: int) -> str:
        return subprocess.run(
            ["xprop", "-id", str(window)], env=self.environment, capture_output=True, text=True, check=False
        ).stdout

    def corner(self, window: int) -> tuple[int, int]:
        """Where the contents begin, asked without starting a program."""
        x, y, child = c_int(), c_int(), c_ulong()
        self._x.XTranslateCoordinates(self._d, window, self._root, 0, 0, byref(x), byref(y), byref(child))
        return x.value, y.value

    def geometry(self, window: int) -> tuple[int, int, int, int]:
        """Where the contents really are: (x, y, width, height), without the window manager's frame."""
        text = subprocess.run(
            ["xwininfo", "-id", str(window)], env=self.environment, capture_output=True, text=True, check=False
        ).stdout
        found = dict(line.strip().split(":", 1) for line in text.splitlines() if ":" in line)
        keys = ("Absolute upper-left X", "Absolute upper-left Y", "Width", "Height")
        x, y, width, height = (int(found[key]) for key in keys)
        return x, y, width, height


def pixel(colour: str) -> bytes:
    """ "#rrggbb" as the server stores it: blue, green, red."""
    return bytes.fromhex(colour[1:])[::-1]


class _aligned:  # noqa: N801
    """Membership of a three-byte pixel at a pixel boundary only: a C search with few false starts."""

    def __init__(self, picture: bytes, wanted: bytes) -> None:
        self._picture = picture
        self._wanted = wanted

    def __contains__(self, wanted: bytes) -> bool:
        at = self._picture.find(wanted)
        while at != -1:
            if at % 4 == 0:
                return True
            at = self._picture.find(wanted, at + 1)
        return False


def within(seconds: float, condition: Callable[[], bool], every: float = 0.02) -> bool:
    """Look again and again; whether it held before the time was over."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        if condition():
            return True
        time.sleep(every)
    return False


def wait_until(condition: Callable[[], bool], seconds: float, what: str, every: float = 0.02) -> None:
    """within(); the failure names what was waited for."""
    assert within(seconds, condition, every), f"waited {seconds} s in vain for: {what}"


TOOLS = ("openbox", "picom", "xfwm4", "mutter", "kwin_x11", "dbus-run-session")
MANAGERS: dict[str, tuple[tuple[str, ...], ...]] = {
    "openbox": (("openbox",),),
    "openbox with picom": (("openbox",), ("picom", "--backend", "xrender", "--config", "/dev/null")),
    "xfwm4": (("dbus-run-session", "--", "xfwm4", "--compositor=off"),),
    "xfwm4 compositing": (("dbus-run-session", "--", "xfwm4", "--compositor=on", "--vblank=off"),),
    "mutter": (("dbus-run-session", "--", "mutter", "--x11"),),
    "kwin": (("dbus-run-session", "--", "kwin_x11"),),
}
NEEDED_FOR = {name: {part for part in sum(commands, ()) if part in TOOLS} for name, commands in MANAGERS.items()}


def _quiet(command: tuple[str, ...], environment: dict[str, str]) -> subprocess.Popen[bytes]:
    nothing = subprocess.DEVNULL
    return subprocess.Popen(command, env=environment, start_new_session=True, stdout=nothing, stderr=nothing)


@contextmanager
def virtual_screen(width: int = 1024, height: int = 600, manager: str = "openbox") -> Iterator[Screen]:
    """A fresh X server with a window manager of MANAGERS, ended afterwards."""
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=(writer,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    number = b""
    while not number.endswith(b"\n"):
        number += os.read(reader, 16)
    os.close(reader)
    display = f":{number.decode().strip()}"
    environment = {**os.environ, "DISPLAY": display}
    for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "XAUTHORITY"):
        environment.pop(name, None)
    subprocess.run(["xsetroot", "-solid", "#ff00ff"], env=environment, check=True)
    started = []
    for command in MANAGERS[manager]:
        started.append(_quiet(command, environment))
        time.sleep(0.4)
    subprocess.run(["xsetroot", "-solid", "#ff00ff"], env=environment, check=True)
    try:
        yield Screen(display, width, height, environment)
    finally:
        for process in started:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)
        for process in (*started, server):
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(3)


@contextmanager
def program(
    screen: Screen,
    home: Path,
    *arguments: str,
    starter: tuple[str, ...] = ("-m", "ui"),
    before: tuple[str, ...] = (),
    **more: str,
) -> Iterator[subprocess.Popen[bytes]]:
    """The program as a person starts it, in an empty home; `starter` are Python's own arguments.

    `before` is a command that ends by becoming the one that follows it.
    """
    environment = {**screen.environment, "HOME": str(home), "LANG": "C.UTF-8", **more}
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        environment.pop(name, None)
    process = subprocess.Popen(
        [*before, sys.executable, *starter, *arguments],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def children(process: int) -> list[int]:
    """The living children of a process."""
    try:
        text = Path(f"/proc/{process}/task/{process}/children").read_text()
    except OSError:
        return []
    return [int(part) for part in text.split()]
