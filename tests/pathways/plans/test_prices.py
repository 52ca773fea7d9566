"""What ways cost by the prices that somebody names."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from ontology.records import Iri, Text
from pathways.occupations.teaching import Teaching
from pathways.plans import Condition, Offer, PlanDesk, Prices
from pathways.plans.balance import balance
from pathways.plans.claims import Basis, Claim
from pathways.plans.prices import to_learn_before
from pathways.plans.usual import general_in
from pathways.records.step import Reference
from pathways.routes import compare
from pathways.routes.forms import to_text
from pathways.routes.table import to_csv
from pathways.snapshot import Snapshot


@pytest.fixture
def ends(plants: Snapshot) -> tuple[int, int]:
    return plants.find("Plant Helpers"), plants.find("Plant Mechanics")


def offer(name: str, covers: set[str], cost: float | None, **more: object) -> Offer:
    return Offer.model_validate(
        {"iri": f"http://x/{name}", "label": name, "covers": sorted(covers), "cost": cost, **more}
    )


def wanted(snapshot: Snapshot, start: int, end: int) -> set[str]:
    rating = snapshot.requirements_of(start, end)
    assert rating
    return to_learn_before(rating, start, end, general_in(rating))


def test_what_is_paid_for_is_what_a_plan_sends_one_to_a_course_for(plants: Snapshot) -> None:
    places = range(len(plants.occupations))
    compared = 0
    for start, end in ((a, b) for a in places for b in places if a != b):
        rating = plants.requirements_of(start, end)
        if rating is None:
            continue
        job = Reference(iri=plants.occupations[end].iri, label=plants.occupations[end].label)
        claims = [
            Claim(competency=Iri(iri), label=label, basis=Basis.ASSERTED, said=label, level=float(level))
            for iri, label, level in zip(rating.competencies, rating.labels, rating.level[start], strict=True)
            if level
        ]
        planned = {need.competency for need in balance(job, rating, end, claims).planned}
        assert to_learn_before(rating, start, end, general_in(rating)) == planned
        compared += len(planned)
    assert compared


def test_a_course_is_paid_once_on_a_way_and_what_nobody_prices_is_named(plants: Snapshot) -> None:
    way = (plants.find("Plant Helpers"), plants.find("Plant Mechanics"), plants.find("Plant Managers"))
    needed = [wanted(plants, *pair) for pair in pairwise(way)]
    assert all(needed)
    everything = offer("Everything", set().union(*needed), 900)
    free = Prices(plants, [everything])(way, (0, 0))
    assert (free.amount, [part.label for part in free.parts]) == (900, ["Everything"])
    schooled = Prices(plants, [everything])(way, (0, 9))
    assert schooled.amount == 900
    assert any(words.startswith("the school that") for words in schooled.unknown)
    assert schooled.whole is None


def test_each_competency_is_learned_from_the_cheapest_and_nothing_needless(
    plants: Snapshot, ends: tuple[int, int]
) -> None:
    needed = wanted(plants, *ends)
    dear, cheap = offer("Dear", needed, 900), offer("Cheap", needed, 250)
    found = Prices(plants, [dear, cheap, offer("Unpriced", needed, None)])(ends, (0,))
    assert [(part.label, part.amount) for part in found.parts] == [("Cheap", 250)]


def test_the_price_of_a_known_course_is_named_by_its_address(plants: Snapshot, ends: tuple[int, int]) -> None:
    first = min(wanted(plants, *ends))
    course = Reference(iri=Iri("http://x/welding"), label=Text(value="Welding"))
    taught = replace(plants, teaching=Teaching(taught_by={first: (course,)}))
    assert [part.amount for part in Prices(taught, [offer("welding", set(), 400)])(ends, (0,)).parts] == [400]
    unpriced = Prices(taught, [offer("other", set(), 100)])(ends, (0,))
    assert (unpriced.amount, unpriced.whole) == (0, None)
    assert "courses toward Plant Mechanics" in unpriced.unknown


def test_what_an_offer_asks_for_first_has_no_price(plants: Snapshot, ends: tuple[int, int]) -> None:
    later = offer("Later", wanted(plants, *ends), 300, requires=Condition(members=(Iri("http://x/first"),)))
    assert "what Later asks for first" in Prices(plants, [later])(ends, (0,)).unknown


def test_ways_are_compared_by_cost_where_prices_are_named(plants: Snapshot) -> None:
    ends = plants.find("Plant Helpers"), plants.find("Plant Managers")
    rating = plants.requirements_of(*ends)
    assert rating
    found = compare(plants, *ends, prices=Prices(plants, [offer("All", set(rating.competencies), 750)]))
    costs = [route.totals.cost for route in found.routes]
    assert all(cost is not None for cost in costs)
    assert {cost.amount for cost in costs if cost} == {750}
    assert "Tuition and fees" in to_text(found)
    assert "All $750" in to_text(found)
    assert "750" in to_csv(found)


def test_required_credentials_are_priced_by_their_addresses(desk: PlanDesk) -> None:
    snapshot = desk.snapshot
    use = next(use for use in snapshot.credentials if use.required_for)
    end = min(use.required_for)
    start = next(place for place in range(len(snapshot.occupations)) if place not in use.useful_for and place != end)
    name = str(use.credential.label)
    priced = Offer(iri=use.credential.iri, label=name, cost=180)
    found = Prices(snapshot, [priced])((start, end), (0,))
    assert (found.parts[0].label, found.parts[0].amount) == (name, 180)
    assert name in Prices(snapshot, [offer("other", set(), 5)])((start, end), (0,)).unknown
