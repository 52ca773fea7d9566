"""What a matcher says: a concept that a statement may mean, with the evidence for it."""

from __future__ import annotations

from typing import Annotated, NamedTuple, Protocol, Self

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
    reach
        1 where every field of work needs it, -1 where one occupation alone does, else 0.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    iri: Iri
    label: str
    alt_labels: tuple[str, ...] = ()
    description: str = ""
    kind: str = ""
    code: str = ""
    group: str = ""
    reach: Annotated[int, Field(ge=-1, le=1)] = 0


class Evidence(BaseModel):
    """How far each view sees a statement and a concept as one, 0 to 1.

    Parameters
    ----------
    meaning
        Cosine of the embeddings of the statement and of the label that matched.
    words
        Cosine over their stemmed words.
    covered
        Share of the label whose words, or words akin to them, the statement holds; rare words count more.
    name
        Mean of these three for the concept's own name, each weighed as it is in the score.
    description, text
        Cosine of the embeddings of statement and description; cosine over the stemmed words of the statement and of
        all that is said of the concept.
    explained
        Share of the statement whose words, or words related to them at work, are said of the concept; rare words count
        more. In a framework of few labels it says which concept is better.
    passage
        Cosine of the embeddings of the label and of the passage of the statement that comes nearest to it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    meaning: Similarity
    words: Similarity
    covered: Similarity
    name: Similarity
    description: Similarity
    text: Similarity
    explained: Similarity
    passage: Similarity


class Meaning(Protocol):
    """What `Suggestion` and `Glance` have in common."""

    @property
    def iri(self) -> str:
        """Of the concept."""

    @property
    def confidence(self) -> float:
        """How likely it is to be right, 0 to 1."""

    def of_part(self, part: str, share: float, /) -> Self:
        """Return the same for a whole statement, found in a part of it, whose confidence counts so much (0 to 1)."""


class Suggestion(BaseModel):
    """A concept that a statement may mean.

    Parameters
    ----------
    confidence
        0 to 1: how likely it is to be right, as suggestions like it were for annotated statements.
    matched
        The label that stands for the concept in this match.
    common
        Words of that label that the statement has, with whatever endings.
    part
        The part of a compound statement that means the concept, where the whole means it less; else empty.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    iri: Iri
    label: str
    confidence: Similarity
    matched: str
    common: tuple[str, ...] = ()
    part: str = ""
    evidence: Evidence

    def of_part(self, part: str, share: float, /) -> Self:
        """Return the same for a whole statement, found in a part of it, whose confidence counts so much (0 to 1)."""
        return self.model_copy(update={"part": part, "confidence": round(share * self.confidence, 4)})


class Glance(NamedTuple):
    """A concept that a statement may mean, as of `Suggestion`, without what is seen of it."""

    iri: Iri
    label: str
    confidence: float

    def of_part(self, _: str, share: float, /) -> Self:
        """Return the same for a whole statement, found in a part of it, whose confidence counts so much (0 to 1)."""
        return self._replace(confidence=round(share * self.confidence, 4))
