"""A whole session under strace: nothing outside the list, no network, not a word in a file or in anybody's memory.

Lost without it: the promise that the computer tells nothing afterwards. Each eye is first shown a planted trace.
"""

from __future__ import annotations

import base64
import itertools
import subprocess
import sys
import time
from pathlib import Path

import layout
import pytest
import traces
from hands import MARK, Hands
from household import PASSPHRASE, SECRET, WAY_IN, gone, make_store, wait_for_calculator
from PIL import Image
from screen import Screen, wait_until

from safeplan.clock import SystemClock
from safeplan.paths import VaultFiles
from safeplan.records import drafts, incidents, people
from safeplan.records import settings as her_settings
from safeplan.records.people import PersonForm
from safeplan.vault import header, keyslots
from safeplan.vault.container import unlock_vault
from safeplan.vault.recovery import open_header

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


def test_a_session_leaves_nothing_but_its_listed_files(tall_screen: Screen, tmp_path: Path) -> None:
    traces.needs_strace()
    # Not the home of the window manager, which keeps a log of its own there.
    own_home = tmp_path / "hers"
    own_home.mkdir()
    files, person = furnish(own_home)
    Image.linear_gradient("L").save(own_home / f"{MARK}.jpg")
    walks = [["nav-happened"], ["nav-people", f"people-person-{person}"], ["nav-plan"], ["nav-today"]]
    notes = tmp_path / "notes.png"
    views: list[tuple[list[list[str]], list[str]]] = [([["picture", str(notes)]], [])]
    for walk in walks:
        views += [([], walk[:1])] + [([["click", a]], [b]) for a, b in itertools.pairwise(walk)]
        views.append(([["click", walk[-1]]], [layout.FIELDS]))
    views.append(([["click", "nav-happened"]], ["nav-today", "nav-happened", "happened-attach"]))
    views.append(([["click", "happened-attach"], ["choose", str(own_home / f"{MARK}.jpg")]], ["happened-keep"]))
    found = iter(layout.several_places(own_home, WINDOW, views, passphrase=PASSPHRASE))
    report = tmp_path / "strace.txt"
    with traces.traced_program(tall_screen, own_home, report) as strace:
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
        for key in ("Home", "Return"):
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
        (child, *_) = traces.descendants(program)
        secrets = {
            "her words": traces.forms_of(MARK),
            "the passphrase": traces.forms_of(PASSPHRASE),
            "the key": [master_key(files), bytes.fromhex(master_key(files).decode())],
        }
        while_open = traces.memory_hits(child, secrets)
        print(while_open)
        assert while_open["her words"] >= len(hands.written), "nothing was typed, so nothing is shown"
        tall_screen.shift_three_times()
        wait_until(lambda: gone(child), 10, "the end of the child")
        # Those who still live: the everyday program, and everything this story started for the screen.
        wait_until(lambda: traces.descendants(strace.pid) == [program], 10, "the everyday program alone")
        for process in (program, *traces.screen_processes()):
            assert traces.memory_hits(process, secrets) == dict.fromkeys(secrets, 0), process
    calls = traces.read_calls(report.read_text())
    places = traces.written_places(calls)
    assert str(files.data) in places
    assert traces.outside(places, files.all()) == set()
    assert traces.socket_families(calls) == {"AF_UNIX"}
    needles = [form for forms in secrets.values() for form in forms]
    assert traces.files_with(files.folder, needles) == []
    assert {path for path in own_home.rglob("*") if path.is_file()} - set(files.all()) == {own_home / f"{MARK}.jpg"}
    vault = unlock_vault(files, bytearray(PASSPHRASE.encode()))
    (kept,) = incidents.list_incidents(vault.database)
    line = drafts.draft(vault.database, "today")
    vault.close()
    # What was typed and chosen did reach the store, so it was there to be found.
    assert [file.name for file in kept.attachments] == [f"{MARK}.jpg"]
    assert kept.latest is not None
    assert MARK in kept.latest.form.text
    assert MARK in line["text"]


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
            hits = traces.memory_hits(process.pid, secrets)
            assert hits[name] > 0, name
            assert not any(hits[other] for other in hits if other != name)
        finally:
            process.kill()
            process.communicate()
