"""Which rung pays what somebody needs, of what area the pay is, and what is not denied where none is known."""

from dataclasses import replace

import numpy as np
import pytest

from ontology.errors import InputError, NotFoundError
from pathways.questions.field import Field
from pathways.questions.pays import onward_field, pays
from pathways.questions.records import Verdict
from pathways.snapshot import Snapshot
from tests.pathways.questions.conftest import OPERATOR


def test_the_first_rung_that_pays_at_the_median_and_at_the_low_end(power: Field) -> None:
    answer = pays(power, 60_000, "an example")

    assert answer.first_median
    assert answer.first_low
    assert (answer.first_median.label.value, answer.first_low.label.value) == (
        "Helpers--Electricians",
        "Power Plant Operators",
    )
    assert "The threshold is from: an example." in answer.notes
    for rung in answer.found:
        assert (rung.verdict is Verdict.MOST) == (rung.low is not None and rung.low >= 60_000)


def test_a_wage_that_no_rung_pays_names_the_best_paid(power: Field) -> None:
    answer = pays(power, 1_000_000)

    assert (answer.first_median, answer.first_low) == (None, None)
    assert "the best paid, Hydroelectric Production Managers, pays $145,210" in answer.summary
    assert "The threshold is given without a source." in answer.notes


def test_of_a_rung_without_pay_no_wage_is_denied(plants: Snapshot) -> None:
    """The bakers have no pay: none of the others pays a million, and of the bakers nobody knows."""
    answer = pays(Field.of(plants), 1_000_000)

    assert answer.summary.startswith("No rung of all occupations whose pay is known pays $1,000,000 at the median")
    assert answer.summary.endswith("Of 1 rung pay is not known: whether it pays that much is not either.")
    assert [one.verdict for one in answer.found if one.rung.label.value == "Bakers"] == [Verdict.UNKNOWN]


def test_rungs_without_pay_are_not_counted_among_those_that_pay_too_little(plants: Snapshot) -> None:
    answer = pays(Field.of(plants), 45_000)

    assert "5 of 7 rungs whose pay is known pay it at the median" in answer.summary


def test_nine_in_ten_are_not_denied_where_no_low_end_is_known(plants: Snapshot) -> None:
    """Firms name one pay a job, which is a median alone."""
    field = Field.of(plants)
    assert field.region
    yearly = field.region.yearly.copy()
    yearly[:, 0] = np.nan
    answer = pays(replace(field, region=replace(field.region, yearly=yearly)), 45_000)

    assert "whether nine in ten earn it at any is not known" in answer.summary


def test_the_nation_is_called_by_its_name(plants: Snapshot) -> None:
    field = Field.of(plants)
    assert field.region
    nation = replace(field, region=replace(field.region, label="National"))

    assert "in the United States, " in pays(nation, 45_000).summary
    assert pays(nation, 45_000).region.startswith("National, ")


def test_without_pay_it_is_said_that_it_cannot_be_said(unrated: Field) -> None:
    answer = pays(unrated, 45_000)

    assert answer.summary == "Which rung pays $45,000 cannot be said: no pay is known of all occupations here."


@pytest.mark.parametrize("wage", [0, -1, float("nan"), float("inf")])
def test_what_is_no_wage_is_refused(power: Field, wage: float) -> None:
    with pytest.raises(InputError, match="is no amount to live on"):
        pays(power, wage)


def test_the_ladder_up_from_an_occupation_can_be_asked_too(works: Field) -> None:
    field = onward_field(works, works.snapshot.find(OPERATOR))

    assert field.label == "the ladder up from Plant Operators"
    assert works.snapshot.find(OPERATOR) in field.members


def test_a_county_without_pay_gets_that_of_its_state_and_is_told(panel: Snapshot) -> None:
    field = Field.of(panel, "power-generation", "Chelan County, WA")

    assert field.place == "Washington, May 2025"
    assert field.notes == ("No pay is published of Chelan County, WA: that of Washington stands in.",)
    with pytest.raises(NotFoundError, match="no pay is known for the region 'Nowhere, ZZ'"):
        Field.of(panel, "power-generation", "Nowhere, ZZ")
