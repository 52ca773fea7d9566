"""What the tests of the evaluation share: a small framework, its names, and files of labeled texts."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ontology.store import KnowledgeBase
from standards.evaluation import AnnotatedSet, ConceptNames, read_annotated
from standards.frameworks import read_framework
from standards.imports import import_release
from standards.matching import Entry

SKILLS = (
    ("loto", "Lockout/Tagout", ("Isolate, lock, tag and verify zero energy",)),
    ("ppe", "Personal Protective Equipment", ("Wear gloves, helmets and respirators",)),
    ("weld", "Welding", ("Join metal by arc or gas",)),
    ("align", "Shaft Alignment", ("Align coupled shafts with dial indicators",)),
    ("rig", "Rigging", ("Move loads with slings and hoists",)),
    ("pump", "Pump Overhaul", ("Take apart and rebuild a centrifugal pump",)),
)


@pytest.fixture(scope="session")
def entries() -> list[Entry]:
    """Six concepts with a label, a code and another name each."""
    return [
        Entry.model_validate({"iri": f"http://x/{code}", "label": label, "alt_labels": others, "code": code})
        for code, label, others in SKILLS
    ]


@pytest.fixture
def labeled(tmp_path: Path) -> Callable[[str, str], Path]:
    """Return what writes a file of labeled texts."""

    def write(name: str, content: str) -> Path:
        path = tmp_path / name
        path.write_text(content, encoding="utf-8")
        return path

    return write


@pytest.fixture(scope="session")
def panel(project: Path) -> list[Entry]:
    """The competencies of the example's standard."""
    with KnowledgeBase.in_memory() as base:
        import_release(base, "partnership", [project / "examples/power-generation"])
        return read_framework(base, "power-generation")


@pytest.fixture(scope="session")
def statements(project: Path, panel: list[Entry]) -> tuple[AnnotatedSet, ...]:
    """The labeled statements of the example."""
    found = read_annotated([project / "examples/labeled-statements"], ConceptNames.of(panel))
    assert not [finding for finding in found.report if finding.code == "unknown-concept"]
    return found.sets
