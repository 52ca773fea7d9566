"""A bridge: what makes a step possible that skills alone do not."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from ontology.frozen import Frozen
from ontology.records import Iri, Text

Amount = Annotated[float, Field(ge=0)]
Percent = Annotated[float, Field(ge=1, le=100)]


class BridgeKind(StrEnum):
    """What a bridge is."""

    LICENSE = "license"
    """Known by its name only; a license that a release describes is a credential."""
    CREDENTIAL = "credential"
    APPRENTICESHIP = "apprenticeship"
    PROGRAM = "program"


class WageSchedule(Frozen):
    """What an apprenticeship pays, from its first period to its last.

    Parameters
    ----------
    percents
        Of the journey wage, period by period.
    low, high
        US dollars a year in the first period and in the last, where the journey wage is the median of `region`.
    """

    percents: tuple[Percent, ...]
    low: Amount | None = None
    high: Amount | None = None
    region: str = ""
    period: str = ""


class Bridge(Frozen):
    """A credential, a license, a program or an apprenticeship, with what it takes and what it gives.

    Parameters
    ----------
    iri
        ``None`` for a license that only its name is known of.
    credential_type
        Class in CTDL of a credential or a license, for instance ``ceterms:Certification``; ``None`` where nobody says.
    required
        Whether nobody gets there without it.
    months
        Its length.
    hours
        Of preparation for a credential.
    job_hours, instruction_hours
        Of an apprenticeship, at work and of related instruction.
    credits
        Of all courses of a program, as its college counts them.
    closes
        Share of the gap of the step in what it teaches or attests, 0 to 1; ``None`` where nobody says what that is.
    registered, agency
        Whether the standards of an apprenticeship are registered, and with whom.
    offered_by
        Sponsor, college or issuer.
    entry
        What one must bring.
    awards
        Titles of what one has at the end.
    source
        Name of the release that says so; of a license that none describes, who licenses or by which rule.
    """

    kind: BridgeKind
    label: Text
    iri: Iri | None = None
    credential_type: Iri | None = None
    required: bool = False
    months: Amount | None = None
    hours: Amount | None = None
    job_hours: Amount | None = None
    instruction_hours: Amount | None = None
    credits: Amount | None = None
    wages: WageSchedule | None = None
    closes: Annotated[float, Field(ge=0, le=1)] | None = None
    registered: bool | None = None
    agency: str = ""
    offered_by: str = ""
    entry: str = ""
    awards: tuple[str, ...] = ()
    source: str = ""
