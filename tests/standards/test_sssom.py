"""SSSOM/TSV: canonical, and back again."""

from dataclasses import replace

import pytest

from ontology.errors import RefusedError, UnreadableError
from ontology.namespaces import SEMAPV, SKOS
from standards.sssom import NO_TERM_FOUND, MappingSet, SssomMapping, judged_sssom, propagated, read_sssom, write_sssom

MAPPINGS = (
    SssomMapping(
        subject_id="http://x/id/outcome/c/w-1/ab",
        subject_label='Weld "hot"\tpipes',
        predicate_id=str(SKOS.closeMatch),
        object_id="http://data.europa.eu/esco/skill/1-2",
        object_label="weld",
        mapping_justification=str(SEMAPV.SemanticSimilarityThresholdMatching),
        confidence=0.91239,
    ),
    SssomMapping(
        subject_id="http://x/id/outcome/c/w-1/aa",
        subject_label="Sing",
        predicate_id=str(SKOS.closeMatch),
        object_id=NO_TERM_FOUND,
        object_label="",
        mapping_justification=str(SEMAPV.SemanticSimilarityThresholdMatching),
        mapping_cardinality="1:0",
    ),
)
SET = MappingSet(
    mapping_set_id="http://x/id/program/c/welding/alignment/esco",
    mapping_set_title="Welding: ESCO",
    license="https://creativecommons.org/publicdomain/zero/1.0/",
    subject_source="http://x/id/program/c/welding",
    object_source="http://x/graph/esco/1.1.0",
    mapping_tool="ladderworks 0",
    mappings=MAPPINGS,
)


def test_is_written_as_the_standard_has_it() -> None:
    assert write_sssom(SET).splitlines() == [
        "#curie_map:",
        "#  esco: http://x/graph/esco/",
        "#  outcome: http://x/id/outcome/",
        "#  program: http://x/id/program/",
        "#  skill: http://data.europa.eu/esco/skill/",
        "#mapping_set_id: http://x/id/program/c/welding/alignment/esco",
        '#mapping_set_title: "Welding: ESCO"',
        "#license: https://creativecommons.org/publicdomain/zero/1.0/",
        "#subject_source: program:c/welding",
        "#object_source: esco:1.1.0",
        "#mapping_tool: ladderworks 0",
        "subject_id\tsubject_label\tpredicate_id\tobject_id\tobject_label\tmapping_justification\tmapping_cardinality"
        "\tconfidence",
        "outcome:c/w-1/aa\tSing\tskos:closeMatch\tsssom:NoTermFound\t\tsemapv:SemanticSimilarityThresholdMatching\t1:0\t",
        'outcome:c/w-1/ab\t"Weld ""hot""\tpipes"\tskos:closeMatch\tskill:1-2\tweld'
        "\tsemapv:SemanticSimilarityThresholdMatching\t\t0.912",
    ]


def test_round_trip() -> None:
    text = write_sssom(SET)

    assert write_sssom(read_sssom(text)) == text
    assert read_sssom(text).mappings[0] == propagated(SET).mappings[1]


def test_reads_what_others_write() -> None:
    text = (
        "# curie_map:\n#   HP: http://obo/HP_\n# mapping_set_id: https://w3id.org/x\n# license: https://w3id.org/l\n"
        "subject_id\tpredicate_id\tobject_id\tmapping_justification\tunknown\n"
        "HP:1\tskos:exactMatch\tHP:2\tsemapv:ManualMappingCuration\tz\n"
    ).replace("# ", "#")

    (mapping,) = read_sssom(text).mappings

    assert (mapping.subject_id, mapping.object_id) == ("http://obo/HP_1", "http://obo/HP_2")


@pytest.mark.parametrize(
    "text",
    [
        "#license: http://l/x\nsubject_id\tpredicate_id\tobject_id\tmapping_justification\n",
        "#mapping_set_id: http://x/y\n#license: http://l/x\nsubject_id\nskos:x\n",
    ],
)
def test_refuses_what_is_incomplete(text: str) -> None:
    with pytest.raises(UnreadableError):
        read_sssom(text)


HEADER = "#mapping_set_id: http://x/y\n#license: http://l/x\n"
COLUMNS = "subject_id\tpredicate_id\tobject_id\tmapping_justification\tconfidence\n"


def test_every_bad_cell_is_named() -> None:
    rows = (
        "sssom:a\tskos:exactMatch\tsssom:b\tsemapv:X\thigh\n\n"
        "HP:1\tskos:exactMatch\tsssom:b\tsemapv:X\t0,87\n"
        "sssom:a\tskos:exactMatch\n"
        "sssom:a\tskos:exactMatch\tsssom:b\tsemapv:X\t1.5\n"
        "sssom:a\tskos:exactMatch\tsssom:b\tsemapv:X\tnan\n"
    )

    with pytest.raises(RefusedError) as caught:
        read_sssom(HEADER + COLUMNS + rows, "x.sssom.tsv")

    said = [(f.code, f.row, f.column, f.value) for f in caught.value.report]
    assert said == [
        ("no-share", 4, "confidence", "high"),
        ("undeclared-prefix", 6, "subject_id", "HP:1"),
        ("no-share", 6, "confidence", "0,87"),
        ("empty-cell", 7, "object_id", ""),
        ("empty-cell", 7, "mapping_justification", ""),
        ("no-share", 8, "confidence", "1.5"),
        ("no-share", 9, "confidence", "nan"),
    ]
    assert "x.sssom.tsv, row 4, confidence: is no number from 0 to 1 ('high'). Write it" in str(caught.value)


def test_a_statement_of_megabytes_goes_there_and_back() -> None:
    long = replace(SET, mappings=(replace(MAPPINGS[0], subject_label='Weld "hot" ' * 90_000),))

    (mapping,) = read_sssom(write_sssom(long)).mappings

    assert mapping.subject_label == 'Weld "hot" ' * 90_000


def test_what_a_spreadsheet_program_saved_again_is_read() -> None:
    saved = []
    for line in write_sssom(SET).splitlines():
        quoted = '"' + line.replace('"', '""') + '"' if line.startswith("#") and '"' in line else line
        saved.append(quoted + "\t\t" * line.startswith("#"))

    assert write_sssom(read_sssom("\r\n".join(saved))) == write_sssom(SET)


def test_mappings_have_the_line_that_they_begin_on() -> None:
    row = "sssom:a\tskos:exactMatch\tsssom:b\tsemapv:X\t\n"

    assert judged_sssom(HEADER + COLUMNS + row + "\n" + row).lines == (4, 6)


def test_a_set_without_mappings_goes_there_and_back() -> None:
    empty = replace(SET, mappings=())

    assert replace(read_sssom(write_sssom(empty)), curie_map={}) == empty
