"""The report: what was found wrong with an input, row by row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Final

from ontology.frozen import Frozen

NUMBER = re.compile(r"(?<!\w)\d[\d,.]*")


EXCERPT: Final = 60
"""Characters of a value that a finding shows, as a rule."""


def excerpt(value: str, longest: int = EXCERPT) -> str:
    """Return a value, or its beginning and an ellipsis where it has more characters than that.

    Example
    -------
    >>> excerpt("weld pipes"), excerpt("weld pipes", 4)
    ('weld pipes', 'weld…')
    """
    return value if len(value) <= longest else f"{value[:longest]}…"


def sentence(words: str) -> str:
    """Return words with a full stop, where they do not end in one.

    Example
    -------
    >>> sentence("Agreed by Tug Co."), sentence("Agreed by Tug")
    ('Agreed by Tug Co.', 'Agreed by Tug.')
    """
    return words if words.endswith((".", "!", "?")) else f"{words}."


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    """The input is refused as long as it stands."""
    WARNING = "warning"
    """The row is left out or read with a tolerance, and the rest goes on."""
    UNKNOWN = "unknown"
    """It cannot be told from here whether this is right."""
    INFO = "info"
    """Worth knowing; nothing is wrong."""


class Finding(Frozen):
    """One thing found: the value, its place and the remedy.

    Parameters
    ----------
    code
        Stable name of the rule, in kebab case, for instance ``unknown-code``.
    row
        Number of the row as a spreadsheet shows it: the header is row 1.
    node, path
        In a graph: the address of what it is about, or the code that people know it by, and the property, for
        instance ``lw:importance``.
    rule
        Who asks for it, where the rule is not our own, for instance ``SKOS Reference, S14``.
    """

    code: str
    severity: Severity
    message: str
    remedy: str = ""
    file: str = ""
    row: int | None = None
    column: str = ""
    node: str = ""
    path: str = ""
    value: str = ""
    rule: str = ""

    def __str__(self) -> str:
        row = f"row {self.row}" if self.row is not None else ""
        place = ", ".join(part for part in (self.file, row, self.column, self.node, self.path) if part)
        value = f" ({self.value!r})" if self.value else ""
        remedy = f" {self.remedy}" if self.remedy else ""
        rule = f" [{self.rule}]" if self.rule else ""
        return ": ".join(
            part for part in (self.severity, place, f"{sentence(self.message + value)}{remedy}{rule}") if part
        )


LONG: Final = 150
"""Characters of the value of a finding that stands for others."""

SAME: Final = 3
"""Warnings alike, at most, that have a line each where findings are few."""

JUDGED: Final = {Severity.UNKNOWN: " (for you to judge)"}
"""What a severity asks of the reader, where its word does not say it."""


class Report:
    """Findings in the order in which they were made."""

    def __init__(self, findings: Iterable[Finding] = ()) -> None:
        self._findings = list(findings)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._findings)

    def __len__(self) -> int:
        return len(self._findings)

    def add(self, finding: Finding) -> None:
        """Append one finding."""
        self._findings.append(finding)

    def extend(self, findings: Iterable[Finding]) -> None:
        """Append findings, for instance those of another report."""
        self._findings.extend(findings)

    def of(self, severity: Severity) -> list[Finding]:
        """Return the findings of one severity."""
        return [finding for finding in self._findings if finding.severity is severity]

    @property
    def refused(self) -> bool:
        """Whether any finding is an error."""
        return any(finding.severity is Severity.ERROR for finding in self._findings)

    def summary(self, most: int = 5) -> str:
        """Return a count by severity and the first findings, the gravest first.

        Where there are more findings than lines, those that differ only in their row and value share one; warnings
        and what is less also where they differ in their file, column or numbers. What is only worth knowing always
        does, and so do warnings of which more than `SAME` are alike.

        Parameters
        ----------
        most
            How many lines to give to findings.
        """
        counts = Counter(finding.severity for finding in self._findings)
        head = ", ".join(_counted(counts[s], s) for s in Severity if counts[s]) or "no findings"
        alike = self.alike(most)
        lines = [f"  {_example(same)}{_others(same)}" for same in alike[:most]]
        if rest := sum(map(len, alike[most:])):
            lines.append(f"  … and {rest:,} more")
        return "\n".join([head, *lines])

    def alike(self, most: int) -> list[list[Finding]]:
        """Return the findings that share a line of the summary, the gravest first."""
        few = len(self._findings) <= most
        gravest = sorted(self._findings, key=lambda f: list(Severity).index(f.severity))
        return [part for same in _alike(gravest) for part in ([[f] for f in same] if few and _apart(same) else [same])]


def _apart(same: Sequence[Finding]) -> bool:
    """Whether findings alike have a line each where there are few: every error has, for people mend each."""
    severity = same[0].severity
    return severity is Severity.ERROR or (severity is not Severity.INFO and len(same) <= SAME)


def _counted(number: int, severity: Severity) -> str:
    """Return a number of findings of one severity; some have a plural, and what the word does not say stands behind."""
    many = number != 1 and severity in (Severity.ERROR, Severity.WARNING)
    return f"{number} {severity}{'s' if many else JUDGED.get(severity, '')}"


def _alike(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Return findings by what they say of which file, each group where its first one stands."""
    groups: dict[tuple[str, ...], list[Finding]] = {}
    for found in findings:
        place = (found.file, found.column, found.message) if found.severity is Severity.ERROR else ()
        said, path = NUMBER.sub("0", found.message), NUMBER.sub("0", found.path)
        groups.setdefault((found.severity, found.code, path, said, found.remedy, *place), []).append(found)
    return list(groups.values())


def _example(same: Sequence[Finding]) -> Finding:
    """Return the first of findings alike; where it stands for more, a long value is cut short."""
    first = same[0]
    return first.model_copy(update={"value": excerpt(first.value, LONG)}) if len(same) > 1 else first


def _others(same: Sequence[Finding]) -> str:
    """Return how many findings the first one stands for, and in how many files."""
    if len(same) == 1:
        return ""
    files = len({found.file for found in same})
    return f" (the first of {len(same):,}{f', in {files:,} files' if files > 1 else ''})"
