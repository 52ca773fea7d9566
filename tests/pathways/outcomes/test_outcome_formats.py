"""Outcomes as text, table, workbook, page and picture: the same facts, and no hidden number in any of them."""

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import openpyxl
import pytest

from ontology.errors import UnsupportedError
from ontology.records import OutcomeObservation
from ontology.store import KnowledgeBase
from pathways.outcomes import FORMATS, sentences, summary
from pathways.outcomes.wording import AVERAGED, HIDDEN, since
from standards.imports import import_release
from standards.outcomes import MEASURES, Outcomes, outcomes

ADOPTED = dict.fromkeys(("stillwater-bend-hydro", "tamarack-pud", "tamarack-valley-college"))


@pytest.fixture(scope="module")
def base(project: Path) -> Iterator[KnowledgeBase]:
    with KnowledgeBase.in_memory() as base:
        import_release(base, "partnership", [project / "examples/power-generation"])
        yield base


@pytest.fixture(scope="module")
def told(base: KnowledgeBase) -> Outcomes:
    return outcomes(base, "power-generation", date(2025, 1, 1), ADOPTED)


@pytest.fixture(scope="module")
def written(told: Outcomes) -> dict[str, bytes]:
    return {form: FORMATS.find(form).write(told) for form in FORMATS.extensions}


def test_the_example_hides_what_its_page_says(told: Outcomes) -> None:
    gone = {(row.measure, row.name.removesuffix(" (fictional)"), row.period) for row in told.rows if row.hidden}

    assert gone == {
        ("turnover", "Larkspur Plateau Wind", "2024"),
        ("turnover", "Larkspur Plateau Wind", "2025"),
        ("placement", "Wind Energy Maintenance", "2024"),
        ("placement", "Instrumentation and Control Technology", "2024"),
        ("credentials-earned", "Basin Rim Technical College", "2024"),
    }
    assert summary(told) == "42 observations of 9 measures, 5 hidden"


def test_what_is_hidden_has_no_number_and_no_source(told: Outcomes) -> None:
    kept = {"value", "low", "high", "numerator", "denominator", "people", "source", "page", "reported"}
    for row in told.rows:
        if row.hidden:
            assert {getattr(row, field) or None for field in kept} == {None}


def test_text_says_each_measure_and_that_it_is_an_association(written: dict[str, bytes], told: Outcomes) -> None:
    text = written["txt"].decode()

    assert [m.label for m in MEASURES.values() if f"\n{m.label} (" in text] == [m.label for m in MEASURES.values()]
    changed = [effect for effect in told.effects if effect.with_standard]
    assert text.count("This is an association, not proof of a cause; it rests on") == len(changed) > 5
    assert "  With the standard: 19.4% (33 of 170) before, 10.2% (18 of 176) after: \u22129.2 points" in text
    assert text.count(f"  {HIDDEN}") == told.hidden


def test_the_table_and_the_workbook_have_a_row_for_each(written: dict[str, bytes], told: Outcomes) -> None:
    rows = list(csv.DictReader(io.StringIO(written["csv"].decode())))
    book = openpyxl.load_workbook(io.BytesIO(written["xlsx"]))

    assert [row["hidden"] == "yes" for row in rows] == [one.hidden for one in told.rows]
    assert all(row["value"] == row["people"] == row["numerator"] == "" for row in rows if row["hidden"] == "yes")
    assert book.sheetnames == ["What changed", "Observations"]
    cells = [[cell.value for cell in row] for row in book["Observations"].iter_rows()]
    assert sum(row[0] in {one.measure for one in told.rows} for row in cells) == len(told.rows)


def test_json_comes_back(written: dict[str, bytes], told: Outcomes) -> None:
    assert Outcomes.model_validate_json(written["json"]) == told
    assert json.loads(written["json"])["standard"] == "power-generation"


def test_the_picture_is_drawn_in_panels_with_its_sources(written: dict[str, bytes], told: Outcomes) -> None:
    svg = ET.fromstring(written["svg"])
    texts = [element.text or "" for element in svg.iter("{http://www.w3.org/2000/svg}text")]

    assert [m.label for m in MEASURES.values() if m.label in texts] == [m.label for m in MEASURES.values()]
    said = " ".join(texts)
    assert all(source in said for source in told.sources)
    assert "association, not proof" in said
    assert {"8 of 41", "33 of 170"} <= {*texts}
    across = float(svg.get("width") or 0)
    assert all(0 <= float(at) <= across for element in svg.iter() for at in [element.get("cx", "0")])


def test_the_title_stands_once_on_a_page_and_in_the_picture_alone(written: dict[str, bytes], told: Outcomes) -> None:
    page, picture = written["html"].decode(), written["svg"].decode()
    title = f">Outcomes under {told.title}</"

    assert [text.count(f"{title}text>") for text in (page, picture)] == [0, 1]
    assert page.count(f"{title}h1>") == 1
    assert [text.count(f">{since(told)[:40]}") for text in (page, picture)] == [2, 2]  # seen, and heard in the picture


def test_who_does_not_see_the_picture_hears_what_it_says(written: dict[str, bytes], told: Outcomes) -> None:
    svg = ET.fromstring(written["svg"])
    described = svg.find("{http://www.w3.org/2000/svg}desc")

    assert described is not None
    assert svg.get("aria-describedby") == described.get("id")
    words = described.text or ""
    assert all(f"{measure.label}: " in words for measure in MEASURES.values())
    assert "Turnover: With the standard: 19.4% (33 of 170) before, 10.2% (18 of 176) after" in words


def test_a_day_that_was_asked_for_is_not_the_standards(told: Outcomes) -> None:
    """It stands beside the day on which the standard was ratified or published, or that it never was."""
    day = date(2026, 3, 1)

    assert since(told).startswith(
        "Looked at is before and after 2025-01-01, the day that was asked for. The standard itself is neither ratified "
        "nor published yet. Taken up by "
    )
    published = told.model_copy(update={"held": day})
    assert "asked for. The standard was first ratified or published on 2026-03-01. Taken" in since(published)
    own = published.model_copy(update={"since": day, "adopters": ()})
    assert since(own) == (
        "The standard holds from 2026-03-01, when it was first ratified or published. "
        "Nobody is said to have taken it up."
    )


def test_what_is_averaged_is_said(told: Outcomes) -> None:
    turnover = told.effects[0]
    assert turnover.with_standard
    before = turnover.with_standard.before.model_copy(update={"averaged": True})
    uneven = turnover.model_copy(update={"with_standard": turnover.with_standard.model_copy(update={"before": before})})

    assert AVERAGED in set(sentences(uneven)) - set(sentences(turnover))


def test_the_page_stands_alone(written: dict[str, bytes]) -> None:
    page = written["html"].decode()

    assert page.count('<h2 id="') == len(MEASURES)
    assert not re.search(r"<script|src=|href=\"http|@import", page)
    assert f'<td class="kept" colspan="4">{HIDDEN}</td>' in page


def test_it_is_the_same_each_time(base: KnowledgeBase, written: dict[str, bytes]) -> None:
    again = outcomes(base, "power-generation", date(2025, 1, 1), dict(reversed(ADOPTED.items())))

    assert {form: FORMATS.find(form).write(again) for form in FORMATS.extensions} == written


def test_no_number_of_a_hidden_observation_is_in_any_form(base: KnowledgeBase, written: dict[str, bytes]) -> None:
    """Each hidden share is unlike all that are shown; it is looked for as its counts, which only it has."""
    release = base.release("outcomes-power-generation")
    known = {(one.numerator, one.denominator) for one in base.records(release, OutcomeObservation)}
    hidden = {(3, 9), (2, 9), (9, 11), (17, 22)}

    assert hidden <= known
    for form in ("txt", "csv", "html", "svg", "json"):
        text = written[form].decode()
        for numerator, denominator in hidden:
            assert f"{numerator} of {denominator}<" not in text
            assert f"{numerator} of {denominator} " not in text
            assert f",{numerator},{denominator}," not in text


def test_before_the_standard_holds_nothing_is_said_of_it(base: KnowledgeBase) -> None:
    told = outcomes(base, "power-generation")

    assert {effect.refused for effect in told.effects} == {
        "the standard is neither ratified nor published, so there is no before and after"
    }
    assert next(sentences(told.effects[0])).startswith("Nothing can be said: the standard is neither")


def test_a_panel_of_which_nothing_can_be_said_has_no_room_for_a_plot(base: KnowledgeBase, told: Outcomes) -> None:
    def height(outcomes: Outcomes) -> float:
        return float(ET.fromstring(FORMATS.find("svg").write(outcomes)).get("height") or 0)

    late = outcomes(base, "power-generation", date(2026, 1, 1), ADOPTED)

    assert "begins on 2026-01-01 or later; report one" in next(sentences(late.effects[0]))
    assert height(told) - height(late) > 3 * 100


def test_there_is_no_other_form() -> None:
    with pytest.raises(UnsupportedError, match="not a format of outcomes"):
        FORMATS.find("pdf")
