"""ESCO 1.1.0 and 1.1.1: ten concepts whose changes were looked up by hand in the publisher's files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ontology.store import KnowledgeBase
from standards.differences import Difference, compare
from standards.differences.difference import Changed, Succession
from standards.differences.fields import Field
from standards.differences.succession import SuccessionKind
from standards.differences.touched import Why, touched
from standards.differences.wording import Extent

ESCO = "http://data.europa.eu/esco"


@pytest.fixture(scope="module")
def difference(esco_releases: Path) -> Iterator[Difference]:
    with KnowledgeBase.open(esco_releases) as base:
        yield compare(base, "esco@1.1.0", "esco@1.1.1")


def changed(difference: Difference, concept: str) -> Changed:
    return next(one for one in difference.changed if one.thing.iri == f"{ESCO}/{concept}")


def followed(difference: Difference, concept: str) -> list[Succession]:
    return [one for one in difference.successions if f"{ESCO}/{concept}" in [thing.iri for thing in one.older]]


def test_an_occupation_is_gone_with_all_that_it_asked_for(difference: Difference) -> None:
    (gone,) = [one.thing for one in difference.removed if one.thing.kind == "occupation"]
    assert gone.label == "therapeutic radiographer"
    assert sum(need.occupation == gone and need.after is None for need in difference.needs) == 67


def test_one_skill_means_something_else_under_its_old_address(difference: Difference) -> None:
    one = changed(difference, "skill/cd50d616-1f8b-481e-983f-68d2674ff82d")
    label = next(text for text in one.texts if text.field is Field.LABEL)
    assert (label.before, label.after) == (
        ("promote inclusion in research",),
        ("integrate gender dimension in research",),
    )
    assert one.has_other_meaning


def test_a_semicolon_that_is_gone_is_no_other_meaning(difference: Difference) -> None:
    one = changed(difference, "skill/572c49a1-d974-46c1-a937-8358dcc97048")
    assert {text.extent for text in one.texts if text.field is not Field.ALTERNATIVE_LABELS} == {Extent.SIGNS}
    assert one.thing.iri not in {found.thing.iri for found in touched(difference)}


def test_a_letter_that_was_missing_is_spelling(difference: Difference) -> None:
    (text,) = changed(difference, "skill/0c52f41b-4e95-4a3c-9d47-0c71e61cf82a").texts
    assert (text.field, text.extent) == (Field.DESCRIPTION, Extent.SPELLING)


def test_a_description_that_begins_otherwise_is_reworded(difference: Difference) -> None:
    (text,) = changed(difference, "skill/094bc577-0389-4cbb-9c28-c0888c5942e8").texts
    assert text.has_other_meaning


def test_a_group_that_became_a_skill_keeps_its_address(difference: Difference) -> None:
    one = changed(difference, "skill/426ceaba-6867-481c-bb6b-aee3933da7d2")
    assert (one.thing.label, one.thing.kind) == ("ICT safety", "skill")
    assert not one.moved


def test_an_occupation_stands_under_another_isco_group(difference: Difference) -> None:
    one = changed(difference, "occupation/2cf2b905-3308-4b5d-8e8d-633fc7a3f3ce")
    (code,) = one.values
    assert (one.thing.label, code.before, code.after) == ("sustainability manager", ("2133.12",), ("1213.8",))
    assert {link.after[0].label for link in one.links} == {"Policy and planning managers"}


def test_a_group_has_another_address_and_all_31_skills_stayed(difference: Difference) -> None:
    (one,) = followed(difference, "skill/S1.11.1")
    assert one.kind is SuccessionKind.RECODED
    assert one.newer[0].iri == f"{ESCO}/skill/b590d4e5-7c62-4b4a-abc2-c270b482e0ce"
    assert "31 of 31 that stood under it stand there now" in one.evidence


def test_two_groups_are_one(difference: Difference) -> None:
    (one,) = [one for one in followed(difference, "skill/S4.3.2") if one.kind is SuccessionKind.MERGED]
    assert [thing.label for thing in one.older] == ["managing human resources", "administering human resources"]
    assert [thing.label for thing in one.newer] == ["managing and administering human resources"]


def test_what_stood_under_a_group_went_to_several(difference: Difference) -> None:
    (one,) = [one for one in followed(difference, "skill/S8.7.2") if one.kind is SuccessionKind.SPLIT]
    assert "96 of 130 that stood under it stand there now" in one.evidence
    assert "installing wooden and metal components" in [thing.label for thing in one.newer]
    found = next(found for found in touched(difference) if found.thing.iri == f"{ESCO}/skill/S8.7.2")
    assert found.why is Why.SPLIT


def test_only_what_left_its_group_has_moved(difference: Difference) -> None:
    """403 groups have other addresses; 11,000 statements about places differ by that alone."""
    assert sum(one.moved for one in difference.changed) < 300
    assert difference.followed > 10_000
