"""Rich Skill Descriptors out: JSON of version 2 or 3, a collection or a list of skills."""

from __future__ import annotations

import json
from typing import Final

from standards.json_documents import Json
from standards.wire.rsd.library import Library
from standards.wire.rsd.records import SINGLE, Described, RichSkill
from standards.wire.writing import written

CONTEXT: Final = "https://rsd.openskillsnetwork.org/context-v1.json"


def write_library(library: Library) -> Json:
    """Return skills as JSON of version 3: everything in the same order for the same skills."""
    skills: list[Json] = [write_described(skill) for skill in sorted(library.skills, key=lambda one: one.iri)]
    if library.collection is None:
        return skills
    return {**write_described(library.collection), "skills": skills}


def write_version_2(library: Library) -> Json:
    """Return skills as JSON of version 2, in which a skill has one author and one category; several in one text."""
    said = write_library(library)
    if isinstance(said, list):
        return [_single(skill) for skill in said]
    return {**said, "skills": [_single(skill) for skill in said["skills"]]}


def _single(skill: Json) -> Json:
    """Return a skill with what version 2 calls otherwise, as it has that.

    Example
    -------
    >>> _single({"skillName": "Weld", "authors": ["Mill", "Yard"], "keywords": ["steel"]})
    {'skillName': 'Weld', 'author': 'Mill; Yard', 'keywords': ['steel']}
    """
    former = {new: old for old, new in SINGLE.items() if old not in skill and _texts(skill.get(new))}
    return {former.get(name, name): "; ".join(value) if name in former else value for name, value in skill.items()}


def _texts(values: Json) -> bool:
    """Whether values are a list of texts, which one text can name."""
    return isinstance(values, list) and all(isinstance(one, str) for one in values)


def write_described(of: Described) -> dict[str, Json]:
    """Return one skill or collection; what came under names that the format does not have stands under these again."""
    kind = "RichSkillDescriptor" if isinstance(of, RichSkill) else "RichSkillCollection"
    more = json.loads(of.extensions) if of.extensions else {}
    said = {"@context": CONTEXT, "type": kind, "id": of.iri, **written(of, _no_link)}
    return said | {name: _beside(said.get(name), value) for name, value in more.items()}


def _beside(there: Json, value: Json) -> Json:
    """Return what a list could not hold behind what it holds."""
    return [*there, *value] if isinstance(there, list) and isinstance(value, list) else value


def _no_link(iri: str, _: object) -> Json:
    return iri
