"""What a mapping set says of all its rows: said of each when it is read, once when it is written."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from standards.sssom import (
    LITERAL,
    PROPAGATABLE,
    MappingSet,
    SssomMapping,
    condensed,
    judged_sssom,
    propagated,
    read_sssom,
    slots,
    write_sssom,
)
from standards.sssom.slots import Since

ROW = SssomMapping(
    subject_id="http://x/a",
    predicate_id="http://www.w3.org/2004/02/skos/core#exactMatch",
    object_id="http://x/b",
    mapping_justification="https://w3id.org/semapv/vocab/ManualMappingCuration",
)
OTHER = replace(ROW, subject_id="http://x/c")
SET = MappingSet(mapping_set_id="http://x/s", license="http://x/l", mappings=(ROW, OTHER))

STANDARD = """subject_type predicate_type object_type subject_source subject_source_version object_source
object_source_version mapping_provider cardinality_scope mapping_tool mapping_tool_id mapping_tool_version mapping_date
subject_match_field object_match_field subject_preprocessing object_preprocessing curation_rule curation_rule_text
similarity_measure"""
"""The slots that ``sssom_schema.yaml`` of SSSOM 1.1 marks ``propagated: true``."""


def tool(found: MappingSet) -> tuple[str, ...]:
    """Return what the set says of its tool, and what each row does."""
    return (found.mapping_tool, *(one.mapping_tool for one in found.mappings))


def with_tools(whole: str, *rows: str) -> MappingSet:
    told = tuple(replace(one, mapping_tool=name) for one, name in zip((ROW, OTHER), rows, strict=True))
    return replace(SET, mapping_tool=whole, mappings=told)


def test_the_slots_are_those_that_the_standard_marks() -> None:
    assert set(PROPAGATABLE) == set(STANDARD.split())


def test_what_sets_and_rows_both_have_is_declared_alike() -> None:
    """The two declare it each in the order of the standard, and each with the version that brought it there."""
    of_rows, of_sets = slots(SssomMapping), slots(MappingSet)
    assert set(PROPAGATABLE) <= of_rows.keys() & of_sets.keys()
    for name in of_rows.keys() & of_sets.keys():
        row, whole = of_rows[name], of_sets[name]
        assert replace(whole, since=row.since, propagatable=False) == row, name
        (blank,) = (one.default for one in fields(SssomMapping) if one.name == name)
        assert name not in PROPAGATABLE or [blank] == [one.default for one in fields(MappingSet) if one.name == name]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (("a", "", ""), ("", "a", "a")),
        (("a", "b", ""), ("a", "b", "")),
        (("a", "a", "a"), ("a", "a", "a")),
        (("", "b", "b"), ("", "b", "b")),
    ],
    ids=["of all", "one has its own", "each has its own", "of none"],
)
def test_propagation(before: tuple[str, ...], after: tuple[str, ...]) -> None:
    assert tool(propagated(with_tools(*before))) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (("", "a", "a"), ("a", "", "")),
        (("a", "a", "a"), ("a", "", "")),
        (("b", "a", "a"), ("b", "a", "a")),
        (("", "a", ""), ("", "a", "")),
        (("", "a", "b"), ("", "a", "b")),
    ],
    ids=["of all", "of all and the set", "the set says another", "of one", "each another"],
)
def test_condensation(before: tuple[str, ...], after: tuple[str, ...]) -> None:
    assert tool(condensed(with_tools(*before))) == after


def test_what_is_said_of_the_set_alone_stays_there() -> None:
    said = replace(SET, creator_label=("Dana",), comment="by hand", license="http://x/l")
    assert propagated(said) == said
    rows = tuple(replace(one, creator_label=("Dana",), comment="by hand") for one in SET.mappings)
    assert condensed(replace(SET, mappings=rows)) == replace(SET, mappings=rows)


def test_a_set_without_rows_keeps_what_it_says() -> None:
    empty = replace(SET, mapping_tool="a", mappings=())
    assert propagated(empty) == empty == condensed(empty)


def test_a_set_of_an_older_version_gets_no_slot_that_sets_had_not_then() -> None:
    rows = tuple(replace(one, similarity_measure="cosine", mapping_tool="a") for one in SET.mappings)
    old = condensed(replace(SET, sssom_version="1.0", mappings=rows))
    new = condensed(replace(SET, mappings=rows))
    assert (old.similarity_measure, old.mapping_tool) == ("", "a")
    assert (new.similarity_measure, new.version) == ("cosine", "1.1")


@pytest.mark.parametrize(
    ("since", "version", "has"),
    [("1.9", "1.10", True), ("1.10", "1.9", False), ("1.10", "1.10", True), ("1.10", "", True), (None, "1.0", True)],
)
def test_versions_of_the_standard_are_numbers(since: str | None, version: str, *, has: bool) -> None:
    slot = replace(slots(MappingSet)["mapping_tool"], since=Since(since) if since else None)
    assert slot.stands_in(version) is has


def test_a_set_asks_for_the_newest_version_that_one_of_its_slots_came_with(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(slots(MappingSet), "comment", replace(slots(MappingSet)["comment"], since=Since("1.10")))
    monkeypatch.setitem(slots(MappingSet), "other", replace(slots(MappingSet)["other"], since=Since("1.9")))
    assert (replace(SET, comment="a", other="b").version, replace(SET, other="b").version, SET.version) == (
        "1.10",
        "1.9",
        "",
    )


def test_a_file_is_read_with_what_it_says_of_all_and_written_again_with_it_said_once() -> None:
    text = write_sssom(with_tools("", "a", "a"))
    assert "#mapping_tool: a\n" in text
    assert tool(read_sssom(text)) == ("", "a", "a")
    assert write_sssom(read_sssom(text)) == text
    assert write_sssom(read_sssom(text), condense=False).count("\ta") == 2


def test_texts_are_subjects_where_the_set_says_so_and_no_row_says_otherwise() -> None:
    rows = tuple(
        replace(one, subject_id="", subject_label=label) for one, label in zip((ROW, OTHER), "ab", strict=True)
    )
    text = write_sssom(replace(SET, subject_type=LITERAL, mappings=rows))
    assert "#subject_type: rdfs literal" in text
    assert {one.subject_type for one in read_sssom(text).mappings} == {LITERAL}


def test_where_a_row_has_its_own_the_others_have_none_and_that_is_told() -> None:
    text = write_sssom(with_tools("a", "b", ""))
    judged = judged_sssom(text, "x.sssom.tsv")
    assert tool(judged.mapping_set) == ("a", "b", "")
    assert [(one.code, one.row, one.column) for one in judged.report] == [("not-of-all", 5, "mapping_tool")]
