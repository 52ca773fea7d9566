"""What a knowledge base would lose by an import that takes the place of a stored release."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from ontology.records import Release, SourceFile
from ontology.report import Finding, Severity
from ontology.store import KnowledgeBase

OWN: Final = ("partnership", "program", "sheet")
"""Readers of what people write themselves, who may well have dropped a file. What an office publishes in several files
loses one only where not all were named."""

MUCH_SHORTER: Final = 0.8
"""The share of its former rows below which a table is worth a warning."""


def losses(base: KnowledgeBase, release: Release, files: Iterable[SourceFile]) -> Iterator[Finding]:
    """Yield a finding for each file of the stored release that is missing, or much longer there than here."""
    name = f"{release.source} {release.version}"
    before = [r for r in base.releases() if (r.source, r.version) == (release.source, release.version)]
    now = {_table_name(file): file for file in files}
    for old in (file for stored in before for file in base.files(stored) if file.kept):
        new = now.get(_table_name(old))
        if new is None:
            yield _missing(release, name, old)
        elif new.kept < MUCH_SHORTER * old.kept:
            yield _shorter(name, old, new)


def _missing(release: Release, name: str, file: SourceFile) -> Finding:
    own = release.reader in OWN
    again = f"Name all files of {name} in one command, or take the stored ones out first: ladderworks remove"
    return Finding(
        code="missing-file",
        severity=Severity.WARNING if own else Severity.ERROR,
        file=file.name,
        message=f"the stored {name} had this file, with {_rows(file.kept)}, and this import lacks it",
        remedy=_REPLACED if own else f'{again} "{release.source}@{release.version}"',
    )


_REPLACED: Final = "What it had before is replaced; if that was not meant, import the whole release again"


def _shorter(name: str, old: SourceFile, new: SourceFile) -> Finding:
    are = "is" if new.kept == 1 else "are"
    return Finding(
        code="fewer-rows",
        severity=Severity.WARNING,
        file=new.name,
        message=f"{_rows(new.kept)} of it {are} imported; the stored {name} had {_rows(old.kept)}",
        remedy=_REPLACED,
    )


def _rows(number: int) -> str:
    return f"{number:,} row{'' if number == 1 else 's'}"


def _table_name(file: SourceFile) -> str:
    """Return the name of a file without what says its form: a table may come as text once and as a workbook then."""
    return Path(file.name.removesuffix(".gz")).stem.casefold()
