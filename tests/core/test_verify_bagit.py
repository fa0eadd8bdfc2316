"""Folders made by other programs: every case that RFC 8493 and its drafts describe gets the right verdict."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import bagit
import pytest
from foreign_bags import (
    ALGORITHMS,
    NO_LINKS,
    PAYLOAD,
    append,
    change,
    congress_accepts,
    declare,
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

from safeplan.handover import verify
from safeplan.handover.verify import NOT_CHECKED, verify_bag


@pytest.fixture(params=["0.97", "1.0"])
def bag(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A valid bag of either version."""
    return make(tmp_path / "bag", str(request.param))


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """A valid bag of version 1.0."""
    return make(tmp_path / "bag")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A valid bag of version 0.97."""
    return make(tmp_path / "bag", "0.97")


# ── Valid ───────────────────────────────────────────────────────────────────────────────────────────────────────
def test_a_sound_folder_of_either_version_is_valid_here_and_there(bag: Path) -> None:
    verdict = verify_bag(bag)
    assert (verdict.result, verdict.faults) == ("valid", ())
    assert verdict.files == 5
    assert verdict.made_by in {"0.97", "1.0"}
    assert congress_accepts(bag)


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_every_common_kind_of_check_number(tmp_path: Path, algorithm: str) -> None:
    bag = make(tmp_path / "bag", "1.0", algorithm)
    assert verify_bag(bag).result == "valid"
    assert ("weak" in notes(bag)) is (algorithm in {"md5", "sha1"})
    assert congress_accepts(bag)
    (bag / "data/letter.txt").write_bytes(b"A letter\n")
    assert "changed" in ids(bag)


@pytest.mark.parametrize("version", ["0.93", "0.94", "0.95", "0.96", "0.97", "1.0"])
def test_every_version_ever_published(tmp_path: Path, version: str) -> None:
    bag = make(tmp_path / "bag", version)
    assert verify_bag(bag).result == "valid"
    assert ("old_version" in notes(bag)) is (version != "1.0")
    assert congress_accepts(bag)


@pytest.mark.parametrize("checksums", [["md5"], ["sha1", "sha256"], ["sha256", "sha512"], list(ALGORITHMS)])
def test_what_the_library_of_congress_makes_is_valid(tmp_path: Path, checksums: list[str]) -> None:
    for path, content in PAYLOAD.items():
        put(tmp_path / "theirs", path.removeprefix("data/"), content)
    put(tmp_path / "theirs", "мәтін 100%.txt", b"x")
    bagit.make_bag(str(tmp_path / "theirs"), {"Contact-Name": "Айша Серік"}, checksums=checksums)
    verdict = verify_bag(tmp_path / "theirs")
    assert (verdict.result, verdict.faults, verdict.made_by) == ("valid", (), "0.97")


@pytest.mark.parametrize("encoding", ["UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "windows-1251"])
def test_lists_in_the_encoding_that_is_declared(tmp_path: Path, encoding: str) -> None:
    bag = tmp_path / "bag"
    name = "café" if encoding == "ISO-8859-1" else "хат"
    put(bag, f"data/{name}.txt", b"x")
    declare(bag, encoding=encoding)
    list_files(bag, encoding=encoding.lower())
    put(bag, "bag-info.txt", f"Contact-Name: {name}\n".encode(encoding))
    assert verify_bag(bag).result == "valid"
    assert congress_accepts(bag)


def test_utf_16_without_a_mark_is_read_in_either_order(tmp_path: Path) -> None:
    for order in ("utf-16-le", "utf-16-be"):
        bag = tmp_path / order
        put(bag, "data/ə.txt", b"x")
        declare(bag, encoding="UTF-16")
        list_files(bag, encoding=order)
        assert verify_bag(bag).result == "valid"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_end_of_line(new: Path, end: str) -> None:
    for path in ("bagit.txt", "bag-info.txt", "manifest-sha512.txt"):
        change(new, path, b"\n", end.encode())
    list_tags(new)
    change(new, "tagmanifest-sha512.txt", b"\n", end.encode())
    assert verify_bag(new).result == "valid"


@NO_LINKS
def test_line_ends_and_percent_signs_in_names_are_written_with_percent(tmp_path: Path) -> None:
    names = {"data/a\nb": "data/a%0Ab", "data/c\rd": "data/c%0dd", "data/7%": "data/7%25", "data/%0A": "data/%250A"}
    for version, expected in (("1.0", "valid"), ("0.97", "invalid")):
        bag = tmp_path / version
        for path in names:
            put(bag, path, path.encode())
        declare(bag, version)
        text = "".join(line(written, path.encode()) for path, written in names.items())
        put(bag, "manifest-sha512.txt", text.encode())
        # Before 1.0 the sign itself was not escaped, so the same lines mean other files.
        assert verify_bag(bag).result == expected


def test_a_bag_without_any_payload_file_and_one_without_description_or_tag_list(tmp_path: Path) -> None:
    bag = tmp_path / "empty"
    (bag / "data").mkdir(parents=True)
    declare(bag)
    put(bag, "manifest-sha512.txt", b"")
    assert verify_bag(bag).result == "valid"
    put(bag, "data/letter.txt", b"1")
    list_files(bag)
    assert verify_bag(bag).result == "valid"
    assert congress_accepts(bag)


def test_folded_lines_of_the_description_belong_together(new: Path) -> None:
    put(new, "bag-info.txt", b"Description: one\n  two: three\n\tfour\r\nPAYLOAD-OXUM:\n 20.2\n")
    list_tags(new)
    assert verify_bag(new).result == "valid"


def test_tag_files_that_no_list_names_are_allowed_and_named(bag: Path) -> None:
    put(bag, "readme.txt", b"hello")
    put(bag, "more/notes.xml", b"<a/>")
    verdict = verify_bag(bag)
    assert verdict.result == "valid"
    assert {note.file for note in verdict.notes if note.id == "unlisted"} == {"readme.txt", "more/notes.xml"}
    assert congress_accepts(bag)


def test_what_lies_elsewhere_is_complete_once_it_has_been_put_there(bag: Path) -> None:
    put(bag, "fetch.txt", b"https://example.org/a 9 data/letter.txt\nhttp://example.org/b - data/2019/sea.jpg\n")
    list_tags(bag)
    assert verify_bag(bag).result == "valid"
    (bag / "data/letter.txt").unlink()
    assert "to_fetch" in ids(bag)
    assert not congress_accepts(bag)


def test_in_the_old_form_lists_may_share_the_files_between_them(old: Path) -> None:
    list_files(old, "sha512", paths=["data/letter.txt"])
    list_files(old, "md5", paths=["data/2019/sea.jpg"])
    list_tags(old)
    assert verify_bag(old).result == "valid"


# ── Warning ─────────────────────────────────────────────────────────────────────────────────────────────────────
def _star(bag: Path) -> None:
    change(bag, "manifest-sha512.txt", b"  data/", b" *data/")


def _dot_slash(bag: Path) -> None:
    change(bag, "manifest-sha512.txt", b"  data/", b"  ./data/")


def _mark(bag: Path) -> None:
    put(bag, "manifest-sha512.txt", b"\xef\xbb\xbf" + (bag / "manifest-sha512.txt").read_bytes())


def _blank(bag: Path) -> None:
    append(bag, "manifest-sha512.txt", "\n\n")


def _other_spelling(bag: Path) -> None:
    put(bag, "data/" + unicodedata.normalize("NFD", "й.txt"), "й".encode())
    append(bag, "manifest-sha512.txt", line("data/" + unicodedata.normalize("NFC", "й.txt"), "й".encode()))


def _both_cases(bag: Path) -> None:
    put(bag, "data/LETTER.txt", b"another\n")
    append(bag, "manifest-sha512.txt", line("data/LETTER.txt", b"another\n"))


def _empty_folder(bag: Path) -> None:
    (bag / "data/nothing").mkdir()


def _unknown_beside_known(bag: Path) -> None:
    put(bag, "manifest-shake9.txt", "".join(f"00ff  {path}\n" for path in PAYLOAD).encode())


@pytest.mark.parametrize(
    ("mutate", "note"),
    [
        (_star, "form"),
        (_dot_slash, "form"),
        (_mark, "bom"),
        (_blank, "form"),
        (_other_spelling, "spelling"),
        (_both_cases, "twins"),
        (_empty_folder, "empty_folder"),
        (_unknown_beside_known, "unknown_sum"),
    ],
)
def test_what_other_programs_may_stumble_over_is_said_without_calling_it_changed(
    bag: Path, mutate: Callable[[Path], None], note: str
) -> None:
    if mutate is _both_cases and (bag / "DATA").exists():
        pytest.skip("this disk knows no upper and lower case")
    put(bag, "bag-info.txt", b"A: b\n")
    mutate(bag)
    list_tags(bag)
    assert note in notes(bag)
    assert verify_bag(bag).result == "warning"
    assert congress_accepts(bag)


def test_the_same_line_twice_is_a_warning_before_1_0(old: Path) -> None:
    append(old, "manifest-sha512.txt", line("data/letter.txt", PAYLOAD["data/letter.txt"]))
    list_tags(old)
    assert notes(old) >= {"twice"}
    assert congress_accepts(old)


# ── Invalid: we refuse, and so does the Library of Congress ─────────────────────────────────────────────────────
def _on_list(text: str) -> Callable[[Path], None]:
    return lambda bag: append(bag, "manifest-sha512.txt", text)


def _file(path: str, content: bytes) -> Callable[[Path], None]:
    return lambda bag: put(bag, path, content)


def _unknown_only(bag: Path) -> None:
    (bag / "manifest-sha512.txt").rename(bag / "manifest-shake9.txt")


BROKEN_EVERYWHERE: dict[str, tuple[Callable[[Path], None], str]] = {
    "no declaration": (lambda bag: (bag / "bagit.txt").unlink(), "missing"),
    "a mark before the declaration": (
        _file("bagit.txt", b"\xef\xbb\xbf" + said()),
        "bom",
    ),
    "no version": (_file("bagit.txt", b"Tag-File-Character-Encoding: UTF-8\n"), "declaration"),
    "no encoding": (_file("bagit.txt", b"BagIt-Version: 1.0\n"), "declaration"),
    "version in words": (_file("bagit.txt", said("one")), "declaration"),
    "version of three": (_file("bagit.txt", said("0.95.1")), "declaration"),
    "version 2": (_file("bagit.txt", said("2.0")), "version"),
    "encoding nobody knows": (_file("bagit.txt", said("1.0", "UTF-81")), "encoding"),
    "no payload list": (lambda bag: (bag / "manifest-sha512.txt").unlink(), "no_list"),
    "a payload file too many": (_file("data/more.txt", b"1"), "extra"),
    "a payload file gone": (lambda bag: (bag / "data/letter.txt").unlink(), "missing"),
    "a payload file changed": (_file("data/letter.txt", b"A letter\n"), "changed"),
    "a payload file emptied": (_file("data/letter.txt", b""), "changed"),
    "a tag file changed": (_file("bag-info.txt", b"Payload-Oxum: 20.2\n"), "changed"),
    "a tag file gone": (lambda bag: (bag / "bag-info.txt").unlink(), "missing"),
    "twice with different numbers": (_on_list("0" * 128 + "  data/letter.txt\n"), "twice"),
    "a path to above": (_on_list("0" * 128 + "  data/../../outside.txt\n"), "unsafe"),
    "a path from the root": (_on_list("0" * 128 + "  /etc/hostname\n"), "unsafe"),
    "a path from home": (_on_list("0" * 128 + "  ~/letter.txt\n"), "unsafe"),
    "a drive letter": (_on_list("0" * 128 + "  C:\\letter.txt\n"), "unsafe"),
    "a backslash": (_on_list("0" * 128 + "  data\\..\\letter.txt\n"), "unsafe"),
    "dots written with percent": (_on_list("0" * 128 + "  data/%2e%2E/x\n"), "unsafe"),
    "bytes that are not in the encoding": (lambda bag: put(bag, "manifest-sha512.txt", b"\xff\xfe\xfd"), "encoding"),
    "a size that is not so": (_file("bag-info.txt", b"Payload-Oxum: 21.2\n"), "oxum"),
    "a count that is not so": (_file("bag-info.txt", b"Payload-Oxum: 20.3\n"), "oxum"),
    "only numbers nobody can compute": (_unknown_only, "unknown_sum"),
}


@pytest.mark.parametrize("case", BROKEN_EVERYWHERE)
@pytest.mark.parametrize("signed_again", [False, True])
def test_a_broken_folder_is_refused_here_and_there(bag: Path, case: str, signed_again: bool) -> None:
    mutate, fault = BROKEN_EVERYWHERE[case]
    if signed_again and "tag file" in case:
        pytest.skip("a tag file that is listed anew is not changed")
    mutate(bag)
    if signed_again:
        list_tags(bag)
    assert fault in ids(bag)
    assert verify_bag(bag).result in {"invalid", "unchecked"}
    assert not congress_accepts(bag)


# ── Invalid by the text of RFC 8493, where the Library of Congress looks away ───────────────────────────────────
def _tag_list_of_itself(bag: Path) -> None:
    append(bag, "tagmanifest-sha512.txt", "0" * 128 + "  tagmanifest-sha512.txt\n")


def _unlisted_payload_list(bag: Path) -> None:
    list_files(bag, "sha256")


BROKEN: dict[str, tuple[Callable[[Path], None], str]] = {
    "space before the colon": (
        _file("bagit.txt", b"BagIt-Version : 1.0\nTag-File-Character-Encoding: UTF-8\n"),
        "declaration",
    ),
    "two spaces": (_file("bagit.txt", b"BagIt-Version:  1.0\nTag-File-Character-Encoding: UTF-8\n"), "declaration"),
    "exchanged": (
        _file("bagit.txt", b"Tag-File-Character-Encoding: UTF-8\nBagIt-Version: 1.0\n"),
        "declaration",
    ),
    "a third line": (
        _file("bagit.txt", b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\nMore: x\n"),
        "declaration",
    ),
    "an encoding that is none": (
        _file("bagit.txt", said("1.0", "unicode_escape")),
        "encoding",
    ),
    "a line without a name": (_on_list("0" * 128 + "\n"), "line"),
    "a number of another length": (_on_list("0" * 64 + "  data/letter.txt\n"), "line"),
    "a number that is none": (_on_list("x" * 128 + "  data/letter.txt\n"), "line"),
    "a remark": (_on_list("# made by hand\n"), "line"),
    "a tag file in the payload list": (_on_list(line("bag-info.txt", b"")), "wrong_list"),
    "an empty part": (_on_list("0" * 128 + "  data//letter.txt\n"), "unsafe"),
    "a dot part": (_on_list("0" * 128 + "  data/./letter.txt\n"), "unsafe"),
    "the same line twice": (_on_list(line("data/letter.txt", PAYLOAD["data/letter.txt"])), "twice"),
    "a tag list that names itself": (_tag_list_of_itself, "wrong_list"),
    "lists that differ": (lambda bag: list_files(bag, "sha256", paths=["data/letter.txt"]), "not_in_every"),
    "a payload list that the tag list leaves out": (_unlisted_payload_list, "not_in_every"),
    "a payload file in the tag list": (
        lambda bag: append(bag, "tagmanifest-sha512.txt", line("data/letter.txt", PAYLOAD["data/letter.txt"])),
        "wrong_list",
    ),
    "a description without colon": (_file("bag-info.txt", b"Hello\n"), "line"),
    "a description that begins folded": (_file("bag-info.txt", b"  Hello: x\n"), "line"),
    "space before a colon": (_file("bag-info.txt", b"Hello : x\n"), "line"),
    "a size in words": (_file("bag-info.txt", b"Payload-Oxum: twenty\n"), "oxum"),
    "two sizes": (_file("bag-info.txt", b"Payload-Oxum: 20.2\nPayload-Oxum: 20.2\n"), "oxum"),
    "a fetch line without a size": (_file("fetch.txt", b"http://example.org/a data/letter.txt\n"), "line"),
    "a fetch line without an address": (_file("fetch.txt", b"letter 9 data/letter.txt\n"), "line"),
    "a fetch path to above": (_file("fetch.txt", b"http://example.org/a - data/../../x\n"), "unsafe"),
    "a fetch path from the root": (_file("fetch.txt", b"http://example.org/a - /etc/x\n"), "unsafe"),
    "a fetch path of a tag file": (_file("fetch.txt", b"http://example.org/a - bag-info.txt\n"), "wrong_list"),
    "a fetch path in no list": (_file("fetch.txt", b"http://example.org/a - data/more.txt\n"), "fetch_unlisted"),
    "a fetch path twice": (_file("fetch.txt", b"http://example.org/a - data/letter.txt\n" * 2), "twice"),
    "a file in place of the payload folder": (_file("data", b""), "missing"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_folder_against_the_text_of_the_form_is_refused(new: Path, case: str) -> None:
    mutate, fault = BROKEN[case]
    if case.startswith("a file in place"):
        for path in PAYLOAD:
            (new / path).unlink()
        (new / "data/2019").rmdir()
        (new / "data").rmdir()
    mutate(new)
    assert fault in ids(new)
    assert verify_bag(new).result == "invalid"


def test_a_number_of_an_unknown_kind_is_called_so_and_nothing_is_called_valid(new: Path) -> None:
    without_tag_list(new)
    _unknown_only(new)
    verdict = verify_bag(new)
    assert (verdict.status, verdict.result) == (NOT_CHECKED, "unchecked")
    assert {fault.id for fault in verdict.faults} == {"unknown_sum"}
    said = " ".join(verify.sentences(verdict, "en"))
    assert "unchanged" not in said
    assert "could not be checked" in said


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_the_verdict_says_that_another_program_made_the_folder(new: Path, language: str) -> None:
    said = verify.sentences(verify_bag(new), language)
    assert said[0] == verify.WORDS[language]["unchanged"]
    assert "BagIt 1.0" in said[1]


def test_taking_the_record_lines_out_of_one_of_our_folders_does_not_make_it_unchanged(new: Path) -> None:
    """The milder check is only for folders that show no sign of ours."""
    append(new, "manifest-sha256.txt", f"{'0' * 64}  data/chain.jsonl\n")
    assert verify_bag(new).made_by == ""
    assert "missing" in ids(new)


def test_a_card_cannot_fit_a_folder_without_record_lines(new: Path) -> None:
    assert {fault.id for fault in verify_bag(new, "0" * 64).faults} == {"card"}
