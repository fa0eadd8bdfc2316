"""A whole session under strace: nothing outside the list, no network, not a word in a file or in anybody's memory.

Lost without it: the promise that the computer tells nothing afterwards. Each eye is first shown a planted trace.
"""

from __future__ import annotations

import base64
import itertools
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path

import layout
import pytest
import traces
from disk import Disk, disguised, her_disk, hits
from exit_rounds import KEYS_COUNT_AGAIN
from hands import MARK, Hands
from household import PASSPHRASE, SECRET, WAY_IN, come_in, gone, make_store, unlock, wait_for_calculator
from PIL import Image
from screen import Screen, program, wait_until

from safeplan.clock import SystemClock
from safeplan.paths import VaultFiles
from safeplan.records import drafts, incidents, people
from safeplan.records import settings as her_settings
from safeplan.records.people import PersonForm
from safeplan.vault import header, keyslots
from safeplan.vault.container import unlock_vault
from safeplan.vault.recovery import open_header
from tests.campaign.selecting import Tries
from tests.open_files import held_by

pytestmark = pytest.mark.screen

# High enough that every field of a page stands on the screen at once.
WINDOW = (1300, 1900)


def furnish(home: Path) -> tuple[VaultFiles, str]:
    """A store with all pages in its navigation and one person; her id."""
    files = make_store(home)
    vault = unlock_vault(files, bytearray(PASSPHRASE.encode()))
    clock = SystemClock()
    her_settings.set(vault.database, clock, "navigation", "grown")
    person = people.add_person(vault.database, clock, PersonForm(name="Saule Omarova"))
    vault.close()
    return files, person.id


def master_key(files: VaultFiles) -> bytes:
    """The raw key of the database, as only someone with the passphrase can find it."""
    found = open_header(header.read_copies(files.header), [bytearray(PASSPHRASE.encode())])
    assert found is not None
    return bytes(keyslots.database_key_text(found[2])[2:66])


def grays_on(screen: Screen) -> int:
    """How many of the 256 pure grays stand on the screen: nearly all while the picture is shown, a few otherwise."""
    return sum(screen.shows(f"#{level:02x}{level:02x}{level:02x}") for level in range(256))


def assert_no_secret(found: dict[str, int], when: str) -> None:
    """Neither the passphrase nor the key stood in the memory that was looked through."""
    assert (found["the passphrase"], found["the key"]) == (0, 0), when


@pytest.mark.row("F-01", "F-02", "F-03", "F-04", "F-05")
def test_a_session_leaves_nothing_but_its_listed_files(tall_screen: Screen, tmp_path: Path, tries: Tries) -> None:
    """On a disk of her own, with an empty folder behind every variable, and a history of the clipboard beside it."""
    traces.needs_strace()
    with ExitStack() as stack:
        # Not the home of the window manager, which keeps a log of its own there.
        her = stack.enter_context(her_disk(tmp_path))
        keeper = stack.enter_context(traces.clipboard_keeper(tall_screen))
        secrets, fields = _a_session(tall_screen, tmp_path, her, keeper.pid)
        tries.made(fields)
        tries.figure("raw_image", "ext4" if her.image else "no: nothing can be mounted here, files only")
        needles = [form for forms in secrets.values() for form in forms]
        # What she chose lies on her stick, not on the disk: the mark may stand in no byte of the disk.
        left_out = [her.stick / f"{MARK}.jpg"]
        assert her.found(needles, left_out) == set()


def _a_session(tall_screen: Screen, tmp_path: Path, her: Disk, keeper: int) -> tuple[dict[str, list[bytes]], int]:
    own_home = her.home
    files, person = furnish(own_home)
    # Her mark in the file's name and in what it says about itself.
    Image.linear_gradient("L").save(her.stick / f"{MARK}.jpg", comment=f"{MARK}media".encode())
    canaries = traces.canaries(tmp_path / "canaries")
    walks = [["nav-happened"], ["nav-people", f"people-person-{person}"], ["nav-plan"], ["nav-today"]]
    notes = tmp_path / "notes.png"
    views: list[tuple[list[list[str]], list[str]]] = [([["picture", str(notes)]], [])]
    for walk in walks:
        views += [([], walk[:1])] + [([["click", a]], [b]) for a, b in itertools.pairwise(walk)]
        views.append(([["click", walk[-1]]], [layout.FIELDS]))
    views.append(([["click", "nav-happened"]], ["nav-today", "nav-happened", "happened-attach"]))
    views.append(([["click", "happened-attach"], ["choose", str(her.stick / f"{MARK}.jpg")]], ["happened-keep"]))
    found = iter(layout.several_places(own_home, WINDOW, views, passphrase=PASSPHRASE))
    report = tmp_path / "strace.txt"
    with traces.traced_program(tall_screen, own_home, report, **canaries) as strace:
        wait_for_calculator(tall_screen)
        (program,) = traces.descendants(strace.pid)
        tall_screen.type(WAY_IN)
        tall_screen.key("Return")
        wait_until(lambda: tall_screen.shows(SECRET), 20, "the page behind the everyday program")
        wait_until(lambda: len(tall_screen.windows()) == 1, 5, "one window only")
        hands = Hands(tall_screen)
        hands.enlarge(WINDOW)
        tall_screen.type(PASSPHRASE)
        hands.key("Return")
        assert next(found) == {}
        hands.wait_for_view(notes, "her notes")
        (child, *_) = traces.descendants(program)
        secrets = {
            "her words": traces.forms_of(MARK),
            "the passphrase": traces.forms_of(PASSPHRASE),
            "the key": [master_key(files), bytes.fromhex(master_key(files).decode())],
        }
        time.sleep(2)
        assert_no_secret(traces.memory_hits(child, secrets), "two seconds after unlocking")
        for walk in walks:
            for button in walk:
                hands.click(next(found)[button])
            hands.wait_for_rest()
            for field, place in next(found).items():
                hands.mark(field, place)
        nav = next(found)
        hands.click(nav["nav-happened"])
        hands.wait_for_change("the page to write on")
        hands.click(nav["happened-attach"])
        hands.wait_for_change("the files to choose from")
        # Into the stick's folder, and there the only file.
        for key in ("Home", "Return", "Home", "Return"):
            hands.key(key)
            hands.wait_for_rest()
        hands.click(next(found)["happened-keep"])
        hands.wait_for_change("what was kept")
        time.sleep(1)
        # Looking at it, too: small pictures and lists of recent files are what other programs leave behind.
        assert grays_on(tall_screen) < 100
        path = ["incident-1-open", "file-row-1-open", "file-show"]
        looks: list[tuple[list[list[str]], list[str]]] = [([["click", "nav-happened"]], path[:1])]
        looks += [([["click", before_]], [button]) for before_, button in itertools.pairwise(path)]
        # Another page takes the message away that has moved everything down.
        for page in ("nav-today", "nav-happened"):
            hands.click(nav[page])
            hands.wait_for_change(page)
        for place in layout.several_places(own_home, WINDOW, looks, passphrase=PASSPHRASE):
            hands.click(*place.values())
            hands.wait_for_change(str(place))
        wait_until(lambda: grays_on(tall_screen) > 100, 10, "the picture")
        while_open = traces.memory_hits(child, secrets)
        assert while_open["her words"] >= len(hands.written), "nothing was typed, so nothing is shown"
        assert_no_secret(while_open, "after writing, choosing and looking")
        # The whole page is copied: a history of the clipboard gets nothing of it.
        tall_screen.xdotool("key", "ctrl+a")
        tall_screen.xdotool("key", "ctrl+c")
        tall_screen.shift_three_times()
        wait_until(lambda: gone(child), 10, "the end of the child")
        # Those who still live: the everyday program, and everything this story started for the screen.
        wait_until(lambda: traces.descendants(strace.pid) == [program], 10, "the everyday program alone")
        for process in (program, keeper, *traces.screen_processes()):
            assert traces.memory_hits(process, secrets) == dict.fromkeys(secrets, 0), process
    calls = traces.read_calls(report.read_text())
    places = traces.written_places(calls)
    assert str(files.data) in places
    assert traces.outside(places, files.all()) == set()
    assert traces.socket_families(calls) == {"AF_UNIX"}
    assert {path for path in own_home.rglob("*") if path.is_file()} - set(files.all()) == {her.stick / f"{MARK}.jpg"}
    assert list((tmp_path / "canaries").rglob("*/*")) == []
    assert traces.foreign_programs(calls) == []
    vault = unlock_vault(files, bytearray(PASSPHRASE.encode()))
    (kept,) = incidents.list_incidents(vault.database)
    line = drafts.draft(vault.database, "today")
    vault.close()
    # What was typed and chosen did reach the store, so it was there to be found.
    assert [file.name for file in kept.attachments] == [f"{MARK}.jpg"]
    assert kept.latest is not None
    assert MARK in kept.latest.form.text
    assert MARK in line["text"]
    return secrets, len(hands.written)


@pytest.mark.campaign
@pytest.mark.row("F-03")
def test_each_time_it_is_opened_key_and_passphrase_are_gone_two_seconds_later(
    screen: Screen, own_home: Path, tries: Tries
) -> None:
    """One everyday program, opened and hidden again and again; each child is looked through, at last the parent."""
    files = make_store(own_home)
    key = master_key(files)
    secrets = {"the passphrase": traces.forms_of(PASSPHRASE), "the key": [key, bytes.fromhex(key.decode())]}
    with program(screen, own_home) as process:
        for _ in range(tries.of(20, daily=2)):
            wait_for_calculator(screen)
            child = come_in(screen, process)
            unlock(screen)
            wait_until(lambda at=child: str(files.data) in held_by(at), 20, "the open store")  # type: ignore[misc]
            time.sleep(2)
            assert_no_secret(traces.memory_hits(child, secrets), "two seconds after unlocking")
            screen.shift_three_times()
            wait_until(lambda at=child: gone(at), 10, "the end of the child")  # type: ignore[misc]
            time.sleep(KEYS_COUNT_AGAIN)
        assert_no_secret(traces.memory_hits(process.pid, secrets), "in the everyday program")


@pytest.mark.row("F-04", "F-05", control=True)
def test_the_eyes_find_a_planted_file_socket_and_word(own_home: Path, tmp_path: Path) -> None:
    """The same functions over a program that does everything wrong."""
    traces.needs_strace()
    allowed = own_home / "allowed.bin"
    wrong = (
        "import os, socket, base64\n"
        f"open({str(allowed)!r}, 'w').write('x')\n"
        f"os.mkdir({str(own_home / 'thumbs')!r})\n"
        f"os.chdir({str(own_home / 'thumbs')!r})\n"
        "open('one.png', 'w').close()\n"
        "os.rename('one.png', 'two.png')\n"
        f"os.open({str(own_home / 'opened')!r}, os.O_RDWR | os.O_CREAT)\n"
        "socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n"
    )
    report = tmp_path / "strace.txt"
    strace = traces.command(report)
    subprocess.run([*strace, sys.executable, "-B", "-c", wrong], check=True)
    calls = traces.read_calls(report.read_text())
    assert traces.outside(traces.written_places(calls), [allowed]) == {
        *(str(own_home / place) for place in ("thumbs", "thumbs/one.png", "opened")),
        # Without knowing the folder a name counts as outside.
        "?/one.png",
        "?/two.png",
    }
    assert traces.socket_families(calls) == {"AF_INET"}
    for number, form in enumerate(
        (
            MARK.encode(),
            MARK.encode("utf-16-le"),
            base64.b64encode(f"before {MARK} after".encode()),
            b"." + MARK.encode(),
        )
    ):
        planted = own_home / f"planted {number}"
        planted.write_bytes(bytes(100) + form + bytes(100))
        assert planted in traces.files_with(own_home, traces.forms_of(MARK))
    assert traces.files_with(own_home, traces.forms_of("zqnowhere")) == []


@pytest.mark.row("F-02", "F-03", control=True)
def test_the_eye_finds_a_word_a_passphrase_and_a_key_in_a_living_process(own_home: Path) -> None:
    files = make_store(own_home)
    key = master_key(files)
    secrets = {
        "her words": traces.forms_of(MARK),
        "the passphrase": traces.forms_of(PASSPHRASE),
        "the key": [key, bytes.fromhex(key.decode())],
    }
    # Whatever stands in the arguments stands in the memory: the secrets go in by the pipe.
    holder = "import sys; held = sys.stdin.buffer.read(int(sys.argv[1])); print('held', flush=True); sys.stdin.read()"
    for name, content in (
        ("her words", MARK.encode("utf-16-le")),
        ("the passphrase", PASSPHRASE.encode()),
        ("the key", bytes.fromhex(key.decode())),
    ):
        process = subprocess.Popen(
            [sys.executable, "-c", holder, str(len(content))], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        try:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(content)
            process.stdin.flush()
            process.stdout.readline()
            seen = traces.memory_hits(process.pid, secrets)
            assert seen[name] > 0, name
            assert not any(seen[other] for other in seen if other != name)
            if name != "her words":
                with pytest.raises(AssertionError, match="planted"):
                    assert_no_secret(seen, "planted")
        finally:
            process.kill()
            process.communicate()


@pytest.mark.row("F-01", control=True)
def test_a_word_on_the_raw_disk_is_found_in_every_disguise(tmp_path: Path) -> None:
    """Written, brought to the disk, removed: only the raw disk still has them, and the same search finds each."""
    marks = {name: f"{MARK}{number:02d}" for number, name in enumerate(disguised(b""))}
    forms = {name: disguised(mark.encode())[name] for name, mark in marks.items()}
    needles = {name: traces.forms_of(mark) for name, mark in marks.items()}
    for name, form in forms.items():
        assert hits(bytes(99) + form + bytes(99), needles[name]), name
        assert not hits(bytes(99) + form + bytes(99), traces.forms_of("zqnowhere")), name
    every = [needle for those in needles.values() for needle in those]
    with her_disk(tmp_path, 8) as her:
        assert her.found(every) == set()
        for number, form in enumerate(forms.values()):
            (her.home / f"{number}").write_bytes(bytes(99) + form + bytes(99))
        if her.image is not None:
            subprocess.run(["sync", "-f", str(her.home)], check=True)
            for number in range(len(forms)):
                (her.home / f"{number}").unlink()
        found = her.found(every)
        assert {name for name, those in needles.items() if not found & set(those)} == set()


@pytest.mark.row("F-02", control=True)
def test_a_history_of_the_clipboard_that_was_given_a_word_is_found_out(tall_screen: Screen) -> None:
    """Another program's copy does reach it, so it was listening when ours was made."""
    copies = (
        "import sys; from PySide6.QtGui import QGuiApplication; app = QGuiApplication([]);"
        "app.clipboard().setText(sys.stdin.readline().strip()); app.exec()"
    )
    with traces.clipboard_keeper(tall_screen) as keeper:
        giver = subprocess.Popen(
            [sys.executable, "-c", copies], env=tall_screen.environment, stdin=subprocess.PIPE, text=True
        )
        try:
            assert giver.stdin is not None
            giver.stdin.write(MARK + "\n")
            giver.stdin.flush()
            needles = {"her words": traces.forms_of(MARK)}
            wait_until(
                lambda: traces.memory_hits(keeper.pid, needles)["her words"] > 0, 10, "the word in the history"
            )
        finally:
            giver.kill()
            giver.communicate()
