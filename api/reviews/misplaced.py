"""A file of decisions on another program or another framework than it is read back in for, said in one line."""

from __future__ import annotations

from shlex import join

from api.programs.curricula import unmistakable
from api.searching.names import ThingKind, read_names
from ontology.errors import InputError
from pathways.amounts import count
from pathways.coverage import Target
from standards.reviewing import Misplaced, ReviewedProgram
from standards.reviewing.made_for import LIST


class MisplacedError(InputError):
    """A file of decisions is of another program or framework.

    Parameters
    ----------
    file
        Its path, as it was given.
    reviewer
        As given; empty where nobody was named.
    decided
        Whether there is any decision in it.
    """

    def __init__(
        self,
        found: Misplaced,
        reviewed: ReviewedProgram,
        target: Target,
        file: str,
        reviewer: str,
        *,
        decided: bool = True,
    ) -> None:
        words = _Words(found, reviewed, target)
        said = f"{file} is not of this review: {words.said}"
        if not decided:
            said = f"{said}. There are no decisions in it yet either: write yes, no or change into the column decision"
        super().__init__(f"{said}. {words.remedy(file, reviewer)}")


class _Words:
    """What a file was made for instead, and the command that reads it in there."""

    def __init__(self, found: Misplaced, reviewed: ReviewedProgram, target: Target) -> None:
        self.found = found
        self.own = reviewed.curriculum.program
        self.framework = reviewed.edition.name
        self.to = str(target.own.path) if target.own else target.name
        self.titles = {one.iri: one.label for one in read_names(reviewed.base, ThingKind.PROGRAM)}

    @property
    def said(self) -> str:
        return " and ".join(filter(None, (self._outcomes(), self._competencies())))

    def _outcomes(self) -> str:
        if not self.found.outcomes:
            return ""
        number = count(self.found.outcomes, "outcome")
        if self.found.program:
            return f"it is about {number} of {self.titles[self.found.program]}, none of {self.own.label}"
        return f"it is about {number}, none of {self.own.label} or any other stored program as it is worded now"

    def _competencies(self) -> str:
        if not self.found.competencies:
            return ""
        number = count(self.found.competencies, "competency", "competencies")
        if not self.found.framework:
            return f"it names {number}, none of {self.framework} or any other framework here"
        kind, _, name = self.found.framework.rpartition("/")
        of = f"a list of your own that is called {name}" if kind == LIST else self.found.framework
        return f"it names {number} of {of}, none of {self.framework}"

    def remedy(self, file: str, reviewer: str) -> str:
        found = self.found
        unknown = (found.outcomes and not found.program) or (found.competencies and not found.framework)
        if unknown:
            align = join(["ladderworks", "align", self._name(), "--to", self.to])
            return f"Write one anew and decide in it: {align} -o FILE.xlsx"
        signed = ["--reviewer", reviewer] if reviewer else []
        command = ["ladderworks", "review", self._name(), *signed, "--decisions", file]
        if found.framework.startswith(f"{LIST}/"):
            return f"Read it in with: {join(command)} --to FILE, which is that list"
        return f"Read it in with: {join([*command, '--to', found.framework or self.to])}"

    def _name(self) -> str:
        """Return the shortest name by which the program of the file can be asked for."""
        wanted = self.found.program or self.own.iri
        return unmistakable([*self.titles], [wanted])[0]
