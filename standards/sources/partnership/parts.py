"""The tables of a declaration: the industry, the region, the members, the rule of agreement, the files."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from ontology.addresses import is_address
from ontology.frozen import Frozen
from ontology.records.record import unfit


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


def _codes(said: object) -> object:
    """Return a list of industries, where a code may stand for an industry without a title."""
    several = said if isinstance(said, list | tuple) else [said]
    return tuple({"code": str(one)} if isinstance(one, str | int) else one for one in several)


class Industry(Declared):
    """What the partnership's firms do."""

    name: str
    naics: Annotated[tuple[Code, ...], BeforeValidator(_codes)] = ()


def _several(said: object) -> object:
    """Return a list where one value may stand for a list of one."""
    return tuple(filter(None, [said])) if isinstance(said, str) else said


Words = Annotated[tuple[str, ...], BeforeValidator(_several)]
"""One text, or a list of them."""

RoleName = Literal["firm", "union", "college", "convener", "agency"]
AreaCode = Annotated[str, Field(pattern=r"^\d{7}$")]


class Place(Declared):
    """Where the partnership works.

    Parameters
    ----------
    state
        One, or all that the region has a part in.
    oews_area
        Area codes of the Occupational Employment and Wage Statistics, for instance ``5300000``: states and
        metropolitan areas, that whose pay is shown first.
    counties
        With their states, for instance ``Benton, Washington``; where one state is named, it need not be said again.
    """

    name: str
    state: Words = ()
    country: str = "US"
    oews_area: Annotated[tuple[AreaCode, ...], BeforeValidator(_several)] = ()
    counties: tuple[str, ...] = ()

    @property
    def placed_counties(self) -> tuple[str, ...]:
        """The counties, each with its state where that is known.

        Example
        -------
        >>> Place(name="Lower Columbia", state="Washington", counties=("Clark", "Multnomah, Oregon")).placed_counties
        ('Clark, Washington', 'Multnomah, Oregon')
        """
        (state,) = self.state if len(self.state) == 1 else ("",)
        return tuple(name if "," in name or not state else f"{name}, {state}" for name in self.counties)


class Member(Declared):
    """An organization that takes part.

    Parameters
    ----------
    role
        One, or several.
    employees
        Jobs that it has in the region.
    left
        The last day on which it was a member, of one that is none any more: what was reported of it until then stays.
    """

    slug: str
    name: str
    role: Annotated[tuple[RoleName, ...], BeforeValidator(_several), Field(min_length=1)]
    employees: Annotated[int | None, Field(ge=1, strict=True)] = None
    description: str = ""
    left: Annotated[date | None, Field(strict=True)] = None


def _or_all(said: object) -> object:
    return None if said == "all" else said


class Rule(Declared):
    """What the partnership takes for agreed.

    Parameters
    ----------
    firms
        How many firms must adopt a statement.
    employment
        What share of the employees of all firms these must have, above 0 to 1.
    unions
        How many unions must ratify the standard; ``None``, in the file ``all``, for all that are members.
    """

    firms: Annotated[int | None, Field(ge=1, strict=True)] = None
    employment: Annotated[float | None, Field(gt=0, le=1, strict=True)] = None
    unions: Annotated[int | None, Field(ge=0, strict=True), BeforeValidator(_or_all)] = None


class ProgramFile(Declared):
    """A college's program; what is said here stands before what its file says."""

    college: str
    path: str
    slug: str = ""
    name: str = ""
    award: str = ""
    cip_code: str = ""


OWN: Final = ("occupations", "competencies", "requirements")
"""The tables of the standard itself, which a partnership need not have before it has compared its firms' lists."""


class Files(Declared):
    """Names of the files, relative to the declaration; folders do not matter, so names must differ."""

    occupations: str = "occupations.csv"
    competencies: str = "competencies.csv"
    requirements: str = "requirements.csv"
    tasks: str = ""
    wages: str = ""
    credentials: str = ""
    apprenticeships: str = ""
    lines: str = ""
    agreement: tuple[str, ...] = ()
    outcomes: str = ""
    firms: dict[str, str] = Field(default_factory=dict)
    programs: tuple[ProgramFile, ...] = ()

    @property
    def presumed(self) -> frozenset[str]:
        """Names of the standard's own tables that are not declared: they are read where they are there."""
        return frozenset(getattr(self, table) for table in OWN if table not in self.model_fields_set)
