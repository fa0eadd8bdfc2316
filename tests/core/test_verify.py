"""A handed-over folder is checked by someone who has only the folder: every change must be found and named."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeplan.handover import verify
from safeplan.handover.verify import CHANGED, NOT_A_BAG, UNCHANGED, Fault, verify_bag
from safeplan.records import tree
from safeplan.records.wording import canonical, sha256_hex

FILES = {"0001.jpg": b"\xff\xd8\xff picture", "0002.txt": "мәтін\n".encode(), "report.pdf": b"%PDF-1.7 report"}


def make_bag(folder: Path) -> Path:
    """A small folder in the agreed form, made without the program's own writer."""
    (folder / "data").mkdir(parents=True)
    for name, content in FILES.items():
        (folder / "data" / name).write_bytes(content)
    (folder / "data/chain.jsonl").write_bytes(chain_lines(FILES))
    (folder / "bagit.txt").write_bytes(verify.BAGIT_TXT)
    (folder / "bag-info.txt").write_text("External-Identifier: 7F3A-91C2\nLanguage: ru\n", encoding="utf-8")
    (folder / "VERIFY.txt").write_text("how\n", encoding="utf-8")
    sign(folder)
    return folder


def chain_lines(files: dict[str, bytes]) -> bytes:
    """Record lines for the originals among `files`, hashed by the record's own tree."""
    whole, lines = tree.Tree(b"k" * 32), []
    for place, (name, content) in enumerate(files.items(), 100):
        document = canonical({"salt": name, "sha256": hashlib.sha256(content).hexdigest()})
        entry = canonical({"op": "attach", "content_sha256": sha256_hex(document)})
        whole.put(place, tree.leaf_hash(b"s" * 16, entry.encode()))
        lines.append({"entry": entry, "salt_hex": (b"s" * 16).hex(), "place": place, "document": document})
    for line in lines:
        line |= {"path_hex": [sibling.hex() for sibling in whole.path(int(str(line["place"])))]}
    return "".join(canonical(one) + "\n" for one in [{"number": whole.root().hex()}, *lines]).encode()


def sign(folder: Path) -> None:
    """Write both lists anew, as someone would who knows how."""
    for name, of_payload in ((verify.MANIFEST, True), (verify.TAG_MANIFEST, False)):
        (folder / verify.TAG_MANIFEST).unlink(missing_ok=True)
        found = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
        found = [path for path in found if path.startswith("data/") is of_payload]
        lines = [f"{hashlib.sha256((folder / path).read_bytes()).hexdigest()}  {path}\n" for path in found]
        (folder / name).write_text("".join(lines), encoding="ascii")


@pytest.fixture
def bag(tmp_path: Path) -> Path:
    return make_bag(tmp_path / "bag")


def test_an_untouched_folder_is_unchanged(bag: Path) -> None:
    verdict = verify_bag(bag)
    assert (verdict.status, verdict.first_fault) == (UNCHANGED, None)
    assert verdict.files == 9
    assert verdict.size == sum(p.stat().st_size for p in bag.rglob("*") if p.is_file())
    assert len(verdict.root) == 64


def test_the_folder_may_be_named_by_one_of_its_files(bag: Path) -> None:
    assert verify_bag(bag / "VERIFY.txt").status == UNCHANGED


def test_a_folder_without_lists_is_not_called_changed(tmp_path: Path) -> None:
    (tmp_path / "holiday").mkdir()
    (tmp_path / "holiday/sea.jpg").write_bytes(b"1")
    assert verify_bag(tmp_path / "holiday").status == NOT_A_BAG
    assert verify_bag(tmp_path / "nothing here").status == NOT_A_BAG


@given(data=st.data())
def test_every_single_change_is_found_and_named(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    bag = make_bag(tmp_path_factory.mktemp("m") / "bag")
    names = sorted(p.relative_to(bag).as_posix() for p in bag.rglob("*") if p.is_file())
    name = data.draw(st.sampled_from(names))
    path, before = bag / name, (bag / name).read_bytes()
    kind = data.draw(st.sampled_from(["flip", "cut", "append", "delete", "rename", "add", "swap"]))
    named = {name}
    if kind == "flip":
        place = data.draw(st.integers(0, len(before) - 1))
        bit = data.draw(st.integers(0, 7))
        path.write_bytes(before[:place] + bytes([before[place] ^ 1 << bit]) + before[place + 1 :])
    elif kind == "cut":
        path.write_bytes(before[: data.draw(st.integers(0, len(before) - 1))])
    elif kind == "append":
        path.write_bytes(before + data.draw(st.binary(min_size=1, max_size=3)))
    elif kind == "delete":
        path.unlink()
    elif kind == "rename":
        path.rename(path.with_name("other.bin"))
    elif kind == "add":
        path.with_name("added.bin").write_bytes(b"")
        named = {path.with_name("added.bin").relative_to(bag).as_posix()}
    else:
        lines = before.splitlines(keepends=True)
        if len(lines) < 2 or lines[0] == lines[-1]:
            return
        path.write_bytes(b"".join([lines[-1], *lines[1:-1], lines[0]]))
    verdict = verify_bag(bag)
    assert verdict.status == CHANGED
    if name == verify.TAG_MANIFEST and kind not in ("delete", "rename", "add"):
        # Nothing stands above the last list: a change of it shows in the line it hits, or in the list's form.
        assert verdict.faults
    else:
        assert named & {fault.file for fault in verdict.faults}


def test_a_folder_signed_again_after_a_change_still_shows_that_the_file_is_not_in_the_record(bag: Path) -> None:
    (bag / "data/0001.jpg").write_bytes(b"\xff\xd8\xff other picture")
    sign(bag)
    assert verify_bag(bag).faults == (Fault("not_in_record", "data/0001.jpg"),)


def test_record_lines_that_were_rewritten_no_longer_fit(bag: Path) -> None:
    chain = bag / "data/chain.jsonl"
    first, *rest = chain.read_text(encoding="utf-8").splitlines()
    line = json.loads(rest[0])
    line["document"] = line["document"].replace("0001.jpg", "0009.jpg")
    chain.write_text("\n".join([first, json.dumps(line), *rest[1:]]) + "\n", encoding="utf-8")
    sign(bag)
    faults = {fault.id for fault in verify_bag(bag).faults}
    assert "record" in faults


def without_text(bag: Path, places: list[int]) -> None:
    """Take the text out of the record lines at `places`, as when something of an entry is left out."""
    chain = bag / "data/chain.jsonl"
    first, *rest = chain.read_text(encoding="utf-8").splitlines()
    lines = [json.loads(line) for line in rest]
    lines = [line | {"document": None} if place in places else line for place, line in enumerate(lines)]
    chain.write_text("".join(line + "\n" for line in [first, *map(canonical, lines)]), encoding="utf-8")
    sign(bag)


def test_a_line_without_its_text_still_has_its_place_in_the_record(bag: Path) -> None:
    without_text(bag, [0])
    verdict = verify_bag(bag)
    assert (verdict.status, verdict.result) == (UNCHANGED, "valid")
    assert {note.id: note.file for note in verdict.notes} == {
        "not_compared": "data/0001.jpg",
        "withheld": "data/chain.jsonl",
    }
    # One line without text stands for one file, however often it is written, and for no second one.
    chain = bag / "data/chain.jsonl"
    lines = chain.read_text(encoding="utf-8").splitlines(keepends=True)
    chain.write_text("".join([*lines, lines[1]]), encoding="utf-8")
    (bag / "data/0002.txt").write_bytes(b"other")
    sign(bag)
    assert {fault.id for fault in verify_bag(bag).faults} == {"not_in_record"}


def test_a_line_without_its_text_does_not_excuse_another_file_that_was_exchanged(bag: Path) -> None:
    """A clean copy leaves such a line; whoever exchanges the picture beside it and lists it anew is found."""
    without_text(bag, [0])
    (bag / "data/0001.jpg").rename(bag / "data/0001-COPY.jpg")
    (bag / "data/0002.txt").write_bytes(b"other words")
    sign(bag)
    assert verify_bag(bag).faults == (Fault("not_in_record", "data/0002.txt"),)


def test_a_file_that_went_with_its_line_in_the_list_is_missed(bag: Path) -> None:
    """The record says that it left: taking it out of the folder and of the lists is not enough."""
    (bag / "data/0002.txt").unlink()
    sign(bag)
    assert verify_bag(bag).faults == (Fault("record", "data/chain.jsonl"),)


def test_a_line_without_its_text_must_lead_to_the_number_all_the_same(bag: Path) -> None:
    without_text(bag, [0])
    chain = bag / "data/chain.jsonl"
    chain.write_text(chain.read_text(encoding="utf-8").replace("73737373", "74737373", 1), encoding="utf-8")
    sign(bag)
    assert Fault("record", "data/chain.jsonl") in verify_bag(bag).faults


@pytest.mark.parametrize("line", ["", "[]", "{}", '{"number": 5}', '{"number":"x"}\n{"entry":1}', "[" * 5000, "\xff"])
def test_record_lines_in_any_other_form_are_a_fault_and_never_a_crash(bag: Path, line: str) -> None:
    (bag / "data/chain.jsonl").write_text(line, encoding="utf-8")
    sign(bag)
    assert Fault("record", "data/chain.jsonl") in verify_bag(bag).faults


def test_a_proof_that_leads_past_the_leaf_is_refused(bag: Path) -> None:
    """A shorter or longer path would let an inner branch pass for an entry."""
    root = verify_bag(bag).root
    line = json.loads((bag / "data/chain.jsonl").read_text(encoding="utf-8").splitlines()[1])
    assert verify.line_fits(line, root)
    assert not verify.line_fits({**line, "path_hex": line["path_hex"][:15]}, root)
    assert not verify.line_fits({**line, "place": line["place"] + (1 << 16)}, root)
    assert not verify.line_fits({**line, "place": line["place"] ^ 1}, root)


@pytest.mark.parametrize(
    "name",
    [
        "../outside.txt",
        "/etc/passwd",
        "data/../../x",
        "data/./x",
        "data//x",
        "C:/x",
        "data\\x",
        "data/CON",
        "data/nul.txt",
        "data/com1.jpg",
        "data/x.",
        "data/x ",
        "data/ x",
        "data/a:b",
        "data/%0A",
        "data/й.txt",
        "data/\x1b[2J",
        "",
        "data/" + "x" * 300,
    ],
)
def test_a_name_that_could_mean_another_file_is_refused(bag: Path, name: str) -> None:
    assert not verify.safe_path(name)
    if name:
        with (bag / verify.MANIFEST).open("a", encoding="utf-8") as stream:
            stream.write(f"{'0' * 64}  {name}\n")
        faults = verify_bag(bag).faults
        assert {"unsafe", "list"} & {fault.id for fault in faults}
        assert all(fault.file.isprintable() for fault in faults)


@pytest.mark.parametrize("name", ["data/0001.jpg", "VERIFY.txt", "data/console.txt", "data/com10.txt"])
def test_ordinary_names_are_accepted(name: str) -> None:
    assert verify.safe_path(name)


@given(st.text())
def test_no_name_ever_leaves_the_folder(name: str) -> None:
    if verify.safe_path(name):
        assert os.path.normpath(name) == name
        assert not name.startswith(("/", ".."))
        assert not {":", "\\"} & set(name)


@pytest.mark.skipif(os.name != "posix", reason="links need no right there")
def test_a_link_is_never_followed(bag: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.jpg"
    (bag / "data/0001.jpg").rename(elsewhere)
    (bag / "data/0001.jpg").symlink_to(elsewhere)
    assert verify_bag(bag).faults == (Fault("link", "data/0001.jpg"),)


MEBIBYTE = 1 << 20


@pytest.mark.parametrize(
    "hostile",
    [
        b"0" * (8 * MEBIBYTE),
        b"\n" * (8 * MEBIBYTE),
        b"".join(b"%064x  data/%08d\n" % (n, n) for n in range(40_000)),
        b"".join(b"%064x  ../%d\n" % (n, n) for n in range(40_000)),
        b"{}\n" * MEBIBYTE,
        b'{"number":"' + b"0" * 64 + b'"}\n' + b"[" * (8 * MEBIBYTE),
        b'{"number":"' + b"0" * 64 + b'"}\n' + b'{"entry":"{}","document":"","place":0,"path_hex":[]}\n' * 100_000,
    ],
    ids=["number", "ends", "missing", "unsafe", "objects", "brackets", "misfits"],
)
@pytest.mark.parametrize("name", [verify.MANIFEST, verify.TAG_MANIFEST, verify.CHAIN, "bagit.txt", "bag-info.txt"])
def test_a_hostile_list_or_record_is_refused_within_a_moment(bag: Path, name: str, hostile: bytes) -> None:
    (bag / name).write_bytes(hostile)
    if name not in (verify.MANIFEST, verify.TAG_MANIFEST):
        sign(bag)
    began = time.process_time()
    verdict = verify_bag(bag)
    assert time.process_time() - began < 1
    # A description may hold anything, as long as it is listed.
    assert verdict.status == (UNCHANGED if name == "bag-info.txt" else CHANGED)
    assert len(verify.sentences(verdict, "kk")) < 40


@pytest.mark.skipif(os.name != "posix", reason="named pipes")
def test_a_pipe_in_the_folder_does_not_make_the_check_wait(bag: Path) -> None:
    os.mkfifo(bag / "data/pipe")
    assert verify_bag(bag).faults == (Fault("link", "data/pipe"),)


def test_what_a_file_browser_leaves_behind_is_named_but_no_change(bag: Path) -> None:
    (bag / ".DS_Store").write_bytes(b"x")
    (bag / "data/Thumbs.db").write_bytes(b"x")
    verdict = verify_bag(bag)
    assert verdict.status == UNCHANGED
    assert set(verdict.litter) == {".DS_Store", "data/Thumbs.db"}


def test_the_number_of_a_printed_card_can_be_compared(bag: Path) -> None:
    root = verify_bag(bag).root
    grouped = " ".join(root[i : i + 8].upper() for i in range(0, 64, 8))
    assert verify_bag(bag, grouped).status == UNCHANGED
    assert verify_bag(bag, "0" * 64).faults == (Fault("card", "data/chain.jsonl"),)


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_every_fault_has_a_sentence_in_every_language(language: str) -> None:
    assert verify.WORDS[language].keys() == verify.WORDS["en"].keys()
    source = "".join(file.read_text(encoding="utf-8") for file in Path(verify.__file__).parent.glob("verify*.py"))
    said = set(re.findall(r'(?:fault|note|Fault|Item)\((?:[a-z_.]+, )?"([a-z_]+)"', source))
    assert {"missing", "record", "unsafe", "twice", "unknown_sum", "link"} <= said
    for fault_id in said - {"folder", "empty"}:
        assert "{file}" in verify.WORDS[language][fault_id]


def test_the_command_answers_in_the_folder_s_language_unless_told_otherwise(
    bag: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert verify.main([str(bag)]) == UNCHANGED
    assert capsys.readouterr().out.startswith("Файлы не изменены.")
    assert verify.main([str(bag), "--lang", "kk"]) == UNCHANGED
    assert capsys.readouterr().out.startswith("Файлдар өзгермеген.")
    (bag / "data/0001.jpg").write_bytes(b"other")
    assert verify.main(["--lang", "en", str(bag)]) == CHANGED
    assert "data/0001.jpg: changed." in capsys.readouterr().out
    assert verify.main([]) == NOT_A_BAG
    assert verify.main([str(bag), "--lang", "xx"]) == NOT_A_BAG


@pytest.mark.parametrize("as_module", [False, True])
def test_the_check_runs_alone_in_plain_python(bag: Path, tmp_path: Path, as_module: bool) -> None:
    """A stranger copies the files of the check to any computer: nothing else of the program is needed."""
    package = Path(verify.__file__).parents[1]
    names = ("", "_reading", "_tags", "_bagit", "_chain", "_words")
    files = [package / "__init__.py", package / "handover/__init__.py"]
    files += [package / f"handover/verify{name}.py" for name in names]
    for file in files:
        copy = tmp_path / "alone" / file.relative_to(package.parent)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes())
    started = ["-m", "safeplan.handover.verify"] if as_module else ["-I", "safeplan/handover/verify.py"]
    run = subprocess.run(
        [sys.executable, "-S", "-s", "-B", *started, str(bag), "--lang", "en"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={"PYTHONUTF8": "1"},
        cwd=tmp_path / "alone",
        check=False,
    )
    assert run.returncode == UNCHANGED, run.stderr
    assert run.stdout.startswith("Files unchanged.")
