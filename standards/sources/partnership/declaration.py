"""The declaration of a partnership, ``partnership.toml``: who takes part, where, and which files belong to it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import PurePosixPath
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, ValidationError, field_validator

from ontology.addresses import is_address
from ontology.errors import RefusedError, UnreadableError
from ontology.frozen import Frozen
from ontology.identifiers import slug
from ontology.records.record import unfit
from ontology.report import Finding, Report, Severity
from standards.archives import ArchivedFile
from standards.sources.partnership.mistakes import mistakes


def _page(text: str) -> str:
    if not text or is_address(text):
        return text
    form = "of an address"
    raise unfit(form)


Address = Annotated[str, AfterValidator(_page)]
"""Of a page, or nothing."""


class Declared(Frozen):
    """A table of the file; a key that is not known is an error."""


class Code(Declared):
    """An industry by its NAICS code."""

    code: str
    title: str = ""


class Industry(Declared):
    """What the partnership's firms do."""

    name: str
    naics: tuple[Code, ...] = ()


class Place(Declared):
    """Where the partnership works.

    Parameters
    ----------
    oews_area
        Area code of the Occupational Employment and Wage Statistics, for instance ``5300000``.
    """

    name: str
    state: str = ""
    country: str = "US"
    oews_area: str = Field(default="", pattern=r"^(\d{7})?$")
    counties: tuple[str, ...] = ()


class Member(Declared):
    """An organization that takes part."""

    slug: str
    name: str
    role: Literal["firm", "union", "college", "convener", "agency"]
    description: str = ""


class ProgramFile(Declared):
    """A college's program; what is said here stands before what its file says."""

    college: str
    path: str
    slug: str = ""
    name: str = ""
    award: str = ""
    cip_code: str = ""


class Files(Declared):
    """Names of the files, relative to the declaration; folders do not matter, so names must differ."""

    occupations: str = "occupations.csv"
    competencies: str = "competencies.csv"
    requirements: str = "requirements.csv"
    wages: str = ""
    credentials: str = ""
    apprenticeships: str = ""
    lines: str = ""
    outcomes: str = ""
    firms: dict[str, str] = Field(default_factory=dict)
    programs: tuple[ProgramFile, ...] = ()


class Declaration(Declared):
    """A partnership as its convener declares it.

    Parameters
    ----------
    version
        Of its data, for instance a date or ``draft``.
    attribution
        Whose data its files hold beside its own, and under what terms; shown wherever they are.
    fictional
        Whether it is invented, as an example is.
    """

    name: str
    slug: str
    version: str = "draft"
    description: str = ""
    fictional: bool = False
    language: str = "en"
    website: Address = ""
    license: Address = ""
    attribution: str = ""
    industry: Industry | None = None
    region: Place | None = None
    organizations: tuple[Member, ...] = ()
    files: Files = Files()

    @field_validator("slug")
    @classmethod
    def _is_slug(cls, value: str) -> str:
        if value != slug(value):
            message = f"Write {slug(value)!r}, or other small Latin letters, digits and hyphens"
            raise ValueError(message)
        return value

    @property
    def tag(self) -> str:
        """The language without its region, as labels are tagged: ``en`` of ``en-US``."""
        return self.language.split("-", maxsplit=1)[0].lower()


TABLES: dict[str, type[Declared]] = {
    "": Declaration,
    "industry": Industry,
    "industry.naics": Code,
    "region": Place,
    "organizations": Member,
    "files": Files,
    "files.programs": ProgramFile,
}
"""The tables of the file, by their names."""

KEYS = {table: tuple(kind.model_fields) for table, kind in TABLES.items()}
"""What may stand in each table of the file."""


def read_declaration(file: ArchivedFile) -> Declaration:
    """Read the declaration.

    Raises
    ------
    UnreadableError
        Where it is not TOML.
    RefusedError
        Where a key is missing, unknown or wrong, or a file is that of no member.
    """
    try:
        declaration = Declaration.model_validate(tomllib.loads(file.read().decode("utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        message = f"{file.name} cannot be read: {_unread(file, error)}"
        raise UnreadableError(message) from error
    except ValidationError as error:
        raise RefusedError(Report(mistakes(file.name, error, KEYS))) from error
    strangers = Report(_strangers(file.name, declaration))
    if strangers.refused:
        raise RefusedError(strangers)
    return declaration


def _strangers(file: str, declaration: Declaration) -> Iterator[Finding]:
    """Yield an error for each firm and college whose file is named and that is no member."""
    members = [member.slug for member in declaration.organizations]
    named = [("files.firms", slug) for slug in declaration.files.firms]
    named += [("files.programs.college", program.college) for program in declaration.files.programs]
    for key, stranger in named:
        if stranger not in members:
            near = get_close_matches(stranger, members, n=1)
            meant = f"Write {near[0]!r} if that is meant, or add" if near else "Add"
            yield Finding(
                code="unknown-member",
                severity=Severity.ERROR,
                file=file,
                column=key,
                value=stranger,
                message="is the slug of no organization in [[organizations]]",
                remedy=f"{meant} the organization there",
            )


def _unread(file: ArchivedFile, error: ValueError) -> str:
    """Return what is wrong with a file that is no TOML, with the line where it shows."""
    place = re.search(r"\(at line (\d+)", str(error))
    if place is None:
        return f"{error}; mend it, in UTF-8"
    line = file.read().decode("utf-8").splitlines()[int(place[1]) - 1 :][:1]
    shown = f"line {place[1]} is {''.join(line).strip()!r}"
    if str(error).startswith("Invalid value"):
        return f'{shown}; put straight quotes around the text, as in name = "Harbor Trades Panel"'
    return f"{shown}: {error}; mend it"


def base_name(path: str) -> str:
    """Return the name of a file without its folders."""
    return PurePosixPath(path).name
