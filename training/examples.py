"""What is learned from: annotated texts, and the frameworks that their annotations name."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ontology.store import KnowledgeBase
from standards.evaluation.annotated import AnnotatedSet, read_annotated
from standards.evaluation.concept_names import ConceptNames
from standards.frameworks import read_framework
from standards.imports import import_release
from standards.matching import Entry, clean

ADVERTISEMENTS: Final = "gold/skill_extraction"
FRAMEWORK: Final = "esco/1.1.0"

EXAMPLES: Final = Path(__file__).parents[1] / "examples"
PARTNERSHIP: Final = EXAMPLES / "power-generation"
STATEMENTS: Final = EXAMPLES / "labeled-statements"

READ: Final = ("*.csv", "*.xlsx", "*.zip")
"""Names of files that are learned from; others explain them."""
STANDARD: Final = ("competencies.csv",)
"""The file of a partnership that its competencies stand in; nothing is learned from its wages."""


@dataclass(frozen=True)
class Text:
    """A text as the index reads it, with its right answers as `AnnotatedText` has them."""

    text: str
    answers: frozenset[frozenset[str]]

    @property
    def concepts(self) -> frozenset[str]:
        """The addresses of all that are right."""
        return frozenset().union(*self.answers)


@dataclass(frozen=True)
class Domain:
    """Texts of one field of work and the framework that they were annotated with.

    Parameters
    ----------
    sets
        Whole sentences and marked spans apart, or the texts of each file.
    """

    name: str
    entries: tuple[Entry, ...]
    sets: tuple[tuple[Text, ...], ...]

    @property
    def texts(self) -> tuple[Text, ...]:
        """The texts of all sets."""
        return tuple(text for of in self.sets for text in of)


@dataclass(frozen=True)
class Examples:
    """All that is learned from.

    Parameters
    ----------
    data
        The files, with the SHA-256 of each; see `digests`.
    """

    domains: tuple[Domain, ...]
    data: dict[str, str]


def read_examples(folder: Path) -> Examples:
    """Return the examples in a folder of data, job advertisements by field, and those that come with the project.

    Parameters
    ----------
    folder
        Holds `ADVERTISEMENTS` and `FRAMEWORK`.
    """
    advertised = _domains("esco", folder / FRAMEWORK, folder / ADVERTISEMENTS)
    stated = _domains("partnership", PARTNERSHIP, STATEMENTS, "power-generation")
    return Examples((*advertised, *stated), digests(folder))


def digests(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of each file that is learned from, by its path in the folder of data or in the project."""
    own = EXAMPLES.parent
    read = (
        (folder, folder / ADVERTISEMENTS, READ),
        (folder, folder / FRAMEWORK, READ),
        (own, PARTNERSHIP, STANDARD),
        (own, STATEMENTS, READ),
    )
    return {
        path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for root, of, names in read
        for path in sorted(path for name in names for path in of.rglob(name))
    }


def _domains(source: str, release: Path, annotated: Path, framework: str = "") -> list[Domain]:
    """Return a domain for each file of one kind of annotated texts; files with sentences and spans have two sets."""
    with KnowledgeBase.in_memory() as base:
        import_release(base, source, [release])
        entries = tuple(read_framework(base, framework or source))
    sets = read_annotated([annotated], ConceptNames.of(entries)).sets
    by_name = {name: [_texts(of) for of in sets if of.name == name] for name in dict.fromkeys(of.name for of in sets)}
    return [Domain(name, entries, tuple(of_name)) for name, of_name in by_name.items()]


def _texts(annotated: AnnotatedSet) -> tuple[Text, ...]:
    return tuple(Text(clean(one.text), one.answers) for one in annotated.texts)
