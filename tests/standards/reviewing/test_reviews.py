"""Reviews: which verdict counts, what is disputed, what a new release re-opens, and what an import keeps."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.records import BY_HAND, IN_BULK, Iri, Release, Review, Text, Verdict
from ontology.shapes import findings
from ontology.store import KnowledgeBase
from ontology.triples import to_graph
from standards.encoding import encoded
from standards.imports import import_release
from standards.reviewing import Reviews, Status, agreements, kept_reviews, program_release, stored_reviews
from standards.reviewing.storage import outcomes_of
from standards.reviewing.wordings import wordings

START = datetime(2025, 3, 1, 9, tzinfo=UTC)
YES, NO, OTHER = Verdict.ACCEPTED, Verdict.REJECTED, Verdict.CHANGED
PROGRAM = "http://localhost:8000/id/program/mill-college/machining"
OUTCOME = "http://x/outcome"
PAIR = (OUTCOME, "http://x/a")


def said(reviewer: str, verdict: Verdict, number: int = 0, **facts: object) -> Review:
    """Return a verdict; its number says how many hours after the first it was given."""
    return Review.model_validate(
        {
            "iri": f"http://x/review/{reviewer.replace(' ', '')}/{number}/{facts.get('competency', 'a')}",
            "outcome": OUTCOME,
            "competency": "http://x/a",
            "verdict": str(verdict),
            "program": PROGRAM,
            "reviewer": reviewer,
            "at": START + timedelta(hours=number),
            "justification": BY_HAND,
            "framework": "http://x/framework",
            "version": "1",
            "release": "http://x/release",
            "statement": "Weld pipes.",
            "label": "Weld pipe",
            "digest": "0" * 64,
            **facts,
        }
    )


def of(*reviews: Review, whys: dict[str, str] | None = None) -> Reviews:
    kept = sorted(reviews, key=lambda review: (review.at, review.iri))
    return Reviews(tuple(kept), frozenset({OUTCOME}), whys or {})


# --- What counts -----------------------------------------------------------------------


def test_without_reviews_everything_is_proposed() -> None:
    nothing = Reviews()

    assert nothing.status(*PAIR) is Status.PROPOSED
    assert (nothing.verdict(*PAIR), nothing.of_outcome(OUTCOME), nothing.reopened(), nothing.disputed()) == (
        *(None, ()),
        *((), ()),
    )


def test_of_each_reviewer_the_newest_counts_and_all_are_kept() -> None:
    reviews = of(said("Dana", NO, 1), said("dana ", YES, 2))

    assert reviews.status(*PAIR) is Status.ACCEPTED
    assert len(reviews.kept) == 2
    assert reviews.reviewers == ("dana ",)


def test_two_who_agree_make_one_verdict() -> None:
    reviews = of(said("Dana", YES, 1), said("Lee", YES, 2))

    verdict = reviews.verdict(*PAIR)
    assert verdict is not None
    assert (verdict.reviewer, reviews.of_outcome(OUTCOME), reviews.disputed()) == ("Lee", (verdict,), ())


def test_where_two_contradict_nothing_counts() -> None:
    reviews = of(said("Dana", YES, 1), said("Lee", NO, 2))

    assert reviews.status(*PAIR) is Status.DISPUTED
    assert reviews.verdict(*PAIR) is None
    (dispute,) = reviews.disputed(OUTCOME)
    assert [review.reviewer for review in dispute.reviews] == ["Dana", "Lee"]


def test_a_dispute_ends_when_one_comes_round() -> None:
    assert of(said("Dana", YES, 1), said("Lee", NO, 2), said("Dana", NO, 3)).status(*PAIR) is Status.REJECTED


def test_a_dispute_ends_when_someone_settles_it() -> None:
    settled = [said("Dana", YES, 1), said("Lee", NO, 2), said("Chair", YES, 3, settles=True)]

    assert of(*settled).status(*PAIR) is Status.ACCEPTED
    assert of(*settled, said("Lee", NO, 4)).status(*PAIR) is Status.DISPUTED


def test_who_rejects_and_who_names_another_do_not_contradict() -> None:
    reviews = of(said("Dana", OTHER, 1, instead="http://x/b"), said("Lee", NO, 2))

    verdict = reviews.verdict(*PAIR)
    assert verdict is not None
    assert (verdict.decided, verdict.instead) == (OTHER, "http://x/b")


@pytest.mark.parametrize(
    "against",
    [
        said("Lee", OTHER, 2, instead="http://x/c"),
        said("Lee", NO, 2, competency="http://x/b"),
        said("Dana", NO, 2, competency="http://x/b"),
    ],
    ids=["another in its place", "someone rejects what is put in place", "the same person does"],
)
def test_what_is_put_in_place_can_be_disputed(against: Review) -> None:
    assert of(said("Dana", OTHER, 1, instead="http://x/b"), against).status(*PAIR) is Status.DISPUTED


def test_reviews_of_outcomes_that_are_gone_are_history() -> None:
    gone = said("Dana", YES, 1, outcome="http://x/gone")
    reviews = of(gone, said("Dana", YES, 2))

    assert reviews.history == (gone,)
    assert reviews.status("http://x/gone", "http://x/a") is Status.PROPOSED


@given(
    votes=st.lists(
        st.tuples(st.sampled_from(["Ann", "Ben", "Cy"]), st.sampled_from([YES, NO]), st.booleans()), max_size=8
    )
)
def test_every_suggestion_stands_at_one_status(votes: list[tuple[str, Verdict, bool]]) -> None:
    reviews = of(*(said(name, verdict, at, settles=settles) for at, (name, verdict, settles) in enumerate(votes)))
    last = max((place for place, (_, _, settles) in enumerate(votes) if settles), default=0)
    opinions = set({name: verdict for name, verdict, _ in votes[last:]}.values())

    expected = {0: Status.PROPOSED, 2: Status.DISPUTED}.get(len(opinions))
    assert reviews.status(*PAIR) is (expected or (Status.ACCEPTED if opinions == {YES} else Status.REJECTED))
    assert (reviews.verdict(*PAIR) is None) == (len(opinions) != 1)
    assert bool(reviews.disputed()) == (len(opinions) == 2)


# --- Agreement --------------------------------------------------------------------------


def test_every_two_reviewers_are_compared_on_what_both_judged_by_hand() -> None:
    votes = [
        said(name, verdict, at, competency=f"http://x/{competency}")
        for at, name, judged in ((0, "Ann", [YES, YES, NO, NO]), (1, "Ben", [YES, NO, NO, NO]), (2, "Cy", [YES]))
        for competency, verdict in enumerate(judged)
    ]
    bulk = said("Cy", YES, 3, competency="http://x/1", justification=IN_BULK)

    found = {(one.first, one.second): one for one in agreements(of(*votes, bulk))}

    assert list(found) == [("Ann", "Ben"), ("Ann", "Cy"), ("Ben", "Cy")]
    ann_ben = found["Ann", "Ben"]
    assert (ann_ben.pairs, ann_ben.same, ann_ben.kappa, ann_ben.words) == (4, 3, 0.5, "moderate agreement")
    assert (found["Ann", "Cy"].pairs, found["Ann", "Cy"].kappa) == (1, None)
    assert "undefined" in found["Ann", "Cy"].words


def test_verdicts_on_other_wordings_are_not_compared() -> None:
    (found,) = agreements(of(said("Ann", YES, 1), said("Ben", NO, 2, digest="1" * 64)))

    assert (found.pairs, found.words) == (0, "no suggestion was judged by both")


# --- In the store -----------------------------------------------------------------------

COURSES = """Program,College,Course code,Course title,Learning outcome
Machining,Mill College,MFG 101,Welding,Weld pipes in the flat position.
Machining,Mill College,MFG 101,Welding,Read blueprints of assemblies.
Machining,Mill College,MFG 102,Turning,Turn shafts on a lathe.
"""

SKILLS = """Skill,Notes
Weld pipe,In the flat position.
Read blueprints,Of parts and assemblies.
Operate a lathe,By hand.
"""


@pytest.fixture
def base(tmp_path: Path) -> Iterator[KnowledgeBase]:
    """A knowledge base with a program and the skill list of a firm."""
    with KnowledgeBase.in_memory() as base:
        put(base, tmp_path, "program", "machining.csv", COURSES)
        put(base, tmp_path, "sheet", "acme.csv", SKILLS)
        yield base


def put(
    base: KnowledgeBase, folder: Path, source: str, name: str, content: str, version: str | None = None
) -> list[str]:
    """Import a text as a file, and return what was found."""
    (folder / name).write_text(content, encoding="utf-8")
    return [finding.message for finding in import_release(base, source, [folder / name], version).report]


def skills(base: KnowledgeBase) -> dict[str, Iri]:
    rows = base.rows(
        "SELECT ?label ?s { ?s skos:prefLabel ?label; a ceasn:Competency }", [base.release("sheet-acme").iri]
    )
    return {label: Iri(iri) for label, iri in rows}


def outcomes(base: KnowledgeBase) -> dict[str, Iri]:
    release = program_release(base, PROGRAM)
    assert release is not None
    rows = base.rows("SELECT ?text ?o { ?o ceasn:competencyText ?text; a lw:LearningOutcome }", [release.iri])
    return {text: Iri(iri) for text, iri in rows}


def judged(base: KnowledgeBase, statement: str, label: str, verdict: Verdict, number: int = 0) -> Review:
    """Store a verdict on what is in the knowledge base."""
    competency, framework = skills(base)[label], base.release("sheet-acme")
    review = said(
        "Dana",
        verdict,
        number,
        iri=f"http://localhost:8000/id/review/{number}",
        outcome=outcomes(base)[statement],
        competency=competency,
        framework="http://localhost:8000/id/framework/acme",
        version=framework.version,
        release=framework.iri,
        statement=statement,
        label=label,
        digest=wordings(base, framework, [competency])[competency].digest,
    )
    release = program_release(base, PROGRAM)
    assert release is not None
    base.amend(release, [review])
    return review


WELD, READ, TURN = "Weld pipes in the flat position.", "Read blueprints of assemblies.", "Turn shafts on a lathe."


def test_reviews_live_in_the_graph_of_the_program_and_keep_its_shape(base: KnowledgeBase) -> None:
    review = judged(base, WELD, "Weld pipe", YES)
    release = base.release("program-machining")

    assert stored_reviews(base, release) == [review]
    assert Reviews.of(base, PROGRAM).verdict(review.outcome, review.competency) == review
    assert findings(to_graph([review])).summary() == "no findings"
    assert not findings(base.graph(release)).refused


def test_a_review_without_a_time_breaks_its_shape(base: KnowledgeBase) -> None:
    review = judged(base, WELD, "Weld pipe", YES)
    graph = to_graph([review])
    (at,) = (triple for triple in graph if str(triple[1]).endswith("endedAtTime"))
    graph.remove(at)

    (finding,) = findings(graph)

    assert (finding.code, finding.node) == ("missing-ended-at-time", review.iri)


WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)


@given(
    votes=st.lists(
        st.tuples(WORDS, st.none() | WORDS, st.none() | st.floats(0, 1), st.sampled_from([None, True, False])),
        max_size=4,
    )
)
def test_reviews_survive_the_graph_and_the_next_import(
    votes: list[tuple[str, str | None, float | None, bool | None]],
) -> None:
    reviews = [
        said(name, YES, at, iri=f"http://x/{at}", comment=comment, confidence=confidence, settles=settles)
        for at, (name, comment, confidence, settles) in enumerate(votes)
    ]
    release = Release(iri=Iri("http://x/"), source="p", version="1", title=Text(value="p"), imported=START, tool="test")
    with KnowledgeBase.in_memory() as base:
        stored = base.replace(release, [], [])
        base.amend(stored, reviews)
        assert stored_reviews(base, stored) == reviews

        again = base.replace(release, [], [encoded(stored_reviews(base, stored))])
        assert stored_reviews(base, again) == reviews


def test_a_program_that_is_not_stored_has_no_reviews(base: KnowledgeBase) -> None:
    assert Reviews.of(base, "http://x/none") == Reviews()


def test_a_program_has_the_outcomes_of_its_courses(base: KnowledgeBase) -> None:
    assert outcomes_of(base, base.release("program-machining"), PROGRAM) == set(outcomes(base).values())


def test_only_the_reviews_against_one_framework_can_be_asked_for(base: KnowledgeBase) -> None:
    judged(base, WELD, "Weld pipe", YES)

    assert len(Reviews.of(base, PROGRAM, "acme").kept) == 1
    assert Reviews.of(base, PROGRAM, "esco").kept == ()


# --- Importing again ----------------------------------------------------------------------


def test_a_reimport_keeps_reviews_and_says_which_are_history(base: KnowledgeBase, tmp_path: Path) -> None:
    first, second = judged(base, WELD, "Weld pipe", YES, 1), judged(base, READ, "Read blueprints", NO, 2)

    said = put(base, tmp_path, "program", "machining.csv", COURSES.replace(READ, "Interpret prints."))

    assert said[-2:] == [
        "1 of 2 reviews hold for outcomes that are still there",
        "1 reviews are of 1 outcomes that were removed or reworded; they stay as history",
    ]
    reviews = Reviews.of(base, PROGRAM)
    assert reviews.kept == (first, second)
    assert reviews.history == (second,)
    assert reviews.status(first.outcome, first.competency) is Status.ACCEPTED


def test_a_new_version_takes_the_reviews_of_the_one_before(base: KnowledgeBase, tmp_path: Path) -> None:
    review = judged(base, WELD, "Weld pipe", YES)

    put(base, tmp_path, "program", "machining.csv", COURSES + "Machining,Mill College,MFG 103,Safety,Lock out.\n", "2")

    assert base.release("program-machining").version == "2"
    assert Reviews.of(base, PROGRAM).kept == (review,)
    assert kept_reviews(base, "program-machining") == [review]


def test_an_import_that_fails_keeps_the_reviews_as_they_are(base: KnowledgeBase, tmp_path: Path) -> None:
    review = judged(base, WELD, "Weld pipe", YES)
    broken = COURSES.replace("Learning outcome", "Nothing")

    with pytest.raises(ValueError, match="there is no such column"):
        put(base, tmp_path, "program", "machining.csv", broken)

    assert Reviews.of(base, PROGRAM).kept == (review,)


# --- Re-opening ---------------------------------------------------------------------------


def test_a_release_that_changes_nothing_re_opens_nothing(base: KnowledgeBase, tmp_path: Path) -> None:
    review = judged(base, WELD, "Weld pipe", YES)

    put(base, tmp_path, "sheet", "acme.csv", SKILLS.replace("By hand.", "By hand or by wire."), "2")

    reviews = Reviews.of(base, PROGRAM)
    assert (reviews.reopened(), reviews.verdict(review.outcome, review.competency)) == ((), review)


def test_a_new_release_re_opens_what_it_touches_and_nothing_else(base: KnowledgeBase, tmp_path: Path) -> None:
    weld = judged(base, WELD, "Weld pipe", YES, 1)
    read = judged(base, READ, "Read blueprints", NO, 2)
    turn = judged(base, TURN, "Operate a lathe", YES, 3)
    second = SKILLS.replace("In the flat position.", "In any position.").replace("Operate a lathe", "Run a lathe")

    put(base, tmp_path, "sheet", "acme.csv", second, "2")

    reviews = Reviews.of(base, PROGRAM)
    assert [(found.review, found.why) for found in reviews.reopened()] == [
        (weld, "described anew in acme 2"),
        (turn, "withdrawn in acme 2"),
    ]
    assert reviews.status(weld.outcome, weld.competency) is Status.REOPENED
    assert reviews.verdict(read.outcome, read.competency) == read
    before = Reviews.of(base, PROGRAM, "acme@1")
    assert (before.reopened(), before.verdict(weld.outcome, weld.competency)) == ((), weld)


def test_who_judges_the_new_wording_closes_it_again(base: KnowledgeBase, tmp_path: Path) -> None:
    judged(base, WELD, "Weld pipe", YES, 1)
    put(base, tmp_path, "sheet", "acme.csv", SKILLS.replace("In the flat position.", "In any position."), "2")

    again = judged(base, WELD, "Weld pipe", NO, 2)

    reviews = Reviews.of(base, PROGRAM)
    assert reviews.verdict(again.outcome, again.competency) == again
    assert (reviews.reopened(), reviews.disputed()) == ((), ())


def test_without_the_framework_the_reviews_stand(base: KnowledgeBase) -> None:
    review = judged(base, WELD, "Weld pipe", YES)
    base.remove([base.release("sheet-acme")])

    assert Reviews.of(base, PROGRAM).verdict(review.outcome, review.competency) == review
