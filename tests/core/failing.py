"""What she does with a store while the disk lets her down, and what must hold afterwards: whatever she had is there,
nothing half made is called finished, and what is said to her is a sentence without a word of hers.
"""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from builders import a_file, a_source, an_incident, ignore, never
from traced import Ended, Tell, watched

from safeplan import errors
from safeplan.clock import SystemClock
from safeplan.handover import bag
from safeplan.handover.capsule import write_capsule
from safeplan.handover.folder import UNFINISHED
from safeplan.handover.selection import Selection
from safeplan.handover.verify import UNCHANGED, verify_bag
from safeplan.paths import vault_files
from safeplan.records import attachments, incidents, ledger
from safeplan.records.sittings import begin_sitting
from safeplan.vault import rekey, restore, session, whole_file
from safeplan.vault.backup import make_backup
from safeplan.vault.container import OpenVault, change_passphrase, unlock_vault
from safeplan.vault.exchange import settle
from ui.error_words import TEXTS

HERS, OTHER = b"lamp river bread seven", b"other words of hers now"
# Stands in every text, name and file; must stand in nothing that is said.
MARKER = "kettle and harbour"
DATA = Path(__file__).parents[1] / "data"
CONTENT = MARKER.encode() * 20_000
PAPER = b"%PDF-1.7\n" + bytes(200_000)
_CALL = re.compile(r"(\d+) +(\w+)\(")


@dataclass(frozen=True)
class Told:
    """How a piece of work ended: `error` is the name of the class, "" when it was done."""

    error: str
    facts: dict[str, object]


class Act:
    """Something she does; `place` holds the store ("data") and a stick ("stick")."""

    name = ""

    def __init__(self, place: Path) -> None:
        self.place, self.files, self.stick = place, vault_files(place / "data"), place / "stick"
        self.clock = SystemClock()

    @classmethod
    def arrange(cls, place: Path) -> None:
        """Something that has to lie in `place` besides."""

    def do(self) -> None:
        """As the worker does it."""
        vault = unlock_vault(self.files, bytearray(HERS))
        try:
            self.with_store(vault)
        finally:
            vault.close()

    def with_store(self, vault: OpenVault) -> None:
        raise NotImplementedError

    def look(self, done: bool) -> None:
        """Whether everything is as it has to be, read with nothing in the way."""
        settle(self.files)
        vault = unlock_vault(self.files, bytearray(self.opens_with(done)))
        try:
            assert vault.database.first_fault() is None
            assert ledger.check(vault.database).ok
            listed = incidents.list_incidents(vault.database)
            assert [one.latest.form.text for one in listed][-2:] == [f"second {MARKER}", f"first {MARKER}"]
            (kept, *more) = listed[-1].attachments
            assert attachments.read_all(vault.database, kept.id) == CONTENT
            self.look_further(vault, [one.latest.form.text for one in listed][:-2], more, done)
        finally:
            vault.close()

    def opens_with(self, done: bool) -> bytes:
        return HERS

    def look_further(self, vault: OpenVault, newer: list[str], files: list[object], done: bool) -> None:
        assert not newer
        assert not files


class KeepAnEntry(Act):
    name = "keep an entry"

    def with_store(self, vault: OpenVault) -> None:
        begin_sitting(vault.database, self.clock)
        an_incident(vault.database, self.clock, f"third {MARKER}")

    def look_further(self, vault: OpenVault, newer: list[str], files: list[object], done: bool) -> None:
        assert newer in ([[f"third {MARKER}"]] if done else [[], [f"third {MARKER}"]])


class ImportAFile(Act):
    name = "import a file"

    def with_store(self, vault: OpenVault) -> None:
        entry = incidents.list_incidents(vault.database)[-1]
        source = self.place / f"{MARKER}.jpg"
        a_file(vault.database, self.clock, source, entry.id, even_if_kept=True)

    def look_further(self, vault: OpenVault, newer: list[str], files: list[object], done: bool) -> None:
        assert not newer
        assert len(files) in ((1,) if done else (0, 1))
        for info in files:
            assert isinstance(info, attachments.AttachmentInfo)
            assert attachments.read_all(vault.database, info.id) == CONTENT
        attachments.collect_unfinished(vault.database)
        assert vault.database.value("SELECT count(DISTINCT item) FROM chunk") == 1 + len(files)


class HandOver(Act):
    name = "hand over a folder"

    def with_store(self, vault: OpenVault) -> None:
        # The compiler's threads do not live on in a forked process; what it makes is written as always.
        bag.compile_report_parts = lambda *_data, **_more: (PAPER,)
        bag.compile_start_page = lambda *_data, **_more: PAPER
        db = vault.database
        chosen = Selection((incidents.list_incidents(db)[-1].id,), "en", True, "Police")
        bag.write_bag(db, self.clock, chosen, self.stick, lambda _: None, ignore, never)

    def look(self, done: bool) -> None:
        super().look(done)
        named = [path for path in self.stick.iterdir() if not path.name.startswith(UNFINISHED)]
        assert len(named) == 1 if done else len(named) <= 1
        for folder in named:
            assert verify_bag(folder).status == UNCHANGED, "half a folder with a finished name"


class BackUp(Act):
    name = "back up"

    def with_store(self, vault: OpenVault) -> None:
        make_backup(vault, self.clock, self.stick / "copy.bin", ignore, never)

    def look(self, done: bool) -> None:
        super().look(done)
        assert _opens_or_is_not_there(self.stick / "copy.bin", HERS) or not done


class ChangePassphrase(Act):
    name = "change the passphrase"

    def with_store(self, vault: OpenVault) -> None:
        change_passphrase(vault, bytearray(HERS), bytearray(OTHER))

    def look(self, done: bool) -> None:
        self.done = done
        super().look(done)

    def opens_with(self, done: bool) -> bytes:
        ways = []
        whole = self.files.header.read_bytes()
        for phrase in (HERS, OTHER):
            self.files.header.write_bytes(whole)
            try:
                unlock_vault(self.files, bytearray(phrase)).close()
                ways.append(phrase)
            except errors.WrongPassphrase:
                pass
        assert ways == [OTHER] if done else ways, "none opens"
        self.files.header.write_bytes(whole)
        return ways[-1]


class GiveANewKey(Act):
    name = "give a new key"

    def with_store(self, vault: OpenVault) -> None:
        rekey.rekey(vault, bytearray(HERS), ignore, never).close()

    def look(self, done: bool) -> None:
        super().look(done)
        assert {path.name for path in self.files.folder.iterdir()} <= {"s0.bin", "d0.bin", "d0.bin-journal"}


class BringACopyBack(Act):
    """A copy of before takes the place of a store that holds something newer."""

    name = "bring a copy back"

    @classmethod
    def arrange(cls, place: Path) -> None:
        vault = unlock_vault(vault_files(place / "data"), bytearray(HERS))
        make_backup(vault, SystemClock(), place / "stick" / "copy.bin", ignore, never)
        an_incident(vault.database, SystemClock(), f"third {MARKER}")
        vault.close()

    def do(self) -> None:
        held = restore.open_backup(self.stick / "copy.bin", bytearray(HERS))
        restore.restore_instead(held, self.files, ignore, never).close()

    def look_further(self, vault: OpenVault, newer: list[str], files: list[object], done: bool) -> None:
        assert newer == ([] if done else [f"third {MARKER}"])
        assert {path.name for path in self.files.folder.iterdir()} <= {"s0.bin", "d0.bin", "d0.bin-journal", "r0.bin"}


class LeaveAKiosk(Act):
    name = "leave a kiosk"

    def do(self) -> None:
        vault = session.begin_session(self.files.session, self.clock)
        try:
            an_incident(vault.database, self.clock, f"kiosk {MARKER}")
            write_capsule(vault, self.clock, bytearray(OTHER), self.stick, ignore, never, name="taken")
        finally:
            session.end_session(vault)

    def look(self, done: bool) -> None:
        super().look(done)
        # What could not be removed is noise, and goes at the next chance.
        assert session.sweep_session(self.files.session)
        assert (self.stick / "taken").exists() >= done
        if (self.stick / "taken").exists():
            assert _opens_or_is_not_there(self.stick / "taken" / "copy.bin", OTHER)


class OpenAnOlderOne(Act):
    name = "open one of an older version"

    @classmethod
    def arrange(cls, place: Path) -> None:
        shutil.rmtree(place / "data")
        shutil.copytree(DATA / "vault_v1", place / "data", ignore=shutil.ignore_patterns("*.txt", "r0.bin"))

    def with_store(self, vault: OpenVault) -> None:
        an_incident(vault.database, self.clock, f"newer {MARKER}")

    def look(self, done: bool) -> None:
        vault = unlock_vault(self.files, bytearray(HERS))
        try:
            assert vault.database.first_fault() is None
            assert ledger.check(vault.database).ok
            texts = [one.latest.form.text for one in incidents.list_incidents(vault.database)]
            assert texts[-1] == "He knocked at the door. Ёлка. Есік."
            assert texts[:-1] in ([[f"newer {MARKER}"]] if done else [[], [f"newer {MARKER}"]])
        finally:
            vault.close()
        left = {path.name for path in self.files.folder.iterdir()}
        assert left <= {"s0.bin", "d0.bin", "d0.bin-journal"}, left


def _opens_or_is_not_there(path: Path, phrase: bytes) -> bool:
    """A finished name stands for something that opens; whether it is there at all."""
    if not path.exists():
        return False
    held = restore.open_backup(path, bytearray(phrase))
    restore.read_backup(held).close()
    held.close()
    return True


ACTS: tuple[type[Act], ...] = (
    KeepAnEntry, ImportAFile, HandOver, BackUp, ChangePassphrase, GiveANewKey, BringACopyBack, LeaveAKiosk,
    OpenAnOlderOne,
)  # fmt: skip


def each_act(*daily: type[Act]) -> list[Any]:
    """All of them for parametrize; those that are not named run in the campaign alone."""
    return [pytest.param(kind, id=kind.name, marks=() if kind in daily else pytest.mark.campaign) for kind in ACTS]


def prepared(vault: OpenVault, place: Path) -> Path:
    """A folder with a closed store of two entries and a file, an empty stick and a file to import; to be copied."""
    clock = SystemClock()
    (place / "stick").mkdir(parents=True)
    source = a_source(place, CONTENT, f"{MARKER}.jpg")
    first = an_incident(vault.database, clock, f"first {MARKER}")
    a_file(vault.database, clock, source, first.id)
    an_incident(vault.database, clock, f"second {MARKER}")
    begin_sitting(vault.database, clock)
    vault.close()
    shutil.copytree(vault.files.folder, place / "data", ignore=shutil.ignore_patterns("r0.bin"))
    return place


def once(
    kind: type[Act],
    start: Path,
    place: Path,
    options: list[str],
    limit: Callable[[], None] = lambda: None,
) -> Told:
    """Do it in a process that strace lets down, look at what is left, and remove it: what was said to her.

    `limit` is called in that process first.
    """
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(start, place)
    kind.arrange(place)
    act = kind(place)
    told = said_to_her(watched(lambda say: _work(act.do, say, limit), options))
    act.look(done=not told.error)
    shutil.rmtree(place)
    return told


def _work(do: Callable[[], None], say: Tell, limit: Callable[[], None]) -> None:
    # Passing names without chance, so that strace can be told them.
    whole_file.secrets.token_hex = lambda size: "0" * 2 * size  # type: ignore[assignment]
    try:
        limit()
        do()
    except errors.SafePlanError as error:
        say(json.dumps([type(error).__name__, error.id, error.facts]))
    except MemoryError:
        # As the worker does.
        say(json.dumps(["MemoryShort", errors.MemoryShort.id, {}]))
    else:
        say(json.dumps(["", "", {}]))


def said_to_her(ended: Ended) -> Told:
    """The named failure of a process; it ended by itself, with a sentence, and no word of hers in anything."""
    assert not ended.fault, ended.fault
    (line,) = ended.lines
    assert MARKER not in line
    name, id_, facts = json.loads(line)
    if name:
        assert name != "Bug", facts
        assert all(TEXTS[id_]), name
    return Told(name, facts)


def calls_made(kind: type[Act], start: Path, place: Path, calls: str) -> tuple[dict[str, int], tuple[str, ...]]:
    """How often each of `calls` is made on something below `place`, by the thread that makes most of them; and all
    the paths that are named there."""
    report = start.parent / "calls.txt"
    told = once(kind, start, place, ["-y", "-s", "0", "-o", str(report), "-e", f"trace={calls}"])
    assert not told.error
    counted: Counter[tuple[str, str]] = Counter()
    paths: set[str] = set()
    for line in report.read_text().splitlines():
        named = re.findall(f'["<]({re.escape(str(place))}[^">]*)', line)
        if named and (found := _CALL.match(line)):
            paths |= {one.removesuffix(" (deleted)") for one in named}
            counted[found[1], found[2]] += 1
    most = {name: max(n for (_, one), n in counted.items() if one == name) for _, name in counted}
    return most, tuple(sorted(paths))


def let_down(name: str, error: str, when: str, paths: tuple[str, ...]) -> list[str]:
    """strace's options: the call `name` on one of `paths` fails with `error` as `when` says ("3" or "3+")."""
    below = [option for path in paths for option in ("-P", path)]
    return ["-o", "/dev/null", *below, "-e", f"trace={name}", "-e", f"inject={name}:error={error}:when={when}"]
