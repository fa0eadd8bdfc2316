"""Makes BagIt folders as other programs make them, with nothing but hashlib, and asks the Library of Congress."""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Iterable
from pathlib import Path

import bagit
import pytest

from safeplan.handover.verify import verify_bag

PAYLOAD = {"data/letter.txt": b"a letter\n", "data/2019/sea.jpg": b"\xff\xd8\xff the sea"}
TAG_NAMES = [
    "bagit.txt",
    "bag-info.txt",
    "fetch.txt",
    "manifest-sha512.txt",
    "tagmanifest-sha512.txt",
    "manifest-x.txt",
]
ALGORITHMS = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512")
NO_LINKS = pytest.mark.skipif(os.name != "posix", reason="links and pipes as Unix has them")


def put(bag: Path, path: str, content: bytes) -> None:
    (bag / path).parent.mkdir(parents=True, exist_ok=True)
    (bag / path).write_bytes(content)


def line(path: str, content: bytes, algorithm: str = "sha512") -> str:
    return f"{hashlib.new(algorithm, content).hexdigest()}  {path}\n"


def said(version: str = "1.0", encoding: str = "UTF-8") -> bytes:
    return f"BagIt-Version: {version}\nTag-File-Character-Encoding: {encoding}\n".encode()


def declare(bag: Path, version: str = "1.0", encoding: str = "UTF-8") -> None:
    put(bag, "bagit.txt", said(version, encoding))


def list_files(bag: Path, algorithm: str = "sha512", encoding: str = "utf-8", paths: Iterable[str] = ()) -> None:
    """A manifest of everything in data/, written by nothing but hashlib."""
    found = list(paths) or sorted(p.relative_to(bag).as_posix() for p in bag.glob("data/**/*") if p.is_file())
    text = "".join(line(path, (bag / path).read_bytes(), algorithm) for path in found)
    put(bag, f"manifest-{algorithm}.txt", text.encode(encoding))


def list_tags(bag: Path, algorithm: str = "sha512") -> None:
    names = sorted(p.name for p in bag.glob("*.txt") if not p.name.startswith("tagmanifest-"))
    text = "".join(line(name, (bag / name).read_bytes(), algorithm) for name in names)
    put(bag, f"tagmanifest-{algorithm}.txt", text.encode())


def make(folder: Path, version: str = "1.0", algorithm: str = "sha512") -> Path:
    for path, content in PAYLOAD.items():
        put(folder, path, content)
    declare(folder, version)
    put(folder, "bag-info.txt", b"Source-Organization: An archive\nPayload-Oxum: 20.2\n")
    list_files(folder, algorithm)
    list_tags(folder, algorithm)
    return folder


def append(bag: Path, path: str, text: str) -> None:
    with (bag / path).open("ab") as stream:
        stream.write(text.encode())


def change(bag: Path, path: str, before: bytes, after: bytes) -> None:
    content = (bag / path).read_bytes()
    assert before in content
    (bag / path).write_bytes(content.replace(before, after))


def without_tag_list(bag: Path) -> None:
    (bag / "tagmanifest-sha512.txt").unlink()


def ids(bag: Path) -> set[str]:
    return {fault.id for fault in verify_bag(bag).faults}


def notes(bag: Path) -> set[str]:
    verdict = verify_bag(bag)
    assert verdict.faults == ()
    return {note.id for note in verdict.notes}


def congress_accepts(bag: Path) -> bool:
    """What the validator of the Library of Congress says."""
    logging.disable(logging.CRITICAL)
    try:
        bagit.Bag(str(bag)).validate()
    except (bagit.BagError, ValueError, OSError):
        return False
    finally:
        logging.disable(logging.NOTSET)
    return True
