"""What this computer still knows: planted traces are found, only ours go, everybody else's stay byte for byte.

Lost without it: a page that calls a computer clean that is not, or one that spoils somebody's own lists.
"""

from __future__ import annotations

import codecs
import os
import re
import stat
import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeplan.content.trace_words import load_trace_words
from safeplan.errors import Cancelled
from safeplan.traces import looking as traces
from safeplan.traces.lines import bash_history, bookmarks, fish_history, zsh_history
from safeplan.traces.removing import remove_lines
from safeplan.traces.shape import Finding, Ours, scan_quietly

HANDED = "copy-2026-03-01-k7m2"
BOOKMARK = """  <bookmark href="{href}" added="2026-03-01T10:00:00Z">
    <info><metadata owner="http://freedesktop.org">
      <bookmark:applications><bookmark:application name="{program}" exec="x %u"/></bookmark:applications>
    </metadata></info>
  </bookmark>
"""
HEAD, TAIL = '<?xml version="1.0" encoding="UTF-8"?>\n<xbel version="1.0">\n', "</xbel>\n"


@dataclass
class Computer:
    """A home folder and a computer, both empty at first, and the program somewhere in the home."""

    home: Path
    root: Path
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def ours(self) -> Ours:
        program = self.home / "Tally/Tally"
        return Ours("Tally", self.home / ".local/share/Tally", (program,), (program.parent,), frozenset({HANDED}))

    def plant(self, place: str, content: str | bytes) -> Path:
        path = self.root / place[1:] if place.startswith("/") else self.home / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def look(self, **more: object) -> traces.Report:
        return traces.look(
            self.ours, home=self.home, environment=self.environment, root=self.root, **{"system": "linux", **more}
        )  # type: ignore[arg-type]

    def found(self, id_: str, **more: object) -> list[Finding]:
        return [one for one in self.look(**more).found if one.id == id_]


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    (tmp_path / "hers").mkdir()
    (tmp_path / "temp").mkdir()
    (tmp_path / "root").mkdir()
    return Computer(tmp_path / "hers", tmp_path / "root", {"TMPDIR": str(tmp_path / "temp")})


def small_picture(address: str) -> bytes:
    def piece(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = piece(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + piece(b"tEXt", b"Thumb::URI\0" + address.encode()) + piece(b"IDAT", b"")


PLANTED: dict[str, tuple[str, str | bytes]] = {
    "recent_files": (
        ".local/share/recently-used.xbel",
        HEAD + BOOKMARK.format(href=f"file:///media/stick/{HANDED}/report.pdf", program="Evince") + TAIL,
    ),
    "recent_kde": (".local/share/RecentDocuments/r.desktop", f"[Desktop Entry]\nURL[$e]=file:$HOME/{HANDED}/a.pdf\n"),
    "thumbnails": (".cache/thumbnails/normal/0f.png", small_picture(f"file:///media/{HANDED}/report.pdf")),
    "qt_history": (".config/QtProject.conf", f"[FileDialog]\nhistory=file:///media/{HANDED}\n"),
    "starters": (".local/share/applications/a.desktop", "[Desktop Entry]\nExec=~/Tally/Tally %u\n"),
    "start_counts": (".local/share/gnome-shell/application_state", '<application id="Tally.desktop" score="3"/>'),
    "shell_history": (".bash_history", "ls\ncd ~/Tally\n~/Tally/Tally\n"),
    "bin": (".local/share/Trash/info/a.trashinfo", f"[Trash Info]\nPath=/media/{HANDED}\n"),
    "downloads": (".mozilla/firefox/x.default/places.sqlite", b"\0" * 2_000_000 + b"Tally.zip\0"),
    "search_index": (".cache/tracker3/files/meta.db", f"\0/media/{HANDED}/report.pdf\0"),
    "session_log": (".xsession-errors", "Window manager warning: Tally\n"),
    "system_log": ("/var/log/journal/a/user.journal", b"\0_COMM=Tally\0"),
    "crashes": ("/var/lib/systemd/coredump/core.Tally.1000.b00t.77.1.zst", b"\0"),
}


def test_an_empty_computer_has_nothing_of_ours_and_says_where_it_looked(computer: Computer) -> None:
    report = computer.look()
    assert report.found == ()
    assert {one.seen for one in report.looked} <= {"missing", "clean"}
    assert {*PLANTED, "temp", "data_folder"} <= {one.id for one in report.looked}
    # Whatever was found or not: this is said.
    assert {"ran", "spying", "backups", "copies"} <= set(report.unseen)


@pytest.mark.row("F-06", control=True)
@pytest.mark.parametrize("id_", PLANTED)
def test_a_planted_trace_is_found(computer: Computer, id_: str) -> None:
    place, content = PLANTED[id_]
    computer.plant(place, content)
    assert [one.id for one in computer.look().found] == [id_]
    (found,) = computer.found(id_)
    assert found.lines
    assert str(found.place).startswith((str(computer.home), str(computer.root)))


OTHERS: dict[str, str | bytes] = {
    ".local/share/recently-used.xbel": HEAD
    + BOOKMARK.format(href="file:///home/a/Tally-old/x.pdf", program="Evince")
    + BOOKMARK.format(href="file:///home/a/holiday.jpg", program="Tally Prime")
    + TAIL,
    ".cache/thumbnails/normal/0a.png": small_picture("file:///home/a/holiday.jpg"),
    ".bash_history": "cd ~/Tally-old\n./Tally.sh\ntallyman Tally\nmake ui\npython -m ui_tools\n",
    ".local/share/applications/b.desktop": "[Desktop Entry]\nExec=/opt/tallyprime/tally\n",
    ".local/share/Trash/info/a.trashinfo": "[Trash Info]\nPath=/home/a/Tallyho\n",
    ".xsession-errors": "TallyPrime started\n",
    "/var/lib/systemd/coredump/core.Tallyho.1000.b.7.1.zst": b"\0",
    "/var/crash/_usr_bin_gedit.1000.crash": "ProblemType: Crash\n",
}


def test_what_only_sounds_like_ours_is_not_ours(computer: Computer) -> None:
    for place, content in OTHERS.items():
        computer.plant(place, content)
    assert computer.look().found == ()


def test_our_entry_goes_and_the_others_stay_to_the_byte(computer: Computer) -> None:
    others = [BOOKMARK.format(href=f"file:///home/a/{n}.jpg", program="Eye &amp; Co") for n in range(5)]
    ours = BOOKMARK.format(href=f"file:///media/my%20stick/{HANDED}/report.pdf", program="Evince")
    accounts = BOOKMARK.format(href="file:///home/a/other.pdf", program="Tally")
    path = computer.plant(
        ".local/share/recently-used.xbel", HEAD + others[0] + ours + "".join(others[1:]) + accounts + TAIL
    )
    path.chmod(0o640)
    finding, named = computer.found("recent_files")
    assert finding.way == "here"
    assert finding.noticed
    assert finding.lines == (f"/media/my stick/{HANDED}/report.pdf",)
    assert (named.lines, named.way, named.sure) == (("/home/a/other.pdf",), "hand", False)
    assert traces.remove(finding, computer.ours, home=computer.home) == "removed"
    assert path.read_text() == HEAD + "".join(others) + accounts + TAIL
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert list(path.parent.iterdir()) == [path]
    assert computer.found("recent_files") == [named]
    assert traces.remove(finding, computer.ours, home=computer.home) == "gone"


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        (".bash_history", "#1700000000\nls\n#1700000001\n~/Tally/Tally\n#1700000002\npwd\n",
         "#1700000000\nls\n#1700000002\npwd\n"),
        (".bash_history", 'ls\n"$HOME/Tally/Tally" &\ncd $HOME/Tally; ls\npwd', "ls\npwd"),
        (".zsh_history", ": 1700000000:0;ls\n: 1700000001:2;cd /tmp && \\\n~/Tally/Tally\n: 1700000002:0;pwd\n",
         ": 1700000000:0;ls\n: 1700000002:0;pwd\n"),
        (".local/share/fish/fish_history", "- cmd: ls\n  when: 1\n- cmd: ~/Tally/Tally\n  when: 2\n  paths:\n"
         "    - ~/Tally\n- cmd: pwd\n  when: 3\n", "- cmd: ls\n  when: 1\n- cmd: pwd\n  when: 3\n"),
    ],
)  # fmt: skip
def test_our_commands_go_from_a_history_with_their_times_and_nothing_else(
    computer: Computer, name: str, before: str, after: str
) -> None:
    path = computer.plant(name, before)
    (finding,) = computer.found("shell_history")
    assert finding.noticed
    assert finding.returns
    assert traces.remove(finding, computer.ours, home=computer.home) == "removed"
    assert path.read_text() == after


@pytest.mark.parametrize("command", ["/opt/accounts/Tally --year 3", "./Tally", "Tally", "python -m ui"])
def test_a_command_with_our_name_alone_is_shown_as_such_and_stays(computer: Computer, command: str) -> None:
    """An accountant's program has the same name: what he typed is not ours to take away."""
    ours = Ours("Tally", computer.ours.data, computer.ours.programs, words=("safeplan",))
    look = {"home": computer.home, "environment": computer.environment, "root": computer.root, "system": "linux"}
    path = computer.plant(".bash_history", f"{command}\n")
    (named,) = (one for one in traces.look(ours, **look).found if one.id == "shell_history")  # type: ignore[arg-type]
    assert (named.lines, named.way, named.sure) == ((command,), "hand", False)
    assert remove_lines(path, replace(ours, by_name=True), computer.home) == "gone"
    path.write_text(f"{command}\n{computer.home}/Tally/Tally\n")
    finding, named = (one for one in traces.look(ours, **look).found if one.id == "shell_history")  # type: ignore[arg-type]
    assert (finding.lines, finding.way, finding.sure) == ((f"{computer.home}/Tally/Tally",), "here", True)
    assert (named.lines, named.sure) == ((command,), False)
    assert traces.remove(finding, ours, home=computer.home) == "removed"
    assert path.read_text() == f"{command}\n"


NAME_ALONE = {
    "linux": {
        "start_counts": (".local/share/gnome-shell/application_state", "Tally.desktop"),
        "downloads": (".mozilla/firefox/x.default/places.sqlite", "Tally.zip"),
        "session_log": (".xsession-errors", "Window manager warning: Tally"),
        "system_log": ("/var/log/syslog", "Tally[77]: started"),
        "crashes": ("/var/crash/_usr_bin_Tally.1000.crash", "/usr/bin/Tally"),
        "temp": ("../temp/Tally-77", "x"),
    },
    "darwin": {
        "mac_recent": ("Library/Application Support/com.apple.sharedfilelist/a.sfl2", "Tally.app"),
        "mac_saved_state": ("Library/Saved Application State/Tally.savedState/windows.plist", "x"),
        "mac_quarantine": ("Library/Preferences/com.apple.LaunchServices.QuarantineEventsV2", "Tally.dmg"),
        "crashes": ("Library/Logs/DiagnosticReports/Tally-2026-03-01.ips", "/usr/bin/Tally"),
        "bin": (".Trash/Tally.zip", "x"),
    },
    "win32": {
        "win_prefetch": ("W/Prefetch/TALLY-1A2B3C4D.pf", "x"),
        "crashes": ("AppData/Local/CrashDumps/Tally.exe.77.dmp", "C:\\Accounts\\Tally.exe"),
        "temp": ("AppData/Local/Temp/Tally.tmp", "x"),
    },
}


@pytest.mark.parametrize(("system", "id_"), [(system, id_) for system in NAME_ALONE for id_ in NAME_ALONE[system]])
def test_wherever_the_name_stands_alone_it_is_not_counted_as_ours(computer: Computer, system: str, id_: str) -> None:
    place, content = NAME_ALONE[system][id_]
    path = computer.plant(place, content)
    computer.environment["SYSTEMROOT"] = str(computer.home / "W")
    report = computer.look(system=system)
    (named,) = report.found
    assert (named.id, named.sure) == (id_, False)
    assert named.lines
    assert "named" in {one.seen for one in report.looked}
    assert "found" not in {one.seen for one in report.looked}
    assert traces.remove(named, computer.ours, home=computer.home) == "refused"
    assert path.exists()


def test_of_the_messages_of_the_desktop_only_those_that_name_our_path_are_ours(computer: Computer) -> None:
    computer.plant(".xsession-errors", f"Window manager warning: Tally\n{computer.home}/Tally/Tally: no display\n")
    ours, named = computer.found("session_log")
    assert (ours.lines, ours.sure) == ((f"{computer.home}/Tally/Tally: no display",), True)
    assert (named.lines, named.sure) == (("Window manager warning: Tally",), False)


def test_small_pictures_and_reports_go_as_whole_files(computer: Computer) -> None:
    computer.plant(*PLANTED["thumbnails"])
    other = computer.plant(".cache/thumbnails/large/0b.png", small_picture("file:///home/a/holiday.jpg"))
    core = computer.plant("core.4711", b"\x7fELF" + bytes(3_000_000) + str(computer.home / "Tally/Tally").encode())
    foreign = computer.plant("core.4712", b"\x7fELF" + b"/usr/bin/gedit")
    report = computer.look()
    assert {one.id for one in report.found} == {"thumbnails", "crashes"}
    for one in report.found:
        assert traces.remove(one, computer.ours, home=computer.home) == "removed"
    assert other.exists()
    assert foreign.exists()
    assert not core.exists()
    assert computer.look().found == ()


def test_a_list_that_changes_meanwhile_is_left_alone(computer: Computer) -> None:
    path = computer.plant(".bash_history", "ls\n~/Tally/Tally\n")
    newer = "ls\n~/Tally/Tally\npwd\n"
    assert remove_lines(path, computer.ours, computer.home, before_swap=lambda: path.write_text(newer)) == "changed"
    assert path.read_text() == newer
    assert list(path.parent.iterdir()) == [path]


def test_links_and_files_with_two_names_are_left_alone(computer: Computer) -> None:
    real = computer.plant("elsewhere/history", "ls\n~/Tally/Tally\n")
    link = computer.home / ".bash_history"
    link.symlink_to(real)
    (finding,) = computer.found("shell_history")
    assert finding.way == "hand"
    assert traces.remove(finding, computer.ours, home=computer.home) == "refused"
    assert remove_lines(link, computer.ours, computer.home) == "link"
    link.unlink()
    os.link(real, link)
    assert remove_lines(link, computer.ours, computer.home) == "link"
    assert real.read_text() == "ls\n~/Tally/Tally\n"


def test_what_cannot_be_written_is_refused_and_whole(computer: Computer, monkeypatch: pytest.MonkeyPatch) -> None:
    path = computer.plant(".bash_history", "ls\n~/Tally/Tally\n")
    (finding,) = computer.found("shell_history")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert traces.remove(finding, computer.ours, home=computer.home) == "refused"
    assert path.read_text() == "ls\n~/Tally/Tally\n"
    assert list(path.parent.iterdir()) == [path]


def test_a_closed_place_is_never_called_clean(computer: Computer, monkeypatch: pytest.MonkeyPatch) -> None:
    path = computer.plant(".bash_history", "ls\n")
    real = os.open

    def closed(name: object, *more: object, **named: object) -> int:
        if str(name) == str(path):
            raise PermissionError(13, "closed")
        return real(name, *more, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", closed)
    seen = {one.place: one.seen for one in computer.look().looked}
    assert seen[path] == "closed"


def test_a_list_of_learned_words_is_never_called_clean_and_a_word_is_found_in_it(computer: Computer) -> None:
    path = computer.plant(".config/ibus/typing/user.db", "…\0Sandugash\0…")
    computer.plant(".config/ibus/bus/x-unix-0", "IBUS_ADDRESS=Sandugash")
    assert [one.seen for one in computer.look().looked if one.id == "learned_words"] == ["part"]
    ask = {"home": computer.home, "environment": computer.environment, "system": "linux"}
    assert traces.find_word("sandugash", **ask) == ((path, True),)  # type: ignore[arg-type]
    assert traces.find_word("Bulbul", **ask) == ((path, False),)  # type: ignore[arg-type]
    assert traces.find_word(" ", **ask) == ((path, False),)  # type: ignore[arg-type]


def test_what_is_larger_than_what_is_read_counts_as_read_in_part(
    computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = computer.plant(".xsession-errors", "x" * 5000)
    monkeypatch.setattr("safeplan.traces.shape.read_quietly.__defaults__", (1000,))
    assert {one.place: one.seen for one in computer.look().looked}[path] == "part"


def test_looking_can_be_stopped_also_within_a_large_file(computer: Computer) -> None:
    with pytest.raises(Cancelled):
        computer.look(cancelled=lambda: True)
    path = computer.plant("large", bytes(5 << 20))
    asked = iter([False, False, True])
    with pytest.raises(Cancelled):
        scan_quietly(path, ["nowhere"], cancelled=lambda: next(asked))


def test_the_own_folder_is_named_and_strange_files_in_it_too(computer: Computer) -> None:
    for name in ("s0.bin", "d0.bin", "r0.bin", "c0000000a/d0.bin"):
        computer.plant(f".local/share/Tally/{name}", b"\0")
    computer.plant(".local/share/Tally/notes.txt", "?")
    report = computer.look()
    assert {one.id: one.lines for one in report.found} == {
        "data_folder": ("c0000000a", "d0.bin", "r0.bin", "s0.bin"),
        "data_other": ("notes.txt",),
    }
    assert {one.way for one in report.found} == {"page", "hand"}
    for one in report.found:
        assert traces.remove(one, computer.ours, home=computer.home) == "refused"


def test_from_its_source_the_program_says_how_plainly_it_speaks() -> None:
    ours = traces.our_marks()
    assert ours.words == ("safeplan",)
    assert ours.folders == (Path(__file__).resolve().parents[2],)
    assert any(one.id == "source_folder" for one in traces.look(ours, home=Path("/nowhere"), environment={}).found)


def test_looking_changes_nothing_not_even_the_time_of_reading(computer: Computer) -> None:
    paths = [computer.plant(*planted) for planted in PLANTED.values()]
    for path in paths:
        os.utime(path, (1_000_000_000, 1_500_000_000))
    before = [(path.read_bytes(), path.stat().st_mode) for path in paths]
    for path in paths:
        os.utime(path, (1_000_000_000, 1_500_000_000))
    computer.look()
    if hasattr(os, "O_NOATIME"):
        assert {path.stat().st_atime for path in paths} == {1_000_000_000}
    assert {path.stat().st_mtime for path in paths} == {1_500_000_000}
    assert [(path.read_bytes(), path.stat().st_mode) for path in paths] == before


OURS = Ours("Tally", Path("/home/a/.local/share/Tally"), (Path("/home/a/Tally/Tally"),), (Path("/home/a/Tally"),))


@given(st.binary(max_size=400))
def test_any_bytes_without_a_trace_of_ours_come_back_as_they_are(untrusted: bytes) -> None:
    for split in (bookmarks, bash_history, zsh_history, fish_history):
        said, rest = split(untrusted, OURS, Path("/home/a"))
        if not said:
            assert rest == untrusted


@given(
    st.lists(st.tuples(st.booleans(), st.text(st.characters(exclude_characters="\r\n"), max_size=20)), max_size=12)
)
def test_of_any_history_exactly_our_lines_go(lines: list[tuple[bool, str]]) -> None:
    made = [("~/Tally/Tally " if ours else "echo ") + words.replace("Tally", "") for ours, words in lines]
    made = [" ".join(line.splitlines()) for line in made]
    data = "".join(f"{line}\n" for line in made).encode("utf-8", "surrogatepass")
    said, rest = bash_history(data, OURS, Path("/home/a"))
    assert len(said) == sum(ours for ours, _words in lines)
    kept = [line for line, (ours, _words) in zip(made, lines, strict=True) if not ours]
    assert rest == "".join(f"{line}\n" for line in kept).encode("utf-8", "surrogatepass")


# ── Windows and macOS: the same looking over planted folders; on a real machine see docs/release-checklist.md ───
class PlantedRegistry:
    """This user's registry as a table."""

    def __init__(self, table: dict[str, dict[str, str]]) -> None:
        self.table = table

    def values(self, key: str) -> Mapping[str, str] | None:
        return self.table.get(key)

    def keys(self, key: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(k[len(key) + 1 :].split("\\")[0] for k in self.table if k.startswith(key + "\\")))

    def remove(self, key: str, name: str) -> bool:
        self.table[key].pop(name)
        return True


COUNT = r"Software\Microsoft\Windows\CurrentVersion\Explorer\UserAssist\{CEBFF5CD}\Count"


def test_windows_traces_are_found_and_only_ours_can_go(computer: Computer) -> None:
    environment = {"APPDATA": str(computer.home / "R"), "LOCALAPPDATA": str(computer.home / "L"),
                   "PROGRAMDATA": str(computer.home / "P"), "SYSTEMROOT": str(computer.home / "W")}  # fmt: skip
    ours = Ours("Tally", computer.home / "L/Tally", (computer.home / "Tally/Tally.exe",), (), frozenset({HANDED}))
    link = computer.plant("R/Microsoft/Windows/Recent/report.lnk", f"\\{HANDED}\\report.pdf".encode("utf-16-le"))
    other = computer.plant("R/Microsoft/Windows/Recent/holiday.lnk", "holiday".encode("utf-16-le"))
    computer.plant("R/Microsoft/Windows/Recent/AutomaticDestinations/1.ms", f"{HANDED}".encode("utf-16-le"))
    computer.plant("W/Prefetch/TALLY.EXE-1A2B3C4D.pf", b"\0")
    report = computer.plant(
        "L/Microsoft/Windows/WER/ReportArchive/AppCrash_Tally.exe_1/Report.wer",
        f"AppPath={ours.programs[0]}".encode("utf-16-le"),
    )
    mine, others = r"{6D80}\Tally\Tally.exe", (r"C:\TallyPrime\tally.exe", r"C:\Tally\Tally.exe", r"{6D80}\Tally.exe")
    turned = {codecs.encode(one, "rot13"): "" for one in (mine, *others)}
    registry = PlantedRegistry({COUNT: turned})
    look = {"home": computer.home, "environment": environment, "system": "win32", "registry": registry}
    found = {one.id: one for one in traces.look(ours, **look).found}  # type: ignore[arg-type]
    assert {id_: one.way for id_, one in found.items()} == {
        "win_recent": "here", "win_jump_lists": "hand", "win_registry": "here", "win_prefetch": "admin",
        "crashes": "here",
    }  # fmt: skip
    assert found["win_registry"].lines == (mine,)
    for id_ in ("win_recent", "win_registry", "crashes"):
        assert traces.remove(found[id_], ours, home=computer.home, registry=registry) == "removed"
    assert not link.exists()
    assert not report.exists()
    assert other.exists()
    assert registry.table[COUNT] == {codecs.encode(one, "rot13"): "" for one in others}
    assert {"win_prefetch", "win_inventory"} <= set(traces.look(ours, **look).unseen)  # type: ignore[arg-type]


def test_macos_traces_are_found_and_only_ours_can_go(computer: Computer) -> None:
    computer.plant("Library/Saved Application State/Tally.savedState/windows.plist", "x")
    report = computer.plant(
        "Library/Logs/DiagnosticReports/Tally-2026-03-01.ips", f'"procPath" : "{computer.home}/Tally/Tally"'
    )
    other = computer.plant("Library/Logs/DiagnosticReports/Tallyho-2026-03-01.ips", "x")
    computer.plant("Library/Preferences/com.apple.LaunchServices.QuarantineEventsV2", b"\0Tally.dmg\0")
    computer.plant(".zsh_history", ": 1:0;open ~/Tally/Tally\n")
    found = {one.id: one for one in computer.look(system="darwin").found}
    assert {id_: one.way for id_, one in found.items()} == {
        "mac_saved_state": "hand", "crashes": "here", "mac_quarantine": "hand", "shell_history": "here",
    }  # fmt: skip
    for id_ in ("crashes", "shell_history"):
        assert traces.remove(found[id_], computer.ours, home=computer.home) == "removed"
    assert [report.exists(), other.exists()] == [False, True]


@pytest.mark.parametrize("system", ["win32", "darwin", "linux"])
def test_a_report_with_our_name_but_without_our_path_is_shown_and_stays(computer: Computer, system: str) -> None:
    """An accountant's program has the same name."""
    place = {
        "win32": "AppData/Local/CrashDumps/Tally.exe.77.dmp",
        "darwin": "Library/Logs/DiagnosticReports/Tally-2026-03-01.ips",
        "linux": "/var/crash/_usr_bin_Tally.1000.crash",
    }[system]
    path = computer.plant(place, "/usr/bin/Tally")
    found = computer.found("crashes", system=system)
    assert len(found) == 1
    assert found[0].way in ("hand", "admin")
    assert traces.remove(found[0], computer.ours, home=computer.home) == "refused"
    assert path.exists()


def test_every_place_and_every_limit_has_its_words() -> None:
    """Ids stand in the code and in the shape; one without words would break the page on that system only."""
    words = load_trace_words("en")
    assert set().union(*traces.UNSEEN.values()) == set(words.unseen)
    source = "".join(path.read_text() for path in Path(traces.__file__).parent.glob("*.py"))
    assert set(words.places) <= set(re.findall(r'"([a-z_]+)"', source))
    used = re.findall(r'(?:look|seen)\.(?:add|saw)\(\s*"([a-z_]+)"|look_for_marks\(look, "([a-z_]+)"', source)
    assert {one or other for one, other in used} <= set(words.places)
