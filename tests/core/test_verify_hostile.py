"""Folders made to harm the one who checks them: nothing outside is touched, nothing hangs, no verdict is false."""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path

import pytest
from foreign_bags import (
    NO_LINKS,
    PAYLOAD,
    TAG_NAMES,
    append,
    congress_accepts,
    ids,
    line,
    list_files,
    list_tags,
    make,
    notes,
    put,
    said,
    without_tag_list,
)
from hypothesis import given
from hypothesis import strategies as st

from safeplan.handover import verify, verify_reading
from safeplan.handover.verify import NOT_CHECKED, verify_bag
from safeplan.handover.verify_tags import leads_outside


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """A valid bag of version 1.0."""
    return make(tmp_path / "bag")


# ── Nothing outside the folder ──────────────────────────────────────────────────────────────────────────────────
@pytest.mark.row("H-04")
@NO_LINKS
@pytest.mark.parametrize("target", ["data/letter.txt", "data", "data/2019", *TAG_NAMES[:2], "manifest-sha512.txt"])
def test_a_link_in_any_place_is_never_followed(new: Path, tmp_path: Path, target: str) -> None:
    (new / target).rename(tmp_path / "elsewhere")
    (new / target).symlink_to(tmp_path / "elsewhere")
    verdict = verify_bag(new)
    assert verdict.result == "invalid"
    assert any(fault.id == "link" and fault.file == target for fault in verdict.faults)


@pytest.mark.row("H-04")
@NO_LINKS
@pytest.mark.parametrize("target", ["data/letter.txt", "manifest-sha512.txt", "bagit.txt", "fetch.txt", "data/new"])
def test_a_pipe_in_any_place_is_never_waited_for(new: Path, target: str) -> None:
    (new / target).unlink(missing_ok=True)
    os.mkfifo(new / target)
    assert "link" in ids(new)


@pytest.mark.row("H-04")
@NO_LINKS
def test_a_file_that_becomes_a_link_or_a_pipe_after_the_look_is_not_read(tmp_path: Path) -> None:
    put(tmp_path, "secret", b"secret")
    (tmp_path / "link").symlink_to(tmp_path / "secret")
    os.mkfifo(tmp_path / "pipe")
    for name in ("link", "pipe", "."):
        assert verify_reading.read_small(tmp_path / name, 10) is None
        assert verify_reading.sums_of(tmp_path / name, ["md5"]) is None


@pytest.mark.row("H-04")
@NO_LINKS
@pytest.mark.parametrize("name", ["CON", "nul.txt", "com1", "a:b", "x.", "q?.txt", "tab\t.txt", "$HOME", "~root"])
def test_names_that_are_devices_elsewhere_are_named(new: Path, name: str) -> None:
    put(new, f"data/{name}", b"1")
    list_files(new)
    put(new, "bag-info.txt", b"A: b\n")
    list_tags(new)
    assert ("not_portable" in notes(new)) is (name not in {"$HOME", "~root"})


@pytest.mark.row("H-04")
def test_only_files_of_the_folder_are_ever_opened(new: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every kind of way out at once, with every call that opens written down."""
    put(tmp_path, "outside.txt", b"1")
    above = ["../outside.txt", "data/../../outside.txt", "data/%2e%2e/%2e%2e/outside.txt"]
    for path in (*above, str(tmp_path / "outside.txt")):
        append(new, "manifest-sha512.txt", line(path, b"1"))
        append(new, "fetch.txt", f"file://{tmp_path}/outside.txt 1 {path}\n")
        append(new, "tagmanifest-sha512.txt", line(path, b"1"))
    opened: list[str] = []
    real = os.open

    def watched(path: str, *rest: int) -> int:
        opened.append(str(path))
        assert not rest[0] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        return real(path, *rest)

    monkeypatch.setattr(verify_reading.os, "open", watched)
    assert "unsafe" in ids(new)
    assert opened
    assert all(Path(path).resolve().is_relative_to(new) for path in opened)


@given(st.text(st.sampled_from("./\\~%2eE5cC:a\x00"), max_size=24))
def test_a_path_that_is_taken_stays_inside_however_it_is_read(path: str) -> None:
    if not leads_outside(path):
        assert os.path.normpath("/bag/" + path).startswith("/bag/")
        assert ".." not in path.replace("%2e", ".").replace("%2E", ".").split("/")
        assert not path.startswith(("/", "~"))
        assert "\\" not in path


# ── Hostile sizes ───────────────────────────────────────────────────────────────────────────────────────────────
MEBIBYTE = 1 << 20


@pytest.mark.parametrize(
    "hostile",
    [
        b"0" * (8 * MEBIBYTE),
        b"\n" * (8 * MEBIBYTE),
        b"\r" * (8 * MEBIBYTE),
        (b"0" * 128 + b"  data/" + b"a/" * (4 * MEBIBYTE)),
        (b"0" * 128 + b" \t" * (4 * MEBIBYTE)),
        (b"0" * 128 + b"  data/" + b"%25" * (2 * MEBIBYTE)),
        b"".join(b"%0128x  data/%d\n" % (n, n) for n in range(40_000)),
        b"".join(b"%0128x  ../%d\n" % (n, n) for n in range(40_000)),
        b"\xff" * (8 * MEBIBYTE),
    ],
    ids=["number", "ends", "old ends", "deep path", "blanks", "percents", "many missing", "many unsafe", "no text"],
)
@pytest.mark.parametrize("name", TAG_NAMES[:5])
def test_a_hostile_list_is_refused_within_a_moment(new: Path, name: str, hostile: bytes) -> None:
    without_tag_list(new)
    put(new, name, hostile)
    began = time.process_time()
    verdict = verify_bag(new)
    assert time.process_time() - began < 1
    if not (name in {"bag-info.txt", "manifest-sha512.txt"} and set(hostile) <= {10, 13}):
        assert verdict.result in {"invalid", "unchecked"}
    assert len(verdict.faults) <= verify_reading.MOST_FAULTS
    assert sum(map(len, verify.sentences(verdict, "ru"))) < 20_000


@pytest.mark.row("H-04")
def test_folders_inside_one_another_without_end_stop_the_check_in_words(new: Path) -> None:
    (new / ("data/" + "d/" * 200)).mkdir(parents=True)
    assert verify_bag(new).status == NOT_CHECKED


def test_a_list_that_claims_to_be_endless_is_not_read(new: Path) -> None:
    """A sparse file costs its maker nothing."""
    with (new / "manifest-md5.txt").open("wb") as stream:
        stream.truncate(1 << 40)
    began = time.process_time()
    verdict = verify_bag(new)
    assert time.process_time() - began < 1
    assert "too_long" in {fault.id for fault in verdict.faults}


# ── Anything at all ─────────────────────────────────────────────────────────────────────────────────────────────
PIECES = st.sampled_from(
    [
        "0" * 128,
        "data/letter.txt",
        "data/",
        "../",
        "/",
        "\\",
        "  ",
        " ",
        "\t",
        "\n",
        "\r\n",
        "*",
        "./",
        "%0A",
        "%25",
        "~",
    ]
    + ["Payload-Oxum: ", "20.2", ":", "\ufeff", said().decode(), "http://a - ", "%2e", "/"]
    + [line(path, content) for path, content in PAYLOAD.items()]
)
LINES = st.lists(PIECES, max_size=12).map(lambda pieces: "".join(pieces).encode())
ANY_TEXT = st.one_of(LINES, st.binary(max_size=80))
ANY_PATH = st.sampled_from([*TAG_NAMES, "data/letter.txt", "data/more", "extra/a"])


@given(
    files=st.dictionaries(ANY_PATH, ANY_TEXT, max_size=4),
    removed=st.sets(st.sampled_from([*TAG_NAMES, *PAYLOAD]), max_size=2),
    version=st.sampled_from(["0.97", "1.0"]),
)
def test_any_tree_with_any_lists_gets_a_verdict_and_never_a_false_one(
    files: dict[str, bytes], removed: set[str], version: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    bag = make(tmp_path_factory.mktemp("any") / "bag", version)
    for path, content in files.items():
        put(bag, path, content)
    for path in removed:
        (bag / path).unlink(missing_ok=True)
    began = time.process_time()
    verdict = verify_bag(bag)
    assert time.process_time() - began < 1
    assert all(fault.file.isprintable() for fault in (*verdict.faults, *verdict.notes))
    assert verify.sentences(verdict, "kk")
    listed = (bag / "manifest-sha512.txt").read_bytes() if (bag / "manifest-sha512.txt").exists() else b""
    if verdict.result in {"valid", "warning"}:
        # Whatever the lists look like: each payload file stands in one with the number of its bytes.
        for file in bag.glob("data/**/*"):
            assert not file.is_file() or hashlib.sha512(file.read_bytes()).hexdigest().encode() in listed
        assert congress_accepts(bag)
