"""Which ESCO release some files are, in which languages, and what it lacks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

from ontology.errors import InputError, MissingFileError
from standards.archives import Archive, ArchivedFile
from standards.sources.publication import Publication

ESCO_PUBLICATION = Publication(
    source="esco",
    title="ESCO",
    license="http://data.europa.eu/eli/dec/2011/833/oj",
    attribution="This service uses the ESCO classification of the European Commission.",
    page="https://esco.ec.europa.eu/en/use-esco/download",
)

OWN_ROWS = "Nothing is to be done where the file is as downloaded: ESCO's own have such rows"
"""What to do where a row makes no sense by itself."""

SAME_RELEASE = (
    "Nothing is to be done where all files are of one release: ESCO's own have such rows. "
    "Where they are of several, take them all from one"
)
"""What to do where a file names a concept that the others do not hold."""

LACKING = {
    "occupations": "there are no occupations: no ladders, no related occupations",
    "skills": "there are no skills: nothing can be linked to ESCO, and gaps cannot be named",
    "ISCOGroups": "occupations are not grouped by ISCO-08",
    "skillGroups": "skills are grouped only as far as the skills hierarchy goes",
    "skillsHierarchy": "levels of the skills hierarchy that are not among the skill groups have no names",
    "conceptSchemes": "the schemes and collections have no names",
    "occupationSkillRelations": "no occupation has skills: no gaps, and no relatedness by skills",
    "skillSkillRelations": "which skills need other skills is not known",
    "broaderRelationsOccPillar": "occupations have no broader occupation or group",
    "broaderRelationsSkillPillar": "skills have no broader skill or group",
}
"""What cannot be known without a file, by the start of its name."""


@dataclass(frozen=True)
class EscoFile:
    """A file by what it is about (``occupations``) and its language; relations have none, or any."""

    about: str
    language: str
    file: ArchivedFile


def esco_files(archive: Archive) -> list[EscoFile]:
    """Return the files whose names are like ESCO's.

    Raises
    ------
    MissingFileError
        Where there are neither occupations nor skills in any language.
    """
    named = re.compile(r"(?P<about>\w+?)(_(?P<language>[a-z]{2,3}(-[A-Za-z]{2,8})?))?\.csv")
    matches = [(named.fullmatch(file.plain_name), file) for file in archive]
    files = [EscoFile(m["about"], (m["language"] or "").lower(), file) for m, file in matches if m]
    if not any(file.about in ("occupations", "skills") and file.language for file in files):
        places = ", ".join(map(str, archive.paths))
        message = (
            f"there is no occupations_en.csv and no skills_en.csv (or in another language) in {places}; "
            "download the ESCO classification as CSV in a language, beside the one without language"
        )
        raise MissingFileError(message)
    return files


def languages(files: Iterable[EscoFile]) -> str:
    """Return the languages of the files, in alphabetical order with commas between."""
    return ", ".join(sorted({file.language for file in files if file.language}))


def lacks(files: Iterable[EscoFile]) -> tuple[str, ...]:
    """Return what cannot be computed for want of a file, a sentence each."""
    there = {file.about for file in files}
    return tuple(f"Without the file {about}, {what}." for about, what in LACKING.items() if about not in there)


def version_of(archive: Archive, files: Iterable[EscoFile]) -> str:
    """Return the release that the zips or folders name: ``ESCO dataset - v1.1.1 - …`` or ``1.1.1``.

    Raises
    ------
    InputError
        Where they name none, or several.
    """
    found = sorted({version for file in files for version in _named(PurePath(file.file.place))})
    if len(found) == 1:
        return found[0]
    names = f"names several releases ({', '.join(found)})" if found else "does not name its release"
    places = ", ".join(map(str, archive.paths))
    message = f"{places} {names}; name the release with --release, for instance --release 1.1.1"
    raise InputError(message)


def _named(place: PurePath) -> Iterator[str]:
    """Yield the version that the innermost part of a path with any names."""
    for part in reversed(place.parts):
        if match := re.search(r"(?:\bv|^)(\d+(?:\.\d+)+)(?!\S)", part):
            yield match[1]
            return
