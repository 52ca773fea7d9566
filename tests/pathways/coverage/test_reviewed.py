"""What reviewers said counts: accepted, rejected, changed, disputed, re-opened."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.records import IN_BULK, Verdict
from pathways.coverage import CurriculumMap, Demand, OutcomeMatch, Standing, Target, align
from pathways.coverage.basis import reviewed
from pathways.coverage.pages import program_page
from pathways.coverage.pages.courses import unmatched
from pathways.coverage.wording import status_words, unmatched_words
from standards.curricula import Curriculum
from standards.reviewing import REFUSED, Reviews, Status
from standards.sssom import NO_TERM_FOUND

Align = Callable[[Reviews], CurriculumMap]
Said = tuple[str, str, Verdict, dict[str, object]]

LOCK, ALIGN, ATTACK = "Lock and tag", "Align coupled", "=HYPERLINK"


@pytest.fixture(scope="session")
def held(curriculum: Curriculum, target: Target, demand: Demand) -> Align:
    return lambda reviews: align(curriculum, target, reviews=reviews, demand=demand)


def outcome(found: CurriculumMap, words: str) -> OutcomeMatch:
    return next(one for one in found.outcomes if one.statement.startswith(words))


def test_without_reviews_everything_is_a_suggestion(mapped: CurriculumMap) -> None:
    every = [proposal for one in mapped.outcomes for proposal in one.suggestions]

    assert {proposal.status for proposal in every} == {Status.PROPOSED}
    assert mapped.open == len(every)
    assert mapped.accepted == ()
    assert "nobody has reviewed any of them yet" in reviewed(mapped)


def test_what_is_accepted_is_taught_and_says_by_whom(held: Align, judged: Callable[..., Reviews]) -> None:
    found = held(judged((LOCK, "S1", Verdict.ACCEPTED, {"comment": "Unit 2"})))
    best = outcome(found, LOCK).suggestions[0]

    assert (best.status, best.standing, best.certainty) == (Status.ACCEPTED, Standing.TAUGHT, 1.0)
    assert status_words(best) == "accepted by Dana Whitefeather, 2026-11-20"
    assert best.judgments[0].comment == "Unit 2"
    assert [competency.code for competency in found.accepted] == ["S1"]
    assert "1 accepted" in reviewed(found)


def test_what_is_accepted_counts_whatever_the_machine_holds_of_it(held: Align, judged: Callable[..., Reviews]) -> None:
    found = held(judged((ATTACK, "M2", Verdict.ACCEPTED, {})))

    assert [proposal.label for proposal in outcome(found, ATTACK).suggestions][:1] == ["Vibration Analysis"]
    assert found.standing_of("http://x/id/s/M2") is Standing.TAUGHT
    assert "Vibration Analysis" not in {want.label for want in found.missing}


def test_what_is_rejected_is_not_suggested_again(held: Align, judged: Callable[..., Reviews]) -> None:
    found = held(judged((ALIGN, "M1", Verdict.REJECTED, {"comment": "only watched"})))
    one = outcome(found, ALIGN)

    assert "Shaft Alignment" not in {proposal.label for proposal in (*one.suggestions, *one.considered)}
    assert [(proposal.label, proposal.status) for proposal in one.rejected] == [("Shaft Alignment", Status.REJECTED)]
    assert found.standing_of("http://x/id/s/M1") is Standing.ABSENT
    assert "Shaft Alignment" in {want.label for want in found.missing}


def test_what_is_changed_counts_for_what_was_put_in_its_place(held: Align, judged: Callable[..., Reviews]) -> None:
    found = held(judged((ALIGN, "M1", Verdict.CHANGED, {"instead": "http://x/id/s/M2", "label": "Shaft Alignment"})))
    one = outcome(found, ALIGN)

    assert [(p.label, p.status, p.instead_of) for p in one.suggestions][:1] == [
        ("Vibration Analysis", Status.PLACED, "Shaft Alignment")
    ]
    assert [(p.label, p.status) for p in one.rejected] == [("Shaft Alignment", Status.CHANGED)]
    assert found.standing_of("http://x/id/s/M2") is Standing.TAUGHT
    assert status_words(one.suggestions[0]) == "put in place of 'Shaft Alignment' by Dana Whitefeather, 2026-11-20"


def test_what_reviewers_disagree_on_stays_a_suggestion(held: Align, judged: Callable[..., Reviews]) -> None:
    said = ((Verdict.ACCEPTED, "Dana Whitefeather"), (Verdict.REJECTED, "Lee Okafor"))
    found = held(judged(*((LOCK, "S1", verdict, {"reviewer": reviewer}) for verdict, reviewer in said)))
    best = outcome(found, LOCK).suggestions[0]

    assert best.status is Status.DISPUTED
    assert best.certainty < 1
    assert status_words(best) == (
        "reviewers disagree: accepted by Dana Whitefeather, 2026-11-20; rejected by Lee Okafor, 2026-11-20"
    )


def test_what_a_new_release_changed_is_to_be_reviewed_again(held: Align, judged: Callable[..., Reviews]) -> None:
    reviews = judged((LOCK, "S1", Verdict.ACCEPTED, {}))
    found = held(replace(reviews, whys={reviews.kept[0].iri: "renamed to 'LOTO' in s 2"}))
    best = outcome(found, LOCK).suggestions[0]

    assert best.status is Status.REOPENED
    assert "renamed to 'LOTO' in s 2" in status_words(best)
    assert found.accepted == ()


def test_all_who_accepted_are_named_and_how(held: Align, judged: Callable[..., Reviews]) -> None:
    bulk = {"justification": IN_BULK, "above": 0.9}
    found = held(
        judged(
            (LOCK, "S1", Verdict.ACCEPTED, {}),
            (LOCK, "S1", Verdict.ACCEPTED, {"reviewer": "Lee Okafor"}),
            (LOCK, "S1", Verdict.ACCEPTED, {"reviewer": "Ann Cho", **bulk}),
        )
    )

    assert status_words(outcome(found, LOCK).suggestions[0]) == (
        "accepted by Dana Whitefeather and Lee Okafor, 2026-11-20; accepted in bulk above 0.90 by Ann Cho, 2026-11-20"
    )


def test_where_a_change_is_disputed_what_it_names_is_proposed(held: Align, judged: Callable[..., Reviews]) -> None:
    change = {"instead": "http://x/id/s/S2", "label": "Shaft Alignment"}
    found = held(
        judged((ALIGN, "M1", Verdict.CHANGED, change), (ALIGN, "M1", Verdict.ACCEPTED, {"reviewer": "Lee Okafor"}))
    )
    one = outcome(found, ALIGN)

    assert {p.label: p.status for p in one.suggestions}["Shaft Alignment"] is Status.DISPUTED
    (named,) = (p for p in one.spoken if p.label == "First Aid")
    assert (named.status, named.settled) == (Status.PROPOSED, False)
    assert named not in one.suggestions
    assert status_words(named) == (
        "proposed; put in place of 'Shaft Alignment' by Dana Whitefeather, 2026-11-20, which does not count yet"
    )
    assert found.standing_of("http://x/id/s/S2") is Standing.ABSENT


def test_on_a_page_each_comment_of_several_has_a_name(held: Align, judged: Callable[..., Reviews]) -> None:
    lee = {"reviewer": "Lee Okafor", "comment": "Watched & done."}
    page = program_page(
        held(judged((LOCK, "S1", Verdict.ACCEPTED, {"comment": "Unit 2"}), (LOCK, "S1", Verdict.ACCEPTED, lee)))
    )

    assert "Accepted by Dana Whitefeather and Lee Okafor, 2026-11-20." in page


def test_that_nothing_matches_is_kept_and_nothing_is_asked_again(held: Align, judged: Callable[..., Reviews]) -> None:
    before = outcome(held(Reviews()), ATTACK)
    nothing = {"competency": NO_TERM_FOUND, "comment": "No outcome."}
    found = held(judged((ATTACK, "", Verdict.UNMATCHED, nothing)))
    one = outcome(found, ATTACK)

    assert before.suggestions == ()
    assert (one.suggestions, one.waiting, one.considered) == ((), (), ())
    assert unmatched_words(one) == "found to match nothing by Dana Whitefeather, 2026-11-20"
    assert reviewed(found).endswith("Reviewers found that 1 outcome matches nothing. Reviewed by Dana Whitefeather.")


def test_what_was_only_to_consider_is_no_suggestion_that_was_rejected(
    held: Align, judged: Callable[..., Reviews]
) -> None:
    before = held(Reviews())
    considered = outcome(before, ATTACK).considered
    codes = [proposal.iri.rpartition("/")[2] for proposal in considered]
    at: dict[str, object] = {"at": datetime(2026, 11, 20, 12, tzinfo=UTC)}
    nothing = (ATTACK, "", Verdict.UNMATCHED, {"competency": NO_TERM_FOUND, **at})
    implied: list[Said] = [(ATTACK, code, Verdict.REJECTED, at) for code in codes]
    found = held(judged(nothing, *implied, (LOCK, "S1", Verdict.REJECTED, {})))

    suggested = len([proposal for one in before.outcomes for proposal in one.suggestions])
    assert len(outcome(found, ATTACK).rejected) == len(codes) > 0
    assert "1 rejected. Reviewers found that 1 outcome matches nothing." in reviewed(found)
    assert f"Of {suggested} suggestions: " in reviewed(found)


def test_who_rejected_what_came_nearest_is_said_where_nothing_else_comes_near(
    held: Align, judged: Callable[..., Reviews]
) -> None:
    near = outcome(held(Reviews()), ATTACK)
    rejected: list[Said] = [(ATTACK, one.iri.rpartition("/")[2], Verdict.REJECTED, {}) for one in near.considered]
    found = held(judged(*rejected))
    one = outcome(found, ATTACK).model_copy(update={"considered": ()})
    page = "".join(unmatched([(found.courses[0], one)]))

    assert f"Dana Whitefeather rejected “{near.considered[0].label}”." in page
    assert "comes near" not in page


def test_what_reviewers_dispute_is_said_where_nothing_else_comes_near(
    held: Align, judged: Callable[..., Reviews]
) -> None:
    lee = {"reviewer": "Lee Okafor"}
    found = held(judged((ATTACK, "S9", Verdict.REJECTED, {}), (ATTACK, "S9", Verdict.ACCEPTED, lee)))
    one = outcome(found, ATTACK).model_copy(update={"considered": ()})
    page = "".join(unmatched([(found.courses[0], one)]))

    assert "“label of S9”: Reviewers disagree: rejected by Dana Whitefeather" in page
    assert "Nothing in the framework comes near." in "".join(
        unmatched([(found.courses[0], one.model_copy(update={"waiting": ()}))])
    )


def test_that_nothing_matches_gives_way_to_what_somebody_accepts(held: Align, judged: Callable[..., Reviews]) -> None:
    nothing = (ATTACK, "", Verdict.UNMATCHED, {"competency": NO_TERM_FOUND})
    one = outcome(held(judged(nothing, (ATTACK, "M2", Verdict.ACCEPTED, {"reviewer": "Lee Okafor"}))), ATTACK)

    assert [proposal.label for proposal in one.suggestions] == ["Vibration Analysis"]
    assert one.unmatched == ()


def test_what_the_framework_no_longer_has_waits_and_does_not_count(held: Align, judged: Callable[..., Reviews]) -> None:
    reviews = judged((LOCK, "S9", Verdict.ACCEPTED, {}))
    one = outcome(held(replace(reviews, whys={reviews.kept[0].iri: "withdrawn in s 2"})), LOCK)

    assert [(proposal.label, proposal.status, proposal.why) for proposal in one.waiting] == [
        ("label of S9", Status.REOPENED, "withdrawn in s 2")
    ]


SAID = st.tuples(
    st.sampled_from([LOCK, ALIGN, ATTACK]),
    st.sampled_from(["S1", "S2", "M1", "M2", "S9"]),
    st.sampled_from([Verdict.ACCEPTED, Verdict.REJECTED, Verdict.CHANGED, Verdict.UNMATCHED]),
    st.sampled_from(["Dana Whitefeather", "Lee Okafor"]),
    st.booleans(),
)


@given(verdicts=st.lists(SAID, max_size=6))
def test_every_pair_that_people_spoke_of_is_shown_once_as_it_stands(
    held: Align, judged: Callable[..., Reviews], verdicts: list[tuple[str, str, Verdict, str, bool]]
) -> None:
    reviews = judged(*(_verdict(*one) for one in verdicts))
    gone = [no_more for *_, no_more in verdicts]
    touched = (r for r, no_more in zip(reviews.kept, gone, strict=True) if no_more and r.competency != NO_TERM_FOUND)
    withdrawn: dict[str, str] = {review.iri: "withdrawn in s 2" for review in touched}
    reviews = replace(reviews, whys=withdrawn)
    outcomes = held(reviews).outcomes

    shown: list[tuple[tuple[str, str], Status]] = [
        ((one.iri, p.iri), p.status) for one in outcomes for p in one.spoken if p.judgments
    ]
    shown += [((one.iri, NO_TERM_FOUND), Status.UNMATCHED) for one in outcomes if one.unmatched]
    spoken = {pair: reviews.state(*pair).status for pair in reviews.pairs}
    matched = {of for (of, _), status in shown if status not in {*REFUSED, Status.UNMATCHED}}
    matched |= {one.iri for one in outcomes if one.suggestions}
    expected = {pair: at for pair, at in spoken.items() if pair[1] != NO_TERM_FOUND or pair[0] not in matched}
    assert (len(shown), dict(shown)) == (len(expected), expected)


def _verdict(
    words: str, code: str, verdict: Verdict, reviewer: str, _: bool
) -> tuple[str, str, Verdict, dict[str, object]]:
    facts: dict[str, object] = {"reviewer": reviewer}
    if verdict is Verdict.CHANGED:
        facts |= {"instead": "http://x/id/s/S8", "instead_label": "Rigging"}
    if verdict is Verdict.UNMATCHED:
        facts |= {"competency": NO_TERM_FOUND, "label": "No match"}
    return words, code, verdict, facts


def test_a_person_is_named_once_however_spelled(held: Align, judged: Callable[..., Reviews]) -> None:
    kept = judged(
        (LOCK, "S1", Verdict.ACCEPTED, {"reviewer": "ann  lee"}),
        (ALIGN, "M1", Verdict.ACCEPTED, {"reviewer": " Ann Lee "}),
        (ATTACK, "M2", Verdict.REJECTED, {"reviewer": "ann lee"}),
    )
    found = held(kept)

    assert reviewed(found).endswith("Reviewed by Ann Lee.")
    assert kept.reviewers == ("Ann Lee",)
