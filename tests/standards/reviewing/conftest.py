"""Reviews of one outcome, and a knowledge base with a program and a firm's list to review it against."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ontology.records import BY_HAND, Iri, Review, Verdict
from ontology.store import KnowledgeBase
from standards.archives import Archive
from standards.curricula import ProgramFacts, read_program
from standards.frameworks import read_framework
from standards.imports import import_release
from standards.matching import Index
from standards.reviewing import (
    NO_MATCH,
    ReviewedProgram,
    Reviews,
    ReviewState,
    Suggested,
    program_release,
    review_state,
)
from standards.reviewing.wordings import wordings
from standards.sssom import NO_TERM_FOUND

START = datetime(2025, 3, 1, 9, tzinfo=UTC)
OUTCOME = "http://x/outcome"
PROGRAM = "http://localhost:8000/id/program/mill-college/machining"

COURSES = """Program,College,Course code,Course title,Learning outcome
Machining,Mill College,MFG 101,Welding,Weld pipes in the flat position.
Machining,Mill College,MFG 101,Welding,Read blueprints of assemblies.
Machining,Mill College,MFG 102,Turning,Turn shafts on a lathe.
"""

SKILLS = """Skill,Notes
Weld pipe,In the flat position.
Read blueprints,Of parts and assemblies.
Operate a lathe,By hand.
"""


def _said(reviewer: str, verdict: Verdict, number: int = 0, **facts: object) -> Review:
    return Review.model_validate(
        {
            "iri": f"http://x/review/{reviewer.replace(' ', '')}/{number}/{facts.get('competency', 'a')}",
            "outcome": OUTCOME,
            "competency": "http://x/a",
            "verdict": str(verdict),
            "program": PROGRAM,
            "reviewer": reviewer,
            "at": START + timedelta(hours=number),
            "justification": BY_HAND,
            "framework": "http://x/framework",
            "version": "1",
            "release": "http://x/release",
            "statement": "Weld pipes.",
            "label": "Weld pipe",
            "digest": "0" * 64,
            **facts,
        }
    )


def _of(*reviews: Review, whys: dict[str, str] | None = None) -> Reviews:
    kept = sorted(reviews, key=lambda review: (review.at, review.iri))
    return Reviews(tuple(kept), frozenset({OUTCOME}), whys or {})


@pytest.fixture(scope="session")
def said() -> Callable[..., Review]:
    """Return what makes a verdict; its number says how many hours after the first it was given."""
    return _said


@pytest.fixture(scope="session")
def of() -> Callable[..., Reviews]:
    """Return what makes the reviews of a program that has one outcome."""
    return _of


@dataclass
class Shop:
    """A knowledge base with a program of three outcomes and a firm's list of three skills."""

    base: KnowledgeBase
    folder: Path

    def put(self, source: str, name: str, content: str, version: str | None = None) -> list[str]:
        """Import a text as a file, and return what was found."""
        (self.folder / name).write_text(content, encoding="utf-8")
        report = import_release(self.base, source, [self.folder / name], version).report
        return [finding.message for finding in report]

    def put_program(self, change: str, into: str, version: str | None = None) -> list[str]:
        """Import the program anew, something in it changed, and return what was found."""
        return self.put("program", "machining.csv", COURSES.replace(change, into), version)

    def list_skills(self, change: str, into: str, version: str = "2") -> None:
        """Import the firm's list anew, something in it changed."""
        self.put("sheet", "acme.csv", SKILLS.replace(change, into), version)

    @property
    def outcomes(self) -> dict[str, Iri]:
        """Addresses of the outcomes by their statements."""
        release = program_release(self.base, PROGRAM)
        assert release is not None
        query = "SELECT ?text ?o { ?o ceasn:competencyText ?text; a lw:LearningOutcome }"
        return {text: Iri(iri) for text, iri in self.base.rows(query, [release.iri])}

    @property
    def skills(self) -> dict[str, Iri]:
        """Addresses of the skills by their labels."""
        query = "SELECT ?label ?s { ?s skos:prefLabel ?label; a ceasn:Competency }"
        return {label: Iri(iri) for label, iri in self.base.rows(query, [self.base.release("sheet-acme").iri])}

    def judged(
        self, statement: str, label: str, verdict: Verdict, number: int = 0, instead: str = "", **facts: object
    ) -> Review:
        """Store a verdict, Dana's unless another reviewer is named; of no skill where its label is empty."""
        release = program_release(self.base, PROGRAM)
        assert release is not None
        review = _said(
            str(facts.pop("reviewer", "Dana")),
            verdict,
            number,
            iri=f"http://localhost:8000/id/review/{number}",
            outcome=self.outcomes[statement],
            framework="http://localhost:8000/id/framework/acme",
            version=self.base.release("sheet-acme").version,
            release=self.base.release("sheet-acme").iri,
            statement=statement,
            **self._about(label, instead),
            **facts,
        )
        self.base.amend(release, [review])
        return review

    def _about(self, label: str, instead: str) -> dict[str, str]:
        """Return what a review keeps of the skill that it judges, and of the one put in its place."""
        if not label:
            return {"competency": NO_TERM_FOUND, "label": NO_MATCH}
        skills = self.skills
        words = wordings(self.base, self.base.release("sheet-acme"), skills.values())
        first = {"competency": skills[label], "label": label, "digest": words[skills[label]].digest}
        if not instead:
            return first
        other = words[skills[instead]]
        return first | {"instead": skills[instead], "instead_label": instead, "instead_digest": other.digest}


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with KnowledgeBase.in_memory() as base:
        shop = Shop(base, tmp_path)
        shop.put("program", "machining.csv", COURSES)
        shop.put("sheet", "acme.csv", SKILLS)
        yield shop


@pytest.fixture
def state_of(shop: Shop) -> Callable[..., ReviewState]:
    """Return what gives the state of the review of the program, some skills suggested with their confidence."""

    def state(*suggested: tuple[str, str, float]) -> ReviewState:
        (file,) = Archive([shop.folder / "machining.csv"])
        curriculum = read_program(file, shop.base.identifiers, ProgramFacts(college="mill-college"))
        index = Index.of(read_framework(shop.base, "acme"))
        reviewed = ReviewedProgram.of(shop.base, curriculum, "acme", index)
        found = (Suggested(shop.outcomes[of], shop.skills[label], label, share) for of, label, share in suggested)
        return review_state(reviewed, found)

    return state
