"""``ladderworks standard``: frameworks out, in the formats of the field."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from ontology.graph_reading import read_rdf
from standards.wire.exporting import WRITERS

Run = Callable[..., int]
Captured = pytest.CaptureFixture[str]

SAID = {
    "badges": '"achievementType": "Competency"',
    "case": '"fullStatement": "Give and confirm instructions clearly',
    "ctdl": '"ceasn:competencyLabel": {',
    "rsd-csv": "/PG-COM-01,Clear Work Communication,",
    "rsd-csv-batch": "\n,Clear Work Communication,",
    "rsd-csv-by-hand": "\nClear Work Communication,",
    "rsd": '"skillName": "Clear Work Communication"',
    "rsd-v2": '"author": "Cascade River',
    "skos": 'skos:prefLabel "Clear Work Communication"@en',
    "skos-jsonld": '"@language":"en","@value":"Clear Work Communication"',
    "skos-nq": '<http://www.w3.org/2004/02/skos/core#prefLabel> "Clear Work Communication"@en .',
    "skos-nt": '<http://www.w3.org/2004/02/skos/core#prefLabel> "Clear Work Communication"@en .',
    "skos-rdf": '<skos:prefLabel xml:lang="en">Clear Work Communication<',
    "sssom": "#mapping_set_title: Matches of Cascade River Power Generation Skill Panel",
    "sssom-rows": "#mapping_set_title: Matches of Cascade River Power Generation Skill Panel",
}
"""What stands in a framework as each format writes it."""


@pytest.mark.parametrize("form", SAID)
def test_a_standard_is_written_in_every_format_and_imported_again(
    run: Run, tmp_path: Path, capsys: Captured, form: str
) -> None:
    name = f"standard{WRITERS[form].ends[0]}"
    assert run("standard", "export", "power-generation", "--format", form, "-o", name) == 0
    assert SAID[form] in (tmp_path / name).read_text(encoding="utf-8")

    assert run("import", form.partition("-")[0], name, "--no-prepare") == 0
    assert "items of 1 file are in" in capsys.readouterr().out


def test_every_format_is_tried_but_the_workbook_which_is_for_people() -> None:
    assert WRITERS.keys() - SAID.keys() == {"xlsx"}


def test_the_end_of_the_name_decides_the_format_and_a_wrong_one_is_refused(
    run: Run, tmp_path: Path, capsys: Captured
) -> None:
    assert run("standard", "export", "power-generation", "-o", "standard.ttl") == 0
    assert SAID["skos"] in (tmp_path / "standard.ttl").read_text(encoding="utf-8")
    assert "skos, " in capsys.readouterr().err

    assert run("standard", "export", "power-generation", "--format", "skos", "-o", "standard.csv") == 2
    assert "standard.csv does not end as that format does; there are skos (.ttl" in capsys.readouterr().err
    assert run("standard", "export", "power-generation", "-o", "standard.doc") == 2
    assert "any format does; there are badges (.json .jsonld), case (.json)" in capsys.readouterr().err


@pytest.mark.parametrize("end", ["ttl", "nt", "nq", "trig", "rdf", "xml", "jsonld", "json"])
def test_a_scheme_is_written_in_the_syntax_that_its_file_ends_in(run: Run, tmp_path: Path, end: str) -> None:
    chosen = ("--format", "skos") if "json" in end else ()
    assert run("standard", "export", "power-generation", *chosen, "-o", f"standard.{end}") == 0
    assert run("standard", "export", "power-generation", "-o", "other.ttl") == 0
    assert read_rdf((tmp_path / f"standard.{end}").read_bytes(), end) == read_rdf(
        (tmp_path / "other.ttl").read_bytes(), "ttl"
    )


def test_without_a_file_it_goes_to_standard_output(run: Run, capsys: Captured) -> None:
    assert run("standard", "export", "power-generation") == 0
    assert len(json.loads(capsys.readouterr().out)["CFItems"]) == 74


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("power-generation", "--format", "scorm"), "'scorm'; there are badges, case, ctdl, rsd, rsd-v2, rsd-csv,"),
        (("welding",), "'welding' is no framework here"),
    ],
)
def test_what_cannot_be_written_is_said(run: Run, capsys: Captured, arguments: tuple[str, ...], said: str) -> None:
    assert run("standard", "export", *arguments) != 0
    assert said in capsys.readouterr().err
