"""SSSOM/TSV: canonical, and back again."""

import pytest

from ontology.errors import UnreadableError
from ontology.namespaces import SEMAPV, SKOS
from standards.sssom import NO_TERM_FOUND, MappingSet, SssomMapping, read_sssom, write_sssom

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
        'outcome:c/w-1/ab\t"Weld ""hot"" pipes"\tskos:closeMatch\tskill:1-2\tweld'
        "\tsemapv:SemanticSimilarityThresholdMatching\t\t0.912",
    ]


def test_round_trip() -> None:
    text = write_sssom(SET)

    assert write_sssom(read_sssom(text)) == text
    assert read_sssom(text).mappings[0] == MAPPINGS[1]


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
        "#mapping_set_id: http://x/y\n#license: http://l/x\nsubject_id\tpredicate_id\tobject_id\tmapping_justification\n"
        "HP:1\tskos:exactMatch\tHP:2\tsemapv:X\n",
        "#mapping_set_id: http://x/y\n#license: http://l/x\nsubject_id\nskos:x\n",
    ],
)
def test_refuses_what_is_incomplete(text: str) -> None:
    with pytest.raises(UnreadableError):
        read_sssom(text)
