"""CASE packages in: 1.0 and 1.1, also as other servers write them against the letter of the specification."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, TypeVar

from ontology.addresses import is_address
from ontology.errors import RefusedError
from ontology.identifiers import Identifiers
from ontology.language_tags import is_language_tag
from ontology.records import Iri, JsonText
from ontology.report import Finding, Report, Severity
from standards.archives import ArchivedFile
from standards.json_documents import Json
from standards.uncollected import uncollected
from standards.wire.case.associations import official_type
from standards.wire.case.checks import checked
from standards.wire.case.package import DEFINITIONS, LISTS, Package
from standards.wire.case.records import (
    CFAssociation,
    CFDocument,
    CFRubric,
    CFRubricCriterion,
    CFRubricCriterionLevel,
    Resource,
)
from standards.wire.case.workbook import is_table, package_document, read_workbook, told_in_rows
from standards.wire.documents import pointer, read_document
from standards.wire.reading import Door, json_text, read_object
from standards.wire.summing import summed
from standards.wire.uuids import STRICT, UUID, uuid_of

R = TypeVar("R", bound=Resource)

RENAMED: Final = {"educationalLevel": "educationLevel", "CFItemTypeUri": "CFItemTypeURI"}
"""Names that OpenSALT and others write, with those of the specification."""

ELSEWHERE: Final = frozenset(("uri", "CFDocumentURI", "CFPackageURI", "CFRubricCriteria", "CFRubricCriterionLevels"))
"""Names that are read elsewhere, or follow from where an object stands."""

NESTED: Final = {"CFRubricCriteria": CFRubricCriterion, "CFRubricCriterionLevels": CFRubricCriterionLevel}


def read_package(file: ArchivedFile, identifiers: Identifiers) -> tuple[Package, Report]:
    """Return the package in a file, JSON or a spreadsheet of OpenSALT, and what was found on the way.

    Raises
    ------
    UnreadableError
        Where the file is no JSON, or no spreadsheet where its name says so.
    RefusedError
        Where something in it is wrong; the error carries the report, with a JSON pointer or the row of each finding.
    """
    with uncollected():
        if is_table(file):
            book = read_workbook(file)
            package, findings = _read(package_document(book, identifiers), file, identifiers)
            findings = told_in_rows(book, findings)
        else:
            said, faults = read_document(file)
            if faults:
                raise RefusedError(Report(faults))
            package, findings = _read(said, file, identifiers)
    report = Report(summed(findings))
    if report.refused or package is None:
        raise RefusedError(report)
    return package, report


def _read(said: Json, file: ArchivedFile, identifiers: Identifiers) -> tuple[Package | None, list[Finding]]:
    """Return the package that a document holds, where it can be read, and what was found on the way."""
    reader = _Reader(Door(file.name, renamed=RENAMED, elsewhere=ELSEWHERE), identifiers)
    package = reader.package(said)
    return package, [*reader.door.findings, *(checked(package, file.name) if package else ())]


class _Reader:
    """Reads one package, judging each object at the door."""

    def __init__(self, door: Door, identifiers: Identifiers) -> None:
        self.door = door
        self._identifiers = identifiers
        self._parts: dict[str, list[Resource]] = {}

    def package(self, said: Json) -> Package | None:
        """Return the package that a document holds, or nothing where it has no ``CFDocument`` that can be read."""
        if isinstance(said, dict) and set(said) == {"CFPackage"}:
            self.door.say(Severity.INFO, "wrapped", "/CFPackage", "the package stands in an object of its own")
            said = said["CFPackage"]
        if not isinstance(said, dict) or "CFDocument" not in said:
            remedy = "Fetch it from /CFPackages/{id}; a list of documents or a single item is no package"
            self.door.say(Severity.ERROR, "no-package", "/", "this is no CASE package: it has no CFDocument", remedy)
            return None
        self.door.expected = dict(self._expected(said))
        self.door.identified = {str(named["identifier"]): iri for iri, named in self.door.expected.items()}
        return self._read(said)

    def _read(self, said: Mapping[str, Json]) -> Package | None:
        defined = self._object(said, "CFDefinitions", "")
        document = self._document(said, defined)
        for name, (part, model) in LISTS.items():
            self._list(model, part, said.get(name), (name,))
        for name, (part, model) in DEFINITIONS.items():
            self._list(model, part, defined.get(name), ("CFDefinitions", name))
        return None if document is None else Package.of(document, self._parts)

    def _object(self, said: Mapping[str, Json], name: str, place: str) -> Mapping[str, Json]:
        """Return what stands under a name that is to hold an object; nothing where it is something else."""
        found = said.get(name)
        if found is None or isinstance(found, dict):
            return found or {}
        self.door.say(Severity.ERROR, "no-object", f"{place}/{name}", "an object is expected", "Write it in braces")
        return {}

    def _document(self, said: Mapping[str, Json], defined: Mapping[str, Json]) -> CFDocument | None:
        """Read the document first: what language it says goes for all."""
        told = said["CFDocument"]
        beside = {
            "package_extensions": self._beside(said, ("CFDocument", "CFDefinitions", *LISTS), ""),
            "definition_extensions": self._beside(defined, tuple(DEFINITIONS), "/CFDefinitions"),
        }
        spoken = told.get("language") if isinstance(told, dict) else None
        if isinstance(spoken, str) and is_language_tag(spoken):
            self.door.language = spoken.lower()
        return self._resource(CFDocument, told, ("CFDocument",), **beside)

    def _list(self, model: type[Resource], part: str, said: Json, at: tuple[str | int, ...], **known: object) -> None:
        """Read a list of resources."""
        if said is None:
            return
        if not isinstance(said, list):
            self.door.say(Severity.ERROR, "no-list", pointer(*at), "a list is expected", "Write it in brackets")
            return
        found = self._parts.setdefault(part, [])
        for position, one in enumerate(said):
            if read := self._resource(model, one, (*at, position), **known):
                found.append(read)
                self._nested(read, one, (*at, position))

    def _nested(self, read: Resource, said: Mapping[str, Json], at: tuple[str | int, ...]) -> None:
        """Read what stands within a rubric or a criterion."""
        if isinstance(read, CFRubric):
            inner = "CFRubricCriteria"
            self._list(CFRubricCriterion, "criteria", said.get(inner), (*at, inner), rubric=read.iri)
        elif isinstance(read, CFRubricCriterion):
            inner = "CFRubricCriterionLevels"
            self._list(CFRubricCriterionLevel, "levels", said.get(inner), (*at, inner), criterion=read.iri)

    def _resource(self, model: type[R], said: Json, at: tuple[str | int, ...], **known: object) -> R | None:
        place = pointer(*at)
        if isinstance(said, dict) and set(said) == {model.__name__}:
            self.door.say(Severity.INFO, "wrapped", place, "the resource stands in an object of its own")
            said = said[model.__name__]
        if isinstance(said, dict):
            said = self._amended(model, said, place)
            known = {"iri": self._address(said, place), **known}
        return read_object(self.door, model, said, place, **known)

    def _amended(self, model: type[R], said: Mapping[str, Json], place: str) -> Mapping[str, Json]:
        """Return an object with its identifier and its type of association as the specification writes them."""
        said, named = dict(said), said.get("associationType")
        if isinstance(identifier := said.get("identifier"), str) and not STRICT.fullmatch(identifier):
            said["identifier"] = self._identifier(identifier, uuid_of(self._known(said)), f"{place}/identifier")
        if issubclass(model, CFAssociation) and isinstance(named, str) and (official := official_type(named)) != named:
            said["associationType"] = official
            at = f"{place}/associationType"
            self.door.say(Severity.INFO, "other-name", at, f"read as {official}", value=named)
        return said

    def _identifier(self, identifier: str, served: str, at: str) -> str:
        """Return an identifier as it is kept, and say what is against CASE in it."""
        if STRICT.fullmatch(identifier.lower()):
            self.door.say(Severity.INFO, "upper-case", at, "an identifier in upper case")
            return identifier.lower()
        known = "a UUID of none of the versions 1 to 5" if UUID.fullmatch(identifier.lower()) else "no UUID"
        remedy = f"CASE 1.1 refuses it, so this service answers for it as {served}; give it such a UUID in lower case"
        self.door.say(Severity.WARNING, "no-uuid", at, f"this identifier is {known}", remedy, identifier)
        return identifier.lower() if UUID.fullmatch(identifier.lower()) else identifier

    def _expected(self, said: Mapping[str, Json]) -> Iterator[tuple[str, Mapping[str, Json]]]:
        """Yield what links to the things of a package say of them, title and identifier, by their addresses."""
        defined = said.get("CFDefinitions")
        lists = [said.get(name) for name in LISTS]
        lists += [defined.get(name) for name in DEFINITIONS] if isinstance(defined, dict) else []
        listed = [one for found in lists if isinstance(found, list) for one in found]
        for one in (said["CFDocument"], *listed):
            if isinstance(one, dict) and "uri" in one:
                title = one.get("fullStatement", one.get("title", ""))
                yield self._known(one), {"title": title, "identifier": one.get("identifier")}

    def _known(self, said: Mapping[str, Json]) -> Iri:
        """Return the address of a resource: its own, or one made of its identifier."""
        uri = said.get("uri")
        own = isinstance(uri, str) and is_address(uri)
        return Iri(uri) if own else Iri(self._identifiers.mint("case", str(said.get("identifier"))))

    def _address(self, said: Mapping[str, Json], place: str) -> Iri:
        """Return the address of a resource, and say where it is not its own."""
        uri, known = said.get("uri"), self._known(said)
        if known != uri:
            shown = uri if isinstance(uri, str) else ""
            stands = f"; {known} stands for it" if said.get("identifier") else ""
            message = f"uri is {'no absolute address' if uri else 'missing'}{stands}"
            self.door.say(Severity.WARNING, "no-address", f"{place}/uri", message, "Write its own", shown)
        return known

    def _beside(self, said: Mapping[str, Json], known: tuple[str, ...], place: str) -> JsonText | None:
        """Return the extensions of a package or of its definitions, with what stands there under unknown names."""
        unknown = {name: value for name, value in said.items() if name not in (*known, "extensions")}
        for name in unknown:
            message = "no name of a CASE package; kept in its extensions"
            self.door.say(Severity.INFO, "unknown-name", f"{place}{pointer(name)}", message)
        told = {**self._object(said, "extensions", place), **unknown}
        return json_text(told) if told else None
