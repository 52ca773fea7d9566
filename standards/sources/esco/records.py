"""The records of ESCO: those of everyone, with ESCO's own classes beside them."""

from __future__ import annotations

from ontology.namespaces import ESCO
from ontology.records import Competency, Occupation


class EscoOccupation(Occupation):
    """An occupation of ESCO."""

    types = (ESCO.Occupation, *Occupation.types)


class EscoSkill(Competency):
    """A skill, competence or piece of knowledge of ESCO."""

    types = (ESCO.Skill, *Competency.types)
