"""What a matcher says: a concept that a statement may mean, with the evidence for it."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from ontology.records import Iri

Similarity = Annotated[float, Field(ge=0, le=1)]


class Entry(BaseModel):
    """A concept that can be found: its names and what it is about.

    Parameters
    ----------
    label
        Short name, or the statement itself where there is none.
    alt_labels
        Other names, and the full statement where the label is short.
    kind
        Address of its kind, for instance of ``lw:Skill``.
    group
        What it is listed under, for instance ``Safety and Compliance``.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    iri: Iri
    label: str
    alt_labels: tuple[str, ...] = ()
    description: str = ""
    kind: str = ""
    code: str = ""
    group: str = ""


class Evidence(BaseModel):
    """How far each view sees a statement and a concept as one, 0 to 1.

    Parameters
    ----------
    meaning
        Cosine of the two embeddings.
    characters
        Cosine over character grams: the same words, spelled a little differently.
    words
        Cosine over stemmed words.
    covered
        Share of the concept's label that the statement holds, its rare words counting more.
    description, text
        Cosine of the embeddings of statement and description; cosine over the stemmed words of the statement and of
        all that is said of the concept.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    meaning: Similarity
    characters: Similarity
    words: Similarity
    covered: Similarity
    description: Similarity
    text: Similarity


class Suggestion(BaseModel):
    """A concept that a statement may mean.

    Parameters
    ----------
    confidence
        0 to 1: how often a first suggestion of that strength was right among annotated statements.
    matched
        The label that stands for the concept in this match.
    common
        Words that the statement and that label share.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    iri: Iri
    label: str
    confidence: Similarity
    matched: str
    common: tuple[str, ...] = ()
    evidence: Evidence
