"""The matrix that anybody may read: what was agreed and published, and the named positions on it."""

from __future__ import annotations

from ontology.records import Competency, Iri, Support
from pathways.agreements.columns import ROLES, about, cells_of, said_of, seats_of
from pathways.agreements.matrix import UNNAMED, Cell, Line, Matrix, Said, in_order
from pathways.agreements.names import plain_names
from pathways.agreements.published import PublishedStandard
from pathways.agreements.rule import KEPT, rule_in_words
from pathways.agreements.stage import published_stage
from standards.agreement import Parties, Status, quorum_of


def published_matrix(standard: PublishedStandard) -> Matrix:
    """Return the matrix that anybody may read: what was agreed and published, and the named positions on it."""
    speaking = [one for one in standard.members if one.is_a(*ROLES)]
    names, notes = plain_names(speaking)
    seats = seats_of(speaking, names)
    by_subject: dict[Iri, dict[Iri, Said | None]] = {}
    for one in standard.positions:
        by_subject.setdefault(one.subject, {})[one.organization] = said_of(one)
    return Matrix(
        slug=standard.release.source,
        title=standard.title,
        private=False,
        stage=published_stage(standard),
        about=about(seats),
        rule=_rule(standard) if standard.positions else "",
        kept=KEPT if standard.positions and standard.release != standard.versions[0] else "",
        seats=seats,
        whole=cells_of(seats, by_subject.get(standard.framework.iri, {})),
        lines=in_order(_line(item, cells_of(seats, by_subject.get(item.iri, {}))) for item in standard.items),
        last=standard.last.date() if standard.last else None,
        sources=(f"{standard.release.title}, as it was published",),
        notes=notes,
    )


def _rule(standard: PublishedStandard) -> str:
    """Return the rule that the partnership had when the version was published."""
    members = standard.partnership.members if standard.partnership else standard.organizations
    parties = Parties.of(standard.organizations.values(), members)
    return rule_in_words(quorum_of(standard.partnership, parties), parties)


def _line(item: Competency, cells: tuple[Cell, ...]) -> Line:
    return Line(
        address=item.iri,
        wording=str(item.statement or item.label),
        category=str(item.category) if item.category else UNNAMED,
        code=item.notation or "",
        status=Status.AGREED,
        support=Support(item.support).word if item.support else "",
        cells=cells,
    )
