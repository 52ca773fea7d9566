"""Mapping sets in and out of the knowledge base: every slot comes back, and only what people say is so is stated."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ontology.errors import InputError, RefusedError
from ontology.namespaces import SEMAPV, SKOS
from ontology.records import Release
from ontology.report import Report
from ontology.store import KnowledgeBase
from standards.imports import import_release
from standards.previews import preview
from standards.sssom import (
    LITERAL,
    NO_TERM_FOUND,
    Form,
    MappingSet,
    Slot,
    SssomMapping,
    propagated,
    read_sssom,
    slots,
    write_sssom,
)
from standards.wanted import Wanted
from standards.wire.exporting import export
from tests.standards.wire.comparing import Fate, fates, table
from tests.standards.wire.losses import documented, shown

CURATED, MACHINE = str(SEMAPV.ManualMappingCuration), str(SEMAPV.LexicalMatching)
CLOSE = str(SKOS.closeMatch)

Imported = Callable[[KnowledgeBase, MappingSet], tuple[Release, Report]]


@pytest.fixture
def imported(tmp_path: Path) -> Imported:
    """What imports a mapping set from a file."""

    def run(base: KnowledgeBase, said: MappingSet) -> tuple[Release, Report]:
        path = tmp_path / "made.sssom.tsv"
        path.write_text(write_sssom(said), encoding="utf-8")
        done = import_release(base, "sssom", [path])
        return done.release, done.report

    return run


def row(subject: str, object_: str, justification: str = CURATED, **more: object) -> SssomMapping:
    named = SssomMapping(
        subject_id=f"http://x/a/{subject}" if subject else "",
        subject_label="Weld",
        predicate_id=CLOSE,
        object_id=object_ if object_ == NO_TERM_FOUND else f"http://x/b/{object_}",
        object_label="weld pipes",
        mapping_justification=justification,
    )
    return replace(named, **more)  # type: ignore[arg-type]


def mapping_set(*rows: SssomMapping) -> MappingSet:
    return MappingSet(
        mapping_set_id="http://x/sets/1",
        mapping_set_title="Mill to ESCO",
        license="https://creativecommons.org/licenses/by/4.0/",
        subject_source="http://x/a",
        object_source="http://x/b",
        mappings=rows,
    )


def every_slot() -> MappingSet:
    """Return a set and a row with a value in every slot, two where there may be two, and a row with few.

    So the set says nothing of all of its rows, and nothing that it says can be said by these.
    """

    def value(slot: Slot) -> Any:  # noqa: ANN401 - whatever a slot holds
        address = slot.form in (Form.REFERENCE, Form.ADDRESS)
        one = f"http://x/v/{slot.name}" if address else {Form.DAY: "2026-11-20"}.get(slot.form, f"{slot.name} | said")
        if slot.form is Form.NUMBER:
            return 0.5
        return (f"{one}-2", f"{one}-1") if slot.many else one

    def told(of: type) -> dict[str, Any]:
        return {name: slot.words.words[0] if slot.words else value(slot) for name, slot in slots(of).items()}

    full = SssomMapping(**{**told(SssomMapping), "predicate_id": CLOSE, "mapping_justification": CURATED})
    return MappingSet(
        curie_map={"a": "http://x/a/", "b": "http://x/b/", "ours": "http://x/v/"},
        mappings=(row("1", "1"), full),
        **{**told(MappingSet), "sssom_version": "1.1"},
    )


EXAMPLES = {
    "accepted": row("1", "1", reviewer_label=("Dana Whitefeather", "Amy Lee"), review_date="2026-11-20"),
    "rejected": row("1", "2", predicate_modifier="Not", reviewer_label=("Dana Whitefeather",)),
    "suggested": row("1", "3", MACHINE, confidence=0.87, match_string=("weld", "pipe|tube", "weld")),
    "without a counterpart": row("2", NO_TERM_FOUND, mapping_cardinality="1:0", object_label=""),
    "a text": row("", "1", MACHINE, subject_type=LITERAL, confidence=0.4),
}


def test_every_kind_of_row_comes_back(imported: Imported) -> None:
    said = mapping_set(*EXAMPLES.values())
    with KnowledgeBase.in_memory() as base:
        release, report = imported(base, said)
        again = export(base, release.source, "sssom").decode()
    assert list(report) == []
    assert again == write_sssom(said)
    assert (release.source, release.version) == ("sssom-mill-to-esco", "1")


def test_only_what_people_say_is_so_is_stated(imported: Imported) -> None:
    with KnowledgeBase.in_memory() as base:
        release, _ = imported(base, mapping_set(*EXAMPLES.values()))
        stated = set(base.rows("SELECT ?s ?o { ?s skos:closeMatch ?o }", [release.iri]))
    assert stated == {("http://x/a/1", "http://x/b/1")}


def test_a_set_with_every_slot_comes_back_and_the_table_shows_it(imported: Imported, project: Path) -> None:
    said = every_slot()
    with KnowledgeBase.in_memory() as base:
        release, _ = imported(base, said)
        again = read_sssom(export(base, release.source, "sssom").decode())
    assert sorted(again.mappings, key=repr) == sorted(said.mappings, key=repr)
    assert replace(again, mappings=()) == replace(said, mappings=())
    measured = table(fates(_plain(said), _plain(again)))
    assert Counter(fate for fates_ in measured.values() for fate in fates_) == {Fate.KEPT: len(measured)}
    assert documented(project / "docs/reference/sssom.md", measured) == shown(measured)
    assert len(measured) == len(slots(SssomMapping)) + len(slots(MappingSet)) + len(said.curie_map)


def _plain(said: MappingSet) -> dict[str, object]:
    """Return a set as a document of JSON."""

    def of(told: MappingSet | SssomMapping) -> dict[str, object]:
        held = {name: getattr(told, name) for name in slots(type(told))}
        return {name: list(value) if isinstance(value, tuple) else value for name, value in held.items() if value}

    return {**of(said), "curie_map": dict(said.curie_map), "mappings": [of(one) for one in said.mappings]}


def test_what_is_no_slot_is_said_and_left_out(tmp_path: Path) -> None:
    text = write_sssom(mapping_set(EXAMPLES["accepted"])).replace("subject_label", "nickname")
    (tmp_path / "x.sssom.tsv").write_text(f"#house_rules: ours\n{text}", encoding="utf-8")
    with KnowledgeBase.in_memory() as base:
        report = import_release(base, "sssom", [tmp_path / "x.sssom.tsv"]).report
    assert [(one.code, one.column) for one in report] == [("unknown-slot", "house_rules"), ("unknown-slot", "nickname")]


def test_a_row_twice_is_kept_once(tmp_path: Path) -> None:
    text = write_sssom(mapping_set(EXAMPLES["accepted"]))
    (tmp_path / "x.sssom.tsv").write_text(text + text.splitlines()[-1] + "\n", encoding="utf-8")
    with KnowledgeBase.in_memory() as base:
        done = import_release(base, "sssom", [tmp_path / "x.sssom.tsv"])
        assert [one.code for one in done.report] == ["row-twice"]
        assert export(base, done.release.source, "sssom").decode() == text


def test_bad_rows_are_refused_with_their_places(tmp_path: Path) -> None:
    text = write_sssom(mapping_set(EXAMPLES["suggested"])).replace("0.87", "high")
    (tmp_path / "x.sssom.tsv").write_text(text, encoding="utf-8")
    with KnowledgeBase.in_memory() as base, pytest.raises(RefusedError) as refused:
        import_release(base, "sssom", [tmp_path / "x.sssom.tsv"])
    assert [(one.code, one.column) for one in refused.value.report] == [("no-share", "confidence")]


def test_the_matches_of_a_framework_are_a_mapping_set(tmp_path: Path) -> None:
    said = {
        "@graph": [
            {"@id": "http://x/f", "@type": "ceasn:CompetencyFramework", "ceasn:name": {"en": "Welding"}},
            {
                "@id": "http://x/1",
                "@type": "ceasn:Competency",
                "ceasn:competencyText": {"en": "Weld"},
                "ceasn:isPartOf": "http://x/f",
                "ceasn:broadAlignment": "http://y/9",
            },
        ]
    }
    (tmp_path / "x.json").write_text(json.dumps(said), encoding="utf-8")
    with KnowledgeBase.in_memory() as base:
        import_release(base, "ctdl", [tmp_path / "x.json"])
        (found,) = read_sssom(export(base, "ctdl-welding", "sssom").decode()).mappings
    assert (found.subject_id, found.predicate_id, found.object_id) == (
        "http://x/1",
        str(SKOS.broadMatch),
        "http://y/9",
    )
    assert found.mapping_justification == str(SEMAPV.UnspecifiedMatching)


def test_metadata_beside_the_rows(tmp_path: Path) -> None:
    text = write_sssom(mapping_set(EXAMPLES["accepted"]))
    block = "".join(line[1:] for line in text.splitlines(keepends=True) if line.startswith("#"))
    rows, described = tmp_path / "x.sssom.tsv", tmp_path / "x.sssom.yml"
    rows.write_text("".join(line for line in text.splitlines(keepends=True) if line[0] != "#"), encoding="utf-8")
    described.write_text(block, encoding="utf-8")
    with KnowledgeBase.in_memory() as base:
        done = import_release(base, "sssom", [rows, described])
        assert export(base, done.release.source, "sssom").decode() == text
        assert {(file.name, file.kept) for file in base.files(done.release)} == {(rows.name, 1), (described.name, 0)}
        assert import_release(base, "sssom", [tmp_path]).again
        for paths, words in (([described], "name the file with its rows too"), ([rows], "metadata file (.sssom.yml)")):
            with pytest.raises(InputError, match=re.escape(words)):
                import_release(base, "sssom", paths)


def test_two_rows_of_one_record_are_refused_and_nothing_is_stored(tmp_path: Path) -> None:
    twice = mapping_set(row("1", "1", record_id="http://x/r"), row("2", "2", record_id="http://x/r"))
    (tmp_path / "x.sssom.tsv").write_text(write_sssom(twice), encoding="utf-8")
    with KnowledgeBase.in_memory() as base:
        with pytest.raises(RefusedError) as refused:
            import_release(base, "sssom", [tmp_path / "x.sssom.tsv"])
        assert [one.code for one in refused.value.report] == ["record-twice", "record-twice"]
        assert list(base.releases()) == []


@pytest.mark.parametrize("number", ["0", "1.0", "1e-7", "0.30000000000000004", ".25"])
def test_a_row_that_names_no_record_gets_no_name_on_the_way(tmp_path: Path, number: str) -> None:
    text = write_sssom(mapping_set(row("1", "1", MACHINE, confidence=0.5, other="a\n b")))
    (tmp_path / "x.sssom.tsv").write_text(text.replace("0.5", number), encoding="utf-8")
    with KnowledgeBase.in_memory() as base:
        release = import_release(base, "sssom", [tmp_path / "x.sssom.tsv"]).release
        assert "record_id" not in export(base, release.source, "sssom").decode()


def test_a_record_keeps_a_name_that_looks_like_ours(imported: Imported) -> None:
    with KnowledgeBase.in_memory() as base:
        release, _ = imported(base, mapping_set(row("1", "1", record_id="http://x/sets/1#0123456789abcdef")))
        assert "record_id" in export(base, release.source, "sssom").decode()


def test_prefixes_and_orders_come_back_and_the_graph_has_each_value(imported: Imported) -> None:
    spoken = row("1", "1", author_id=("http://x/p/2", "http://x/p/1"), author_label=("Zed|Zoe", "Amy", "Amy"))
    said = replace(mapping_set(spoken), curie_map={"a": "http://x/a/", "b": "http://x/b/", "p": "http://x/p/"})
    with KnowledgeBase.in_memory() as base:
        release, _ = imported(base, said)
        again = export(base, release.source, "sssom").decode()
        labels = {label for (label,) in base.rows("SELECT ?l { ?s sssom:author_label ?l }", [release.iri])}
    assert again == write_sssom(said)
    assert (read_sssom(again).mappings, labels) == (propagated(said).mappings, {"Zed|Zoe", "Amy"})


def test_a_preview_names_mappings_by_their_ends(tmp_path: Path) -> None:
    (tmp_path / "x.sssom.tsv").write_text(write_sssom(mapping_set(*EXAMPLES.values())), encoding="utf-8")
    with KnowledgeBase.in_memory() as base:
        change = preview(base, Wanted("sssom", [tmp_path / "x.sssom.tsv"])).change
    assert change.added == ("Mill to ESCO", "Weld - sssom:NoTermFound", *["Weld - weld pipes"] * 4)


def test_rows_whose_texts_look_like_other_slots_stay_apart(imported: Imported) -> None:
    """A text with a line break and a tab says what another row says in two slots, if they are strung together."""
    said = mapping_set(
        row("1", "1", comment="a\nobject_category\tb"),
        row("1", "1", comment="a", object_category="b"),
        row("2", "1", author_label=("a|b",)),
        row("2", "1", author_label=("a", "b")),
    )
    with KnowledgeBase.in_memory() as base:
        release, report = imported(base, said)
        again = read_sssom(export(base, release.source, "sssom").decode())
    assert list(report) == []
    assert {one.record_id for one in again.mappings} == {""}
    assert set(again.mappings) == set(propagated(said).mappings)


def addresses(base: KnowledgeBase, release: Release) -> set[str]:
    return {iri for (iri,) in base.rows("SELECT ?s { ?s a owl:Axiom }", [release.iri])}


def test_what_a_set_says_of_all_is_said_of_each_row_and_does_not_change_their_addresses(imported: Imported) -> None:
    said = replace(mapping_set(*EXAMPLES.values()), mapping_date="2026-11-20")
    with KnowledgeBase.in_memory() as base:
        release, _ = imported(base, said)
        dated = list(base.rows("SELECT ?d { ?s a owl:Axiom ; sssom:mapping_date ?d }", [release.iri]))
        whole = list(base.rows("SELECT ?d { ?s a sssom:MappingSet ; sssom:mapping_date ?d }", [release.iri]))
        before = addresses(base, release)
        later, _ = imported(base, replace(said, mapping_date="2026-11-22"))
        assert addresses(base, later) == before
    assert (dated, whole) == ([("2026-11-20",)] * 5, [])


@pytest.mark.parametrize(
    "more",
    [
        {"mapping_date": "2026-12-01"},
        {"subject_type": "skos concept", "object_source": "http://x/c", "curation_rule_text": ("by two",)},
        {},
    ],
    ids=["another day", "several slots", "nothing else"],
)
def test_a_further_row_leaves_the_addresses_of_the_others(imported: Imported, more: dict[str, Any]) -> None:
    before = tuple(row(name, "1", mapping_date="2026-11-20") for name in "12")
    with KnowledgeBase.in_memory() as base:
        first = addresses(base, imported(base, mapping_set(*before))[0])
        release, _ = imported(base, mapping_set(*before, row("3", "1", **more)))
        later = addresses(base, release)
        again = read_sssom(export(base, release.source, "sssom").decode())
    assert (len(first), len(later), first - later) == (2, 3, set())
    assert {one.record_id for one in again.mappings} == {""}


def test_rows_that_differ_only_in_what_a_set_may_say_are_told_apart_by_that_alone(imported: Imported) -> None:
    """Of what could be said of the set, only the slots in which the two differ are in their addresses."""
    by_tools = [row("1", "1", mapping_tool=tool, mapping_date="2026-11-20") for tool in ("", "ears", "eyes")]
    with KnowledgeBase.in_memory() as base:
        before = addresses(base, imported(base, mapping_set(*by_tools))[0])
        dated = [replace(one, mapping_date="2026-11-22") for one in by_tools]
        release, report = imported(base, mapping_set(*dated, row("2", "1", mapping_date="2026-11-23")))
        later = addresses(base, release)
        again = read_sssom(export(base, release.source, "sssom").decode())
    assert list(report) == []
    assert (len(before), len(later), before - later) == (3, 4, set())
    assert {one.record_id for one in again.mappings} == {""}


def test_rows_are_written_with_all_that_they_say_where_that_is_wanted(imported: Imported) -> None:
    said = mapping_set(*EXAMPLES.values())
    with KnowledgeBase.in_memory() as base:
        release, _ = imported(base, said)
        text = export(base, release.source, "sssom-rows").decode()
        short = export(base, release.source, "sssom").decode()
    assert "#subject_source" not in text
    assert {"subject_source", "object_source"} <= set(text.splitlines()[text.count("\n#") + 1].split("\t"))
    assert set(read_sssom(text).mappings) == set(read_sssom(short).mappings)
