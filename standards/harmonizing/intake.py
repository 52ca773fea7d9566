"""Intake: the list of a firm as it comes, in whatever format, as the firm's own release."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from ontology.errors import InputError, RefusedError, UnreadableError
from ontology.namespaces import SKOS
from ontology.records import Competency, Framework, Iri, Organization, Record, Release, Role, Text
from ontology.report import Report
from ontology.store import KnowledgeBase
from standards.archives import only_file
from standards.curricula import ProgramForm
from standards.encoding import encoded
from standards.frameworks import FRAMEWORK
from standards.imports import import_release
from standards.own_lists.own_list import TABLES
from standards.sources.own import CASE, CTDL, RSD, SCHEME, SHEET, own_source
from standards.sources.publication import FIRST, new_release

DOCUMENTS: Final = (CASE, RSD, CTDL, SCHEME)
"""What a list may be besides a table, in the order in which that is tried."""


def take_in(base: KnowledgeBase, firm: str, path: Path) -> Report:
    """Import the list of a firm, from a table or a document of the field, and return what was found.

    Parameters
    ----------
    firm
        Slug of the firm.

    Raises
    ------
    RefusedError
        With every finding, where rows are wrong; nothing is stored then.
    InputError
        Where it is neither a table nor a document of the field, or holds no statement.
    """
    file = only_file(path, "the list")
    if file.plain_name.lower().endswith(TABLES):
        return import_release(base, SHEET, [path], form=ProgramForm(firm=firm)).report
    with KnowledgeBase.in_memory(base.identifiers) as beside:
        release, report = _document(beside, path)
        records = [*_records(beside, release, firm)]
    of_firm = new_release(base.identifiers, own_source(SHEET, firm), FIRST, f"Skill list {file.name}", language="en")
    described = file.described(base.identifiers, of_firm.source)
    base.replace(of_firm.model_copy(update={"reader": SHEET}), [described], [encoded(records)])
    return report


def _document(beside: KnowledgeBase, path: Path) -> tuple[Release, Report]:
    """Read a document into an empty knowledge base, as the first of the formats that it is."""
    whys = []
    for form in DOCUMENTS:
        try:
            imported = import_release(beside, form, [path])
        except (InputError, RefusedError, UnreadableError) as error:
            whys.append(f"as {form}: {str(error).splitlines()[0]}")
            continue
        if any(beside.records(imported.release, Competency)) or _concepts(beside, imported.release):
            return imported.release, imported.report
        whys.append(f"as {form}: it holds no statement")
        beside.remove([imported.release])
    message = f"{path} is neither a table nor a document that can be read ({'; '.join(whys)})"
    raise InputError(message)


def _concepts(beside: KnowledgeBase, release: Release) -> bool:
    return any(beside.rows(f"SELECT ?c {{ ?c a <{SKOS.Concept}> }} LIMIT 1", [release.iri]))


def _records(beside: KnowledgeBase, release: Release, firm: str) -> Iterator[Record]:
    """Yield the firm, its list, and the statements of a document as those of the list, with the addresses they have."""
    organization = Iri(beside.identifiers.mint("organization", firm))
    framework = Iri(beside.identifiers.mint(FRAMEWORK, firm))
    yield Organization(iri=organization, label=Text(value=firm), roles=(Iri(Role.FIRM),))
    yield Framework(iri=framework, label=Text(value=f"Skill list of {firm}"), publisher=organization)
    for one in beside.records(release, Competency):
        if one.statement or one.label.value:
            yield one.model_copy(update={"in_scheme": (framework,)})
