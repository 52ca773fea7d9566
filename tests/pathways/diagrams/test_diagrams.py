"""Diagrams: nothing overlaps, nothing is cut, everyone can read them, and they are the same everywhere."""

import os
import random
import re
import subprocess
import sys
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from ontology.records import Iri, Text
from pathways.diagrams import to_svg
from pathways.diagrams.cards import PADDING, Line
from pathways.diagrams.clearing import traced
from pathways.diagrams.layout import Box
from pathways.diagrams.metrics import Style, width
from pathways.diagrams.palette import DARK, LIGHT, Palette, contrast
from pathways.diagrams.picture import Picture, picture
from pathways.diagrams.rows import rows
from pathways.diagrams.wrapping import wrap
from pathways.records.ladder import Direction, Ladder, Reference, Rung, Source, Step, TradeOff, Wage

BASE = "http://localhost:8000/id/trial/"
LONG = "First-Line Supervisors of Transportation and Material-Moving Machine and Vehicle Operators"
GERMAN = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
GOLDEN = Path(__file__).parents[2] / "golden" / "ladders"


def rung(at: int, zone: int, title: str = "", *, paid: bool = True, main: bool = False) -> Rung:
    region = "Ohio" if at % 7 else "the nation"
    wage = Wage(region=region, period="May 2025", source="oews", low=3e4, median=4e4 + at * 1e3, high=9e4)
    return Rung(
        occupation=Iri(f"{BASE}{at}"),
        code=str(at),
        label=Text(value=title or f"Occupation number {at} of the ladder"),
        zone=zone,
        education="High school diploma or equivalent" if at % 2 else "",
        entry=zone == 1,
        main=main,
        dead_end=at % 5 == 4,
        wage=wage if paid else None,
    )


def step(start: int, end: int, direction: str = "advance", *needs: str, gap: float | None = 0.3) -> Step:
    return Step(
        start=Iri(f"{BASE}{start}"),
        end=Iri(f"{BASE}{end}"),
        direction=Direction(direction),
        relatedness=0.5,
        gap=gap,
        wage_change=-0.1 if (start + end) % 5 == 0 else 0.2,
        tradeoff=TradeOff(amount=18_820, share=0.2) if (start + end) % 5 == 1 else None,
        long=(start + end) % 7 == 0,
        credentials=tuple(Reference(iri=Iri(f"{BASE}c{at}"), label=Text(value=name)) for at, name in enumerate(needs)),
        main=start % 3 == 0 and end % 3 == 0,
    )


def ladder(rungs: list[Rung], steps: list[Step], notes: int = 1) -> Ladder:
    return Ladder(
        iri=Iri(f"{BASE}ladder"),
        title="A trial ladder",
        description="Made up to see how much a picture bears.",
        rungs=tuple(rungs),
        steps=tuple(steps),
        notes=tuple(f"Note number {at}." for at in range(notes)),
        sources=(Source(name="oews", title="Nothing real"),),
    )


def crowd(count: int, seed: int) -> Ladder:
    """A ladder of many rungs, each with one or two steps up or sideways."""
    chance = random.Random(seed)
    rungs = [rung(at, 1 + at * 5 // count, LONG if at % 9 == 4 else "", main=at % 3 == 0) for at in range(count)]
    steps = []
    for at in range(count - 1):
        near = [to for to in range(at + 1, count) if rungs[to].zone - rungs[at].zone <= 1]
        for to in chance.sample(near, min(len(near), chance.choice([1, 1, 2]))):
            needs = [f"State license for {'very ' * chance.randrange(6)}long names"] * chance.randrange(4)
            steps.append(step(at, to, chance.choice(["advance", "advance", "lateral", "bridge"]), *needs))
    return ladder(rungs, steps, notes=9)


TRIALS = {
    "empty": ladder([], []),
    "some apart": ladder(
        [rung(at, 1 + at // 3, LONG if at % 3 else "") for at in range(12)], [step(0, 4), step(4, 8), step(3, 8)]
    ),
    "all apart": ladder([rung(at, at) for at in range(6)], []),
    "alone": ladder([rung(0, 2)], []),
    "three": ladder(
        [rung(0, 1), rung(1, 2, LONG), rung(2, 4)], [step(0, 1), step(1, 2, "bridge", "Bachelor's degree")]
    ),
    "unknown zones and pay": ladder(
        [rung(at, 0, paid=False) for at in range(3)], [step(0, 1, gap=0), step(1, 2, gap=None)]
    ),
    "scripts": ladder(
        [
            rung(0, 2, "Монтёр турбин и генераторов"),
            rung(1, 2, "Ηλεκτρολόγος εγκαταστάσεων"),
            rung(2, 3, "فني كهرباء وصيانة التوربينات"),
            rung(3, 3, "発電所の電気技術者および計装技術者の監督"),
            rung(4, 4, GERMAN),
        ],
        [step(0, 2), step(1, 2), step(2, 3), step(3, 4), step(2, 4)],
    ),
    "downward": ladder([rung(at, at) for at in range(6)], [step(at, at + 1) for at in range(5)] + [step(5, 0)]),
    "circle": ladder([rung(at, 3) for at in range(3)], [step(0, 1), step(1, 2), step(2, 0)]),
    "there and back": ladder(
        [rung(0, 2), rung(1, 2), rung(2, 3)],
        [step(0, 1, "lateral"), step(1, 0, "lateral"), step(1, 2), step(1, 2, "bridge", "A card")],
    ),
    "sideways": ladder([rung(at, 2) for at in range(5)], [step(0, at, "lateral", "A card") for at in range(1, 5)]),
    "hub": ladder(
        [rung(0, 1), *(rung(at, 2) for at in range(1, 13)), rung(13, 3)],
        [step(0, at) for at in range(1, 13)] + [step(at, 13, "bridge", "Journey card") for at in range(1, 13)],
    ),
    "sixteen": crowd(16, seed=3),
    "thirty": crowd(30, seed=1),
    "forty": crowd(40, seed=2),
    "nursing": Ladder.model_validate_json((GOLDEN / "nursing.json").read_text()),
    "power generation": Ladder.model_validate_json((GOLDEN / "power-generation.json").read_text()),
}


@pytest.fixture(params=TRIALS, scope="module")
def drawn(request: pytest.FixtureRequest) -> Picture:
    return picture(TRIALS[request.param])


PICTURE = Box(0, 0, 0, 0)


def extent(line: Line, box: Box = PICTURE) -> Box:
    """The room that a line's letters take, from the top of the tallest to the foot of the lowest."""
    top = box.y + line.y - 0.75 * line.style.size
    return Box(box.x + line.x, top, width(line.text, line.style), line.style.size)


def holds(outer: Box, inner: Box) -> bool:
    across = outer.x - 0.1 <= inner.x and inner.x + inner.width <= outer.x + outer.width + 0.1
    return across and outer.y - 0.1 <= inner.y and inner.y + inner.height <= outer.y + outer.height + 0.1


def test_the_trials_have_every_part_of_a_picture() -> None:
    pictures = [picture(trial) for trial in TRIALS.values()]
    steps = [placed for drawn in pictures for placed in drawn.steps]
    shown = {sample.kind for drawn in pictures for sample in drawn.legend}

    assert shown == {"advance", "bridge", "lateral", "main", "tradeoff", "lower-pay", "long", "unknown"}
    assert any(placed.box for placed in steps)
    assert any(placed.box is None for placed in steps)
    assert any(drawn.apart for drawn in pictures)
    assert any(placed.card.tags for drawn in pictures for placed in drawn.cards)
    assert all(drawn.header for drawn in pictures)


def test_nothing_overlaps(drawn: Picture) -> None:
    boxes = [placed.box for placed in drawn.cards]
    boxes += [placed.box for placed in drawn.steps if placed.box]
    boxes += [extent(line) for lane in drawn.lanes for line in lane.lines]
    boxes += [extent(line) for line in (*drawn.header, *drawn.caption)]
    boxes += [extent(sample.line) for sample in drawn.legend]

    assert [(one, other) for one, other in combinations(boxes, 2) if one.overlaps(other)] == []
    assert [lane for lane, other in combinations(drawn.lanes, 2) if lane.box.overlaps(other.box)] == []


def test_everything_is_inside_the_picture(drawn: Picture) -> None:
    whole = Box(0, 0, drawn.width, drawn.height)
    bands = [lane.box for lane in drawn.lanes]

    assert all(holds(whole, extent(line)) for line in (*drawn.header, *drawn.caption))
    assert all(holds(whole, box) for box in bands)
    for placed in drawn.steps:
        points = [Box(x, y, 0, 0) for x, y in placed.arrow.points]
        assert all(holds(Box(0, bands[-1].y, drawn.width, bands[0].y + bands[0].height), point) for point in points)


def test_text_fits_its_box(drawn: Picture) -> None:
    for placed in drawn.cards:
        inner = Box(placed.box.x + PADDING, placed.box.y, placed.box.width - 2 * PADDING, placed.box.height)
        assert all(holds(inner, extent(line, placed.box)) for line in placed.card.lines)
    for labeled in drawn.steps:
        if labeled.box:
            assert all(holds(labeled.box, extent(line, labeled.box)) for line in labeled.label.lines)
    for lane in drawn.lanes:
        assert all(holds(lane.box, extent(line)) for line in lane.lines)


def test_titles_are_never_cut(drawn: Picture) -> None:
    for placed in drawn.cards:
        title = "".join(line.text for line in placed.card.lines if line.style.name == "name")
        assert title.replace(" ", "") == str(placed.card.rung.label).replace(" ", "")


def test_no_arrow_runs_through_a_card(drawn: Picture) -> None:
    for placed in drawn.steps:
        for x, y in traced(placed.arrow):
            point = Box(x, y, 0, 0)
            for other in drawn.cards:
                inner = Box(other.box.x + 3, other.box.y + 3, other.box.width - 6, other.box.height - 6)
                assert not point.overlaps(inner), (placed.step, other.card.rung.label)


def test_arrows_join_their_cards(drawn: Picture) -> None:
    boxes = {placed.card.rung.occupation: placed.box for placed in drawn.cards}
    for placed in drawn.steps:
        for name, (x, y) in ((placed.step.start, placed.arrow.points[0]), (placed.step.end, placed.arrow.tip)):
            box = boxes[name]
            assert holds(Box(box.x - 2, box.y - 2, box.width + 4, box.height + 4), Box(x, y, 0, 0))


def test_hardly_any_label_lies_across_an_arrow(drawn: Picture) -> None:
    courses = [traced(placed.arrow) for placed in drawn.steps]
    crossed = sum(
        any(Box(x, y, 0, 0).overlaps(placed.box) for x, y in course)
        for placed in drawn.steps
        if placed.box
        for course in courses
    )

    assert crossed <= len(drawn.cards) // 10


def test_each_card_is_in_the_lane_of_its_zone_or_apart(drawn: Picture) -> None:
    lanes = {lane.zone: lane.box for lane in drawn.lanes}
    met = {end for placed in drawn.steps for end in (placed.step.start, placed.step.end)}

    for placed in drawn.cards:
        if placed.card.rung.occupation in met:
            assert holds(lanes[placed.card.rung.zone], placed.box)
        else:
            assert drawn.apart
            assert holds(drawn.apart.box, placed.box)
    assert list(lanes) == sorted(lanes)
    heights = [box.y for box in lanes.values()]
    assert heights == sorted(heights, reverse=True)


def test_a_rung_without_a_step_stands_apart_and_says_so() -> None:
    drawn = picture(TRIALS["some apart"])
    alone = [placed.card for placed in drawn.cards if drawn.apart and holds(drawn.apart.box, placed.box)]
    words = [" ".join(line.text for line in card.lines) for card in alone]

    assert len(alone) == 8
    assert all(card.tags == () for card in alone)
    assert "Little or no preparation" in words[0]
    assert "No step found" in [line.text for line in (drawn.apart.lines if drawn.apart else ())]
    assert picture(TRIALS["nursing"]).apart is None


@pytest.mark.parametrize(("change", "explained"), [(-0.08, True), (0.08, False), (None, False)])
def test_lower_pay_is_explained_where_it_occurs(change: float | None, explained: bool) -> None:
    nursing = TRIALS["nursing"]
    steps = tuple(step.model_copy(update={"wage_change": change}) for step in nursing.steps)
    written = to_svg(nursing.model_copy(update={"steps": steps}))

    assert ("“lower pay”: the median pay is lower than on the rung before" in written) is explained


def test_a_trade_off_has_its_own_line_its_amount_and_its_place_in_the_legend() -> None:
    lost = TradeOff(amount=18_820, share=0.15)
    written = to_svg(ladder([rung(0, 1), rung(1, 2)], [step(0, 1).model_copy(update={"tradeoff": lost})]))
    words = " ".join(ET.fromstring(written).itertext())

    assert "trade-off: gives up $18,820 a year" in " ".join(words.split())
    assert "Trade-off: the median pay falls by more than a tenth" in words
    assert 'class="advance tradeoff"' in written
    assert "lower pay" not in words


@pytest.mark.parametrize("long", [True, False])
def test_a_long_step_is_named_and_explained(long: bool) -> None:
    written = to_svg(ladder([rung(0, 1), rung(1, 2)], [step(0, 1).model_copy(update={"long": long})]))
    words = list(ET.fromstring(written).itertext())

    assert ("long step" in words) is long
    assert any(word.startswith("“long step”: most of what the job asks is new") for word in words) is long


def test_an_empty_ladder_says_so() -> None:
    written = " ".join(ET.fromstring(to_svg(TRIALS["empty"])).itertext())

    assert "This ladder has no rungs" in written


# --- The SVG ----------------------------------------------------------------

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def svg() -> ET.Element:
    return ET.fromstring(to_svg(TRIALS["nursing"]))


def test_golden_structure() -> None:
    """Elements, classes, words and order; the numbers may differ by what another machine rounds."""
    written = re.sub(r"\d+(\.\d+)?", "0", re.sub(r' (d|points)="[^"]*"', "", to_svg(TRIALS["nursing"])))
    golden = (GOLDEN / "nursing.svg").read_text()

    assert written == re.sub(r"\d+(\.\d+)?", "0", re.sub(r' (d|points)="[^"]*"', "", golden))


def test_picture_has_a_name_and_a_description(svg: ET.Element) -> None:
    named = {element.get("id"): element.text for element in svg.iter() if element.get("id")}

    assert svg.get("role") == "graphics-document"
    assert named[svg.get("aria-labelledby")] == "From nursing assistant to nurse practitioner"
    assert "5 rungs and 5 steps" in (named[svg.get("aria-describedby")] or "")


def test_rungs_are_links_in_the_order_of_the_ladder(svg: ET.Element) -> None:
    links = list(svg.iter(f"{SVG}a"))

    assert [link.get("href") for link in links] == [rung.occupation for rung in TRIALS["nursing"].rungs]
    assert (links[0].get("aria-label") or "").startswith("Nursing Assistants. Some preparation. $43,620 a year")


def test_pages_choose_where_rungs_lead() -> None:
    written = ET.fromstring(to_svg(TRIALS["nursing"], lambda rung: f"/explore/{rung.code}?a=1&b=2"))

    assert next(written.iter(f"{SVG}a")).get("href") == "/explore/31-1131.00?a=1&b=2"


def test_steps_are_heard_as_sentences(svg: ET.Element) -> None:
    heard = [element.get("aria-label") for element in svg.iter() if element.get("role") == "listitem"]

    assert (
        "Step up through a license, degree or apprenticeship from Registered Nurses to Nurse Practitioners, "
        "24% to learn, pay rises by 31%, needs Master\N{RIGHT SINGLE QUOTATION MARK}s degree, on the main route"
    ) in heard


def test_each_kind_of_arrow_has_its_own_line_and_words() -> None:
    written = to_svg(TRIALS["power generation"])
    dashes = dict(re.findall(r"\.ladder \.(\w+) \.arrow\{stroke-dasharray:([\d. ]+)", written))

    assert set(dashes) == {"lateral", "bridge", "tradeoff"}
    assert len(set(dashes.values())) == 3
    assert {"lateral: 40% to learn", "needs: GWO Basic Safety"} <= set(ET.fromstring(written).itertext())
    assert written.count('class="band"') == 5 + 1  # the steps of the main route, and the legend


def test_hostile_words_stay_words() -> None:
    bad = "</text><script>alert(1)</script>&\x00\x1b\"' <b>"
    hostile = ladder([rung(0, 1, bad)], []).model_copy(update={"title": bad, "description": bad})
    root = ET.fromstring(to_svg(hostile))

    assert [element for element in root.iter() if "script" in element.tag] == []
    assert root.findtext(f"{SVG}title") == bad.replace("\x00", "\ufffd").replace("\x1b", "\ufffd")


def test_the_same_in_every_process() -> None:
    program = (
        "import hashlib, sys; from pathlib import Path; from pathways.formats import FORMATS;"
        "from pathways.records.ladder import Ladder;"
        "ladder = Ladder.model_validate_json(Path(sys.argv[1]).read_text());"
        "print({form.extension: hashlib.sha256(form.write(ladder)).hexdigest() for form in FORMATS})"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", program, GOLDEN / "power-generation.json"],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("0", "1")
    }

    assert len(answers) == 1


# --- Text -------------------------------------------------------------------


def test_wrapping_loses_nothing_and_fits() -> None:
    style = Style("plain", size=12, leading=16)
    for text in (LONG, GERMAN, "発電所の電気技術者", "a/b-c d", "", "  \n "):
        lines = wrap(text, style, 60)
        assert all(width(line, style) <= 60 for line in lines)
        assert "".join(lines).replace(" ", "") == "".join(text.split())


def test_bold_is_wider_than_regular() -> None:
    assert width("Workers", Style("b", 10, 10, 700)) > width("Workers", Style("r", 10, 10))


# --- Colors -----------------------------------------------------------------

Pairs = Callable[[Palette], list[tuple[str, str]]]


def words(colors: Palette) -> list[tuple[str, str]]:
    grounds = [colors.page, colors.card, *colors.lanes]
    read = [(ink, ground) for ground in grounds for ink in (colors.ink, colors.quiet)]
    tags = [(colors.on_main, colors.main), (colors.on_entry, colors.entry), (colors.dead_end, colors.card)]
    return [*read, *tags, (colors.ink, colors.label), *((colors.ink, ground) for ground in grounds_of_labels(colors))]


def grounds_of_labels(colors: Palette) -> tuple[str, str]:
    return colors.bridge_ground, colors.tradeoff_ground


def shapes(colors: Palette) -> list[tuple[str, str]]:
    lines = (colors.line, colors.bridge, colors.tradeoff, colors.main)
    on_lanes = [(line, ground) for line in lines for ground in (colors.page, *colors.lanes)]
    borders = [(border, colors.card) for border in (colors.border, colors.main, colors.link)]
    stripes = list(zip(colors.stripes, colors.lanes, strict=True))
    edges = list(zip((colors.bridge, colors.tradeoff), grounds_of_labels(colors), strict=True))
    return [*on_lanes, *borders, *stripes, *edges, (colors.main, colors.band)]


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("pairs", "least"), [(words, 4.5), (shapes, 3.0)], ids=["words", "shapes"])
def test_contrast(colors: Palette, pairs: Pairs, least: float) -> None:
    assert [(a, b, contrast(a, b)) for a, b in pairs(colors) if contrast(a, b) < least] == []


def test_main_route_stands_out_in_gray() -> None:
    assert contrast(LIGHT.main, LIGHT.line) > 1.5
    assert contrast(DARK.main, DARK.band) > 3


def test_a_rung_that_is_reached_only_sideways_stands_beside_its_neighbor() -> None:
    found = rows(ladder([rung(at, 2) for at in range(4)], [step(0, 1), step(1, 2), step(2, 3, "lateral")]))

    assert [[each.code for each in row.rungs] for row in found] == [["0"], ["1"], ["2", "3"]]
