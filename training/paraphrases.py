"""Paraphrases that O*NET holds: the titles of an occupation, and the tasks of a detailed work activity."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from ontology.records import Iri
from standards.matching import Entry

RELEASE: Final = "onet/29.0-text"

_CODE: Final = "O*NET-SOC Code"


def read_paraphrases(folder: Path) -> tuple[Entry, ...]:
    """Return a concept for each occupation, with its titles, and each work activity, with the tasks that it sums up.

    Parameters
    ----------
    folder
        Of outside data; holds `RELEASE`.
    """
    return (*_occupations(folder / RELEASE), *_activities(folder / RELEASE))


def _occupations(release: Path) -> Iterator[Entry]:
    titles = _grouped(release / "Alternate Titles.txt", _CODE, "Alternate Title")
    for row in _rows(release / "Occupation Data.txt"):
        code = row[_CODE]
        yield _entry(code, row["Title"], titles[code], row["Description"])


def _activities(release: Path) -> Iterator[Entry]:
    tasks = {row["Task ID"]: row["Task"] for row in _rows(release / "Task Statements.txt")}
    of_activity = _grouped(release / "Tasks to DWAs.txt", "DWA ID", "Task ID")
    for row in _rows(release / "DWA Reference.txt"):
        summed_up = [tasks[task] for task in of_activity[row["DWA ID"]] if task in tasks]
        yield _entry(row["DWA ID"], row["DWA Title"], summed_up)


def _entry(local: str, label: str, others: list[str], description: str = "") -> Entry:
    return Entry(iri=Iri(f"urn:onet:{local}"), label=label, alt_labels=tuple(others), description=description)


def _grouped(file: Path, key: str, value: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in _rows(file):
        found[row[key]].append(row[value])
    return found


def _rows(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
