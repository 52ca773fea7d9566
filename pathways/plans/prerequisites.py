"""Prerequisites: what a college writes that a course asks for first, as conditions."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from ontology.namespaces import LW
from ontology.records import Iri
from ontology.store import KnowledgeBase
from pathways.plans.asides import without_asides
from pathways.plans.conditions import Condition

_OR: Final = re.compile(r"\s+or\s+|\s*/\s*", re.IGNORECASE)
_AND: Final = re.compile(r"\s*[|;,]\s*|\s+and\s+", re.IGNORECASE)


def prerequisites(
    base: KnowledgeBase, graphs: Sequence[str], codes: Mapping[str, str]
) -> dict[str, tuple[Condition, tuple[str, ...]]]:
    """Return by course what must be there first, and what of it no catalog here has.

    Parameters
    ----------
    graphs
        Addresses of the graphs that are looked at.
    codes
        Of the courses, by address.
    """
    by_college = {(_college(iri), _key(code)): iri for iri, code in codes.items()}
    found: dict[str, list[str]] = {}
    query = f"SELECT ?course ?code {{ ?course <{LW.prerequisiteCode}> ?code }}"
    for course, said in sorted(base.rows(query, graphs)):
        found.setdefault(course, []).append(said)
    return {
        course: prerequisite(
            said, {key: iri for (college, key), iri in by_college.items() if college == _college(course)}
        )
        for course, said in found.items()
    }


def prerequisite(said: Sequence[str], codes: Mapping[str, str]) -> tuple[Condition, tuple[str, ...]]:
    """Return the condition that a college's words mean, and those of them that name no course here.

    Parameters
    ----------
    said
        As the college writes them; all must be met, one of those between ``or``.
    codes
        Addresses of the college's courses by their codes, in lower case and without spaces.

    Example
    -------
    >>> codes = {"ict110": "http://x/110", "ict121": "http://x/121"}
    >>> condition, outside = prerequisite(["ICT 110 or ICT 121", "MATH 99"], codes)
    >>> condition.conditions[0].required, condition.conditions[0].members, outside
    (1, ('http://x/110', 'http://x/121'), ('MATH 99',))
    """
    members: list[Iri] = []
    choices: list[Condition] = []
    outside: list[str] = []
    for part in (part for words in said for part in _AND.split(without_asides(words)) if part):
        known = [Iri(codes[_key(one)]) for one in _OR.split(part) if _key(one) in codes]
        if not known:
            outside.append(part)
        elif len(known) == 1 and len(_OR.split(part)) == 1:
            members.append(known[0])
        else:
            choices.append(Condition(members=tuple(known), required=1))
    return Condition(members=tuple(dict.fromkeys(members)), conditions=tuple(choices)), tuple(outside)


def _key(code: str) -> str:
    return re.sub(r"\s+", "", code).casefold()


def _college(course: str) -> str:
    return course.rsplit("/", 1)[0]
