"""A long report is set in pieces: it can be stopped, counts its pages through, and stays one accessible paper."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pikepdf
import pytest
from test_report import content, entry, jpeg, kept_file, written

from safeplan import errors
from safeplan.handover import report_pieces
from safeplan.handover.report import compile_report, compile_report_parts
from safeplan.handover.report_data import report_data
from safeplan.handover.report_joined import join
from safeplan.records.incidents import Happened

ENTRIES, PHOTOS = 30, 6
# A title with everything that could be taken for a part of the file.
ODD = "Note (7 0 R) /ID(U2x0y0) >> stream /Kids[3 0 R] \\("


@pytest.fixture
def long_report(monkeypatch: pytest.MonkeyPatch) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Data and pictures of a report of several pieces."""
    monkeypatch.setattr(report_pieces, "WEIGHT", 12_000)
    monkeypatch.setattr(report_pieces, "LINES", 20)
    files, pictures, entries = {}, {}, []
    for number in range(1, ENTRIES + 1):
        file = replace(kept_file(), id=f"{number:032x}")
        if number <= PHOTOS:
            files[file.id], pictures[file.id] = f"{number:04d}.jpg", f"p{number}"
        words = written(f"Words {number}. {ODD}", happened=Happened("day", f"2026-01-{number:02d}"))
        entries.append(entry(words, number=number, files=[file] if number <= PHOTOS else ()))
    data = report_data(content(*entries, files=files, pictures=pictures))
    data["custody"] = [[f"day {n}", f"line {n}"] for n in range(45)]
    # A heading is written into the file's own structure, outside any page.
    data["sheets"][12]["title"] = ODD
    return data, {name: jpeg(40 + place, 30) for place, name in enumerate(pictures.values())}


def text_of(paper: bytes) -> str:
    run = subprocess.run(["pdftotext", "-layout", "-", "-"], input=paper, capture_output=True, check=True)
    return run.stdout.decode("utf-8").replace("\u200b", "")


def elements(node: Any) -> list[Any]:
    """Every element below one, in the order in which it is read out."""
    children = node.get("/K", [])
    found = []
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            found += [child, *elements(child)]
    return found


def test_pages_count_through_and_nothing_is_lost_or_doubled(long_report) -> None:
    data, pictures = long_report
    assert len(report_pieces.cut(data)) > 6
    said = text_of(compile_report(data, pictures))
    pages = [page for page in said.split("\f") if page.strip()]
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page
    for number in range(1, ENTRIES + 1):
        assert said.count(f"Words {number}.") == 2  # once in the chronology, once on its sheet
    for number in range(45):
        assert said.count(f"line {number}\n") == 1
    assert " ".join(said.split()).count(ODD) > ENTRIES  # narrow columns break it elsewhere


def test_the_joined_paper_is_sound_archival_and_accessible(long_report, tmp_path) -> None:
    data, pictures = long_report
    path = tmp_path / "report.pdf"
    path.write_bytes(compile_report(data, pictures))
    check = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, check=False)
    assert check.returncode == 0, check.stderr
    info = subprocess.run(["pdfinfo", "-meta", str(path)], capture_output=True, check=True).stdout.decode()
    with pikepdf.open(path) as whole:
        assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in info
        assert "<pdfuaid:part>1</pdfuaid:part>" in info
        assert f"<xmpTPg:NPages>{len(whole.pages)}<" in info
        tree = whole.Root.StructTreeRoot
        keys = [int(page.obj.StructParents) for page in whole.pages]
        numbers = list(tree.ParentTree.Nums)
        parents = {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}
        assert sorted(keys) == sorted(parents) == list(range(int(tree.ParentTreeNextKey)))
        pages = {page.obj.objgen: page for page in whole.pages}
        for page in whole.pages:
            for element in parents[int(page.obj.StructParents)]:
                # What a piece of a page belongs to names that page, and leads up to the one document.
                assert element.Pg.objgen == page.obj.objgen
                while str(element.S) != "/Document":
                    element = element.P
                assert element.P.objgen == tree.objgen
        assert len(list(tree.K)) == 1
        read_out = elements(tree.K[0])
        assert {element.Pg.objgen for element in read_out if "/Pg" in element} <= pages.keys()
        heads = [str(element.ID) for element in read_out if "/ID" in element]
        names = [str(name) for name in list(tree.IDTree.Names)[::2]]
        assert sorted(heads) == names == sorted(set(names))
        wanted = {str(head) for one in read_out for mark in one.get("/A", []) for head in mark.get("/Headers", [])}
        assert wanted
        assert wanted <= set(heads)
        figures = [element for element in read_out if str(element.S) == "/Figure"]
        assert len(figures) == PHOTOS
        assert all(str(figure.Alt) for figure in figures)
        titles = []
        line = whole.Root.Outlines.First
        while line is not None:
            assert line.Dest[0].objgen in pages
            titles.append(str(line.Title))
            line = line.get("/Next")
        assert titles[0] == "Chronology"
        assert titles[1:13] == [f"Entry {number} of {ENTRIES}" for number in range(1, 13)]
        assert titles[13] == ODD
        assert titles[-1].startswith("What was done")


def test_a_report_in_pieces_is_the_same_each_time_and_tells_nothing_of_its_maker(long_report) -> None:
    data, pictures = long_report
    first = compile_report(data, pictures)
    assert first == compile_report(data, pictures)
    for trace in (b"ypst", b"pikepdf", b"qpdf"):
        assert trace not in first


def test_work_on_a_long_report_stops_between_any_two_pieces(long_report) -> None:
    data, pictures = long_report
    steps: list[tuple[int, int]] = []
    compile_report(data, pictures, progress=lambda done, total: steps.append((done, total)))
    assert [done for done, _ in steps] == list(range(len(steps)))
    assert steps[-1][1] == steps[-1][0] + 1  # joining is the last step
    for stop_at in (0, 1, len(steps) // 2, len(steps) - 1):
        asked = iter(range(10_000))
        with pytest.raises(errors.Cancelled):
            compile_report(data, pictures, cancelled=lambda asked=asked, stop_at=stop_at: next(asked) >= stop_at)


def test_pictures_are_asked_for_piece_by_piece(long_report) -> None:
    """Whoever hands them in need not hold five hundred of them at once."""
    data, pictures = long_report
    asked: list[tuple[str, int]] = []
    at = 0

    class OneByOne(Mapping[str, bytes]):
        def __getitem__(self, name: str) -> bytes:
            asked.append((name, at))
            return pictures[name]

        def __iter__(self) -> Any:
            return iter(pictures)

        def __len__(self) -> int:
            return len(pictures)

    def progress(done: int, _total: int) -> None:
        nonlocal at
        at = done

    compile_report(data, OneByOne(), progress=progress)
    assert [name for name, _ in asked] == list(pictures)
    assert len({when for _, when in asked}) > 1


def test_several_papers_hold_everything_and_count_their_pages_through(long_report) -> None:
    data, pictures = long_report
    whole = compile_report(data, pictures)
    papers = compile_report_parts(data, pictures, largest=len(whole) // 3)
    assert len(papers) >= 3
    assert all(len(paper) <= len(whole) // 3 for paper in papers)
    said = [page for paper in papers for page in text_of(paper).split("\f") if page.strip()]
    assert [f"Page {n} of {len(said)}" in page for n, page in enumerate(said, 1)] == [True] * len(said)
    assert " ".join("".join(said).split()) == " ".join(text_of(whole).replace("\f", "").split())


def test_a_paper_from_elsewhere_is_not_joined(long_report) -> None:
    data, pictures = long_report
    good = compile_report(data, pictures)
    other, out = pikepdf.new(), io.BytesIO()
    other.add_blank_page()
    other.save(out)
    for bad in (out.getvalue(), b"", b"%PDF-1.7\n", good[: len(good) // 2]):
        with pytest.raises(errors.Bug):
            join([good, bad])
