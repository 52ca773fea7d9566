"""Where a standard stands: its working copy and the versions that were published of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ontology.errors import NotFoundError
from ontology.named_releases import published_releases, release_in_force
from ontology.records import Iri, PublicationStatus, Release, StatusChange
from ontology.store import KnowledgeBase
from standards.frameworks import FRAMEWORK
from standards.standard_names import misnamed, standard_names

SUPERSEDED: Final = "superseded"
"""What is said of a published version that is not in force any more because a newer one is."""


@dataclass(frozen=True)
class Standing:
    """A standard with all that was ever published of it.

    Parameters
    ----------
    slug
        Of the partnership whose standard it is.
    framework
        Its address, the same in every version.
    working
        The copy that is worked on, if it is here.
    versions
        What was published, the oldest first.
    in_force
        The newest version that is not withdrawn, if there is one.
    changes
        Who moved it on, the oldest first.
    """

    slug: str
    framework: Iri
    working: Release | None
    versions: tuple[Release, ...]
    in_force: Release | None
    changes: tuple[StatusChange, ...]

    @property
    def last(self) -> Release | None:
        """The version that was published last, also where it is withdrawn."""
        return self.versions[-1] if self.versions else None

    def word(self, release: Release) -> str:
        """Return how a version or the working copy stands, as people say it."""
        stands = release.stands or PublicationStatus.DRAFT
        if stands is PublicationStatus.PUBLISHED and release != self.in_force:
            return SUPERSEDED
        return stands.word

    def since(self, release: Release) -> StatusChange | None:
        """Return the change that brought a version or the working copy to where it stands."""
        of_version = [change for change in self.changes if change.version == release.version]
        return next((one for one in reversed(of_version) if one.status == release.status), None)


def standings(base: KnowledgeBase) -> list[Standing]:
    """Return the standards that are worked on or were published here, by slug."""
    return [_standing(base, slug) for slug in standard_names(base)]


def standing(base: KnowledgeBase, name: str) -> Standing:
    """Return where a standard stands.

    Parameters
    ----------
    name
        Its slug; a version after an @ is not looked at.

    Raises
    ------
    NotFoundError
        Where there is no such standard, or what has the name is no standard of anybody here.
    """
    slug = name.partition("@")[0]
    found = _standing(base, slug)
    if found.working or found.versions:
        return found
    reader = next((release.reader for release in base.releases() if release.source == slug), None)
    came = f"{slug!r} came as {reader} and is not worked on here; " if reader else ""
    message = f"{came}{misnamed(base, slug)}"
    raise NotFoundError(message)


def _standing(base: KnowledgeBase, slug: str) -> Standing:
    releases, framework = base.releases(), Iri(base.identifiers.mint(FRAMEWORK, slug))
    worked_on = [one for one in base.current() if one.source == slug and one.stands and not one.fixed]
    return Standing(
        slug=slug,
        framework=framework,
        working=next(iter(worked_on), None),
        versions=tuple(published_releases(releases, slug)),
        in_force=release_in_force(releases, slug),
        changes=tuple(base.changes(framework)),
    )
