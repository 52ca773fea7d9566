"""What comes with a framework, as CTDL: a partnership's members, occupations, credentials, programs; a firm's jobs."""

from __future__ import annotations

from collections.abc import Iterator

from ontology.records import (
    Apprenticeship,
    Course,
    Credential,
    Job,
    Occupation,
    Organization,
    Partnership,
    Program,
    WorkFunction,
    WorkTask,
)
from ontology.store import KnowledgeBase
from standards.sources.own import SHEET
from standards.wire.ctdl.credentials import credential
from standards.wire.ctdl.learning import apprenticeship, course, program
from standards.wire.ctdl.objects import Node
from standards.wire.ctdl.organizations import member, partnership
from standards.wire.ctdl.shelf import Shelf
from standards.wire.ctdl.work import function, job, occupation, task
from standards.wire.listed import Listed


def beside(base: KnowledgeBase, of: Listed) -> Iterator[Node]:
    """Yield what a partnership or a firm has beside its framework, kind by kind, each by address; of others nothing."""
    own = of.framework.iri == base.identifiers.mint("framework", of.release.source)
    if not own and of.release.reader != SHEET:
        return
    shelf = Shelf(base, of)
    yield from map(partnership, shelf.all(Partnership))
    yield from map(member, shelf.all(Organization))
    yield from (occupation(shelf, one) for one in shelf.all(Occupation))
    yield from (function(shelf, one) for one in shelf.all(WorkFunction))
    yield from (task(shelf, one) for one in shelf.all(WorkTask))
    yield from (job(shelf, one) for one in shelf.all(Job))
    yield from (credential(shelf, one) for one in shelf.all(Credential))
    yield from map(program, shelf.all(Program))
    yield from (course(shelf, one) for one in shelf.all(Course))
    yield from (apprenticeship(shelf, one) for one in shelf.all(Apprenticeship))
