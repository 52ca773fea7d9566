"""Importing: from a release as downloaded to its named graph in the knowledge base, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from ontology.errors import RefusedError
from ontology.loads import Load
from ontology.records import Release, SourceFile
from ontology.report import Finding, Report, Severity
from ontology.store import KnowledgeBase
from standards.archives import Archive
from standards.curricula import ProgramForm
from standards.encoding import encoded
from standards.firm_lists import came_with
from standards.judged import judge_release
from standards.reviewing import carried, kept_reviews
from standards.sources.occupation_codes import DEFINING
from standards.sources.publication import TOOL
from standards.sources.readers import CITING
from standards.uncollected import uncollected
from standards.wanted import Wanted


@dataclass(frozen=True)
class Imported:
    """What an import led to.

    Parameters
    ----------
    release
        As it is in the knowledge base.
    beside
        What came with it, as it is there: the lists of a partnership's firms.
    again
        Whether the same files had been imported before, so that nothing was done.
    """

    release: Release
    report: Report
    beside: tuple[Release, ...] = ()
    again: bool = False


@uncollected()
def import_release(
    base: KnowledgeBase,
    source: str,
    paths: Sequence[Path],
    version: str | None = None,
    skip_bad_rows: bool = False,
    *,
    form: ProgramForm | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> Imported:
    """Read, judge and store one release, in place of what its version had before.

    Files that are byte by byte those of a stored release, read in the same way by the same version of the tool and with
    the same said of them, are not read again.

    Parameters
    ----------
    source, paths, version, skip_bad_rows, form
        As for `Wanted`.
    tell
        Told in words what is being done, while it is.

    Raises
    ------
    NotFoundError
        Where there is no such source.
    RefusedError
        Where rows are wrong, or a stored file of the release would be lost; the knowledge base is then as it was, and
        the error carries the report.
    InputError
        Where the files cannot be read, or the release cannot be named.
    WriteError
        Where it cannot be stored; the knowledge base is then as it was.
    """
    wanted = Wanted(source, paths, version, skip_bad_rows, form)
    if stored := stored_before(base, wanted):
        return Imported(stored, Report([already(stored)]), tuple(came_with(base, stored.source)), again=True)
    tell("reading")
    judged = judge_release(base, wanted)
    report = judged.report
    if report.refused:
        raise RefusedError(report)
    reviews = kept_reviews(base, source=judged.release.source)
    pieces = _counted(chain(judged.triples, [encoded(reviews)]), tell)
    loads = [Load(judged.release, judged.files, pieces), *(one.load for one in judged.beside)]
    stored, *_ = base.replace_all(loads, judged.gone, judged.said)
    report.extend(carried(base, stored, reviews))
    return Imported(stored, report, tuple(came_with(base, stored.source)))


def _counted(triples: Iterable[bytes], tell: Callable[[str], None]) -> Iterator[bytes]:
    """Yield pieces of N-Triples while telling how many triples have gone by."""
    count = 0
    for piece in triples:
        count += piece.count(b"\n")
        tell(f"storing, {count:,} triples so far")
        yield piece
    tell(f"storing, the last of {count:,} triples")


def stored_before(base: KnowledgeBase, wanted: Wanted) -> Release | None:
    """Return the stored release that was read from the same files in the same way, if there is one."""
    how = (wanted.source, wanted.skip_bad_rows, TOOL, wanted.options)
    candidates = [
        r
        for r in base.releases()
        if (r.reader, r.skipped_bad_rows, r.tool, r.options or "") == how
        and wanted.version in (None, r.version)
        and not _has_news(base, r)
    ]
    if not candidates:
        return None
    found = _contents(file.described(base.identifiers, wanted.source) for file in Archive(wanted.paths))
    return next((release for release in candidates if _contents(_files(base, release)) == found), None)


def _files(base: KnowledgeBase, stored: Release) -> Iterator[SourceFile]:
    """Yield the files that a release was read from, and those of the lists that came with it."""
    for release in (stored, *came_with(base, stored.source)):
        yield from base.files(release)


def _has_news(base: KnowledgeBase, stored: Release) -> bool:
    """Whether releases that define the codes which a stored one cites have come since."""
    defining = (r for r in base.releases() if r.source in DEFINING)
    return stored.reader in CITING and any(r.imported > stored.imported for r in defining)


def _contents(files: Iterable[SourceFile]) -> set[tuple[str, str]]:
    return {(file.name, file.sha256) for file in files}


def already(stored: Release) -> Finding:
    """Return that a release is there already, from the same files."""
    message = f"{stored.source} {stored.version} is there already, from these same files; nothing was done"
    return Finding(code="already-imported", severity=Severity.INFO, message=message)
