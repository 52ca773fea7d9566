"""Headings of syllabi: which say that outcomes follow, and which that something else does."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import Final

from standards.curricula.listing import leads

LONGEST: Final = 120
"""Characters that a heading of a part has at most."""


class Part(Enum):
    """What follows a heading."""

    OUTCOMES = "outcomes"
    PROGRAM_OUTCOMES = "outcomes of the program"
    DESCRIPTION = "description"
    PREREQUISITES = "prerequisites"
    OTHER = "other"


@dataclass(frozen=True)
class Heading:
    """A heading, with what stands behind it in the same line.

    Parameters
    ----------
    name
        Without marks and numbers.
    said
        What follows a colon, empty where the heading stands alone.
    """

    part: Part
    name: str
    said: str = ""


def _named(names: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{names})(?:\s*\([^()]*\))?", re.IGNORECASE)


_OUTCOME_WORDS: Final = (
    r"(?:goals?|objectives?|outcomes?|c?slos?|competenc(?:y|ies)|learning\s+targets?)"
    r"(?:\s*(?:and|&|/)\s*(?:goals?|objectives?|outcomes?|competencies))?"
)
_PEOPLE: Final = r"instructors?|faculty|professors?|teachers?|lecturers?|teaching\s+assistants?"
_NAMES: Final = {
    Part.PROGRAM_OUTCOMES: _named(
        r"(?:program|degree|department(?:al)?|institutional|college(?:-?\s*wide)?|core|general\s+education|gen\.?\s*ed\.?)"
        rf"(?:\s+(?:level|student|learning))*\s+{_OUTCOME_WORDS}|plos?|ilos?|geos?"
    ),
    Part.OUTCOMES: _named(
        r"(?:(?:intended|expected|specific|measurable|major|performance|terminal|enabling|instructional|course|class"
        rf"|student|learning|unit|module|your)(?:'s|s')?\s+)*{_OUTCOME_WORDS}|what\s+(?:you|students)\s+will\s+(?:learn|do)"
    ),
    Part.DESCRIPTION: _named(r"(?:(?:brief|catalog|course|class|general)\s+)*(?:description|overview|summary)"),
    Part.PREREQUISITES: _named(
        r"(?:course\s+)?(?:pre-?\s*req(?:uisite)?s?)(?:\s*(?:/|and|&)\s*co-?\s*req(?:uisite)?s?)?"
    ),
    Part.OTHER: _named(
        rf"(?:{_PEOPLE})(?:['\u2019]?s?)?(?:\s+(?:name|information|info|contact|bio|office|email|phone))?|taught\s+by|office(?:\s+(?:hours?|location|phone))*"
        r"|student\s+hours|e-?mail(?:\s+address)?|(?:tele)?phone(?:\s+number)?|web\s?site|contact(?:\s+information)?"
        r"|(?:class|course|meeting|lab|lecture)\s+(?:meetings?|times?|days?|hours?|location|format|delivery|information|structure)"
        r"|(?:contact|lecture|lab|clock|class)\s+hours(?:\s+per\s+week)?|location|room|building|campus|delivery(?:\s+(?:method|mode|format))?|modality|format|crn|section|semester|quarter|term"
        r"|co-?\s*req(?:uisite)?s?|(?:(?:required|recommended|optional|course|class|lab|instructional)\s+)*(?:text(?:book)?s?|materials?"
        r"|readings?|books?|supplies|equipment|tools|software|technology|resources|texts?\s+and\s+materials|materials\s+and\s+(?:supplies|equipment|tools))"
        r"|(?:(?:course|class|final|student|how)\s+)*(?:grad(?:es?|ing)|assessments?|evaluations?|exams?|examinations?|quizzes|tests?"
        r"|assignments?|homework|projects?|participation|points|workload|requirements|expectations)"
        r"(?:\s+(?:scale|policy|policies|criteria|system|methods?|breakdown|procedures?|and\s+\w+))*"
        r"|methods?\s+of\s+(?:assessment|evaluation|instruction|grading)|(?:course|class|college|attendance|academic|department|school|student|late\s+work|make-?up|safety|lab|cell\s+phone|withdrawal|electronic\s+device)*\s*polic(?:y|ies)(?:\s+and\s+\w+)?"
        r"|attendance(?:\s+and\s+\w+)?|academic\s+(?:integrity|honesty|dishonesty|misconduct|calendar|support)|plagiarism|cheating"
        r"|code\s+of\s+conduct|conduct|etiquette|(?:disability|ada|accessibility|accommodations?)(?:\s+(?:statement|services|accommodations?|resources))*"
        r"|students?\s+with\s+disabilities|(?:student|support|college|campus)\s+(?:services|resources|support)|title\s+ix|non-?discrimination(?:\s+statement)?"
        r"|diversity(?:\s+statement)?|land\s+acknowledg\w+|emergency(?:\s+procedures)?|tutoring|library|important\s+dates|disclaimer|notes?"
        r"|(?:(?:course|class|tentative|weekly|semester|daily|lab)\s+)*(?:schedule|calendar|outline|content|topics|agenda|timeline)(?:\s+(?:of\s+\w+|outline|covered))?"
        r"|topics(?:\s+(?:covered|include))?|late\s+(?:work|assignments)|instructional\s+methods?|teaching\s+methods?|welcome|introduction"
    ),
}
"""What headings are called, the first that fits counts."""

_MARK: Final = re.compile(r"^(?:\#{1,6}\s+|\*\*|__|(?:[IVX]{1,5}|[A-Z]|\d{1,2})[.)]\s+)+")
_LEADING: Final = re.compile(
    r"\b(?:students?|learners?|participants?|graduates?|completers?|you|they)\b.*\b(?:will|should|can|must|to|demonstrate)\b"
    rf"|\b{_OUTCOME_WORDS}\b",
    re.IGNORECASE,
)


def heading_of(line: str) -> Heading | None:
    """Return the heading that a line is or begins with, if it is one that syllabi have.

    Example
    -------
    >>> heading_of("IV. COURSE OUTCOMES"), heading_of("Office hours: M 2-4").said
    (Heading(part=<Part.OUTCOMES: 'outcomes'>, name='COURSE OUTCOMES', said=''), 'M 2-4')
    >>> heading_of("Read prints"), heading_of("Grade lumber")
    (None, None)
    """
    bare = _MARK.sub("", line.strip()).strip("*_# ")
    before, colon, said = bare.partition(":")
    name = before.strip("*_ \u2013\u2014-")
    if len(name) > LONGEST:
        return None
    part = next((part for part, names in _NAMES.items() if names.fullmatch(name)), None)
    return Heading(part, name, said.strip("*_ ") if colon else "") if part else None


def leads_outcomes(line: str) -> bool:
    """Whether a line leads in what students will do, such as ``Students will be able to:``.

    Example
    -------
    >>> leads_outcomes("Upon completion, the student should be able to"), leads_outcomes("Explain the causes of:")
    (True, False)
    """
    return leads(line) and bool(_LEADING.search(line))
