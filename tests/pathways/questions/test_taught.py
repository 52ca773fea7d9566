"""What falls away of a ladder's gaps when a skill is taught in one more course."""

from pathways.questions.doors import doors
from pathways.questions.field import Field
from pathways.questions.taught import taught_in_one_more


def test_a_skill_that_is_taught_shortens_the_steps_that_ask_for_it(power: Field) -> None:
    answer = taught_in_one_more(power, ["PG-ELE-01"])

    assert answer.open_after > answer.open_before
    assert [named.label.value for named in answer.newly_reached] == ["Power Plant Operators"]
    assert answer.reached_after == answer.reached_before + 1
    for step in answer.found:
        assert step.passage.gap is not None
        assert step.gap_after < step.passage.gap


def test_a_lower_level_takes_less_away(power: Field) -> None:
    by_level = [
        sum(
            (step.passage.gap or 0) - step.gap_after
            for step in taught_in_one_more(power, ["PG-ELE-01"], level, 999).found
        )
        for level in (1, 2, None)
    ]

    assert by_level == sorted(by_level)
    assert by_level[0] < by_level[-1]


def test_a_level_that_everyone_has_changes_nothing_and_says_so(power: Field) -> None:
    answer = taught_in_one_more(power, ["PG-ELE-01"], 0)

    assert answer.summary.startswith("Nothing changes: no step up in")
    assert answer.found == ()


def test_of_what_is_taught_the_step_whose_gap_falls_most_is_named(power: Field) -> None:
    """Not the first that opens: a step of 51% may open by a hair."""
    answer = taught_in_one_more(power, ["PG-ELE-01"])
    whole = taught_in_one_more(power, ["PG-ELE-01"], most=999).found
    most = max(whole, key=lambda step: (step.passage.gap or 0) - step.gap_after)

    assert f"Most falls from {most.passage.start.label} to {most.passage.end.label}" in answer.summary
    assert not most.opens
    assert f"The table names {len(answer.found)} of the {len(whole)} steps" in " ".join(answer.notes)
    assert "The table names" not in " ".join(taught_in_one_more(power, ["PG-ELE-01"], most=999).notes)


def test_what_falls_away_is_the_share_that_opens_doors(power: Field) -> None:
    door = next(one for one in doors(power, most=200).found if one.label.value == "Electrical Fundamentals")
    share = door.removed / doors(power).to_learn

    assert f"{share:.1%} of all that is to be learned" in taught_in_one_more(power, ["PG-ELE-01"]).summary


def test_of_two_skills_it_is_said_that_they_are_taught(power: Field) -> None:
    answer = taught_in_one_more(power, ["PG-ELE-01", "PG-SAF-03"])

    assert answer.title.startswith("If Electrical Fundamentals and Lockout/Tagout are taught in one more course")
