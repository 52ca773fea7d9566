"""What a knowledge base would lose by an import that takes the place of a stored release."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from ontology.records import Release, SourceFile
from ontology.report import Finding, Severity
from ontology.store import KnowledgeBase

MUCH_SHORTER: Final = 0.8
"""The share of its former rows below which a table is worth a warning."""

_COPY: Final = re.compile(r"\s*(?:\(\d+\)|-\s*copy)\s*$")
"""What a download or a copy has behind its name where another of that name lay there."""


def losses(
    base: KnowledgeBase,
    release: Release,
    files: Iterable[SourceFile],
    beside: Iterable[Release] = (),
    *,
    own: bool = False,
    single: bool = False,
) -> Iterator[Finding]:
    """Yield a finding for each file of the stored release that is missing, or much longer there than here.

    Parameters
    ----------
    files
        Of the release and of what comes with it.
    beside
        What is stored that came with it before.
    own
        Whether people write such files themselves: they may well have dropped one. What an office publishes in several
        files loses one only where not all were named.
    single
        Whether such a release is one file, so that any other takes its place.
    """
    name = f"{release.source} {release.version}"
    before = [*(r for r in base.releases() if r.name == release.name), *beside]
    stored = [file for found in before for file in base.files(found) if file.kept]
    now = list(files)
    for old, new in _pairs(stored, now, single=single):
        if new is None:
            unread = next((file for file in now if file.sha256 == old.sha256), None)
            yield _missing(release, name, old, unread, own=own)
        elif new.kept < MUCH_SHORTER * old.kept:
            yield _shorter(name, old, new)


def _pairs(
    stored: Sequence[SourceFile], now: Sequence[SourceFile], *, single: bool
) -> Iterator[tuple[SourceFile, SourceFile | None]]:
    """Yield each stored file with the one that takes its place: of the same content, or else name, or else table."""
    read = [file for file in now if file.kept]
    if single and len(stored) == len(read) == 1:
        yield stored[0], read[0]
        return
    taken: dict[str, SourceFile] = {}
    names = ((same, there) for there in (read, now) for same in (_name, _table_name))
    for same, there in ((_content, read), *names):
        for old in (file for file in stored if file.iri not in taken):
            free = (new for new in there if same(new) == same(old) and new not in taken.values())
            if new := next(free, None):
                taken[old.iri] = new
    held = {file.sha256: file for file in read}
    yield from ((old, taken.get(old.iri) or held.get(old.sha256)) for old in stored)


def _missing(release: Release, name: str, file: SourceFile, unread: SourceFile | None, *, own: bool) -> Finding:
    again = f"Name all files of {name} in one command, or take the stored ones out first: ladderworks remove"
    remedy = f'{again} "{release.source}@{release.version}"'
    if unread:
        remedy = f"Rename {unread.name} to {file.name}: it is the same file, and is not known by its new name"
    return Finding(
        code="missing-file",
        severity=Severity.WARNING if own else Severity.ERROR,
        file=file.name,
        message=f"the stored {name} had this file, with {_rows(file.kept)}, and this import lacks it",
        remedy=_REPLACED if own else remedy,
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


def _content(file: SourceFile) -> str:
    return file.sha256


def _name(file: SourceFile) -> str:
    return file.name.casefold()


def _table_name(file: SourceFile) -> str:
    """Return the name of a file without what says its form or that it is a copy.

    A table may come as text once and as a workbook then.
    """
    path = Path(file.name.removesuffix(".gz"))
    return _COPY.sub("", path.with_suffix("").as_posix().casefold())
