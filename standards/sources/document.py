"""What comes as one document: named, claimed and delivered alike, whatever its format."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path, PurePath
from typing import Final

from ontology.errors import InputError, RefusedError
from ontology.identifiers import Identifiers
from ontology.records import Iri, Record, Release, SourceFile
from ontology.report import Finding, Report, Severity
from ontology.store import KnowledgeBase
from standards.archives import ArchivedFile, only_file
from standards.encoding import encoded
from standards.sources.holdings import Holdings
from standards.sources.own import titled_source
from standards.sources.publication import Terms, new_release
from standards.sources.source import Delivery, share_half

UNVERSIONED: Final = "1"
"""The version of a document that says none."""

PIECE: Final = 5_000
"""Records that are encoded at a time."""


@dataclass(frozen=True)
class Document:
    """What a document tells.

    Parameters
    ----------
    title
        Its own, or else the name of its file.
    address
        Of what it is about, which tells it from other documents whatever their titles; without one, its title does.
    count
        Things that it describes.
    records
        Given the address, one made of its title where it has none; asked for once.
    report
        Without errors, as a rule.
    version
        That it says of itself.
    wholes
        Identifiers of the frameworks in it by their addresses, empty where one has none; its own among them.
    triples
        N-Triples that are stored as they are, beside the records.
    things
        Addresses of what it says something of: by these a later state of a document without an address is known.
    items
        Of these, what it describes as competency, concept, skill or achievement, which others may describe too.
    """

    title: str
    address: Iri | None
    count: int
    records: Callable[[Iri], Iterable[Record]]
    report: Report
    version: str | None = None
    wholes: Mapping[str, str] = field(default_factory=dict)
    terms: Terms = field(default_factory=Terms)
    triples: bytes = b""
    things: Collection[str] = ()
    items: Collection[str] = ()


@dataclass(frozen=True)
class DocumentReader:
    """Reads documents of one kind; see `standards.sources.source.Reader`.

    Parameters
    ----------
    kind
        The name of the source, for instance ``case``.
    read
        Reads one file; it raises what a reader raises.
    """

    kind: str
    read: Callable[[ArchivedFile, Identifiers], Document]

    def __call__(
        self,
        paths: Sequence[Path],
        identifiers: Identifiers,
        version: str | None = None,
        skip_bad_rows: bool = False,
        *,
        holdings: Holdings | None = None,
    ) -> Delivery:
        """Read and judge the only file at some paths; see `deliver`.

        Raises
        ------
        InputError
            Where there are several.
        """
        return self.deliver(only_document(paths), identifiers, version, skip_bad_rows, holdings=holdings)

    def deliver(
        self,
        file: ArchivedFile,
        identifiers: Identifiers,
        version: str | None = None,
        skip_bad_rows: bool = False,
        *,
        holdings: Holdings | None = None,
    ) -> Delivery:
        """Read and judge a document whole: a statement left out would leave others without the one above them.

        Parameters
        ----------
        holdings
            What is stored already.

        Raises
        ------
        RefusedError
            Where something in it is wrong, or what it describes as a whole is another's that is stored.
        InputError
            Where it cannot be read, or bad rows are to be skipped.
        """
        if skip_bad_rows:
            message = f"--skip-bad-rows is for rows of tables; what comes as {self.kind} is read whole or not at all"
            raise InputError(message)
        document, held = self.read(file, identifiers), holdings or Holdings()
        source, named = held.source(self.kind, document.title, document.address), version or document.version
        release = new_release(
            identifiers, source, named or UNVERSIONED, document.title, about=document.address, **document.terms
        )
        address = document.address or Iri(identifiers.mint("framework", source))
        document.report.extend(_naming(titled_source(self.kind, document.title), release, file.name, held))
        document.report.extend(_claims(document, address, source, file.name, held))
        if document.address:
            made = document.address.startswith(identifiers.mint(""))
            document.report.extend(held.replaced(release, document.items, file.name, made=made))
        if document.report.refused:
            raise RefusedError(document.report)
        document.report.extend(held.shared(document.items, source, file.name))
        return _delivery(document, release, file.described(identifiers, source), address)


def only_document(paths: Sequence[Path]) -> ArchivedFile:
    """Return the only file of an import.

    Raises
    ------
    InputError
        Where there are several.
    """
    if len(paths) != 1:
        message = f"{len(paths)} paths, where one document is imported at a time; name each in a command of its own"
        raise InputError(message)
    return only_file(paths[0], "the framework")


def _claims(document: Document, address: Iri, source: str, file: str, held: Holdings) -> Iterator[Finding]:
    """Yield what a document says of frameworks that are another's."""
    named = {address, *document.wholes}
    for each in sorted({*named, *(held.addresses.keys() & set(document.things))}):
        yield from held.claims(each, source, file, document.wholes.get(each, ""))
    yield from held.taken(named, source, file)


def _naming(titled: str, release: Release, file: str, held: Holdings) -> Iterator[Finding]:
    """Yield that a document does not go by its title, where it does not, and whose place it takes."""
    if titled != release.source:
        why = f"{titled} is another document" if held.has(titled) else "that is the name that it got first"
        before = next((r.title for r in held.releases if r.name == release.name), release.title)
        place = f", in place of {before.value!r}" if before != release.title else ""
        message = f"it is stored as {release.source}{place}: {why}"
        yield Finding(code="other-title", severity=Severity.INFO, file=file, message=message)


def _delivery(document: Document, release: Release, file: SourceFile, address: Iri) -> Delivery:
    """Return a document ready for the knowledge base."""
    return Delivery(
        release,
        (file.model_copy(update={"rows": document.count, "kept": document.count}),),
        chain([document.triples], _encoded(document.records(address))),
        document.report,
        continues=None if document.address else _same_things(document.things),
    )


def _encoded(records: Iterable[Record]) -> Iterator[bytes]:
    left: list[Record] = []
    for record in records:
        left.append(record)
        if len(left) == PIECE:
            yield encoded(left)
            left = []
    yield encoded(left)


def _same_things(things: Collection[str]) -> Callable[[KnowledgeBase, Release], bool]:
    def continues(base: KnowledgeBase, stored: Release) -> bool:
        """Whether a stored release describes half of the same things, or there are none to tell by."""
        known = {iri for (iri,) in base.rows("SELECT DISTINCT ?s { ?s a ?t }", [stored.iri])}
        return not things or share_half(set(things), known)

    return continues


def title_of(file: ArchivedFile) -> str:
    """Return what a document goes by that names itself not: its file, without the end of its name."""
    return PurePath(file.plain_name).stem
