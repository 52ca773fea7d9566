"""The framework that programs are held against: one of the knowledge base, or a list of one's own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ontology.records import Iri
from ontology.report import Finding, Report, Severity
from ontology.store import KnowledgeBase
from pathways.coverage.headings import Headings, no_headings, read_headings
from standards.frameworks import framework_language, framework_release, framework_title
from standards.indexes import framework_index
from standards.languages import language_of
from standards.matching import Index
from standards.own_lists import OwnList


@dataclass(frozen=True)
class Target:
    """A framework to hold programs against.

    Parameters
    ----------
    name
        As it was asked for, for instance ``esco@1.1.0``; of a list of one's own ``list/`` and the name of its file, as
        its address has it.
    release
        Address of the release that holds it; empty where it is in none.
    edition
        Name and version of that release, for instance ``esco 1.1.0``; empty where it is in none.
    language
        BCP 47 tag of its labels, one also where it has them in several; empty where it does not say, and of a list of
        one's own where its labels do not tell.
    headings
        Says under which heading of the framework's hierarchy competencies stand that name no category of their own.
    own
        The list of one's own that it is; ``None`` for a framework of the knowledge base.
    """

    name: str
    iri: Iri
    label: str
    index: Index
    release: str = ""
    edition: str = ""
    language: str = ""
    headings: Headings = no_headings
    own: OwnList | None = None

    @property
    def version(self) -> str:
        """The version of the release that holds it; empty where it is in none."""
        return self.edition.partition(" ")[2]

    @classmethod
    def of(cls, base: KnowledgeBase, name: str, folder: Path | None = None) -> Target:
        """Return a framework of a knowledge base, indexed.

        Parameters
        ----------
        folder
            Where the indexes of large frameworks are kept.

        Raises
        ------
        NotFoundError
            With the frameworks there are.
        """
        index = framework_index(base, name, folder)
        iri, label = framework_title(base, name)
        release = framework_release(base, name)
        language = framework_language(base, name)
        edition = f"{release.source} {release.version}"
        return cls(name, iri, label, index, release.iri, edition, language, partial(read_headings, base, release))

    @classmethod
    def of_list(cls, own: OwnList) -> Target:
        """Return a list of one's own, indexed; it is in no release, so nothing is known of who asks for it."""
        name = "/".join(own.address.rsplit("/", 2)[1:])
        language = language_of("\n".join(entry.label for entry in own.entries))
        return cls(name, Iri(own.address), own.title, Index.of(own.entries), language=language, own=own)

    @property
    def report(self) -> Report:
        """What to know of it before its suggestions are read: that it holds one competency, where that is so."""
        if len(self.index.entries) != 1:
            return Report()
        message = f"{self.label} holds one competency: confidence says little where there is nothing to choose from."
        remedy = "Read each suggestion, or take a framework with more."
        return Report([Finding(code="one-competency", severity=Severity.INFO, message=message, remedy=remedy)])
