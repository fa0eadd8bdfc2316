"""What docs/threat-model.md says about misuse holds: nothing records, looks, locates, calls out or starts itself.

Lost without it: one import, and the program is of use to the person it is meant to protect from.
"""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = [*sorted((ROOT / "safeplan").rglob("*.py")), *sorted((ROOT / "ui").rglob("*.py"))]

# Modules that record, look, locate or reach other computers; where a part of one is needed, its one door.
MODULES = {
    *(
        "cv2",
        "pyaudio",
        "sounddevice",
        "soundcard",
        "mss",
        "pyautogui",
        "pynput",
        "keyboard",
        "mouse",
        "pyscreenshot",
    ),
    *("geopy", "geocoder", "gps", "bluetooth", "bleak", "serial", "usb", "psutil", "win32api", "Xlib", "dxcam"),
    *("requests", "httpx", "aiohttp", "paramiko", "smtplib", "imaplib", "poplib", "ftplib", "telnetlib", "asyncio"),
    *("socketserver", "xmlrpc", "sched", "nntplib", "urllib3", "websockets", "PIL.ImageGrab"),
    *(f"PySide6.Qt{name}" for name in ("Positioning", "Location", "Bluetooth", "Nfc", "Sensors", "SerialPort")),
    *(
        f"PySide6.Qt{name}"
        for name in ("Network", "WebSockets", "WebView", "HttpServer", "RemoteObjects", "Multimedia")
    ),
    *(f"PySide6.Qt{name}" for name in ("MultimediaWidgets", "SpatialAudio", "WebEngineCore", "WebEngineWidgets")),
}
DOORS = {"PySide6.QtMultimedia": {"ui/player_sound.py"}}
# Names by which Qt, FFmpeg and the systems record, look at other windows or other programs' memory, or locate.
NAMES = re.compile(
    r"QAudioSource|QAudioInput|QMediaRecorder|QMediaCaptureSession|QScreenCapture|QWindowCapture|QCamera\w*|audioInputs"
    r"|defaultAudioInput|videoInputs|defaultVideoInput|QImageCapture|QGeo\w+|QSystemTrayIcon|grabWindow|ImageGrab"
    r"|BitBlt|PrintWindow|XGetImage|CGWindowListCreateImage|CGDisplayCreateImage|ReadProcessMemory|SetWindowsHookEx\w*"
    r"|GetAsyncKeyState|CGEventTapCreate|waveInOpen|XQueryKeymap"
)
# Words in a text of the code: devices as FFmpeg names them, and places from which systems start programs.
TEXTS = re.compile(
    r"^(v4l2|dshow|avfoundation|gdigrab|x11grab|kmsgrab|fbdev|alsa|pulse|openal|jack)$|/dev/(video|snd)"
    r"|autostart|CurrentVersion.{1,2}Run|LaunchAgents|LaunchDaemons|systemd/user|crontab|schtasks",
    re.IGNORECASE,
)
# Only these hear keys while another window is in front: for the exit, and they keep none.
HEARS_KEYS = {"ui/x11_keys.py", "ui/windows_keys.py"}
_RAW_KEYS = re.compile(r"XISelectEvents|RegisterRawInputDevices")


def watching(source: str, name: str) -> list[str]:
    """What in `source` could watch somebody, with its line."""
    found = []
    for node in ast.walk(ast.parse(source)):
        said: list[str] = []
        if isinstance(node, ast.Import):
            said = [one.name for one in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            said = [node.module or "", *(f"{node.module}.{one.name}" for one in node.names)]
        for one in said:
            parts = one.split(".")
            for module in (".".join(parts[:n]) for n in range(1, len(parts) + 1)):
                if module in MODULES and name not in DOORS.get(module, ()):
                    found.append(f"{node.lineno}: {module}")
        words = {ast.Name: "id", ast.Attribute: "attr", ast.alias: "name"}.get(type(node), "")
        if words and NAMES.fullmatch(getattr(node, words)):
            found.append(f"{getattr(node, 'lineno', 0)}: {getattr(node, words)}")
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and TEXTS.search(node.value):
            found.append(f"{node.lineno}: {node.value!r}")
    if name not in HEARS_KEYS and _RAW_KEYS.search(source):
        found.append("hears keys of other windows")
    return found


def test_nothing_records_looks_locates_calls_out_or_starts_itself() -> None:
    found = {
        name: watching(path.read_text(), name) for path in SOURCES if (name := path.relative_to(ROOT).as_posix())
    }
    assert {name: what for name, what in found.items() if what} == {}


@pytest.mark.parametrize(
    "planted",
    [
        "from PySide6.QtMultimedia import QAudioSource",
        "from PySide6 import QtMultimedia",
        "import PySide6.QtPositioning",
        "from PIL import ImageGrab",
        "picture = screen.grabWindow(0)",
        "import cv2",
        "import smtplib",
        "import asyncio",
        "import av\nav.open('0', format='v4l2')",
        "open('/dev/video0', 'rb')",
        "place = '~/.config/autostart/x.desktop'",
        r"key = 'Software\\Microsoft\\Windows\\CurrentVersion\\Run'",
        "library.XISelectEvents(display, root, mask, 1)",
        "user32.SetWindowsHookExW(13, call, 0, 0)",
    ],
)
def test_each_way_of_watching_is_found_when_it_is_planted(planted: str) -> None:
    assert watching(planted, "ui/pages/planted.py"), planted


def test_the_loudspeaker_is_a_loudspeaker_only() -> None:
    """The one file that may load QtMultimedia: a microphone or camera in it is found all the same."""
    assert watching("from PySide6 import QtMultimedia", "ui/player_sound.py") == []
    assert watching("from PySide6 import QtMultimedia\nQtMultimedia.QAudioSource()", "ui/player_sound.py")


@pytest.mark.parametrize("name", sorted(HEARS_KEYS))
def test_what_hears_the_exit_keys_can_keep_none(name: str) -> None:
    """Neither file opens, writes or sends anything: a key becomes a number that is compared and forgotten."""
    called = {
        getattr(node.func, "attr", getattr(node.func, "id", ""))
        for node in ast.walk(ast.parse((ROOT / name).read_text()))
        if isinstance(node, ast.Call)
    }
    assert not called & {
        "open",
        "write",
        "write_text",
        "write_bytes",
        "send",
        "sendall",
        "execute",
        "print",
        "append",
    }


def test_no_library_that_ships_is_made_for_watching() -> None:
    shipped = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    names = {re.split(r"[=<>\[; ]", one)[0].lower() for one in shipped}
    assert not names & {one.lower() for one in MODULES}


def test_the_document_names_what_a_person_who_harms_could_do() -> None:
    """R71: the misuse and what limits it stand together in the plain page about protection."""
    said = (ROOT / "docs" / "threat-model.md").read_text("utf-8")
    section = said.split("## What somebody who harms could do with it", 1)[1].split("\n## ", 1)[0]
    for word in ("passphrase", "policy", "helper", "changed program", "no camera", "no microphone", "no location"):
        assert word in section.lower(), word
