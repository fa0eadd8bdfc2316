"""The parts of an entry as a policy wants them: left out, first, renamed; and nothing that was written is lost by it.

Lost without it: an organisation that may not ask about injuries asks all the same, or a draft loses what it held.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from safeplan.policy import FieldRules
from ui.widgets.incident_form import IncidentFields

RULES = FieldRules(
    hidden=("injuries", "marks"),
    names={"place": {"en": "In which room", "ru": "В какой комнате", "kk": "Қай бөлмеде"}},
    order=("seen_by", "place"),
)


@pytest.fixture
def form(qtbot: Any) -> Any:
    def build(rules: FieldRules, language: str = "en") -> IncidentFields:
        fields = IncidentFields(
            lambda: date(2026, 3, 2),
            name="happened",
            names_shown=True,
            more_open=True,
            language=language,
            rules=rules,
        )
        qtbot.addWidget(fields)
        return fields

    return build


def test_what_is_hidden_is_not_asked_and_the_order_is_the_policys(form) -> None:
    as_they_are, ruled = list(form(FieldRules()).parts.unfolds), list(form(RULES).parts.unfolds)
    assert ruled[:2] == ["seen_by", "place"]
    assert set(as_they_are) - set(ruled) == {"injuries", "marks"}
    rest = [one for one in as_they_are if one not in ("injuries", "marks", "seen_by", "place")]
    assert ruled[2:] == rest


@pytest.mark.parametrize(("language", "words"), [("en", "In which room"), ("ru", "В какой комнате")])
def test_a_part_bears_the_words_of_the_organisation(form, language: str, words: str) -> None:
    fields = form(RULES, language)
    assert fields.parts.unfolds["place"].button.text() == words


def test_what_a_hidden_part_holds_already_is_kept(form) -> None:
    written = form(FieldRules())
    written.restore({"text": "A dull evening", "injuries": "left wrist", "place": "the hall"})
    hidden = form(RULES)
    hidden.restore(written.draft())
    kept = hidden.read()
    assert (kept.injuries, kept.place) == ("left wrist", "the hall")
    assert "injuries" not in hidden.parts.unfolds
