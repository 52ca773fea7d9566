"""Which O*NET release a download is, under what terms it came, and what cannot be known without the files it lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ontology.errors import InputError
from standards.archives import Archive
from standards.sources.onet.download import Download
from standards.sources.publication import Publication

DATABASE = Publication(
    source="onet",
    title="O*NET Database",
    license="https://creativecommons.org/licenses/by/4.0/",
    attribution=(
        "This knowledge base includes information from the O*NET Database by the U.S. Department of Labor, Employment "
        "and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET is a trademark of USDOL/ETA. "
        "The information has been modified; USDOL/ETA has not approved, endorsed, or tested these modifications."
    ),
    page="https://www.onetcenter.org/database.html",
)

IN_READ_ME = re.compile(r"O\*NET\S*\s+(\d+\.\d+)\s+Database")
IN_FOLDER = re.compile(r"(?<!\d)(\d{2}[._]\d)(?!\d)")

LACKS = {
    "Content Model Reference": "Elements have no names, descriptions or hierarchy, and their codes cannot be checked.",
    "Scales Reference": "Values cannot be checked against the bounds of their scales.",
    "Occupation Data": "Occupations have no titles or descriptions, and their codes cannot be checked.",
    "Alternate Titles": "Occupations are found by fewer job titles.",
    "Sample of Reported Titles": "Occupations are found by fewer job titles as workers report them.",
    "Job Zones": "Preparation cannot be compared, so no ladder can be ordered by it.",
    "Job Zone Reference": "What a job zone asks cannot be explained.",
    "Related Occupations": "Relatedness cannot be evaluated against the source's own.",
    "Task Statements": "Occupations have no tasks.",
    "Emerging Tasks": "Tasks that are new to an occupation are not known.",
    "DWA Reference": "Detailed work activities have no titles.",
    "IWA Reference": "Detailed work activities have no groups.",
    "Tasks to DWAs": "Tasks cannot be compared between occupations by their detailed work activities.",
    "Skills": "Occupations cannot be compared by their skills, nor skill gaps be computed.",
    "Knowledge": "Occupations cannot be compared by their knowledge, nor knowledge gaps be computed.",
    "Abilities": "Occupations cannot be compared by their abilities.",
    "Work Activities": "Occupations cannot be compared by their generalized work activities.",
    "Work Context": "The conditions of work are not known.",
    "Work Styles": "Work styles are not known.",
    "Work Values": "Occupations cannot be matched to what a person values.",
    "Interests": "Occupations cannot be matched to a person's interests.",
    "Education, Training, and Experience": "Required education, training and experience are not known.",
    "Education, Training, and Experience Categories": "Shares of education, training and experience have no labels.",
    "Work Context Categories": "Shares of work context have no labels.",
    "Level Scale Anchors": "Levels have no examples.",
    "Technology Skills": "The software that occupations use is not known.",
    "Tools Used": "The tools that occupations use are not known.",
    "UNSPSC Reference": "Technologies and tools have no groups.",
    "Perkins_IV_Crosswalk_Table_4_ONETs_in_Pathways": "Ladders cannot be drawn by career cluster.",
}
"""What each file is for: what is missing where it is."""

ALSO = {"Skills": "Skills (basic only)"}
"""Files that stand in for others in part."""


def version_of(archive: Archive) -> str:
    """Return the name of the release: as the Read Me says, or else a folder or zip.

    Raises
    ------
    InputError
        Where neither says it, or folders say several.
    """
    found = sorted(set(_in_read_me(archive)) or set(_in_folders(archive)))
    if len(found) == 1:
        return found[0]
    names = f"they name several ({', '.join(found)})" if found else "neither Read Me.txt nor a folder names it"
    message = f"it cannot be told which O*NET release these files are: {names}. Name it: --release 29.3"
    raise InputError(message)


def _in_read_me(archive: Archive) -> Iterator[str]:
    if file := archive.find("Read Me.txt"):
        yield from IN_READ_ME.findall(file.read().decode("utf-8", errors="replace"))


def _in_folders(archive: Archive) -> Iterator[str]:
    for file in archive:
        for part in Path(file.place).parts[-2:]:
            yield from (found.replace("_", ".") for found in IN_FOLDER.findall(part))


def lacks(download: Download) -> Iterator[str]:
    """Yield a sentence for each file that is missing."""
    for name, consequence in LACKS.items():
        instead = ALSO.get(name)
        if instead and download.find(instead):
            yield f"{name} is missing; {instead} stands in for it in part. {consequence}"
        elif download.find(name) is None:
            yield f"{name} is missing. {consequence}"
