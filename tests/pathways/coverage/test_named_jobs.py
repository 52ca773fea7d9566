"""Named jobs: what some jobs ask for alone, by their codes and titles; worked by hand on two jobs."""

import pytest

from ontology.errors import NotFoundError
from ontology.records import Iri, Text
from pathways.coverage import CurriculumMap, Demand, Target, align, compare
from pathways.coverage.answers import answer
from pathways.coverage.named_jobs import JobNames, of_named_jobs
from pathways.coverage.narrowing import asked_of_named, may_narrow, named_like, narrowed_to
from pathways.coverage.pages import program_page
from pathways.occupations.catalog import OccupationEntry, Occupations
from pathways.occupations.jobs import FirmJob
from standards.curricula import Curriculum

HELPER = OccupationEntry(iri=Iri("http://x/job/helper"), code="49-9098.00", label=Text(value="Helper"))
NURSE = OccupationEntry(iri=Iri("http://x/job/nurse"), code="29-1141.00", label=Text(value="Nurses"))
NAMES = JobNames(
    Occupations.of([HELPER, NURSE]),
    (FirmJob(Iri("http://x/own"), Text(value="Plant Hand"), "http://x/firm", "Firm", places=(1,)),),
)


@pytest.mark.parametrize("name", ["49-9098.00", "49-9098", "helper", "http://x/job/helper", "plant hand"])
def test_only_what_a_named_job_asks_for_counts(demand: Demand, name: str) -> None:
    few = of_named_jobs(demand, [name], NAMES)

    assert [job.label for job in few.jobs] == ["Helper"]
    assert few.among == 2
    # The helper rates both 3, so each weighs 2; of the mechanic's ratings none is left.
    assert [(want.label, want.weight) for want in few.wants] == [("First Aid", 2), ("Lockout/Tagout", 2)]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("plant hand", "Plant Hand (Helper, 49-9098.00)"),
        ("helper", "Helper (49-9098.00)"),
        ("49-9098", "Helper (49-9098.00)"),
    ],
)
def test_a_job_is_shown_by_the_title_of_a_firm_that_named_it(demand: Demand, name: str, said: str) -> None:
    few = of_named_jobs(demand, [name], NAMES)

    assert narrowed_to(few) == f"only what 1 of 2 jobs asks for: {said}"
    assert [want.asks[0].job for want in few.wants] == [few.jobs[0].iri] * 2


def test_one_named_job_is_spoken_of_as_one(demand: Demand) -> None:
    one, both = (of_named_jobs(demand, names, NAMES) for names in (["helper"], ["helper", "Mechanic"]))

    assert asked_of_named(one) == "that this job asks for"
    assert asked_of_named(both) == "that these jobs ask for"
    assert not asked_of_named(demand)
    assert not asked_of_named(None)


def test_several_jobs_together_ask_for_what_any_of_them_does(demand: Demand) -> None:
    every = of_named_jobs(demand, ["helper", "Mechanic"], NAMES)

    assert every.wants == demand.wants
    assert every.among == len(every.jobs) == 2


def test_an_unknown_job_is_an_error_with_the_nearest(demand: Demand) -> None:
    with pytest.raises(NotFoundError, match=r"no job of Panel is called 'helpr'\. The nearest are Helper \(49-9098"):
        of_named_jobs(demand, ["helpr"], NAMES)
    with pytest.raises(NotFoundError, match=r"Panel does not say what Nurses \(29-1141\.00\) need\. Its jobs are"):
        of_named_jobs(demand, ["29-1141.00"], NAMES)


def test_what_no_named_job_asks_for_is_neither_missing_nor_listed(
    curriculum: Curriculum, target: Target, demand: Demand, mapped: CurriculumMap
) -> None:
    few = align(curriculum, target, demand=of_named_jobs(demand, ["helper"], NAMES))

    assert "Vibration Analysis" in {gap.label for gap in mapped.gaps}
    assert [gap.label for gap in few.gaps] == ["First Aid"] == [want.label for want in few.missing]
    assert (few.scope, few.size, few.whole) == (2, 4, True)
    assert answer(few) == (
        "1 of the 2 competencies that 1 of the 2 jobs of Panel, Helper, asks for was found in no outcome."
    )
    assert "only what 1 of 2 jobs asks for: Helper (49-9098.00)</p>" in program_page(few)


def test_the_offer_to_name_jobs_stands_where_none_is_named(
    curriculum: Curriculum, target: Target, demand: Demand, mapped: CurriculumMap
) -> None:
    assert "`ladderworks align shop.csv --to s --job " in may_narrow(mapped, "shop.csv")
    assert not narrowed_to(mapped.demand)
    assert not may_narrow(align(curriculum, target, demand=of_named_jobs(demand, ["helper"], NAMES)))
    known = mapped.model_copy(update={"prepares_for": (Iri("http://x/job/helper"),)})
    assert may_narrow(known, "shop.csv").startswith("Programs of its CIP code prepare for Helper: `ladderworks align")


def test_side_by_side_only_what_the_named_jobs_ask_for_is_counted(
    curriculum: Curriculum, target: Target, demand: Demand, mapped: CurriculumMap
) -> None:
    few = compare([align(curriculum, target, demand=of_named_jobs(demand, ["helper"], NAMES))])
    wide, (program,) = compare([mapped]), few.programs

    assert {one.label for one in wide.taught} > {one.label for one in few.taught} == {"Lockout/Tagout"}
    assert few.common == few.only(program.iri) == few.taught
    assert len(few.taught) == program.taught == 1


def test_the_job_that_is_offered_has_most_in_common_with_the_title_of_the_program(demand: Demand) -> None:
    """Of the words of this program only *mechanic* stands in a title; of the other, none."""
    (found,) = named_like("Shop Mechanic Certificate", demand.jobs)

    assert found.label == "Mechanic"
    assert named_like("Poetry", demand.jobs) == []


def test_the_offer_keeps_the_sector_and_is_silent_of_another_field(mapped: CurriculumMap) -> None:
    assert mapped.demand
    of_sector = mapped.demand.model_copy(update={"sector": "health care"})

    assert "--sector 'health care' --job " in may_narrow(mapped.model_copy(update={"demand": of_sector}))
    assert not may_narrow(mapped.model_copy(update={"of_other_field": True}))
