"""Storage: reviews live in the graph of the program's release and come back as they were."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from ontology.records import Iri, Release, Review, Text, Verdict
from ontology.shapes import findings
from ontology.store import KnowledgeBase
from ontology.triples import to_graph
from standards.encoding import encoded
from standards.reviewing import Reviews, Status, kept_reviews, stored_reviews, undone
from standards.reviewing.storage import outcomes_of

if TYPE_CHECKING:
    from tests.standards.reviewing.conftest import Shop

YES = Verdict.ACCEPTED
PROGRAM = "http://localhost:8000/id/program/mill-college/machining"
WELD = "Weld pipes in the flat position."
WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)


def test_reviews_live_in_the_graph_of_the_program_and_keep_its_shape(shop: Shop) -> None:
    review = shop.judged(WELD, "Weld pipe", YES)
    release = shop.base.release("program-machining")

    assert stored_reviews(shop.base, release) == [review]
    assert Reviews.of(shop.base, PROGRAM).state(review.outcome, review.competency).reviews == (review,)
    assert findings(to_graph([review])).summary() == "no findings"
    assert not findings(shop.base.graph(release)).refused


def test_a_review_without_a_time_breaks_its_shape(shop: Shop) -> None:
    review = shop.judged(WELD, "Weld pipe", YES)
    graph = to_graph([review])
    (at,) = (triple for triple in graph if str(triple[1]).endswith("endedAtTime"))
    graph.remove(at)

    (finding,) = findings(graph)

    assert (finding.code, finding.node) == ("missing-ended-at-time", review.iri)


@given(
    votes=st.lists(
        st.tuples(WORDS, st.none() | WORDS, st.none() | st.floats(0, 1), st.sampled_from([None, True, False])),
        max_size=4,
    )
)
def test_reviews_survive_the_graph_and_the_next_import(
    said: Callable[..., Review], votes: list[tuple[str, str | None, float | None, bool | None]]
) -> None:
    reviews = [
        said(name, YES, at, iri=f"http://x/{at}", comment=comment, confidence=share, above=share, settles=settles)
        for at, (name, comment, share, settles) in enumerate(votes)
    ]
    imported = datetime(2025, 3, 1, 9, tzinfo=UTC)
    release = Release(
        iri=Iri("http://x/"), source="p", version="1", title=Text(value="p"), imported=imported, tool="test"
    )
    with KnowledgeBase.in_memory() as base:
        stored = base.replace(release, [], [])
        base.amend(stored, reviews)
        assert stored_reviews(base, stored) == reviews

        again = base.replace(release, [], [encoded(stored_reviews(base, stored))])
        assert stored_reviews(base, again) == reviews


def test_a_program_that_is_not_stored_has_no_reviews(shop: Shop) -> None:
    assert Reviews.of(shop.base, "http://x/none") == Reviews()


def test_a_program_has_the_outcomes_of_its_courses(shop: Shop) -> None:
    assert outcomes_of(shop.base, shop.base.release("program-machining"), PROGRAM) == set(shop.outcomes.values())


def test_only_the_reviews_against_one_framework_can_be_asked_for(shop: Shop) -> None:
    shop.judged(WELD, "Weld pipe", YES)

    assert len(Reviews.of(shop.base, PROGRAM, "acme").kept) == 1
    assert Reviews.of(shop.base, PROGRAM, "esco").kept == ()


def test_without_the_framework_the_reviews_stand(shop: Shop) -> None:
    review = shop.judged(WELD, "Weld pipe", YES)
    shop.base.remove([shop.base.release("sheet-acme")])

    state = Reviews.of(shop.base, PROGRAM).state(review.outcome, review.competency)
    assert (state.status, state.reviews) == (Status.ACCEPTED, (review,))


def test_what_is_undone_counts_no_more_and_stays_on_record(shop: Shop) -> None:
    first, last = shop.judged(WELD, "Weld pipe", YES), shop.judged(WELD, "Read blueprints", YES, 1)
    release, now = shop.base.release("program-machining"), datetime(2026, 1, 1, tzinfo=UTC)

    shop.base.amend(release, undone(Reviews.of(shop.base, PROGRAM), "DANA", now))

    assert Reviews.of(shop.base, PROGRAM).kept == (first,)
    assert stored_reviews(shop.base, release) == [first, last.model_copy(update={"undone": now})]
    shop.put_program("shafts", "long shafts", "2")
    assert Reviews.of(shop.base, PROGRAM).kept == (first,)
    assert [review.undone for review in kept_reviews(shop.base, "program-machining")] == [None, now]
