"""A release as it would be stored: read, and judged beside what is stored already."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from ontology.errors import InputError
from ontology.identifiers import Identifiers
from ontology.loads import Load
from ontology.records import Iri, Organization, PublicationStatus, Release, SourceFile
from ontology.report import Finding, Report, Severity
from ontology.store import KnowledgeBase
from standards.archives import DECLARATION
from standards.curricula import ProgramForm, stored_addresses
from standards.firm_lists import came_with, carried_parts, list_firm, organization_name
from standards.frameworks import FRAMEWORK
from standards.list_places import Places, place_for, places
from standards.losses import losses
from standards.membership import former
from standards.outcomes.subjects import Subjects
from standards.precedence import first_imports
from standards.sources.holdings import Holdings
from standards.sources.occupation_codes import OccupationCodes
from standards.sources.own import DOCUMENTS, OUTCOMES, PARTNERSHIP, PROGRAM, SHEET
from standards.sources.readers import CITING, OWN, SINGLE, reader_of
from standards.sources.source import Delivery, Reader
from standards.wanted import Wanted


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
        What is stored of that version, or the working copy that harmonizing began and that goes on in it.
    beside
        Releases that are stored with it or not at all.
    said, gone
        Stored releases of which something else is said then, and those that go.
    """

    release: Release
    files: Sequence[SourceFile]
    triples: Iterable[bytes]
    report: Report
    before: Release | None
    beside: tuple[Judged, ...] = ()
    said: tuple[Release, ...] = ()
    gone: tuple[Release, ...] = ()

    @property
    def load(self) -> Load:
        """What is to be stored of it, without what comes beside it."""
        return Load(self.release, self.files, self.triples)


def judge_release(base: KnowledgeBase, wanted: Wanted) -> Judged:
    """Read a release and judge it beside what is stored, and store nothing.

    Raises
    ------
    NotFoundError
        Where there is no such source.
    RefusedError
        Where rows are wrong.
    InputError
        Where the files cannot be read, or the release cannot be named.
    """
    delivery = _judging(base, wanted)(wanted.paths, base.identifiers, wanted.version, wanted.skip_bad_rows)
    _refuse_another(base, delivery, wanted.version, wanted.form)
    own = (
        place_for(base, wanted.partnership, delivery) if wanted.partnership else Places(((delivery, delivery.release),))
    )
    ((_, release),) = own.stored
    judged = _judged(base, delivery, release, wanted)
    panel = wanted.source == PARTNERSHIP
    lists = places(base, judged.release.source, delivery.beside, delivery.left) if panel else Places()
    found = _findings(base, delivery, judged, wanted, lists.staying)
    return replace(
        judged,
        report=Report([*delivery.report, *found, *own.told, *lists.told]),
        beside=tuple(
            _judged(base, one, release, replace(wanted, source=release.reader or SHEET))
            for one, release in lists.stored
        ),
        said=(*own.said, *lists.said),
        gone=(*lists.gone, *_taken_over(judged)),
    )


def _judged(base: KnowledgeBase, delivery: Delivery, release: Release, wanted: Wanted) -> Judged:
    """Return what was read of a release, beside what is stored of it; nothing is said of it yet."""
    files = _of_release(base.identifiers, release, delivery.files)
    named = (stored for stored in base.releases() if stored.name == release.name)
    before = next(named, None) or (_begun(base, release.source) if wanted.source == PARTNERSHIP else None)
    return Judged(_as_wanted(base, release, wanted), files, delivery.triples, Report(), before)


def _findings(
    base: KnowledgeBase, delivery: Delivery, judged: Judged, wanted: Wanted, staying: Collection[Release]
) -> Iterator[Finding]:
    """Yield what is to be known of a release beside what is stored, of which some stays as it is."""
    files = [file for one in (delivery, *delivery.beside) for file in one.files]
    gone = {release.name: slug for slug, release in _of_leavers(base, delivery, judged.release)}
    unchanged = {*gone, *(release.name for release in staying)}
    had = [release for release in came_with(base, judged.release.source) if release.name not in unchanged]
    yield from (_left(delivery, name, slug) for name, slug in gone.items())
    yield from losses(base, judged.release, files, had, own=wanted.source in OWN, single=wanted.source in SINGLE)
    if delivery.frameworks:
        yield from _taken(base, delivery, files[0].name)
    yield from _unknown_merged(base, delivery)
    yield from _other_options(judged.before, wanted.options)
    yield from _opened_again(judged.before)
    for release in _taken_over(judged):
        yield _goes_on(base, release, judged.release)


def _of_leavers(base: KnowledgeBase, delivery: Delivery, release: Release) -> Iterator[tuple[str, Release]]:
    """Yield the lists of members that have left since, by the slugs of these; they go."""
    left = {base.identifiers.mint("organization", slug): slug for slug in delivery.left}
    for one in came_with(base, release.source):
        if one.reader == SHEET and (firm := list_firm(base, one)) in left:
            yield left[firm], one


def _left(delivery: Delivery, name: str, slug: str) -> Finding:
    """Return that the list of a member goes that has left."""
    return Finding(
        code="left",
        severity=Severity.INFO,
        file=DECLARATION,
        column="organizations.left",
        value=slug,
        message=f"{former(delivery.left[slug])}: its list ({name}) goes, and what it said does not count",
        remedy="Nothing needs to be done; `ladderworks harmonize` then proposes without its words",
    )


def _as_wanted(base: KnowledgeBase, release: Release, wanted: Wanted) -> Release:
    """Return a release with how it was asked for, and when the first of its source was."""
    return release.model_copy(
        update={
            "reader": wanted.source,
            "skipped_bad_rows": wanted.skip_bad_rows,
            "options": wanted.options or None,
            "status": Iri(PublicationStatus.DRAFT) if wanted.source == PARTNERSHIP else None,
            "since": first_imports(base.releases()).get(release.source),
            "part_of": release.part_of or carried_parts(base, release.source),
        }
    )


def _judging(base: KnowledgeBase, wanted: Wanted) -> Reader:
    """Return the reader of a source, with the codes that it judges by, or what is said of a program's file."""
    source, form = wanted.source, wanted.form
    reader: Callable[..., Delivery] = reader_of(source)
    if source in DOCUMENTS:
        return partial(reader, holdings=Holdings.of(base))
    if source == PROGRAM:
        return partial(reader, form=form, addresses=partial(stored_addresses, base))
    if form is not None and (source != SHEET or form.format or form.program or form.college):
        message = (
            f"only a {PROGRAM} has a format, a program or a college to be named, and only that and a {SHEET} columns, "
            f"not {source}"
        )
        raise InputError(message)
    if source == OUTCOMES:
        return partial(reader, subjects=Subjects.stored(base))
    if source == SHEET:
        called = partial(organization_name, base)
        return partial(reader, codes=OccupationCodes.stored(base), form=form, called=called)
    return partial(reader, codes=OccupationCodes.stored(base)) if source in CITING else reader


def _refuse_another(
    base: KnowledgeBase, delivery: Delivery, version: str | None, form: ProgramForm | None = None
) -> None:
    """Refuse what has the name of a stored release of its own and is evidently something else.

    Where somebody says whose list it is, it is that firm's, whatever it had before.
    """
    if delivery.continues is None or (form and form.firm):
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


def _taken(base: KnowledgeBase, delivery: Delivery, file: str) -> Iterator[Finding]:
    """Yield that frameworks that came as documents have the addresses that a partnership's or a firm's are to have."""
    held = Holdings.of(base, DOCUMENTS)
    for slug in delivery.frameworks:
        yield from held.claims(base.identifiers.mint(FRAMEWORK, slug), delivery.release.source, file)


def _unknown_merged(base: KnowledgeBase, delivery: Delivery) -> Iterator[Finding]:
    """Yield the partnerships that a release says it goes on from and that are not stored."""
    known = {release.source for release in base.releases() if release.reader == PARTNERSHIP}
    for slug in (slug for slug in delivery.merges if slug not in known):
        yield Finding(
            code="unknown-partnership",
            severity=Severity.WARNING,
            file=DECLARATION,
            column="merges",
            value=slug,
            message="is no partnership in this knowledge base, so its history cannot be followed",
            remedy="Import it first, or correct its slug",
        )


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
            remedy=f"Put it to review again: `ladderworks standard review {before.source} --by NAME`",
        )


def _begun(base: KnowledgeBase, partnership: str) -> Release | None:
    """Return the working copy of a standard that harmonizing began with lists alone: no folder was imported for it."""
    own = (one for one in base.releases() if one.source == partnership and one.reader == PARTNERSHIP and not one.fixed)
    return next((one for one in own if not one.files), None)


def _taken_over(judged: Judged) -> Iterator[Release]:
    """Yield the working copy that goes on in a release of another name."""
    if judged.before and judged.before.name != judged.release.name:
        yield judged.before


def _goes_on(base: KnowledgeBase, begun: Release, release: Release) -> Finding:
    members = ", ".join(sorted(str(one.label) for one in base.records(begun, Organization))) or "nobody"
    message = (
        f"{begun.name}, begun with lists alone (of {members}), goes on as {release.name}: members, rule and license "
        f"({release.license or 'none yet'}) are those of the folder; what was proposed, decided and said stays"
    )
    remedy = "Nothing needs to be done; who was a member and is not in the folder takes no position any more"
    return Finding(code="taken-over", severity=Severity.INFO, file=DECLARATION, message=message, remedy=remedy)


def _of_release(identifiers: Identifiers, release: Release, files: Iterable[SourceFile]) -> list[SourceFile]:
    """Give files addresses under their release: two releases may have a file in common."""
    return [
        file.model_copy(update={"iri": Iri(identifiers.mint(release.source, "file", release.version, file.name))})
        for file in files
    ]
