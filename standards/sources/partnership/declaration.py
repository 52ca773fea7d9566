"""The declaration of a partnership, ``partnership.toml``: who takes part, where, and which files belong to it."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from difflib import get_close_matches
from itertools import chain
from pathlib import PurePosixPath

from pydantic import ValidationError, field_validator

from ontology.errors import RefusedError, UnreadableError
from ontology.identifiers import slug
from ontology.report import Finding, Report, Severity
from standards.archives import ArchivedFile
from standards.membership import former
from standards.sources.partnership.mistakes import mistakes
from standards.sources.partnership.parts import (
    Address,
    Code,
    Declared,
    Files,
    Industry,
    Member,
    Place,
    ProgramFile,
    RoleName,
    Rule,
)


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
    merges
        Slugs of the partnerships that go on in it.
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
    agreement: Rule | None = None
    merges: tuple[str, ...] = ()
    files: Files = Files()

    @field_validator("slug")
    @classmethod
    def _is_slug(cls, value: str) -> str:
        if value != slug(value):
            message = f"Write {slug(value)!r}, or other small Latin letters, digits and hyphens"
            raise ValueError(message)
        return value

    @property
    def present(self) -> tuple[Member, ...]:
        """The organizations without those that have left."""
        return tuple(one for one in self.organizations if one.left is None)

    @property
    def left(self) -> dict[str, date]:
        """The organizations that have left, by slug, each with its last day as a member."""
        return {one.slug: one.left for one in self.organizations if one.left}

    def members(self, role: RoleName) -> list[Member]:
        """Return the members of a role."""
        return [member for member in self.present if role in member.role]

    @property
    def unions_asked(self) -> int | None:
        """How many unions must ratify the standard; nothing where no rule is declared."""
        if self.agreement is None:
            return None
        asked = self.agreement.unions
        return len(self.members("union")) if asked is None else asked

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
    "agreement": Rule,
    "files": Files,
    "files.programs": ProgramFile,
}
"""The tables of the file, by their names."""

DAY = re.compile(r"\s*(left\s*=|[\w-]+\s*=\s*\d+[./-]\d+[./-]\d+)")
"""A line that cannot be read and is to hold a day, by its key or its value."""

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
    found = Report(chain(_strangers(file.name, declaration), _untenable(file.name, declaration)))
    if found.refused:
        raise RefusedError(found)
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


def _untenable(file: str, declaration: Declaration) -> Iterator[Finding]:
    """Yield an error for each thing in a declaration that cannot be together with the rest of it."""
    yield from _twice(file, declaration)
    yield from _unplaced(file, declaration.region)
    yield from _misplaced_leavers(file, declaration, datetime.now(UTC).date())
    if declaration.slug in declaration.merges:
        remedy = "Name the partnerships that go on in this one, or give this one a slug of its own"
        yield _wrong(file, "merges", declaration.slug, "is this partnership itself", remedy)
    if declaration.agreement:
        yield from _unmet(file, declaration, declaration.agreement)


def _twice(file: str, declaration: Declaration) -> Iterator[Finding]:
    """Yield the members that are declared more than once."""
    counted = Counter(member.slug for member in declaration.organizations)
    for twice in (member for member, number in counted.items() if number > 1):
        remedy = 'Keep one; a member of several roles has them in a list: role = ["firm", "agency"]'
        yield _wrong(file, "organizations.slug", twice, "is the slug of several organizations", remedy)


def _misplaced_leavers(file: str, declaration: Declaration, today: date) -> Iterator[Finding]:
    """Yield the members that have not left yet, and the lists of those that have."""
    for leaver, day in declaration.left.items():
        if day > today:
            remedy = f"Leave the line out until {leaver} has left"
            yield _wrong(file, "organizations.left", f"{day}", f"is after {today}, the day of this import", remedy)
        elif leaver in declaration.files.firms:
            message = f"{former(day)}: its list is not compared"
            remedy = "Take its line out of [files.firms], or `left` out of its table where it is a member"
            yield _wrong(file, "files.firms", leaver, message, remedy)


def _unplaced(file: str, region: Place | None) -> Iterator[Finding]:
    """Yield the counties of which nobody can tell in which of several states they are."""
    states = region.state if region else ()
    for name in (one for one in (region.counties if region else ()) if "," not in one and len(states) > 1):
        remedy = f"Write it with its state: {name}, {states[0]}"
        yield _wrong(file, "region.counties", name, f"may be in {' or '.join(states)}", remedy)


def _unmet(file: str, declaration: Declaration, rule: Rule) -> Iterator[Finding]:
    """Yield what of a rule can never be met with the members that are declared."""
    firms, unions = declaration.members("firm"), declaration.members("union")
    for key, asked, there in (("firm", rule.firms, len(firms)), ("union", rule.unions, len(unions))):
        if asked is not None and asked > there:
            message = f"can never be met: there {'is' if there == 1 else 'are'} {there} in [[organizations]]"
            remedy = f"Write {there} or fewer, or add the {key}s that are missing" if there else f"Add the {key}s"
            yield _wrong(file, f"agreement.{key}s", str(asked), message, remedy)
    if rule.employment and not any(firm.employees for firm in firms):
        message = "can never be met: the employees of no firm are known"
        remedy = "Write employees = N for the firms in [[organizations]], or leave the share out of the rule"
        yield _wrong(file, "agreement.employment", f"{rule.employment:g}", message, remedy)


def _wrong(file: str, key: str, value: str, message: str, remedy: str) -> Finding:
    return Finding(
        code="untenable-declaration",
        severity=Severity.ERROR,
        file=file,
        column=key,
        value=value,
        message=message,
        remedy=remedy,
    )


def doubtful(file: str, declaration: Declaration) -> Iterator[Finding]:
    """Yield a warning for each firm whose employees a rule asks for and the declaration does not say."""
    share = declaration.agreement.employment if declaration.agreement else None
    for firm in declaration.members("firm") if share else ():
        if firm.employees is None:
            yield Finding(
                code="unknown-employment",
                severity=Severity.WARNING,
                file=file,
                column="organizations.employees",
                value=firm.slug,
                message="has no number of employees, so the share in [agreement] is of those of the other firms",
                remedy="Write employees = N, its jobs in the region",
            )


def _unread(file: ArchivedFile, error: ValueError) -> str:
    """Return what is wrong with a file that is no TOML, with the line where it shows."""
    place = re.search(r"\(at line (\d+)", str(error))
    if place is None:
        return f"{error}; mend it, in UTF-8"
    line = file.read().decode("utf-8").splitlines()[int(place[1]) - 1 :][:1]
    shown = f"line {place[1]} is {''.join(line).strip()!r}"
    if DAY.match("".join(line)):
        return f"{shown}, which is no day; write year, month and day, without quotation marks, as in left = 2026-11-22"
    if str(error).startswith("Invalid value"):
        return f'{shown}; put straight quotes around the text, as in name = "Harbor Trades Panel"'
    return f"{shown}: {error}; mend it"


def base_name(path: str) -> str:
    """Return the name of a file without its folders."""
    return PurePosixPath(path).name
