"""Demand and reach: what is asked for, in which order, and how much of it a graduate brings; worked by hand."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.errors import NotFoundError
from ontology.records import Iri, PublicationStatus, TeachingLevel
from ontology.store import KnowledgeBase
from pathways.coverage import Demand, Standing, Target, Want, read_demand
from pathways.coverage.demand import Ask, AskingJob, most_wanted_first
from pathways.coverage.reach import Distance, reach
from standards.encoding import encoded
from standards.imports import import_release
from standards.publishing.extract import extract


def want(name: str, *importances: float | None, essential: bool = True) -> Want:
    asks = (Ask(job=Iri(f"http://x/job/{n}"), importance=i, essential=essential) for n, i in enumerate(importances))
    return Want(competency=Iri(f"http://x/{name}"), label=name, asks=tuple(asks))


def test_what_many_jobs_need_most_comes_first() -> None:
    # Weights: 2 jobs x (4 - 1) = 6; 1 job x (5 - 1) = 4; 3 unrated jobs x 1 = 3.
    asked = [want("c", None, None, None), want("b", 5), want("a", 4, 4)]

    assert [one.label for one in most_wanted_first(asked)] == ["a", "b", "c"]
    assert [one.weight for one in most_wanted_first(asked)] == [6, 4, 3]
    assert (asked[2].importance, asked[0].importance) == (4, None)


def test_reach_is_the_weight_of_what_is_taught_in_the_weight_of_what_is_essential(demand: Demand) -> None:
    # Helper: S1 weighs 3 - 1 = 2, S2 weighs 2. Mechanic: S1 4, S2 1.5, M2 3; M1 is optional.
    taught = {"http://x/id/s/S1": Standing.LIKELY, "http://x/id/s/M2": Standing.TAUGHT}
    mechanic, helper = reach(demand, taught, {"http://x/id/s/S1": TeachingLevel.INTRODUCED})

    assert helper.share == pytest.approx(2 / 4)
    assert mechanic.share == pytest.approx((4 + 3) / 8.5)
    assert mechanic.accepted == pytest.approx(3 / 8.5)
    assert (helper.accepted, helper.asked, mechanic.asked) == (0, 2, 3)
    assert [lack.label for lack in mechanic.lacks] == ["First Aid"]
    assert mechanic.introduced == ("Lockout/Tagout",)
    assert (mechanic.distance, helper.distance) == (Distance.NEAR, Distance.PARTLY)


def test_a_job_that_asks_for_nothing_essential_is_left_out(demand: Demand) -> None:
    job = AskingJob(iri=Iri("http://x/job/0"), label="Clerk")
    asked = Demand(label="P", jobs=(job,), wants=(want("a", 4, essential=False),))

    assert reach(asked, {}, {}) == ()


@given(codes=st.sets(st.sampled_from(["S1", "S2", "M1", "M2"])))
def test_to_teach_more_never_takes_a_rung_farther_away(codes: set[str], demand: Demand) -> None:
    taught = {f"http://x/id/s/{code}": Standing.LIKELY for code in codes}
    before = {rung.job.iri: rung.share for rung in reach(demand, taught, {})}
    after = {rung.job.iri: rung.share for rung in reach(demand, {**taught, "http://x/id/s/S1": Standing.LIKELY}, {})}

    assert all(0 <= before[iri] <= after[iri] <= 1 for iri in before)


@pytest.fixture(scope="module")
def base(project: Path) -> KnowledgeBase:
    base = KnowledgeBase.in_memory()
    import_release(base, "partnership", [project / "examples/power-generation"])
    return base


def test_a_partnership_asks_as_its_panel_rates_and_its_firms_list(base: KnowledgeBase) -> None:
    demand = read_demand(base, Target.of(base, "power-generation"))

    assert demand is not None
    assert (len(demand.jobs), len(demand.firms), len(demand.wants)) == (18, 4, 74)
    first = demand.wants[0]
    assert (first.code, len(first.asks)) == ("PG-SAF-01", 18)
    assert first.weight == pytest.approx(sum((ask.importance or 0) - 1 for ask in first.asks))
    assert [one.weight for one in demand.wants] == sorted((one.weight for one in demand.wants), reverse=True)
    assert any("work" in listing.statement for one in demand.wants for listing in one.listings)
    electrician = next(job for job in demand.jobs if job.code == "47-2111.00")
    assert "journey" in electrician.license


def test_firms_ask_for_a_published_standard_too_though_their_lists_are_not_in_it(project: Path) -> None:
    with KnowledgeBase.in_memory() as base:
        working = import_release(base, "partnership", [project / "examples/power-generation"]).release
        before = read_demand(base, Target.of(base, "power-generation"))
        framework = Iri(base.identifiers.mint("framework", "power-generation"))
        said = encoded(extract(base, working, framework, "1.0"))
        version = {"version": "1.0", "status": Iri(PublicationStatus.PUBLISHED), "reader": None}
        base.replace(working.model_copy(update=version), [], [said])

        assert Target.of(base, "power-generation").version == "1.0"
        assert read_demand(base, Target.of(base, "power-generation")) == before


def test_a_firm_asks_with_its_own_jobs(base: KnowledgeBase) -> None:
    demand = read_demand(base, Target.of(base, "larkspur-plateau-wind"))

    assert demand is not None
    assert demand.label == "Skill list of Larkspur Plateau Wind (fictional)"
    assert "Site Helper" in {job.label for job in demand.jobs}
    assert demand.firms == ()
    assert all(ask.importance is None for one in demand.wants for ask in one.asks)


def test_a_sector_that_is_not_there_is_said(base: KnowledgeBase) -> None:
    with pytest.raises(NotFoundError, match="astrology"):
        read_demand(base, Target.of(base, "power-generation"), "astrology")


def test_of_what_no_jobs_ask_for_the_occupations_that_are_named_do(plant_base: KnowledgeBase) -> None:
    """Bakers need to bake bread; nobody asks for O*NET as a whole."""
    target = Target.of(plant_base, "onet")
    demand = read_demand(plant_base, target, jobs=["Bakers", "29-1141"])

    assert read_demand(plant_base, target) is None
    assert demand
    assert {job.label for job in demand.jobs} == {"Bakers", "Plant Nurses"}
    assert "bake bread" in {want.label for want in demand.wants}
    with pytest.raises(NotFoundError, match="'Poets'"):
        read_demand(plant_base, target, jobs=["Poets"])
