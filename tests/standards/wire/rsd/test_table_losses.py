"""What the table that is written keeps: of OSMT's tables, and of skills that came as JSON."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from ontology.store import KnowledgeBase
from standards.archives import ArchivedFile
from standards.imports import import_release
from standards.json_documents import read_documents
from standards.wire.exporting import export
from standards.wire.rsd.rows import LISTS, OBJECTS, TEXTS, read_skill_rows
from tests.standards.wire.comparing import Fate, fates
from tests.standards.wire.losses import Between, block, by_form, table_of

Json = Any

SHAPES = ("rsd-csv", "rsd-csv-by-hand", "rsd-csv-batch")


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


def in_tables(path: Path) -> Iterator[tuple[str, Mapping[str, Json]]]:
    """Import a file and yield the skills of each table that is written of it, by address and by name."""
    with KnowledgeBase.in_memory() as base:
        name = import_release(base, "rsd", [path]).release.source
        for shape in SHAPES:
            found = read_skill_rows(archived(path, export(base, name, shape))).skills
            yield shape, {one[key]: one for key in ("skillName", "id") for one in found if key in one}


def of_skills(paths: Sequence[Path]) -> Iterator[tuple[str, str, Fate]]:
    """Yield shape, place and fate of each value; a table without addresses is held against by name."""
    for path in paths:
        said = skills(path)
        for shape, written in in_tables(path):
            for one in said:
                there = written[one["id"] if one.get("id") in written else one["skillName"]]
                yield from ((shape, at.removeprefix("/"), fate) for at, fate in fates(_coded(one), _coded(there)))


def _coded(skill: Json) -> Json:
    """Return what a skill says, with its occupations by their codes: a table has a column for each level of these."""
    coded = {one["code"]: _said(one) for one in skill.get("occupations") or ()}
    return _said(skill) | {"occupations": coded}


def _said(thing: Json) -> Json:
    return {name: value for name, value in thing.items() if value not in (None, [])}


CODE = re.compile(r"(?<=occupations/)[^/]+/")


@pytest.fixture(scope="module")
def measured(samples: list[Path]) -> Callable[[str], Between]:
    """What measures what became of the files of an ending, in each shape."""

    def run(ending: str) -> Between:
        found: Between = defaultdict(lambda: defaultdict(Counter))
        for shape, at, fate in of_skills([path for path in samples if path.suffix == f".{ending}"]):
            found[CODE.sub("", at)][shape][fate] += 1
        return found

    return run


def test_the_documents_show_what_was_measured_of_each_shape(measured: Callable[[str], Between], project: Path) -> None:
    page, of_json = project / "docs/reference/rsd.md", by_form(measured("json"), SHAPES)
    of_tables = table_of({at: told["rsd-csv"] for at, told in measured("csv").items()})
    assert block(page, "table losses", of_tables) == of_tables
    assert block(page, "table of json losses", of_json) == of_json


def test_of_a_table_nothing_is_lost_and_of_json_what_no_column_holds(measured: Callable[[str], Between]) -> None:
    found = measured("csv")
    assert {at for at, told in found.items() if told["rsd-csv"][Fate.LOST]} == set()
    assert found["skillName"]["rsd-csv"][Fate.KEPT] == 3
    of_json = measured("json")
    for shape in SHAPES:
        assert of_json["uuid"][shape][Fate.LOST] == of_json["skillStatement"][shape][Fate.KEPT] == 125
    assert [of_json["id"][shape][Fate.KEPT] for shape in SHAPES] == [125, 0, 0]
