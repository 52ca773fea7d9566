"""The settings of one installation, read once from the environment."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Self

from pydantic import ValidationError

from ontology.endpoint import Bounds
from ontology.errors import InputError, UnsupportedError
from ontology.identifiers import DEFAULT_BASE, Identifiers

ANY: Final = "*"
"""Stands for every origin."""

ORIGIN: Final = re.compile(r"https?://[a-z0-9.\-]+(:[0-9]{1,5})?")
"""Scheme, host and port, as browsers send them."""


@dataclass(frozen=True)
class Settings:
    """Where the knowledge base is and under which address it is published.

    Parameters
    ----------
    knowledge_base
        Folder of the knowledge base; it need not be there yet.
    identifiers
        Mints addresses under the base that is set.
    releases
        Folders, zips and files that releases were imported from, in which figures are traced to their rows.
    bounds
        Of the queries of anybody.
    origins
        Of the pages elsewhere that may read what is open to all, in browsers: ``https://host``, or ``*`` for any.
    demonstration
        Whether to answer from the embedded example and the standard that its panel published, whatever is imported.
    """

    knowledge_base: Path
    identifiers: Identifiers
    releases: tuple[Path, ...] = ()
    bounds: Bounds = field(default_factory=Bounds)
    origins: tuple[str, ...] = (ANY,)
    demonstration: bool = False

    @classmethod
    def read(cls, environment: Mapping[str, str] = os.environ) -> Self:
        """Read the variables that begin with ``LADDERWORKS_``, or take their defaults.

        Raises
        ------
        UnsupportedError
            Where the knowledge base is an address and not a folder.
        InputError
            Where the base address is none, a bound of queries no number that it may be, or an origin none.

        Example
        -------
        >>> Settings.read({"LADDERWORKS_KB": "knowledge"}).identifiers.base
        'http://localhost:8000'
        """
        identifiers = _identifiers(environment.get("LADDERWORKS_BASE_IRI") or DEFAULT_BASE)
        named = environment.get("LADDERWORKS_RELEASES", "").split(os.pathsep)
        releases = tuple(Path(path).expanduser() for path in named if path)
        return cls(_folder(environment), identifiers, releases, _bounds(environment), _origins(environment))


def _origins(environment: Mapping[str, str]) -> tuple[str, ...]:
    """Return the origins that ``LADDERWORKS_ORIGINS`` names with commas between; ``none`` for none."""
    named = tuple(name.strip() for name in (environment.get("LADDERWORKS_ORIGINS") or ANY).split(","))
    if named == ("none",):
        return ()
    if strange := [name for name in named if name != ANY and not ORIGIN.fullmatch(name)]:
        message = (
            f"LADDERWORKS_ORIGINS has {strange[0]!r}, which is no origin; write http(s)://host with a port where need "
            "be, with commas between several, * for any, or none"
        )
        raise InputError(message)
    return named


def _bounds(environment: Mapping[str, str]) -> Bounds:
    """Return the bounds of queries: ``LADDERWORKS_SPARQL_SECONDS`` and so on."""
    names = {field: f"LADDERWORKS_SPARQL_{field.upper()}" for field in Bounds.model_fields}
    named = {field: environment[name] for field, name in names.items() if environment.get(name)}
    try:
        return Bounds.model_validate(named)
    except ValidationError as error:
        field = str(error.errors()[0]["loc"][0])
        message = f"{names[field]} is {named[field]!r}: {error.errors()[0]['msg']}"
        raise InputError(message) from None


def _folder(environment: Mapping[str, str]) -> Path:
    named = environment.get("LADDERWORKS_KB", "")
    if re.match(r"[a-z+]+://", named):
        message = (
            f"LADDERWORKS_KB is {named!r}: a SPARQL server cannot hold the knowledge base yet. Name a folder there, "
            "or leave it unset for the one in your data folder"
        )
        raise UnsupportedError(message)
    return Path(named).expanduser() if named else _data_folder(environment) / "ladderworks" / "ladderworks-kb"


def _data_folder(environment: Mapping[str, str]) -> Path:
    """Return the user's data folder, as the XDG base directory specification has it."""
    named = environment.get("XDG_DATA_HOME", "")
    return Path(named) if named.startswith("/") else Path("~/.local/share").expanduser()


def _identifiers(base: str) -> Identifiers:
    try:
        return Identifiers(base=base)
    except ValidationError:
        message = f"LADDERWORKS_BASE_IRI is {base!r}, which is no web address; write it as http(s)://host"
        raise InputError(message) from None
