"""Occupations that ask for a license: in all states or most, whatever one's skills, or in some.

The list beside this module holds six-digit SOC codes, the license, how many states ask for it, the least education that
it takes where it says so, who licenses or by which rule, and when that was looked at. It names what state boards and
federal agencies (NRC, FAA, FRA, FMCSA, Coast Guard) ask for in general. It was written from general knowledge and not
checked against the law of each state, whose rules come first. A partnership's own word on an occupation overrides it.
Only what all states or most ask for stands in the way of a step; the rest is told.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from pathways.occupations.lists import rows

UNSEEN: Final = "not verified"
"""What the list says of a rule that nobody has looked up."""
ASK: Final = f"{UNSEEN}: ask there first"
"""What a reader is told of it."""


class States(StrEnum):
    """How many states ask for a license."""

    ALL = "all"
    """All of them, or the nation."""
    MOST = "most"
    SOME = "some"
    """Some of them, or for some of the work."""


@dataclass(frozen=True)
class License:
    """A license in the list.

    Parameters
    ----------
    states
        How many ask for it.
    education
        The least that it takes; empty where it does not say.
    source
        Who licenses, or the rule that says so.
    seen
        When that was looked at; `UNSEEN` where it was not.
    """

    name: str
    states: States
    education: str
    source: str
    seen: str


VARIES: Final = {
    States.ALL: "",
    States.MOST: "; in most states, not in all",
    States.SOME: "; in some states, or for some of the work",
}
"""What is said of where a license is asked for."""


@cache
def licenses() -> dict[str, License]:
    """Return the license by six-digit SOC code."""
    return {
        row["soc"]: License(row["license"], States(row["states"]), row["education"], row["source"], row["seen"])
        for row in rows("licensed_occupations.csv")
    }


def license_of(code: str) -> str:
    """Return the license that an occupation asks for in all states or most, empty where none is known.

    Parameters
    ----------
    code
        An O*NET-SOC or a SOC code.

    Example
    -------
    >>> license_of("29-1141.00")
    'registered nurse license (NCLEX-RN)'
    """
    found = licenses().get(code[:7])
    return found.name if found and found.states is not States.SOME else ""


def some_license_of(code: str) -> str:
    """Return the license that some states ask for, or that some of the work takes; empty where none is known.

    Example
    -------
    >>> some_license_of("29-2081.00"), some_license_of("29-1141.00")
    ('state optician license', '')
    """
    found = licenses().get(code[:7])
    return found.name if found and found.states is States.SOME else ""


def least_education(code: str) -> str:
    """Return the least education that the license of an occupation takes, empty where that is not known.

    Example
    -------
    >>> least_education("29-1242.00"), least_education("53-3032.00")
    ('a doctoral or professional degree', '')
    """
    found = licenses().get(code[:7])
    return found.education if found and found.states is not States.SOME else ""


def licensed_by(code: str) -> str:
    """Return who licenses an occupation, or by which rule, and whether anybody looked; empty where none is known.

    Example
    -------
    >>> licensed_by("29-1141.00")
    'State nursing practice acts and boards of nursing; NCSBN (not verified: ask there first)'
    >>> licensed_by("33-9032.00")
    'State agencies that license private security; in most states, not in all (not verified: ask there first)'
    """
    found = licenses().get(code[:7])
    if not found:
        return ""
    said = f"{found.source}{VARIES[found.states]}"
    return f"{said} ({ASK})" if found.seen == UNSEEN else f"{said} (seen {found.seen})"


@dataclass(frozen=True)
class Service:
    """Time served elsewhere that a license asks for.

    Parameters
    ----------
    after
        Whose work comes first, as beginnings of SOC codes.
    rule
        That says so.
    """

    after: tuple[str, ...]
    rule: str


NO_SERVICE: Final = Service((), "")


@cache
def services() -> dict[str, Service]:
    """Return whose work comes first, as beginnings of SOC codes, by the six-digit code of who is licensed for it.

    Some licenses ask for time served in other work, or for another license: nobody passes from trucks to ships by an
    examination. The list names the rule that says so. Where that holds for one special form only, or only for the base,
    its O*NET code stands in the place of that of the SOC.
    """
    listed = rows("licenses_after_service.csv")
    return {row["soc"]: Service(tuple(row["after"].split()), row["source"]) for row in listed}


def _service(code: str) -> Service:
    return services().get(code) or services().get(code[:7], NO_SERVICE)


def served_in(code: str) -> tuple[str, ...]:
    """Return the beginnings of the SOC codes of those who may get the license of an occupation; empty where all may.

    Example
    -------
    >>> served_in("53-2011.00"), served_in("53-2012.00")
    (('53-2012',), ())
    """
    return _service(code).after


def rule_of_service(code: str) -> str:
    """Return the rule by which a license asks for time served elsewhere; empty where it asks for none.

    Example
    -------
    >>> rule_of_service("29-1151.00")
    'State nursing practice acts: a registered nurse license first'
    """
    return _service(code).rule


def license_field(license_: str) -> str:
    """Return the first words of a license, which those that build on one another share.

    Example
    -------
    >>> license_field("registered nurse license (NCLEX-RN)")
    'registered nurse license'
    """
    return " ".join(license_.split()[:3])
