"""Words of a map: no percentage says more than there is, and what sorts a list is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.records import Iri
from pathways.coverage.curriculum_map import CompetencyCoverage
from pathways.coverage.demand import Ask, AskingJob, Demand, Listing, ListingFirm, Want
from pathways.coverage.demand_wording import order_words
from pathways.coverage.namesakes import kinds_of_namesakes
from pathways.coverage.proposal import LIKELY
from pathways.coverage.reach import NEAR, PARTLY, RungReach
from pathways.coverage.rung_wording import reached_words
from pathways.coverage.wording import beside_words, percent
from standards.matching import UNMATCHED, Entry


@pytest.mark.parametrize("bound", sorted({UNMATCHED, LIKELY, NEAR, PARTLY}))
def test_what_is_just_below_a_bound_is_not_shown_as_the_bound(bound: float) -> None:
    assert int(percent(bound - 0.0001)[:-1]) == round(100 * bound) - 1
    assert int(percent(bound)[:-1]) == round(100 * bound)


def test_a_sum_that_floating_point_leaves_short_is_what_it_should_be() -> None:
    assert percent(0.7 + 0.1) == "80%"


@given(st.floats(0, 1))
def test_a_percentage_is_within_a_point_and_never_shown_beyond_a_tenth(share: float) -> None:
    shown = int(percent(share)[:-1])

    assert abs(shown - 100 * share) < 1 + 1e-9
    assert shown // 10 <= 10 * share + 1e-9
    assert (shown == 0) == (share == 0)
    assert (shown == 100) == (share > 1 - 1e-11)


JOBS = tuple(AskingJob(iri=Iri(f"http://x/job/{at}"), label=f"Job {at}") for at in range(3))
FIRM = ListingFirm(iri=Iri("http://x/firm"), label="Pine")


def wants(*asked: tuple[float | None, ...], listed: int = 0) -> list[Want]:
    """Return competencies with the importance that each job gives them; the first ones stand in the list of a firm."""
    listing = (Listing(firm=FIRM.iri, statement="x", confidence=0.9),)
    return [
        Want(
            competency=Iri(f"http://x/{at}"),
            label=str(at),
            asks=tuple(Ask(job=job.iri, importance=rated) for job, rated in zip(JOBS, given_, strict=False)),
            listings=listing if at < listed else (),
        )
        for at, given_ in enumerate(asked)
    ]


@pytest.mark.parametrize(
    ("found", "jobs", "said"),
    [
        (wants((5.0,), (3.0, 2.0)), 3, "Sorted by how many jobs ask and how important it is to them ("),
        (wants((None, None), (None,)), 3, "Sorted by how many jobs ask, then by name."),
        (wants((4.0,), (3.0,)), 1, "Sorted by how important it is to the job, then by name."),
        (wants((None,), (None,), listed=1), 3, "Sorted by how many firms may list it, then by name."),
        (
            wants((None, None), (None,), listed=1),
            3,
            "how many jobs ask, then how many firms may list it, then by name.",
        ),
        (wants((None,), (None,)), 3, "All are asked for alike; sorted by name."),
        (wants((None,)), 3, ""),
    ],
)
def test_the_order_is_said_by_what_differs(found: list[Want], jobs: int, said: str) -> None:
    words = order_words(found, Demand(label="P", jobs=JOBS[:jobs], firms=(FIRM,), wants=tuple(found)))

    assert said in words
    assert bool(said) is bool(words)


def test_what_is_not_the_best_match_of_an_outcome_needs_half() -> None:
    assert "count only from 50% on" in beside_words()


def test_a_name_that_stands_twice_comes_with_its_kind() -> None:
    skill, knowledge = (
        Entry(iri=Iri(f"http://x/{kind}"), label="Mathematics", kind=f"http://x/#{kind}") for kind in ("Skill", "Law")
    )
    kinds = kinds_of_namesakes([skill, knowledge])
    called = [CompetencyCoverage(iri=e.iri, label=e.label, kind=kinds[e.iri]).called for e in (skill, knowledge)]

    assert called == ["Mathematics (skill)", "Mathematics (law)"]
    assert CompetencyCoverage(iri=skill.iri, label="Mathematics").called == "Mathematics"


def test_where_no_job_is_within_reach_the_nearest_is_named_first() -> None:
    def rung(label: str, share: float) -> RungReach:
        job = AskingJob(iri=Iri(f"http://x/{label}"), label=label)
        return RungReach(job=job, share=share, accepted=0, asked=4, covered=1, confirmed=0)

    some = [rung(name, 0.8) for name in ("Fitter", "Helper", "Lead", "Planner")]

    assert reached_words([rung("Fitter", 0.64), rung("Lead", 0.2)]) == (
        "None yet. The nearest is Fitter, with 64% of what the job asks for."
    )
    assert reached_words([rung("Fitter", 0)]) == "None yet."
    assert reached_words([some[0], rung("Lead", 0.2)]) == "1 of 2 jobs is within reach: Fitter."
    assert reached_words(some) == "4 of 4 jobs are within reach: Fitter; Helper; Lead; and 1 more."
