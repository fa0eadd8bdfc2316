"""Resources read the same from the source tree and from the one archive of a built program.

May touch: the test's own folder. Must never let a name reach a file outside the resources.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeplan.content import resources
from safeplan.content.resources import ARCHIVE_NAME, list_resources, pack_resources, read_resource
from safeplan.errors import ContentBroken

ROOT = Path(__file__).parents[2] / "resources"


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A built program's folder, as PyInstaller announces it; returns the place of the archive."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    resources._unpacked.cache_clear()
    return tmp_path / ARCHIVE_NAME


def small_tree(folder: Path) -> Path:
    (folder / "guide").mkdir(parents=True)
    (folder / "guide" / "ru.toml").write_text("план безопасности\n" * 400, "utf-8")
    (folder / "words.txt").write_text("safety passphrase shelter\n" * 400, "utf-8")
    return folder


def test_a_built_program_reads_what_the_source_tree_holds(built: Path) -> None:
    built.write_bytes(pack_resources(ROOT / "words"))
    on_disk = {
        p.relative_to(ROOT / "words").as_posix(): p.read_bytes() for p in (ROOT / "words").rglob("*") if p.is_file()
    }
    assert list_resources() == tuple(sorted(on_disk))
    assert {name: read_resource(name) for name in on_disk} == on_disk


def test_names_and_words_cannot_be_read_off_the_archive(tmp_path: Path) -> None:
    packed = pack_resources(small_tree(tmp_path / "r"))
    for visible in (
        b"guide",
        b"toml",
        b"safety",
        b"passphrase",
        b"shelter",
        "безопас".encode(),
        b"PK\x03\x04",
        b"\xfd7zXZ",
    ):
        assert visible not in packed
    assert not re.findall(rb"[A-Za-z]{8,}", packed)


def test_the_same_files_make_the_same_archive(tmp_path: Path) -> None:
    assert pack_resources(small_tree(tmp_path / "a")) == pack_resources(small_tree(tmp_path / "b"))


@pytest.mark.parametrize(
    "name", ["", "../pyproject.toml", "/etc/hostname", "words/../../LICENSE", "C:\\x", "words\\ru.txt", "a\0b"]
)
def test_a_name_outside_the_folder_is_refused(name: str) -> None:
    with pytest.raises(ContentBroken):
        read_resource(name)


def test_an_unknown_name_is_a_named_failure_in_both_forms(
    built: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    built.write_bytes(pack_resources(small_tree(tmp_path / "r")))
    with pytest.raises(ContentBroken):
        read_resource("guide/xx.toml")
    monkeypatch.setattr(sys, "frozen", False)
    with pytest.raises(ContentBroken):
        read_resource("guide/xx.toml")


def test_a_missing_archive_is_a_named_failure(built: Path) -> None:
    assert not built.exists()
    with pytest.raises(ContentBroken):
        list_resources()


@pytest.mark.parametrize("cut", [0, 1, 50, -1])
def test_a_damaged_archive_is_a_named_failure(built: Path, tmp_path: Path, cut: int) -> None:
    built.write_bytes(pack_resources(small_tree(tmp_path / "r"))[:cut])
    with pytest.raises(ContentBroken):
        read_resource("words.txt")


@given(st.binary(max_size=300))
def test_any_bytes_as_archive_are_a_named_failure(garbage: bytes) -> None:
    with pytest.raises(ContentBroken):
        resources.unpack(garbage)
