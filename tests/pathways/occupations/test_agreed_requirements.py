"""What occupations need by a standard is what was agreed on and published, else that of a draft, and said to be."""

from collections.abc import Iterator

import pytest

from ontology.store import KnowledgeBase
from pathways.feeding import feeding
from pathways.scopes import Scopes
from standards.agreement import decide
from standards.publishing import Mover, publish, withdraw
from tests.standards.agreement.conftest import CHARTS, DANA, ROPES, SAILOR, SLUG, fill, motion
from tests.standards.agreement.rounds import ANA, agree, ratify


@pytest.fixture
def base() -> Iterator[KnowledgeBase]:
    """The draft says that sailors need ropes at level 3; level 5 was decided and agreed on, and 4 of charts."""
    with KnowledgeBase.in_memory() as base:
        fill(base)
        said = {ROPES: {"level": "5"}, CHARTS: {"level": "4", "importance": "3"}}
        for one, numbers in said.items():
            decide(base, SLUG, [motion(base, one, "level", occupation="53-5011.00", **numbers)], DANA)
        agree(base)
        ratify(base)
        yield base


def asked(base: KnowledgeBase) -> tuple[str, float]:
    """The release that says what is needed, and the level of ropes for sailors."""
    snapshot = Scopes(base).of(SLUG)
    (found,) = snapshot.requirements
    return found.name, float(found.level[snapshot.occupations.by_iri[SAILOR], found.labels.index("Rope Splicing")])


def sources(base: KnowledgeBase) -> dict[str, str]:
    return {source.name: source.title for source in Scopes(base).of(SLUG).sources if source.name.startswith(f"{SLUG}@")}


def test_what_was_published_counts_as_long_as_it_is_in_force(base: KnowledgeBase) -> None:
    before = asked(base), [one.name for one in feeding(base)]
    publish(base, SLUG, ANA)
    published = asked(base), [one.name for one in feeding(base)]
    withdraw(base, f"{SLUG}@1.0", Mover("Ana", comment="Wrong"))

    assert (before[0], published[0]) == ((f"{SLUG}@draft", 3), (f"{SLUG}@1.0", 5))
    assert asked(base) == before[0]
    assert f"{SLUG}@1.0" in published[1], "a snapshot is computed anew when a version is published"
    assert f"{SLUG}@1.0" not in before[1]


def test_what_is_of_a_draft_alone_says_so(base: KnowledgeBase) -> None:
    before = sources(base)
    publish(base, SLUG, ANA)

    assert before == {f"{SLUG}@draft": f"{SLUG} draft, a draft not in force"}
    assert sources(base) == {f"{SLUG}@draft": f"{SLUG} draft", f"{SLUG}@1.0": f"{SLUG} draft 1.0"}
