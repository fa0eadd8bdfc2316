"""The report: her words untouched, every sign visible, pages a clerk accepts, and not a trace of this computer."""

from __future__ import annotations

import contextlib
import io
import re
import subprocess
import tomllib
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from safeplan import errors
from safeplan.content.resources import read_resource
from safeplan.handover import letters
from safeplan.handover.labels import LANGUAGES, load_labels
from safeplan.handover.letters import BREAK_HERE, breakable, one_line, printable
from safeplan.handover.report import compile_report, compile_template, picture_as_svg
from safeplan.handover.report_data import CustodyLine, ReportContent, in_order_of_time, report_data
from safeplan.handover.selection import Selection
from safeplan.records.attachments import AttachmentInfo, Embedded
from safeplan.records.incident_form import Statement
from safeplan.records.incidents import Happened, Incident, IncidentForm, Revision


def written(text: str = "", number: int = 1, reason: str = "", **fields: Any) -> Revision:
    day = f"2026-03-{number:02d}T04:10:00Z"
    return Revision(number, IncidentForm(text=text, **fields), day, "+05:00", reason, number)


def entry(*revisions: Revision, number: int = 17, files: Sequence[AttachmentInfo] = ()) -> Incident:
    return Incident(f"{number:032x}", number, revisions, tuple(files), fixed=True)


def kept_file(name: str = "IMG_1.jpg", embedded: Embedded | None = None, **fields: Any) -> AttachmentInfo:
    info = AttachmentInfo(
        "f" * 32, "", name, 2345678, "ab" * 32, "image/jpeg", "2026-03-01T18:50:00Z", "+05:00", "", embedded, True
    )
    return replace(info, **fields)


def content(*incidents: Incident, language: str = "en", **fields: Any) -> ReportContent:
    chosen = Selection(tuple(one.id for one in incidents), language, True, recipient="Court No. 2")
    made = ReportContent(chosen, "2026-03-09T18:40:00Z", "+05:00", "7F3A-91C2", incidents, {}, root="ab" * 32)
    return replace(made, **fields)


def words_of(pdf: bytes, *options: str) -> str:
    run = subprocess.run(["pdftotext", *options, "-", "-"], input=pdf, capture_output=True, check=True)
    return run.stdout.decode("utf-8").replace(BREAK_HERE, "")


def on_one_line(pdf: bytes) -> str:
    return " ".join(words_of(pdf).split())


def printed(*incidents: Incident, **fields: Any) -> str:
    return on_one_line(compile_report(report_data(content(*incidents, **fields)), {}))


def jpeg(width: int = 60, height: int = 40, **options: Any) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), (90, 90, 90)).save(out, "JPEG", **options)
    return out.getvalue()


# ── Words ───────────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("language", LANGUAGES)
def test_her_words_stand_in_the_report_in_the_language_she_wrote_them(language: str) -> None:
    """Whatever language the court reads, her words are not translated and not tidied."""
    text = "Пришёл поздно, сказал: «Открой».\n\nҰлым, қызым — бәрі естіді. Һәм ағам де. İt's  all   so."
    words = printed(entry(written(text)), language=language)
    for line in text.split("\n"):
        assert " ".join(line.split()) in words
    assert load_labels(language)("report", "limit_chosen") in words
    assert load_labels(language)("report", "page", n=1, total=6) in words


def test_what_is_printed_about_an_entry(clock: object) -> None:
    form = {
        "happened": Happened("exact", "2026-02-28T21:40"),
        "place": "Stairwell",
        "people": ("p1", "unknown"),
        "witnesses": "A neighbour",
        "children_present": "heard",
        "injuries": "Left wrist, 3 cm",
        "police": "Call at 21:50",
        "medical": "Clinic 4",
        "kinds": ("threat", "pressure"),
    }
    words = printed(entry(written("Words", **form)), people={"p1": "Sholpan Example"})
    for said in ("Stairwell", "Sholpan Example", "A neighbour", "Left wrist, 3 cm", "Call at 21:50", "Clinic 4"):
        assert said in words
    assert "28 February 2026, 21:40" in words
    assert "1 March 2026, 09:10 (UTC+05:00), 11 h 30 min after the time stated" in words
    assert "not in the room, could hear it" in words
    assert "pressure" not in words  # what she ticked for herself is not a statement


@pytest.mark.parametrize(
    ("happened", "said"),
    [
        (Happened("vague", words="before Nauryz"), "before Nauryz"),
        (Happened("unknown"), "not stated"),
        (Happened("day", "2026-02-25"), "25 February 2026"),
        (Happened("range", "2026-02-20", "2026-02-25"), "from 20 February 2026 to 25 February 2026"),
        (Happened("exact", "2026-02-25T08:00", words="about"), "25 February 2026, 08:00 (about)"),
    ],
)
def test_each_way_of_saying_when(happened: Happened, said: str) -> None:
    words = printed(entry(written("x", happened=happened)))
    assert words.count(said) >= 2  # in the chronology and on the sheet
    assert ("after the time stated" in words) is (happened.kind not in ("vague", "unknown"))


def test_a_time_after_the_writing_is_said_as_it_is() -> None:
    assert "before the time stated" in printed(entry(written("x", happened=Happened("day", "2026-03-05"))))


def test_corrections_show_reason_before_and_after() -> None:
    first = written("He came at eight", injuries="none seen")
    second = written("He came at nine", 2, "Looked at the call list", injuries="none seen", place="Yard")
    words = printed(entry(first, second))
    assert "Version 2, 2 March 2026, 09:10 (UTC+05:00)" in words
    assert "Reason given: Looked at the call list" in words
    assert re.search(r"Before He came at eight After He came at nine", words)
    assert re.search(r"Where Before \(empty\) After Yard", words)
    assert words.count("none seen") == 1


def test_entries_are_numbered_anew_so_that_no_gap_tells_of_others() -> None:
    late = entry(written("late", happened=Happened("day", "2026-02-20")), number=4711)
    early = entry(written("early", happened=Happened("day", "2026-01-02")), number=4790)
    middle = entry(written("middle", happened=Happened("vague", words="at some time")), number=4712)
    ordered = in_order_of_time([middle, late, early])
    assert [one.revisions[0].form.text for one in ordered] == ["early", "late", "middle"]
    words = printed(*ordered)
    assert "Entry 3 of 3" in words
    assert "4711" not in words


def test_annexes_are_listed_with_full_hash_and_what_the_file_claims() -> None:
    claims = Embedded("2026-02-28T21:40", "43.238, 76.945", "Phone M3")
    file = kept_file("Снимок " + "оченьдлинный" * 20 + ".jpg", claims, file_time="2026-02-28T16:40:00Z", note="door")
    one = entry(written("x"), files=[file])
    acts = (CustodyLine("2026-03-01T18:50:00Z", "attach", "0001.jpg"),)
    words = printed(one, files={file.id: "0001.jpg"}, custody=acts)
    assert "ab" * 32 in words
    assert "2\u00a0345\u00a0678 bytes" in words or "2 345 678 bytes" in words
    assert "Taken into the record 1 March 2026, 23:50 (UTC+05:00)" in words
    assert re.search(r"Claimed by the file itself taken 28 February 2026, 21:40; place 43\.238, 76\.945", words)
    assert "0001.jpg: taken into the record" in words


# ── Letters ─────────────────────────────────────────────────────────────────────────────────────────────────────
def test_what_cannot_be_seen_is_named() -> None:
    untrusted = "a\u202eb\x00c😀d\u200be\u00adf\r\ng\u2028h\ti"
    assert printable(untrusted) == (
        "a[U+202E RIGHT-TO-LEFT OVERRIDE]b[U+0000]c[U+1F600 GRINNING FACE]d[U+200B ZERO WIDTH SPACE]e"
        "[U+00AD SOFT HYPHEN]f\ng\nh    i"
    )
    words = printed(entry(written(untrusted)))
    assert "[U+202E RIGHT-TO-LEFT OVERRIDE]" in words
    assert "[U+1F600 GRINNING FACE]" in words


@given(st.text())
def test_nothing_is_dropped_and_everything_left_is_visible(text: str) -> None:
    shown = printable(text)
    assert len(shown) >= len(text) - text.count("\r\n")
    unseen = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    assert not unseen & {unicodedata.category(character) for character in shown.replace("\n", "")}
    assert breakable(shown).replace(BREAK_HERE, "") == shown
    assert "\n" not in one_line(text)


@given(st.text(alphabet="аәғқңөұүһіАӘҒҚҢӨҰҮҺІ «»—№ё.,!?'\"\n"))
def test_kazakh_and_russian_letters_are_never_touched(text: str) -> None:
    assert printable(text) == text


def test_the_built_in_faces_have_every_letter_the_program_counts_on() -> None:
    """PDF/A refuses a missing shape; so this compiles only if the table in letters.py is right."""
    points: list[str] = []
    for part in letters._COVERED.split():
        first, _, last = part.partition("-")
        points += [chr(point) for point in range(int(first, 16), int(last or first, 16) + 1)]
    lines = [" ".join(points[i : i + 40]) for i in range(0, len(points), 40)]
    one = entry(written("\n".join(lines)))
    assert compile_report(report_data(content(one)), {}).startswith(b"%PDF")


@settings(max_examples=25, deadline=None)
@given(st.text(min_size=1, max_size=200))
def test_any_text_at_all_makes_a_report(text: str) -> None:
    form = IncidentForm(text=text, place=text, witnesses=text, happened=Happened("vague", words=text))
    one = entry(Revision(1, form, "2026-03-01T04:10:00Z", "+05:00", text), files=[kept_file(text, note=text)])
    data = report_data(content(one, files={"f" * 32: "0001.jpg"}, people={}))
    assert compile_report(data, {}).startswith(b"%PDF")


def test_markup_stays_text() -> None:
    """Her words never become instructions for the compiler."""
    text = '#read("/etc/passwd") $x$ *b* _i_ <l> @ref #import "@preview/x:1.0.0": * \\ // c /* d */ = H'
    assert text in printed(entry(written(text)))


def test_a_million_letters_on_one_line_go_to_a_file_and_the_report_says_so() -> None:
    one = entry(written("я" * 1_000_000))
    pdf = compile_report(report_data(content(one, text_files={one.id: "text-0001.txt"})), {})
    words = on_one_line(pdf)
    assert "The text continues in the file text-0001.txt of the bundle." in words
    assert words.count("я") >= 200_000


def test_fields_of_any_length_are_printed_to_a_limit_and_the_report_says_where_the_rest_is() -> None:
    """The lines of the record hold every version in full."""
    form = {"place": "p " * 300_000, "police": "q " * 300_000, "happened": Happened("vague", words="r " * 300_000)}
    one = entry(written("short", **form), written("shorter", 2, "s " * 300_000))
    words = printed(one, carried=frozenset({one.id}))
    # place, time and police before the correction, and its reason
    assert words.count("The text continues in the file chain.jsonl of the bundle.") == 4
    assert "The rest of this text is not in this document" not in words
    # Where something was left out the lines hold none of it.
    words = printed(one)
    assert words.count("The rest of this text is not in this document.") == 4
    assert "chain.jsonl of the bundle" not in words


def test_what_is_cut_in_a_table_or_on_the_cover_says_so() -> None:
    """A threat called word for word, and what she asks a court for."""
    threat = Statement("I will find you. " * 60, "")
    one = entry(written("short", kinds=("threat",), said=(threat,), place="by the lamp " * 60))
    made = content(one)
    asked = replace(made.selection, asked_for="Prolong the order. " * 120 + "LASTWORD")
    data = report_data(replace(made, selection=asked))
    assert dict(data["cover"])["What is asked for"].endswith("LASTWORD")
    (row,) = data["costs"]["threats"]
    assert row[2].endswith(" …")
    assert data["chronology"][0]["cells"][2].endswith(" …")
    endless = replace(made.selection, asked_for="Prolong the order. " * 600)
    told = dict(report_data(replace(made, selection=endless))["cover"])["What is asked for"]
    assert told.endswith("… The rest of this text is not in this document. It is in the author's record.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_long_word_never_runs_over_the_edge_of_the_paper(language: str) -> None:
    """Every letter of our headings and of a long name, place and text is inside the margins."""
    long = "w" * 700
    file = kept_file(long, note=long)
    one = entry(written(long, place=long, happened=Happened("vague", words=long)), files=[file])
    made = content(one, language=language, files={file.id: "0001.jpg"}, root_words=long)
    made = replace(made, selection=replace(made.selection, recipient=long, author=long, case_number=long))
    pdf = compile_report(report_data(made), {})
    boxes = words_of(pdf, "-bbox")
    edges = [float(x) for x in re.findall(r'xMax="([0-9.]+)"', boxes)]
    assert max(edges) <= 595.276 - 20 / 25.4 * 72 + 1


# ── Pictures ────────────────────────────────────────────────────────────────────────────────────────────────────
def test_pictures_are_printed_with_a_description_and_without_their_metadata() -> None:
    exif = Image.Exif()
    exif[0x010F] = "SECRETMAKER"
    file = kept_file()
    one = entry(written("x"), files=[file])
    data = report_data(content(one, files={file.id: "0001.jpg"}, pictures={file.id: "p1"}))
    pdf = compile_report(data, {"p1": jpeg(exif=exif, comment=b"SECRETCOMMENT")})
    assert b"SECRET" not in pdf
    assert "Annex 1 · 0001.jpg" in on_one_line(pdf)
    structure = subprocess.run(["pdfinfo", "-struct", "-"], input=pdf, capture_output=True, check=True).stdout
    assert b"Figure" in structure
    assert b"/Alt(Picture of annex 1, file 0001.jpg, in the author's record)" in pdf


@pytest.mark.parametrize(
    "broken", [b"", b"GIF89a", b"\xff\xd8", b"\xff\xd8\xff\xe0\x00\x00", jpeg()[:30], b"\xff\xd8xxxx"]
)
def test_a_broken_picture_is_named_as_such(broken: bytes) -> None:
    with pytest.raises(errors.PictureBroken):
        picture_as_svg(broken)


@given(st.binary(max_size=200))
def test_no_bytes_crash_the_picture_reader(tail: bytes) -> None:
    with contextlib.suppress(errors.PictureBroken):
        assert picture_as_svg(b"\xff\xd8" + tail).startswith(b"<svg")


# ── The file ────────────────────────────────────────────────────────────────────────────────────────────────────
def test_the_file_is_sound_archival_and_accessible(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(compile_report(report_data(content(entry(written("x")), language="kk")), {}))
    assert subprocess.run(["qpdf", "--check", str(path)], capture_output=True, check=False).returncode == 0
    info = subprocess.run(["pdfinfo", "-meta", str(path)], capture_output=True, check=True).stdout.decode()
    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in info
    assert "<pdfuaid:part>1</pdfuaid:part>" in info
    assert "<rdf:li>kk</rdf:li>" in info
    raw = path.read_bytes()
    assert b"/Lang(kk)" in raw
    assert b"/Author" not in raw
    assert (
        "Title:           Құжат"
        in subprocess.run(["pdfinfo", str(path)], capture_output=True, check=True).stdout.decode()
    )
    assert "<xmp:CreatorTool>PDF document<" in info
    assert "<stEvt:softwareAgent>PDF document<" in info
    # Neither the words on the first page nor what set them in type: a viewer shows both.
    for trace in ("Оқиғалар жазбасы", "ypst"):
        assert trace not in info
    for trace in (
        b"ypst",
        b"safeplan",
        b"SafePlan",
        b"site-packages",
        str(Path.home()).encode(),
        str(tmp_path).encode(),
    ):
        assert trace not in raw


def test_the_same_record_makes_the_same_bytes() -> None:
    data = report_data(content(entry(written("x"))))
    assert compile_report(data, {}) == compile_report(data, {})


def test_a_template_cannot_read_this_computer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Even a tampered template finds nothing: below its root there is nothing at all."""
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for source in ('#read("/secret.txt")', '#read("secret.txt")', '#read("../secret.txt")', '#read("/etc/hostname")'):
        monkeypatch.setattr("safeplan.handover.report.read_resource", lambda name, source=source: source.encode())
        with pytest.raises(errors.Bug):
            compile_template("x.typ", {"language": "en", "made_date": [2026, 1, 1]}, {})


def test_templates_fetch_nothing() -> None:
    source = read_resource("reports/report.typ").decode("utf-8")
    code = re.sub(r"//.*", "", source)
    assert "import" not in code
    assert "@" not in code


# ── Languages ───────────────────────────────────────────────────────────────────────────────────────────────────
def test_the_three_languages_have_the_same_keys_and_the_same_places_to_fill_in() -> None:
    tables = {lang: tomllib.loads(read_resource(f"reports/labels/{lang}.toml").decode("utf-8")) for lang in LANGUAGES}
    for language in ("ru", "kk"):
        assert tables[language].keys() == tables["en"].keys()
        for table, words in tables["en"].items():
            if not isinstance(words, dict):
                continue
            assert tables[language][table].keys() == words.keys(), table
            for key, text in words.items():
                fields = [sorted(re.findall(r"{\w+}", str(t[table][key]))) for t in (tables["en"], tables[language])]
                assert fields[0] == fields[1], f"{language}.{table}.{key} {text}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_we_print_rates_or_claims(language: str) -> None:
    words = read_resource(f"reports/labels/{language}.toml").decode("utf-8").lower()
    forbidden = (
        "!", "risk", "danger", "proof", "victim", "abuse", "violen", "article ", "integrity",
        "опасн", "риск", "доказ", "жертв", "насили", "статья", "целостн",
        "зорлық", "құрбан", "дәлел", "тұтас",
    )  # fmt: skip
    body = "\n".join(line for line in words.splitlines() if not line.startswith(("#", "state_not_safe")))
    assert not [word for word in forbidden if word in body]
