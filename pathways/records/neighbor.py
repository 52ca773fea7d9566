"""An occupation that is close to another, as lists of the closest name it."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from ontology.records import Iri, Text


class Neighbor(BaseModel):
    """An occupation that is close to another.

    Parameters
    ----------
    rank
        1 is the closest.
    score
        What the order is by, 0 to 1.
    """

    model_config = ConfigDict(frozen=True)

    iri: Iri
    code: str
    label: Text
    rank: int
    score: float
