"""The profiles of ESCO's occupations, from a knowledge base."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from ontology.errors import NotFoundError
from ontology.namespaces import ESCO, SKOS
from ontology.records import Iri, Release, Text
from ontology.store import KnowledgeBase
from pathways.occupations.catalog import OccupationEntry, Occupations
from pathways.profiles.profile import Profiles
from standards.preferred_language import ENGLISH, preference

NAMED = f"SELECT ?work ?name (LANG(?name) AS ?language) {{ ?work a <{ESCO.Occupation}> ; <%s> ?name }}"


def read_profiles(base: KnowledgeBase) -> Profiles:
    """Return the profiles of ESCO's occupations: the essential and the optional skills of each.

    Raises
    ------
    NotFoundError
        Where ESCO is not imported.
    """
    release = base.release("esco")
    labels, others, codes = (_said(base, release, p) for p in (SKOS.prefLabel, SKOS.altLabel, SKOS.notation))
    if not labels:
        message = f"{release.source} {release.version} has no occupations; import it with its occupations file"
        raise NotFoundError(message)
    occupations = Occupations.of(
        OccupationEntry(
            iri=Iri(work),
            code=codes[work][0].value if work in codes else work,
            label=_preferred(names),
            alt_labels=tuple(sorted({name.value for name in others.get(work, ())})),
        )
        for work, names in labels.items()
    )
    skills = (_grouped(base.pairs(release, p)) for p in (ESCO.relatedEssentialSkill, ESCO.relatedOptionalSkill))
    return Profiles.of(occupations, *skills)


def _preferred(names: Iterable[Text]) -> Text:
    return min(names, key=lambda name: (preference(name.language), name.value))


def _said(base: KnowledgeBase, release: Release, predicate: str) -> dict[str, list[Text]]:
    found: defaultdict[str, list[Text]] = defaultdict(list)
    for work, name, language in base.rows(NAMED % predicate, [release.iri]):
        found[work].append(Text(value=name, language=language or ENGLISH))
    return dict(found)


def _grouped(pairs: Iterable[tuple[str, str]]) -> Mapping[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for one, other in pairs:
        found[one].append(other)
    return found
