"""The body map: every place is found with a finger and with the keyboard, and the pictures are fit for a court."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeplan import errors
from safeplan.content import body_map
from safeplan.content.body_map import FIGURES, VIEWS, figure_svg, hit, is_private, place_ids, regions, view

EVERY_VIEW = [(figure, side) for figure in FIGURES for side in VIEWS]
SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Spot:
    figure: str
    view: str
    x: float
    y: float


# ── Places ──────────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(("figure", "id"), EVERY_VIEW)
def test_the_middle_of_every_place_lies_in_that_place(figure: str, id: str) -> None:
    assert {one.id: hit(figure, id, *one.middle) for one in regions(figure, id)} == {
        one.id: one.id for one in regions(figure, id)
    }


@pytest.mark.parametrize(("figure", "id"), EVERY_VIEW)
def test_arrows_reach_every_place_from_the_first_one(figure: str, id: str) -> None:
    places = {one.id: one for one in regions(figure, id)}
    reached, ahead = set(), [regions(figure, id)[0].id]
    while ahead:
        now = ahead.pop()
        reached.add(now)
        ahead += [one for one in places[now].neighbours.values() if one and one not in reached]
    assert reached == set(places)


@pytest.mark.parametrize(("figure", "id"), EVERY_VIEW)
def test_an_arrow_leads_the_way_it_points(figure: str, id: str) -> None:
    places = {one.id: one for one in regions(figure, id)}
    for one in places.values():
        for arrow, axis, sign in (("left", 0, -1), ("right", 0, 1), ("up", 1, -1), ("down", 1, 1)):
            other = one.neighbours[arrow]
            assert not other or sign * (places[other].middle[axis] - one.middle[axis]) > 0


@pytest.mark.parametrize(("figure", "id"), EVERY_VIEW)
def test_no_point_of_the_body_is_without_a_place(figure: str, id: str) -> None:
    drawn = view(figure, id)
    known = {one.id for one in drawn.regions}
    for outline in drawn.outlines:
        assert {hit(figure, id, x, y) for x, y in outline} <= known
    assert hit(figure, id, 0.0, 0.0) == ""


@given(st.sampled_from(EVERY_VIEW), st.floats(-2, 3), st.floats(-2, 3))
def test_any_point_is_a_place_or_beside_the_body(which: tuple[str, str], x: float, y: float) -> None:
    found = hit(*which, x, y)
    assert found in (*place_ids(*which), "")
    if not (-0.1 < x < 1.1 and -0.1 < y < 1.1):
        assert found == ""


def test_left_is_the_left_of_the_body_in_every_view() -> None:
    """From the front its left hand is on the right of the picture, from behind on the left."""
    assert (hit("adult", "front", 0.84, 0.51), hit("adult", "back", 0.84, 0.51)) == ("hand_left", "hand_right")
    assert {one.side for one in regions("adult", "left")} == {"left"}
    assert {one.side for one in regions("adult", "right")} == {"right"}
    palms = {one.id: one.middle[0] for one in regions("adult", "palms")}
    # Seen from the palm, the thumb of a right hand points to the right.
    assert palms["thumb_right"] > palms["little_finger_right"]
    assert palms["thumb_left"] < palms["little_finger_left"]
    backs = {one.id: one.middle[0] for one in regions("adult", "hands_back")}
    assert backs["thumb_right"] < backs["little_finger_right"]


def test_a_child_has_the_same_places_and_other_proportions() -> None:
    for side in VIEWS:
        assert place_ids("child", side) == place_ids("adult", side)

    def head_share(figure: str) -> float:
        ys = [y for _, y in view(figure, "front").outlines[0]]
        chin = next(one for one in regions(figure, "front") if one.id == "face").border
        return (max(y for _, y in chin) - min(ys)) / (max(ys) - min(ys))

    assert head_share("child") > 1.2 * head_share("adult")


def test_the_arm_that_hangs_in_front_is_met_before_the_body_behind_it() -> None:
    assert hit("adult", "left", 0.51, 0.28) == "upper_arm_left"
    assert hit("adult", "left", 0.38, 0.28) == "ribs_left"


def test_places_under_clothes_are_marked_so_that_no_picture_is_asked_for() -> None:
    private = {one.id for figure, side in EVERY_VIEW for one in regions(figure, side) if one.private}
    assert private == {"chest_left", "chest_right", "groin", "buttock_left", "buttock_right"}
    assert all(is_private(one) for one in private)
    assert not any(is_private(one) for one in ("wrist_left", "face", "cheek_right", "palm_left"))


def test_an_unknown_view_is_a_mistake_of_the_program() -> None:
    for figure, side in (("adult", "inside"), ("dog", "front")):
        with pytest.raises(errors.Bug):
            view(figure, side)


def test_nothing_can_say_how_old_a_mark_is() -> None:
    words = " ".join((*body_map.MARK_KINDS, *body_map.SIZES, *body_map.COLOURS, *body_map.PAINS))
    assert not re.search(r"\b(old|new|fresh|day|week|age)", words)


# ── Pictures ────────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(("figure", "id"), EVERY_VIEW)
def test_every_view_is_a_drawing_that_stays_on_its_sheet(figure: str, id: str) -> None:
    drawn = view(figure, id)
    points = [point for line in (*drawn.outlines, *drawn.lines) for point in line]
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in points)
    assert len(points) > 100
    assert figure_svg(figure, id) == figure_svg(figure, id)


@given(st.lists(st.tuples(st.sampled_from(EVERY_VIEW), st.floats(0, 1), st.floats(0, 1)), max_size=40))
def test_every_mark_has_its_number_inside_the_picture(marks: list[tuple[tuple[str, str], float, float]]) -> None:
    numbered = [(number, Spot(*which, x, y)) for number, (which, x, y) in enumerate(marks, 1)]
    for figure, side in EVERY_VIEW:
        tree = ElementTree.fromstring(figure_svg(figure, side, numbered))
        left, top, width, height = map(float, tree.attrib["viewBox"].split())
        numbers = list(tree.iter(f"{SVG}text"))
        wanted = {str(number) for number, spot in numbered if (spot.figure, spot.view) == (figure, side)}
        assert {one.text for one in numbers} == wanted
        assert len(list(tree.iter(f"{SVG}circle"))) == len(wanted)
        for one in numbers:
            assert left < float(one.attrib["x"]) < left + width
            assert top < float(one.attrib["y"]) < top + height


def test_numbers_at_the_edge_never_lie_on_each_other() -> None:
    marks = [(number, Spot("adult", "front", 0.2, 0.3 + number / 1000)) for number in range(1, 16)]
    tree = ElementTree.fromstring(figure_svg("adult", "front", marks))
    rows = sorted(float(one.attrib["y"]) for one in tree.iter(f"{SVG}text"))
    assert min(b - a for a, b in pairwise(rows)) > 10


def test_no_words_reach_a_picture_but_two_letters() -> None:
    svg = figure_svg("adult", "front", (), {"left": "<script>x</script>", "right": "П"})
    assert [one.text for one in ElementTree.fromstring(svg).iter(f"{SVG}text")] == ["scri", "П"]
    assert not re.search(r"href|script>|url\(|<image|<style", svg)


def test_a_drawing_says_nothing_about_skin_or_sex() -> None:
    for figure, side in EVERY_VIEW:
        colours = set(re.findall(r"#[0-9a-f]{6}", figure_svg(figure, side)))
        assert all(len({one[1:3], one[3:5], one[5:7]}) == 1 for one in colours), "greys only"
