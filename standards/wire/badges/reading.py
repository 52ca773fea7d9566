"""Open Badges 3.0 in: achievements on their own, in lists and graphs, and within the credentials given for them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

from ontology.addresses import is_address
from ontology.errors import RefusedError
from ontology.identifiers import Identifiers, slug
from ontology.records import Iri
from ontology.report import Finding, Report, Severity
from standards.archives import ArchivedFile
from standards.json_documents import Json
from standards.wire.badges.contexts import strange_contexts
from standards.wire.badges.records import Achievement
from standards.wire.claims import same_ids
from standards.wire.contexts import Steps, contexts
from standards.wire.documents import pointer, read_document
from standards.wire.reading import Door, json_text, read_object

ELSEWHERE: Final = frozenset(("@context", "type", "id"))
"""Names that are read elsewhere, or are the same in every document."""

ACHIEVEMENT: Final = "Achievement"

WITHIN: Final = ("@graph", "verifiableCredential", "credentialSubject", "achievement")
"""What leads to an achievement, or to a badge that was given for one; records of learners hold several."""


def read_achievements(file: ArchivedFile, identifiers: Identifiers) -> tuple[tuple[Achievement, ...], Report]:
    """Return the achievements in a file, and what was found on the way. Of who holds a badge nothing is read.

    Raises
    ------
    UnreadableError
        Where the file is no JSON.
    RefusedError
        Where something in it is wrong; the error carries the report, with a JSON pointer for each finding.
    """
    said, faults = read_document(file)
    if faults:
        raise RefusedError(Report(faults))
    door = Door(file.name, elsewhere=ELSEWHERE, findings=list(strange_contexts(said, file.name)))
    read = [_read(door, one, at, identifiers) for one, at in _found(said, ()) if _described(door, one, at)]
    report = Report([*door.findings, *same_ids((one.iri for one in read if one), file.name, "achievements")])
    if not read:
        report.add(_nothing(file.name))
    if report.refused:
        raise RefusedError(report)
    return tuple(one for one in read if one), report


def _found(said: Json, at: Steps) -> Iterator[tuple[dict[str, Json], Steps]]:
    """Yield the achievements of a document, with the steps that lead to them."""
    if isinstance(said, list):
        for position, one in enumerate(said):
            yield from _found(one, (*at, position))
    elif isinstance(said, dict):
        if ACHIEVEMENT in contexts(said.get("type")):
            yield said, at
        for name in WITHIN:
            yield from _found(said.get(name), (*at, name))


def _described(door: Door, said: dict[str, Json], at: Steps) -> bool:
    """Whether an achievement says something of itself; one that is only named is left out."""
    if set(said) - ELSEWHERE:
        return True
    message, remedy = "this achievement is only named, not described; left out", "Export it with its name and criteria"
    door.say(Severity.WARNING, "not-described", pointer(*at), message, remedy, str(said.get("id", "")))
    return False


def _read(door: Door, said: dict[str, Json], at: Steps, identifiers: Identifiers) -> Achievement | None:
    own, place = said.get("id"), pointer(*at)
    if isinstance(own, str) and is_address(own):
        return _typed(read_object(door, Achievement, said, place, iri=Iri(own)), said)
    minted = Iri(identifiers.mint("badges", slug(str(said.get("name")))))
    message = f"id is no absolute address; {minted} stands for it"
    door.say(Severity.WARNING, "no-address", f"{place}/id", message, "Write its own", str(own or ""))
    return _typed(read_object(door, Achievement, said, place, iri=minted), said)


def _typed(achievement: Achievement | None, said: dict[str, Json]) -> Achievement | None:
    """Return an achievement with the further types and the context that it has of its own, in its extensions."""
    own = {name: said[name] for name in ("@context", "type") if name in said and said[name] != [ACHIEVEMENT]}
    own = {name: value for name, value in own.items() if value != ACHIEVEMENT}
    if not own or achievement is None:
        return achievement
    there = json.loads(achievement.extensions) if achievement.extensions else {}
    return achievement.model_copy(update={"extensions": json_text({**there, **own})})


def _nothing(file: str) -> Finding:
    return Finding(
        code="no-achievements",
        severity=Severity.ERROR,
        file=file,
        message="it has no achievement of Open Badges 3.0",
        remedy="Export a badge with its achievement in it: an object of type Achievement, with its criteria",
    )
