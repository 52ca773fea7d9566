"""Rounds: lists taken in, proposals stored one after the other, and what is said of lists."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from api.example import import_example
from ontology.errors import InputError, NotFoundError, RefusedError
from ontology.namespaces import SKOS
from ontology.shown import is_kept_back
from ontology.store import KnowledgeBase
from standards.harmonizing import read_list, read_proposal, stored_proposal
from standards.harmonizing.intake import take_in
from standards.harmonizing.panel import ensure_panel
from standards.harmonizing.rounds import Round, propose
from standards.publishing import standing

DAM = "Skill\nClear trash racks with the rake\nPrepare the operating and capital budget\n"
PLANT = "Competency,Area\nPrepares the capital and operating budget,Management\nWeld boiler tubes,Crafts\n"
SPANISH = "Skill\nAplicar los procedimientos de bloqueo\nSoldar los tubos de la caldera con los otros del turno\n"


@pytest.fixture
def base() -> Iterator[KnowledgeBase]:
    with KnowledgeBase.in_memory() as opened:
        yield opened


def taken(base: KnowledgeBase, folder: Path, **lists: str) -> list[str]:
    for firm, content in lists.items():
        path = folder / f"{firm} list.csv"
        path.write_text(content, encoding="utf-8")
        take_in(base, firm, path)
    return list(lists)


def codes(found: Round) -> list[str]:
    return [finding.code for finding in found.report]


def test_a_list_is_taken_in_under_the_firms_name(base: KnowledgeBase, tmp_path: Path) -> None:
    taken(base, tmp_path, plant=PLANT)
    listed = read_list(base, "plant")
    assert (listed.slug, listed.firm) == ("plant", base.identifiers.mint("organization", "plant"))
    assert [saying.category for saying in listed.sayings] == ["Management", "Crafts"]
    assert is_kept_back(base, listed.release)


def test_a_proposal_is_stored_and_read_as_it_was_and_kept_back(base: KnowledgeBase, tmp_path: Path) -> None:
    firms = taken(base, tmp_path, dam=DAM, plant=PLANT)
    first = propose(base, "harbor", firms)
    assert stored_proposal(base, "harbor") == first.proposal == read_proposal(base, first.release)
    assert is_kept_back(base, first.release)


def test_the_same_lists_are_the_same_round(base: KnowledgeBase, tmp_path: Path) -> None:
    firms = taken(base, tmp_path, dam=DAM, plant=PLANT)
    assert propose(base, "harbor", firms).release == propose(base, "harbor", firms[::-1]).release


def test_a_firm_that_comes_later_is_compared_with_those_of_before(base: KnowledgeBase, tmp_path: Path) -> None:
    propose(base, "harbor", taken(base, tmp_path, dam=DAM))
    second = propose(base, "harbor", taken(base, tmp_path, plant=PLANT))
    assert second.release.version == "2"
    assert {one.slug for one in second.lists} == {"dam", "plant"}
    assert [len(voices) for voices in second.proposal.voices_of.values()] == [2, 1, 1]


def test_a_firm_that_leaves_is_compared_no_more(base: KnowledgeBase, tmp_path: Path) -> None:
    propose(base, "harbor", taken(base, tmp_path, dam=DAM, plant=PLANT))
    left = propose(base, "harbor", (), without=["plant"])
    assert {voice.firm for voice in left.proposal.voices} == {base.identifiers.mint("organization", "dam")}


def test_one_firm_alone_is_told_so(base: KnowledgeBase, tmp_path: Path) -> None:
    assert codes(propose(base, "harbor", taken(base, tmp_path, dam=DAM))) == ["one-firm"]


def test_the_same_list_twice_is_told(base: KnowledgeBase, tmp_path: Path) -> None:
    found = propose(base, "harbor", taken(base, tmp_path, dam=DAM, twin=DAM))
    assert codes(found) == ["same-list"]
    (finding,) = found.report
    assert "dam and twin" in finding.message
    assert finding.remedy.endswith("--without twin")


def test_what_is_not_compared_is_told(base: KnowledgeBase, tmp_path: Path) -> None:
    list_ = "Skill\nRigging. Welding. Safety procedures for cranes.\nResponsibilities. Rigs loads. Climbs towers.\n"
    found = propose(base, "harbor", taken(base, tmp_path, dam=list_, plant=PLANT))
    (told,) = found.report
    assert (told.code, told.value) == ("passed-over", "dam")
    assert told.message == "not compared of its statements: “Responsibilities.”"
    assert {"Rigging.", "Welding."} <= {voice.words.value for voice in found.proposal.voices}


def test_lists_in_two_languages_are_told(base: KnowledgeBase, tmp_path: Path) -> None:
    found = propose(base, "harbor", taken(base, tmp_path, dam=DAM, presa=SPANISH))
    assert codes(found) == ["several-languages"]
    (finding,) = found.report
    assert "presa in Spanish" in finding.message
    assert {one.statement.language for one in found.proposal.candidates} == {"en", "es"}


def test_an_empty_list_is_refused(base: KnowledgeBase, tmp_path: Path) -> None:
    with pytest.raises((InputError, RefusedError)):
        propose(base, "harbor", taken(base, tmp_path, empty="Skill\n"))
    assert stored_proposal(base, "harbor") is None


def test_a_firm_without_a_list_is_told_with_those_that_have_one(base: KnowledgeBase, tmp_path: Path) -> None:
    taken(base, tmp_path, dam=DAM)
    with pytest.raises(NotFoundError, match="dam"):
        propose(base, "harbor", ["nobody"])


def test_nothing_to_compare_is_told(base: KnowledgeBase) -> None:
    with pytest.raises(InputError, match="FIRM=LIST"):
        propose(base, "harbor", [])


def test_what_is_neither_table_nor_document_is_refused(base: KnowledgeBase, tmp_path: Path) -> None:
    path = tmp_path / "list.json"
    path.write_text('{"what": "is this"}', encoding="utf-8")
    with pytest.raises(InputError, match="neither a table nor a document"):
        take_in(base, "dam", path)
    assert base.releases() == []


@pytest.mark.parametrize(
    ("path", "least"),
    [("rsd/skills-v3.json", 50), ("case/packages", 1), ("ctdl/frameworks/bcsp-asp.json", 20)],
)
def test_documents_of_the_field_are_lists_too(base: KnowledgeBase, data: Path, path: str, least: int) -> None:
    found = data / "wire" / path
    for file in sorted(found.iterdir())[:1] if found.is_dir() else [found]:
        take_in(base, "dam", file)
    assert len(read_list(base, "dam").sayings) >= least


def test_a_standard_nobody_imported_gets_a_panel_of_its_firms(base: KnowledgeBase, tmp_path: Path) -> None:
    firms = taken(base, tmp_path, dam=DAM, plant=PLANT)
    ensure_panel(base, "harbor", firms)
    ensure_panel(base, "harbor", firms[:1])
    working = standing(base, "harbor").working
    assert working is not None
    assert working.title.value == "Partnership for harbor"


def test_the_examples_firms_say_what_its_draft_says() -> None:
    with KnowledgeBase.in_memory() as base:
        import_example(base)
        found = propose(base, "power-generation", [])
        linked = [m for m in found.proposal.mappings if m.predicate == str(SKOS.closeMatch)]
    assert len(found.lists) == 4
    assert not linked, "no classification is imported"
    lockout = next(one for one in found.proposal.candidates if one.stands_for and one.stands_for.endswith("PG-SAF-03"))
    assert lockout.supported.word == "core"
    assert len(found.proposal.voices) == 190
