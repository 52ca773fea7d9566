"""Bloom levels: what an outcome asks students to do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standards.matching.bloom import _VERB_LISTS, FORMS, NOUNS, VERBS, BloomLevel, bloom_level, infinitive, verbs


@pytest.mark.parametrize(
    ("statement", "level"),
    [
        ("Identify the main parts of a generating unit.", BloomLevel.REMEMBER),
        ("Upon successful completion the student will be able to describe how plants work.", BloomLevel.UNDERSTAND),
        ("Measure shafts and bores with micrometers.", BloomLevel.APPLY),
        ("Disassemble, inspect and reassemble a centrifugal pump, and replace its seal.", BloomLevel.ANALYZE),
        ("Select an instrument for an application and justify the choice.", BloomLevel.EVALUATE),
        ("Design a control panel.", BloomLevel.CREATE),
        ("Installs motors", BloomLevel.APPLY),
        ("Designs circuits", BloomLevel.CREATE),
        ("The student evaluates reports", BloomLevel.EVALUATE),
        ("The technician safely installs pumps", BloomLevel.APPLY),
        ("Uses and evaluates tools", BloomLevel.EVALUATE),
        ("Uses data to justify a repair", BloomLevel.EVALUATE),
        ("Installing motors", BloomLevel.APPLY),
        ("Planning outages", BloomLevel.CREATE),
        ("Operating a lathe", BloomLevel.APPLY),
        ("Disassembling, inspecting and reassembling pumps", BloomLevel.ANALYZE),
    ],
)
def test_the_most_demanding_verb_of_an_outcome_counts(statement: str, level: BloomLevel) -> None:
    assert bloom_level(statement) is level


@pytest.mark.parametrize("statement", ["", "   ", "Electrical safety", "Grundlagen der Elektrotechnik", "101"])
def test_without_a_verb_nothing_is_said(statement: str) -> None:
    assert bloom_level(statement) is None


def test_things_that_are_spelled_like_verbs_are_no_actions() -> None:
    assert verbs("Explain tests, design and repair manuals") == ["explain"]
    assert verbs("Explain a design and test the repair") == ["explain", "test"]
    assert verbs("Plant operation and safety") == []


def test_an_ability_that_is_demonstrated_is_the_ability() -> None:
    assert bloom_level("Demonstrate the ability to explain Ohm's law") is BloomLevel.UNDERSTAND
    assert bloom_level("Demonstrate a lockout on a training rig") is BloomLevel.APPLY


def test_a_verb_of_several_lists_stands_at_the_lowest() -> None:
    for verb, level in VERBS.items():
        assert level == min(one for one, listed in _VERB_LISTS.items() if verb in listed.split())


def test_every_noun_is_a_verb_of_the_table() -> None:
    assert VERBS.keys() >= NOUNS


@pytest.mark.parametrize(
    "statement",
    [
        *("Operating systems", "Welding, brazing and cutting", "Planning", "Wires and cables", "Measures of safety"),
        *("Safety measures", "Processes, machines and materials", "Principles of welding"),
    ],
)
def test_a_topic_is_no_action(statement: str) -> None:
    assert verbs(statement) == []


def test_behind_a_verb_other_forms_are_things() -> None:
    assert verbs("Explain welding, designing and measures") == ["explain"]
    assert verbs("Tests and repairs motors, and designs") == ["test", "repair"]


@pytest.mark.parametrize(
    ("forms", "verb"),
    [
        ("planning plans Plan PLANNING", "plan"),
        ("installing installs", "install"),
        ("writing writes", "write"),
        ("tying ties", "tie"),
        ("carrying carries", "carry"),
        ("transferring transfering", "transfer"),
        ("labeling labelling labels", "label"),
        ("debugging debugs", "debug"),
        ("mixing mixes", "mix"),
        ("treating", "treat"),
        ("pump pumps pumping seeing", ""),
    ],
)
def test_every_form_of_a_verb_leads_to_its_bare_one(forms: str, verb: str) -> None:
    assert {infinitive(form) for form in forms.split()} == {verb}


def test_no_form_is_of_two_verbs() -> None:
    assert all(FORMS[verb][0] == verb for verb in VERBS)


@given(st.text(max_size=200))
def test_any_text_has_a_level_or_none(text: str) -> None:
    assert bloom_level(text) in {None, *BloomLevel}


@given(st.sampled_from(sorted(VERBS)), st.sampled_from(["", "Students will ", "The learner will be able to "]))
def test_a_leading_verb_is_found_behind_any_lead_in(verb: str, lead: str) -> None:
    assert bloom_level(f"{lead}{verb} the pump") is VERBS[verb]
