"""The forms of a ranking: what each says, and that all say the same."""

from __future__ import annotations

import csv
import io
import math
from xml.etree import ElementTree as ET

import numpy as np
import openpyxl
import pytest

from pathways.labor_market import FORMATS, Asked, Ranking, rank_sectors, ranking_format
from pathways.labor_market.bubbles import LARGEST, chart
from pathways.labor_market.drawing import to_svg
from pathways.labor_market.names import Spot, labels, shared
from pathways.labor_market.numbers import numbers
from pathways.labor_market.table import COLUMNS
from pathways.scopes import Scopes

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def ranking(projected: Scopes) -> Ranking:
    return rank_sectors(projected, Asked(("WA",)))


def written(ranking: Ranking, form: str) -> bytes:
    return ranking_format(form).write(ranking)


def test_json_is_the_record_itself(ranking: Ranking) -> None:
    assert Ranking.model_validate_json(written(ranking, "json")) == ranking


@pytest.mark.parametrize("form", FORMATS.extensions)
def test_every_form_is_the_same_each_time(ranking: Ranking, form: str) -> None:
    assert written(ranking, form) == written(ranking, form)


def test_the_table_leaves_empty_what_is_not_known(market: Scopes) -> None:
    content = written(rank_sectors(market, Asked(("OR",))), "csv").decode()
    rows = {row["sector"]: row for row in csv.DictReader(io.StringIO(content))}

    assert list(next(iter(rows.values()))) == list(COLUMNS)
    assert (rows["caring"]["place"], rows["caring"]["pay_median"], rows["caring"]["location_quotient"]) == ("", "", "")
    assert (rows["building"]["jobs"], rows["building"]["location_quotient"]) == ("30", "1.2")
    assert rows["building"]["growth_percent"] == ""


def test_the_workbook_has_sectors_critical_occupations_and_what_is_shared(ranking: Ranking) -> None:
    book = openpyxl.load_workbook(io.BytesIO(written(ranking, "xlsx")))

    assert book.sheetnames == ["Sectors", "Critical occupations", "Shared jobs", "What to know"]
    critical = [[cell.value for cell in row] for row in book["Critical occupations"].iter_rows(min_row=2)]
    assert critical[0][:4] == ["Building", "Electricians", "47-2111", 60]
    assert [cell.value for cell in book["Shared jobs"][2]] == ["Building", "Wiring", 60, 0.5]


def test_a_picture_of_one_sector_has_no_places(ranking: Ranking) -> None:
    alone = ranking.model_copy(update={"sectors": ranking.sectors[:1]})
    said = [[text.text or "" for text in ET.fromstring(to_svg(of)).iter(f"{SVG}text")] for of in (ranking, alone)]

    assert ["The number before a name is its place" in " ".join(texts) for texts in said] == [True, False]
    assert [texts.count("1") for texts in said] == [2, 1]  # the place in its bubble, and the line of the nation
    assert [("1 Building" in texts, "Building" in texts) for texts in said] == [(True, False), (False, True)]


def test_the_picture_has_a_bubble_and_a_name_for_each_sector(ranking: Ranking) -> None:
    root = ET.fromstring(written(ranking, "svg"))
    circles = root.findall(f".//{SVG}circle")
    texts = [text.text or "" for text in root.iter(f"{SVG}text")]

    assert len(circles) == 3
    assert {"1 Building", "120 jobs"} <= set(texts)
    assert any(text.startswith("Sources: ") and "Employment Projections" in text for text in texts)
    heard = [item.get("aria-label") or "" for item in root.iter(f"{SVG}g") if item.get("role") == "listitem"]
    assert any(
        "of 3 occupations, employment is published for 2; they hold 90% of its jobs in the nation" in sentence
        for sentence in heard
    )


def test_the_area_of_a_bubble_is_as_its_jobs(ranking: Ranking) -> None:
    bubbles = {bubble.sector.slug: bubble for bubble in chart(ranking).bubbles}

    assert bubbles["caring"].radius == LARGEST
    # 120 of 420 jobs.
    assert bubbles["building"].radius ** 2 / LARGEST**2 == pytest.approx(120 / 420)


def test_where_nothing_can_be_drawn_the_picture_says_so(market: Scopes) -> None:
    ranking = rank_sectors(market, Asked(("OR",), text="caring"))
    root = ET.fromstring(written(ranking, "svg"))

    assert root.findall(f".//{SVG}circle") == []
    assert any("Not drawn" in (text.text or "") for text in root.iter(f"{SVG}text"))
    assert written(ranking, "png").startswith(b"\x89PNG")


def test_names_keep_clear_of_each_other() -> None:
    circles = [(300.0 + 12 * at, 300.0, 10.0) for at in range(6)]
    placed = labels([(f"{at} Sector", "10 jobs") for at in range(6)], circles, Spot(0, 0, 1000, 600))

    spots = np.array([[one.spot.left, one.spot.top, one.spot.width, one.spot.height] for one in placed])
    common = shared(spots, spots)
    assert (np.diag(common) > 0).all()
    assert common.sum() == pytest.approx(np.trace(common))


def test_a_name_touches_neither_its_bubble_nor_a_line() -> None:
    """There is room to the right, but a line goes through it a little farther."""
    line = Spot(360, 0, 3, 600)
    (alone,) = labels([("1 Sector", "10 jobs")], [(300.0, 300.0, 42.0)], Spot(0, 0, 1000, 600))
    (beside,) = labels([("1 Sector", "10 jobs")], [(300.0, 300.0, 42.0)], Spot(0, 0, 1000, 600), [line])

    assert (alone.spot.left, alone.spot.top + alone.spot.height / 2) == pytest.approx((300 + 42 + 5, 300))
    assert beside.spot.left + beside.spot.width <= line.left or beside.spot.left >= line.left + line.width
    for label in (alone, beside):
        assert math.dist(label.spot.nearest(300, 300), (300, 300)) >= 42


def test_numbers_of_bubbles_over_each_other_can_be_told_apart() -> None:
    """The largest has its number beside the middle one; what is free stays in the middle, what is small has none."""
    one, two, three, four = numbers(
        ["12", "15", "3", "16"], [(100, 100, 24), (101, 99, 14), (200, 100, 12), (90, 96, 8)]
    )

    assert (two, three, four) == ((101, 99), (200, 100), None)
    assert one
    assert 14 < math.dist(one, (101, 99)) < 24
    # Nothing is free in one that is covered altogether.
    assert numbers(["1", "2"], [(100, 100, 12), (100, 100, 12)]) == (None, (100, 100))


def test_the_page_explains_itself(ranking: Ranking) -> None:
    page = written(ranking, "html").decode()

    assert "<h1>Sectors in the labor market of Washington</h1>" in page
    assert "Electricians</strong> (47-2111): one of the largest, with 60 jobs" in page
    assert "Concentration is the location quotient" in page
    assert "<svg" in page
    assert ">Sectors in the labor market of Washington</text>" not in page
    assert written(ranking, "svg").decode().count(">Sectors in the labor market of Washington</text>") == 1
