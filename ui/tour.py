"""The tour: the main job on the real windows with a made-up case, in this one process and an own folder.

May touch: the folder it is given, nothing else. Must never be reachable from the other roles: no test hook exists in
them. (The jump between two processes cannot be shown here; tests on a virtual screen show it.)
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from safeplan.clock import SystemClock
from safeplan.handover.verify import sentences, verify_bag
from safeplan.paths import vault_files
from ui.app import App
from ui.disguises import preferences as everyday
from ui.parent_wire import NoWire
from ui.tour_case import Case, draw_files, load_case
from ui.tour_hands import Hands
from ui.translation import LANGUAGES

SIZE = QRect(0, 0, 1024, 600)
SHOWN_PAGES = (
    "today",
    "happened",
    "look_back",
    "plan",
    "situations",
    "start_check",
    "weigh",
    "versions",
    "acute",
    "paper",
    "people",
    "signs",
    "tech_check",
    "say_this",
    "orders",
    "cases",
    "record",
    "files",
    "pressure",
    "calendar",
    "my_days",
    "help",
    "more",
    "settings",
    "hand_over",
    "handed",
    "backup",
    "drafts",
)


class Tour:
    """One walk through; `steps` keeps what was done and how long it took."""

    def __init__(self, application: QApplication, out: Path, language: str) -> None:
        self.out, self.language = out, language
        self.case: Case = load_case(language)
        self.files = vault_files(out / "data")
        self.files.folder.mkdir(parents=True)
        everyday.change(self.files, language=language)
        self.app = App(application, self.files, NoWire(), clock=SystemClock())
        self.hands = Hands(application, self.app)
        self.steps: list[tuple[str, float]] = []

    def walk(self) -> None:
        """Everything, in the order a first evening and the days after would have it."""
        self.app.start(SIZE, 0)
        # The screen of a machine without one is smaller than any laptop's.
        self.app.window.setGeometry(SIZE)
        self.app.auto_hide.set_idle_seconds(3600)
        for said, step in (
            ("the first start: hiding is shown, the questions are passed over", self._welcome),
            ("one line about what happened is kept; a passphrase is drawn", self._first_line),
            ("people: one to trust, one who harms, a child", self._people),
            ("the plan: two suggestions and one step of her own", self._plan),
            ("an entry with a photograph and a paper", self._entry),
            ("the page for a bad moment", self._acute),
            ("pictures of every page in three languages", self._pictures),
            ("a folder to hand over, checked", self._hand_over),
            ("the plan on paper", self._paper),
        ):
            self._do(said, step)
        self.app.stop()

    def _do(self, said: str, step: Callable[[], None]) -> None:
        started = time.perf_counter()
        step()
        self.steps.append((said, time.perf_counter() - started))

    def _shot(self, name: str, language: str = "") -> None:
        self.hands.picture(self.out / "pictures" / (language or self.language) / f"{name}.png")

    # ── the steps ───────────────────────────────────────────────────────────────────────────────────────────────
    def _welcome(self) -> None:
        hands = self.hands
        hands.settle()
        self._shot("welcome-1")
        for place in range(2, 12):
            for name in ("welcome-tried", "welcome-go-on", "welcome-skip", "welcome-need-write"):
                if hands.sees(name):
                    hands.click(name)
                    break
            if self.app.window.current_name != "welcome":
                return
            self._shot(f"welcome-{place}")

    def _first_line(self) -> None:
        hands = self.hands
        self.app.context.go("happened")
        hands.write("happened-text", self.case.first_line)
        hands.click("happened-when-kind-yesterday")
        self._shot("happened-first")
        hands.click("happened-keep")
        self._shot("first-key-1")
        hands.click("first-key-next")
        self._shot("first-key-2")
        hands.click("first-key-skip")
        self._shot("happened-kept")

    def _people(self) -> None:
        hands = self.hands
        for name, role in ((self.case.friend, "trusted"), (self.case.harms, "harms"), (self.case.child, "child")):
            self.app.context.go("people")
            hands.write("people-who", name)
            hands.click(f"people-role-{role}")
            hands.click("people-keep")

    def _plan(self) -> None:
        hands = self.hands
        guide = self.app.context.guide
        for section in (guide.section("living"), guide.section("bag")):
            self.app.context.go("section", section_id=section.id)
            hands.settle()
            suggestion = section.suggestions[0].id
            hands.click(f"suggestion-{suggestion}-state-will_do")
        hands.write("section-own-words", self.case.own_step)
        hands.click("section-own-add")

    def _entry(self) -> None:
        hands = self.hands
        paths = draw_files(self.case, self.out / "case")
        self.app.context.go("happened")
        hands.write("happened-text", self.case.entry)
        hands.click("happened-when-kind-today")
        hands.click("happened-more")
        for part in ("place", "kinds", "seen-by", "police-calls"):
            hands.click(f"happened-part-{part}")
        hands.write("happened-place", self.case.place)
        hands.click("happened-kinds-damage")
        hands.write("happened-witnesses", self.case.witness)
        hands.write("happened-police", self.case.police)
        hands.click("happened-attach")
        self._shot("file-picker")
        self.app.context.picker.choose(paths)
        self._shot("happened-entry")
        hands.click("happened-keep")
        hands.click("incident-2-open")
        self._shot("entry")

    def _acute(self) -> None:
        self.app.context.go("acute", write=True)
        self._shot("acute-writing")

    def _pictures(self) -> None:
        """Each page, and each part of the plan: whoever reviews the words needs all of them in front of them."""
        for language in LANGUAGES:
            self.app.context.extra["change_language"](language)
            for page in SHOWN_PAGES:
                self.app.context.go(page)
                self._shot(page, language)
            for head in self.app.context.guide.heads:
                self.app.context.go("section", section_id=head.id)
                self._shot(f"section-{head.id}", language)
        self.app.context.extra["change_language"](self.language)

    def _hand_over(self) -> None:
        hands = self.hands
        place = self.out / "handed-over"
        place.mkdir()
        self.app.context.go("hand_over")
        hands.write("hand-over-recipient", self.case.recipient)
        hands.click("hand-over-kind-lawyer")
        hands.settle()
        hands.click("hand-over-next-who")
        hands.click("hand-over-all")
        hands.settle()
        self._shot("hand-over-chosen")
        for step in ("what", "map", "shows", "reads"):
            hands.click(f"hand-over-next-{step}")
            hands.settle()
            self._shot(f"hand-over-after-{step}")
        hands.click("hand-over-make")
        self.app.context.picker.choose([place])
        hands.settle()
        self._shot("hand-over-done")
        (bag,) = place.iterdir()
        verdict = verify_bag(bag)
        self.steps += [(line, 0.0) for line in sentences(verdict, self.language)]
        if verdict.status != 0:
            raise RuntimeError("the folder that was handed over does not verify")

    def _paper(self) -> None:
        place = self.out / "printed"
        place.mkdir()
        self.app.context.go("paper")
        for name in ("paper-kind-plan", "paper-part-number", "paper-state-will_do", "paper-write"):
            self.hands.click(name)
        self.app.context.picker.choose([place])
        self.hands.settle()


def main(arguments: list[str]) -> int:
    """`tour --out DIR [--lang en|ru|kk]`; 0 when everything was done, with a summary in DIR."""
    parser = argparse.ArgumentParser(prog="tour", description="Walk through the main job with a made-up case.")
    parser.add_argument("--out", type=Path, required=True, help="a folder for pictures and papers; emptied first")
    parser.add_argument("--lang", choices=("en", "ru", "kk"), default="en")
    options = parser.parse_args(arguments)
    out: Path = options.out
    # Only ever empties a folder that an earlier tour made.
    if (out / "summary.txt").exists():
        shutil.rmtree(out)
    if out.exists() and any(out.iterdir()):
        sys.stdout.write(f"{out} is not empty; choose another folder.\n")
        return 2
    out.mkdir(parents=True, exist_ok=True)
    (out / "summary.txt").write_text("unfinished\n")
    if sys.platform.startswith("linux") and not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication(["tour"])
    tour = Tour(application, out.resolve(), options.lang)
    tour.walk()
    lines = [tour.case.note, ""]
    lines += [f"{seconds:6.1f} s  {said}" if seconds else f"          {said}" for said, seconds in tour.steps]
    lines += ["", f"pictures: {sum(1 for _ in (out / 'pictures').rglob('*.png'))}"]
    (out / "summary.txt").write_text("\n".join(lines) + "\n")
    sys.stdout.write("\n".join(lines) + "\n")
    return 0
