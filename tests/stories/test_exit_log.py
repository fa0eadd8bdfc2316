"""Exits that were made once count in later runs of the same program, also from where they are laid for everybody."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import exit_log
import pytest
from exit_log import ExitLog, lay_out
from exit_sampler import OneExit

ONE = OneExit(0.0123456, 0.02, 0.0, False, 0, frozenset(), 0.04, float("inf"), 0.0, 249.5, 0.004, True)
ODD = replace(ONE, holes=1, wrong_names=frozenset({"My notes"}))


@pytest.fixture(autouse=True)
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(exit_log, "MADE_HERE", tmp_path / "here")
    monkeypatch.setattr(exit_log, "FOR_EVERYBODY", tmp_path / "all")
    return tmp_path


def test_what_was_made_is_known_but_for_half_a_line(folders: Path) -> None:
    log = ExitLog("gate")
    log.add(ONE)
    log.add(ODD)
    (path,) = folders.rglob("gate.jsonl")
    path.write_text(path.read_text() + '{"last_str')
    assert ExitLog("gate").known() == [ONE, ODD]
    assert ExitLog("menu").known() == []


def test_laid_out_they_count_elsewhere_and_what_is_made_there_is_added(folders: Path) -> None:
    ExitLog("gate").add(ODD)
    lay_out()
    (folders / "here").rename(folders / "gone")
    log = ExitLog("gate")
    rounded = replace(ODD, last_strange=0.01235)
    assert log.known() == [rounded]
    log.add(ONE)
    assert ExitLog("gate").known() == [rounded, ONE]


def test_another_programs_exits_do_not_count(folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ExitLog("gate").add(ONE)
    lay_out()
    monkeypatch.setattr(exit_log, "program_name", lambda: "another")
    assert ExitLog("gate").known() == []
    lay_out()
    assert [one.name for one in (folders / "all").iterdir()] == ["another"]


def test_where_somebody_says_with_a_reason_that_nothing_changed_for_an_exit_they_count_on(
    folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ExitLog("gate").add(ONE)
    lay_out()
    before = exit_log.program_name()
    (folders / "all" / "same.toml").write_text(
        f'[[same]]\nprogram = "later"\nearlier = "{before}"\nwhy = "A sentence in a file that no exit reads."\n'
    )
    monkeypatch.setattr(exit_log, "program_name", lambda: "later")
    ExitLog("gate").add(ODD)
    lay_out()
    (folders / "here").rename(folders / "gone")
    assert [one.last_strange for one in ExitLog("gate").known()] == [round(ONE.last_strange, 5)] * 2
    monkeypatch.setattr(exit_log, "program_name", lambda: "another")
    assert ExitLog("gate").known() == []
