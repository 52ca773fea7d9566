"""What kind of credential CTDL calls what a step asks for."""

from __future__ import annotations

import re
from typing import Final

from ontology.namespaces import CETERMS
from ontology.records import Iri
from pathways.records.step import Step

CLASSES: Final = (
    (r"apprentice", "ApprenticeshipCertificate"),
    (r"\blicen[cs]", "License"),
    (r"\bcertificate\b", "Certificate"),
    (r"certification|certified", "Certification"),
    (r"\bassociate", "AssociateDegree"),
    (r"\bbachelor", "BachelorDegree"),
    (r"\bmaster'?s?\b.*degree", "MasterDegree"),
    (r"professional degree", "ProfessionalDoctorate"),
    (r"\bdoctora", "DoctoralDegree"),
    (r"high school diploma", "SecondarySchoolDiploma"),
    (r"\bdegree", "Degree"),
    (r"\bbadge", "Badge"),
)
"""Words of a name with the class that they mean, the first that fits."""


def credential_type(step: Step, name: str) -> Iri:
    """Return the class of a credential that a step asks for: as a release says, else as it is named.

    Example
    -------
    >>> from pathways.records.step import Preparation
    >>> told = {"start": "http://x/1", "end": "http://x/2", "direction": "bridge", "relatedness": 1}
    >>> step = Step(**told, preparation=Preparation(license="state teaching credential"))
    >>> [credential_type(step, name).rpartition("/")[2] for name in ("state teaching credential", "a master's degree")]
    ['License', 'MasterDegree']
    """
    stated = [b.credential_type for b in step.bridges if b.credential_type and name in (b.iri, str(b.label))]
    if stated:
        return stated[0]
    if name and name == step.preparation.license:
        return Iri(CETERMS.License)
    return named_type(name)


def named_type(name: str) -> Iri:
    """Return the class that a name means; ``ceterms:Credential`` where it says nothing, or several things.

    Example
    -------
    >>> names = ("usually a bachelor's degree", "OSHA 10", "Associate degree or apprenticeship")
    >>> [named_type(name).rpartition("/")[2] for name in names]
    ['BachelorDegree', 'Credential', 'Credential']
    """
    meant = {_class(words) for words in re.split(r"\bor\b", name.casefold())}
    return Iri(CETERMS[meant.pop() if len(meant) == 1 else "Credential"])


def _class(words: str) -> str:
    return next((kind for pattern, kind in CLASSES if re.search(pattern, words)), "Credential")
