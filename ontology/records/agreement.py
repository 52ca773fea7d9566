"""Agreement: what is decided of a proposal, and how each organization stands to it, as PROV activities."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field
from rdflib import URIRef

from ontology.namespaces import CEASN, LW, OWL, PROV, RDFS, SKOS
from ontology.records.record import Iri, Record, Text
from ontology.records.reviews import Digest, with_zone

When = Annotated[datetime, PROV.endedAtTime, AfterValidator(with_zone)]


class DecisionKind(StrEnum):
    """What is decided of a candidate, as the address of its concept."""

    ACCEPT = str(LW.Accept)
    REJECT = str(LW.Reject)
    REWORD = str(LW.Reword)
    MERGE = str(LW.Merge)
    SPLIT = str(LW.SplitOff)
    MOVE = str(LW.Move)
    LEVEL = str(LW.SetLevel)
    NOT_NEEDED = str(LW.NotNeeded)
    UNDO = str(LW.Undo)

    @property
    def word(self) -> str:
        """As people say it: ``accept``, ``not needed``."""
        return self.name.lower().replace("_", " ")


class Position(StrEnum):
    """How an organization stands to a statement or to a whole standard, as the address of its concept."""

    ENDORSE = str(LW.Endorse)
    ADOPT_WITH_CHANGE = str(LW.AdoptWithChange)
    ABSTAIN = str(LW.Abstain)
    DISSENT = str(LW.Dissent)
    RATIFY = str(LW.Ratify)
    REFUSE = str(LW.Refuse)
    WITHDRAW = str(LW.TakeBack)
    """It takes back what it said, and has not spoken."""

    @property
    def word(self) -> str:
        """As people say it: ``endorse``, ``adopt with change``."""
        return self.name.lower().replace("_", " ")


class Decider(Record):
    """A person who decides or speaks, for one organization or for none: who acts for two is here twice.

    Parameters
    ----------
    on_behalf_of
        Organization that the person speaks for.
    """

    types: ClassVar[tuple[URIRef, ...]] = (PROV.Person,)

    name: Annotated[str, RDFS.label]
    on_behalf_of: Annotated[Iri | None, PROV.actedOnBehalfOf] = None


class Decision(Record):
    """What somebody decided of one candidate, or that a decision is undone.

    Parameters
    ----------
    standard
        Address of its framework.
    kind
        A `DecisionKind`.
    into
        The candidate that it was merged into or that its voices were moved to; the new one that they were split off to.
    voices
        The voices that are split off or moved.
    wording, label, category, code
        What the statement is called in the standard from then on; only what is decided.
    occupation, level, importance, relation
        What of the statement an occupation needs: the level 0 to 7, the importance 1 to 5, and a `RequirementType`.
    moved_from, moved_to
        Occupations or jobs, where a requirement moves from one to another.
    by
        Name of the person.
    decider
        Address of the person as a `Decider`.
    on_behalf_of
        Organization that the person speaks for.
    at
        When, with time zone.
    basis
        Digest of the candidate's revision that the person had seen.
    undoes
        The decision that no longer counts.
    """

    types: ClassVar[tuple[URIRef, ...]] = (LW.Decision, PROV.Activity)

    standard: Annotated[Iri, LW.decidedFor]
    candidate: Annotated[Iri, LW.decidedOn]
    kind: Annotated[Iri, LW.decisionKind]
    into: Annotated[Iri | None, LW.decidedInto] = None
    voices: Annotated[tuple[Iri, ...], LW.decidedVoice] = ()
    wording: Annotated[Text | None, CEASN.competencyText] = None
    label: Annotated[Text | None, SKOS.prefLabel] = None
    category: Annotated[Text | None, CEASN.competencyCategory] = None
    code: Annotated[str | None, SKOS.notation] = None
    occupation: Annotated[Iri | None, LW.occupation] = None
    level: Annotated[float | None, LW.level, Field(ge=0, le=7)] = None
    importance: Annotated[float | None, LW.importance, Field(ge=1, le=5)] = None
    relation: Annotated[Iri | None, LW.requirementType] = None
    moved_from: Annotated[Iri | None, LW.movedFrom] = None
    moved_to: Annotated[Iri | None, LW.movedTo] = None
    by: Annotated[str, LW.decidedBy]
    decider: Annotated[Iri | None, LW.decider] = None
    on_behalf_of: Annotated[Iri | None, PROV.wasAssociatedWith] = None
    at: When
    reason: Annotated[str | None, RDFS.comment] = None
    basis: Annotated[Digest, LW.basedOnRevision]
    undoes: Annotated[Iri | None, LW.undoes] = None

    @property
    def decided(self) -> DecisionKind:
        """The kind as one of those that there are."""
        return DecisionKind(self.kind)


class Endorsement(Record):
    """How an organization stands to a statement, or to a whole standard; its newest on the same counts.

    Parameters
    ----------
    standard
        Address of its framework.
    position
        A `Position`.
    subject
        Address of the candidate or competency, or of the framework where it is about the whole.
    seen
        Digest of the wording that it was shown; of a whole standard, of all that was agreed then.
    moves_seen
        Digest of the moves that it had in view, where it said so; it is not published.
    wording
        What it adopts instead.
    reason
        Why; it is published.
    version
        Of the standard in which it is published.
    by
        Name of the person who spoke for it; it is not published.
    decider
        Address of the person as a `Decider`; it is not published.
    at
        When, with time zone.
    """

    types: ClassVar[tuple[URIRef, ...]] = (LW.Endorsement, PROV.Activity)

    standard: Annotated[Iri, LW.decidedFor]
    organization: Annotated[Iri, PROV.wasAssociatedWith]
    position: Annotated[Iri, LW.positionTaken]
    subject: Annotated[Iri, LW.positionOn]
    seen: Annotated[Digest, LW.wordingSeen]
    moves_seen: Annotated[Digest | None, LW.movesSeen] = None
    wording: Annotated[Text | None, LW.wordingInstead] = None
    reason: Annotated[str | None, RDFS.comment] = None
    version: Annotated[str | None, OWL.versionInfo] = None
    by: Annotated[str | None, LW.decidedBy] = None
    decider: Annotated[Iri | None, LW.decider] = None
    at: When

    @property
    def taken(self) -> Position:
        """The position as one of those that there are."""
        return Position(self.position)
