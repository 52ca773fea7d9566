"""From lists to candidates: what is joined and what is not, the same in every run, and on top of what was there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.namespaces import SKOS
from ontology.records import Competency, Iri, Support, Text
from standards.harmonizing import Proposal, Standing, support_of
from standards.harmonizing.likeness import Likeness
from standards.harmonizing.texts import Integers
from standards.matching.embedding import Floats
from tests.standards.harmonizing.made import IDENTIFIERS, a_list, firms_of, lists, propose, together

DAM = (
    "Clear trash racks with the rake",
    "Read vibration data on the main units",
    "Prepare the operating and capital budget",
)
PLANT = (
    "Prepares the capital and operating budget",
    "Collects vibration data of the main units",
    "Weld boiler tubes",
)
WIND = ("Climb towers", "Reads vibration data on main units.")

WORDS = (*DAM, *PLANT, *WIND, "Clear the trash racks with a rake", "Weld the boiler tubes", "Climbs towers")


def test_what_several_firms_say_in_other_words_is_one_candidate() -> None:
    proposal = propose(lists({"dam": DAM, "plant": PLANT, "wind": WIND}))
    assert together(proposal) == [
        {DAM[1], PLANT[1], WIND[1]},
        {DAM[2], PLANT[0]},
    ]
    assert [one.supported for one in proposal.candidates[:3]] == [Support.CORE, Support.SHARED, Support.FIRM_SPECIFIC]


def test_the_wording_is_one_of_the_firms_own() -> None:
    proposal = propose(lists({"dam": DAM, "plant": PLANT}))
    first = proposal.candidates[1]
    assert proposal.candidates[0].statement == Text(value="Collect vibration data of the main units")
    assert first.statement == Text(value="Prepare the operating and capital budget")
    assert first.worded_as == IDENTIFIERS.mint("dam", "skill", "2")
    assert next(v for v in proposal.voices_of[first.iri] if v.own_statement == first.worded_as).confidence == 1


def test_two_statements_of_one_firm_come_together_where_they_are_nearly_identical() -> None:
    alike = ("Fixes pumps on the night shift", "Fix pumps on the night shift")
    apart = ("Fixes pumps on the night shift", "Leads the fixing of pumps on the night shift")
    assert together(propose(lists({"dam": alike}))) == [set(alike)]
    assert together(propose(lists({"dam": apart}))) == []


FRYER = (
    "Clean the fryer at the end of each shift",
    "Log boiler pressures every hour",
    "Inspect forklifts before use",
    "Calibrate pressure gauges",
    "Explain safety rules to visitors",
    "Replace conveyor bearings",
    "Sharpen knives",
    "Able to weld stainless pipe",
    "Pack boxes on the line",
    "Install kitchen cabinets",
)
FLOOR = (
    "Clean the floor at the end of each shift",
    "Log oil levels every hour",
    "Inspect ladders before use",
    "Calibrate temperature probes",
    "Explain safety rules to new hires",
    "Replace conveyor belts",
    "Sharpen saw blades",
    "Able to weld carbon steel pipe",
    "Pack pallets on the line",
    "Install window frames",
)


def test_one_act_on_two_things_is_seldom_joined_in_short_lists_and_never_with_much_confidence() -> None:
    proposal = propose(lists({"diner": FRYER, "mill": FLOOR}))
    assert len(together(proposal)) <= 2
    joined = [{voice.confidence for voice in voices} for voices in proposal.voices_of.values() if len(voices) > 1]
    assert all(min(confidences) < 0.65 for confidences in joined)


def test_levels_are_kept_apart() -> None:
    does, leads = "Plans the outages of the units", "Leads others in planning the outages of the units"
    assert together(propose(lists({"dam": [does], "plant": [leads]}))) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Works on 480 V motors", "Works on 4160 V motors"),
        ("Operates bridge cranes up to 10 t", "Operates bridge cranes up to 100 t"),
        ("Calibrates transmitters (Level 1)", "Calibrates transmitters (Level 3)"),
        ("Enter the tank", "Never enter the tank"),
        ("Switches feeders with supervision", "Switches feeders without supervision"),
        ("Helps to plan the outages of the units", "Plans the outages of the units"),
    ],
)
def test_other_numbers_a_denial_and_help_keep_apart_what_reads_alike(one: str, other: str) -> None:
    proposal = propose(lists({"dam": [one, *WIND], "plant": [other, *WIND]}))
    assert together(proposal) == [{words} for words in sorted(WIND)]
    assert {one, other} <= {voice.words.value for voice in proposal.voices}


def test_a_paragraph_says_several_things() -> None:
    paragraph = "1. Weld boiler tubes 2. Climb towers. Prepares the capital and operating budget."
    proposal = propose(lists({"dam": DAM, "all": [paragraph]}))
    assert len({voice.own_statement for voice in proposal.voices if voice.firm.endswith("/all")}) == 1
    assert firms_of(proposal, "Prepares the capital and operating budget.") == {"dam", "all"}
    assert len(proposal.candidates) == len(DAM) + 2


def test_what_is_said_in_two_languages_is_not_compared() -> None:
    english, spanish = a_list("dam", ["Motor control"]), a_list("presa", ["Motor control"], "es")
    assert together(propose([english, spanish])) == []
    assert {one.statement.language for one in propose([english, spanish]).candidates} == {"en", "es"}


def test_ten_thousand_identical_statements_are_one_candidate() -> None:
    many = a_list("dam", ["Clear trash racks with the rake"] * 10_000)
    (candidate,) = propose([many, a_list("plant", ["Clear trash racks with the rake."])]).candidates
    assert candidate.supported is Support.CORE


def nearly_identical(count: int) -> list[str]:
    """Return a statement with two letters misspelled, each time others."""
    words = "Inspect and maintain the oil pumps of the governor and report unusual vibration to the shift supervisor"
    made = []
    for number in range(count):
        letters = [*words]
        for at in (number * 7 % len(words), number * 31 % len(words)):
            letters[at] = "abcdefghijklmnopqrstuvwxyz"[(number + at) % 26]
        made.append("".join(letters))
    return made


def test_what_one_firm_says_hundreds_of_times_with_a_slip_comes_together_and_costs_each_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked_at, seen, counted = list[int](), Likeness.seen, list[int]()

    def count_and_see(likeness: Likeness, one: Integers, other: Integers) -> Floats:
        looked_at.append(len(one))
        return seen(likeness, one, other)

    monkeypatch.setattr(Likeness, "seen", count_and_see)
    for count in (150, 600):
        looked_at.clear()
        assert len(propose([a_list("dam", nearly_identical(count))]).candidates) < count / 20
        counted.append(sum(looked_at))
    # Four times as many statements: 4 where each costs the same, 16 where all pairs are looked at.
    assert counted[1] < 7 * counted[0]


def test_a_statement_of_sixty_thousand_characters_says_what_its_beginning_says() -> None:
    pasted = ". ".join([*DAM, *("Weld boiler tubes and climb towers" for _ in range(2000))])
    assert len(pasted) > 60_000
    proposal = propose(lists({"dam": DAM, "all": [pasted], "one": [pasted.replace(".", "")]}))
    assert firms_of(proposal, DAM[2]) == {"dam", "all"}
    assert len(proposal.candidates) <= len(DAM) + 4


def test_one_firm_alone_shares_nothing() -> None:
    assert {one.supported for one in propose(lists({"dam": DAM})).candidates} == {Support.FIRM_SPECIFIC}


def test_the_same_list_twice_is_shared_by_two_firms() -> None:
    proposal = propose(lists({"dam": DAM, "twin": DAM}))
    assert len(proposal.candidates) == len(DAM)
    assert {one.supported for one in proposal.candidates} == {Support.CORE}


@given(
    said=st.lists(st.lists(st.sampled_from(WORDS), unique=True, max_size=6), min_size=1, max_size=4),
    turn=st.randoms(use_true_random=False),
)
def test_the_order_of_lists_and_statements_is_all_one(said: list[list[str]], turn: object) -> None:
    own = {f"firm-{number}": words for number, words in enumerate(said)}
    found = lists(own)
    turned = found[::-1]
    assert propose(found) == propose(turned)


@given(said=st.lists(st.lists(st.sampled_from(WORDS), unique=True, max_size=6), min_size=2, max_size=4))
def test_every_saying_is_in_one_candidate_and_a_later_firm_moves_none(said: list[list[str]]) -> None:
    found = lists({f"firm-{number}": words for number, words in enumerate(said)})
    before = propose(found[:-1])
    after = propose(found, before)
    own = [(s.statement, s.words) for one in found for s in one.sayings]
    assert sorted((v.own_statement, v.words.value) for v in after.voices) == sorted(own)
    place = {voice.iri: voice.candidate for voice in after.voices}
    assert {voice.iri: place[voice.iri] for voice in before.voices} == {v.iri: v.candidate for v in before.voices}
    assert {one.iri: one.statement for one in before.candidates}.items() <= {
        one.iri: one.statement for one in after.candidates
    }.items()


def test_what_a_firm_says_no_more_goes_and_what_others_say_stays() -> None:
    before = propose(lists({"dam": DAM, "plant": PLANT}))
    after = propose(lists({"dam": DAM}), before)
    assert {voice.firm.rpartition("/")[2] for voice in after.voices} == {"dam"}
    assert len(after.candidates) == len(DAM)
    assert after.candidates[0].iri in {one.iri for one in before.candidates}


def harbor(*labels: str) -> Standing:
    own = [Competency(iri=Iri(IDENTIFIERS.mint("harbor", label)), label=Text(value=label)) for label in labels]
    return Standing(IDENTIFIERS, "harbor", own)


def test_a_standard_that_is_worked_on_takes_what_it_covers() -> None:
    standing = harbor("Vibration analysis", "Payroll")
    proposal = propose(lists({"dam": DAM, "plant": PLANT}), standing=standing)
    by_label = {one.statement.value: one for one in proposal.candidates}
    covered = by_label["Vibration analysis"]
    assert covered.stands_for == IDENTIFIERS.mint("harbor", "Vibration analysis")
    assert {voice.words.value for voice in proposal.voices_of[covered.iri]} == {DAM[1], PLANT[1]}
    assert by_label["Payroll"].supported is Support.UNSAID
    assert propose(lists({"dam": DAM, "plant": PLANT}), proposal, standing) == proposal


def test_what_comes_near_without_being_joined_is_told() -> None:
    proposal = propose(lists({"dam": ["Operate the spillway gates"], "plant": ["Operate gates"]}))
    near = [one for one in proposal.mappings if one.predicate == str(SKOS.related)]
    assert len(near) <= 1
    assert {one.subject for one in near} | {one.object for one in near} <= {one.iri for one in proposal.candidates}


@pytest.mark.parametrize(
    ("saying", "firms", "word"),
    [(4, 4, "core"), (3, 4, "shared"), (2, 4, "emerging"), (1, 4, "firm-specific"), (0, 4, "unsaid"), (2, 3, "shared")],
)
def test_support_is_how_many_firms_say_it(saying: int, firms: int, word: str) -> None:
    assert support_of(saying, firms).word == word


def test_nothing_of_nothing() -> None:
    assert propose([]) == Proposal.of((), ())
