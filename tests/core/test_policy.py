"""A policy is taken whole or not at all, and whoever mends it is led to the right line.

The two samples of docs/ are what is damaged here: what volunteers start from.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeplan import door, policy, policy_fields
from safeplan.content.policy_words import load_policy_words
from safeplan.content.record_guide import load_record_guide
from safeplan.errors import PolicyFault
from safeplan.policy import HOME, FieldRules, HelpLine, Policy, said
from safeplan.policy_reading import MEMORY_STEPS, faults_in, read_policy
from safeplan.policy_shape import EXPORTS, LANGUAGES, MODES, PROGRAMS
from safeplan.vault.keyslots import PROFILES

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = {name: (ROOT / "docs" / "samples" / f"{name}.toml").read_text("utf-8") for name in ("desk", "kiosk")}
REPORT = '[must_report]\nkk = "қорғаншылық"\nru = "опека"\nen = "guardianship"\n'
FILE = "policy.toml"


def fault_of(text: str | bytes) -> dict[str, Any]:
    """The first fault; a policy that is in order fails the test."""
    with pytest.raises(PolicyFault) as caught:
        read_policy(text if isinstance(text, bytes) else text.encode(), FILE)
    assert caught.value.facts["file"] == FILE
    return caught.value.facts


def line_of(text: str, start: str) -> int:
    """The number of the first line that begins so."""
    return next(number for number, line in enumerate(text.split("\n"), start=1) if line.startswith(start))


# ── What a policy says ──────────────────────────────────────────────────────────────────────────────────────────
def test_the_sample_for_a_desk_says_what_it_looks_like() -> None:
    read = read_policy(SAMPLES["desk"].encode(), FILE)
    assert (read.mode, read.organisation, read.languages) == ("desk", "Example Crisis Centre", ("ru", "kk", "en"))
    assert (read.cover_minutes, read.end_minutes, read.full_screen, read.printing) == (2, 10, False, True)
    assert (read.only_removable, read.least_words, read.least_kdf_mib) == (True, 4, 256)
    assert read.must_report.keys() == {"ru", "kk", "en"}
    assert [one.number for one in read.help_lines] == ["102", "111"]
    assert (read.retention_days, read.retention_fields) == (365, {"child_words": 90})
    assert read.fields.hidden == ("substances",)
    assert read.fields.names["place"]["en"] == "Where it was"


def test_the_sample_for_a_corner_computer_says_what_it_looks_like() -> None:
    read = read_policy(SAMPLES["kiosk"].encode(), FILE)
    assert (read.mode, read.sum, read.start_page) == ("kiosk", "7*7*7*7", True)
    assert (read.full_screen, read.printing, read.clipboard, read.only_removable) == (True, False, False, True)
    assert read.help_lines[0] == HelpLine("102", {"kk": "Полиция", "ru": "Полиция", "en": "Police"})
    assert not read_policy(b'mode = "kiosk"\ndecoy = false', FILE).decoy


def test_what_is_left_out_takes_the_careful_value_of_its_mode() -> None:
    assert read_policy(b'mode = "home"', FILE) == HOME
    kiosk, desk = read_policy(b'mode = "kiosk"', FILE), read_policy(f'mode = "desk"\n{REPORT}'.encode(), FILE)
    assert (kiosk.printing, kiosk.clipboard) == (False, False)
    assert kiosk.full_screen
    assert kiosk.start_page
    assert kiosk.only_removable
    assert desk.only_removable
    assert kiosk.least_words == desk.least_words == 4


def test_a_session_at_a_kiosk_may_end_as_soon_after_covering_as_anybody_wants() -> None:
    read = read_policy(b'mode = "kiosk"\ncover_minutes = 5\nend_minutes = 1', FILE)
    assert (read.cover_minutes, read.end_minutes) == (5, 1)


def test_words_are_said_in_her_language_or_in_another_of_the_policy() -> None:
    assert said({"ru": "опека", "kk": "қорғаншылық"}, "kk") == "қорғаншылық"
    assert said({"ru": "опека"}, "en") == "опека"
    assert said({}, "en") == ""


def test_windows_editors_may_mark_the_beginning_and_end_lines_their_way() -> None:
    text = b"\xef\xbb\xbf" + SAMPLES["kiosk"].replace("\n", "\r\n").encode()
    assert read_policy(text, FILE) == read_policy(SAMPLES["kiosk"].encode(), FILE)
    broken = SAMPLES["kiosk"].replace("full_screen", "ful_screen").replace("\n", "\r\n").encode()
    assert fault_of(broken)["line"] == line_of(SAMPLES["kiosk"], "full_screen")


# ── The same as elsewhere in the program ────────────────────────────────────────────────────────────────────────
def test_the_parts_of_an_entry_are_those_of_the_guide_to_the_record() -> None:
    assert tuple(one.id for one in load_record_guide("en").parts) == policy_fields.ENTRY_PARTS
    assert set(policy_fields.NEEDED) <= set(policy_fields.ENTRY_PARTS) <= set(policy_fields.FIELDS)


def test_programs_languages_memory_and_the_sum_are_those_of_the_program() -> None:
    from ui.disguises import registry

    assert set(PROGRAMS) == set(registry.NAMES)
    assert set(MEMORY_STEPS) == {mebibytes for _, mebibytes in PROFILES}
    assert HOME.sum == door.canonical(HOME.sum) == door.NEUTRAL_SUM


def test_every_key_is_explained_and_every_explained_key_exists() -> None:
    text = (ROOT / "docs" / "policy.md").read_text("utf-8")
    rows = re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)
    assert tuple(rows) == ("mode", *(one for one in _in_the_order_of_the_table()))
    for word in (*MODES, *LANGUAGES, *PROGRAMS, *EXPORTS):
        assert f'"{word}"' in text
    for one in policy_fields.FIELDS:
        assert f"`{one}`" in text


def _in_the_order_of_the_table() -> tuple[str, ...]:
    first = ("organisation", "languages", "programs", "sum", "start_page", "cover_minutes", "end_minutes")
    return (*first, *(one for one in Policy._fields if one not in (*first, "mode")))


def test_the_table_of_defaults_is_true() -> None:
    """The last column of docs/policy.md against what a file without the key gives."""
    text = (ROOT / "docs" / "policy.md").read_text("utf-8")
    files = {"home": 'mode = "home"', "desk": f'mode = "desk"\n{REPORT}', "kiosk": 'mode = "kiosk"'}
    read = {mode: read_policy(said_.encode(), FILE) for mode, said_ in files.items()}
    checked = 0
    for key, last in re.findall(r"^\| `(\w+)` \|.*\| ([^|]+) \|$", text, re.MULTILINE):
        for mode, cell in zip(MODES, last.split(" / "), strict=False):
            value: Any = getattr(read[mode], key)
            if cell in ("true", "false"):
                assert value is (cell == "true"), (key, mode)
            elif cell.isdigit():
                assert value == int(cell), (key, mode)
            elif cell == "–":
                assert refused_in(mode, key), (key, mode)
            else:
                continue
            checked += 1
    assert checked > 30


def refused_in(mode: str, key: str) -> bool:
    report = REPORT if mode == "desk" else ""
    faults = faults_in(f'mode = "{mode}"\n{key} = 5\n{report}'.encode(), FILE)
    return any(one.facts["reason"] == "not_in_mode" and one.facts["key"] == key for one in faults)


# ── Each key damaged ────────────────────────────────────────────────────────────────────────────────────────────
def statements(text: str, pattern: str) -> list[int]:
    """Numbers of the lines that match."""
    return [number for number, line in enumerate(text.split("\n"), start=1) if re.match(pattern, line)]


PAIR, HEAD = r"[a-z_]+ = ", r"\[[a-z_.]+\]$"
EVERY_PAIR = [(name, number) for name, text in SAMPLES.items() for number in statements(text, PAIR)]
EVERY_HEAD = [(name, number) for name, text in SAMPLES.items() for number in statements(text, r"\[")]


CLOSED = [(name, number) for name, text in SAMPLES.items() for number in statements(text, PAIR + r'.*["\]]$')]


def changed(name: str, number: int, change: Any) -> str:
    lines = SAMPLES[name].split("\n")
    lines[number - 1] = change(lines[number - 1])
    return "\n".join(lines)


@pytest.mark.parametrize(("name", "number"), EVERY_PAIR)
def test_a_mistyped_key_names_its_line(name: str, number: int) -> None:
    for change in (lambda line: "x" + line, lambda line: line.replace(" =", "q =", 1)):
        found = fault_of(changed(name, number, change))
        assert (found["line"], found["reason"]) == (number, "unknown")


@pytest.mark.parametrize(("name", "number"), EVERY_HEAD)
def test_a_mistyped_block_names_its_line(name: str, number: int) -> None:
    found = fault_of(changed(name, number, lambda line: re.sub(r"([a-z_]+)(\]+)$", r"\1q\2", line)))
    assert (found["line"], found["reason"]) == (number, "unknown")


@pytest.mark.parametrize(("name", "number"), EVERY_PAIR)
def test_a_key_that_stands_twice_names_the_second_line(name: str, number: int) -> None:
    found = fault_of(changed(name, number, lambda line: f"{line}\n{line}"))
    assert (found["line"], found["reason"]) == (number + 1, "twice")
    over_lines = changed(name, number, lambda line: f"{line}\n{line.split(' = ')[0]} = [\n 1, # ]\n 2,\n]")
    found = fault_of(over_lines)
    assert (found["line"], found["reason"]) == (number + 1, "twice")
    assert found["key"] == SAMPLES[name].split("\n")[number - 1].split(" = ")[0]


@pytest.mark.parametrize(
    ("name", "number"), [(name, n) for name, text in SAMPLES.items() for n in statements(text, HEAD)]
)
def test_a_block_that_stands_twice_names_the_second_line(name: str, number: int) -> None:
    found = fault_of(changed(name, number, lambda line: f"{line}\n\n{line}"))
    assert (found["line"], found["reason"]) == (number + 2, "twice")


@pytest.mark.parametrize(("name", "number"), EVERY_PAIR)
def test_a_value_of_another_kind_names_its_line(name: str, number: int) -> None:
    for other in ("1.5", "07:32:00", "{ a = 1 }", "[[1]]"):
        found = fault_of(changed(name, number, lambda line, other=other: f"{line.split(' = ')[0]} = {other}"))
        assert found["line"] == number
        assert found["reason"] in {"kind", "not_a_choice"}


@pytest.mark.parametrize(("name", "number"), CLOSED)
def test_a_quote_or_bracket_that_is_missing_names_its_line(name: str, number: int) -> None:
    line = SAMPLES[name].split("\n")[number - 1]
    found = fault_of(changed(name, number, lambda line: line[:-1]))
    # A list without its end goes on in the next line that is none, and the words say to look at the line above.
    last = max(n for one, n in EVERY_PAIR if one == name)
    following = (
        next(n for n, one in enumerate(SAMPLES[name].split("\n"), 1) if n > number and one[:1] not in ("", "#"))
        if number < last
        else number
    )
    assert found["line"] in ((number,) if line[-1] == '"' else (number, following))
    assert found["reason"] == "toml"


def _what_a_key_needs() -> dict[str, tuple[str, ...]]:
    return {"mode": ("missing",), "number": ("missing",), **dict.fromkeys(LANGUAGES, ("no_words",))}


@pytest.mark.parametrize(("name", "number"), EVERY_PAIR)
def test_a_key_that_was_taken_out_is_missed_only_where_it_is_needed(name: str, number: int) -> None:
    lines = SAMPLES[name].split("\n")
    key = lines[number - 1].split(" = ")[0]
    without = "\n".join([*lines[: number - 1], *lines[number:]])
    if key not in _what_a_key_needs():
        read_policy(without.encode(), FILE)
        return
    found = fault_of(without)
    head = max((n for n in statements(SAMPLES[name], r"\[") if n < number), default=1)
    assert found["line"] == head
    assert found["reason"] in _what_a_key_needs()[key]


def test_a_desk_without_what_it_has_to_report_is_no_desk() -> None:
    found = fault_of('# a comment\nmode = "desk"\n')
    assert (found["reason"], found["wanted"], found["line"]) == ("missing", "must_report", 2)
    assert fault_of('mode = "desk"\nmust_report = {}')["reason"] == "no_words"
    two = fault_of('mode = "desk"\nlanguages = ["ru", "kk"]\n\n[must_report]\nru = "опека"\nen = "x"\n')
    assert (two["reason"], two["language"], two["line"]) == ("no_words", "kk", 4)


@pytest.mark.parametrize(
    ("text", "reason", "line"),
    [
        ("", "missing", 1),
        ('mode = "office"', "not_a_choice", 1),
        ('\nmode = ["kiosk"]', "kind", 2),
        ('mode = "kiosk"\ncover_minutes = 0', "out_of_range", 2),
        ('mode = "kiosk"\ncover_minutes = true', "kind", 2),
        (f'mode = "desk"\ncover_minutes = 10\n{REPORT}', "too_early", 2),
        (f'mode = "desk"\n\ncover_minutes = 5\n\nend_minutes = 5\n{REPORT}', "too_early", 5),
        ('mode = "kiosk"\nlanguages = []', "empty", 2),
        ('mode = "kiosk"\nlanguages = [\n "ru",\n "kk",\n "ru",\n]', "twin", 5),
        ('mode = "kiosk"\nprograms = [\n "calculator", # good\n "solitaire",\n]', "not_a_choice", 4),
        ('mode = "kiosk"\nexports = "paper"', "kind", 2),
        ('mode = "kiosk"\nsum = "1+1"', "not_a_sum", 2),
        ('mode = "kiosk"\nsum = "7×7×7×7"', "not_a_sum", 2),
        ('mode = "kiosk"\nsum = "1234567"', "not_a_sum", 2),
        ('mode = "home"\nsum = "7*7*7*7"', "not_in_mode", 2),
        ('mode = "kiosk"\nretention_days = 3', "not_in_mode", 2),
        ('mode = "home"\npack_key = "12ab"', "not_a_key", 2),
        ('mode = "home"\nleast_kdf_mib = 300', "not_a_choice", 2),
        # No second store is made: a policy that allows one would promise it.
        ('mode = "home"\ndecoy = true', "not_a_choice", 2),
        ('mode = "home"\nleast_words = 3', "out_of_range", 2),
        ('mode = "home"\norganisation = "  "', "empty", 2),
        (f'mode = "home"\norganisation = "{"x" * 81}"', "too_long", 2),
        ('mode = "home"\norganisation = "Cen\\u202Etre"', "unseen", 2),
        ('mode = "home"\norganisation = "one\\ntwo"', "unseen", 2),
        ('mode = "home"\nhelp_lines = "150"', "kind", 2),
        ('mode = "home"\nhelp_lines = [\n 150]', "kind", 3),
        ('mode = "home"\n\n[[help_lines]]\nkk = "a"\nru = "b"\nen = "c"', "missing", 3),
        ('mode = "home"\n[[help_lines]]\nnumber = "call us"\nkk = "a"\nru = "b"\nen = "c"', "not_a_number", 3),
        ('mode = "home"\n[[help_lines]]\nnumber = 150\nkk = "a"\nru = "b"\nen = "c"', "kind", 3),
        ('mode = "home"\n[fields]\nhidden = ["marks",\n"text"]', "needed", 4),
        ('mode = "home"\n[fields]\nhiden = ["marks"]', "unknown", 3),
        ('mode = "home"\n[fields.names.marks]\nkk = "a"', "no_words", 2),
        ('mode = "home"\nfields.names.cat.kk = "a"', "unknown", 2),
        (f'mode = "desk"\n{REPORT}[retention_fields]\nmarks = 30\nwhen = 30', "needed", 8),
        (f'mode = "desk"\n{REPORT}[retention_fields]\nmarks = 0', "out_of_range", 7),
        (f'mode = "home"\n[[help_lines]]\n{"x" * 4001} = 1', "long_line", 3),
        ("mode = 'home'\nx = " + "[" * 1500 + "]" * 1500, "nesting", 2),
        ("mode = 'home'\nx = 1\n" + ".".join("a" * 200) + " = 1", "long_line", 3),
        ("mode = 'home'\n\nx = " + "9" * 3000, "long_line", 3),
        (b'mode = "home"\norganisation = "\xca\xf0\xe8\xe7\xe8\xf1"', "letters", 2),
        ('mode = "home"\n"" = 1', "unknown", 2),
        ('mode = "home"\nmode = "desk"', "twice", 2),
        ('mode = "home"\nfields.order = []\n\n[fields]\nhidden = []', "twice", 4),
        ('mode = "home"\norganisation = "a\nb"', "toml", 2),
        ('mode = "home"\norganisation = """a\nb\n\n', "toml", 2),
        ('mode = "home"\n\nlanguages = ["ru",\n\n', "toml", 3),
        ('mode = "home"\n<<<<<<< HEAD\n', "toml", 2),
    ],
    ids=lambda value: str(value)[:40] if isinstance(value, str) else "",
)
def test_each_fault_is_named_with_its_line(text: str | bytes, reason: str, line: int) -> None:
    found = fault_of(text)
    assert (found["reason"], found["line"]) == (reason, line)


def test_all_faults_are_told_at_once_in_the_order_of_the_lines() -> None:
    text = 'mode = "kiosk"\nsum = "2"\nfull_screen = "yes"\n\n[fields]\nhidden = ["text", "mark", "cat"]\n'
    faults = [(one.facts["line"], one.facts["reason"]) for one in faults_in(text.encode(), FILE)]
    assert faults == [(2, "not_a_sum"), (3, "kind"), (6, "not_a_choice"), (6, "not_a_choice"), (6, "needed")]


def test_a_file_full_of_unknown_names_gets_no_endless_guessing() -> None:
    text = "".join(f"printin{number} = true\n" for number in range(30))
    mends = [one.facts["mend"] for one in faults_in(f'mode = "home"\n{text}'.encode(), FILE)]
    assert mends == ["rename"] * 20 + ["remove"] * 10


def test_a_fault_never_repeats_what_stands_in_the_file_beyond_names_of_keys() -> None:
    text = 'mode = "home"\norganisation = 5\n"<b>Marat</b>\\u202E" = "secret words"\n'
    said_ = " ".join(str(value) for one in faults_in(text.encode(), FILE) for value in one.facts.values())
    assert "Marat" not in said_
    assert "secret" not in said_


# ── Words for every fault ───────────────────────────────────────────────────────────────────────────────────────
def test_every_fault_that_the_code_can_raise_has_words_and_no_words_are_left_over() -> None:
    code = "".join(path.read_text("utf-8") for path in sorted((ROOT / "safeplan").glob("policy*.py")))
    words = load_policy_words("en")
    for table in (words.reasons, words.mends):
        assert not [one for one in table if f'"{one}"' not in code]
    named = re.findall(r'fault\(\s*"(\w+)", "(\w+)"', code)
    named += re.findall(r'self\.(missing)\([^,]+, "(\w+)"', code)
    named += [("kind", mend) for mend in re.findall(r'wrong_kind\("(\w+)"', code)]
    assert {reason for reason, _ in named} <= set(words.reasons)
    assert {mend for _, mend in named} <= set(words.mends)
    assert len(named) > 30


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_a_fault_are_filled_in(language: str) -> None:
    words = load_policy_words(language)
    for name, number in EVERY_PAIR:
        for other in ('""', "9999", '["x"]', '"kiosq"'):
            damaged = changed(name, number, lambda line, other=other: f"{line.split(' = ')[0]} = {other}")
            for one in faults_in(damaged.encode(), FILE):
                line = words.line_of(one)
                assert line.startswith(f"{FILE}:{one.facts['line']}: ")
                assert "{" not in line


# ── Where it lies ───────────────────────────────────────────────────────────────────────────────────────────────
def test_a_computer_without_a_policy_is_a_home_and_reads_nothing_more(tmp_path: Path) -> None:
    """The everyday program starts on every computer: no reader of TOML is loaded where there is nothing to read."""
    program = (
        "import sys; from pathlib import Path; from safeplan import policy;"
        "policy.policy_path = lambda: Path(sys.argv[1]);"
        "assert policy.policy_here() is policy.HOME;"
        "print(*sorted(m for m in sys.modules if m in ('tomllib', 'difflib') or m.startswith('safeplan.policy')))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, tmp_path / "none" / "policy.toml"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert run.stdout.split() == ["safeplan.policy", "safeplan.policy_shape"]


def test_something_else_in_the_place_of_the_folder_is_no_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tally").write_text("")
    monkeypatch.setattr(policy, "policy_path", lambda: tmp_path / "tally" / "policy.toml")
    with pytest.raises(PolicyFault):
        policy.policy_here()


def test_no_variable_of_the_environment_moves_the_policy(monkeypatch: pytest.MonkeyPatch) -> None:
    before = policy.policy_path()
    for name in ("HOME", "XDG_CONFIG_DIRS", "XDG_CONFIG_HOME", "ProgramData", "ALLUSERSPROFILE"):
        monkeypatch.setenv(name, "/elsewhere")
    assert policy.policy_path() == before
    assert before.is_absolute()


# ── Anything at all ─────────────────────────────────────────────────────────────────────────────────────────────
@st.composite
def damaged_samples(draw: st.DrawFn) -> bytes:
    """A sample with pieces of itself, of TOML or of noise in the wrong places."""
    content = draw(st.sampled_from(sorted(SAMPLES.values()))).encode()
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.integers(0, 60)))
        put = draw(st.one_of(st.binary(max_size=8), st.sampled_from(PIECES), st.just(content[start - 40 : start])))
        content = content[:start] + put + content[end:]
    return content


PIECES = (
    *(
        b'"',
        b"'",
        b'"""',
        b"'''",
        b"[",
        b"]",
        b"[[",
        b"{",
        b"}",
        b"=",
        b".",
        b"#",
        b"\\",
        b"\r",
        b"\n",
        b"a.b",
        b"[a]",
    ),
    *(b"\xef\xbb\xbf", b"1979-05-27 07:32:00", b"0x", b"inf", b"\\u0000", b"\x00", b",", b"= 1\n"),
)


@settings(deadline=1000, max_examples=300)
@given(st.one_of(st.binary(max_size=2000), st.text(max_size=2000).map(str.encode), damaged_samples()))
def test_any_bytes_end_in_a_policy_or_in_a_fault_with_a_line(content: bytes) -> None:
    faults = faults_in(content, FILE)
    lines = content.count(b"\n") + 1
    for one in faults:
        assert 1 <= int(one.facts["line"]) <= lines
        load_policy_words("kk").line_of(one)
    if not faults:
        read = read_policy(content, FILE)
        assert isinstance(read, Policy)
        assert isinstance(read.fields, FieldRules)
        assert read.mode in MODES


HEAVY = {
    "brackets": b"a = " + b"[" * 60_000,
    "brackets over lines": b"a = " + b"[\n" * 30_000,
    "tables": b"a = " + b"{a=" * 15_000,
    "unknown keys": b"".join(b"organisatiom%d = 1\n" % n for n in range(2500)),
    "unknown words": b'mode = "home"\nlanguages = [\n' + b'"rx",\n' * 9000 + b"]",
    "unknown languages": b'mode = "desk"\n[must_report]\n' + b"".join(b"k%d = 1\n" % n for n in range(6500)),
    "blocks": b"[[help_lines]]\n" * 4000,
    "deep blocks": b"".join(b"[" + b".".join([b"a"] * 90) + b".x%d]\n" % n for n in range(320)),
    "quotes": b'"' * 65_000,
    "quotes over lines": b'a = """' + b'\\"\n' * 20_000,
    "digits": b"a = " + b"9" * 3900,
    "hexadecimal": b"a = 0x" + b"f" * 3900,
    "dots": (b"a" + b".a" * 99 + b" = 1\n") * 300,
    "comments": b"#\n" * 32_000,
    "dates": b"a = 0000-00-00\n" * 4000,
    "spaces": b"a = 1\n" + b" " * 3999 + b"\n" + b"\t" * 3999,
}


@pytest.mark.timeout(60)
@pytest.mark.parametrize("name", HEAVY)
def test_the_heaviest_file_is_judged_within_a_second(name: str) -> None:
    import time

    started = time.process_time()
    assert faults_in(HEAVY[name], FILE)
    assert time.process_time() - started < 1.0
