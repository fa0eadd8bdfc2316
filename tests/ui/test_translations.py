"""The Russian and Kazakh words of the interface: complete, exact, and in her language rather than ours."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import PySide6
import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from safeplan.records import attachments, cases, incidents, people
from tests.ui.page_stage import Stage
from ui import page_list
from ui.theme import Look
from ui.translation import Translation
from ui.widgets.card import Unfold
from ui.widgets.log_ways import LogWays
from ui.widgets.scroll_page import ScrollPage

ROOT = Path(__file__).parents[2]
TOOLS = Path(PySide6.__file__).parent
LANGUAGES = ("ru", "kk")
FORMS = {"ru": 3, "kk": 2}
PLACEHOLDER = re.compile(r"\{[^{}]*\}|%n")

# Words for how the program is made, and words that make her small or what is done to her small.
BANNED = {
    "en": r"\b(vaults?|gates?|doors?|decoys?|disguises?|proofs?|victims?|abusers?)\b|!",
    "ru": (
        r"\b(хранилищ\w*|ворот\w*|двер[ьиеяю]\w*|обман\w*|маскиров\w*|доказательств\w*|целостн\w*|сейф\w*"
        r"|жертв\w*|скандал\w*|дебошир\w*|молодец|молодцы|доверенн\w+ лиц\w+)\b|!"
    ),
    "kk": r"\b(қойма\w*|қақпа\w*|бүркеме\w*|жалған\w*|құрбан\w*|ұрыс\w*|куәгер\w*)\b|!",
}
# A past tense that would have to know whether she is a woman or a man.
GENDERED = re.compile(r"\b[Вв]ы\s+(?:(?:уже|сами|не|ещё|раньше|только|что)\s+)*\w+(?:л|ла|лся|лась)\b")

# What a phrase in the English words must become, wherever it stands.
SAME_WORDS = {
    "ru": {
        r"hide now": r"скрыть",
        r"spare key": r"запасн\w+ ключ|ключ|новый|нов\w+",
        r"\bsums?\b": r"пример|вычислени",
        r"^files unchanged": r"файлы не изменены",
        r"\b(my|your) notes\b": r"запис|всё",
        r"\bpassphrase\b": r"фраз",
        r"everyday program": r"обычн\w+ программ",
    },
    "kk": {
        r"hide now": r"жасыру",
        r"spare key": r"қосалқы кілт|жаңа",
        r"\bsums?\b": r"есе[бп]",
        r"^files unchanged": r"файлдар өзгермеген",
        r"\b(my|your) notes\b": r"жазба",
        r"\bpassphrase\b": r"құпиясөз тіркес",
        r"everyday program": r"кәдімгі бағдарлама",
    },
}
HIDE = {"ru": re.compile(r"скры", re.IGNORECASE), "kk": re.compile(r"жасыр", re.IGNORECASE)}


@dataclass(frozen=True)
class Said:
    """One text of the program and what stands for it in a language."""

    context: str
    source: str
    comment: str
    counted: bool
    state: str
    forms: tuple[str, ...]

    @property
    def key(self) -> tuple[str, str, str, bool]:
        return (self.context, self.source, self.comment, self.counted)


def catalogue(path: Path) -> list[Said]:
    said = []
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            words = message.find("translation")
            assert words is not None
            counted = message.get("numerus") == "yes"
            forms = [form.text or "" for form in words.iter("numerusform")] if counted else [words.text or ""]
            said.append(
                Said(
                    context.findtext("name") or "",
                    message.findtext("source") or "",
                    message.findtext("comment") or "",
                    counted,
                    words.get("type", "finished"),
                    tuple(forms),
                )
            )
    return said


def path_of(language: str) -> Path:
    return ROOT / "resources" / "translations" / f"{language}.ts"


def running(tool: str, *arguments: object) -> None:
    subprocess.run([str(TOOLS / tool), *map(str, arguments)], check=True, capture_output=True, timeout=120)


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str, str, bool]]:
    """Every text of the program, as Qt's own tool finds it in the code."""
    found = tmp_path_factory.mktemp("words") / "found.ts"
    running("lupdate", *sorted((ROOT / "ui").rglob("*.py")), "-ts", found)
    return {one.key for one in catalogue(found)}


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The catalogue of a language as the program loads it, made anew from its words."""
    folder = tmp_path_factory.mktemp("compiled")

    def make(language: str) -> Path:
        made = folder / f"{language}.qm"
        if not made.exists():
            running("lrelease", path_of(language), "-qm", made)
        return made

    return make


@pytest.fixture
def speaking(qapp: QApplication, compiled: Callable[[str], Path]) -> Iterator[Callable[[str], None]]:
    translator = QTranslator()

    def speak(language: str) -> None:
        assert translator.load(str(compiled(language)))
        qapp.installTranslator(translator)

    yield speak
    qapp.removeTranslator(translator)


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def words(language: str) -> list[Said]:
    return catalogue(path_of(language))


def test_the_catalogue_holds_every_text_of_the_program_and_nothing_else(
    words: list[Said], spoken: set[tuple[str, str, str, bool]]
) -> None:
    held = {one.key for one in words}
    assert sorted(spoken - held) == [], "these texts would stand in English"
    assert sorted(held - spoken) == [], "the program no longer says these"


def test_no_text_goes_through_another_name_than_tr_or_translate() -> None:
    """Qt's tool knows the two calls by name: behind any other name a text never reaches the catalogues."""
    renamed = []
    for path in sorted((ROOT / "ui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            value = node.value if isinstance(node, ast.Assign | ast.NamedExpr | ast.AnnAssign) else None
            if isinstance(value, ast.Attribute) and value.attr in ("tr", "translate"):
                renamed.append(f"{path.relative_to(ROOT)}:{value.lineno}")
    assert renamed == []


def test_every_counted_text_is_found_as_one(spoken: set[tuple[str, str, str, bool]]) -> None:
    """Behind a call that Qt's tool does not read as counted, "3 entries" stays English, and "1 entries" wrong."""
    said = {
        node.value
        for path in sorted((ROOT / "ui").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and "%n" in node.value
    }
    counted = {key for key in spoken if key[3]}
    assert said == {key[1] for key in counted if "%n" in key[1]}
    assert {one.key for one in catalogue(path_of("en"))} == counted


def test_every_text_has_its_words(words: list[Said]) -> None:
    assert [(one.context, one.source, one.state) for one in words if one.state != "finished"] == []
    assert [one.source for one in words if not all(form.strip() for form in one.forms)] == []


def test_placeholders_are_kept(words: list[Said]) -> None:
    changed = [
        (one.source, form)
        for one in words
        for form in one.forms
        if sorted(PLACEHOLDER.findall(form)) != sorted(PLACEHOLDER.findall(one.source))
    ]
    assert changed == []


def test_counted_texts_have_every_plural_form(words: list[Said], language: str) -> None:
    counted = [one for one in words if one.counted]
    assert counted
    assert [(one.source, one.forms) for one in counted if len(one.forms) != FORMS[language]] == []


@pytest.mark.parametrize(("count", "said"), [(1, "1 файл"), (3, "3 файла"), (5, "5 файлов"), (21, "21 файл")])
def test_files_are_counted_in_russian_as_people_count(speaking: Callable[[str], None], count: int, said: str) -> None:
    speaking("ru")
    assert QCoreApplication.translate("IncidentCard", "%n file(s)", "", count) == said


def test_sentences_end_as_they_do_in_english(words: list[Said]) -> None:
    """A full stop, a question mark or a colon that came or went: a fragment taken for a sentence, or the reverse."""

    def end(text: str) -> str:
        last = text.rstrip().rstrip("”»\"'")[-1:]
        return last if last in ".?:…" else ""

    wrong = [(one.source, form) for one in words for form in one.forms if end(form) != end(one.source)]
    assert wrong == []


def test_no_word_of_ours_and_no_shouting(words: list[Said], language: str) -> None:
    found = [
        (one.source, hit.group())
        for one in words
        for form in one.forms
        if (hit := re.search(BANNED[language], form, re.IGNORECASE))
    ]
    assert found == []


def test_the_english_words_keep_the_same_rules(spoken: set[tuple[str, str, str, bool]]) -> None:
    found = [key[:2] for key in sorted(spoken) if re.search(BANNED["en"], key[1], re.IGNORECASE)]
    assert found == []


def test_russian_does_not_guess_whether_she_is_a_woman_or_a_man() -> None:
    found = [form for one in catalogue(path_of("ru")) for form in one.forms if GENDERED.search(form)]
    assert found == []
    assert GENDERED.search("Всё, что вы уже сделала")
    assert not GENDERED.search("То, что вы сохраняете")


def test_the_same_thing_has_the_same_name_everywhere(words: list[Said], language: str) -> None:
    other = [
        (one.source, form)
        for said, must in SAME_WORDS[language].items()
        for one in words
        # The calculator's own sums are anybody's.
        if re.search(said, one.source, re.IGNORECASE) and one.context != "Calculator"
        for form in one.forms
        if not re.search(must, form, re.IGNORECASE)
    ]
    assert other == []


def test_the_word_of_the_exit_means_only_the_exit(words: list[Said], language: str) -> None:
    """On a button, “hide” must never be a smaller thing than leaving at once."""
    exits = {one.forms[0] for one in words if one.source == "Hide now"}
    assert exits == {{"ru": "Скрыть", "kk": "Жасыру"}[language]}
    elsewhere = [
        (one.source, form)
        for one in words
        for form in one.forms
        if HIDE[language].search(form) and not re.search(r"\bhid(e|es|ing|den)?\b", one.source, re.IGNORECASE)
    ]
    assert elsewhere == []


def test_a_button_named_in_a_sentence_has_the_name_it_bears(words: list[Said], language: str) -> None:
    labels = tomllib.loads((ROOT / "resources/reports/labels" / f"{language}.toml").read_text(encoding="utf-8"))
    # The plan on paper bears the title the report gives it.
    named: dict[str, set[str]] = {"My plan": {labels["plan"]["title"]}}
    for one in words:
        named.setdefault(one.source, set()).update(one.forms)
    wrong = [
        (one.source, quoted)
        for one in words
        for quoted in re.findall(r"“([^”]+)”", one.source)
        if quoted in named and not any(f"«{name}»" in form for form in one.forms for name in named[quoted])
    ]
    assert wrong == []


def test_quotation_marks_are_those_of_the_language(words: list[Said]) -> None:
    assert [form for one in words for form in one.forms if re.search("[“”\"']", form)] == []


def opened(stage: Stage, page: str, vault: Any, clock: Any) -> Any:
    """The page, on something worth showing."""
    asked: dict[str, str] = {}
    if page == "section":
        asked["section_id"] = "children"
    elif page == "person":
        asked["person_id"] = people.add_person(vault.database, clock, people.PersonForm(name="А. С.")).id
    elif page == "case":
        form = cases.CaseForm(name="Заявление")
        asked["case_id"] = cases.add_case(vault.database, clock, form).id
        item = cases.ItemForm("hearing", on="2026-04-02T10:00", due="2026-04-12", text="Суд", where="зал 4")
        cases.add_item(vault.database, clock, asked["case_id"], item)
    elif page in ("entry", "file"):
        written = incidents.IncidentForm(
            text="Кричал под окном.", happened=incidents.Happened("exact", "2026-03-01T21:20")
        )
        kept = incidents.add_incident(vault.database, clock, written)
        incidents.amend_incident(vault.database, clock, kept.id, written, "чек")
        letter = vault.files.folder.parent / "письмо"
        letter.write_text("Завтра в шесть." if page == "entry" else "Завтра в семь.", encoding="utf-8")
        file = attachments.import_file(
            vault.database, clock, letter, kept.id, lambda _done, _all: None, lambda: False
        )
        asked = {"incident_id": kept.id} if page == "entry" else {"attachment_id": file.id}
    made = stage.go(page, **asked)
    for fold in made.findChildren(Unfold):
        fold.button.setChecked(True)
    stage.settle()
    return made


def test_no_page_is_wider_than_a_small_screen_at_twice_the_size(
    qtbot: Any, clock: Any, vault: Any, speaking: Callable[[str], None], language: str
) -> None:
    speaking(language)
    stage = Stage(qtbot, clock, vault, page_list.FACTORIES, language=language, look=Look("light", 200))
    stage.begin_sitting()
    wide = []
    for page in page_list.FACTORIES:
        made = opened(stage, page, vault, clock)
        sheets = [sheet for sheet in made.findChildren(ScrollPage) if sheet.isVisible()]
        assert sheets, page
        if any(sheet.inner.minimumSizeHint().width() > sheet.viewport().width() for sheet in sheets):
            wide.append(page)
    assert wide == []


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
@pytest.mark.parametrize("page", ["look_back", "files", "orders", "record"])
def test_the_ways_through_the_log_are_one_line(
    qtbot: Any, clock: Any, vault: Any, speaking: Callable[[str], None], language: str, page: str
) -> None:
    if language != "en":
        speaking(language)
    stage = Stage(qtbot, clock, vault, page_list.FACTORIES, language=language)
    stage.begin_sitting()
    (ways,) = stage.go(page).findChildren(LogWays)
    assert all(way.isVisible() for way in ways.ways.values())
    assert len({way.mapTo(ways, QPoint()).y() for way in ways.ways.values()}) == 1
    assert all(way.width() >= way.sizeHint().width() and way.height() >= 40 for way in ways.ways.values())
    assert ways.height() <= 48


def test_at_twice_the_size_ways_that_are_too_long_unfold_from_one_line(
    qtbot: Any, clock: Any, vault: Any, speaking: Callable[[str], None]
) -> None:
    speaking("ru")
    stage = Stage(qtbot, clock, vault, page_list.FACTORIES, language="ru", look=Look("light", 200))
    stage.begin_sitting()
    (ways,) = stage.go("look_back").findChildren(LogWays)
    assert not any(way.isVisible() for way in ways.ways.values())
    assert ways.height() <= 96
    ways.fold.button.setFocus()
    QTest.keyClick(ways.fold.button, Qt.Key.Key_Space)
    stage.settle()
    assert all(way.isVisible() for way in ways.ways.values())
    QTest.keyClick(ways.ways["calendar"], Qt.Key.Key_Return)
    assert stage.window.current_name == "calendar"


def test_no_page_says_a_word_that_cannot_be_translated(
    qapp: QApplication, qtbot: Any, clock: Any, vault: Any
) -> None:
    """Guide and numbers are Russian here and the interface is marked: English without a mark was forgotten."""
    marked = Translation(qapp)
    marked.use_marked()
    forgotten: dict[str, set[str]] = {}
    try:
        stage = Stage(qtbot, clock, vault, page_list.FACTORIES, language="ru")
        stage.begin_sitting()
        for page in page_list.FACTORIES:
            forgotten[page] = _unmarked(opened(stage, page, vault, clock))
        forgotten["around the pages"] = _unmarked(stage.window)
    finally:
        marked.use("en")
    assert {page: words for page, words in forgotten.items() if words} == {}


def _unmarked(top: QWidget) -> set[str]:
    """English words in sight or said to a screen reader that went past the translation."""
    said: set[str] = set()
    # Paths and commands are in no language; every word of this page stands in a words file.
    paths = {part for page in top.findChildren(QWidget, "page-computer_knows") for part in page.findChildren(QWidget)}
    for widget in (top, *top.findChildren(QWidget)):
        if top.objectName() == "page-computer_knows" or widget in paths:
            continue
        said |= {widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()}
        if isinstance(widget, QLabel | QAbstractButton):
            said.add(widget.text())
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            said.add(widget.placeholderText())
    own = {"English", "Pause", "Тілді таңдаңыз · Выберите язык · Choose a language"}
    # Ids of rows, and words that are written so in every language.
    said = {re.sub(r"\b([0-9a-f]{8,}|QR|Enter|Shift|PDF|ZIP|CSV)\b", "", text) for text in said}
    forgotten = {text for text in said - own if "⟦" not in text and re.search("[A-Za-z]{2}", text)}
    # The pages of this test's window are named in the navigation as the code names them.
    return forgotten - set(page_list.FACTORIES)
