"""Namesakes: competencies of one name in one framework, such as the skill and the knowledge *Mathematics* of O*NET."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ontology.records import Iri
from pathways.coverage.part import Part
from standards.matching import Entry


class Named(Part):
    """What has a name that others may have as well.

    Parameters
    ----------
    kind
        In a word, where one of another kind has the same name; else empty.
    """

    label: str
    kind: str = ""

    @property
    def called(self) -> str:
        """Return its name, with the kind that tells it from its namesake."""
        return f"{self.label} ({self.kind})" if self.kind else self.label


def kinds_of_namesakes(entries: Iterable[Entry]) -> Mapping[Iri, str]:
    """Return in a word of which kind those are whose name one of another kind has as well.

    Example
    -------
    >>> skill, knowledge, alone = (
    ...     Entry(iri=f"http://x/{at}", label=label, kind=f"http://x/terms#{kind}")
    ...     for at, (label, kind) in enumerate([("Math", "Skill"), ("math", "Knowledge"), ("Welding", "Skill")])
    ... )
    >>> kinds_of_namesakes([skill, knowledge, alone])
    {'http://x/0': 'skill', 'http://x/1': 'knowledge'}
    """
    known = [entry for entry in entries if entry.kind]
    kinds: dict[str, set[str]] = {}
    for entry in known:
        kinds.setdefault(entry.label.casefold(), set()).add(entry.kind)
    return {entry.iri: _word(entry.kind) for entry in known if len(kinds[entry.label.casefold()]) > 1}


def _word(kind: str) -> str:
    """Return the end of an address as words in small letters.

    Example
    -------
    >>> _word("https://w3id.org/ladderworks/terms#TechnologySkill")
    'technology skill'
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", re.split(r"[#/]", kind)[-1]).lower()
