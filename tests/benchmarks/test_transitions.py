"""The benchmarks of all steps and of very many jobs: what is measured is all pairs, and what is missing is said."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from benchmarks import jobs, transitions
from ontology.identifiers import Identifiers
from ontology.records import Iri, Text
from ontology.store import KnowledgeBase
from pathways.occupations.catalog import OccupationEntry, Occupations
from pathways.profiles import Near, Profiles
from standards.imports import import_release
from training.outside import outside_data


@pytest.fixture
def profiles() -> Profiles:
    entries = [OccupationEntry(iri=Iri(f"http://x/{n}"), code=str(n), label=Text(value=f"work {n}")) for n in range(3)]
    listed = {str(entry.iri): [f"http://x/skill/{n}{k}" for k in range(20)] for n, entry in enumerate(entries)}
    return Profiles.of(Occupations.of(entries), listed, {})


def test_what_is_missing_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LADDERWORKS_DATA", str(tmp_path))
    found = [*transitions.measure(full=False), *jobs.measure(full=False)]
    assert [(each.name, each.value) for each in found] == [
        ("transitions-onet", None),
        ("transitions-esco", None),
        ("jobs", None),
    ]
    assert all("is missing" in each.note for each in found)


def test_all_steps_are_held_against_one_dense_product(monkeypatch: pytest.MonkeyPatch) -> None:
    took = iter([0.5, 0.1, 0.7, 0.2, 0.6, 0.3])
    monkeypatch.setattr(transitions, "ROUNDS", 3)
    monkeypatch.setattr(transitions, "_seconds", lambda call: (call(), next(took))[1])
    found = transitions._compared("esco", lambda: None, np.ones((3, 2), dtype=np.float32))
    assert (found.value, found.reference, found.ratio, found.goal) == (0.6, 0.2, 3, 5)
    assert "3 x 2" in found.compared_with


def test_jobs_are_made_of_one_occupation_each_and_the_same_each_time(profiles: Profiles) -> None:
    names = defaultdict(list, {skill: [skill.rpartition("/")[2]] for skill in profiles.skills})
    names.update({entry.iri: [str(entry.label)] for entry in profiles.occupations})
    made = list(jobs.made(profiles, names, 50))
    assert made == list(jobs.made(profiles, names, 50))
    for title, statements in made:
        own = [said for said in statements if said[0] == title[-1]]
        assert 0 < len(own) <= jobs.MOST_ASKED + jobs.STRANGE
        assert len(statements) - len(own) <= jobs.STRANGE


def test_recall_is_the_share_of_the_nearest_that_was_found() -> None:
    terms = csr_matrix(np.array([[1, 0], [0.8, 0.6], [0.6, 0.8], [0, 1]], dtype=np.float32))
    places = np.array([[1, 2], [2, 0], [1, 3], [-1, -1]], dtype=np.int32)
    recall, _ = jobs._held_against_all(terms, Near(places, np.zeros((4, 2), dtype=np.float32)))
    assert recall == pytest.approx(np.mean([1, 2 / 3, 2 / 3, 0]))


def test_a_process_says_what_it_found(tmp_path: Path) -> None:
    lines = [json.dumps(["welder", [f"weld pipe {n}", f"cut plate {n}"]]) for n in range(30)]
    (tmp_path / "jobs.jsonl").write_text("\n".join(lines))
    found = jobs.nearest(tmp_path / "jobs.jsonl", 20)
    assert found["recall"] == pytest.approx(1)
    assert found["memory"] > 1
    time, memory, recall = jobs.measurements(20, {**found, "seconds": 2, "every_pair": 8})
    assert (time.ratio, memory.unit, recall.more_is_better) == (0.25, "MB", True)


@pytest.mark.skipif(not (outside_data() / jobs.RELEASE).is_dir(), reason="ESCO is not here")
def test_jobs_of_esco_have_its_titles_and_skills() -> None:
    with KnowledgeBase.in_memory(Identifiers()) as base:
        import_release(base, "esco", [outside_data() / jobs.RELEASE])
        (title, statements), *_ = jobs.jobs(base, 1)
    assert title
    assert len(statements) > jobs.STRANGE
