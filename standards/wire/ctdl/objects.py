"""Objects of CTDL that stand within others: alignments, conditions, durations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from ontology.records import Text
from standards.json_documents import Json
from standards.wire.uuids import uuid_of

Node = dict[str, Json]
"""An object of a graph in JSON-LD, in the names of CTDL."""

VOCABULARIES: Final = "https://purl.org/ctdl/vocabs/"
"""Of CTDL's own concepts: written out, for the context of CTDL-ASN has no prefixes for them."""


def ctid(iri: str) -> str:
    """Return the identifier that the Credential Registry wants, which follows from an address.

    Example
    -------
    >>> ctid("https://credentialengineregistry.org/resources/ce-036d082d-d80e-41a7-99a0-2d63a4ad3a4a")
    'ce-036d082d-d80e-41a7-99a0-2d63a4ad3a4a'
    """
    return f"ce-{uuid_of(iri)}"


def words(*texts: Text | str | None) -> Json:
    """Return texts as CTDL has them, by their languages; those without one that is known are in English.

    Example
    -------
    >>> words(Text(value="Weld", language="en-us")), words("Weld", "Solder"), words(None)
    ({'en-us': 'Weld'}, {'en': ['Weld', 'Solder']}, None)
    """
    found: dict[str, list[str]] = {}
    for one in texts:
        if one:
            text = one if isinstance(one, Text) else Text(value=one)
            found.setdefault(text.language, []).append(text.value)
    return {tag: said[0] if len(said) == 1 else said for tag, said in found.items()} or None


def filled(said: Mapping[str, Json]) -> Node:
    """Return an object without the names that nothing is said of."""
    return {name: value for name, value in said.items() if value not in (None, [], {})}


def resource(iri: str, kind: str, said: Mapping[str, Json]) -> Node:
    """Return a resource of its own, with its identifier."""
    return filled({"@id": iri, "@type": kind, "ceterms:ctid": ctid(iri), **said})


def alignment(
    target: str | None,
    name: Text | str,
    *,
    code: str | None = None,
    description: str | None = None,
    framework: tuple[str | None, Text | str] | None = None,
    weight: float | None = None,
) -> Node:
    """Return an alignment with something that a framework or a vocabulary lists.

    Parameters
    ----------
    framework
        Its address, where it has one, and its title.
    weight
        0 to 1.
    """
    address, title = framework or (None, None)
    return filled(
        {
            "@type": "ceterms:CredentialAlignmentObject",
            "ceterms:targetNode": target,
            "ceterms:targetNodeName": words(name),
            "ceterms:targetNodeDescription": words(description),
            "ceterms:codedNotation": code,
            "ceterms:framework": address,
            "ceterms:frameworkName": words(title),
            "ceterms:weight": weight,
        }
    )


def concept(vocabulary: str, name: str, label: str) -> Node:
    """Return an alignment with a concept of one of CTDL's own vocabularies."""
    return alignment(f"{VOCABULARIES}{vocabulary}/{name}", label)


def condition(name: str, description: Text | str, **targets: Sequence[Json]) -> Node:
    """Return a condition.

    Parameters
    ----------
    targets
        What it asks for, by the end of the property's name: ``Competency=[...]``.
    """
    asked = {f"ceterms:target{kind}": [*said] for kind, said in targets.items()}
    head = {"@type": "ceterms:ConditionProfile", "ceterms:name": words(name), "ceterms:description": words(description)}
    return filled({**head, **asked})


def organization(name: str) -> Node:
    """Return an organization of which only its name is known."""
    return {"@type": "ceterms:Organization", "ceterms:name": words(name)}


def lasting(name: str, duration: str | None, what: str) -> Node | None:
    """Return how long something takes, if that is known.

    Parameters
    ----------
    name
        Of the property: ``exactDuration`` from beginning to end, ``timeRequired`` the time spent on it.
    what
        Of which part of it.
    """
    if duration is None:
        return None
    return {"@type": "ceterms:DurationProfile", f"ceterms:{name}": duration, "ceterms:description": words(what)}


def months(number: float | None) -> str | None:
    """Return months as ISO 8601 has them, whole ones.

    Example
    -------
    >>> months(48), months(18), months(2), months(None)
    ('P4Y', 'P1Y6M', 'P2M', None)
    """
    if number is None:
        return None
    years, rest = divmod(round(number), 12)
    return f"P{f'{years}Y' if years else ''}{f'{rest}M' if rest or not years else ''}"


def hours(number: float | None) -> str | None:
    """Return hours as ISO 8601 has them, to the minute.

    Example
    -------
    >>> hours(8000), hours(7.5), hours(0.25), hours(None)
    ('PT8000H', 'PT7H30M', 'PT15M', None)
    """
    if number is None:
        return None
    whole, minutes = divmod(round(number * 60), 60)
    return f"PT{f'{whole}H' if whole or not minutes else ''}{f'{minutes}M' if minutes else ''}"


def present(found: Iterable[Node | None]) -> list[Node]:
    """Return the objects that there are."""
    return [one for one in found if one]
