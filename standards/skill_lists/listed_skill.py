"""What a firm's list says: the skills that it asks for, job by job."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from ontology.frozen import Frozen
from ontology.records import RequirementType
from ontology.report import Report


class ListedSkill(Frozen):
    """A firm asks for a skill, in its own words.

    Parameters
    ----------
    job
        The firm's own title of the position, empty where the list names none.
    code
        SOC or O*NET-SOC code that the firm gives the job.
    relation
        Whether the firm asks for it or would like it; ``None`` where it does not say.
    importance
        1 to 5.
    level
        0 to 7, as `SkillRequirement` has it.
    grade
        The firm's own word where it has words for levels.
    pay
        Of the job, in US dollars a year, where the list gives it.
    row
        In the file, as a spreadsheet shows it.
    """

    statement: str
    job: str = ""
    code: str = ""
    area: str = ""
    note: str = ""
    relation: RequirementType | None = None
    importance: Annotated[float | None, Field(ge=1, le=5)] = None
    level: Annotated[float | None, Field(ge=0, le=7)] = None
    grade: str = ""
    pay: Annotated[float | None, Field(gt=0)] = None
    row: int


@dataclass(frozen=True)
class SkillList:
    """What a firm's list says, and what could not be read.

    Parameters
    ----------
    rows
        Rows below the header, good and bad.
    code_header
        Of the column with the codes of the jobs, empty where there is none.
    """

    name: str
    skills: tuple[ListedSkill, ...]
    report: Report
    rows: int
    code_header: str = ""
