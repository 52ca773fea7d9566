"""SSSOM/TSV as anybody writes it: the whole of YAML in its metadata, and nothing dropped without a word."""

from __future__ import annotations

import pytest

from ontology.errors import RefusedError, UnreadableError
from ontology.report import Severity
from standards.sssom import MappingSet, SssomMapping, judged_sssom, read_sssom, write_sssom

HEADER = "#curie_map:\n#  ex: http://x/\n#mapping_set_id: http://x/set\n#license: http://x/l\n"
COLUMNS = ("subject_id", "predicate_id", "object_id", "mapping_justification")
CELLS = ("ex:a", "skos:exactMatch", "ex:b", "semapv:ManualMappingCuration")


def rows(*more: tuple[str, str], cells: tuple[str, ...] = CELLS) -> str:
    """Return a table of one row, with some columns more."""
    names, values = (*COLUMNS, *(name for name, _ in more)), (*cells, *(cell for _, cell in more))
    return "\t".join(names) + "\n" + "\t".join(values) + "\n"


def said(text: str) -> list[tuple[str, int | None, str]]:
    """Return code, line and column of what a file is refused for."""
    with pytest.raises(RefusedError) as caught:
        read_sssom(text, "x.sssom.tsv")
    return [(one.code, one.row, one.column) for one in caught.value.report if one.severity is Severity.ERROR]


def warned(text: str) -> list[tuple[str, str, str]]:
    report = judged_sssom(text).report
    assert {one.severity for one in report} <= {Severity.WARNING}
    return [(one.code, one.column, one.value) for one in report]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('"a\\x41" # note', "aA"),
        ("'it''s'", "it's"),
        ("one two\n#  three", "one two three"),
        (">\n#  one\n#  two", "one two"),
        (">-\n#  one\n#\n#  two", "one\ntwo"),
        ("|\n#  one\n#   two\n", "one\n two"),
        ('"Welding: ESCO # 1"', "Welding: ESCO # 1"),
        ("yes", "yes"),
        ("2022-05-02", "2022-05-02"),
        ("1:30", "1:30"),
        ("~", ""),
        ('"~"', "~"),
    ],
)
def test_a_text_of_the_metadata_is_what_yaml_says(written: str, expected: str) -> None:
    text = f"{HEADER}#mapping_set_description: {written}\n".replace("\n\n", "\n") + rows()

    assert read_sssom(text).mapping_set_description.rstrip("\n") == expected


@pytest.mark.parametrize("written", [" [ex:1, ex:2]", "\n#  - ex:1\n#  - ex:2", "\n#- ex:1\n#- 'ex:2'"])
def test_lists_of_the_metadata(written: str) -> None:
    assert read_sssom(f"{HEADER}#creator_id:{written}\n" + rows()).creator_id == ("http://x/1", "http://x/2")


def test_one_value_stands_for_a_list_and_a_space_may_follow_the_mark() -> None:
    text = f"{HEADER}#creator_label: Dana\n".replace("#", "#  ") + rows()

    assert read_sssom(text).creator_label == ("Dana",)


def test_no_prefixes_are_none() -> None:
    text = "#curie_map:\n#mapping_set_id: http://x/set\n#license: http://x/l\n"

    assert read_sssom(text + rows(cells=("skos:a", "skos:b", "skos:c", "semapv:d"))).curie_map == {}


BOMB = "#other: &a x\n#comment: *a\n"


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ('#mapping_set_title: "foo\n', "is no YAML"),
        ("#mapping_set_title: Welding: ESCO\n", "in line 5"),
        (BOMB, "an anchor or an alias"),
        ("#other: !!python/object/apply:os.system [ls]\n", "a tag"),
        ("#other: " + "[" * 200_000 + "\n", "more than 4 levels"),
        ("#other: x\x00y\n", "is no YAML"),
        ("#---\n#other: x\n", "is no YAML"),
        ("#comment: " + "x" * 1_000_001 + "\n", "at most 1,000,000 are read"),
    ],
)
def test_metadata_that_do_harm_or_are_no_yaml(lines: str, words: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_sssom(HEADER + lines + rows())

    assert words in str(caught.value)


def test_directives_are_refused() -> None:
    with pytest.raises(UnreadableError, match="a directive, which SSSOM forbids in line 1"):
        read_sssom("#%YAML 1.2\n#---\n" + HEADER + rows())


def test_what_no_slot_of_the_metadata_can_hold() -> None:
    more = "#license: http://x/m\n#mapping_tool: [a, b]\n#comment:\n#  a: b\n#mapping_set_confidence: high\n"

    assert said(HEADER + more + rows()) == [
        ("slot-twice", 5, "license"),
        ("bad-slot", 8, "comment"),
        ("one-value", 6, "mapping_tool"),
        ("no-share", 9, "mapping_set_confidence"),
    ]


def test_prefixes_that_stand_twice_or_have_another_meaning() -> None:
    text = HEADER.replace("#  ex: http://x/\n", "#  ex: http://x/\n#  ex: http://y/\n#  skos: http://z/\n")

    assert said(text + rows()) == [("slot-twice", 3, "ex"), ("other-meaning", 1, "curie_map")]


def test_metadata_in_a_file_of_their_own() -> None:
    block = ("x.sssom.yml", HEADER.replace("#", ""))

    assert judged_sssom(rows(), "x.sssom.tsv", block).mapping_set == read_sssom(HEADER + rows())
    with pytest.raises(UnreadableError, match="take out one of the two"):
        judged_sssom(HEADER + rows(), "x.sssom.tsv", block)
    with pytest.raises(RefusedError) as caught:
        judged_sssom(rows(), "x.sssom.tsv", (block[0], block[1] + "mapping_set_confidence: 2\n"))
    assert [(one.file, one.row) for one in caught.value.report] == [("x.sssom.yml", 5)]


def test_texts_without_end_or_with_nothing_in_them() -> None:
    assert said(HEADER + rows(("comment", "x" * 1_000_001))) == [("too-long", 6, "comment")]
    assert said(HEADER + rows(("comment", "a\0b"))) == [("null-character", 6, "comment")]
    assert len(read_sssom(HEADER + rows(("comment", "x" * 1_000_000))).mappings[0].comment) == 1_000_000


def test_two_rows_of_one_record() -> None:
    one, two = rows(("record_id", "ex:r")), rows(("record_id", "ex:r"), cells=("ex:c", *CELLS[1:]))
    both = one + two.splitlines()[1] + "\n"

    assert said(HEADER + both) == [("record-twice", 6, "record_id"), ("record-twice", 7, "record_id")]
    assert said(HEADER + rows(("record_id", "ex:set"))) == [("record-twice", 6, "record_id")]
    assert len(read_sssom(HEADER + one + one.splitlines()[1]).mappings) == 2


def test_cells_without_a_column_and_columns_twice() -> None:
    assert said(HEADER + rows().rstrip("\n") + "\textra\n") == [("extra-cell", 6, "")]
    assert said(HEADER + rows(("", "extra"))) == [("extra-cell", 6, "")]
    assert said(HEADER + rows(("comment", "a"), ("comment", "a"))) == [("column-twice", 5, "comment")]
    assert len(read_sssom(HEADER + rows().replace("\n", "\t\t\n")).mappings) == 1


@pytest.mark.parametrize("curie", ["ex:a> <x", "ex:a b", "a", "http://x/a", "ex2:a", "ex:%"])
def test_what_is_no_address(curie: str) -> None:
    ((code, line, column),) = said(HEADER + rows(cells=(curie, *CELLS[1:])))

    assert code in ("no-address", "undeclared-prefix")
    assert (line, column) == (6, "subject_id")


def test_a_prefix_that_stands_for_no_address() -> None:
    assert said(HEADER.replace("http://x/\n", "http://[x/\n", 1) + rows())[0] == ("no-address", 6, "subject_id")


def test_words_days_and_addresses_that_are_none() -> None:
    more = (("subject_type", "Skill"), ("mapping_date", "20 Nov"), ("license", "CC0"), ("see_also", "here"))

    assert warned(HEADER + rows(*more)) == [
        ("no-word", "subject_type", "Skill"),
        ("no-day", "mapping_date", "20 Nov"),
        ("no-address", "license", "CC0"),
        ("no-address", "see_also", "here"),
    ]
    assert said(HEADER + rows(("predicate_modifier", "banana"))) == [("no-word", 6, "predicate_modifier")]
    assert read_sssom(HEADER + rows(("predicate_modifier", "NOT"))).mappings[0].predicate_modifier == "Not"


def test_values_keep_their_order_their_bars_and_their_line_breaks() -> None:
    cell = r"Zed\|Zoe|Amy\\|Zed\|Zoe|a\b"
    (found,) = read_sssom(HEADER + rows(("author_label", cell), ("comment", '"one\n  two\tthree"'))).mappings

    assert found.author_label == ("Zed|Zoe", "Amy\\", "Zed|Zoe", "a\\b")
    assert found.comment == "one\n  two\tthree"
    whole = MappingSet(mapping_set_id="http://x/set", license="http://x/l", mappings=(found,))
    assert read_sssom(write_sssom(whole)).mappings == (found,)


def test_an_object_that_is_a_text_has_a_label() -> None:
    literal = (("object_type", "rdfs literal"), ("object_label", "weld"))
    (found,) = read_sssom(HEADER + rows(*literal, cells=(*CELLS[:2], "", CELLS[3]))).mappings

    assert (found.object_id, found.object_label) == ("", "weld")
    assert said(HEADER + rows(literal[0], cells=(*CELLS[:2], "", CELLS[3]))) == [("empty-cell", 6, "object_label")]


def test_all_subjects_may_be_said_to_be_texts() -> None:
    text = f"{HEADER}#subject_type: rdfs literal\n" + rows(("subject_label", "weld"), cells=("", *CELLS[1:]))

    assert read_sssom(text).mappings[0].subject_label == "weld"


def test_numbers_are_rounded_up_between_two_neighbors() -> None:
    half = SssomMapping(
        subject_id="http://x/a",
        predicate_id="http://x/p",
        object_id="http://x/b",
        mapping_justification="http://x/j",
        confidence=0.0625,
        similarity_score=0.9999,
        reviewer_agreement=-0.5,
    )
    text = write_sssom(MappingSet(mapping_set_id="http://x/set", license="http://x/l", mappings=(half,)))

    assert text.splitlines()[-1].split("\t")[-3:] == ["0.063", "-0.5", "1"]


def test_prefixes_of_the_file_are_written_again() -> None:
    text = HEADER.replace("http://x/\n", "http://x/EX_\n", 1) + rows()

    assert write_sssom(read_sssom(text)) == text
    assert "#  ex: http://x/EX_\n" in write_sssom(read_sssom(text.replace("#  ex", "#  un: http://u/\n#  ex")))


def test_extensions_are_left_out_with_a_word() -> None:
    more = "#extension_definitions:\n#  - slot_name: ext_a\n#    property: ex:a\n#ext_a: yes\n"

    assert warned(HEADER + more + rows(("ext_b", "1"))) == [
        ("unknown-slot", "extension_definitions", "extension_definitions"),
        ("unknown-slot", "ext_a", "ext_a"),
        ("unknown-slot", "ext_b", "ext_b"),
    ]


def test_slots_of_before_the_first_version() -> None:
    text = HEADER + rows(("semantic_similarity_score", "0.5"), ("match_term_type", "ConceptMatch"))
    former = text.replace("mapping_justification", "match_type").replace(CELLS[3], "HumanCurated")
    (found,) = read_sssom(former).mappings

    assert found.mapping_justification == "https://w3id.org/semapv/vocab/ManualMappingCuration"
    assert (found.subject_type, found.object_type, found.similarity_score) == ("skos concept", "skos concept", 0.5)
    assert {(one.code, one.severity) for one in judged_sssom(former).report} == {("former-slot", Severity.INFO)}
    assert ("no-word", 6, "match_type") in said(former.replace("HumanCurated", "Guess"))


def test_a_former_slot_beside_that_of_today_is_left_out() -> None:
    assert warned(HEADER + rows(("match_type", "Lexical"))) == [("unknown-slot", "match_type", "match_type")]
    short = "subject_id\tpredicate_id\tobject_id\tmatch_type\nex:a\tex:b\tex:c\n"
    assert said(HEADER + short) == [("empty-cell", 6, "mapping_justification")]
