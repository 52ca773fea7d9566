"""Work: what the lines of a record say was done, held against what O*NET says of work.

A line such as "replaced bearings and belts" names no skill. O*NET's tasks are instances of detailed work activities,
and these belong to the broad activities that occupations are rated by: whoever did the one did the other. A line is
compared with all detailed activities, by their names and the tasks under them; several near ones of the same broad
activity speak for it together, even where none of them is sure by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from ontology.namespaces import CETERMS, LW, SKOS
from ontology.records import Iri
from ontology.store import KnowledgeBase
from pathways.plans.claims import Fitting
from pathways.plans.common_words import holds_all, names_tool
from pathways.records.step import Reference
from standards.matching import UNMATCHED, Entry, Glance, Index, Lines

NEAR: Final = 10
"""Detailed activities that a line is compared with in the end."""

SURE_TASK: Final = 0.6
"""Confidence from which a line is taken to be one of the few tasks of a job, 0 to 1: with less, a line on washing
dishes is taken for cleaning machines."""

NAMED_TASK: Final = 0.25
"""The same where all that the line says stands in the task or in the name of the tool."""

SURE_TOOL: Final = 0.75
"""The same for the name of a tool: it is a word or two, and easily hit by chance."""


class Deed(NamedTuple):
    """What a line says was done.

    Parameters
    ----------
    rated
        Address of the broad activity.
    through
        The detailed activity that the line comes nearest to among its own.
    confidence
        Of all its detailed activities together, 0 to 1.
    """

    rated: str
    through: str
    confidence: float


def deed(found: Sequence[Glance], above: Mapping[str, str]) -> Deed | None:
    """Return the broad activity that detailed ones speak for together; none where they do not reach `UNMATCHED`.

    Parameters
    ----------
    found
        Detailed activities, the likeliest first.
    above
        The broad activity of each.

    Example
    -------
    Two near ones of maintenance, of 0.3 each, outweigh one of 0.35 that stands alone.

    >>> from types import SimpleNamespace
    >>> near = [SimpleNamespace(iri=f"http://x/{name}", label=name, confidence=sure)
    ...     for name, sure in (("drive", 0.35), ("repair", 0.3), ("lubricate", 0.3))]
    >>> deed(near, {"http://x/drive": "move", "http://x/repair": "maintain", "http://x/lubricate": "maintain"})
    Deed(rated='maintain', through='repair', confidence=0.6)
    """
    total: dict[str, float] = {}
    for suggestion in found:
        rated = above[suggestion.iri]
        total[rated] = total.get(rated, 0.0) + suggestion.confidence
    best = max(total, key=lambda rated: total[rated], default="")
    if not best or total[best] < UNMATCHED:
        return None
    through = next(suggestion.label for suggestion in found if above[suggestion.iri] == best).rstrip(".")
    return Deed(best, through, round(min(total[best], 1.0), 2))


@dataclass(frozen=True)
class JobWork:
    """What some occupations do and work with.

    Parameters
    ----------
    tasks, tools
        Entries whose code is the address of the occupation.
    activities
        The detailed activities of each task, by its address.
    """

    tasks: Sequence[Entry]
    tools: Sequence[Entry]
    activities: Mapping[str, frozenset[str]]

    @cached_property
    def task_index(self) -> Index:
        """Return the index of the tasks."""
        return Index.of(self.tasks)

    @cached_property
    def tool_index(self) -> Index:
        """Return the index of the tools."""
        return Index.of(self.tools)

    @cached_property
    def task(self) -> Mapping[str, Entry]:
        """Return each task by its address."""
        return {task.iri: task for task in self.tasks}

    @cached_property
    def owner(self) -> Mapping[str, str]:
        """Return the address of the occupation that works with each tool."""
        return {tool.iri: tool.code for tool in self.tools}

    @cached_property
    def instances(self) -> Mapping[str, Sequence[str]]:
        """Return the tasks that are instances of each detailed activity."""
        found: dict[str, list[str]] = {}
        for task in self.tasks:
            for activity in self.activities.get(task.iri, ()):
                found.setdefault(activity, []).append(task.iri)
        return found


def read_job_work(base: KnowledgeBase, occupations: Sequence[str]) -> JobWork:
    """Return what some occupations do and work with; of what several do, the first of them has it.

    Parameters
    ----------
    occupations
        Addresses.
    """
    owner: dict[str, str] = {}
    graphs = [release.iri for release in base.current()]
    values = " ".join(f"<{iri}>" for iri in occupations)
    order = {iri: at for at, iri in enumerate(occupations)}
    labels: dict[str, str] = {}
    kinds: dict[str, set[str]] = {"tasks": set(), "tools": set()}
    for kind, path in (("tasks", f"<{CETERMS.hasTask}>"), ("tools", f"<{LW.usesTool}>|<{LW.usesTechnology}>")):
        said = f"?job {path} ?one . ?one <{SKOS.prefLabel}> ?label"
        query = f"SELECT ?job ?one ?label {{ VALUES ?job {{ {values} }} {said} }}"
        for job, one, label in sorted(base.rows(query, graphs), key=lambda row: (order[row[0]], row[1])):
            owner.setdefault(one, job)
            labels[one] = label
            kinds[kind].add(one)
    tasks, tools = (
        [Entry(iri=Iri(one), label=labels[one], code=owner[one]) for one in sorted(kinds[kind])] for kind in kinds
    )
    return JobWork(tasks, tools, _activities(base, graphs, values))


def _activities(base: KnowledgeBase, graphs: Sequence[str], values: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    query = (
        f"SELECT ?task ?activity {{ VALUES ?job {{ {values} }} ?job <{CETERMS.hasTask}> ?task . "
        f"?task <{LW.detailedActivity}> ?activity }}"
    )
    for task, activity in base.rows(query, graphs):
        found.setdefault(task, set()).add(activity)
    return {task: frozenset(own) for task, own in found.items()}


@dataclass(frozen=True)
class Work:
    """What lines are held against.

    Parameters
    ----------
    index
        Over the detailed activities, whose code is the broad activity above them.
    jobs
        What the occupations on the way do and work with.
    names
        These occupations, by address.
    """

    index: Index
    jobs: JobWork
    names: Mapping[str, Reference]

    @cached_property
    def above(self) -> Mapping[str, str]:
        """Return the broad activity of each detailed one."""
        return {entry.iri: entry.code for entry in self.index.entries}

    def near(self, lines: Lines) -> list[tuple[Glance, ...]]:
        """Return the detailed activities that come near to each line, the likeliest first."""
        return self.index.glance(lines, top=NEAR)

    def fitting(
        self, asked: Sequence[tuple[str, int | None]], lines: Lines, near: Sequence[Sequence[Glance]]
    ) -> list[tuple[Fitting, ...]]:
        """Return of each line the task and the tool of the occupations on the way that it speaks of, at most one each.

        Parameters
        ----------
        asked
            Each line with its row.
        lines
            The same, read.
        near
            Their detailed activities, as of `near`.
        """
        tasks, tools = self.jobs.task_index.glance(lines, top=3), self.jobs.tool_index.glance(lines, top=3)
        return [
            tuple(fit for fit in (self._task(*line, own, acts), self._tool(*line, things)) if fit)
            for line, own, acts, things in zip(asked, tasks, near, tools, strict=True)
        ]

    def _task(self, said: str, row: int | None, own: Sequence[Glance], acts: Sequence[Glance]) -> Fitting | None:
        """Return the task that a line is one of: by its words, or by the detailed activities of both."""
        direct, shared = {str(each.iri): each.confidence for each in own}, self._shared(acts)
        best = max({**direct, **shared}, key=lambda iri: (direct.get(iri, 0.0) + shared.get(iri, 0.0), iri), default="")
        named = direct.get(best, 0.0) >= NAMED_TASK and holds_all(said, self.jobs.task[best].label)
        if direct.get(best, 0.0) < SURE_TASK and shared.get(best, 0.0) < UNMATCHED and not named:
            return None
        task, confidence = self.jobs.task[best], max(direct.get(best, 0.0), min(round(shared.get(best, 0.0), 4), 1.0))
        return Fitting(said=said, row=row, does=task.label, occupation=self.names[task.code], confidence=confidence)

    def _shared(self, acts: Iterable[Glance]) -> dict[str, float]:
        """Return by task the confidence in its detailed activities together, the likeliest added first."""
        total: dict[str, float] = {}
        for act in acts:
            for task in self.jobs.instances.get(act.iri, ()):
                total[task] = total.get(task, 0.0) + act.confidence
        return total

    def _tool(self, said: str, row: int | None, things: Sequence[Glance]) -> Fitting | None:
        for thing in things:
            whole = holds_all(said, thing.label)
            meant = names_tool(said, thing.label) or (whole and len(said.split()) > 1)
            if meant and thing.confidence >= (NAMED_TASK if whole else SURE_TOOL):
                owner = self.names[self.jobs.owner[thing.iri]]
                return Fitting(
                    said=said, row=row, does=thing.label, tool=True, occupation=owner, confidence=thing.confidence
                )
        return None
