"""What anybody may read of an agreement, as a record: the statements of a version, and who stands how to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from ontology.frozen import Frozen
from ontology.records import Iri, Position
from pathways.agreements.catalog import PublicVersion, public_version
from pathways.agreements.matrix import Cell, Line, Matrix, Seat
from pathways.agreements.published import PublishedStandard
from pathways.agreements.published_matrix import published_matrix


class Speaker(Frozen):
    """An organization that may speak.

    Parameters
    ----------
    role
        ``firm``, ``union`` or ``college``.
    """

    address: Iri
    name: str
    role: str


class Stance(Frozen):
    """How an organization stands to a statement, or to the whole standard.

    Parameters
    ----------
    role
        ``firm``, ``union`` or ``college``.
    position
        ``endorse``, ``adopt with change``, ``abstain``, ``dissent``, ``ratify`` or ``refuse``.
    change
        What it adopts instead; empty where it is nothing else.
    reason
        Why; empty where it did not say.
    day
        When it said so.
    """

    organization: Iri
    name: str
    role: str
    position: str
    change: str = ""
    reason: str = ""
    day: date


class PublicStatement(Frozen):
    """A statement of the version.

    Parameters
    ----------
    support
        ``core``, ``shared``, ``emerging``, ``firm-specific`` or ``unsaid``; empty where it is not known.
    adopted_by
        How many firms adopt it, also with a change.
    """

    address: Iri
    code: str
    wording: str
    category: str
    support: str
    adopted_by: int
    positions: tuple[Stance, ...]


class Dissent(Frozen):
    """A reason to dissent, with all statements that an organization gives it for."""

    organization: Iri
    name: str
    role: str
    reason: str
    day: date
    statements: tuple[PublicStatement, ...]


class PublicAgreement(Frozen):
    """An agreement as it was published with one version of a standard.

    Parameters
    ----------
    address
        Of the standard, the same in every version.
    about
        What it is and whose, in a sentence.
    rule
        What it took that something was agreed; empty where nothing was agreed on by it.
    kept
        What it keeps of the versions before it, and until when; empty in a first version.
    organizations
        Who may speak: firms, then unions, then colleges, each by name.
    whole
        How organizations stand to the whole standard: here unions ratify.
    last
        Day of the last position.
    versions
        All that were published, the oldest first.
    """

    slug: str
    title: str
    version: PublicVersion
    address: Iri
    license: str = ""
    about: str
    rule: str = ""
    kept: str = ""
    organizations: tuple[Speaker, ...]
    whole: tuple[Stance, ...]
    statements: tuple[PublicStatement, ...]
    last: date | None = None
    versions: tuple[PublicVersion, ...]
    sources: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def firms(self) -> int:
        """How many firms there are."""
        return sum(seat.role == "firm" for seat in self.organizations)

    @property
    def ratified_by(self) -> list[Stance]:
        """Who ratifies the whole."""
        return [one for one in self.whole if one.position == Position.RATIFY.word]

    @property
    def refused_by(self) -> list[Stance]:
        """Who refuses the whole."""
        return [one for one in self.whole if one.position == Position.REFUSE.word]

    @property
    def silent_unions(self) -> list[Speaker]:
        """Unions that have not spoken on the whole."""
        heard = {one.organization for one in self.whole}
        return [seat for seat in self.organizations if seat.role == "union" and seat.address not in heard]

    @property
    def dissenting(self) -> int:
        """How many dissents there are, one for each organization and statement."""
        return sum(len(one.statements) for one in self.dissents)

    @property
    def dissents(self) -> list[Dissent]:
        """Who dissents from what, each reason of an organization once; in the order of the statements."""
        found: dict[tuple[Iri, str], tuple[Stance, list[PublicStatement]]] = {}
        for statement in self.statements:
            for one in statement.positions:
                if one.position == Position.DISSENT.word:
                    found.setdefault((one.organization, one.reason), (one, []))[1].append(statement)
        return [
            Dissent(
                organization=one.organization,
                name=one.name,
                role=one.role,
                reason=one.reason,
                day=one.day,
                statements=tuple(statements),
            )
            for one, statements in found.values()
        ]


def public_agreement(standard: PublishedStandard) -> PublicAgreement:
    """Return what anybody may read of the agreement that a version was published with."""
    matrix = published_matrix(standard)
    versions = tuple(public_version(one, standard.in_force) for one in standard.versions)
    return PublicAgreement(
        slug=matrix.slug,
        title=matrix.title,
        version=next(one for one in versions if one.name == standard.release.name),
        address=standard.framework.iri,
        license=standard.release.license or "",
        about=matrix.about,
        rule=matrix.rule,
        kept=matrix.kept,
        organizations=tuple(Speaker(address=one.address, name=one.name, role=one.role) for one in matrix.seats),
        whole=_stances(matrix.seats, matrix.whole),
        statements=tuple(_statement(matrix, line) for line in matrix.lines),
        last=matrix.last,
        versions=versions,
        sources=matrix.sources,
        notes=matrix.notes,
    )


def _statement(matrix: Matrix, line: Line) -> PublicStatement:
    return PublicStatement(
        address=Iri(line.address),
        code=line.code,
        wording=line.wording,
        category=line.category,
        support=line.support,
        adopted_by=matrix.adopters(line),
        positions=_stances(matrix.seats, line.cells),
    )


def _stances(seats: Sequence[Seat], cells: Iterable[Cell]) -> tuple[Stance, ...]:
    """Return the positions in a row of a matrix."""
    return tuple(
        Stance(
            organization=seat.address,
            name=seat.name,
            role=seat.role,
            position=cell.said.position,
            change=cell.said.change,
            reason=cell.said.reason,
            day=cell.said.day,
        )
        for seat, cell in zip(seats, cells, strict=True)
        if cell.said
    )
