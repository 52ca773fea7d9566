from __future__ import annotations

from pathways.ladders.building import onward
from pathways.occupations.schooling import SchoolingTable
from pathways.records.ladder import Rung
from pathways.records.rung import Schooling
from pathways.snapshot import Snapshot

ANSWERS = {(1, "RL"): {3: 22.5, 5: 19.0, 6: 56.0, 8: 2.5}, (1, "RW"): {1: 100.0}}
"""Much as on registered nurses; of the first occupation nobody was asked."""


def test_what_a_tenth_or_more_said_is_named_the_most_frequent_first() -> None:
    said = SchoolingTable.of(ANSWERS, 2).said(1)
    assert said == (
        Schooling(education="a bachelor's degree", share=0.56),
        Schooling(education="a certificate after high school", share=0.225),
        Schooling(education="an associate's degree", share=0.19),
    )


def test_where_nobody_was_asked_nothing_is_said() -> None:
    assert SchoolingTable.of(ANSWERS, 2).said(0) == ()


def test_of_two_answers_as_frequent_the_lower_one_comes_first() -> None:
    said = SchoolingTable.of({(0, "RL"): {6: 50.0, 2: 50.0}}, 1).said(0)
    assert said[0].education == "a high school diploma"


def rung(plants: Snapshot, title: str) -> Rung:
    ladder = onward(plants, plants.find(title))
    return next(rung for rung in ladder.rungs if rung.label.value == title)


def test_a_rung_names_its_license(plants: Snapshot) -> None:
    assert rung(plants, "Plant Nurses").license == "registered nurse license (NCLEX-RN)"
    assert rung(plants, "Plant Operators").license == ""


def test_without_answers_the_job_zone_says_what_schooling_is_usual(plants: Snapshot) -> None:
    assert rung(plants, "Plant Operators").education == "high school or less"
    assert rung(plants, "Plant Operators").schooling == ()
