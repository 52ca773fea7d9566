"""What the table that is written keeps: of OSMT's tables, and of skills that came as JSON."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from ontology.store import KnowledgeBase
from standards.archives import ArchivedFile
from standards.imports import import_release
from standards.json_documents import read_documents
from standards.wire.exporting import export
from standards.wire.rsd.rows import LISTS, OBJECTS, TEXTS, read_skill_rows
from tests.standards.wire.comparing import Fate, Fates, fates, table
from tests.standards.wire.losses import Measured, block, table_of

Json = Any

BLOCKS = {"table losses": "csv", "table of json losses": "json"}
"""Where the page shows what is lost of the files of an ending."""


def every_cell() -> dict[str, str]:
    """Return a cell under each header that can stand beside the others, and under one that is not known."""
    alone = {meaning: header for header, meaning in (TEXTS | LISTS).items()}
    named = {header: f"{header} one; {header} two" for header in (*LISTS, *OBJECTS) if header not in TEXTS}
    codes = {header: f"51-{4100 + at}" for at, header in enumerate(OBJECTS) if OBJECTS[header][0] == "occupations"}
    said = {header: cell for header, cell in (named | codes).items() if header not in LISTS or header in alone.values()}
    texts = {header: header for meaning, header in alone.items() if header in TEXTS and meaning != "id"}
    aligned = {
        "Alignment Name": "A",
        "Alignment URL": "https://y/1",
        "Alignment 2 Framework": "F",
        "Reviewed by": "Ann",
    }
    return {"Canonical URL": "https://x.example.org/1", **texts, **said, **aligned}


@pytest.fixture(scope="module")
def samples(data: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """What OSMT gave out, and a table with a cell under every header."""
    if not (data / "wire/rsd").is_dir():
        pytest.skip(f"{data / 'wire/rsd'} is not there")
    made = tmp_path_factory.mktemp("tables") / "every.csv"
    with made.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([every_cell().keys(), every_cell().values()])
    return [made, data / "wire/rsd/Skills-Import.csv", *sorted((data / "wire/rsd").glob("*-v*.json"))]


def archived(path: Path, content: bytes | None = None) -> ArchivedFile:
    return ArchivedFile(f"{path.stem}.csv" if content else path.name, "", lambda: content or path.read_bytes())


def skills(path: Path) -> list[Json]:
    """Return the skills of a file as objects, a table's as its cells say them."""
    if path.suffix == ".csv":
        return read_skill_rows(archived(path)).skills
    (document,) = read_documents(archived(path))
    return document if isinstance(document, list) else document.get("skills", [document])


def in_table(path: Path) -> Mapping[str, Json]:
    """Import a file and return the skills of the table that is written of it, by address and by name."""
    with KnowledgeBase.in_memory() as base:
        written = export(base, import_release(base, "rsd", [path]).release.source, "rsd-csv")
    found = read_skill_rows(archived(path, written)).skills
    return {one[name]: one for name in ("skillName", "id") for one in found}


def of_skills(paths: Sequence[Path]) -> Fates:
    for path in paths:
        written = in_table(path)
        for one in skills(path):
            there = written[one.get("id") or one["skillName"]]
            yield from ((at.removeprefix("/"), fate) for at, fate in fates(_coded(one), _coded(there)))


def _coded(skill: Json) -> Json:
    """Return what a skill says, with its occupations by their codes: a table has a column for each level of these."""
    coded = {one["code"]: _said(one) for one in skill.get("occupations") or ()}
    return _said(skill) | {"occupations": coded}


def _said(thing: Json) -> Json:
    return {name: value for name, value in thing.items() if value not in (None, [])}


CODE = re.compile(r"(?<=occupations/)[^/]+/")


@pytest.fixture(scope="module")
def measured(samples: list[Path]) -> Callable[[str], Measured]:
    def run(ending: str) -> Measured:
        found = of_skills([path for path in samples if path.suffix == f".{ending}"])
        return table((CODE.sub("", at), fate) for at, fate in found)

    return run


@pytest.mark.parametrize("name", BLOCKS)
def test_the_documents_show_what_was_measured(name: str, measured: Callable[[str], Measured], project: Path) -> None:
    found = table_of(measured(BLOCKS[name]))
    assert block(project / "docs/reference/rsd.md", name, found) == found


def test_of_a_table_nothing_is_lost_and_of_json_what_no_column_holds(measured: Callable[[str], Measured]) -> None:
    found = measured("csv")
    assert {at for at, counted in found.items() if counted[Fate.LOST]} == set()
    assert found["skillName"][Fate.KEPT] == 3
    assert measured("json")["uuid"][Fate.LOST] == measured("json")["skillName"][Fate.KEPT] == 125
