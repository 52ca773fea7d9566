"""Intake: the list of a firm as it comes, in whatever format, as the firm's own release."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from ontology.errors import InputError, RefusedError, UnreadableError
from ontology.loads import Load
from ontology.namespaces import SKOS
from ontology.records import Competency, Framework, Iri, Organization, Record, Release, Review, Role, Text
from ontology.report import Report
from ontology.store import KnowledgeBase
from standards.archives import only_file
from standards.curricula import ProgramForm
from standards.encoding import encoded
from standards.firm_lists import carried_parts
from standards.frameworks import FRAMEWORK
from standards.harmonizing.lists import held_lists, list_owner, named_list
from standards.imports import already, import_release, stored_before
from standards.judged import judge_release
from standards.list_places import Places, place_for
from standards.own_lists.own_list import TABLES
from standards.reviewing import carried, kept_reviews
from standards.sources.own import CASE, CTDL, RSD, SCHEME, SHEET, own_source
from standards.sources.publication import FIRST, new_release
from standards.sources.source import Delivery
from standards.wanted import Wanted

DOCUMENTS: Final = (CASE, RSD, CTDL, SCHEME)
"""What a list may be besides a table, in the order in which that is tried."""


@dataclass(frozen=True)
class Listed:
    """A list as it would be stored.

    Parameters
    ----------
    load
        ``None`` where it is stored already, from the same file.
    reviews
        What people have said of links of the list, which stays.
    said
        Lists of the firm that are of others alone from then on.
    """

    load: Load | None
    report: Report
    reviews: Sequence[Review] = ()
    said: Sequence[Release] = ()


def take_in(base: KnowledgeBase, firm: str, path: Path) -> Report:
    """Import the list of one firm, given its slug, as `take_in_all` does."""
    return take_in_all(base, {firm: path})


def take_in_all(base: KnowledgeBase, lists: Mapping[str, Path], standard: str = "") -> Report:
    """Import the lists of firms, from tables or documents of the field, and return what was found.

    All are judged before any is stored, and they are stored together or not at all. A list takes the place of the one
    that the firm had, whatever is in that; of those that it gave for other standards none.

    Parameters
    ----------
    lists
        By the slugs of the firms.
    standard
        Slug of that which they are for; where it is empty, a list is the firm's only one.

    Raises
    ------
    RefusedError
        With every finding, where rows are wrong.
    InputError
        Where one is neither a table nor a document of the field, or says nothing.
    """
    judged = [_judged(base, firm, path, standard) for firm, path in lists.items()]
    found = Report(finding for one in judged for finding in one.report)
    if found.refused:
        raise RefusedError(found)
    wanted = [(one.load, one.reviews) for one in judged if one.load]
    said = [release for one in judged for release in one.said]
    stored = base.replace_all([load for load, _ in wanted], said=said) if wanted else []
    for release, (_, reviews) in zip(stored, wanted, strict=True):
        found.extend(carried(base, release, reviews))
    return found


def _judged(base: KnowledgeBase, firm: str, path: Path, standard: str) -> Listed:
    """Return a list as it would be stored, once it is sure that it says something."""
    is_table = only_file(path, "the list").plain_name.lower().endswith(TABLES)
    try:
        listed = (_from_table if is_table else _from_document)(base, firm, path, standard)
    except RefusedError as refused:
        return Listed(None, refused.report)
    if listed.load:
        with KnowledgeBase.in_memory(base.identifiers) as beside:
            beside.replace_all([listed.load])
            list_owner(beside, firm)
    return listed


def _from_table(base: KnowledgeBase, firm: str, path: Path, standard: str) -> Listed:
    wanted = Wanted(SHEET, [path], form=ProgramForm(firm=firm), partnership=standard)
    held = held_lists(base, standard).get(firm) or named_list(base, firm)
    if held and (stored := stored_before(base, wanted)) and stored.name == held.name:
        return Listed(None, Report([already(stored)]))
    judged = judge_release(base, wanted)
    if judged.report.refused:
        return Listed(None, judged.report)
    reviews = kept_reviews(base, source=judged.release.source)
    load = replace(judged.load, triples=[*judged.triples, encoded(reviews)])
    return Listed(load, judged.report, reviews, judged.said)


def _from_document(base: KnowledgeBase, firm: str, path: Path, standard: str) -> Listed:
    """Return a document as the list of a firm, which has the partnerships that its list had before."""
    file = only_file(path, "the list")
    with KnowledgeBase.in_memory(base.identifiers) as beside:
        release, report = _document(beside, path)
        records = [*_records(beside, release, firm)]
    source = own_source(SHEET, firm)
    of_firm = new_release(base.identifiers, source, FIRST, f"Skill list {file.name}", language="en")
    told = {"reader": SHEET, "options": ProgramForm(firm=firm).options}
    described, told_so = file.described(base.identifiers, source), of_firm.model_copy(update=told)
    delivery = Delivery(told_so, (described,), [encoded(records)], report, frameworks=(firm,))
    place = place_for(base, standard, delivery) if standard else Places(((delivery, told_so),))
    ((_, release),) = place.stored
    parts = {"part_of": release.part_of or carried_parts(base, release.source)}
    load = Load(release.model_copy(update=parts), [described], delivery.triples)
    return Listed(load, Report([*report, *place.told]), said=place.said)


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
