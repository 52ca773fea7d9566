"""Frameworks: the competencies that a source, a standard or a firm lists, ready to be matched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ontology.errors import NotFoundError
from ontology.named_releases import release_in_force
from ontology.namespaces import CEASN, DCTERMS, ESCO, ESCO_DATA, LW, OWL, SKOS
from ontology.records import CompetencyKind, Iri, Release
from ontology.store import KnowledgeBase
from standards.headers import nearest
from standards.matching import Entry
from standards.preferred_language import preferred_language, preferred_text
from standards.sources.own import PROGRAM, SHEET

FRAMEWORK = "framework"
"""Under which the schemes of standards and firms are minted."""

SINGLE = {
    "label": SKOS.prefLabel,
    "description": DCTERMS.description,
    "kind": DCTERMS.type,
    "code": SKOS.notation,
    "group": CEASN.competencyCategory,
}
"""Fields of an entry that hold one value, with their properties; of texts in several languages the preferred one."""

TAUGHT = frozenset(
    str(kind)
    for kind in (
        CompetencyKind.SKILL,
        CompetencyKind.KNOWLEDGE,
        CompetencyKind.ABILITY,
        CompetencyKind.WORK_ACTIVITY,
        CompetencyKind.DETAILED_WORK_ACTIVITY,
        CompetencyKind.TECHNOLOGY,
    )
)
"""What of a source an educator can teach: not tasks, which belong to one occupation, nor tools, styles or values."""

REACH = {
    str(ESCO_DATA["skill-reuse-level/transversal"]): 1,
    str(ESCO_DATA["skill-reuse-level/occupation-specific"]): -1,
}
"""How far a competency reaches beyond one occupation; see `Entry`."""

PUBLISHED = ("onet", "esco")
"""Frameworks that everybody may import."""

SINGLES = (PROGRAM, SHEET)
"""Readers of one file: its program is no framework, and its list goes by its own name."""

IN_FORCE = f"FILTER NOT EXISTS {{ ?s <{OWL.deprecated}> true }}"
"""What tells an item from one that a version has dropped and keeps for those who have its address."""

OTHER_NAMES = (SKOS.altLabel, CEASN.competencyText)


def read_framework(base: KnowledgeBase, name: str) -> list[Entry]:
    """Return the competencies of a framework, by address.

    Of a framework in several languages, the names, descriptions and groups are those of `framework_language` where it
    has them; the names in the others are alternative labels, by which a statement in them is found.

    Parameters
    ----------
    name
        Slug of a source (``esco``), a standard or a firm; the newest release unless one is named (``esco@1.1.0``), of
        a standard the version in force where one is published.

    Raises
    ------
    NotFoundError
        With the frameworks there are, or where nothing is in it.
    """
    release, scheme = _find(base, name)
    listed = _listed(base, release, scheme)
    if not listed:
        message = f"{name!r} has no competencies, so that nothing can be found in it"
        raise NotFoundError(message)
    return _entries(base, release, listed)


def framework_members(base: KnowledgeBase, name: str) -> frozenset[str]:
    """Return the addresses of the competencies of a framework, without what else is known of them.

    Raises
    ------
    NotFoundError
        With the frameworks there are.
    """
    return frozenset(_listed(base, *_find(base, name)))


def framework_dropped(base: KnowledgeBase, name: str) -> frozenset[str]:
    """Return the addresses of what a version of a standard has dropped, and keeps for those who have its address.

    Raises
    ------
    NotFoundError
        With the frameworks there are.
    """
    release, scheme = _find(base, name)
    query = f"SELECT ?s {{ ?s <{SKOS.inScheme}> <{scheme}> ; <{OWL.deprecated}> true }}"
    return frozenset(iri for (iri,) in base.rows(query, [release.iri]))


def framework_release(base: KnowledgeBase, name: str) -> Release:
    """Return the release that holds a framework.

    Raises
    ------
    NotFoundError
        With the frameworks there are.
    """
    return _find(base, name)[0]


def framework_language(base: KnowledgeBase, name: str) -> str:
    """Return the BCP 47 tag of the language that the names of a framework are in, empty where its release says none.

    Raises
    ------
    NotFoundError
        With the frameworks there are.
    """
    release, _ = _find(base, name)
    spoken = [tag for said in (release.language or "").split(",") if (tag := said.strip())]
    # A release may have its occupations in a language that its competencies are not in.
    named = _languages(base, release) if len(spoken) > 1 else []
    return preferred_language(named or spoken)


def framework_title(base: KnowledgeBase, name: str) -> tuple[Iri, str]:
    """Return address and title of a framework: its own, or those of the release that holds it.

    Raises
    ------
    NotFoundError
        With the frameworks there are.
    """
    release, scheme = _find(base, name)
    query = f"SELECT (LANG(?title) AS ?language) ?title {{ <{scheme}> <{SKOS.prefLabel}> ?title }}"
    title = preferred_text((language, text) for language, text in base.rows(query, [release.iri]))
    return (Iri(scheme), title) if title else (release.iri, release.title.value)


def frameworks(base: KnowledgeBase) -> list[str]:
    """Return the names of the frameworks there are: sources, then standards and firms."""
    current = base.current()
    prefix = base.identifiers.mint(FRAMEWORK, "")
    query = f"SELECT DISTINCT ?s {{ ?s a <{CEASN.CompetencyFramework}> }}"
    schemes = [iri for (iri,) in base.rows(query, [release.iri for release in current])]
    own = sorted(iri.removeprefix(prefix) for iri in schemes if iri.startswith(prefix))
    listing = (r.source for r in current if r.source not in own and r.reader not in SINGLES and _lists(base, r))
    return [*listing, *own]


def _find(base: KnowledgeBase, name: str) -> tuple[Release, str]:
    """Return the release that holds a framework, and the address that its scheme has there if it has one."""
    slug, _, version = name.partition("@")
    scheme = base.identifiers.mint(FRAMEWORK, slug)
    for release in _releases(base, slug, version):
        if (release.source == slug and _holds(base, release)) or _members(base, release, scheme):
            return release, scheme
        if release.reader == SHEET and _is_framework(base, release, scheme):  # the list of a firm may be empty
            return release, scheme
    names = frameworks(base)
    there = ", ".join(names) or "none: import one as onet, esco, partnership or sheet"
    first = f"; import it first: ladderworks import {slug} PATH..." if slug in PUBLISHED and not version else ""
    meant = "" if first else _meant(base, slug, names)
    message = f"{name!r} is no framework here{first}; there are {there}{meant}"
    raise NotFoundError(message)


def _meant(base: KnowledgeBase, said: str, names: Sequence[str]) -> str:
    """Return the question which framework is meant: of that title, of a name that ends so, or of one much like it."""
    titled = (name for name in names if framework_title(base, name)[1].casefold() == said.casefold())
    ending = (name for name in names if name.endswith(f"-{said}"))
    found = next(titled, "") or next(ending, "") or nearest(said, names)
    return f". Do you mean {found!r}?" if found else ""


def _lists(base: KnowledgeBase, release: Release) -> bool:
    """Return whether a release has competencies; wage statistics and crosswalks have none."""
    return any(base.rows(f"SELECT ?s {{ ?s a <{CEASN.Competency}> }} LIMIT 1", [release.iri]))


def _holds(base: KnowledgeBase, release: Release) -> bool:
    """Return whether a release has competencies, or a framework that they are yet to come into."""
    framed = f"SELECT ?s {{ ?s a <{CEASN.CompetencyFramework}> }} LIMIT 1"
    return _lists(base, release) or any(base.rows(framed, [release.iri]))


def _is_framework(base: KnowledgeBase, release: Release, scheme: str) -> bool:
    """Return whether a release has a framework, which may be empty."""
    return any(base.rows(f"SELECT ?s {{ BIND(<{scheme}> AS ?s) ?s a <{CEASN.CompetencyFramework}> }}", [release.iri]))


def _languages(base: KnowledgeBase, release: Release) -> list[str]:
    """Return the tags of the languages in which a release names its competencies."""
    query = (
        "SELECT DISTINCT (LANG(?label) AS ?language) "
        f"{{ ?s a <{CEASN.Competency}> ; <{SKOS.prefLabel}> ?label FILTER(LANG(?label) != '') }}"
    )
    return [language for (language,) in base.rows(query, [release.iri])]


def _listed(base: KnowledgeBase, release: Release, scheme: str) -> set[str]:
    return _members(base, release, scheme) or _competencies(base, release)


def _members(base: KnowledgeBase, release: Release, scheme: str) -> set[str]:
    query = f"SELECT ?s {{ ?s <{SKOS.inScheme}> <{scheme}> {IN_FORCE} }}"
    return {iri for (iri,) in base.rows(query, [release.iri])}


def _releases(base: KnowledgeBase, slug: str, version: str) -> Iterable[Release]:
    """Return where a framework may be: in the release that is named, else in what is in force or newest."""
    if version:
        of_version = [release for release in base.releases() if release.version == version]
        named = [r for r in of_version if r.source == slug or (r.reader == SHEET and r.source == f"sheet-{slug}")]
        return named or [base.release(f"{slug}@{version}")]
    in_force = release_in_force(base.releases(), slug)
    current = sorted(base.current(), key=lambda release: release.source != slug)
    return [in_force, *current] if in_force else current


def _competencies(base: KnowledgeBase, release: Release) -> set[str]:
    query = (
        f"SELECT ?s ?k {{ ?s a <{CEASN.Competency}> OPTIONAL {{ ?s <{DCTERMS.type}> ?k }} "
        f"{IN_FORCE} FILTER NOT EXISTS {{ ?s a <{LW.LearningOutcome}> }} }}"
    )
    return {iri for iri, kind in base.rows(query, [release.iri]) if not kind or kind in TAUGHT}


def _entries(base: KnowledgeBase, release: Release, listed: set[str]) -> list[Entry]:
    said = {field: _said(base, release, predicate) for field, predicate in SINGLE.items()}
    single = {field: {iri: preferred_text(texts) for iri, texts in of.items()} for field, of in said.items()}
    levels = dict(base.pairs(release, ESCO.skillReuseLevel))
    others: dict[str, set[str]] = {}
    for predicate in OTHER_NAMES:
        for iri, text in base.pairs(release, predicate):
            others.setdefault(iri, set()).add(text)
    for iri, labels in said["label"].items():
        if elsewhere := {label for _, label in labels} - {single["label"][iri]}:
            others.setdefault(iri, set()).update(elsewhere)
    return [
        Entry.model_validate(
            {
                "iri": iri,
                "label": iri,
                **{field: values[iri] for field, values in single.items() if iri in values},
                "alt_labels": tuple(sorted(others.get(iri, ()))),
                "reach": REACH.get(levels.get(iri, ""), 0),
            }
        )
        for iri in sorted(listed)
    ]


def _said(base: KnowledgeBase, release: Release, predicate: str) -> dict[str, list[tuple[str, str]]]:
    """Return what a release says of each thing by a property, with the tags of the languages."""
    found: dict[str, list[tuple[str, str]]] = {}
    query = f"SELECT ?s (LANG(?o) AS ?language) ?o {{ ?s <{predicate}> ?o }}"
    for iri, language, text in base.rows(query, [release.iri]):
        found.setdefault(iri, []).append((language, text))
    return found
