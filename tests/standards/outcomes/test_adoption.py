"""Who took a standard up is who is named, or whose newest word on any of it says so; from when, its first step says."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from ontology.errors import NotFoundError
from ontology.identifiers import Identifiers
from ontology.records import Endorsement, Iri, Position, PublicationStatus, StatusChange
from ontology.store import KnowledgeBase
from standards.encoding import encoded
from standards.outcomes.adoption import Adoption, adoption
from standards.outcomes.subjects import Subjects
from standards.publishing.standing import Standing
from standards.sources.publication import new_release

MINT = Identifiers().mint
FRAMEWORK = Iri(MINT("framework", "harbor"))
ACME, BOLT, COG = (Iri(MINT("organization", name)) for name in ("acme", "bolt", "cog"))
SUBJECTS = Subjects(organizations={"acme": ACME, "bolt": BOLT, "cog": COG})


def step(status: PublicationStatus, day: int) -> StatusChange:
    return StatusChange(
        iri=Iri(f"http://x/change/{day}"),
        standard=FRAMEWORK,
        version="draft",
        status=Iri(status),
        by="Dana",
        at=datetime(2025, 3, day, 9, tzinfo=UTC),
    )


STEPS = (step(PublicationStatus.REVIEW, 1), step(PublicationStatus.RATIFIED, 5), step(PublicationStatus.PUBLISHED, 9))


def standing(*steps: StatusChange) -> Standing:
    return Standing("harbor", FRAMEWORK, None, (), None, steps)


def said(organization: Iri, position: Position, subject: str, day: int, standard: Iri = FRAMEWORK) -> Endorsement:
    return Endorsement(
        iri=Iri(f"{organization}/{subject}/{day}/{position.name}"),
        standard=standard,
        organization=organization,
        position=Iri(position),
        subject=Iri(f"http://x/{subject}"),
        seen="0" * 64,
        reason="So we say.",
        by="Sam",
        at=datetime(2025, 2, day, 9, tzinfo=UTC),
    )


@pytest.fixture
def base() -> Iterator[KnowledgeBase]:
    with KnowledgeBase.in_memory() as base:
        positions = [
            said(ACME, Position.DISSENT, "one", 1),
            said(ACME, Position.ENDORSE, "one", 2),
            said(BOLT, Position.ENDORSE, "one", 1),
            said(BOLT, Position.ABSTAIN, "one", 2),
            said(COG, Position.DISSENT, "one", 1),
            said(COG, Position.ADOPT_WITH_CHANGE, "two", 1, standard=Iri(MINT("framework", "other"))),
        ]
        release = new_release(base.identifiers, "agreement-harbor", "1", "Agreement", language="en")
        base.replace(release, [], [encoded(positions)])
        yield base


def test_the_newest_word_counts_from_the_day_on_which_the_standard_held(base: KnowledgeBase) -> None:
    assert adoption(base, standing(*STEPS), SUBJECTS) == Adoption(date(2025, 3, 5), {ACME: date(2025, 3, 5)})


def test_before_it_holds_nobody_took_it_up(base: KnowledgeBase) -> None:
    assert adoption(base, standing(STEPS[0]), SUBJECTS) == Adoption(None, {})


def test_who_is_named_counts_and_may_have_a_day_of_its_own(base: KnowledgeBase) -> None:
    own, day = date(2024, 7, 1), date(2024, 1, 1)

    assert adoption(base, standing(*STEPS), SUBJECTS, day, {"bolt": None, "cog": own}) == Adoption(
        day, {BOLT: day, COG: own}
    )
    assert adoption(base, standing(), SUBJECTS, None, {"bolt": None, "cog": own}) == Adoption(None, {COG: own})


def test_a_stranger_is_refused(base: KnowledgeBase) -> None:
    with pytest.raises(NotFoundError, match="Write 'bolt' if that is meant"):
        adoption(base, standing(*STEPS), SUBJECTS, None, {"bolts": None})
