"""Removing an original removes exactly the bytes that were kept, or nothing."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
from builders import JPEG, a_file, a_source, an_incident, fresh_database

from safeplan import errors
from safeplan.outside_original import Outcome, remove_original
from safeplan.records import attachments


@pytest.fixture
def db(tmp_path):
    yield from fresh_database(tmp_path)


def remove(path: Path, content: bytes = JPEG, **more) -> Outcome:
    return remove_original(path, sha256=hashlib.sha256(content).hexdigest(), size=len(content), **more)


def test_the_original_goes_and_what_is_kept_stays(db, clock, tmp_path) -> None:
    source = a_source(tmp_path)
    info = a_file(db, clock, source, an_incident(db, clock).id)
    beside = a_source(tmp_path, b"another", "beside.jpg")
    assert remove_original(source, sha256=info.sha256, size=info.size) == "removed"
    assert not source.exists()
    assert beside.read_bytes() == b"another"
    assert attachments.read_all(db, info.id) == JPEG
    assert attachments.check_file(db, info.id)


@pytest.mark.parametrize("other", [JPEG[:-1] + b"\0", JPEG + b"more", b""])
def test_other_bytes_in_its_place_are_left_alone(tmp_path, other) -> None:
    source = a_source(tmp_path, other)
    assert remove(source) == "different"
    assert source.read_bytes() == other


def test_a_link_is_not_followed_and_not_removed(tmp_path) -> None:
    real = a_source(tmp_path)
    link = tmp_path / "link.jpg"
    link.symlink_to(real)
    assert remove(link) == "link"
    assert link.is_symlink()
    assert real.read_bytes() == JPEG


def test_a_folder_and_a_pipe_are_no_files(tmp_path) -> None:
    (tmp_path / "folder").mkdir()
    assert remove(tmp_path / "folder") == "link"
    os.mkfifo(tmp_path / "pipe")
    assert remove(tmp_path / "pipe") == "link"
    assert (tmp_path / "pipe").exists()


def test_a_file_that_is_gone_is_said_to_be_gone(tmp_path) -> None:
    assert remove(tmp_path / "never.jpg") == "gone"
    assert remove(tmp_path / "no folder" / "never.jpg") == "gone"
    assert remove(Path("bad\0name")) == "refused"


def test_a_second_name_on_the_disk_is_told(tmp_path) -> None:
    source = a_source(tmp_path)
    os.link(source, tmp_path / "twin.jpg")
    assert remove(source) == "other_name"
    assert (tmp_path / "twin.jpg").read_bytes() == JPEG


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is refused to this user")
def test_what_the_system_refuses_stays(tmp_path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    source = a_source(folder)
    folder.chmod(0o500)
    try:
        assert remove(source) == "refused"
        assert source.read_bytes() == JPEG
    finally:
        folder.chmod(0o700)


def test_a_file_changed_for_another_while_it_was_read_stays(tmp_path) -> None:
    """Somebody puts a link or another file in its place between reading and removing."""
    source, other = a_source(tmp_path), a_source(tmp_path, JPEG, "other.jpg")

    def swap(_done: int) -> None:
        source.unlink()
        source.symlink_to(other)

    assert remove(source, progress=swap) == "different"
    assert source.is_symlink()
    assert other.read_bytes() == JPEG


def test_a_file_that_comes_back_at_once_is_told(tmp_path, monkeypatch) -> None:
    """A program that mirrors folders may put it back before we look."""
    source = a_source(tmp_path)
    real = os.unlink

    def put_back(path, *, dir_fd=None) -> None:
        real(path, dir_fd=dir_fd)
        source.write_bytes(JPEG)

    monkeypatch.setattr("safeplan.outside_original.os.unlink", put_back)
    monkeypatch.setattr("safeplan.outside_original.os.supports_dir_fd", {put_back})
    assert remove(source) == "still_there"


def test_where_folders_cannot_be_held_open_it_is_the_same(tmp_path, monkeypatch) -> None:
    """Windows."""
    monkeypatch.setattr("safeplan.outside_original.os.supports_dir_fd", set())
    source, link = a_source(tmp_path), tmp_path / "link.jpg"
    link.symlink_to(source)
    assert remove(link) == "link"
    assert remove(source, JPEG[:-1] + b"\0") == "different"
    assert remove(source) == "removed"
    assert remove(source) == "gone"


def test_stopping_removes_nothing(tmp_path) -> None:
    source = a_source(tmp_path)
    with pytest.raises(errors.Cancelled):
        remove(source, cancelled=lambda: True)
    assert source.read_bytes() == JPEG


def test_an_empty_original_can_go_too(tmp_path) -> None:
    source = a_source(tmp_path, b"", "empty.txt")
    assert remove(source, b"") == "removed"
    assert not source.exists()
