"""Checks a handed-over folder: every file, both lists, and the record lines. Needs nothing but Python.

May touch: the folder it is given, for reading, and standard output. Must never import the rest of the program
(it starts fast and can be read by a stranger), follow a link, or trust a name that stands in a list.
"""

from __future__ import annotations

import hashlib
import json
import locale
import os
import re
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

UNCHANGED, CHANGED, NOT_A_BAG = 0, 1, 2

BAGIT_TXT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"
CHAIN = "data/chain.jsonl"

# What file browsers leave behind in a folder that was only looked at: named, but no change of what was handed over.
LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
# A list longer than this is not ours; reading it whole could exhaust the reader's memory.
LONGEST_LIST = 64 * 1024 * 1024
LONGEST_LINE = 64 * 1024 * 1024
DEEPEST_FOLDER = 8

_LINE = re.compile(r"([0-9a-f]{64})  ([^\r\n]+)")
_ORIGINAL = re.compile(r"data/[0-9]{4,}\.[a-z0-9]+")
_HEX = re.compile(r"[0-9a-f]{64}")
_DEVICE = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9]|conin\$|conout\$)(\..*)?")
_FORBIDDEN = frozenset('<>:"|?*\\%')


@dataclass(frozen=True)
class Fault:
    """One thing that is not as it was. `id` is a key of WORDS; `file` is a path below the folder, made printable."""

    id: str
    file: str


@dataclass(frozen=True)
class Verdict:
    """What a check found: `status` 0 unchanged, 1 changed, 2 not a folder of this kind; `size` in bytes."""

    status: int
    faults: tuple[Fault, ...] = ()
    files: int = 0
    size: int = 0
    root: str = ""
    litter: tuple[str, ...] = ()

    @property
    def first_fault(self) -> Fault | None:
        """The fault to say first, or None."""
        return self.faults[0] if self.faults else None


def safe_path(untrusted_path: str) -> bool:
    """True for a relative ASCII path that means the same file on every system and stays inside the folder."""
    if not untrusted_path or len(untrusted_path) > 240 or not untrusted_path.isascii():
        return False
    if not untrusted_path.isprintable() or _FORBIDDEN.intersection(untrusted_path):
        return False
    return all(
        part not in ("", ".", "..") and part[-1] not in ". " and part[0] != " " and not _DEVICE.fullmatch(part)
        for part in untrusted_path.split("/")
    )


def verify_bag(folder: Path, card: str = "") -> Verdict:
    """Check the bag in `folder`; `card` is the 64-hex number of a printed card to compare with, or "".

    Never raises for what it finds: a file that cannot be read is a fault like any other.
    """
    if folder.is_file() and folder.name in (TAG_MANIFEST, MANIFEST, "VERIFY.txt", "bagit.txt", "bag-info.txt"):
        folder = folder.parent
    names = ("bagit.txt", MANIFEST, TAG_MANIFEST)
    if not folder.is_dir() or not any((folder / name).is_file() for name in names):
        return Verdict(NOT_A_BAG, (Fault("not_a_bag", _printable(folder.name)),))

    faults: list[Fault] = []
    litter: list[str] = []
    present: dict[str, int] = {}
    for path, problem, size in _walk(folder, "", 0):
        if problem:
            faults.append(Fault(problem, _printable(path)))
        elif path.rsplit("/", 1)[-1] in LITTER:
            litter.append(path)
        else:
            present[path] = size

    listed = {TAG_MANIFEST: ""}
    for name, of_payload in ((TAG_MANIFEST, False), (MANIFEST, True)):
        found, problems = _read_list(folder, name, of_payload)
        faults += problems
        listed |= found
    sums = _compare(folder, present, listed, faults)
    if _read(folder / "bagit.txt", 1024) not in (BAGIT_TXT, None):
        faults.append(Fault("changed", "bagit.txt"))

    root = ""
    if sums.get(CHAIN) and sums[CHAIN] == listed.get(CHAIN):
        root, recorded, chain_ok = read_chain(folder / CHAIN)
        if not chain_ok:
            faults.append(Fault("record", CHAIN))
        unrecorded = [p for p, digest in sums.items() if _ORIGINAL.fullmatch(p) and digest not in recorded]
        faults += [Fault("not_in_record", path) for path in sorted(unrecorded)]
    wanted = re.sub(r"[\s:-]", "", card).lower()
    if wanted and wanted != root:
        faults.append(Fault("card", CHAIN))

    unique = tuple(dict.fromkeys(faults))
    size = sum(present[path] for path in sums)
    return Verdict(CHANGED if unique else UNCHANGED, unique, len(sums), size, root, tuple(litter))


def _compare(folder: Path, present: dict[str, int], listed: dict[str, str], faults: list[Fault]) -> dict[str, str]:
    """The SHA-256 of every file that is both present and listed; everything else goes into `faults`."""
    sums: dict[str, str] = {}
    # The lists first: when one of them is gone, that is the thing to say.
    for path in sorted(listed.keys() | present.keys(), key=lambda p: (p not in (MANIFEST, TAG_MANIFEST), p)):
        if path not in present:
            # A link or a pipe in its place has been named already.
            if not any(fault.file == path for fault in faults):
                faults.append(Fault("missing", path))
        elif path not in listed:
            faults.append(Fault("extra", _printable(path)))
        elif (digest := _sha256(folder / path)) is None:
            faults.append(Fault("unreadable", path))
        else:
            sums[path] = digest
            if listed[path] and digest != listed[path]:
                faults.append(Fault("changed", path))
    return sums


def _walk(folder: Path, below: str, depth: int) -> Iterator[tuple[str, str, int]]:
    """(path, problem or "", size) of everything in `folder`, links never followed."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield below.rstrip("/") or ".", "unreadable", 0
        return
    if not entries and below and below != "data/":
        yield below.rstrip("/"), "extra", 0
    for entry in entries:
        path = below + entry.name
        try:
            status = entry.stat(follow_symlinks=False)
        except OSError:
            yield path, "unreadable", 0
            continue
        # A Windows junction is a folder to stat(), so it is asked for by its attribute.
        reparse = getattr(status, "st_file_attributes", 0) & getattr(stat, "FILE_ATTRIBUTE_REPARSE_POINT", 0)
        if stat.S_ISDIR(status.st_mode) and not reparse:
            if depth >= DEEPEST_FOLDER:
                yield path, "extra", 0
            else:
                yield from _walk(folder / entry.name, path + "/", depth + 1)
        elif stat.S_ISREG(status.st_mode) and not reparse:
            yield path, "", status.st_size
        else:
            yield path, "link", 0


def _read_list(folder: Path, name: str, of_payload: bool) -> tuple[dict[str, str], list[Fault]]:  # noqa: FBT001
    """{path: SHA-256} of one list, and what is wrong with it. Order is checked: nothing else covers the last list."""
    content = _read(folder / name, LONGEST_LIST)
    if content is None:
        return {}, []  # missing or unreadable: said by the comparison
    found: dict[str, str] = {}
    faults: list[Fault] = []
    previous = ""
    text = content.decode("ascii", "replace")
    for untrusted_line in text.removesuffix("\n").split("\n"):
        match = _LINE.fullmatch(untrusted_line)
        if match is None:
            faults.append(Fault("list", name))
            continue
        digest, path = match.groups()
        if not safe_path(path) or path.startswith("data/") is not of_payload:
            faults.append(Fault("unsafe", _printable(path)))
            continue
        if path <= previous or path.lower() == previous.lower():
            faults.append(Fault("list", name))
        previous = path
        found[path] = digest
    if not text.endswith("\n"):
        faults.append(Fault("list", name))
    return found, faults


def read_chain(path: Path) -> tuple[str, frozenset[str], bool]:
    """(number of the record, SHA-256 values of files that stand in it, all lines fit) of a chain.jsonl."""
    root, recorded, ok = "", set(), True
    try:
        with path.open("rb") as stream:
            root = str(_object(stream.readline(LONGEST_LINE))["number"])
            while line := stream.readline(LONGEST_LINE):
                untrusted_line = _object(line)
                if line_fits(untrusted_line, root):
                    recorded.add(str(_object(str(untrusted_line["document"]).encode()).get("sha256")))
                else:
                    ok = False
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        ok = False
    if not _HEX.fullmatch(root):
        return "", frozenset(recorded), False
    return root, frozenset(recorded), ok


def line_fits(untrusted_line: dict[str, Any], root: str) -> bool:
    """Whether the document of one line hashes to its entry, and the entry leads to `root`.

    Hashing is that of RFC 6962 with a salt in front of the leaf. Raises ValueError, KeyError, TypeError.
    """
    entry, document = str(untrusted_line["entry"]), str(untrusted_line["document"])
    place, path = untrusted_line["place"], untrusted_line["path_hex"]
    sha = hashlib.sha256
    if _object(entry.encode())["content_sha256"] != sha(document.encode()).hexdigest():
        return False
    node = sha(b"\x00" + bytes.fromhex(untrusted_line["salt_hex"]) + entry.encode()).digest()
    for sibling in map(bytes.fromhex, path):
        node = sha(b"\x01" + (sibling + node if place & 1 else node + sibling)).digest()
        place >>= 1
    # One place only: a longer path would let a node pass for a leaf.
    return len(path) in (16, 20) and place == 0 and node.hex() == root


def _object(line: bytes) -> dict[str, Any]:
    loaded = json.loads(line)
    if not isinstance(loaded, dict):
        raise TypeError
    return loaded


def _sha256(path: Path) -> str | None:
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None


def _read(path: Path, most: int) -> bytes | None:
    try:
        with path.open("rb") as stream:
            return stream.read(most)
    except OSError:
        return None


def _printable(untrusted_text: str) -> str:
    """A file name that cannot steer a terminal or turn its direction round."""
    shown = (c if c.isprintable() and not 0xD800 <= ord(c) <= 0xDFFF else f"[U+{ord(c):04X}]" for c in untrusted_text)
    return "".join(shown)


# ── The command ─────────────────────────────────────────────────────────────────────────────────────────────────
LANGUAGES = ("en", "ru", "kk")
# The sentences stand here, not in resources/: this file works alone, copied to any computer with Python 3.11.
WORDS: dict[str, dict[str, str]] = {
    "en": {
        "unchanged": "Files unchanged.",
        "changed_all": "Not everything is as it was when this folder was made:",
        "counted": "Files checked: {files}. Bytes: {size}.",
        "shows": "This shows that the files are the same as when the folder was made. It does not show who made them,"
        " when, or that what they say is so.",
        "root": "Number of the record when this folder was made (a card printed with it shows the same): {root}",
        "litter": "Left by a file browser and not counted: {file}",
        "usage": "Usage: verify FOLDER [--lang en|ru|kk] [--card NUMBER]",
        "not_a_bag": "{file}: this folder holds no list of files that can be checked.",
        "missing": "{file}: missing.",
        "extra": "{file}: added, it stands in no list.",
        "changed": "{file}: changed.",
        "list": "{file}: this list was changed, its lines are not in the form or order they had.",
        "unsafe": "{file}: this name points outside the folder or means another file on other computers.",
        "link": "{file}: a link or a special file instead of an ordinary one.",
        "unreadable": "{file}: cannot be read.",
        "record": "{file}: its lines do not fit together.",
        "not_in_record": "{file}: this file does not stand in the record.",
        "card": "{file}: its number differs from the card.",
    },
    "ru": {
        "unchanged": "Файлы не изменены.",
        "changed_all": "Не всё осталось таким, каким было при создании этой папки:",
        "counted": "Проверено файлов: {files}. Байтов: {size}.",
        "shows": "Это значит, что файлы те же, что при создании папки. Это не показывает, кто и когда их сделал"
        " и верно ли то, что в них сказано.",
        "root": "Номер записей на момент создания папки (на карточке, напечатанной с ней, он тот же): {root}",
        "litter": "Оставлено программой просмотра папок, не считается: {file}",
        "usage": "Вызов: verify ПАПКА [--lang en|ru|kk] [--card НОМЕР]",
        "not_a_bag": "{file}: в этой папке нет списка файлов, который можно проверить.",
        "missing": "{file}: файла нет.",
        "extra": "{file}: добавлен, его нет ни в одном списке.",
        "changed": "{file}: изменён.",
        "list": "{file}: этот список изменён, вид или порядок строк не тот, что был.",
        "unsafe": "{file}: это имя ведёт за пределы папки или на других компьютерах значит другой файл.",
        "link": "{file}: ссылка или особый файл вместо обычного.",
        "unreadable": "{file}: не читается.",
        "record": "{file}: строки не сходятся между собой.",
        "not_in_record": "{file}: этого файла нет в записи.",
        "card": "{file}: номер не совпадает с карточкой.",
    },
    "kk": {
        "unchanged": "Файлдар өзгермеген.",
        "changed_all": "Бұл қалта жасалған кездегідей қалмаған нәрсе бар:",
        "counted": "Тексерілген файлдар: {files}. Байт: {size}.",
        "shows": "Бұл файлдардың қалта жасалған кездегідей екенін білдіреді. Оларды кім, қашан жасағанын және"
        " айтылғанның рас-өтірігін көрсетпейді.",
        "root": "Қалта жасалған сәттегі жазба нөмірі (онымен бірге басып шығарылған карточкада да сондай): {root}",
        "litter": "Қалталарды көрсететін бағдарлама қалдырған, есепке кірмейді: {file}",
        "usage": "Шақыру: verify ҚАЛТА [--lang en|ru|kk] [--card НӨМІР]",
        "not_a_bag": "{file}: бұл қалтада тексеруге болатын файлдар тізімі жоқ.",
        "missing": "{file}: файл жоқ.",
        "extra": "{file}: қосылған, ешбір тізімде жоқ.",
        "changed": "{file}: өзгертілген.",
        "list": "{file}: бұл тізім өзгертілген, жолдардың түрі немесе реті бұрынғыдай емес.",
        "unsafe": "{file}: бұл атау қалтадан тыс жерді көрсетеді немесе басқа компьютерде басқа файлды білдіреді.",
        "link": "{file}: кәдімгі файлдың орнында сілтеме немесе ерекше файл тұр.",
        "unreadable": "{file}: оқылмайды.",
        "record": "{file}: жолдары бір-біріне сәйкес келмейді.",
        "not_in_record": "{file}: бұл файл жазбада жоқ.",
        "card": "{file}: нөмірі карточкадағыдан басқа.",
    },
}
MOST_FAULTS_SAID = 20


def sentences(verdict: Verdict, language: str) -> list[str]:
    """What to tell the person who asked, line by line."""
    words = WORDS.get(language, WORDS["en"])
    lines = [words[fault.id].format(file=fault.file) for fault in verdict.faults[:MOST_FAULTS_SAID]]
    if len(verdict.faults) > MOST_FAULTS_SAID:
        lines.append(f"… +{len(verdict.faults) - MOST_FAULTS_SAID}")
    if verdict.status == NOT_A_BAG:
        return lines
    lines.insert(0, words["unchanged" if verdict.status == UNCHANGED else "changed_all"])
    lines += [words["litter"].format(file=name) for name in verdict.litter]
    lines.append(words["counted"].format(files=verdict.files, size=verdict.size))
    if verdict.root:
        lines.append(words["root"].format(root=verdict.root))
    if verdict.status == UNCHANGED:
        lines.append(words["shows"])
    return lines


def language_of(folder: Path) -> str:
    """The language the folder was made in, else the computer's, else English."""
    info = (_read(folder / "bag-info.txt", 65536) or b"").decode("utf-8", "replace")
    match = re.search(r"(?m)^Language: (en|ru|kk)$", info)
    if match:
        return match[1]
    here = (os.environ.get("LC_ALL") or os.environ.get("LANG") or locale.getlocale()[0] or "").lower()
    # Windows says "Russian_Kazakhstan" and "Kazakh_Kazakhstan".
    return "ru" if here.startswith("ru") else "kk" if here.startswith(("kk", "kazakh")) else "en"


def main(argv: Sequence[str]) -> int:
    """`verify FOLDER [--lang en|ru|kk] [--card NUMBER]`; the exit code is the verdict's status."""
    options = {"--lang": "", "--card": ""}
    paths: list[str] = []
    waiting = ""
    for word in argv:
        if waiting:
            options[waiting], waiting = word, ""
        elif word in options:
            waiting = word
        else:
            paths.append(word)
    # A console that cannot show Kazakh letters shows question marks rather than a traceback.
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")
    if len(paths) != 1 or waiting or options["--lang"] not in ("", *LANGUAGES):
        sys.stdout.write(WORDS[options["--lang"] if options["--lang"] in LANGUAGES else "en"]["usage"] + "\n")
        return NOT_A_BAG
    folder = Path(paths[0])
    verdict = verify_bag(folder, options["--card"])
    language = options["--lang"] or language_of(folder if folder.is_dir() else folder.parent)
    sys.stdout.write("\n".join(sentences(verdict, language)) + "\n")
    return verdict.status


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
