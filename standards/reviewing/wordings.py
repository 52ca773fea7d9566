"""Wordings: how a release words its competencies, so that one can tell whether a later release words them otherwise."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from ontology.namespaces import CEASN, DCTERMS, OWL, SKOS
from ontology.records import Iri, Release
from ontology.store import KnowledgeBase
from standards.preferred_language import preferred_text

TEXTS: Final = (SKOS.prefLabel, CEASN.competencyText, DCTERMS.description)
"""What a reviewer reads of a competency. Other names and the place in a hierarchy are not judged."""

MEANING: Final = "#%&@"
"""Punctuation that is part of a word."""

ASKED: Final = 500
"""Competencies in one query."""


@dataclass(frozen=True)
class Wording:
    """What a release says of a competency, in English where it has it, else in its first language.

    Parameters
    ----------
    description
        Its full statement and its description.
    withdrawn
        Whether the release keeps it only to say that it is no more.
    replaced_by
        Addresses of those that take its place.
    """

    label: str
    description: str = ""
    withdrawn: bool = False
    replaced_by: tuple[Iri, ...] = ()

    @property
    def digest(self) -> str:
        """SHA-256 of the words of label and description, in hexadecimal.

        Example
        -------
        >>> Wording("Weld pipes", "In any  position.").digest == Wording("weld pipes;", "In any position").digest
        True
        """
        said = "\n".join(plain_words(text) for text in (self.label, self.description))
        return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


def plain_words(text: str) -> str:
    """Return the words of a text: without regard to case, spaces and punctuation, which publishers tidy up.

    Example
    -------
    >>> plain_words("Weld pipes; in any position."), plain_words("C#"), plain_words("3.5 %")
    ('weld pipes in any position', 'c#', '3 5 %')
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    kept = (" " if unicodedata.category(sign)[0] == "P" and sign not in MEANING else sign for sign in folded)
    return " ".join("".join(kept).split())


def wordings(base: KnowledgeBase, release: Release, competencies: Iterable[str]) -> dict[Iri, Wording]:
    """Return how a release words some competencies; what it does not have is left out."""
    said: dict[str, dict[str, list[tuple[str, str]]]] = {}
    for iri, predicate, value, language in _said(base, release, sorted(set(competencies))):
        said.setdefault(iri, {}).setdefault(predicate, []).append((language, value))
    return {Iri(iri): _wording(of) for iri, of in said.items() if str(SKOS.prefLabel) in of}


def _said(base: KnowledgeBase, release: Release, competencies: list[str]) -> Iterator[tuple[str, ...]]:
    predicates = ", ".join(f"<{predicate}>" for predicate in (*TEXTS, OWL.deprecated, DCTERMS.isReplacedBy))
    for start in range(0, len(competencies), ASKED):
        asked = " ".join(f"<{iri}>" for iri in competencies[start : start + ASKED])
        query = (
            "SELECT ?s ?p ?o (LANG(?o) AS ?language) "
            f"{{ VALUES ?s {{ {asked} }} ?s ?p ?o FILTER(?p IN ({predicates})) }}"
        )
        yield from base.rows(query, [release.iri])


def _wording(said: dict[str, list[tuple[str, str]]]) -> Wording:
    label, *others = (preferred_text(said.get(str(predicate), [])) for predicate in TEXTS)
    return Wording(
        label=label,
        description="\n".join(filter(None, others)),
        withdrawn=any(value == "true" for _, value in said.get(str(OWL.deprecated), [])),
        replaced_by=tuple(Iri(value) for _, value in sorted(said.get(str(DCTERMS.isReplacedBy), []))),
    )
