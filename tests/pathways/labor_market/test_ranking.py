"""Sectors ranked by a labor market: every number worked by hand in a made-up one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ontology.errors import InputError, NotFoundError
from ontology.store import KnowledgeBase
from pathways.labor_market import Asked, Criterion, RankedSector, Ranking, UnloadedError, rank_sectors
from pathways.labor_market.wording import known
from pathways.occupations.sector import SectorKind
from pathways.scopes import Scopes

WASHINGTON = ("WA",)


def named(ranking: Ranking, slug: str) -> RankedSector:
    return next(sector for sector in ranking.sectors if sector.slug == slug)


def test_jobs_are_summed_over_what_is_published_and_the_rest_is_said(market: Scopes) -> None:
    building = named(rank_sectors(market, Asked(WASHINGTON)), "building")

    # 60 electricians and 60 plumbers; of their helpers nothing is published.
    assert building.jobs == 120
    assert (building.occupations, building.published, building.partly, building.nowhere) == (3, 2, 0, 0)
    # Of every 1,000 jobs of the nation 5, 4 and 1 are in the three: nine tenths of them are published here.
    assert building.known == pytest.approx(0.9)
    assert building.share_of_jobs == pytest.approx(120 / 10_000)


def test_the_location_quotient_is_that_of_what_is_published(market: Scopes) -> None:
    building = named(rank_sectors(market, Asked(WASHINGTON)), "building")

    # (60 + 60) / 10,000 here over (500 + 400) / 100,000 in the nation.
    assert building.location_quotient == pytest.approx(0.012 / 0.009)
    # With no helpers at all: 0.012 / 0.010.
    assert building.at_least == pytest.approx(1.2)
    # 120 jobs where 90 would be at the nation's share.
    assert building.extra_jobs == pytest.approx(30)


def test_what_is_published_together_counts_once_and_is_told(market: Scopes) -> None:
    ranking = rank_sectors(market, Asked(WASHINGTON, kinds=(SectorKind.GROUP, SectorKind.PARTNERSHIP)))
    support, caring = named(ranking, "healthcare-support-occupations"), named(ranking, "caring")

    # Home health and personal care aides are published as one: 270 here, 3,000 in the nation.
    assert (support.jobs, support.occupations, support.published) == (270, 2, 2)
    assert support.location_quotient == pytest.approx(0.9)
    assert support.grouped_jobs == 0
    # The partnership has only one of the two: the number is that of both.
    assert (caring.jobs, caring.grouped_jobs) == (420, 270)


def test_areas_side_by_side_count_together(market: Scopes) -> None:
    ranking = rank_sectors(market, Asked(("Portland, OR", "Seattle, WA")))
    building, caring = named(ranking, "building"), named(ranking, "caring")

    # 25 and 45 electricians, 30 plumbers in one of the two areas, where 20, 30 and 24 would be.
    assert building.jobs == 100
    assert building.location_quotient == pytest.approx(100 / (20 + 30 + 24))
    assert (building.published, building.partly) == (1, 1)
    # Expected in all: 10 in 1,000 of 10,000 jobs.
    assert building.known == pytest.approx(74 / 100)
    # 90 nurses in Portland, where 80 would be.
    assert caring.location_quotient == pytest.approx(90 / 80)
    assert [area.code for area in ranking.areas] == ["0038900", "0042660"]


def test_jobs_by_preparation_are_shares_of_those_with_a_zone(market: Scopes) -> None:
    caring = named(rank_sectors(market, Asked(WASHINGTON)), "caring")

    shares = {zone.zone: zone.share for zone in caring.zones if zone.jobs}
    assert shares == {2: pytest.approx(270 / 420), 3: pytest.approx(150 / 420)}
    assert caring.zone_known == 1


def test_the_pay_of_one_occupation_is_its_own(market: Scopes) -> None:
    wiring = named(rank_sectors(market, Asked(WASHINGTON)), "wiring")

    assert wiring.pay is not None
    assert (wiring.pay.low, wiring.pay.median, wiring.pay.high) == pytest.approx((40_000, 60_000, 100_000), abs=0.01)
    assert wiring.pay.known == 1


def test_critical_occupations_say_why(market: Scopes) -> None:
    ranking = rank_sectors(market, Asked(WASHINGTON))
    critical = named(ranking, "building").critical

    # Electricians (LQ 1.2) are the largest that hold half; plumbers are 1.5 times as common. Both are in zone 3.
    assert [one.code for one in critical] == ["47-2111", "47-2152"]
    assert [one.location_quotient for one in critical] == [pytest.approx(1.2), pytest.approx(1.5)]
    assert critical[0].why == (
        "one of the largest, with 60 jobs",
        "pays $60,000 at the median, $50,000 being that of all work in Washington",
        "takes one to two years of preparation (job zone 3)",
    )
    assert critical[1].why[0] == "1.5 times as common as in the nation"
    # Nurses hold less than half of the jobs and are less common than in the nation; aides earn less than the median.
    assert named(ranking, "caring").critical == ()


def test_growth_is_the_nations_weighted_by_jobs_here(projected: Scopes) -> None:
    building = named(rank_sectors(projected, Asked(WASHINGTON)), "building")

    assert building.growth is not None
    # 60 jobs that grow by 10% and 60 that shrink by as much; 0.1 and 0.05 openings a year for each.
    assert building.growth.percent == pytest.approx(0)
    assert building.growth.openings == pytest.approx(60 * 0.1 + 60 * 0.05)
    assert (building.growth.period, building.growth.known) == ("2024-34", 1)


def test_what_shrinks_is_not_critical(projected: Scopes) -> None:
    critical = named(rank_sectors(projected, Asked(WASHINGTON)), "building").critical

    assert [one.code for one in critical] == ["47-2111"]
    assert critical[0].why[-1] == (
        "the nation's jobs in it are projected to grow by 10.0% in 2024-34, all work by 4.0%"
    )


def test_places_follow_what_is_asked(market: Scopes) -> None:
    def order(by: Criterion) -> list[tuple[int | None, str]]:
        return [(one.place, one.slug) for one in rank_sectors(market, Asked(WASHINGTON, by=by)).sectors]

    assert order(Criterion.JOBS) == [(1, "caring"), (2, "building"), (3, "wiring")]
    assert order(Criterion.CONCENTRATION) == [(1, "building"), (2, "wiring"), (3, "caring")]
    assert order(Criterion.EXTRA_JOBS) == [(1, "building"), (2, "wiring"), (3, "caring")]
    # By concentration, jobs and pay: 1, 2, 1 for building, 2, 3, 2 for wiring, 3, 1, 3 for caring.
    assert order(Criterion.ALL) == [(1, "building"), (2, "caring"), (2, "wiring")]


def test_overlaps_are_told_from_both_sides(market: Scopes) -> None:
    ranking = rank_sectors(market, Asked(WASHINGTON))
    building, wiring = named(ranking, "building"), named(ranking, "wiring")

    assert [(one.sector, one.jobs, one.share) for one in building.overlaps] == [("wiring", 60, 0.5)]
    assert [(one.sector, one.share) for one in wiring.overlaps] == [("building", 1)]
    assert (building.shared, wiring.shared) == (0.5, 1)
    assert any("must not be added" in said for said in ranking.explained)


def test_a_sector_of_which_less_than_half_is_published_is_not_ranked(market: Scopes) -> None:
    ranking = rank_sectors(market, Asked(("OR",)))
    building, caring = named(ranking, "building"), named(ranking, "caring")

    # Half of the expected building jobs are electricians: just enough. Of the carers nothing is published.
    assert building.place == 1
    assert building.known == pytest.approx(0.5)
    assert (caring.place, caring.jobs, caring.location_quotient, caring.pay) == (None, 0, None, None)
    assert ranking.sectors[-1] == caring
    assert any("Not ranked" in note and "Caring" in note for note in ranking.notes)


def test_a_sector_with_one_occupation_says_so(market: Scopes) -> None:
    notes = rank_sectors(market, Asked(WASHINGTON)).notes

    assert "Wiring is one occupation: its numbers are those of that occupation." in notes


def test_of_the_nation_itself_all_are_as_common(market: Scopes) -> None:
    ranking = rank_sectors(market, Asked(("National",)))

    assert {sector.location_quotient for sector in ranking.sectors} == {1}
    assert any("of the nation itself each is 1" in note for note in ranking.notes)


def test_a_place_named_twice_counts_once(market: Scopes) -> None:
    ranking = rank_sectors(market, Asked(("WA", "Washington")))

    assert named(ranking, "building").jobs == 120
    assert "Washington is named more than once, and counts once." in ranking.notes


@pytest.mark.parametrize(
    "regions",
    [("WA", "Seattle, WA"), ("Portland, OR", "WA"), ("National", "OR")],
)
def test_areas_within_each_other_are_refused(market: Scopes, regions: tuple[str, ...]) -> None:
    with pytest.raises(InputError, match="would count twice"):
        rank_sectors(market, Asked(regions))


def test_an_unknown_region_names_the_nearest(market: Scopes) -> None:
    with pytest.raises(NotFoundError, match="nearest: Washington"):
        rank_sectors(market, Asked(("Washingtun",)))


def test_a_region_without_any_jobs_is_refused_and_beside_others_said(market: Scopes) -> None:
    with pytest.raises(NotFoundError, match="no jobs are published of Kennewick-Richland, WA"):
        rank_sectors(market, Asked(("Kennewick-Richland, WA",)))
    notes = rank_sectors(market, Asked(("Kennewick-Richland, WA", "Seattle, WA"))).notes
    assert "No jobs are published of Kennewick-Richland, WA: it adds nothing." in notes


def test_without_wages_it_says_what_brings_them(trades: KnowledgeBase) -> None:
    with pytest.raises(UnloadedError, match="no jobs and no pay are loaded") as refused:
        rank_sectors(Scopes(trades), Asked(WASHINGTON))
    assert refused.value.source == "oews"


def test_without_projections_growth_is_no_criterion(market: Scopes) -> None:
    with pytest.raises(UnloadedError, match="no projections are loaded") as refused:
        rank_sectors(market, Asked(WASHINGTON, by=Criterion.GROWTH))
    assert refused.value.source == "projections"


def test_a_sector_that_is_not_there_is_said(market: Scopes) -> None:
    with pytest.raises(NotFoundError, match="no partnership or career cluster with 'astrology' in its name"):
        rank_sectors(market, Asked(WASHINGTON, text="astrology"))


def test_without_the_nation_concentration_is_not_known_and_said(lacking: Callable[[str], Scopes]) -> None:
    ranking = rank_sectors(lacking("0000000"), Asked(WASHINGTON))
    building = named(ranking, "building")

    assert (building.location_quotient, building.extra_jobs, building.known) == (None, None, None)
    assert Criterion.CONCENTRATION not in building.places
    # By jobs and pay: 2 and 1, 1 and 3, 3 and 2.
    assert [one.slug for one in ranking.sectors] == ["building", "caring", "wiring"]
    assert any("Concentration is not known" in note for note in ranking.notes)


def test_what_the_nation_does_not_publish_either_is_told_apart(lacking: Callable[[str], Scopes]) -> None:
    building = named(rank_sectors(lacking("47-3013"), Asked(WASHINGTON)), "building")

    assert (building.published, building.nowhere, building.known) == (2, 1, 1)
    assert known(building).endswith("they hold 100% of its jobs in the nation; of 1 that is not known")


def test_the_same_market_gives_the_same_ranking(market: Scopes) -> None:
    asked = Asked(("Seattle, WA", "Portland, OR"))

    assert rank_sectors(market, asked) == rank_sectors(Scopes(market.base), asked)
