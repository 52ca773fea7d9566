"""Objects of JSON to records: what other systems write against the letter of a format is read, and each time said.

A value that a field cannot hold, and a name that the format does not have, go into the record's extensions: nothing is
dropped.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pydantic import ValidationError

from ontology.language_tags import UNKNOWN, is_language_tag
from ontology.records import JsonText, Moment, Record, Text
from ontology.report import Finding, Severity, excerpt
from standards.json_documents import Json
from standards.long_texts import LONGEST, REMEDY
from standards.wire.documents import pointer
from standards.wire.fields import WireField, wire_fields
from standards.wire.values import CONVERTED, EXPECTED

R = TypeVar("R", bound=Record)


@dataclass
class Door:
    """Where objects of one document are judged, and what was found.

    Parameters
    ----------
    file
        Its name.
    language
        Of texts, where an object says no other (BCP 47).
    renamed
        Names that other systems write, with the format's own.
    elsewhere
        Names that are read elsewhere, or follow from where an object stands.
    expected
        What links say of the things of this document beside their addresses, by these: not kept twice.
    identified
        The addresses of these things by their identifiers.
    """

    file: str
    language: str = UNKNOWN
    renamed: Mapping[str, str] = field(default_factory=dict)
    elsewhere: frozenset[str] = frozenset()
    expected: Mapping[str, Mapping[str, Json]] = field(default_factory=dict)
    identified: Mapping[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def say(self, severity: Severity, code: str, at: str, message: str, remedy: str = "", value: str = "") -> None:
        """Note one finding at a place of the document."""
        self.findings.append(
            Finding(
                code=code,
                severity=severity,
                message=message,
                remedy=remedy,
                file=self.file,
                path=at,
                value=excerpt(value),
            )
        )

    def spoken(self, tag: Json, at: str) -> str:
        """Return the language that an object says, in lower case, or the one of the document."""
        if not isinstance(tag, str) or not tag:
            return self.language
        if is_language_tag(tag):
            return tag.lower()
        remedy = "Write it as en, es or pt-BR (BCP 47), or leave it out"
        self.say(Severity.ERROR, "no-language", at, "this is no language tag", remedy, tag)
        return UNKNOWN


@dataclass
class _Told:
    """What an object tells, on the way to a record.

    Parameters
    ----------
    links
        What its links say beside addresses, by these, where that is not what is expected.
    met
        The same of all its links.
    """

    door: Door
    at: str
    language: str
    values: dict[str, Any] = field(default_factory=dict)
    links: dict[str, dict[str, Json]] = field(default_factory=dict)
    met: dict[str, dict[str, Json]] = field(default_factory=dict)
    rest: dict[str, Json] = field(default_factory=dict)


def read_object(door: Door, model: type[R], said: Json, at: str, **known: object) -> R | None:
    """Return the record that an object tells, or nothing where it lacks what a record needs; findings say why.

    Parameters
    ----------
    at
        JSON pointer of the object.
    known
        Fields that do not stand in the object, by their names in the record.
    """
    if not isinstance(said, dict):
        remedy = "Write it as an object in braces"
        door.say(Severity.ERROR, "no-object", at, f"this is {kind_of(said)}, where an object is expected", remedy)
        return None
    told = _Told(door, at, door.spoken(said.get("language"), f"{at}/language"), dict(known))
    fields = wire_fields(model)
    for name in sorted(said, key=door.renamed.__contains__):  # the format's own names first
        _take(told, fields, name, said[name])
    _fill(told, fields)
    return _made(told, model)


def kind_of(value: Json) -> str:
    """Return what a value of JSON is, in words."""
    names = {dict: "an object", list: "a list", str: "a text", bool: "a truth value", type(None): "nothing (null)"}
    return names.get(type(value), "a number")


def _take(told: _Told, fields: Mapping[str, WireField], name: str, value: Json) -> None:
    """Take one value of an object."""
    own = told.door.renamed.get(name, name)
    if own in fields and own != name:
        _tolerated(told, f"read as {own}", "other-name", name)
    if value is None:
        _tolerated(told, "null where a value may be left out", "null", name)
    elif own == "extensions":
        told.rest.update(value if isinstance(value, dict) else {"extensions": value})
    elif own in fields:
        _hold(told, fields[own], name, value)
    elif own not in told.door.elsewhere:
        told.rest[name] = value
        _tolerated(told, "no name of this format; kept in its extensions", "unknown-name", name)


def _fill(told: _Told, fields: Mapping[str, WireField]) -> None:
    """Put an empty text where one must be and nobody says any."""
    for name, of in fields.items():
        if of.key.blank and of.name not in told.values:
            told.values[of.name] = _converted(told, of.python, "")
            _tolerated(told, "a text must be here; read as an empty one", "blank", name)


def _hold(told: _Told, of: WireField, name: str, value: Json) -> None:
    """Take the value or the values of a field; what it cannot hold of these goes into the extensions."""
    if of.many:
        _hold_several(told, of, name, value)
        return
    if isinstance(value, list):
        _tolerated(told, f"a list of {len(value)} where one value is expected", "list", name)
    several = value if isinstance(value, list) else [value]
    held = _value(told, of, several[0], name) if len(several) == 1 else None
    if held is None:
        told.rest.setdefault(name, value)
    elif told.values.setdefault(of.name, held) != held:
        _twice(told, of, name, value)


def _twice(told: _Told, of: WireField, name: str, value: Json) -> None:
    """Keep in the extensions what says otherwise than what stands under the format's own name, and say so."""
    message = f"says otherwise than {of.key.name}, which it is another name of; kept in the extensions"
    at, shown = f"{told.at}{pointer(name)}", value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    told.door.say(Severity.WARNING, "name-twice", at, message, f"Say it once, as {of.key.name}", shown)
    told.rest.setdefault(name, value)


def _hold_several(told: _Told, of: WireField, name: str, value: Json) -> None:
    several = value if isinstance(value, list) else [value]
    if not isinstance(value, list):
        _tolerated(told, f"{kind_of(value)} where a list is expected; read as a list of one", "no-list", name)
    held = [_value(told, of, one, name, position) for position, one in enumerate(several)]
    if there := told.values.get(of.name, ()):
        _tolerated(told, f"stands beside {of.key.name}; joined with it, nothing twice", "name-twice", name)
    told.values[of.name] = (*there, *(one for one in held if one is not None and one not in there))
    if bad := [one for one, read in zip(several, held, strict=True) if read is None]:
        told.rest.setdefault(name, bad)


def _value(told: _Told, of: WireField, value: Json, name: str, *position: int) -> object:
    """Return one value as a field holds it, or nothing where it cannot."""
    found = _target(told, value, name, *position) if of.key.link else value
    held = _converted(told, of.python, found)
    if held is None:
        _cannot(told, of, value, name, *position)
    elif of.python in (int, float) and isinstance(value, str):
        _tolerated(told, "a number written as a text", "number-as-text", name, *position)
    elif of.python in (str, Text) and not isinstance(value, str):
        _tolerated(told, "a text written as a number", "text-as-number", name, *position)
    return held


def _cannot(told: _Told, of: WireField, value: Json, name: str, *position: int) -> None:
    """Say of a value that a field cannot hold it: an error where the format demands one."""
    shown = value if isinstance(value, str) else json.dumps(value)
    remedy = f"Write {EXPECTED.get(of.python, 'a text')}"
    severity = Severity.ERROR if of.required else Severity.WARNING
    kept = "" if of.required else "; until then it is kept in the extensions"
    at = f"{told.at}{pointer(name, *position)}"
    told.door.say(severity, "bad-value", at, f"{kind_of(value)} that {name} cannot hold", remedy + kept, shown)


def _target(told: _Told, value: Json, name: str, *position: int) -> Json:
    """Return the address that a link leads to, and keep what the link says beside it.

    A link whose address is not in the document while its identifier is leads to what has that identifier: servers
    that hand on what they fetched give it addresses of their own. Where another link of the same object leads there
    already, two servers' addresses of one identifier are two things: one is matched with the other.
    """
    if not isinstance(value, dict) or not isinstance(value.get("uri"), str):
        return value if isinstance(value, str) else None
    door, address = told.door, value["uri"]
    beside = {key: said for key, said in value.items() if key != "uri" and said is not None}
    own = "" if address in door.expected else door.identified.get(str(value.get("identifier")), "")
    if own and own not in told.values.values():
        message = f"an address from elsewhere; read as {own}, which has its identifier"
        _tolerated(told, message, "other-address", name, *position)
        beside, address = {"uri": address, **beside}, own
    _keep(told, address, beside, name, *position)
    return address


def _keep(told: _Told, address: str, beside: dict[str, Json], *steps: str | int) -> None:
    """Keep what a link says beside an address, unless another link of the object says otherwise already."""
    known = told.met.setdefault(address, beside)
    if known != beside:
        message = f"a second link to {excerpt(address)}, which says otherwise what that is; kept as the first says"
        remedy = "Say the same of it each time, or give this link the address of what it means"
        at, shown = f"{told.at}{pointer(*steps)}", json.dumps(beside, ensure_ascii=False)
        told.door.say(Severity.WARNING, "link-twice", at, message, remedy, shown)
    elif beside != told.door.expected.get(address):
        told.links[address] = beside


def _converted(told: _Told, python: type, value: Json) -> object:
    """Return a value as a type of Python holds it, or nothing where it cannot."""
    held = CONVERTED[python](value)
    if python is Text and isinstance(held, str):
        return Text(value=held, language=told.language)
    if python is Moment and held and held != value:
        told.door.say(Severity.INFO, "moment", told.at, f"a moment in another form; read as {held}", value=value)
    return held


def _tolerated(told: _Told, message: str, code: str, *steps: str | int) -> None:
    told.door.say(Severity.INFO, code, f"{told.at}{pointer(*steps)}", message)


def _made(told: _Told, model: type[R]) -> R | None:
    """Return the record of what was told."""
    if told.rest:
        told.values["extensions"] = _extensions(told)
    if told.links:
        told.values["links"] = json_text(told.links)
    try:
        return model.model_validate(told.values)
    except ValidationError as error:
        told.door.findings.extend(_lacking(told, model, error))
        return None


def _extensions(told: _Told) -> JsonText:
    """Return what has no field as text; too much of it is one literal too long for whoever reads it."""
    text = json_text(told.rest)
    if len(text) > LONGEST:
        message = f"extensions of {len(text):,} characters, where at most {LONGEST:,} are read"
        told.door.say(Severity.ERROR, "too-long", f"{told.at}/extensions", message, REMEDY, text)
    return text


def json_text(value: Json) -> JsonText:
    """Return a value of JSON as text, the same for the same value."""
    return JsonText(json.dumps(value, ensure_ascii=False, sort_keys=True))


def _lacking(told: _Told, model: type[R], error: ValidationError) -> Iterator[Finding]:
    names = {of.name: name for name, of in wire_fields(model).items()} | {"iri": "uri"}
    for fault in error.errors():
        name = names.get(str(fault["loc"][0]), str(fault["loc"][0]))
        lacks = fault["type"] == "missing"
        if lacks and name in told.rest:
            continue  # it is there, and was told to be bad
        yield Finding(
            code="missing" if lacks else "bad-value",
            severity=Severity.ERROR,
            file=told.door.file,
            path=f"{told.at}{pointer(name)}",
            value="" if lacks else excerpt(str(fault["input"])),
            message=f"{name} is missing" if lacks else f"{name} cannot be this",
            remedy=f"{model.__name__} cannot be without it; add it" if lacks else "Write it as the format says",
        )
