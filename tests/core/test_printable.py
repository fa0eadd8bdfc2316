"""Paper she can hide: only what she chose, every digit as it was, nothing telling under an everyday heading."""

from __future__ import annotations

import io
import re
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeplan import errors
from safeplan.content.resources import read_resource
from safeplan.handover.labels import LANGUAGES, load_labels
from safeplan.handover.letters import BREAK_HERE
from safeplan.handover.paper_file import file_name, write_new
from safeplan.handover.paper_lines import NEUTRAL, PARTS, STYLES, PaperLine, initials, lay_out, split_number
from safeplan.handover.printable import PrintedPlan, PrintedSection, PrintedStep, compile_plan, compile_sheet
from safeplan.handover.telling import telling_words
from safeplan.handover.wallet_card import SIZES, compile_card

DAY = date(2026, 3, 2)
POINTS_A_MM = 72 / 25.4
NAMES = {
    "en": ("Police", "Rescue", "Ambulance", "Aigul", "Dana", "the corner shop", "cherry pie"),
    "ru": ("Полиция", "Служба спасения", "Скорая помощь", "Айгуль", "Дана", "у Сауле, третий этаж", "пирог"),
    "kk": ("Полиция", "Құтқару қызметі", "Жедел жәрдем", "Әйгерім", "Өмірзақ", "Үлкен базар", "өрік тосабы"),
}
# Not from the program's own list: what somebody who finds the paper would understand, and what made it.
TELLS = (
    *("safeplan", "plan", "police", "ambulance", "rescue", "emergency", "violence", "abuse", "danger", "help"),
    *("план", "полиц", "скорая", "спасени", "экстренн", "насили", "опасн", "помощ", "кодово", "жертв"),
    *("жоспар", "құтқару", "жәрдем", "зорлық", "қауіп", "көмек", "код сөз", "қадам", "code word", "leave"),
)


def lines(language: str) -> tuple[PaperLine, ...]:
    police, rescue, ambulance, first, second, place, word = NAMES[language]
    return (
        PaperLine("number", police, "102"),
        PaperLine("number", rescue, "112"),
        PaperLine("number", ambulance, "103"),
        PaperLine("person", first, "8 701 234 56 78"),
        PaperLine("person", second, "+7 705 765 43 21"),
        PaperLine("place", place),
        PaperLine("word", word),
    )


def words_of(pdf: bytes, *options: str) -> str:
    run = subprocess.run(["pdftotext", *options, "-", "-"], input=pdf, capture_output=True, check=True)
    return " ".join(run.stdout.decode("utf-8").replace(BREAK_HERE, "").split())


def everything(pdf: bytes) -> str:
    """Words, metadata and every uncompressed string of a PDF."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        said = [str(opened.docinfo.get(key, "")) for key in opened.docinfo]
        said.append(opened.Root.Metadata.read_bytes().decode("utf-8"))
        for thing in opened.objects:
            if isinstance(thing, pikepdf.Dictionary):
                said += [str(value) for value in thing.values() if isinstance(value, pikepdf.String)]
    return (words_of(pdf) + "\n" + "\n".join(said)).casefold()


def three_papers(language: str, style: str, title: str = "") -> dict[str, bytes]:
    laid = lay_out(lines(language), style, language, title)
    return {
        "card": compile_card(laid, language, DAY).pdf,
        "acute": compile_sheet(laid, language, DAY),
        "plan": compile_plan(PrintedPlan((), lines(language), style, title), language, DAY),
    }


# ── What stands on it ───────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("style", STYLES)
def test_every_number_name_place_and_word_stands_on_each_paper(language: str, style: str) -> None:
    """Kazakh letters too, and every digit in its order."""
    for kind, pdf in three_papers(language, style, "Ән – Example" if style == "own" else "").items():
        words = words_of(pdf)
        for said in ("102", "112", "103", "8 701 234 56 78", "+7 705 765 43 21", *NAMES[language][3:]):
            assert said in words, f"{kind} {said}"
        assert (NAMES[language][0] in words) is (style == "usual")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("style", NEUTRAL)
def test_under_an_everyday_heading_no_word_of_ours_tells_what_it_is(language: str, style: str) -> None:
    """In the words, in the metadata, in the structure for screen readers."""
    for kind, pdf in three_papers(language, style).items():
        text = everything(pdf)
        assert load_labels(language)(style, "title").casefold() in text
        for word in TELLS:
            assert word not in text, f"{kind} {word}"
        assert telling_words([words_of(pdf)]) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_her_own_heading_stands_over_lines_without_any_word_of_ours(language: str) -> None:
    laid = lay_out(lines(language), "own", language, "For the  garden")
    assert laid.title == "For the garden"
    words = words_of(compile_sheet(laid, language, DAY), "-layout")
    quoted = load_labels(language)("sheet", "quoted", words=NAMES[language][6])
    first, second, place = NAMES[language][3:6]
    assert words == (f"For the garden 102 112 103 {first} 8 701 234 56 78 {second} +7 705 765 43 21 {place} {quoted}")


def test_each_line_of_a_disguised_card_can_be_read_back() -> None:
    """Where every line went, in the order of the list; what only fills names no line."""
    given_lines = lines("en")
    rows = {row.left: row for row in lay_out(given_lines, "shopping", "en").rows}
    assert rows["Matches"].right == "102"
    assert rows["Return the jars: Aigul"].lines == (3,)
    assert rows["Pick up the order: the corner shop"].lines == (5,)
    assert rows["Tea “cherry pie”"].lines == (6,)
    assert rows["Bread"].lines == ()
    buses = [row for row in lay_out(given_lines, "timetable", "en").rows if row.form == "route"]
    assert [row.left for row in buses] == ["102", "112", "103"]
    assert all(re.fullmatch(r"\d+:\d\d \d+:\d\d \d+:\d\d", row.right) for row in buses)
    together = lay_out(given_lines, "phones", "en").rows[0]
    assert (together.right, together.lines) == ("102 · 112 · 103", (0, 1, 2))


@given(
    st.lists(
        st.builds(
            PaperLine,
            st.sampled_from(PARTS),
            st.text(min_size=1, max_size=30).filter(str.strip),
            st.one_of(st.just(""), st.from_regex(r"[0-9]{2,4}", fullmatch=True), st.just("0808 2000 247")),
        ),
        max_size=24,
    ),
    st.sampled_from(STYLES),
    st.sampled_from(LANGUAGES),
)
def test_no_line_is_lost_and_no_digit_changed_in_any_form(some: list[PaperLine], style: str, language: str) -> None:
    rows = lay_out(some, style, language).rows
    assert sorted(place for row in rows for place in row.lines) == list(range(len(some)))
    for row in rows:
        for place in row.lines:
            line = some[place]
            assert (line.number or line.words) in f"{row.left} {row.right}"
            if line.part != "number":
                assert line.words in row.left


def test_words_around_a_number_are_kept_and_the_number_stays_as_it_was() -> None:
    assert split_number("Aigul, 8 (701) 234-56-78, evenings") == ("Aigul, evenings", "8 (701) 234-56-78")
    assert split_number("Sister D. +7 701 234 56 78") == ("Sister D.", "+7 701 234 56 78")
    assert split_number("Saule's flat, floor 3, door 12") == ("Saule's flat, floor 3, door 12", "")
    assert split_number("112") == ("", "112")
    assert initials("Aigul Omarova-Test") == "A. O. T."
    assert initials("Әйгерім") == "Ә."
    assert initials("8 701") == "8 701"


def test_emoji_and_steering_signs_become_visible_names() -> None:
    laid = lay_out(
        [PaperLine("word", "tea 🫖\u202e"), PaperLine("person", "Aigul 🌷", "102")], "usual", "en", "Card 🌷"
    )
    assert compile_card(laid, "en", DAY).left_out == ()
    sheet = words_of(compile_sheet(laid, "en", DAY))
    for said in ("[U+1FAD6 TEAPOT][U+202E RIGHT-TO-LEFT OVERRIDE]", "Card [U+1F337 TULIP]", "Aigul [U+1F337 TULIP]"):
        assert said in sheet


def test_markup_stays_text() -> None:
    text = '#read("/etc/passwd") $x$ *b* _i_ <l> @ref'
    laid = lay_out([PaperLine("place", text)], "own", "en", text)
    assert words_of(compile_sheet(laid, "en", DAY)).count("read") == 2
    assert compile_card(laid, "en", DAY).left_out == ()


# ── The card ────────────────────────────────────────────────────────────────────────────────────────────────────
def boxes(pdf: bytes) -> list[tuple[float, float, float, float]]:
    run = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True)
    found = re.findall(
        r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"', run.stdout.decode("utf-8")
    )
    return [(float(a), float(b), float(c), float(d)) for a, b, c, d in found]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("count", [1, 7, 16, 40])
def test_nothing_crosses_the_cut_or_the_fold_of_85_by_54_mm(language: str, style: str, count: int) -> None:
    many = [
        PaperLine(*pair)
        for pair in zip(
            ["number", "person", "place", "word", "thing", "way"] * 7,
            [f"{NAMES[language][place % 7]} {place}" for place in range(42)],
            ["102", "8 701 234 56 78", "", "", "", ""] * 7,
            strict=True,
        )
    ][:count]
    card = compile_card(lay_out(many, style, language), language, DAY)
    assert card.size in SIZES
    assert card.size >= 8.5
    left, top = 20 * POINTS_A_MM, 30 * POINTS_A_MM
    middle, right, bottom = left + 85 * POINTS_A_MM, left + 170 * POINTS_A_MM, top + 54 * POINTS_A_MM
    on_card = [box for box in boxes(card.pdf) if box[1] < bottom]
    assert on_card
    for x0, y0, x1, y1 in on_card:
        assert left < x0 < x1 < right
        assert top < y0 < y1 < bottom
        assert x1 < middle or x0 > middle
    with pikepdf.open(io.BytesIO(card.pdf)) as opened:
        assert len(opened.pages) == 1


def test_what_has_no_room_is_named_and_everything_else_stands_there() -> None:
    """Never cut in silence: each line is on the card or on the list."""
    many = [PaperLine("place", f"A place number {count} with a rather long name", "") for count in range(40)]
    laid = lay_out(many, "usual", "en")
    card = compile_card(laid, "en", DAY)
    words = words_of(card.pdf)
    assert card.left_out
    assert card.size == SIZES[-1]
    for place, row in enumerate(laid.rows):
        assert (row.left in words) is (place not in card.left_out)


def test_one_line_too_long_for_a_side_does_not_push_out_the_others() -> None:
    laid = lay_out([PaperLine("place", "long " * 400), PaperLine("place", "short"), *lines("en")], "usual", "en")
    card = compile_card(laid, "en", DAY)
    assert [laid.rows[place].lines for place in card.left_out] == [(0,)]
    assert "short" in words_of(card.pdf)


def test_few_lines_stand_in_large_letters() -> None:
    assert compile_card(lay_out(lines("en")[:3], "usual", "en"), "en", DAY).size == SIZES[0]


def test_an_empty_paper_is_not_made() -> None:
    empty = lay_out([], "usual", "en")
    for make in (lambda: compile_card(empty, "en", DAY), lambda: compile_sheet(empty, "en", DAY)):
        with pytest.raises(errors.NothingChosen):
            make()
    with pytest.raises(errors.NothingChosen):
        compile_plan(PrintedPlan(()), "en", DAY)


# ── The plan ────────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plan_on_paper_has_help_first_and_only_what_she_will_do(language: str) -> None:
    steps = (
        PrintedStep("Ask the neighbour 😀", "will_do", "A. K.", "2026-04-01"),
        PrintedStep("Spare key at my sister's", "done"),
        PrintedStep("NOTNOW", "not_now"),
        PrintedStep("NOTSAFE", "not_safe"),
    )
    sections = (PrintedSection("People", steps), PrintedSection("EMPTYSECTION", (PrintedStep("x", "not_safe"),)))
    words = words_of(compile_plan(PrintedPlan(sections, lines(language)), language, DAY))
    say = load_labels(language)
    assert words.index("112") < words.index("Ask the neighbour [U+1F600 GRINNING FACE]")
    assert f"{say('plan', 'with')} A. K." in words
    assert say.day(DAY) in words
    for hidden in ("NOTNOW", "NOTSAFE", "EMPTYSECTION"):
        assert hidden not in words


def test_asked_for_steps_that_are_not_safe_are_printed_and_named_as_such() -> None:
    sections = (PrintedSection("People", (PrintedStep("A step", "not_safe"),)),)
    words = words_of(compile_plan(PrintedPlan(sections), "en", DAY, ("not_safe",)))
    assert "A step Not safe for me" in words


@pytest.mark.parametrize("language", LANGUAGES)
def test_under_another_heading_the_steps_of_the_plan_stand_without_our_words(language: str) -> None:
    step = PrintedStep("Copies to D.", "will_do", "Dana", "2026-04-01")
    sections = (PrintedSection("SECTIONTITLE", (step, PrintedStep("Second", "done"))),)
    pdf = compile_plan(PrintedPlan(sections, lines(language), "shopping"), language, DAY)
    words = words_of(pdf)
    assert "Copies to D. Dana" in words
    assert "SECTIONTITLE" not in words
    assert not [word for word in TELLS if word in everything(pdf)]


def test_the_page_for_a_bad_moment_is_one_page_as_long_as_it_can_be() -> None:
    for count, pages in ((6, 1), (30, 1), (150, 5)):
        laid = lay_out([PaperLine("place", f"Place {number}") for number in range(count)], "usual", "kk")
        with pikepdf.open(io.BytesIO(compile_sheet(laid, "kk", DAY))) as opened:
            assert len(opened.pages) <= pages
            assert (len(opened.pages) == 1) is (count <= 30)


def test_two_hundred_steps_are_all_printed_on_numbered_pages() -> None:
    steps = tuple(PrintedStep(f"Step number {count} in my own words", "will_do") for count in range(200))
    pdf = compile_plan(PrintedPlan((PrintedSection("Many", steps),)), "kk", DAY)
    words = words_of(pdf)
    assert all(f"Step number {count} in" in words for count in range(200))
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        pages = len(opened.pages)
    assert 4 < pages < 20
    assert load_labels("kk")("report", "page", n=pages, total=pages) in words


@settings(max_examples=15, deadline=None)
@given(st.text(min_size=1, max_size=120), st.sampled_from(STYLES))
def test_any_text_at_all_makes_a_paper(text: str, style: str) -> None:
    some = [PaperLine(part, text, text) for part in ("number", "person", "place", "word")]
    laid = lay_out(some, style, "ru", text)
    assert compile_card(laid, "ru", DAY).pdf.startswith(b"%PDF")
    assert compile_sheet(laid, "ru", DAY).startswith(b"%PDF")


# ── The file ────────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("style", ["usual", "shopping"])
def test_the_files_are_sound_archival_accessible_and_know_nobody(tmp_path: Path, language: str, style: str) -> None:
    for kind, pdf in three_papers(language, style).items():
        path = tmp_path / f"{kind}.pdf"
        path.write_bytes(pdf)
        assert subprocess.run(["qpdf", "--check", str(path)], capture_output=True, check=False).returncode == 0
        info = subprocess.run(["pdfinfo", "-meta", str(path)], capture_output=True, check=True).stdout.decode()
        assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in info
        assert "<pdfuaid:part>1</pdfuaid:part>" in info
        with pikepdf.open(path) as opened:
            assert str(opened.docinfo["/CreationDate"]).startswith("D:20260302")
            assert "/Author" not in opened.docinfo
            assert str(opened.docinfo["/Title"]) == {"en": "Document", "ru": "Документ", "kk": "Құжат"}[language]
            assert str(opened.docinfo["/Creator"]) == "PDF document"
            assert str(opened.Root.Lang) == language
        for trace in (
            b"safeplan",
            b"SafePlan",
            b"site-packages",
            str(Path.home()).encode(),
            b"/work",
            b"python",
            b"ypst",
        ):
            assert trace not in pdf
            assert trace.decode() not in everything(pdf)


def test_the_same_choice_makes_the_same_bytes() -> None:
    """What is written is what was shown before."""
    assert three_papers("ru", "timetable") == three_papers("ru", "timetable")


def test_templates_fetch_nothing_but_the_file_beside_them() -> None:
    for name in ("plan", "acute", "card", "rows"):
        code = re.sub(r"//.*", "", read_resource(f"reports/{name}.typ").decode("utf-8"))
        imports = re.findall(r"#(?:import|include)[^\n]*", code)
        assert imports == ([] if name == "rows" else ['#import "rows.typ": line-of'])
        assert "@" not in code
        assert not re.search(r"\bread\(", code)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("", "list.pdf"),
        ("  list ", "list.pdf"),
        ("Список покупок.PDF", "Список покупок.pdf"),
        ("2026-03 list (1)", "2026-03 list (1).pdf"),
        ("../list", ""),
        ("a/b", ""),
        ("a\\b", ""),
        ("C:list", ""),
        (".hidden", ""),
        ("con", ""),
        ("LPT1.pdf", ""),
        ("x" * 61, ""),
        ("a\u202eb", ""),
        ("name.", ""),
        (".pdf", ""),
    ],
)
def test_a_file_name_is_a_name_and_nothing_else(typed: str, name: str) -> None:
    assert file_name(typed) == name


@given(st.text(max_size=80))
def test_no_typed_name_leads_out_of_the_folder(typed: str) -> None:
    name = file_name(typed)
    assert name == "" or (Path(name).name == name and name.endswith(".pdf") and file_name(name) == name)


def test_an_earlier_file_of_that_name_stays(tmp_path: Path) -> None:
    first = write_new(tmp_path, "list.pdf", b"one")
    second = write_new(tmp_path, "list.pdf", b"two")
    assert (first.name, second.name) == ("list.pdf", "list-2.pdf")
    assert first.read_bytes() == b"one"
    with pytest.raises(errors.Bug):
        write_new(tmp_path, "../list.pdf", b"three")


def test_half_a_file_is_taken_away_when_the_disk_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("safeplan.handover.paper_file.os.fsync", full)
    with pytest.raises(errors.DiskFull):
        write_new(tmp_path, "list.pdf", b"one")
    assert list(tmp_path.glob("*.pdf")) == []


# ── Telling words ───────────────────────────────────────────────────────────────────────────────────────────────
def test_telling_words_are_found_in_three_languages_and_ordinary_ones_are_not() -> None:
    said = ["Call the Police", "подождать в убежище", "Полицияға қоңырау", "Спасибо, чай", "Нан, шай", "court"]
    assert telling_words(said) == ("Police", "убежище", "Полицияға", "court")
    assert telling_words(["bread", "хлеб", "", "102"]) == ()
    assert len(telling_words([f"danger{letter}" for letter in "abcdefghijklmnopq"])) == 12
