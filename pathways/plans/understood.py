"""What a record was understood as, line by line, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathways.plans.claims import Basis, Claim, Fitting, HeldJob, Holdings
from pathways.plans.wording import sure

Said = tuple[int, str]

WHAT: Final = {
    Basis.ATTESTED: "",
    Basis.ASSERTED: "counts as {label}",
    Basis.MATCHED: "counts as {label} ({sure})",
    Basis.DONE: "counts as {label}: a machine reads it as “{through}”, which O*NET counts there ({sure})",
}
"""What a claim says of a line; of credentials too much, and of jobs all that they ask for, so these are named alone."""


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


def _parts(held: Holdings) -> Iterator[tuple[Said, str]]:
    for job in held.worked:
        yield (job.row or 0, job.said), _job(job)
    for one in held.named:
        yield (one.row or 0, one.said), f"you hold {one.credential.label}"
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
