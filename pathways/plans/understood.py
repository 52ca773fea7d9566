"""What a record was understood as, line by line, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathways.plans.claims import NO_CREDENTIAL, Basis, Claim, Fitting, HeldJob, Holdings
from pathways.plans.wording import sure

Said = tuple[int, str]

WHAT: Final = {
    Basis.ATTESTED: "",
    Basis.ASSERTED: "counts as {label}",
    Basis.MATCHED: "counts as {label} ({sure})",
    Basis.DONE: "counts as {label}: a machine reads it as “{through}”, which O*NET counts there ({sure})",
}
"""What a claim says of a line; of credentials too much, and of jobs all that they ask for, so these are named alone."""


KEEP: Final = "keep it, and ask the program that you enter to count it"


def uncounted(held: Holdings) -> list[str]:
    r"""Return each part of a record that counts for nothing, and why; credentials that are not known here in one line.

    Example
    -------
    >>> from pathways.plans.claims import Unmatched
    >>> cards = ((4, "BLS"), (5, "Food Worker Card"))
    >>> lost = [Unmatched(said=said, row=row, why=NO_CREDENTIAL) for row, said in cards]
    >>> print(*uncounted(Holdings(unmatched=(*lost, Unmatched(said="Guitar", row=6, why="nothing means this")))), sep="\n")
    Credentials that are in no catalog loaded here, so that nothing can be said of what they show (keep them, and name them to who hires): “BLS”, line 4; “Food Worker Card”, line 5
    “Guitar”, line 6: nothing means this
    """  # noqa: E501 - what a doctest prints
    strange = [f"“{lost.said}”{_line(lost.row)}" for lost in held.unmatched if lost.why == NO_CREDENTIAL]
    rest = [
        f"“{lost.said}”{_line(lost.row)}: {lost.why}{f'; nearest: {lost.nearest}' if lost.nearest else ''}"
        for lost in held.unmatched
        if lost.why != NO_CREDENTIAL
    ]
    return [f"{STRANGE}: {'; '.join(strange)}", *rest] if strange else rest


def _line(row: int | None) -> str:
    return f", line {row}" if row else ""


def understood(held: Holdings) -> list[str]:
    """Return each line of a record that counts, with what it was read as: jobs, skills, and what fits the way.

    Example
    -------
    >>> weld = Claim(competency="http://x/a", label="Welding", basis=Basis.MATCHED, said="MIG", row=3, confidence=0.8)
    >>> understood(Holdings(claims=(weld,)))
    ['“MIG”, line 3: counts as Welding (80% sure)']
    """
    found: dict[Said, list[str]] = {}
    for key, words in _parts(held):
        own = found.setdefault(key, [])
        if words not in own:
            own.append(words)
    lines = sorted(found.items(), key=lambda one: one[0][0])  # what has no line comes first, in the order of the record
    return [f"“{said}”{f', line {row}' if row else ''}: {'; '.join(words)}" for (row, said), words in lines]


STRANGE: Final = (
    "Credentials that are in no catalog loaded here, so that nothing can be said of what they show "
    "(keep them, and name them to who hires)"
)


def _parts(held: Holdings) -> Iterator[tuple[Said, str]]:
    for job in held.worked:
        yield (job.row or 0, job.said), _job(job)
    for one in held.named:
        yield (one.row or 0, one.said), f"you hold {one.credential.label}"
    for earned in held.earned:
        amount = f"{earned.credits:g} credits" if earned.credits else "a course"
        yield (earned.row or 0, earned.said), f"{amount} already earned: {KEEP}"
    for licensed in held.licenses:
        yield (licensed.row or 0, licensed.said), f"you hold a license: {licensed.license}"
    for claim in held.claims:
        if words := WHAT.get(claim.basis, ""):
            yield (claim.row or 0, claim.said), _claim(claim, words)
    for fitting in held.fitting:
        yield (fitting.row or 0, fitting.said), _fitting(fitting)


def _job(job: HeldJob) -> str:
    others = f"; the title is also one of {len(job.others)} other occupations" if len(job.others) > 1 else ""
    if len(job.others) == 1:
        others = f"; the title is also one of {job.others[0].label}"
    return f"the job {job.occupation.label}{', today' if job.present else ''}{others}"


def _claim(claim: Claim, words: str) -> str:
    return words.format(label=claim.label, through=claim.through, sure=sure(claim.confidence or 0))


def _fitting(fit: Fitting) -> str:
    kind = "a tool" if fit.tool else "a task"
    return f"speaks for {kind} of {fit.occupation.label}, “{fit.does.rstrip('.')}” ({sure(fit.confidence)})"
