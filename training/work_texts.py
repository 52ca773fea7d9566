"""Texts about work, some 250,000 short ones, from which is learned which words go together and which are common.

Those of ESCO are the names of skills, one by one and side by side, and the sentences of their descriptions. Those of
O*NET are tasks, also beside the activity that each is an instance of, activities, titles and descriptions; tools and
technology, beside the names of their commodity and class: so *lanyard* meets *fall protection*; and what is rated.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from ontology.store import KnowledgeBase
from standards.frameworks import read_framework
from standards.imports import import_release
from standards.matching import Entry
from training.examples import FRAMEWORK
from training.paraphrases import RELEASE

COLUMNS: Final = {
    "Task Statements.txt": "Task",
    "DWA Reference.txt": "DWA Title",
    "Occupation Data.txt": "Description",
    "Alternate Titles.txt": "Alternate Title",
}
"""What of O*NET is read as it stands, by file."""

TOOLS: Final = ("Tools Used.txt", "Technology Skills.txt")
KINDS: Final = "UNSPSC Reference.txt"
INSTANCES: Final = "Tasks to DWAs.txt"
RATED: Final = "Content Model Reference.txt"

NAMES: Final = 13
"""Names of a concept that are read one by one, its own first."""

BESIDE: Final = 6
"""Those that are read side by side."""

Row = dict[str, str]


def read_texts(folder: Path) -> list[str]:
    """Return the texts in a folder of outside data, always in one order."""
    concepts, release = _concepts(folder), folder / RELEASE
    tools = dict.fromkeys(_of_tools(release))
    rated = {row["Description"] for row in _rows(release / RATED)} | {
        row["Element Name"] for row in _rows(release / RATED)
    }
    beside = (" ".join((entry.label, *entry.alt_labels)[:BESIDE]) for entry in concepts)
    stated = [*_of_concepts(concepts), *_of_occupations(release), *tools, *sorted(rated)]
    return [*stated, *_of_instances(release), *beside]


def read_beginnings(folder: Path) -> list[str]:
    """Return the texts that begin with what is done: names of skills, tasks and activities, always in one order."""
    release = folder / RELEASE
    done = ("Task Statements.txt", "DWA Reference.txt")
    rows = (row[COLUMNS[name]] for name in done for row in _rows(release / name))
    return [*(concept.label for concept in _concepts(folder)), *rows]


def digests(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of each file that is read, by its path in the folder."""
    own = (folder / RELEASE / name for name in (*COLUMNS, *TOOLS, KINDS, INSTANCES, RATED))
    read = [*sorted((folder / FRAMEWORK).glob("*.zip")), *own]
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in read}


def _concepts(folder: Path) -> Sequence[Entry]:
    with KnowledgeBase.in_memory() as base:
        import_release(base, "esco", [folder / FRAMEWORK])
        return read_framework(base, "esco")


def _of_concepts(entries: Sequence[Entry]) -> Iterator[str]:
    """Yield the names of concepts and the sentences of their descriptions."""
    for entry in entries:
        yield from (entry.label, *entry.alt_labels)[:NAMES]
        yield from entry.description.split(". ")


def _of_occupations(release: Path) -> Iterator[str]:
    for name, column in COLUMNS.items():
        yield from dict.fromkeys(row[column] for row in _rows(release / name))


def _of_tools(release: Path) -> Iterator[str]:
    """Yield tools beside their kinds: *Safety lanyards*, fall protection lanyard, personal safety and protection."""
    classes = {row["Commodity Code"]: row["Class Title"] for row in _rows(release / KINDS)}
    for name in TOOLS:
        for row in _rows(release / name):
            yield " ".join((row["Example"], row["Commodity Title"], classes.get(row["Commodity Code"], "")))


def _of_instances(release: Path) -> Iterator[str]:
    """Yield tasks beside the activity that they are instances of."""
    tasks = {row["Task ID"]: row["Task"] for row in _rows(release / "Task Statements.txt")}
    titles = {row["DWA ID"]: row["DWA Title"] for row in _rows(release / "DWA Reference.txt")}
    for row in _rows(release / INSTANCES):
        if row["Task ID"] in tasks:
            yield f"{tasks[row['Task ID']]} {titles[row['DWA ID']]}"


def _rows(file: Path) -> Iterator[Row]:
    with file.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
