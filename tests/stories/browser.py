"""A headless Chromium, spoken to through a pipe: no port is opened, on no machine."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
# Its first start fills caches on a busy machine.
LONGEST = 60.0
_START = (
    "import os, sys; os.dup2(int(sys.argv[1]), 3); os.dup2(int(sys.argv[2]), 4); os.execv(sys.argv[3], sys.argv[3:])"
)


class Page:
    """One tab, with what the DevTools protocol lets a test do in it."""

    def __init__(self, to_browser: int, from_browser: int) -> None:
        self._to, self._from = to_browser, from_browser
        self._held = b""
        self._number = 0
        self.events: list[dict[str, Any]] = []
        self._session = ""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for room in ("Page", "DOM", "Network", "Log", "Runtime"):
            self.call(f"{room}.enable")

    def call(self, method: str, patience: float = LONGEST, **params: object) -> dict[str, Any]:
        """Ask for one thing and wait for its answer."""
        self._number += 1
        message: dict[str, object] = {"id": self._number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._to, json.dumps(message).encode() + b"\0")
        until = time.monotonic() + patience
        while True:
            found = self._next(until)
            if found.get("id") == self._number:
                assert "error" not in found, found
                return dict(found["result"])
            self.events.append(found)

    def _next(self, until: float) -> dict[str, Any]:
        while b"\0" not in self._held:
            left = until - time.monotonic()
            assert left > 0, "the browser does not answer"
            if not select.select([self._from], [], [], left)[0]:
                continue
            piece = os.read(self._from, 1 << 20)
            assert piece, "the browser has gone"
            self._held += piece
        line, _, self._held = self._held.partition(b"\0")
        return dict(json.loads(line))

    def open(self, file: Path) -> None:
        """Show a file of this computer."""
        self.events.clear()
        self.call("Page.navigate", url=file.as_uri())
        self.wait("document.readyState === 'complete' && location.protocol === 'file:'")

    def ask(self, script: str, patience: float = LONGEST) -> Any:
        """The value of one expression in the page."""
        found = self.call("Runtime.evaluate", patience, expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")

    def wait(self, condition: str, patience: float = LONGEST) -> None:
        """Until a condition holds in the page."""
        until = time.monotonic() + patience
        while not self.ask(f"Boolean({condition})", patience):
            assert time.monotonic() < until, f"waited in vain for: {condition}"
            time.sleep(0.05)

    def choose(self, field: str, folder: Path) -> None:
        """Give a folder to a file field, as the browser's own window does."""
        root = self.call("DOM.getDocument")["root"]["nodeId"]
        node = self.call("DOM.querySelector", nodeId=root, selector=field)["nodeId"]
        self.call("DOM.setFileInputFiles", nodeId=node, files=[str(folder)])

    def drop(self, folder: Path) -> None:
        """Drag a folder from elsewhere onto the page and let it go."""
        data = {"items": [], "files": [str(folder)], "dragOperationsMask": 1}
        for kind in ("dragEnter", "dragOver", "drop"):
            self.call("Input.dispatchDragEvent", type=kind, x=50, y=50, data=data)

    def addresses(self) -> list[str]:
        """Everything the page asked for since it was opened."""
        self.ask("1")
        return [
            one["params"]["request"]["url"] for one in self.events if one.get("method") == "Network.requestWillBeSent"
        ]

    def complaints(self) -> list[str]:
        """What the browser refused or a script failed in."""
        self.ask("1")
        told = [one["params"]["entry"]["text"] for one in self.events if one.get("method") == "Log.entryAdded"]
        return told + [str(one["params"]) for one in self.events if one.get("method") == "Runtime.exceptionThrown"]


@contextlib.contextmanager
def browser(profile: Path, language: str = "en-US") -> Iterator[Page]:
    """A new browser with an empty profile, ended at the end."""
    assert BROWSER is not None
    ends = [*os.pipe(), *os.pipe()]
    # The browser reads from 3 and writes to 4; they are put there in the new process only.
    theirs = [fcntl.fcntl(ends[0], fcntl.F_DUPFD, 20), fcntl.fcntl(ends[3], fcntl.F_DUPFD, 20)]
    os.close(ends[0])
    os.close(ends[3])
    switches = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--remote-debugging-pipe"]
    switches += ["--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
    switches += [f"--user-data-dir={profile}", f"--lang={language}", f"--accept-lang={language}"]
    environment = {"PATH": os.environ["PATH"], "HOME": str(profile), "LANGUAGE": language}
    with (profile / "said.txt").open("wb") as said:
        process = subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", _START, str(theirs[0]), str(theirs[1]), BROWSER, *switches],
            pass_fds=theirs,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            env=environment,
        )
    for end in theirs:
        os.close(end)
    try:
        yield Page(ends[1], ends[2])
    finally:
        process.terminate()
        process.wait(30)
        os.close(ends[1])
        os.close(ends[2])
