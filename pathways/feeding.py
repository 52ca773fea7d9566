"""Which releases a snapshot is made of: those that say something of its occupations, or of what relates them."""

from __future__ import annotations

from ontology.namespaces import CETERMS, ESCO, LW, OWL, RDF
from ontology.records import Release
from ontology.shown import shown_releases
from ontology.store import KnowledgeBase
from pathways.occupations.facts import SOURCE
from pathways.relatedness.sides.linked import PROGRAMS

ABOUT = (
    f"{{ ?ours <{RDF.type}> <{CETERMS.Occupation}> }}",
    f"{{ ?ours <{LW.careerCluster}> ?group }}",
    f"{{ ?said <{LW.occupation}> ?ours }}",
    f"{{ ?mapping <{OWL.annotatedTarget}> ?ours }}",
    f"{{ ?said <{CETERMS.occupationType}> ?ours }}",
    f"{{ ?credential <{CETERMS.isRequiredFor}> ?ours }}",
)
"""How a release may speak of an occupation."""

PAYS = f"SELECT ?place {{ ?wage <{LW.region}> ?place }} LIMIT 1"
SKILLED = f"SELECT ?work {{ ?work <{ESCO.relatedEssentialSkill}> ?skill }} LIMIT 1"
PREPARED_FOR = f"{PROGRAMS} LIMIT 1"


def feeding(base: KnowledgeBase) -> list[Release]:
    """Return the newest releases that a snapshot depends on, and the versions in force of standards.

    Courses and credits are aside: those are read each time.
    """
    about = f"{{ {' UNION '.join(ABOUT)} FILTER(STRSTARTS(STR(?ours), '{base.identifiers.mint(SOURCE, '')}')) }}"
    queries = (PAYS, SKILLED, PREPARED_FOR, f"SELECT ?ours {about} LIMIT 1")
    known = dict.fromkeys((*base.current(), *shown_releases(base.releases())))
    return [r for r in known if any(row for query in queries for row in base.rows(query, [r.iri]))]
