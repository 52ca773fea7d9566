"""Labeled data: every row is read or named, in the shapes that people keep."""

from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from ontology.errors import MissingFileError, RefusedError
from ontology.report import Finding
from standards.evaluation import AnnotatedSet, ConceptNames, Unit, read_annotated
from standards.evaluation.labeled_rows import NAMES
from standards.matching import Entry
from standards.matching.statements import LONGEST

Write = Callable[[str, str], Path]

BENCHMARK = """sentence,span,sub_span,label
weld pipes and rig loads,weld pipes,,Welding
weld pipes and rig loads,rig loads,,rigging
weld pipes and rig loads,weld pipes,,Welding
be a smart team player,smart,,LABEL NOT PRESENT
be a smart team player,team player,,UNDERSPECIFIED
align pumps and shafts,align pumps and shafts,align shafts,Shaft Alignment
"""


@pytest.fixture
def names(entries: list[Entry]) -> ConceptNames:
    return ConceptNames.of(entries)


def answers(of: AnnotatedSet) -> dict[str, set[str]]:
    return {text.text: {iri.removeprefix("http://x/") for a in text.answers for iri in a} for text in of.texts}


def places(findings: list[Finding]) -> list[tuple[str, str, int | None, str, str]]:
    return [(f.code, f.file, f.row, f.column, f.value) for f in findings]


def test_sentences_and_spans_of_a_benchmark(labeled: Write, names: ConceptNames) -> None:
    found = read_annotated([labeled("tech.csv", BENCHMARK)], names)
    sentences, spans = found.sets

    assert len(found.report) == 0
    assert [(of.name, of.unit, of.answered) for of in found.sets] == [("tech", "sentence", 2), ("tech", "span", 3)]
    assert answers(sentences) == {
        "weld pipes and rig loads": {"weld", "rig"},
        "be a smart team player": set(),
        "align pumps and shafts": {"align"},
    }
    assert answers(spans) == {
        "weld pipes": {"weld"},
        "rig loads": {"rig"},
        "smart": set(),
        "team player": set(),
        "align shafts": {"align"},
    }
    assert {text.sentence for text in spans.texts} == {text.text for text in sentences.texts}


def test_the_same_span_in_two_sentences_is_two_texts(labeled: Write, names: ConceptNames) -> None:
    path = labeled("a.csv", "sentence,span,label\nweld in the shop,weld,Welding\nweld outdoors,weld,Welding\n")
    (spans,) = read_annotated([path], names, {Unit.SPAN}).sets

    assert [text.text for text in spans.texts] == ["weld", "weld"]


def test_a_partnership_s_own_file_names_codes_labels_addresses_and_statements(
    labeled: Write, names: ConceptNames
) -> None:
    rows = ["weld,WELD", "rig,Rigging", "lock,http://x/loto | ppe", 'pump,"take apart and rebuild a centrifugal pump"']
    path = labeled("own.csv", "\n".join(["Statement,Competency", *rows, "write poems,", "sing,none"]))
    (found,) = read_annotated([path], names).sets

    assert answers(found) == {
        "weld": {"weld"},
        "rig": {"rig"},
        "lock": {"loto", "ppe"},
        "pump": {"pump"},
        "write poems": set(),
        "sing": set(),
    }


def test_semicolons_tabs_and_workbooks_read_alike(labeled: Write, names: ConceptNames, tmp_path: Path) -> None:
    rows = [["Skills of the shop", ""], ["", ""], ["Learning Outcome", "Competency code"], ["weld", "weld"]]
    with xlsxwriter.Workbook(tmp_path / "c.xlsx") as book:
        for at, cells in enumerate(rows):
            book.add_worksheet("Key") if at == 0 else None
            book.worksheets()[0].write_row(at, 0, cells)
    labeled("a.csv", "Statement;Competency\nweld;weld\n")
    labeled("b.tsv", "Statement\tCompetency\nweld\tweld\n")
    labeled("README.md", "no table")
    found = read_annotated([tmp_path], names)

    assert [of.name for of in found.sets] == ["a", "b", "c"]
    assert all(answers(of) == {"weld": {"weld"}} for of in found.sets)
    assert len(found.report) == 0


def test_every_bad_row_is_named(labeled: Write, names: ConceptNames) -> None:
    rows = ["Statement,Competency", "weld,Weldin", "rig,crane", ",weld", "…,weld", f"{'a ' * LONGEST},rig"]
    found = read_annotated([labeled("own.csv", "\n".join(rows))], names)

    assert places(list(found.report)) == [
        ("unknown-concept", "own.csv", 2, "Competency", "Weldin"),
        ("unknown-concept", "own.csv", 3, "Competency", "crane"),
        ("no-text", "own.csv", 4, "Statement", ""),
        ("no-text", "own.csv", 5, "Statement", "…"),
        ("long-text", "own.csv", 6, "Statement", f"{'a ' * 20}…"),
    ]
    assert next(iter(found.report)).remedy == "Write 'Welding' if that is meant"
    assert (found.sets[0].lost, len(found.sets[0].texts)) == (2, 1)
    assert len(found.sets[0].texts[0].text) <= LONGEST


def test_what_the_framework_lacks_counts_neither_way(labeled: Write, names: ConceptNames) -> None:
    """A text keeps the answers that the framework has; one without any is left out, and is not 'unmatched'."""
    rows = ["Statement,Competency", "weld and sing,weld", "weld and sing,singing", "dance,dancing"]
    (found,) = read_annotated([labeled("own.csv", "\n".join(rows))], names).sets

    assert answers(found) == {"weld and sing": {"weld"}}
    assert found.lost == 1


def test_a_name_that_two_concepts_share_is_either() -> None:
    twins = [Entry.model_validate({"iri": f"http://x/{n}", "label": "Mathematics", "code": str(n)}) for n in (1, 2)]
    names = ConceptNames.of(twins)

    assert names.find("mathematics") == {"http://x/1", "http://x/2"}
    assert names.find("2") == {"http://x/2"}


def test_another_name_of_two_concepts_names_neither() -> None:
    both = [
        Entry.model_validate({"iri": f"http://x/{n}", "label": n, "alt_labels": ("maths",)}) for n in ("sums", "rings")
    ]

    assert ConceptNames.of(both).find("maths") == frozenset()


def test_a_file_without_a_column_is_left_out_with_a_remedy(labeled: Write, names: ConceptNames) -> None:
    labeled("a.csv", "Statement,Competency\nweld,weld\n")
    found = read_annotated([labeled("b.csv", "Statment,Competency\nweld,weld\n").parent], names)

    assert [of.name for of in found.sets] == ["a"]
    (finding,) = found.report
    assert (finding.code, finding.file, finding.row) == ("missing-header", "b.csv", 1)
    assert finding.remedy == "Rename 'Statment' to 'Statement' if that is meant"


@pytest.mark.parametrize(
    ("content", "units", "said"),
    [
        ("Job,Pay\nwelder,20\n", set(Unit), "no labeled texts"),
        ("Statement,Competency\n", set(Unit), "no labeled texts"),
        ("", set(Unit), "no labeled texts"),
        ("Statement,Competency\nweld,weld\n", {Unit.SPAN}, "no marked spans"),
    ],
)
def test_nothing_to_evaluate_is_refused(
    labeled: Write, names: ConceptNames, content: str, units: set[Unit], said: str
) -> None:
    with pytest.raises(RefusedError, match=said):
        read_annotated([labeled("a.csv", content)], names, units)


def test_a_path_that_leads_nowhere_is_named(names: ConceptNames) -> None:
    with pytest.raises(MissingFileError, match=r"nowhere\.csv"):
        read_annotated([Path("nowhere.csv")], names)


def test_data_of_another_framework_is_said(labeled: Write, names: ConceptNames) -> None:
    nothing = labeled("a.csv", "Statement,Competency\nsing,\n")

    with pytest.raises(RefusedError, match="nothing to measure: of 1 text none has an answer"):
        read_annotated([nothing], names)
    found = read_annotated([nothing, labeled("b.csv", "Statement,Competency\nWeld pipes,Welding\n")], names)
    assert [finding.code for finding in found.report] == ["no-answers"]


@pytest.mark.parametrize("field", NAMES)
def test_every_name_of_a_column_is_in_the_reference(field: str, project: Path) -> None:
    page = (project / "docs/reference/evaluation.md").read_text(encoding="utf-8")

    assert [name for name in NAMES[field] if f"`{name}`" not in page] == []


def test_the_remedy_names_each_header_once() -> None:
    assert all(len(names) == len(set(names)) for names in NAMES.values())
