"""Reviews: which verdict counts, what is put in place, what is disputed, and what stands as history."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.records import Review, Verdict
from standards.reviewing import PairState, Reviews, Status

YES, NO, OTHER = Verdict.ACCEPTED, Verdict.REJECTED, Verdict.CHANGED
OUTCOME, A, B, C = "http://x/outcome", "http://x/a", "http://x/b", "http://x/c"

Said = Callable[..., Review]
Of = Callable[..., Reviews]


def names(state: PairState) -> list[str]:
    return [review.reviewer for review in state.reviews]


def test_without_reviews_everything_is_proposed() -> None:
    nothing = Reviews()

    assert nothing.state(OUTCOME, A) == PairState(Status.PROPOSED)
    assert (nothing.pairs, nothing.of_outcome(OUTCOME)) == ((), {})


def test_of_each_reviewer_the_newest_counts_and_all_are_kept(said: Said, of: Of) -> None:
    reviews = of(said("Dana", NO, 1), said("dana ", YES, 2))

    state = reviews.state(OUTCOME, A)
    assert (state.status, names(state)) == (Status.ACCEPTED, ["dana "])
    assert (len(reviews.kept), reviews.reviewers) == (2, ("Dana",))


def test_all_who_accepted_are_named(said: Said, of: Of) -> None:
    state = of(said("Dana", YES, 1), said("Lee", YES, 2)).state(OUTCOME, A)

    assert (state.status, names(state)) == (Status.ACCEPTED, ["Dana", "Lee"])


def test_where_two_contradict_nothing_counts(said: Said, of: Of) -> None:
    state = of(said("Dana", YES, 1), said("Lee", NO, 2)).state(OUTCOME, A)

    assert (state.status, names(state)) == (Status.DISPUTED, ["Dana", "Lee"])


def test_a_dispute_ends_when_one_comes_round(said: Said, of: Of) -> None:
    reviews = of(said("Dana", YES, 1), said("Lee", NO, 2), said("Dana", NO, 3))

    assert reviews.state(OUTCOME, A).status is Status.REJECTED


def test_a_dispute_ends_when_someone_settles_it(said: Said, of: Of) -> None:
    settled = [said("Dana", YES, 1), said("Lee", NO, 2), said("Chair", YES, 3, settles=True)]

    assert of(*settled).state(OUTCOME, A).status is Status.ACCEPTED
    assert of(*settled, said("Lee", NO, 4)).state(OUTCOME, A).status is Status.DISPUTED


# --- What is put in place ----------------------------------------------------------------


def test_what_is_named_in_the_place_of_another_is_put_in_place(said: Said, of: Of) -> None:
    reviews = of(said("Dana", OTHER, 1, instead=B))

    assert reviews.pairs == ((OUTCOME, A), (OUTCOME, B))
    assert [state.status for state in reviews.of_outcome(OUTCOME).values()] == [Status.CHANGED, Status.PLACED]
    assert names(reviews.state(OUTCOME, B)) == ["Dana"]


def test_what_another_accepts_as_well_is_accepted_by_both(said: Said, of: Of) -> None:
    state = of(said("Dana", OTHER, 1, instead=B), said("Lee", YES, 2, competency=B)).state(OUTCOME, B)

    assert (state.status, names(state)) == (Status.ACCEPTED, ["Dana", "Lee"])


def test_who_rejects_and_who_names_another_do_not_contradict(said: Said, of: Of) -> None:
    reviews = of(said("Dana", OTHER, 1, instead=B), said("Lee", NO, 2))

    assert reviews.state(OUTCOME, A).status is Status.CHANGED
    assert reviews.state(OUTCOME, B).status is Status.PLACED


def test_who_thinks_better_of_a_change_names_nothing_any_more(said: Said, of: Of) -> None:
    reviews = of(said("Dana", OTHER, 1, instead=B), said("Dana", YES, 2))

    assert reviews.pairs == ((OUTCOME, A),)
    assert reviews.state(OUTCOME, B) == PairState(Status.PROPOSED)


def test_where_a_change_is_disputed_what_it_names_is_only_proposed(said: Said, of: Of) -> None:
    reviews = of(said("Dana", OTHER, 1, instead=B), said("Lee", YES, 2))

    assert reviews.state(OUTCOME, A).status is Status.DISPUTED
    named = reviews.state(OUTCOME, B)
    assert (named.status, names(named)) == (Status.PROPOSED, ["Dana"])


@pytest.mark.parametrize(("verdict", "status"), [(YES, Status.ACCEPTED), (NO, Status.REJECTED)])
def test_where_a_change_is_disputed_what_it_names_stands_as_its_own_reviews_say(
    said: Said, of: Of, verdict: Verdict, status: Status
) -> None:
    reviews = of(said("Dana", OTHER, 1, instead=B), said("Lee", YES, 2), said("Ann", verdict, 3, competency=B))

    assert reviews.state(OUTCOME, A).status is Status.DISPUTED
    state = reviews.state(OUTCOME, B)
    assert (state.status, names(state)) == (status, ["Ann"])


def test_two_who_name_different_ones_dispute_the_first_only(said: Said, of: Of) -> None:
    reviews = of(said("Dana", OTHER, 1, instead=B), said("Lee", OTHER, 2, instead=C))

    assert [reviews.state(OUTCOME, one).status for one in (A, B, C)] == [
        Status.DISPUTED,
        Status.PROPOSED,
        Status.PROPOSED,
    ]


@pytest.mark.parametrize("who", ["Lee", "Dana"], ids=["someone else", "the same person"])
def test_who_rejects_what_is_put_in_place_disputes_the_change(said: Said, of: Of, who: str) -> None:
    reviews = of(said("Dana", OTHER, 1, instead=B), said(who, NO, 2, competency=B))

    first, second = reviews.state(OUTCOME, A), reviews.state(OUTCOME, B)
    assert (first.status, names(first)) == (Status.DISPUTED, ["Dana", who])
    assert (second.status, names(second)) == (Status.REJECTED, [who])


def test_changes_into_each_other_are_both_disputed(said: Said, of: Of) -> None:
    reviews = of(said("Dana", OTHER, 1, instead=B), said("Lee", OTHER, 2, competency=B, instead=A))

    assert {reviews.state(OUTCOME, one).status for one in (A, B)} == {Status.DISPUTED}


def test_what_one_names_in_two_places_is_disputed_where_an_undisputed_change_meets_an_earlier_no(
    said: Said, of: Of
) -> None:
    reviews = of(
        said("Dana", NO, 1, competency=B),
        said("Dana", OTHER, 2, competency=C, instead=B),
        said("Lee", YES, 3, competency=C),
        said("Ann", OTHER, 4, instead=B),
    )

    assert [reviews.state(OUTCOME, one).status for one in (A, B, C)] == [
        Status.CHANGED,
        Status.DISPUTED,
        Status.DISPUTED,
    ]


# --- What is history -----------------------------------------------------------------------


def test_reviews_of_outcomes_that_are_gone_are_history(said: Said, of: Of) -> None:
    gone = said("Dana", YES, 1, outcome="http://x/gone")
    reviews = of(gone, said("Dana", YES, 2))

    assert reviews.history == (gone,)
    assert reviews.state("http://x/gone", A).status is Status.PROPOSED


def test_what_no_longer_holds_is_re_opened_and_what_it_named_proposed(said: Said, of: Of) -> None:
    change = said("Dana", OTHER, 1, instead=B)
    reviews = of(change, whys={change.iri: "renamed to 'Join pipe' in acme 2"})

    assert reviews.state(OUTCOME, A) == PairState(Status.REOPENED, (change,), "renamed to 'Join pipe' in acme 2")
    assert reviews.state(OUTCOME, B) == PairState(Status.PROPOSED, (change,))


# --- Whatever people say ----------------------------------------------------------------------


@given(
    votes=st.lists(
        st.tuples(st.sampled_from(["Ann", "Ben", "Cy"]), st.sampled_from([YES, NO]), st.booleans()), max_size=8
    )
)
def test_every_suggestion_stands_at_one_status(said: Said, of: Of, votes: list[tuple[str, Verdict, bool]]) -> None:
    reviews = of(*(said(name, verdict, at, settles=settles) for at, (name, verdict, settles) in enumerate(votes)))
    last = max((place for place, (_, _, settles) in enumerate(votes) if settles), default=0)
    opinions = {name: verdict for name, verdict, _ in votes[last:]}

    expected = {0: Status.PROPOSED, 2: Status.DISPUTED}.get(len(set(opinions.values())))
    one = Status.ACCEPTED if set(opinions.values()) == {YES} else Status.REJECTED
    state = reviews.state(OUTCOME, A)
    assert state.status is (expected or one)
    assert sorted(names(state)) == sorted(opinions)


VOTES = st.tuples(
    st.sampled_from(["Ann", "Ben", "Cy"]), st.sampled_from([A, B, C]), st.sampled_from([YES, NO, A, B, C])
).filter(lambda vote: vote[1] != vote[2])


@given(votes=st.lists(VOTES, max_size=8))
def test_what_counts_is_never_contradicted_by_what_counts(
    said: Said, of: Of, votes: list[tuple[str, str, str]]
) -> None:
    reviews = of(
        *(
            said(name, verdict, at, competency=competency)
            if isinstance(verdict, Verdict)
            else said(name, OTHER, at, competency=competency, instead=verdict)
            for at, (name, competency, verdict) in enumerate(votes)
        )
    )
    states = reviews.of_outcome(OUTCOME)

    for competency, state in states.items():
        assert state == reviews.state(OUTCOME, competency)
        if state.status is Status.CHANGED:
            (other,) = {review.instead for review in state.reviews if review.instead}
            assert states[str(other)].status in {Status.PLACED, Status.ACCEPTED, Status.DISPUTED}
        if state.status is Status.PLACED:
            assert {states[review.competency].status for review in state.reviews} == {Status.CHANGED}
