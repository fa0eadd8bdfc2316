"""The page in the folder gives the verdict in a real browser, offline, in three languages, for files of any size."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import BROWSER, Page, browser

from safeplan.handover import verify
from safeplan.handover.verify_page import VERIFY_PAGE, verify_page
from safeplan.handover.verify_words import LANGUAGES, WORDS

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "core"))
from test_verify import make_bag, sign, without_text

PLAIN = verify_page().decode("utf-8")
UNCHANGED = {
    "en": "Files unchanged. This says nothing about whether they are true.",
    "ru": "Файлы не изменены. Это ничего не говорит о том, верно ли то, что в них.",
    "kk": "Файлдар өзгермеген. Бұл олардың ішіндегінің рас-өтірігі туралы ештеңе айтпайды.",
}


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """One browser for the whole file: starting it takes longer than any check."""
    if BROWSER is None:
        pytest.skip("the page is tried in a real browser; missing: chromium")
    with browser(tmp_path_factory.mktemp("profile")) as page:
        yield page


@pytest.fixture
def bag(tmp_path: Path) -> Path:
    """A folder in our form with the page in it."""
    folder = make_bag(tmp_path / "bag")
    (folder / VERIFY_PAGE).write_bytes(verify_page())
    sign(folder)
    return folder


def verdict(window: Page, folder: Path, patience: float = 60) -> str:
    """Open the page from the folder, choose the folder, and read the verdict."""
    window.open(folder / VERIFY_PAGE)
    window.choose("#folder", folder)
    window.wait("document.body.dataset.verdict", patience)
    return str(window.ask("document.body.dataset.verdict"))


def faults(window: Page) -> list[str]:
    return list(window.ask("Array.from(document.querySelectorAll('#faults li'), (item) => item.textContent)"))


# ── The file itself ─────────────────────────────────────────────────────────────────────────────────────────────
def test_the_page_lets_a_browser_run_its_own_script_and_load_nothing() -> None:
    policy = re.findall(r'Content-Security-Policy" content="([^"]+)"', PLAIN)[0]
    assert policy.startswith("default-src 'none'; ")
    for kind in ("script", "style"):
        (inside,) = re.findall(rf"<{kind}>(.*?)</{kind}>", PLAIN, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert not re.search(r"https?:|src=|href=|\bfetch\(|XMLHttp|WebSocket|import\(|eval\(|localStorage|style=", PLAIN)
    assert "innerHTML" not in PLAIN


def test_page_and_command_use_the_same_sentences() -> None:
    for language in LANGUAGES:
        part = PLAIN[PLAIN.index(f"\n  {language}: {{") :]
        words = dict(re.findall(r'\n    ([a-z_]+): (".*")', part[: part.index("\n  }")]))
        assert json.loads(words["unchanged"]) == UNCHANGED[language]
        shared = WORDS[language].keys() & words.keys() - {"unchanged"}
        assert {"missing", "extra", "changed", "record", "not_in_record", "unsafe"} <= shared
        for key in shared:
            assert json.loads(words[key]) == WORDS[language][key]


# ── In the browser ──────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_untouched_folder_is_called_unchanged_in_its_own_language(window: Page, bag: Path, language: str) -> None:
    (bag / "bag-info.txt").write_text(f"Language: {language}\n", encoding="utf-8")
    sign(bag)
    assert verdict(window, bag) == "unchanged"
    assert window.ask("document.getElementById('verdict').textContent") == UNCHANGED[language]
    assert window.ask("document.documentElement.lang") == language
    # Heard by a screen reader, and where the keyboard goes on.
    assert window.ask("document.activeElement.id") == "verdict"
    assert window.ask("document.getElementById('verdict').closest('[aria-live=polite]') !== null")
    root = verify.verify_bag(bag).root
    assert root in str(window.ask("document.getElementById('root').textContent")).replace(" ", "")
    assert window.complaints() == []


def test_a_line_without_its_text_is_said_and_is_no_change(window: Page, bag: Path) -> None:
    without_text(bag, [0])
    assert verdict(window, bag) == "unchanged"
    said = [WORDS["ru"][note.id].format(file=note.file) for note in verify.verify_bag(bag).notes]
    assert len(said) == 2
    assert faults(window) == said
    (bag / "data/0002.txt").write_bytes(b"other")
    sign(bag)
    assert verdict(window, bag) == "changed"


def test_the_page_asks_for_nothing_but_itself(window: Page, bag: Path) -> None:
    assert verdict(window, bag) == "unchanged"
    assert window.addresses() == [(bag / VERIFY_PAGE).as_uri()]
    refused = "fetch('https://example.org/').then(() => 'went', () => 'refused')"
    assert window.ask(refused) == "refused"


def test_the_language_chosen_by_hand_stays(window: Page, bag: Path) -> None:
    window.open(bag / VERIFY_PAGE)
    window.ask("document.querySelector('[data-language=kk]').click()")
    window.choose("#folder", bag)
    window.wait("document.body.dataset.verdict")
    assert window.ask("document.getElementById('verdict').textContent") == UNCHANGED["kk"]
    window.ask("document.querySelector('[data-language=en]').click()")
    assert window.ask("document.getElementById('verdict').textContent") == UNCHANGED["en"]
    assert window.ask("document.querySelectorAll('[aria-pressed=true]').length") == 1


def _changed_byte(bag: Path) -> None:
    (bag / "data/0001.jpg").write_bytes(b"\xff\xd8\xff Picture")


def _added(bag: Path) -> None:
    (bag / "data/0009.jpg").write_bytes(b"1")


def _gone(bag: Path) -> None:
    (bag / "data/0002.txt").unlink()


def _listed_anew(bag: Path) -> None:
    _changed_byte(bag)
    sign(bag)


def _exchanged_beside_a_copy(bag: Path) -> None:
    """A line without its text stands for the picture that went as a copy; the text beside it is another one."""
    without_text(bag, [0])
    (bag / "data/0001.jpg").rename(bag / "data/0001-COPY.jpg")
    (bag / "data/0002.txt").write_bytes(b"other words")
    sign(bag)


def _gone_from_the_lists_too(bag: Path) -> None:
    _gone(bag)
    sign(bag)


def _chain(bag: Path) -> None:
    chain = bag / "data/chain.jsonl"
    chain.write_text(chain.read_text().replace('"place":10', '"place":11', 1))
    sign(bag)


def _unsafe(bag: Path) -> None:
    with (bag / "manifest-sha256.txt").open("a") as stream:
        stream.write(f"{'0' * 64}  ../outside.txt\n")


def _no_list(bag: Path) -> None:
    (bag / "manifest-sha256.txt").unlink()


CHANGES = [_changed_byte, _added, _gone, _listed_anew, _exchanged_beside_a_copy, _gone_from_the_lists_too]
CHANGES += [_chain, _unsafe, _no_list]


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_is_named_as_the_command_names_it(window: Page, bag: Path, change: object) -> None:
    assert callable(change)
    change(bag)
    assert verdict(window, bag) == "changed"
    expected = verify.verify_bag(bag)
    assert expected.faults
    told = (*expected.faults, *expected.notes)
    assert sorted(faults(window)) == sorted(WORDS["ru"][one.id].format(file=one.file) for one in told)


def test_a_folder_can_be_dropped_on_the_page(window: Page, bag: Path) -> None:
    """Chromium hides folders from pages on disk in the way that most pages ask for them."""
    (bag / "data/more/deep").mkdir(parents=True)
    (bag / "data/more/deep/0004.txt").write_bytes(b"1")
    for status in ("changed", "unchanged"):
        window.open(bag / VERIFY_PAGE)
        window.drop(bag)
        window.wait("document.body.dataset.verdict")
        assert window.ask("document.body.dataset.verdict") == status
        (bag / "data/more/deep/0004.txt").unlink(missing_ok=True)


def test_a_folder_without_lists_is_not_called_changed(window: Page, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other/sea.jpg").write_bytes(b"1")
    (tmp_path / "other" / VERIFY_PAGE).write_bytes(verify_page())
    assert verdict(window, tmp_path / "other") == "none"


def test_a_name_cannot_steer_the_page(window: Page, bag: Path) -> None:
    (bag / "data/<img src=x onerror=alert(1)>.jpg").write_bytes(b"1")
    (bag / "data/\u202egpj.exe").write_bytes(b"1")
    assert verdict(window, bag) == "changed"
    assert window.ask("document.images.length") == 0
    assert any("<img" in fault for fault in faults(window))
    assert any("[U+202E]" in fault for fault in faults(window))


def test_its_sums_are_those_of_everybody(window: Page, bag: Path) -> None:
    """Lengths around each edge of a block, in pieces of every size."""
    window.open(bag / VERIFY_PAGE)
    for size in (*range(130), 1000, 4095, 65_537):
        content = bytes((7 * n + size) & 255 for n in range(size))
        script = (
            f"(() => {{ const all = Uint8Array.from({{length: {size}}}, (_, n) => (7 * n + {size}) & 255);"
            " const sha = new Sha256(); let at = 0, step = 1;"
            " while (at < all.length) { sha.update(all.subarray(at, at + step)); at += step; step = step * 3 % 101; }"
            " return sha.hex(); })()"
        )
        assert window.ask(script) == hashlib.sha256(content).hexdigest(), size


def test_at_twice_the_size_nothing_is_cut_off_and_all_is_reached_by_keyboard(window: Page, bag: Path) -> None:
    # 200 % on a screen of 1024 leaves 512.
    window.call("Emulation.setDeviceMetricsOverride", width=512, height=300, deviceScaleFactor=2, mobile=False)
    try:
        assert verdict(window, bag) == "unchanged"
        assert window.ask("document.documentElement.scrollWidth <= innerWidth")
        window.open(bag / VERIFY_PAGE)
        reached = []
        for _ in range(4):
            window.call("Input.dispatchKeyEvent", type="keyDown", key="Tab", windowsVirtualKeyCode=9)
            reached.append(window.ask("document.activeElement.dataset.language || document.activeElement.id"))
        assert reached == ["en", "ru", "kk", "folder"]
    finally:
        window.call("Emulation.clearDeviceMetricsOverride")


def _with_large(bag: Path, size: int) -> None:
    with (bag / "data/film.mp4").open("wb") as stream:
        stream.truncate(size)
    with (bag / "data/film.mp4").open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    manifest = bag / "manifest-sha256.txt"
    lines = sorted([*manifest.read_text().splitlines(), f"{digest}  data/film.mp4"], key=lambda line: line[66:])
    manifest.write_text("\n".join(lines) + "\n")
    beside = bag / "tagmanifest-sha256.txt"
    old = re.findall(r"([0-9a-f]{64})  manifest-sha256", beside.read_text())[0]
    beside.write_text(beside.read_text().replace(old, hashlib.sha256(manifest.read_bytes()).hexdigest()))


def _memory(window: Page) -> int:
    window.call("HeapProfiler.collectGarbage")
    return int(window.ask("performance.memory.usedJSHeapSize"))


def test_a_film_is_read_in_pieces_with_progress_and_can_be_stopped(window: Page, bag: Path) -> None:
    _with_large(bag, 200_000_000)
    assert verdict(window, bag) == "unchanged"
    window.open(bag / VERIFY_PAGE)
    window.choose("#folder", bag)
    window.wait("!document.getElementById('work').hidden && document.getElementById('bar').value > 0.05")
    window.ask("document.getElementById('stop').click()")
    window.wait("document.body.dataset.verdict")
    assert window.ask("document.body.dataset.verdict") == "stopped"
    assert faults(window) == []


@pytest.mark.row("E-01")
@pytest.mark.campaign
@pytest.mark.timeout(600)
def test_a_film_of_three_gigabytes_is_checked_in_bounded_memory(window: Page, bag: Path) -> None:
    _with_large(bag, 3 << 30)
    before = _memory(window)
    assert verdict(window, bag, 500) == "unchanged"
    assert _memory(window) - before < 64 << 20
    with (bag / "data/film.mp4").open("r+b") as stream:
        stream.seek((3 << 30) - 1)
        stream.write(b"\x01")
    assert verdict(window, bag, 500) == "changed"
