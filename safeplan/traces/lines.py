"""Tells in lists that belong to everybody which lines are ours, and gives the list without them, byte for byte else.

May touch: nothing but the bytes it is given. Must never drop or change a line of another program: where it is not
sure that a line is ours, the line stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

from safeplan.traces.shape import Ours, unescaped

# What a list holds of ours as text, and the list without it.
Split = tuple[tuple[str, ...], bytes]
Splitter = Callable[[bytes, Ours, Path], Split]

_BOOKMARK = re.compile(rb"[ \t]*<bookmark\b[^>]*>.*?</bookmark>[ \t]*\r?\n?", re.DOTALL)
_HREF = re.compile(rb"\bhref=(\"[^\"]*\"|'[^']*')")
_APPLICATION = re.compile(rb"<bookmark:application\b[^>]*?\bname=(\"[^\"]*\"|'[^']*')")
_WORDS = re.compile(r"[^\s\"'`;|&<>()=]+")
# What starts the program from its source.
_FROM_SOURCE = re.compile(r"\bpython[\d.]*\s+(?:-\S+\s+)*-m\s+(?:ui|safeplan)(?:\s|$)")
_BASH_TIME = re.compile(rb"#\d{9,11}")
_ZSH_TIME = re.compile(r"^: \d+:\d+;")


def path_of(untrusted_address: str) -> str:
    """The path in "file:///…", or in a plain path; "" for an address of any other kind."""
    if untrusted_address.startswith("/"):
        return untrusted_address
    if not untrusted_address.startswith("file:"):
        return ""
    rest = unescaped(untrusted_address.removeprefix("file:"))
    return rest[2:] if rest.startswith("//") and rest[2:3] == "/" else rest if rest.startswith("/") else ""


def command_is_ours(line: str, ours: Ours, home: Path) -> bool:
    """Whether a line typed into a shell starts, names or goes to this program."""
    if any(_stands_in(line, mark) for mark in ours.marks()):
        return True
    if ours.by_name and ours.words and _FROM_SOURCE.search(line):
        return True
    names = {path.name for path in ours.programs}
    for number, word in enumerate(_WORDS.findall(line)):
        whole = re.sub(r"^(~|\$HOME|\$\{HOME\})(?=/|$)", lambda _: str(home), word).replace("\\ ", " ")
        # A name alone is a command only where a command stands: elsewhere it can be any file's.
        named = ours.by_name and Path(whole).name in names and ("/" in whole or number == 0)
        if named or (whole.startswith("/") and ours.owns_path(whole)):
            return True
    return False


def _stands_in(line: str, mark: str) -> bool:
    """As a name of its own: "/home/a/Tally" is not in "/home/a/Tally-old"."""
    return bool(re.search(rf"(?<![\w.-]){re.escape(mark)}(?![\w-])", line))


def bookmarks(data: bytes, ours: Ours, _home: Path) -> Split:
    """GTK's list of recently used files: entries about our files, and those that a program of our name wrote."""
    said: list[str] = []

    def sift(match: re.Match[bytes]) -> bytes:
        block = match[0]
        address = _HREF.search(block)
        path = path_of(_attribute(address[1])) if address else ""
        programs = [_attribute(one) for one in _APPLICATION.findall(block)]
        named = ours.by_name and programs and all(one == ours.name for one in programs)
        if (path and ours.owns_path(path)) or named:
            said.append(path or (_attribute(address[1]) if address else ours.name))
            return b""
        return block

    rest = _BOOKMARK.sub(sift, data)
    return tuple(said), rest


def _attribute(quoted: bytes) -> str:
    return unescape(quoted[1:-1].decode("utf-8", "surrogateescape"))


def bash_history(data: bytes, ours: Ours, home: Path) -> Split:
    """One command a line; with its time, where one is kept, in a line before."""
    said: list[str] = []
    rest: list[bytes] = []
    for line in data.splitlines(keepends=True):
        text = line.decode("utf-8", "surrogateescape").strip()
        if not _BASH_TIME.fullmatch(line.strip()) and command_is_ours(text, ours, home):
            said.append(text)
            if rest and _BASH_TIME.fullmatch(rest[-1].strip()):
                rest.pop()
        else:
            rest.append(line)
    return tuple(said), b"".join(rest)


def zsh_history(data: bytes, ours: Ours, home: Path) -> Split:
    """ ": time:0;command"; a line that ends with a backslash goes on in the next."""
    said: list[str] = []
    rest: list[bytes] = []
    waiting: list[bytes] = []
    for line in data.splitlines(keepends=True):
        waiting.append(line)
        if line.rstrip(b"\r\n").endswith(b"\\"):
            continue
        _sort_zsh(waiting, said, rest, ours, home)
        waiting = []
    _sort_zsh(waiting, said, rest, ours, home)
    return tuple(said), b"".join(rest)


def _sort_zsh(lines: list[bytes], said: list[str], rest: list[bytes], ours: Ours, home: Path) -> None:
    whole = b"".join(lines)
    text = _ZSH_TIME.sub("", _unmetafied(whole).decode("utf-8", "surrogateescape").strip())
    if text and command_is_ours(text, ours, home):
        said.append(text)
    elif whole:
        rest.append(whole)


def _unmetafied(data: bytes) -> bytes:
    """zsh writes some bytes as 0x83 and the byte with its sixth bit turned."""
    return re.sub(rb"\x83(.)", lambda match: bytes((match[1][0] ^ 0x20,)), data, flags=re.DOTALL)


def fish_history(data: bytes, ours: Ours, home: Path) -> Split:
    """ "- cmd: …" with indented lines below it."""
    said: list[str] = []
    rest: list[bytes] = []
    drop = False
    for line in data.splitlines(keepends=True):
        if line.startswith(b"- cmd:"):
            text = line[6:].decode("utf-8", "surrogateescape").strip()
            drop = command_is_ours(text.replace("\\n", "\n"), ours, home)
            if drop:
                said.append(text)
        elif not line.startswith((b" ", b"\t")):
            drop = False
        if not drop:
            rest.append(line)
    return tuple(said), b"".join(rest)


def splitter_for(path: Path) -> Splitter | None:
    """How the list of this name is read; None for a list that we do not know how to shorten."""
    if path.name == "recently-used.xbel":
        return bookmarks
    if path.name in {".bash_history", ".sh_history", ".python_history"}:
        return bash_history
    if path.name in {".zsh_history", ".histfile", ".zhistory"}:
        return zsh_history
    if path.name == "fish_history":
        return fish_history
    return None
