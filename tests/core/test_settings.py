"""Settings: typed, limited, and never broken by what another version left behind."""

from __future__ import annotations

from dataclasses import asdict

import pytest
from builders import fresh_database

from safeplan import errors
from safeplan.records import settings
from safeplan.records.settings import Settings


@pytest.fixture
def db(tmp_path):
    yield from fresh_database(tmp_path)


def test_a_new_store_has_the_defaults(db):
    assert settings.all_settings(db) == Settings()
    assert settings.get(db, "idle_minutes") == 2


def test_what_is_set_comes_back_in_its_type(db, clock):
    wanted = Settings(
        "kk", "contrast", 150, "xx", 10, True, "F9", "grown", "plan,people", True, True, True, True, True, True, "ru"
    )
    for name, value in asdict(wanted).items():
        after = settings.set(db, clock, name, value)
        assert getattr(after, name) == value
    assert settings.all_settings(db) == wanted
    assert settings.get(db, "hide_when_inactive") is True


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("text_size", 99),
        ("text_size", 201),
        ("text_size", "150"),
        ("idle_minutes", 0),
        ("idle_minutes", True),
        ("hide_when_inactive", 1),
        ("theme", "pink"),
        ("language", "xx"),
        ("exit_key", "F" * 41),
        ("unknown", "x"),
    ],
)
def test_a_wrong_value_is_refused_and_nothing_changes(db, clock, name, value):
    with pytest.raises(errors.Bug):
        settings.set(db, clock, name, value)
    assert settings.all_settings(db) == Settings()


def test_an_unknown_name_has_no_value(db):
    with pytest.raises(errors.Bug):
        settings.get(db, "unknown")


def test_values_of_another_version_fall_back_to_the_default(db):
    for name, value in {"text_size": "900", "idle_minutes": "soon", "theme": "sepia", "later": "1"}.items():
        db.execute("INSERT INTO setting VALUES (?, ?)", (name, value))
    db.execute("INSERT INTO setting VALUES ('navigation', 'grown')")
    assert settings.all_settings(db) == Settings(navigation="grown")
