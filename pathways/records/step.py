"""A step of a ladder, with all that is known of it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from ontology.frozen import Frozen
from ontology.records import Iri, Text
from pathways.records.bridge import Bridge

Share = Annotated[float, Field(ge=0, le=1)]
Zone = Annotated[int, Field(ge=0, le=5)]


class Direction(StrEnum):
    """Where a step leads."""

    ADVANCE = "advance"
    """To more preparation, or to better pay for the same."""
    LATERAL = "lateral"
    """To much the same preparation and pay, or to a special form of an occupation in a lower job zone."""
    BRIDGE = "bridge"
    """To a rung that skills alone do not open: a license, a degree or an apprenticeship stands between."""


class Basis(StrEnum):
    """How something that is said came about."""

    ASSERTED = "asserted"
    """As a release states it."""
    INFERRED = "inferred"
    """Taken over by a rule from what a release states of something else."""
    COMPUTED = "computed"
    """Worked out from several statements."""


class Follows(StrEnum):
    """By which rule people take a step, however unlike the work of its two ends looks."""

    LEAD = "lead"
    """To the supervisor of one's crew."""
    MANAGE = "manage"
    """To who manages the field that one knows, or in which one leads a crew."""
    JUDGE = "judge"
    """To who inspects, estimates or appraises the work that one has done."""
    TRADE = "trade"
    """From helping in a trade to learning it."""
    HELP = "help"
    """From the work of a laborer to helping in a trade."""


class StepBasis(Frozen):
    """How each part of a step came about; ``None`` where there is none of it.

    Parameters
    ----------
    gap, relatedness, wage
        Worked out from ratings, views and medians.
    support
        Inferred where a rule says that people take the step; computed from relatedness otherwise.
    license
        Asserted by a partnership; inferred where a list of what most states ask for stands in.
    credentials
        As the releases that describe them say.
    education, experience, training
        Of the preparation: a partnership's word, the answers of those in the job, or those of its whole job zone.
    """

    gap: Basis | None = None
    relatedness: Basis = Basis.COMPUTED
    support: Basis | None = None
    wage: Basis | None = None
    license: Basis | None = None
    credentials: Basis | None = None
    education: Basis | None = None
    experience: Basis | None = None
    training: Basis | None = None

    def parts(self, basis: Basis) -> tuple[str, ...]:
        """Return the names of the parts that came about in one way.

        Example
        -------
        >>> StepBasis(gap="computed", license="inferred").parts(Basis.COMPUTED)
        ('gap', 'relatedness')
        """
        return tuple(name for name, how in self if how is basis)


class Reference(Frozen):
    """A thing named by address and label, for instance a credential that a step asks for."""

    iri: Iri
    label: Text


class Gain(Frozen):
    """A competency in which the upper rung asks for more than the lower one has.

    Parameters
    ----------
    importance
        To the upper rung, 1 to 5.
    level_from, level_to
        On the competency's scale, 0 to 7; ``None`` where the lower rung has no rating.
    share
        Of the whole gap, 0 to 1.
    taught_by
        Courses that teach it, as far as a release asserts it.
    attested_by
        Credentials whose holders have shown it.
    source
        Name of the release that the ratings are from.
    """

    competency: Iri
    label: Text
    kind: Iri
    importance: float | None = None
    level_from: float | None = None
    level_to: float | None = None
    share: Share
    taught_by: tuple[Reference, ...] = ()
    attested_by: tuple[Reference, ...] = ()
    source: str


class Preparation(Frozen):
    """What getting there takes.

    Parameters
    ----------
    zone_from, zone_to
        Job zones 1 to 5; 0 where unknown.
    education
        What is usually required of the upper rung, the median of what those asked said; else what a partnership says.
    school_months
        Of full-time school that what is usual on the upper rung asks for beyond what is usual on the lower one.
    experience_months
        Of related work that the upper rung asks for beyond what the lower one asks for and trains.
    training_months
        Typical months of training for the upper rung.
    license
        Without which nobody may work there; empty where none is known.
    anew
        What one begins from the start though one has it already, in another subject or another trade: another degree,
        another apprenticeship. Empty where that is not so.
    """

    zone_from: Zone = 0
    zone_to: Zone = 0
    education: str = ""
    school_months: float | None = None
    experience_months: float | None = None
    training_months: float | None = None
    license: str = ""
    anew: str = ""


class Evidence(Frozen):
    """How one view of two occupations sees them: the evidence behind a relatedness.

    Parameters
    ----------
    view
        For instance ``knowledge`` or ``tasks``.
    similarity
        -1 to 1.
    rank
        Place of the upper rung among all that the lower one could go to in this view; 1 is the closest.
    source
        Name of the release behind the view.
    counted
        Whether relatedness is fused from it, too; else it is shown beside.
    """

    view: str
    similarity: Annotated[float, Field(ge=-1, le=1)]
    rank: Annotated[int, Field(ge=1)]
    source: str
    counted: bool = True


class TradeOff(Frozen):
    """Pay that a step gives up, where it is more than a reader should overlook.

    Parameters
    ----------
    amount
        US dollars a year by which the upper rung's median is lower.
    share
        The same as a fraction of the lower rung's median.
    """

    amount: Annotated[float, Field(gt=0)]
    share: Share


class Step(Frozen):
    """From one rung to another, with every reason.

    Parameters
    ----------
    relatedness
        0 to 1; how close the two are over all views.
    support
        `closeness`, more where both must know and study the same, less where they must not: by it a step may be taken.
        No share: about -0.3 to 1.4. ``None`` where nothing of it was computed.
    closeness
        0 to 1: relatedness, or more where a rule holds.
    follows
        The rule by which people take the step, however unlike the work looks; ``None`` where none is needed.
    gap
        0 (nothing to learn) to 1: what the upper rung needs above what the lower one has, weighted by importance.
    wage_change
        Of the median, as a fraction of the lower one: 0.25 is a quarter more.
    wage_region
        Whose medians are compared where the ladder's own region does not publish both: the narrowest of the wider ones
        that does. Empty where it is the ladder's own.
    tradeoff
        What is given up where pay falls by more than a tenth; ``None`` where it does not.
    learning_pay
        What is given up at first, where the best paid apprenticeship begins below the lower rung's median; ``None``
        where none does.
    long
        Whether most of what the upper rung asks is new, and no credential, license or degree stands for it.
    credentials, helpful
        What the upper rung asks for, and what is of use there, that the lower one has no use for.
    bridges
        What makes the step possible: what is asked for first, then apprenticeships, programs, credentials of use.
    main
        Whether it is on the best route.
    basis
        What of all this is asserted, inferred and computed.
    """

    start: Iri
    end: Iri
    direction: Direction
    relatedness: Share
    support: float | None = None
    closeness: Share | None = None
    follows: Follows | None = None
    gap: Share | None = None
    gains: tuple[Gain, ...] = ()
    preparation: Preparation = Preparation()
    wage_change: float | None = None
    wage_region: str = ""
    tradeoff: TradeOff | None = None
    learning_pay: TradeOff | None = None
    long: bool = False
    credentials: tuple[Reference, ...] = ()
    helpful: tuple[Reference, ...] = ()
    bridges: tuple[Bridge, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    notes: tuple[str, ...] = ()
    main: bool = False
    basis: StepBasis = StepBasis()

    @property
    def voting(self) -> tuple[Evidence, ...]:
        """The views that relatedness is fused from, in their order."""
        return tuple(view for view in self.evidence if view.counted)
