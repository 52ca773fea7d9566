"""Importing: from a release as downloaded to its named graph in the knowledge base, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from itertools import chain
from pathlib import Path

from ontology.errors import InputError, NotFoundError, RefusedError
from ontology.identifiers import Identifiers
from ontology.records import Iri, PublicationStatus, Release, SourceFile
from ontology.report import Finding, Report, Severity
from ontology.store import KnowledgeBase
from standards.archives import Archive
from standards.curricula import ProgramForm, stored_addresses
from standards.encoding import encoded
from standards.frameworks import FRAMEWORK
from standards.losses import losses
from standards.reviewing import carried, kept_reviews
from standards.sources.document import claimed_frameworks, claims
from standards.sources.occupation_codes import DEFINING, OccupationCodes
from standards.sources.own import BADGES, CASE, CTDL, DOCUMENTS, PARTNERSHIP, PROGRAM, RSD, SCHEME, SHEET, SSSOM_SET
from standards.sources.publication import TOOL
from standards.sources.source import Delivery, Reader

SOURCES = {
    "onet": "standards.sources.onet:read_onet",
    "esco": "standards.sources.esco:read_esco",
    "oews": "standards.sources.oews:read_oews",
    "crosswalk": "standards.sources.crosswalk:read_crosswalk",
    "soc": "standards.sources.soc:read_soc",
    "cip": "standards.sources.cip:read_cip",
    PARTNERSHIP: "standards.sources.partnership:read_partnership",
    PROGRAM: "standards.sources.single:read_college_program",
    SHEET: "standards.sources.single:read_firm_list",
    CASE: "standards.sources.case:read_case",
    RSD: "standards.sources.rsd:read_rsd",
    CTDL: "standards.sources.ctdl:read_ctdl",
    SCHEME: "standards.sources.skos:read_scheme",
    BADGES: "standards.sources.badges:read_badges",
    SSSOM_SET: "standards.sources.sssom:read_mapping_set",
}
"""The reader of each source, as ``module:function``; a reader is loaded when it is needed."""

OWN = (PARTNERSHIP, PROGRAM, SHEET, *DOCUMENTS)
"""Sources whose files people write themselves, so that what is in them is theirs to mend or to drop."""

SINGLE = ("crosswalk", PROGRAM, SHEET, *DOCUMENTS)
"""Sources whose releases are one file."""

CITING = (PARTNERSHIP, SHEET)
"""Whose readers judge codes of occupations by those that the knowledge base has."""


@dataclass(frozen=True)
class Imported:
    """What an import led to.

    Parameters
    ----------
    release
        As it is in the knowledge base.
    again
        Whether the same files had been imported before, so that nothing was done.
    """

    release: Release
    report: Report
    again: bool = False


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
    source
        One of `SOURCES`.
    version
        Name of the release where its files do not say it.
    skip_bad_rows
        Leave bad rows out and name them as warnings, where otherwise they are errors.
    form
        Of a program's file, where its content does not say it.
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
    how = (source, skip_bad_rows, TOOL)
    options = form.options if form else ""
    if stored := _stored_before(base, (*how, options), paths, version):
        return Imported(stored, Report([_again(stored)]), again=True)
    tell("reading")
    judged = judge_release(base, source, paths, version, skip_bad_rows, form=form)
    report = judged.report
    if report.refused:
        raise RefusedError(report)
    reviews = kept_reviews(base, source=judged.release.source)
    pieces = _counted(chain(judged.triples, [encoded(reviews)]), tell)
    stored = base.replace(judged.release, judged.files, pieces)
    report.extend(carried(base, stored, reviews))
    return Imported(stored, report)


@dataclass(frozen=True)
class Judged:
    """A release as it would be stored.

    Parameters
    ----------
    triples
        N-Triples in pieces. Only once.
    report
        With errors where it would be refused.
    before
        What is stored of that version.
    """

    release: Release
    files: Sequence[SourceFile]
    triples: Iterable[bytes]
    report: Report
    before: Release | None


def judge_release(
    base: KnowledgeBase,
    source: str,
    paths: Sequence[Path],
    version: str | None = None,
    skip_bad_rows: bool = False,
    *,
    form: ProgramForm | None = None,
) -> Judged:
    """Read a release and judge it beside what is stored, and store nothing; see `import_release`.

    Raises
    ------
    NotFoundError
        Where there is no such source.
    RefusedError
        Where rows are wrong.
    InputError
        Where the files cannot be read, or the release cannot be named.
    """
    reader = _judging(base, source, form)
    delivery = reader(paths, base.identifiers, version, skip_bad_rows)
    options = form.options if form else ""
    _refuse_another(base, delivery, version)
    files = _of_release(base.identifiers, delivery.release, delivery.files)
    release = delivery.release.model_copy(
        update={
            "reader": source,
            "skipped_bad_rows": skip_bad_rows,
            "options": options or None,
            "status": Iri(PublicationStatus.DRAFT) if source == PARTNERSHIP else None,
        }
    )
    before = next((r for r in base.releases() if (r.source, r.version) == (release.source, release.version)), None)
    lost = losses(base, release, files, own=source in OWN, single=source in SINGLE)
    taken = _taken(base, release, files[0].name) if source in CITING else ()
    report = Report([*delivery.report, *lost, *taken, *_other_options(before, options), *_opened_again(before)])
    return Judged(release, files, delivery.triples, report, before)


def _counted(triples: Iterable[bytes], tell: Callable[[str], None]) -> Iterator[bytes]:
    """Yield pieces of N-Triples while telling how many triples have gone by."""
    count = 0
    for piece in triples:
        count += piece.count(b"\n")
        tell(f"storing, {count:,} triples so far")
        yield piece
    tell(f"storing, the last of {count:,} triples")


def reader_of(source: str) -> Reader:
    """Return the reader of a source.

    Raises
    ------
    NotFoundError
        With the sources there are.
    """
    if source not in SOURCES:
        message = f"there is no source {source!r}; there are {', '.join(SOURCES)}"
        raise NotFoundError(message)
    module, _, function = SOURCES[source].partition(":")
    reader: Reader = getattr(import_module(module), function)
    return reader


def _judging(base: KnowledgeBase, source: str, form: ProgramForm | None) -> Reader:
    """Return the reader of a source, with the codes that it judges by, or what is said of a program's file."""
    reader: Callable[..., Delivery] = reader_of(source)
    if source in DOCUMENTS:
        return partial(reader, claimed=claimed_frameworks(base))
    if source == PROGRAM:
        return partial(reader, form=form, addresses=partial(stored_addresses, base))
    if form is not None and (source != SHEET or form.format or form.program or form.college):
        message = (
            f"only a {PROGRAM} has a format, a program or a college to be named, and only that and a {SHEET} columns, "
            f"not {source}"
        )
        raise InputError(message)
    if source == SHEET:
        return partial(reader, codes=OccupationCodes.stored(base), form=form)
    return partial(reader, codes=OccupationCodes.stored(base)) if source in CITING else reader


def _stored_before(
    base: KnowledgeBase, how: tuple[str, bool, str, str], paths: Sequence[Path], version: str | None
) -> Release | None:
    """Return the stored release that was read from the same files in the same way, if there is one.

    Parameters
    ----------
    how
        The reader, whether it skipped bad rows, the version of the tool, and what was said of the files.
    """
    candidates = [
        r
        for r in base.releases()
        if (r.reader, r.skipped_bad_rows, r.tool, r.options or "") == how
        and version in (None, r.version)
        and not _has_news(base, r)
    ]
    if not candidates:
        return None
    found = _contents(file.described(base.identifiers, how[0]) for file in Archive(paths))
    return next((release for release in candidates if _contents(base.files(release)) == found), None)


def _has_news(base: KnowledgeBase, stored: Release) -> bool:
    """Whether releases that define the codes which a stored one cites have come since."""
    defining = (r for r in base.releases() if r.source in DEFINING)
    return stored.reader in CITING and any(r.imported > stored.imported for r in defining)


def _refuse_another(base: KnowledgeBase, delivery: Delivery, version: str | None) -> None:
    """Refuse what has the name of a stored release of its own and is evidently something else."""
    if delivery.continues is None:
        return
    source = delivery.release.source
    named = [r for r in base.releases() if r.source == source and version in (None, r.version)]
    for stored in named:
        if not delivery.continues(base, stored):
            files = ", ".join(file.name for file in delivery.files)
            message = (
                f"{files} would take the place of {stored.title.value!r} ({stored.source} {stored.version}), which is "
                "stored and has other content. Rename the file to import it beside that one, or name another version "
                "of the same with --release"
            )
            raise InputError(message)


def _taken(base: KnowledgeBase, release: Release, file: str) -> Iterator[Finding]:
    """Yield that a framework that came as a document has the address that a partnership's or a firm's is to have."""
    framework = base.identifiers.mint(FRAMEWORK, release.source.removeprefix(f"{SHEET}-"))
    came = {iri: other for iri, other in claimed_frameworks(base).items() if other.reader in DOCUMENTS}
    return claims(framework, release, file, came)


def _contents(files: Iterable[SourceFile]) -> set[tuple[str, str]]:
    return {(file.name, file.sha256) for file in files}


def _again(stored: Release) -> Finding:
    message = f"{stored.source} {stored.version} is there already, from these same files; nothing was done"
    return Finding(code="already-imported", severity=Severity.INFO, message=message)


def _other_options(before: Release | None, options: str) -> Iterator[Finding]:
    """Yield that a stored release was imported with options that this time are not said."""
    if before and before.options and before.options != options:
        yield Finding(
            code="other-options",
            severity=Severity.INFO,
            message=f"it was imported with {before.options} before; now {f'with {options}' if options else 'without'}",
            remedy="Import it again with all of them where that was not meant",
        )


def _opened_again(before: Release | None) -> Iterator[Finding]:
    """Yield that a standard that was being agreed on is a draft again: what was agreed on was another text."""
    if before and before.stands in (PublicationStatus.REVIEW, PublicationStatus.RATIFIED):
        yield Finding(
            code="opened-again",
            severity=Severity.WARNING,
            message=f"{before.name} stood at {before.stands.word}; it is a draft again, for its text is another",
            remedy="Put it to review again with `ladderworks standard review`",
        )


def _of_release(identifiers: Identifiers, release: Release, files: Iterable[SourceFile]) -> list[SourceFile]:
    """Give files addresses under their release: two releases may have a file in common."""
    return [
        file.model_copy(update={"iri": Iri(identifiers.mint(release.source, "file", release.version, file.name))})
        for file in files
    ]
