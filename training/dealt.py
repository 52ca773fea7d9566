"""Lists dealt of ESCO's own names: what firms would publish if each called a skill by another of its names.

ESCO gives a skill several names, chosen by those who know the work. For each field of work some firms are made, and
each says some of the field's skills, no two of them in the same words. Which statements are the same is known, by
nobody of us. How many firms there are, and how much of what one says another says too, differs between the fields.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Final

from ontology.identifiers import Identifiers
from ontology.namespaces import ESCO, SKOS
from ontology.records import Iri, Release
from ontology.store import KnowledgeBase
from standards.frameworks import read_framework
from standards.harmonizing import FirmList, Saying
from standards.harmonizing.saying import plain
from standards.imports import import_release
from standards.matching import Entry
from standards.sources.publication import new_release

RELEASE: Final = "esco/1.1.1"

LEARNED: Final = "learned"
"""The part that is learned from: of each skill all or nothing."""

HELD_OUT: Final = "held out"

SHARE_LEARNED: Final = 0.6
"""Of the skills, those of the part that is learned from."""

NAMES: Final = 3
"""Names that a skill must have, different in more than capitals and punctuation."""

MOST: Final = 150
"""Skills of a field at most."""

LEAST: Final = 40
"""Skills without which a field is left out."""

FIRMS: Final = (2, 3, 4, 6)
SHARES: Final = (0.05, 0.15, 0.3, 0.5, 0.7)
"""What share of the skills each firm says."""

FIELDS: Final = f"""
SELECT DISTINCT ?skill ?code {{
  ?occupation <{ESCO.relatedEssentialSkill}>|<{ESCO.relatedOptionalSkill}> ?skill ; <{SKOS.notation}> ?code
}}"""

MADE: Final = new_release(Identifiers(), "dealt", "1", "Dealt of ESCO's names")

DIGITS: Final = 3
"""Of an occupation's ISCO code: a minor group is a field of work."""


@dataclass(frozen=True)
class Dealt:
    """Lists of some firms in one field.

    Parameters
    ----------
    field
        The ISCO-08 minor group.
    skill_of
        The skill that each statement says.
    """

    field: str
    lists: tuple[FirmList, ...]
    skill_of: Mapping[Iri, str]


def deal(data: Path, part: str) -> Iterator[Dealt]:
    """Yield the lists of each field, the same ones each time, of the skills of one part alone.

    Parameters
    ----------
    data
        Of outside data; holds `RELEASE`.
    part
        `LEARNED` or `HELD_OUT`.
    """
    with KnowledgeBase.in_memory() as base:
        release = import_release(base, "esco", [data / RELEASE]).release
        names = _read_names(base, part)
        fields: dict[str, set[str]] = {}
        for skill, code in base.rows(FIELDS, [release.iri]):
            if skill in names:
                fields.setdefault(code[:DIGITS], set()).add(skill)
    for field, skills in sorted(fields.items()):
        if len(skills) >= LEAST:
            own = {skill: names[skill] for skill in sorted(skills)}
            yield _dealt(field, own, MADE, Random(f"{field} {part}"))


def read_names(data: Path, part: str) -> dict[str, list[str]]:
    """Return the names of each skill of one part that has some, the skills in order."""
    with KnowledgeBase.in_memory() as base:
        import_release(base, "esco", [data / RELEASE])
        return dict(sorted(_read_names(base, part).items()))


def _read_names(base: KnowledgeBase, part: str) -> dict[str, list[str]]:
    entries = (entry for entry in read_framework(base, "esco") if _part(entry.iri) == part)
    return {str(entry.iri): own for entry in entries if len(own := _names(entry)) >= NAMES}


def _part(skill: str) -> str:
    return LEARNED if sha256(skill.encode()).digest()[0] / 256 < SHARE_LEARNED else HELD_OUT


def _names(entry: Entry) -> list[str]:
    return sorted({plain(name): name for name in (entry.label, *entry.alt_labels)}.values())


def _dealt(field: str, names: Mapping[str, Sequence[str]], made: Release, lots: Random) -> Dealt:
    firms, share = lots.choice(FIRMS), lots.choice(SHARES)
    own: list[list[Saying]] = [[] for _ in range(firms)]
    skill_of: dict[Iri, str] = {}
    for skill in lots.sample(sorted(names), min(MOST, len(names))):
        saying = [firm for firm in range(firms) if lots.random() < share] or [lots.randrange(firms)]
        words = lots.sample(names[skill], min(len(saying), len(names[skill])))
        for firm, name in zip(saying, words, strict=False):
            statement = Iri(f"{address(firm)}/skill/{len(skill_of)}")
            skill_of[statement] = skill
            own[firm].append(Saying(address(firm), statement, name))
    lists = (FirmList(f"firm-{i}", address(i), f"Firm {i}", made, tuple(said)) for i, said in enumerate(own))
    return Dealt(field, tuple(one for one in lists if one.sayings), skill_of)


def address(firm: int) -> Iri:
    """Return the address of one of the firms that are made."""
    return Iri(f"http://localhost:8000/id/organization/firm-{firm}")
