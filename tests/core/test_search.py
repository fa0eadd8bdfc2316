"""Search: any form of a word in three languages, whatever is typed is words, and nothing is left of what went."""

from __future__ import annotations

import time

import pytest
import sqlcipher3.dbapi2 as driver
from builders import a_file, a_person, a_source, an_incident, fresh_database, ids_found
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from safeplan import errors
from safeplan.records import attachments, breaches, incidents, life_events, orders, people, search_index
from safeplan.records.entry_fields import searched
from safeplan.records.incident_document import as_plain, words_of
from safeplan.records.incident_form import Care, Happened, IncidentForm, KeptThing, PoliceCall, Statement, Witness
from safeplan.records.search import Asked, search
from safeplan.records.sittings import begin_sitting
from safeplan.records.word_forms import words_in
from safeplan.records.wording import keep_as_typed
from safeplan.vault.database import DATABASE_SETTINGS, Database
from safeplan.vault.migrations import migrate

REUSE = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def db(tmp_path):
    yield from fresh_database(tmp_path)


def numbers(found):
    return [result.line.number for result in found.results]


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "дверь",
            "ДВЕРЬ",
            "двер",
            "дверью",
            "дверями",
            "вер",
            "ёлка",
            "елка",
            "ЁЛК",
            "елки",
            "стучит",
            "стучали",
        ),
        *("үйге", "ҮЙГЕ", "уйге", "үйден", "уйден", "уй", "қақ", "какты", "ме", "у", "в", "дверь үйге", "стучал в"),
        *("подьезд", "подъезде", "есік", "есик", "есiк", "есігі", "есикти"),
        *("hits", "hitting", "threat", "threatens", "neighbour's"),
    ],
)
def test_every_form_and_every_way_of_typing_a_word_finds_it(db, clock, typed):
    wanted = an_incident(
        db, clock, "Стучал в дверь. Ёлка у меня. Үйге қақты. Подъезд. Есікті. He hit. Threats. Neighbour"
    )
    an_incident(db, clock, "XYZ")
    assert ids_found(db, typed) == {wanted.id}


@pytest.mark.parametrize("typed", ["дверной", "дверь окно", "zz", "", "   ", "\0", "верди", "қала"])
def test_other_words_do_not_and_every_word_counts(db, clock, typed):
    an_incident(db, clock, "Стучал в дверь. Үйге қақты.")
    assert ids_found(db, typed) == set()


@pytest.mark.parametrize(
    ("forms", "others"),
    [
        ("дверь двери дверью дверями дверей", "дверца"),
        ("стучал стучала стучит стучать стучали", "стул"),
        ("угрожал угрожает угрожала угрожали", "угощал"),
        ("отец отца отцу отцом отцы отцов", "отчет"),
        ("день дня дню днём дни днями", "дно деление"),
        ("рот рта рту ртом", "трата кто"),
        ("лоб лба лбу лбом", "лоно"),
        ("сон сна сном сны", "сын сноха"),
        ("перец перца перцем", "перед"),
        ("палец пальца пальцы пальцев", "палатка"),
        ("участок участка участку участком", "частный"),
        ("ребёнок ребёнка ребенку ребенком", "ребро"),
        ("ремень ремня ремнём ремни", "ремонт"),
        ("локоть локтя локтем", "локон"),
        ("сестра сёстры сестёр сестре", "семестр"),
        ("ушёл ушла ушли", "уши"),
        ("соседка соседки соседку соседкой", "соседство"),
        ("полиция полиции полицией полицию", "поликлиника"),
        ("үй үйге үйден үйім үйінде", "үлкен"),
        ("есік есігі есікті есіктен", "есеп"),
        ("бала балалар баласы балаларға баламен", "балық"),
        ("қорқыттым қорқытты қорқытқан", "қорық"),
        ("hit hits hitting", "hill"),
        ("threat threats threatening", "three"),
        ("injury injuries", "inside"),
    ],
)
def test_each_form_of_a_word_finds_each_other(db, clock, forms, others):
    kept = {an_incident(db, clock, f"a {form} b").id for form in forms.split()}
    an_incident(db, clock, others)
    for form in forms.split():
        found = ids_found(db, form)
        assert found <= kept, form
        # Two languages may share a form; nearly all must be found from each.
        assert len(kept - found) <= 1, form


def test_words_of_one_and_two_letters_are_found(db, clock):
    ours = an_incident(db, clock, "Ол үй де.")
    theirs = an_incident(db, clock, "Я в ТЦ")
    assert (ids_found(db, "ол"), ids_found(db, "үй"), ids_found(db, "тц"), ids_found(db, "я")) == (
        *({ours.id}, {ours.id}),
        *({theirs.id}, {theirs.id}),
    )


def test_a_word_deep_in_a_long_text_is_found(db, clock):
    kept = an_incident(db, clock, "көп сөз " * 20_000 + "Шелек " + "x" * 100_000 + " соңы")
    assert ids_found(db, "шелек") == ids_found(db, "соңы") == ids_found(db, "xxx соңы") == {kept.id}
    (result,) = search(db, Asked("шелек")).results
    (place,) = result.places
    assert [place.text[begin:end] for begin, end in place.marks] == ["Шелек"]
    assert place.cut_before
    assert len(place.text) <= 200


def test_a_word_of_a_hundred_thousand_letters_holds_nobody_up(db, clock):
    an_incident(db, clock, "аб" * 50_000 + " избил")
    started = time.thread_time()
    assert numbers(search(db, Asked("бил"))) == [1]
    assert numbers(search(db, Asked("ба"))) == []
    assert time.thread_time() - started < 2


def test_two_spellings_of_one_letter_are_one(db, clock):
    kept = an_incident(db, clock, "мои\u0306 чаи\u0306ник")
    assert ids_found(db, "мо\u0439 ча\u0439ник") == {kept.id}
    (result,) = search(db, Asked("чайник")).results
    assert [result.places[0].text[begin:end] for begin, end in result.places[0].marks] == ["чаи\u0306ник"]


def test_places_people_files_and_vague_times_are_found_too(db, clock, tmp_path):
    who = a_person(db, clock, "Ержан Касымов", nickname="the neighbour")
    form = IncidentForm(text="x", place="школа", people=(who.id,), happened=Happened("vague", words="before Nauryz"))
    kept = incidents.add_incident(db, clock, form)
    a_file(db, clock, a_source(tmp_path, name="Подъезд вечером.jpg"), kept.id, note="с балкона")
    for typed in ("школа", "касымов", "neighbour", "nauryz", "подъезд", "ер", "балкон", "jpg"):
        assert ids_found(db, typed) == {kept.id}, typed
    (result,) = search(db, Asked("касымов вечер")).results
    assert (result.people, result.places[0].field) == ((who.id,), "file_name")
    people.remove_person(db, clock, who.id)
    assert ids_found(db, "касымов") == set()


def test_every_part_of_an_entry_is_searched_and_no_choice_in_it(db, clock):
    form = IncidentForm(
        text="aa1",
        said=(Statement("bb2", by="cc3", known="saw"),),
        seen_by=(Witness("dd4", "ee5", noticed="both", willing="unknown", words="ff6"),),
        police_calls=(PoliceCall("102", "gg7", "hh8", "ii9", "yes", "jj10", "kk11"),),
        care=(Care("doctor", "ll12", "mm13", record_number="nn14"),),
        kept=(KeptThing("oo15", "pp16"),),
        afterwards="qq17",
    )
    kept = incidents.add_incident(db, clock, form)
    texts = list(words_of(form))
    assert sorted(written.text for written in searched(as_plain(form))) == sorted(texts)
    for text in texts:
        assert ids_found(db, text) == {kept.id}, text
    for choice in ("saw", "both", "unknown", "yes", "doctor"):
        assert ids_found(db, choice) == set(), choice


def test_results_come_newest_first_page_by_page_with_the_places_marked(db, clock):
    for number in range(1, 8):
        an_incident(db, clock, f"{'тихо ' * number}Стучал в двери {number}" if number != 4 else "other")
    first = search(db, Asked("дверь"), limit=4)
    assert numbers(first) == [7, 6, 5, 3]
    second = search(db, Asked("дверь"), first.more, limit=4)
    assert (numbers(second), second.more) == ([2, 1], None)
    place = first.results[0].places[0]
    assert (place.field, [place.text[begin:end] for begin, end in place.marks]) == ("text", ["двери"])
    assert numbers(search(db, Asked(), limit=2)) == [7, 6]


@pytest.mark.parametrize("whole", ["samsung2024", "saule1990@mail.kz", "instagram_77", "kz777abc"])
def test_a_word_that_ends_in_digits_is_found_at_every_letter_of_the_way(db, clock, whole):
    wanted = an_incident(db, clock, f"what was written stands under {whole.upper()} since then").id
    missed = [whole[:length] for length in range(2, len(whole) + 1) if ids_found(db, whole[:length]) != {wanted}]
    assert missed == []


def test_words_inside_words_count_when_few_begin_so(db, clock):
    an_incident(db, clock, "избил")
    for _ in range(3):
        an_incident(db, clock, "билет")
    assert numbers(search(db, Asked("бил"))) == [4, 3, 2, 1]
    assert numbers(search(db, Asked("бил"), limit=2)) == [4, 3]
    (_, result) = search(db, Asked("бил"), limit=4).results[2:]
    assert [result.places[0].text[begin:end] for begin, end in result.places[0].marks] == ["избил"]


def test_what_is_found_is_narrowed_by_time_person_kind_place_and_order(db, clock):
    who = a_person(db, clock)
    add = lambda **fields: an_incident(db, clock, "дверь", **fields)  # noqa: E731
    add(happened=Happened("day", "2025-12-31"), people=(who.id,), place="У дома")
    add(happened=Happened("exact", "2026-02-10T21:00"), kinds=("threat",), place=" у  ДОМА ")
    add(happened=Happened("range", "2026-02-27", "2026-03-02"), kinds=("threat", "money"))
    add(happened=Happened("vague", "2026-03-20", words="about"))
    add()
    for asked, expected in (
        (Asked("дверь", since="2026-01-01", until="2026-02-28"), [3, 2]),
        (Asked(since="2026-03-02", until="2026-03-02"), [3]),
        (Asked(since="2026-03-01"), [4, 3]),
        (Asked(until="2025-12-31"), [1]),
        (Asked(since="2024-02-29", until="2027-01-01"), [4, 3, 2, 1]),
        (Asked(since="2027-01-01", until="2026-01-01"), []),
        (Asked(people=(who.id,)), [1]),
        (Asked("дв", kinds=("threat",)), [3, 2]),
        (Asked(kinds=("threat", "money"), since="2026-03-01"), [3]),
        (Asked(place="у дома"), [2, 1]),
        (Asked("окно", place="у дома"), []),
        (Asked(orders=("0" * 32,)), []),
    ):
        assert numbers(search(db, asked)) == expected, asked
    assert set(db.rows("SELECT kind, value FROM facet WHERE kind IN ('harm', 'place')")) == {
        ("harm", "threat"),
        ("harm", "money"),
        ("place", "у дома"),
    }


def test_entries_of_an_order_are_found_as_soon_as_a_breach_names_them(db, clock):
    kept = an_incident(db, clock)
    order, breach = "a" * 32, "b" * 32
    db.execute("INSERT INTO court_order VALUES (?, 1, '{}', '2026-03-02T00:00:00Z')", (order,))
    db.execute("INSERT INTO order_breach VALUES (?, ?, ?, '{}', '2026-03-02T00:00:00Z')", (breach, order, kept.id))
    assert numbers(search(db, Asked(orders=(order,)))) == [1]
    db.execute("DELETE FROM order_breach")
    assert numbers(search(db, Asked(orders=(order,)))) == []


def test_an_entry_that_leans_on_a_day_of_hers_moves_with_it(db, clock):
    event = life_events.add_life_event(db, "the move", "2025-06-10")
    an_incident(db, clock, happened=Happened("vague", anchor=event.id, side="around"))
    assert numbers(search(db, Asked(since="2025-06-01", until="2025-06-05"))) == [1]
    life_events.change_life_event(db, event.id, "the move", "2024-06-10")
    assert numbers(search(db, Asked(since="2025-06-01", until="2025-06-05"))) == []
    assert numbers(search(db, Asked(since="2024-06-01", until="2024-06-05"))) == [1]


def test_an_amendment_changes_what_is_found(db, clock):
    kept = an_incident(db, clock, "lantern")
    incidents.amend_incident(db, clock, kept.id, IncidentForm(text="window"), "")
    assert ids_found(db, "lantern") == set()
    assert ids_found(db, "window") == {kept.id}
    assert ids_found(db, "win") == {kept.id}


def everything(db):
    tables = ("found", "found_word", "found_due", "entry_time", "facet")
    return [sorted(db.rows(f"SELECT * FROM {table}")) for table in tables]


def a_whole_log(db, clock, tmp_path):
    """Entries kept, amended, taken back, removed, with and without files."""
    who = a_person(db, clock)
    made = [
        an_incident(db, clock, f"дверь {number} samovar{number}", happened=Happened("day", f"2026-02-0{number}"))
        for number in range(1, 7)
    ]
    for entry in made:
        a_file(db, clock, a_source(tmp_path, entry.id.encode(), f"balalaika{entry.number}.jpg"), entry.id)
    begin_sitting(db, clock)
    incidents.amend_incident(
        db, clock, made[0].id, IncidentForm(text="окно", people=(who.id,), kinds=("money",), place="двор"), ""
    )
    incidents.remove_incident(db, clock, made[2].id, keep_hash=False)
    attachments.remove_attachment(db, clock, attachments.list_attachments(db, made[3].id)[0].id)
    later = [an_incident(db, clock, f"kettle{number}") for number in range(3)]
    incidents.take_back_incident(db, later[0].id)
    return made, later


def test_the_index_made_anew_is_the_index_that_was_kept(db, clock, tmp_path):
    made, later = a_whole_log(db, clock, tmp_path)
    assert ids_found(db, "kettle1") == {later[1].id}
    kept, seen = everything(db), []
    assert search_index.rebuild(db, lambda done, total: seen.append((done, total))) == 7
    assert everything(db) == kept
    assert seen[-1] == (8, 8)
    with pytest.raises(errors.Cancelled):
        search_index.rebuild(db, cancelled=lambda: True)
    assert everything(db) == kept
    # An index of an earlier program, or none, is made anew as soon as it is needed.
    db.execute("UPDATE state SET value = 'old' WHERE name = 'index_shape'")
    db.execute("DROP TABLE found_word")
    assert ids_found(db, "окно") == {made[0].id}
    assert everything(db) == kept
    db.execute("INSERT INTO found (found) VALUES ('integrity-check')")


def test_with_an_index_that_is_due_a_long_log_keeps_at_once_and_gives_up_the_words_of_what_goes(
    db, clock, monkeypatch
):
    monkeypatch.setattr(search_index, "MOST_WHEN_OPENED", 3)
    made = [an_incident(db, clock, f"samovar{number}") for number in range(5)]
    begin_sitting(db, clock)
    assert ids_found(db, "samovar1") == {made[1].id}
    db.execute("UPDATE state SET value = 'old' WHERE name = 'index_shape'")
    later = an_incident(db, clock, "kettle")
    assert search_index.is_due(db), "keeping does not wait for the whole index"
    assert db.value("SELECT count(*) FROM found") == 5
    incidents.remove_incident(db, clock, made[1].id, keep_hash=False)
    assert db.rows("SELECT name FROM sqlite_master WHERE name LIKE 'found%' OR name = 'entry_time'") == []
    incidents.take_back_incident(db, later.id)
    again = an_incident(db, clock, "teapot")
    assert search_index.is_due(db)
    assert (ids_found(db, "teapot"), ids_found(db, "samovar1"), ids_found(db, "kettle")) == ({again.id}, set(), set())
    assert ids_found(db, "samovar2") == {made[2].id}
    assert not search_index.is_due(db)


def test_taking_back_moves_the_later_entries_in_the_index_too(db, clock):
    first, middle, last = (an_incident(db, clock, word) for word in ("kettle", "samovar", "teapot"))
    incidents.take_back_incident(db, middle.id)
    assert (ids_found(db, "teapot"), ids_found(db, "kettle"), ids_found(db, "samovar")) == (
        {last.id},
        {first.id},
        set(),
    )
    assert numbers(search(db, Asked("t"))) == [2]


@pytest.mark.parametrize("overwriting", [True, False])
def test_nothing_taken_back_or_removed_is_left_in_any_page(clock, tmp_path, overwriting):
    """The same shape and settings without the cipher, so that all pages can be read as they are. With the overwriting
    switched off the words are found: that half shows that the other half can fail."""
    path = tmp_path / "plain.bin"
    db = Database(driver.connect(str(path), isolation_level=None), path)
    for statement in DATABASE_SETTINGS:
        db.execute(statement)
    migrate(db)
    search_index.rebuild(db)
    if not overwriting:
        db.execute("PRAGMA secure_delete = OFF")
        db.execute("INSERT INTO found (found, rank) VALUES ('secure-delete', 0)")
    for number in range(30):
        an_incident(db, clock, f"ordinary day {number}")
    fixed = an_incident(db, clock, "zxqwvut at the gate", place="Qqvwplace")
    source = a_source(tmp_path, b"original bytes" * 9, "jjkkfile.jpg")
    a_file(db, clock, source, fixed.id)
    begin_sitting(db, clock)
    taken = an_incident(db, clock, "vvbbnoun again")
    incidents.amend_incident(db, clock, fixed.id, IncidentForm(text="wwggchanged"), "")
    assert len(ids_found(db, "zxqwvut") | ids_found(db, "jjkkfile") | ids_found(db, "wwggch")) == 1
    incidents.take_back_incident(db, taken.id)
    incidents.remove_incident(db, clock, fixed.id, keep_hash=False)
    content = path.read_bytes().lower()
    assert b"ordinary day 3" in content
    left = [piece for piece in (b"zxqw", b"qqvw", b"jjkk", b"vvbb", b"wwgg") if piece in content]
    assert bool(left) is not overwriting, left
    assert ids_found(db, "zxqwvut") == ids_found(db, "jjkkfile") == ids_found(db, "vvbb") == set()
    assert len(ids_found(db, "ordinary")) == 30
    db.close()


@pytest.mark.row("H-07")
@REUSE
@given(st.text(max_size=40))
@example('"')
@example('abc" OR "x')
@example("abc*")
@example("NEAR(abc def)")
@example("tokens : abc")
@example("'; DROP TABLE incident; --")
@example("\ud800abc")
@example("%%% ___")
@example("(((")
@example("=стем #p")
@example("ǅ ﬁ ß İ")
def test_whatever_is_typed_is_only_words(db, clock, typed):
    kept = an_incident(db, clock, f"before {typed} after")
    words = list(words_in(keep_as_typed(typed)))
    found = ids_found(db, typed)
    assert (kept.id in found) is bool(words)
    for result in search(db, Asked(typed)).results:
        for place in result.places:
            assert all(place.text[begin:end].strip() for begin, end in place.marks)
    assert db.value("SELECT count(*) FROM incident") > 0
    incidents.take_back_incident(db, kept.id)
    assert ids_found(db, "before") == set()


@pytest.mark.parametrize("typed", ['"', "*", "NOT", "a OR b", "%", "([{", "--", "#h", "=abc*OR"])
def test_signs_of_query_languages_match_nothing_by_themselves(db, clock, typed):
    an_incident(db, clock, "plain bits and abcdef", kinds=("threat",))
    assert ids_found(db, typed) == set()
    assert search(db, Asked(typed)).results == ()


def test_an_upsert_beside_a_search_trigger_works(db, clock, tmp_path):
    """Inside a trigger the conflict rule of the outer statement wins: the triggers must not lean on their own."""
    begin_sitting(db, clock)
    entry = an_incident(db, clock, happened=Happened("vague", words="after it"))
    file = a_file(db, clock, a_source(tmp_path), entry.id)
    kept = orders.add_order(db, clock, orders.OrderForm(name="an order"))
    breaches.add_breach(db, clock, kept.id, entry.id)
    note = (
        "INSERT INTO file_note VALUES (?, ?, '', 0, '2026-03-02T09:00:00Z') ON CONFLICT (attachment_id)"
        " DO UPDATE SET words = excluded.words"
    )
    breach = (
        "INSERT INTO order_breach VALUES (?, ?, ?, ?, '2026-03-02T09:00:00Z') ON CONFLICT (order_id, incident_id)"
        " DO UPDATE SET document = excluded.document"
    )
    for word in ("kettle", "ladder"):
        db.execute(note, (file.id, word))
        db.execute(breach, ("5" * 32, kept.id, entry.id, "{}"))
        assert ids_found(db, word) == {entry.id}
    assert ids_found(db, "kettle") == set()
