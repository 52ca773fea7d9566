"""Which O*NET release a download is, under what terms it came, and what cannot be known without the files it lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import version as installed
from pathlib import Path

from ontology.errors import InputError
from ontology.records import Iri, Release, Text
from standards.sources.onet.download import Download

LICENSE = Iri("https://creativecommons.org/licenses/by/4.0/")
PAGE = Iri("https://www.onetcenter.org/database.html")
ATTRIBUTION = (
    "This knowledge base includes information from the O*NET {version} Database by the U.S. Department of Labor, "
    "Employment and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET is a trademark of "
    "USDOL/ETA. The information has been modified; USDOL/ETA has not approved, endorsed, or tested these modifications."
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


def release(download: Download, version: str | None) -> Release:
    """Describe the release; its address and its files are the knowledge base's to fix.

    Raises
    ------
    InputError
        Where neither the caller, the Read Me nor a folder says which release it is.
    """
    name = version or _version(download)
    return Release(
        iri=Iri(download.identifiers.mint("onet")),
        source="onet",
        version=name,
        title=Text(value=f"O*NET {name} Database"),
        license=LICENSE,
        attribution=Text(value=ATTRIBUTION.format(version=name)),
        page=PAGE,
        language="en",
        imported=datetime.now(UTC),
        tool=f"ladderworks {installed('ladderworks')}",
        lacks=tuple(_lacks(download)),
    )


def _version(download: Download) -> str:
    found = sorted(set(_in_read_me(download)) or set(_in_folders(download)))
    if len(found) == 1:
        return found[0]
    names = f"they name several ({', '.join(found)})" if found else "neither Read Me.txt nor a folder names it"
    message = f"it cannot be told which O*NET release these files are: {names}. Name it: --release 29.3"
    raise InputError(message)


def _in_read_me(download: Download) -> Iterator[str]:
    if file := download.archive.find("Read Me.txt"):
        yield from IN_READ_ME.findall(file.read().decode("utf-8", errors="replace"))


def _in_folders(download: Download) -> Iterator[str]:
    for file in download.archive:
        for part in Path(file.place).parts[-2:]:
            yield from (found.replace("_", ".") for found in IN_FOLDER.findall(part))


def _lacks(download: Download) -> Iterator[str]:
    for name, consequence in LACKS.items():
        instead = ALSO.get(name)
        if instead and download.find(instead):
            yield f"{name} is missing; {instead} stands in for it in part. {consequence}"
        elif download.find(name) is None:
            yield f"{name} is missing. {consequence}"
