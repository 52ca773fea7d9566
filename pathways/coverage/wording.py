"""The words for the parts of a curriculum map: the same on the page, in workbooks and on a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil
from typing import Final

from ontology.records import TeachingLevel, printed
from pathways.amounts import count
from pathways.coverage.demand import AskingJob, Demand, Want
from pathways.coverage.ladder_places import LadderPlace
from pathways.coverage.outcomes import OutcomeMatch
from pathways.coverage.proposal import Proposal, Standing
from pathways.coverage.reach import Distance, RungReach
from pathways.coverage.reviewed import BESIDE
from pathways.coverage.teaching import Teaching
from standards.reviewing import Status, standing_words

LEVELS: Final = {
    TeachingLevel.INTRODUCED: "introduced",
    TeachingLevel.REINFORCED: "reinforced",
    TeachingLevel.MASTERED: "mastered",
}

LETTERS: Final = "I: introduced, R: reinforced, M: mastered"

LEVELS_INFERRED: Final = (
    "What stands in parentheses, (I), is inferred, not declared: terms or prerequisites say which course comes first, "
    "and verbs what students do. "
)

UNLEVELED: Final = "Where there is no letter, nothing says how far the course goes."

NO_LEVELS: Final = (
    "No level (introduced, reinforced, mastered) is shown: the college declares none, and neither terms nor "
    "prerequisites say which of the courses that teach a competency comes first."
)

ONLY_INTRODUCED: Final = (
    "“Only introduced” are those of the competencies that the job asks for that the college declares to be introduced, "
    "and nowhere reinforced or mastered: a graduate has met them, and may not yet do them alone."
)

WEIGHED: Final = (
    "how many jobs ask and how important it is to them (each job adds its importance minus 1, or 1 where it gives none)"
)
"""What `Want.weight` is."""

LACKS_MOST: Final = "The area that lacks most stands first; within an area, what is asked for most."
"""In which order areas stand, and what is missing of them."""

MANY_ASK: Final = "In bold: what at least half of the jobs ask for."

JOBS: Final = 3
"""Jobs within reach that are named."""

ALIKE: Final = "All are asked for alike; sorted by name."

BESIDE_WORDS: Final = (
    "Beside the best match of an outcome a second and a third competency count only from {} on, so what is “nearest, "
    "not counted” can have more than a best match needs."
)

HUNDREDTH: Final = 0.01
"""Of a credit: the least that is told apart."""

ROUNDING: Final = 1e-9
"""Percentage points that are an error of floating point: 0.7 and 0.1 are 0.7999… together."""


def percent(share: float) -> str:
    """Return a share of 0 to 1 as a percentage.

    Only what is nothing is 0%. From where something counts, or has another word, is a whole tenth; so no share is
    rounded up to a tenth: what is just below 40% and not counted is not said to be 40%.

    Example
    -------
    >>> percent(0.397), percent(0.4), percent(0.376), percent(0.598), percent(0.001), percent(0.999), percent(1)
    ('39%', '40%', '38%', '59%', '1%', '99%', '100%')
    """
    rounded = round(100 * share)
    reached = rounded % 10 or rounded <= 100 * share + ROUNDING
    return f"{max(rounded if reached else rounded - 1, min(1, ceil(share)))}%"


def credits_words(credits_: float | None) -> str:
    """Return credits, exact to the eighth, other parts to a hundredth; empty where they are not known.

    Example
    -------
    >>> credits_words(1.25), credits_words(0.625), credits_words(5), credits_words(None)
    ('1.25', '0.625', '5', '')
    >>> credits_words(10 / 6), credits_words(0.0001), credits_words(0)
    ('1.67', 'under 0.01', '0')
    """
    if credits_ is None:
        return ""
    if 0 < credits_ < HUNDREDTH / 2:
        return "under 0.01"
    places = 3 if 8 * credits_ % 1 == 0 else 2
    return f"{credits_:.{places}f}".rstrip("0").rstrip(".")


def level_letter(level: TeachingLevel | None, *, declared: bool) -> str:
    """Return a level for a narrow cell, in parentheses where it is inferred; empty where nothing says it.

    Example
    -------
    >>> level_letter(TeachingLevel.MASTERED, declared=True), level_letter(TeachingLevel.MASTERED, declared=False)
    ('M', '(M)')
    """
    letter = LEVELS[level][0].upper() if level else ""
    return letter if declared or not letter else f"({letter})"


def level_words(level: TeachingLevel | None, *, declared: bool) -> str:
    """Return a level in words; empty where nothing says it.

    Example
    -------
    >>> level_words(TeachingLevel.MASTERED, declared=True), level_words(TeachingLevel.MASTERED, declared=False)
    ('mastered', 'mastered (inferred)')
    """
    return f"{LEVELS[level]}{'' if declared else ' (inferred)'}" if level else ""


def levels_legend(*, declared: bool, inferred: bool) -> str:
    """Return what the letters of levels mean that are shown, or why there are none."""
    if not (declared or inferred):
        return NO_LEVELS
    letters = f"{LETTERS}, as the college declares" if declared else LETTERS
    return f"{letters}. {LEVELS_INFERRED if inferred else ''}{UNLEVELED}"


def sureness(teaching: Teaching) -> str:
    """Return how sure it is that a course teaches something: ``accepted``, or the confidence of the suggestion."""
    return "accepted" if teaching.standing is Standing.TAUGHT else percent(teaching.confidence)


def importance_words(importance: float | None) -> str:
    """Return an importance on its scale, empty where it is not rated.

    Example
    -------
    >>> importance_words(4.0934), importance_words(None)
    ('4.1 of 5', '')
    """
    return "" if importance is None else f"{importance:.1f} of 5"


def asked_by(want: Want, demand: Demand) -> str:
    """Return who asks for a competency: ``15 of 18 jobs``; a firm's list may name what no job does."""
    if want.asks:
        return f"{len(want.asks)} of {count(len(demand.jobs), 'job')}"
    return f"{len(want.firms)} of {count(len(demand.firms), 'firm')}"


def many_ask(want: Want, demand: Demand) -> bool:
    """Return whether at least half of several jobs ask for a competency."""
    return len(demand.jobs) > 1 and 2 * len(want.asks) >= len(demand.jobs)


def order_words(wants: Sequence[Want], demand: Demand) -> str:
    """Return by what competencies are sorted that stand in the order of `most_wanted_first`; empty for a single one.

    What they all have alike sorts nothing, and is not named.
    """
    if len(wants) < 2:
        return ""
    keys = (
        _weighed(wants, demand),
        "how many firms may list it" if _differ(len(w.firms) for w in wants) else "",
    )
    named = ", then ".join(filter(None, keys))
    return f"Sorted by {named}, then by name." if named else ALIKE


def _weighed(wants: Sequence[Want], demand: Demand) -> str:
    """Return what the weight of competencies says; empty where all weigh the same."""
    if not _differ(want.weight for want in wants):
        return ""
    if len(demand.jobs) == 1:
        return "how important it is to the job"
    return WEIGHED if any(want.importance is not None for want in wants) else "how many jobs ask"


def _differ(values: Iterable[float]) -> bool:
    return len(set(values)) > 1


def beside_words() -> str:
    """Return what a competency needs to count that is not the best match of its outcome."""
    return BESIDE_WORDS.format(percent(BESIDE))


def asking_jobs(want: Want, demand: Demand, most: int) -> str:
    """Return the jobs to which a competency matters most, and how many more there are."""
    names = [printed(demand.by_job[ask.job].label) for ask in want.asks]
    return and_more(names, most)


def and_more(names: Sequence[str], most: int) -> str:
    """Return some names and the number of the others.

    Example
    -------
    >>> and_more(["pumps", "fans", "belts"], 2), and_more(["pumps", "fans"], 2)
    ('pumps; fans; and 1 more', 'pumps; fans')
    """
    rest = len(names) - most
    return "; ".join([*names[:most], *([f"and {rest} more"] if rest > 0 else [])])


def status_words(proposal: Proposal) -> str:
    """Return where a proposal stands, and who said so."""
    return standing_words(proposal.status, proposal.judgments, proposal.why)


def unmatched_words(outcome: OutcomeMatch) -> str:
    """Return who found that an outcome means nothing in the framework; empty where nobody did."""
    return standing_words(Status.UNMATCHED, outcome.unmatched) if outcome.unmatched else ""


def rung_words(rung: RungReach, *, doubtful: bool = False) -> str:
    """Return how near a rung is; no share of competencies stands in for a license.

    Parameters
    ----------
    doubtful
        Whether the program may be of another field.
    """
    needs = f", but needs: {rung.job.license}" if rung.job.license and rung.distance is Distance.NEAR else ""
    return f"{rung.distance.value}{', doubtful' if doubtful else ''}{needs}"


def reached_words(found: Sequence[RungReach]) -> str:
    """Return in a sentence which jobs are within reach, or that none is and which is nearest."""
    near = [rung for rung in found if rung.distance is Distance.NEAR]
    if near:
        names = and_more([printed(rung.job.label) for rung in near], JOBS)
        return f"{len(near):,} of {count(len(found), 'job')} {'is' if len(near) == 1 else 'are'} within reach: {names}."
    first = found[0]
    nearest = f"{printed(first.job.label)}, with {percent(first.share)} of what the job asks for"
    return f"None yet. The nearest is {nearest}." if first.share else "None yet."


def place_words(rung: RungReach) -> str:
    """Return at which height of the picture of the ladder a job stands."""
    if rung.place is None:
        return "not among its rungs"
    if not rung.place.level:
        return "apart: no step found"
    band = f"{rung.place.band[:1].lower()}{rung.place.band[1:]}"
    return f"level {rung.place.level} of {rung.place.levels} from the bottom ({band})"


def next_words(place: LadderPlace) -> str:
    """Return where one climbs from a rung, and where one goes sideways; empty for a rung that stands apart.

    Example
    -------
    >>> place = LadderPlace(ladder="http://x/1", title="Panel", level=2, levels=3, next=("Lead",), sideways=("Fitter",))
    >>> next_words(place)
    'next: Lead; sideways: Fitter'
    >>> next_words(place.model_copy(update={"next": (), "sideways": ()}))
    'no step leads up from here'
    """
    if not place.level:
        return ""
    up = f"next: {'; '.join(map(printed, place.next))}" if place.next else "no step leads up from here"
    return f"{up}; sideways: {'; '.join(map(printed, place.sideways))}" if place.sideways else up


def unconfirmed_words(found: int, unconfirmed: int) -> str:
    """Return how many of some competencies are only suggested: a percentage of them is worth no more than that.

    Example
    -------
    >>> unconfirmed_words(20, 20), unconfirmed_words(20, 3), unconfirmed_words(20, 0), unconfirmed_words(0, 0)
    ('all 20 unconfirmed', '3 of 20 unconfirmed', 'all 20 confirmed', '')
    >>> unconfirmed_words(1, 1), unconfirmed_words(1, 0)
    ('unconfirmed', 'confirmed')
    """
    every = "" if found == 1 else f"all {found:,} "
    if not found:
        return ""
    if not unconfirmed:
        return f"{every}confirmed"
    return f"{every}unconfirmed" if unconfirmed == found else f"{unconfirmed:,} of {found:,} unconfirmed"


def also_needs(job: AskingJob) -> str:
    """Return what a job asks besides competencies."""
    return "; ".join(filter(None, (job.license, job.education)))
