"""The areas: what is missing in which part of a framework, and what a page says of it before all else."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from pathways.coverage import Comparison, CurriculumMap, Demand, Want, compare, comparison_format, coverage_format
from pathways.coverage.answers import comparison_answer, foremost
from pathways.coverage.areas import FEWEST, MOST, areas
from pathways.coverage.basis import comparison_basis, reviewed
from pathways.coverage.demand_wording import many_ask
from pathways.coverage.pages.areas import NAMED
from pathways.coverage.proposal import Standing

GROUPS = {"S1": "Safety", "S2": "Safety", "M1": "Mechanical", "M2": "Mechanical"}


def want(code: str, group: str, asks: int = 1) -> Want:
    asking = tuple({"job": f"http://x/job/{job}"} for job in ("helper", "mechanic")[:asks])
    return Want.model_validate({"competency": f"http://x/{code}", "label": code, "group": group, "asks": asking})


def absent(_: str) -> Standing:
    return Standing.ABSENT


def in_groups(demand: Demand, groups: Mapping[str, str] = GROUPS) -> Demand:
    wants = tuple(want.model_copy(update={"group": groups[want.code]}) for want in demand.wants)
    return demand.model_copy(update={"wants": wants})


def asked(found: CurriculumMap, demand: Demand) -> CurriculumMap:
    facts = {name: getattr(found, name) for name in CurriculumMap.model_fields}
    return CurriculumMap.model_validate({**facts, "demand": demand})


@pytest.fixture(scope="module")
def grouped(mapped: CurriculumMap, demand: Demand) -> CurriculumMap:
    """Return the program against a demand whose competencies stand in two areas."""
    return asked(mapped, in_groups(demand))


def test_the_area_that_lacks_most_stands_first() -> None:
    wants = [want("A1", "A"), want("B1", "B"), want("B2", "B"), want("C1", "C"), want("C2", "C"), want("C3", "C")]
    standing = {"http://x/A1": Standing.TAUGHT, "http://x/C1": Standing.POSSIBLE}
    found = areas(wants, lambda iri: standing.get(iri, Standing.ABSENT))

    # B and C both lack two; B has nothing else.
    assert [(area.name, area.found, area.size) for area in found] == [("B", 0, 2), ("C", 1, 3), ("A", 1, 1)]
    assert [one.label for one in found[1].missing] == ["C2", "C3"]
    assert found[1].numbers == {
        Standing.TAUGHT: 0,
        Standing.LIKELY: 0,
        Standing.POSSIBLE: 1,
        Standing.ELSEWHERE: 0,
        Standing.ABSENT: 2,
    }


def test_one_area_none_or_too_many_tell_nothing() -> None:
    assert areas([], absent) == ()
    assert areas([want("A1", "A"), want("A2", "A")], absent) == ()
    assert areas([want("A1", "A"), want("B1", "B"), want("X", "")], absent) == ()
    assert len(areas([want(f"{n}", f"{n}") for n in range(FEWEST)], absent)) == FEWEST
    assert len(areas([want(f"{n}", f"{n}") for n in range(MOST)], absent)) == MOST
    assert areas([want(f"{n}", f"{n}") for n in range(MOST + 1)], absent) == ()


def test_a_page_names_everything_that_is_missing_by_area_before_it_goes_into_any(grouped: CurriculumMap) -> None:
    page = coverage_format("html").write(grouped).decode()
    first = page[page.index("<main>") : page.index("that matter most</h3>")]

    assert [(area.name, area.found, area.size) for area in grouped.areas] == [("Mechanical", 1, 2), ("Safety", 1, 2)]
    assert "<h3>By area <small>all 2 that are missing, in 2 areas</small></h3>" in first
    assert "Vibration Analysis" in first
    assert "First Aid" in first
    assert "Lockout/Tagout" not in first


def test_a_page_without_areas_says_nothing_of_them(mapped: CurriculumMap) -> None:
    assert not mapped.areas
    assert "By area" not in coverage_format("html").write(mapped).decode()


def test_no_part_of_a_bar_is_a_color_without_words(mapped: CurriculumMap, demand: Demand) -> None:
    unsure = [
        competency.model_copy(
            update={
                "taught_by": tuple(
                    t.model_copy(update={"confidence": 0.5, "standing": Standing.POSSIBLE})
                    for t in competency.taught_by
                )
            }
        )
        for competency in mapped.competencies
    ]
    facts = {name: getattr(mapped, name) for name in CurriculumMap.model_fields}
    found = CurriculumMap.model_validate({**facts, "competencies": unsure, "demand": in_groups(demand)})
    page = coverage_format("html").write(found).decode()

    assert page.count("1 of 2 <small>1 possibly</small></td>") == 2


def test_of_many_missing_the_rest_is_counted(mapped: CurriculumMap, demand: Demand) -> None:
    many = [want(f"N{number:02}", "Many") for number in range(NAMED + 3)]
    both = demand.model_copy(update={"wants": (*in_groups(demand).wants, *many)})
    page = coverage_format("html").write(asked(mapped, both)).decode()

    assert f"N{NAMED - 1:02}</a></b>; and 3 more</td>" in page


def test_what_half_of_the_jobs_ask_for_is_bold_and_that_is_said(grouped: CurriculumMap) -> None:
    assert grouped.demand
    page = coverage_format("html").write(grouped).decode()

    assert len(grouped.demand.jobs) == 2
    assert all(many_ask(one, grouped.demand) for one in grouped.missing)
    assert "In bold: what at least half of the jobs ask for." in page
    assert '<b><a href="http://x/id/s/S2">First Aid</a></b>' in page


def test_a_single_job_that_asks_for_all_makes_nothing_bold(grouped: CurriculumMap) -> None:
    assert grouped.demand
    one = grouped.demand.model_copy(update={"jobs": grouped.demand.jobs[:1]})

    assert not any(many_ask(one_want, one) for one_want in one.wants)


def test_what_is_asked_for_most_is_named_where_the_list_is_longer(demand: Demand) -> None:
    wants = [want(f"N{number}", "", asks=2) for number in range(4)]

    assert foremost(wants, demand) == ("These matter most: N0 (2 of 2 jobs); N1 (2 of 2 jobs); N2 (2 of 2 jobs).")
    assert not foremost(wants[:3], demand)
    assert not foremost(wants, demand.model_copy(update={"jobs": demand.jobs[:1]}))


def test_a_comparison_has_the_bar_the_areas_and_what_they_rest_on(grouped: CurriculumMap) -> None:
    found = beside(grouped)
    page = comparison_format("html").write(found).decode()

    assert found.numbers == grouped.numbers
    assert found.areas == grouped.areas
    assert "<b>2</b> found in no outcome" in page
    assert "All matches are suggestions by a machine; nobody has reviewed any of them yet." in page


def test_programs_that_lack_nothing_together_are_said_to(mapped: CurriculumMap) -> None:
    facts = {name: getattr(mapped, name) for name in CurriculumMap.model_fields}
    full = CurriculumMap.model_validate({**facts, "competencies": mapped.taught, "size": 2, "demand": None})

    assert comparison_answer(beside(full)) == (
        "All 2 competencies of Standard <S> are in some outcome of one program or both, at least possibly."
    )
    assert comparison_answer(compare([full])).endswith("are in some outcome of the program, at least possibly.")


def test_what_a_comparison_rests_on_counts_what_reviewers_accepted(mapped: CurriculumMap) -> None:
    accepted, *others = mapped.taught
    sure = accepted.model_copy(
        update={
            "taught_by": tuple(
                t.model_copy(update={"confidence": 1.0, "standing": Standing.TAUGHT}) for t in accepted.taught_by
            )
        }
    )
    facts = {name: getattr(mapped, name) for name in CurriculumMap.model_fields}
    found = CurriculumMap.model_validate({**facts, "competencies": (sure, *others, *mapped.gaps)})

    assert comparison_basis(beside(found)) == (
        "2 competencies are in some outcome: 1 taught, 1 likely taught, 1 of 2 unconfirmed. "
        "Of 6 suggestions: 6 proposed."
    )
    assert reviewed(mapped).startswith("All ")


def beside(found: CurriculumMap) -> Comparison:
    """Return a program beside a copy of itself."""
    return compare([found, CurriculumMap.model_validate({**found.model_dump(), "program": "http://x/q"})])
