"""Categories: one spelling for what differs in case, spaces or punctuation alone, and a word where there is none."""

from collections.abc import Callable

from ontology.records import Candidate
from ontology.store import KnowledgeBase
from standards.agreement import Motion, account, decide, read_agreement
from tests.standards.agreement.conftest import (
    CHARTS,
    DANA,
    ENGINES,
    ROPES,
    SLUG,
    TIDES,
    candidates,
    en,
    links,
    store,
    voices,
)

Move = Callable[..., Motion]

SPELLED = {ROPES: "Deck Work", CHARTS: "Deck Work", TIDES: "deck-work", ENGINES: None}


def spelled(base: KnowledgeBase) -> None:
    """Store the proposal with a category in two spellings, and a statement without any."""
    said: list[Candidate] = [
        one.model_copy(update={"category": en(category) if category else None, "stands_for": None})
        for one in candidates()
        for category in [SPELLED[one.iri]]
    ]
    store(base, f"proposal-{SLUG}", "2", "proposal", [*said, *voices(), *links()])


def category(base: KnowledgeBase, statement: str) -> str:
    return next(one.category for one in account(read_agreement(base, SLUG)).statements if one.address == statement)


def test_what_is_accepted_takes_the_spelling_of_most_firms_and_codes_go_on(base: KnowledgeBase, move: Move) -> None:
    """Three firms have a statement under Deck Work, one under deck-work."""
    spelled(base)
    done = decide(base, SLUG, [move(CHARTS, "accept"), move(TIDES, "accept")], DANA)

    assert [category(base, one) for one in (CHARTS, TIDES)] == ["Deck Work", "Deck Work"]
    assert [one.category for one in done.decisions] == [None, en("Deck Work")]
    assert account(done.agreement).notes == ()
    heads = {(one.code or "").rpartition("-")[0] for one in done.decisions}
    assert len(heads) == 1


def test_a_file_is_kept_once_though_a_category_was_respelled(base: KnowledgeBase, move: Move) -> None:
    spelled(base)
    accepted = move(TIDES, "accept")
    decide(base, SLUG, [accepted], DANA)
    again = decide(base, SLUG, [accepted], DANA)

    assert (again.repeated, again.decisions) == (1, ())


def test_what_somebody_writes_is_kept_as_it_is_written_and_told(base: KnowledgeBase, move: Move) -> None:
    spelled(base)
    decide(base, SLUG, [move(CHARTS, "accept"), move(TIDES, "accept", category="Deckwork")], DANA)
    (note,) = account(read_agreement(base, SLUG)).notes

    assert category(base, TIDES) == "Deckwork"
    assert "“Deck Work” (1) and “Deckwork” (1)" in note
    decide(base, SLUG, [move(CHARTS, "reword", category="Deckwork")], DANA)
    assert account(read_agreement(base, SLUG)).notes == ()


def test_a_category_that_was_decided_is_not_respelled(base: KnowledgeBase, move: Move) -> None:
    spelled(base)
    decide(base, SLUG, [move(CHARTS, "reword", category="deck work")], DANA)
    decide(base, SLUG, [move(CHARTS, "accept")], DANA)

    assert category(base, CHARTS) == "deck work"


def test_what_is_accepted_without_a_category_is_told(base: KnowledgeBase, move: Move) -> None:
    spelled(base)
    assert account(read_agreement(base, SLUG)).notes == ()
    decide(base, SLUG, [move(ENGINES, "accept", code="HT-9")], DANA)
    (note,) = account(read_agreement(base, SLUG)).notes

    assert note.startswith("Accepted without a category, so that “No category” would be published of them: HT-9.")
    decide(base, SLUG, [move(ENGINES, "reword", category="Engine")], DANA)
    assert account(read_agreement(base, SLUG)).notes == ()


def test_and_is_an_ampersand(base: KnowledgeBase, move: Move) -> None:
    spelled(base)
    bars = [move(CHARTS, "accept", category="Food and Drink"), move(TIDES, "accept", category="Food & Drink")]
    decide(base, SLUG, bars, DANA)
    (note,) = account(read_agreement(base, SLUG)).notes

    assert "“Food & Drink” (1) and “Food and Drink” (1)" in note
