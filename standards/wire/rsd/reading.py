"""Rich Skill Descriptors in: JSON of versions 2 and 3, one skill, a list of them, or a collection; and tables."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import Final, TypeVar

from ontology.addresses import is_address
from ontology.errors import RefusedError
from ontology.identifiers import Identifiers, slug
from ontology.records import Iri
from ontology.report import Report, Severity, excerpt
from standards.archives import ArchivedFile
from standards.json_documents import Json
from standards.wire.claims import same_ids
from standards.wire.documents import pointer, read_document
from standards.wire.reading import Door, read_object
from standards.wire.rsd.library import Library
from standards.wire.rsd.records import SINGLE, Described, RichSkill, RichSkillCollection
from standards.wire.rsd.rows import is_table, parts, read_skill_rows
from standards.wire.summing import summed

R = TypeVar("R", bound=Described)

ELSEWHERE: Final = frozenset(("@context", "type", "id", "skills"))
"""Names that are read elsewhere, or are the same in every document."""


def read_library(file: ArchivedFile, identifiers: Identifiers) -> tuple[Library, Report]:
    """Return the skills in a file, and what was found on the way.

    Raises
    ------
    UnreadableError
        Where the file is neither JSON nor a table.
    RefusedError
        Where something in it is wrong; the error carries the report, with a JSON pointer, or row and column, for each
        finding.
    """
    door = Door(file.name, elsewhere=ELSEWHERE)
    library = _of_rows(door, file, identifiers) if is_table(file) else _of_json(door, file, identifiers)
    report = Report([*summed(door.findings), *same_ids((one.iri for one in library), file.name, "skills")])
    if report.refused:
        raise RefusedError(report)
    return library, report


def _of_rows(door: Door, file: ArchivedFile, identifiers: Identifiers) -> Library:
    """Return the skills of a table; findings name row and column."""
    said = read_skill_rows(file)
    library = Library(tuple(_skills(door, said.skills, (), identifiers)))
    door.findings[:] = [*said.findings, *said.placed(door.findings)]
    if not said.skills:
        remedy = "Put a skill in each row, with the headers RSD Name and Skill Statement"
        door.say(Severity.ERROR, "no-skills", "", "there is no row with a skill", remedy)
    return library


def _of_json(door: Door, file: ArchivedFile, identifiers: Identifiers) -> Library:
    said, faults = read_document(file)
    if faults:
        raise RefusedError(Report(faults))
    return _library(door, said, identifiers)


def _library(door: Door, said: Json, identifiers: Identifiers) -> Library:
    """Return what a document holds: a list, a collection, or one skill."""
    if said == []:
        door.say(Severity.ERROR, "no-skills", "", "a list without a skill in it", "Export it again, with its skills")
    if isinstance(said, list):
        return Library(tuple(_skills(door, said, (), identifiers)))
    if not isinstance(said, dict) or not {"skillName", "skills"} & set(said):
        remedy = "Export skills or a collection as JSON; a skill has a skillName, a collection has skills"
        door.say(Severity.ERROR, "no-skills", "", "these are no Rich Skill Descriptors", remedy)
        return Library(())
    if "skills" not in said:
        return Library(tuple(_skills(door, [said], (), identifiers, single=True)))
    collection = _described(door, RichSkillCollection, said, (), identifiers)
    return Library(tuple(_skills(door, said["skills"], ("skills",), identifiers)), collection)


def _skills(
    door: Door, said: Json, at: tuple[str, ...], identifiers: Identifiers, *, single: bool = False
) -> Iterator[RichSkill]:
    door.renamed = SINGLE
    if not isinstance(said, list):
        door.say(Severity.ERROR, "no-list", pointer(*at), "a list of skills is expected", "Write it in brackets")
        return
    for position, one in enumerate(said):
        place: tuple[str | int, ...] = () if single else (*at, position)
        if skill := _described(door, RichSkill, _several(door, one, place), place, identifiers):
            yield skill


def _several(door: Door, skill: Json, at: tuple[str | int, ...]) -> Json:
    """Return a skill with the one text that version 2 has of its authors and its categories as the several it names."""
    if not isinstance(skill, dict):
        return skill
    texts = {name: value for name in SINGLE if isinstance(value := skill.get(name), str)}
    return skill | {name: _parted(door, text, pointer(*at, name)) for name, text in texts.items()}


def _parted(door: Door, text: str, at: str) -> list[str]:
    """Return what stands apart by semicolons in a text, and say into what it was parted."""
    found = parts(text)
    if ";" in text:
        message = f"parted at its semicolons into {len(found)}: {excerpt(' | '.join(found))}"
        remedy = "Write a list under the name of version 3 where a semicolon belongs to a name"
        door.say(Severity.INFO, "parted", at, message, remedy, text)
    return found


def _described(door: Door, model: type[R], said: Json, at: tuple[str | int, ...], identifiers: Identifiers) -> R | None:
    known = {"iri": _address(door, said, pointer(*at), identifiers)} if isinstance(said, dict) else {}
    return read_object(door, model, said, pointer(*at), **known)


def _address(door: Door, said: dict[str, Json], at: str, identifiers: Identifiers) -> Iri:
    """Return the address of a skill: its own, or one made of its identifier or its name."""
    own = said.get("id")
    if isinstance(own, str) and is_address(own):
        return Iri(own)
    named = slug(str(said.get("skillName") or said.get("name")))
    within = slug(PurePath(door.file).name.partition(".")[0])
    minted = Iri(
        identifiers.mint("rsd", str(said["uuid"])) if said.get("uuid") else identifiers.mint("rsd", within, named)
    )
    known = said.get("uuid") or said.get("skillName") or said.get("name")
    message = f"id is {'no absolute address' if own else 'missing'}{f'; {minted} stands for it' if known else ''}"
    door.say(Severity.WARNING, "no-address", f"{at}/id", message, "Write its own", str(own or ""))
    return minted
