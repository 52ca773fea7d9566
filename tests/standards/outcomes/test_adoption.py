"""Who took a standard up is who is named, or who adopts most of what is published; from when, its first step says."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from ontology.errors import NotFoundError
from ontology.identifiers import Identifiers
from ontology.records import Competency, Endorsement, Iri, Position, PublicationStatus, Release, StatusChange, Text
from ontology.store import KnowledgeBase
from standards.agreement.storage import append
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


def standing(*steps: StatusChange, in_force: Release | None = None) -> Standing:
    return Standing("harbor", FRAMEWORK, None, (), in_force, steps)


def said(organization: Iri, position: Position, subject: str, version: str | None = "1.0") -> Endorsement:
    return Endorsement(
        iri=Iri(f"{organization}/{subject}/{version}/{position.name}"),
        standard=FRAMEWORK,
        organization=organization,
        position=Iri(position),
        subject=FRAMEWORK if subject == "whole" else statement(subject),
        seen="0" * 64,
        reason="So we say.",
        version=version,
        at=datetime(2025, 2, 1, 9, tzinfo=UTC),
    )


def statement(name: str) -> Iri:
    return Iri(MINT("competency", "harbor", name))


def published(base: KnowledgeBase, *positions: Endorsement) -> Release:
    """Return a version with three statements in force and one that is withdrawn, and these positions on them."""
    statements = [Competency(iri=statement(name), label=Text(value=name)) for name in ("one", "two", "three")]
    gone = Competency(iri=statement("gone"), label=Text(value="Gone"), deprecated=True)
    release = new_release(base.identifiers, "harbor", "1.0", "Harbor", language="en")
    base.replace(release, [], [encoded([*statements, gone, *positions])])
    return release


@pytest.fixture
def base() -> Iterator[KnowledgeBase]:
    with KnowledgeBase.in_memory() as base:
        yield base


def test_who_adopts_more_than_half_of_what_is_in_force_took_it_up(base: KnowledgeBase) -> None:
    """Two of three statements are, one of three is not; what is withdrawn counts for nobody."""
    version = published(
        base,
        said(ACME, Position.ENDORSE, "one"),
        said(ACME, Position.ADOPT_WITH_CHANGE, "two"),
        said(ACME, Position.DISSENT, "three"),
        said(BOLT, Position.ENDORSE, "one"),
        said(BOLT, Position.ENDORSE, "gone"),
        said(BOLT, Position.ABSTAIN, "two"),
    )
    day = date(2025, 3, 5)

    assert adoption(base, standing(*STEPS, in_force=version), SUBJECTS) == Adoption(day, {ACME: day}, day)


@pytest.mark.parametrize(
    ("position", "takes"), [(Position.ENDORSE, True), (Position.DISSENT, False), (Position.RATIFY, False)]
)
def test_who_endorses_the_whole_took_it_up_and_a_union_that_ratifies_lets_others(
    base: KnowledgeBase, position: Position, takes: bool
) -> None:
    version = published(base, said(COG, position, "whole"))

    assert (COG in adoption(base, standing(*STEPS, in_force=version), SUBJECTS).dates) is takes


def test_nobody_is_named_by_what_is_not_published(base: KnowledgeBase) -> None:
    """The log of an agreement is kept back: it names nobody while nothing is published, and nobody beside a version."""
    log = [said(firm, Position.ENDORSE, name, version=None) for firm in (ACME, BOLT) for name in ("one", "two")]
    append(base, "harbor", log)
    version = published(base, said(COG, Position.ENDORSE, "one"), said(COG, Position.ENDORSE, "two"))

    assert adoption(base, standing(), SUBJECTS, date(2025, 1, 1)).dates == {}
    assert set(adoption(base, standing(*STEPS, in_force=version), SUBJECTS).dates) == {COG}


def test_before_it_holds_nobody_took_it_up(base: KnowledgeBase) -> None:
    assert adoption(base, standing(STEPS[0]), SUBJECTS) == Adoption(None, {})


def test_who_is_named_counts_and_may_have_a_day_of_its_own(base: KnowledgeBase) -> None:
    own, day = date(2024, 7, 1), date(2024, 1, 1)

    assert adoption(base, standing(*STEPS), SUBJECTS, day, {"bolt": None, "cog": own}) == Adoption(
        day, {BOLT: day, COG: own}, date(2025, 3, 5)
    )
    assert adoption(base, standing(), SUBJECTS, None, {"bolt": None, "cog": own}) == Adoption(None, {COG: own})


def test_a_stranger_is_refused(base: KnowledgeBase) -> None:
    with pytest.raises(NotFoundError, match="Write 'bolt' if that is meant"):
        adoption(base, standing(*STEPS), SUBJECTS, None, {"bolts": None})
