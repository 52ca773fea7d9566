"""Which version of a standard a matrix shows, and whether it is in force."""

from __future__ import annotations

from ontology.records import PublicationStatus
from ontology.store import KnowledgeBase
from pathways.agreements.published import PublishedStandard
from pathways.agreements.wording import day
from standards.publishing import Standing, standings


def working_stage(base: KnowledgeBase, slug: str) -> str:
    """Return where the working copy of a standard stands, and which version is in force beside it."""
    found = next((one for one in standings(base) if one.slug == slug), None)
    status = found.word(found.working) if found and found.working else PublicationStatus.DRAFT.word
    return f"Working copy ({status}); {_in_force(found)}."


def _in_force(found: Standing | None) -> str:
    if found is None or not found.versions:
        return "nothing is published yet"
    if found.in_force is None:
        return "no version is in force"
    change = found.since(found.in_force)
    since = f", published on {day(change.at.date())}, " if change else " "
    return f"version {found.in_force.version}{since}is in force"


def published_stage(standard: PublishedStandard) -> str:
    """Return which version a published one is, and how it stands."""
    release, in_force = standard.release, standard.in_force
    if release.stands is PublicationStatus.WITHDRAWN:
        how = "withdrawn"
    else:
        how = "in force" if release == in_force or in_force is None else f"superseded by version {in_force.version}"
    return f"Version {release.version}: {how}."
