"""The page there is while the rules of the computer are not in order: read by a volunteer, without a store."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from safeplan.errors import PolicyFault
from safeplan.policy_reading import faults_in
from tests.ui.page_stage import Stage
from ui.pages.policy_fault import PolicyFaultPage

FAULT = faults_in(b'mode = "kiosk"\n\nful_screen = true\n', "/etc/tally/policy.toml")[0]


def opened(qtbot: Any, clock: Any, tmp_path: Path, fault: PolicyFault, language: str = "en") -> PolicyFaultPage:
    stage = Stage(qtbot, clock, None, {"policy_fault": PolicyFaultPage}, tmp_path=tmp_path, language=language)
    page: PolicyFaultPage = stage.go("policy_fault", fault=fault)
    return page


def shown(page: PolicyFaultPage) -> str:
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def test_the_volunteer_reads_file_line_key_and_how_to_mend_it(qtbot: Any, clock: Any, tmp_path: Path) -> None:
    page = opened(qtbot, clock, tmp_path, FAULT)
    assert page.file.text() == "File: /etc/tally/policy.toml"
    assert page.line.text() == "Line 3"
    assert page.key.text() == "Setting: ful_screen"
    assert page.wrong.text() == "There is no setting of this name."
    assert page.mend.text() == "Perhaps “full_screen” is meant."
    # What she can do on this page: nothing that opens or makes anything.
    assert not [one for one in page.findChildren(QAbstractButton) if one.isVisible()]


@pytest.mark.parametrize(("language", "line"), [("ru", "Строка 3"), ("kk", "3-жол")])
def test_in_three_languages(qtbot: Any, clock: Any, tmp_path: Path, language: str, line: str) -> None:
    page = opened(qtbot, clock, tmp_path, FAULT, language)
    assert page.line.text() == line
    assert "{" not in shown(page)


def test_where_the_whole_file_is_at_fault_there_is_no_line_and_a_command_to_copy(
    qtbot: Any, clock: Any, tmp_path: Path
) -> None:
    fault = PolicyFault(
        reason="writable_file",
        mend="rights",
        file="/etc/tally/policy.toml",
        line=0,
        key="",
        folder="/etc/tally",
        command="chown root /etc/tally/policy.toml && chmod 644 /etc/tally/policy.toml",
    )
    page = opened(qtbot, clock, tmp_path, fault)
    assert "Line" not in page.line.text()
    assert not page.key.isVisible()
    assert page.mend.text().endswith("chmod 644 /etc/tally/policy.toml")
    assert page.mend.textInteractionFlags() & page.mend.textInteractionFlags().TextSelectableByMouse


def test_it_stays_when_the_language_is_changed(qtbot: Any, clock: Any, tmp_path: Path) -> None:
    stage = Stage(qtbot, clock, None, {"policy_fault": PolicyFaultPage}, tmp_path=tmp_path)
    stage.go("policy_fault", fault=FAULT)
    stage.context.language = "ru"
    stage.window.rebuild()
    stage.settle()
    page: Any = stage.window.page("policy_fault")
    assert page.key.text() == "Настройка: ful_screen"
    page.arrive()
    assert page.key.text() == "Настройка: ful_screen"
