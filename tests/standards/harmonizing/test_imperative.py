"""The imperative: what is sure is put into it, and nothing else."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from standards.harmonizing.imperative import imperative, in_third_person
from standards.harmonizing.verbs import PATH, Verbs, third
from tests.standards.harmonizing.made import a_list, propose
from training.verbs import counted

SURE = {
    "Isolates energy with lock, tag and try": "Isolate energy with lock, tag and try",
    "Carries out the emergency plan": "Carry out the emergency plan",
    "Has a working knowledge of pumps": "Have a working knowledge of pumps",
    "Identifies hazards and is able to stop a job": "Identify hazards and be able to stop a job",
    "Safely closes breakers; verifies them": "Safely close breakers; verify them",
    "Able to read P&IDs": "Read P&IDs",
    "The ability to clearly explain a fault": "Clearly explain a fault",
    "You write tested code": "Write tested code",
    "Able to torque bolts": "Torque bolts",
    "Must be able to lift a pump": "Lift a pump",
    "Must know how to read prints": "Read prints",
    "Knows how to rig loads": "Rig loads",
    "Has the ability to hoist loads": "Hoist loads",
    "Can design and evaluate tests": "Design and evaluate tests",
    "Trains new operators": "Train new operators",
}
"""What is sure whoever says it."""

IN_COMPANY = {
    "Synchronizes and loads each generator": "Synchronize and load each generator",
    "Plans and delivers own work": "Plan and deliver own work",
    "Tests relays and reports damage": "Test relays and report damage",
    "Starts, ramps and shuts down the turbines": "Start, ramp and shut down the turbines",
    "Photographs blades from the ground and spots damage": "Photograph blades from the ground and spot damage",
    "Repairs pumps, valves and filters": "Repair pumps, valves and filters",
    "Explains what moves heat rate and plant output": "Explain what moves heat rate and plant output",
    "Schedules people, permits and parts for the week": "Schedule people, permits and parts for the week",
    "Champions the use of checklists": "Champion the use of checklists",
}
"""What is sure of a firm that writes in the third person."""

UNSURE = [
    "Controls systems",
    "Tests results",
    "Drawings and prints",
    "Tools for lifting",
    "Designs",
    "Reports to the shift lead",
    "Mechanic's hand tools, impact wrenches and grinders",
    "Analysis of faults",
    "Works",
    "You are responsible for tools",
    "Able to plan work and leads a crew",
]
NEVER = [
    "Sorts of glazing",
    "Ability to read prints and to draw them",
    "Systems thinking and its uses",
    "Facilities management",
    "Sales of power",
    "Updates and upgrades to hardware",
    "Business continuity",
    "Always ready to help",
    "Must be certified",
    "Can opener",
    "Can read prints easily, and can draw them",
    "Explains what moves output and limits it",
    "Understands risks and can explain them",
    "Takes responsibility for their own work",
    "Is never satisfied",
    "Conducts analysis of and reports on threats",
    "Maintains pumps and systems engineering",
]
"""What is not sure whoever says it."""


@pytest.mark.parametrize(("words", "expected"), SURE.items())
def test_what_is_sure_is_put_into_the_imperative(words: str, expected: str) -> None:
    assert imperative(words) == imperative(words, in_third=True) == expected


@pytest.mark.parametrize(("words", "expected"), IN_COMPANY.items())
def test_the_voice_of_the_firm_makes_sure(words: str, expected: str) -> None:
    assert imperative(words) in (words, expected)
    assert imperative(words, in_third=True) == expected


@pytest.mark.parametrize("words", UNSURE)
def test_what_may_be_things_stays_without_the_voice_of_the_firm(words: str) -> None:
    assert imperative(words) == words


@pytest.mark.parametrize("words", NEVER)
def test_what_is_not_sure_stays_whoever_says_it(words: str) -> None:
    assert imperative(words) == imperative(words, in_third=True) == words


def test_the_imperative_stays() -> None:
    """What was put into it once is in it."""
    assert all(imperative(words, in_third=True) == words for words in (*SURE.values(), *IN_COMPANY.values()))


def test_the_lists_of_the_example_are_put_into_it(project: Path) -> None:
    """By firm: whether it writes in the third person, how many of its statements change, how many stay as they were."""
    said = defaultdict(list)
    with (project / "training" / "labels" / "example-groups.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            said[row["firm"]].append(row["statement"])
    found = {}
    for firm, own in said.items():
        in_third = in_third_person(own)
        changed = [imperative(words, in_third=in_third) != words for words in own]
        found[firm] = (
            in_third,
            sum(changed),
            sum(bool(third(words.split()[0].strip(","))) for words in own) - sum(changed),
        )

    assert found == {
        "basalt-ridge-energy": (True, 46, 2),
        "larkspur-plateau-wind": (True, 41, 7),
        "stillwater-bend-hydro": (False, 0, 1),
        "tamarack-pud": (False, 0, 0),
    }


def test_a_candidate_is_in_the_imperative_and_its_evidence_in_the_words_of_the_firm() -> None:
    """A firm that writes so says by it that *tests* is what somebody does."""
    said = ["Isolates energy before repairs", "Inspects slings and hooks", "Cleans strainers", "Tests relays by hand"]
    proposal = propose([a_list("acme", said), a_list("wind", ["Tests results", "Schémas et plans"], "fr")])

    assert {one.statement.value for one in proposal.candidates} == {
        "Isolate energy before repairs",
        "Inspect slings and hooks",
        "Clean strainers",
        "Test relays by hand",
        "Tests results",
        "Schémas et plans",
    }
    assert {voice.words.value for voice in proposal.voices} >= set(said)


def test_words_are_counted_where_they_stand() -> None:
    """The first word as what is done, a later one in -s as things; what stands once tells nothing."""
    assert counted(["Close valves", "Close vents and valves", "Open vents"]) == (
        {"close": 2},
        {"valves": 2, "vents": 2},
    )


def test_what_was_counted_says_from_which_data() -> None:
    learned = Verbs.model_validate_json(PATH.read_bytes())

    assert all(len(digest) == 64 for digest in learned.data.values())
    assert learned.begun["inspect"] > 300 > learned.begun.get("system", 0)
    assert learned.inside["systems"] > 1000 > learned.inside.get("inspects", 0)
