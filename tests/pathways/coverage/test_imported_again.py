"""A curriculum map written as a mapping set is imported again with all decisions, and gives the same decisions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ontology.namespaces import SKOS
from ontology.records import IN_BULK, Verdict
from ontology.store import KnowledgeBase
from pathways.coverage import CurriculumMap, Target, align, coverage_format
from standards.curricula import Curriculum
from standards.imports import import_release
from standards.reviewing import Reviews
from standards.reviewing.mapping_decisions import mapping_decisions
from standards.sssom import NO_TERM_FOUND, read_sssom
from standards.wire.exporting import export

LEE = {"reviewer": "Lee Okafor"}
LOCK, ALIGN, ATTACK = "Lock and tag", "Align coupled", "=HYPERLINK"


@pytest.fixture(scope="module")
def decided(curriculum: Curriculum, target: Target, judged: Callable[..., Reviews]) -> CurriculumMap:
    """Return a program with every kind of verdict: accepted by two, rejected, disputed, in bulk, matching nothing."""
    reviews = judged(
        (LOCK, "S1", Verdict.ACCEPTED, {"comment": "as\nin\tthe shop"}),
        (LOCK, "S1", Verdict.ACCEPTED, LEE),
        (LOCK, "S1", Verdict.ACCEPTED, {"reviewer": "Ann Cho", "justification": IN_BULK, "above": 0.9}),
        (ALIGN, "M1", Verdict.ACCEPTED, {}),
        (ALIGN, "M1", Verdict.REJECTED, LEE),
        (ALIGN, "M2", Verdict.REJECTED, {}),
        (ATTACK, "", Verdict.UNMATCHED, {"competency": NO_TERM_FOUND}),
    )
    return align(curriculum, target, reviews=reviews)


@pytest.fixture(scope="module")
def text(decided: CurriculumMap) -> str:
    return coverage_format("sssom.tsv").write(decided).decode()


def test_it_comes_back_as_it_was_with_the_same_decisions(text: str, tmp_path: Path) -> None:
    (tmp_path / "x.sssom.tsv").write_text(text, encoding="utf-8")
    with KnowledgeBase.in_memory() as base:
        done = import_release(base, "sssom", [tmp_path / "x.sssom.tsv"])
        again = export(base, done.release.source, "sssom").decode()
    decisions, _ = mapping_decisions("x.sssom.tsv", text)

    assert list(done.report) == []
    assert again == text
    assert mapping_decisions("x.sssom.tsv", again)[0] == decisions
    assert {one.verdict for one in decisions} == {Verdict.ACCEPTED, Verdict.REJECTED, Verdict.UNMATCHED}
    assert {one.reviewer for one in decisions} == {"Dana Whitefeather", "Lee Okafor", "Ann Cho"}


def test_every_mapping_by_hand_that_nobody_denies_is_stated(text: str, tmp_path: Path) -> None:
    (tmp_path / "x.sssom.tsv").write_text(text, encoding="utf-8")
    with KnowledgeBase.in_memory() as base:
        release = import_release(base, "sssom", [tmp_path / "x.sssom.tsv"]).release
        stated = set(base.rows(f"SELECT ?s ?o {{ ?s <{SKOS.closeMatch}> ?o }}", [release.iri]))

    agreed = {(one.subject_id, one.object_id) for one in read_sssom(text).mappings if one.reviewer_label}
    denied = {(one.subject_id, one.object_id) for one in read_sssom(text).mappings if one.predicate_modifier}
    assert stated
    assert stated <= agreed
    assert stated & denied == set()
