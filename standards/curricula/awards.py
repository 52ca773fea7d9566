"""Awards and CIP codes in the titles of programs: ``Industrial Maintenance Technician AAS-T  (CIP 47.0303)``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

import polars as pl

_CIP: Final = re.compile(
    r"[\s,;|\-\u2013\u2014]*[(\[]?\s*\bCIP\b(?:\s+20\d\d)?(?:\s+code)?\s*[:#=]?\s*(?P<code>\d{2}\.\d{4})\s*[)\]]?",
    re.IGNORECASE,
)
_LETTERS: Final = (
    r"A\.?A\.?S\.?(?:-T)?|A\.?A\.?(?:-DTA)?|A\.?S\.?(?:-T)?|ATA|AAA|AFA|AOS|B\.?A\.?S\.?(?:-T)?|B\.?A\.?|B\.?S\.?(?:N)?"
)
_WORDS: Final = (
    r"(?i:(?:associate|bachelor)(?:'s|s)?\s+(?:of|in)\s+(?:applied\s+)?(?:arts?|sciences?|technology)"
    r"(?:\s*[\-\u2013\u2014]\s*(?:T|transfer))?"
    r"|certificate(?:\s+of\s+(?:completion|proficiency|achievement|accomplishment|competency|specialization))?|diploma)"
)
_AWARD: Final = re.compile(
    rf"(?:\s*[,(\[]\s*|\s+[\-\u2013\u2014]\s+|\s+)(?P<award>{_LETTERS}|{_WORDS})(?i:\s+degree)?"
    r"\s*[)\]]?(?=\s*(?:[,(\[|\-\u2013\u2014]|$|(?i:program|course|curriculum|student|learning|degree|outcomes?)\b|\d{4}))"
)
"""An award behind a name: alone, in brackets, or before what says what a table is."""

_PAIRS: Final = {")": "(", "]": "["}
_EDGES: Final = " \t:,-\u2013\u2014"


@dataclass(frozen=True)
class ProgramTitle:
    """What a title says of a program; empty what it does not say."""

    name: str
    award: str = ""
    cip: str = ""


def in_title(title: str) -> ProgramTitle:
    """Return the name, the award and the CIP code that a title says.

    Example
    -------
    >>> in_title("Industrial Maintenance Technician AAS-T  (CIP 47.0303)")
    ProgramTitle(name='Industrial Maintenance Technician', award='AAS-T', cip='47.0303')
    >>> in_title("Wind Energy (Offshore), Certificate of Completion").award
    'Certificate of Completion'
    >>> in_title("Certificate Programs in Welding")
    ProgramTitle(name='Certificate Programs in Welding', award='', cip='')
    """
    code = _CIP.search(title)
    rest = f"{title[: code.start()]} {title[code.end() :]}" if code else title
    found = _AWARD.search(rest)
    if not (code or found):
        return ProgramTitle(title)
    rest = _AWARD.sub(" ", rest)
    return ProgramTitle(whole(" ".join(rest.split())), found["award"] if found else "", code["code"] if code else "")


def apart(frame: pl.DataFrame) -> pl.DataFrame:
    """Return lines with the award and the CIP code taken out of the names of programs, where no column has them.

    Example
    -------
    >>> lines = pl.DataFrame({"program": ["Welding AAS"], "award": [None], "cip": ["48.0508"]})
    >>> apart(lines).row(0)
    ('Welding', 'AAS', '48.0508')
    """
    said = {name: in_title(name) for name in frame["program"].drop_nulls().unique()}
    awards = {name: title.award for name, title in said.items() if title.award}
    codes = {name: title.cip for name, title in said.items() if title.cip}
    named = pl.col("program")
    return frame.with_columns(
        named.replace({name: title.name for name, title in said.items()}).alias("program"),
        pl.col("award").cast(pl.String).fill_null(named.replace_strict(awards, default=None, return_dtype=pl.String)),
        pl.col("cip").cast(pl.String).fill_null(named.replace_strict(codes, default=None, return_dtype=pl.String)),
    )


def whole(name: str) -> str:
    """Return a name without marks at its ends and without half a pair of brackets.

    Example
    -------
    >>> whole("Mechanic (Millwright) -"), whole("(Welding)"), whole("Welding (revised"), whole("Welding)")
    ('Mechanic (Millwright)', 'Welding', 'Welding', 'Welding')
    """
    name = name.strip(_EDGES)
    opened: list[int] = []
    for at, letter in enumerate(name):
        if letter in _PAIRS.values():
            opened.append(at)
        elif letter in _PAIRS and (not opened or name[opened.pop()] != _PAIRS[letter]):
            return whole(name[:at] + name[at + 1 :])
    if opened:
        return whole(name[: opened[0]])
    return whole(name[1:-1]) if _is_in_brackets(name) else name


def _is_in_brackets(name: str) -> bool:
    return bool(re.fullmatch(r"\([^()]*\)|\[[^\[\]]*\]", name))
