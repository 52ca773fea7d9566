"""The license of a standard: no version is published without one, so it is told while there is time to agree on it."""

from __future__ import annotations

from typing import Final

from ontology.errors import InputError
from ontology.records import Framework, Iri, Organization, Partnership, PublicationStatus, Release
from ontology.report import Finding, Report, Severity
from ontology.store import KnowledgeBase
from standards.encoding import encoded
from standards.publishing.standing import standing
from standards.publishing.steps import working_copy

BEGUN: Final = (Organization, Partnership, Framework)
"""All that the working copy of a standard holds that began with firms' lists."""

EXAMPLE: Final = "https://creativecommons.org/licenses/by/4.0/"


def unlicensed(base: KnowledgeBase, slug: str) -> Report:
    """Return that the working copy of a standard has no license yet, with how it is given one."""
    working = _worked_on(base, slug)
    if working is None or working.license:
        return Report()
    imported = f'Write `license = "{EXAMPLE}"`, or yours, into partnership.toml, and import the folder again'
    begun = f"Agree on one and say it: `ladderworks harmonize --standard {slug} --license CC-BY-4.0`"
    return Report(
        [
            Finding(
                code="no-license",
                severity=Severity.WARNING,
                value=working.name,
                message="the standard has no license, and is not published without one",
                remedy=f"{imported if base.files(working) else begun}.",
            )
        ]
    )


def _worked_on(base: KnowledgeBase, slug: str) -> Release | None:
    return next((one for one in base.current() if one.source == slug and one.stands and not one.fixed), None)


def refuse_declared(base: KnowledgeBase, slug: str) -> None:
    """Refuse to license a standard whose partnership was imported: its folder says under which license it is.

    Raises
    ------
    InputError
        With where to say it.
    """
    working = _worked_on(base, slug)
    if working and base.files(working):
        message = (
            f"{working.name} was imported from a folder, which says its license: write it there into partnership.toml "
            "as `license`, and import it again: `ladderworks import partnership FOLDER`"
        )
        raise InputError(message)


def license_standard(base: KnowledgeBase, name: str, license: str) -> Finding:
    """Give a standard that began with firms' lists a license; what was in review or ratified is a draft again.

    Parameters
    ----------
    license
        Its address.

    Returns
    -------
    Finding
        That it is done, and what has to follow.

    Raises
    ------
    NotFoundError
        Where there is no such standard, or no working copy of it.
    InputError
        Where its partnership was imported, for then the folder says it.
    WriteError
        Where it cannot be written; the working copy is then as it was.
    """
    of = standing(base, name)
    working = working_copy(of, name)
    refuse_declared(base, of.slug)
    held = [one for record in BEGUN for one in base.records(working, record)]
    said = [one.model_copy(update={"license": Iri(license)}) if one.iri == of.framework else one for one in held]
    draft = {"license": Iri(license), "status": Iri(PublicationStatus.DRAFT)}
    if working.license != license:
        base.replace(working.model_copy(update=draft), (), [encoded(said)])
    return _licensed(working, license)


def _licensed(before: Release, license: str) -> Finding:
    """Return that a working copy has a license now, and whether it has to be put to review again."""
    opened = before.license != license and before.stands in (PublicationStatus.REVIEW, PublicationStatus.RATIFIED)
    again = f"; it stood at {before.stands.word}, and is a draft again" if opened and before.stands else ""
    review = f"Put it to review again: `ladderworks standard review {before.source} --by NAME`."
    return Finding(
        code="licensed",
        severity=Severity.WARNING if opened else Severity.INFO,
        value=license,
        message=f"{before.name} has a license now{again}",
        remedy=review if opened else "Nothing needs to be done.",
    )
