"""The fields of a program in a spreadsheet, and what colleges call their columns."""

from __future__ import annotations

from typing import Final

from standards.curricula.headers_abroad import ABROAD
from standards.headers import OUTCOME_NAMES
from standards.tables import Column, Kind

CIP: Final = r"\d{2}\.\d{4}"

COLUMNS: Final = (
    Column("program", "Program", ("Program title", "Program name", "Degree program"), required=False),
    Column("award", "Award", ("Degree", "Credential", "Award type"), required=False),
    Column("cip", "CIP code", ("CIP 2020", "CIP"), Kind.CODE, required=False, pattern=CIP, example="51.3902"),
    Column("college", "College", ("College name", "Institution"), required=False),
    Column(
        "code",
        "Course code",
        (
            *("Course No.", "Course number", "Course num", "Course ID", "Crs No.", "Crs num", "Crs", "Class number"),
            *(
                "Catalog number",
                "Catalog No.",
                "Cat No.",
                "Dept/No.",
                "Dept/Num",
                "Dept/Nbr",
                "Dept/Number",
                "Subj/No.",
            ),
            *("Subject/No.", "Subject/Number", "Prefix/No.", "Prefix/Number", "Dept and number", "Prefix and number"),
            "Course",
        ),
        required=False,
        merged=True,
    ),
    Column(
        "title", "Course title", ("Title", "Course name", "Crs title", "Class title", "Title of course"), required=False
    ),
    Column(
        "credits",
        "Credits",
        ("Cr", "Cr hrs", "Credit hours", "Credit hrs", "Units", "Credit", "Crs hrs"),
        required=False,
    ),
    Column("term", "Term", ("Quarter", "Qtr", "Semester", "Sem"), required=False),
    Column("prerequisites", "Prerequisites", ("Prereq", "Prereqs", "Prerequisite"), required=False),
    Column("description", "Description", ("Course description",), required=False),
    Column(
        "outcome",
        OUTCOME_NAMES[0],
        (
            *OUTCOME_NAMES[1:],
            *("Student outcome", "Student outcomes", "Expected outcomes", "Course objective", "Course objectives"),
            *("Course competency", "Course competencies", "Performance objectives"),
        ),
        required=False,
    ),
    Column(
        "level",
        "Level",
        (
            *("Teaching level", "Outcome level", "Mastery level", "Level of instruction", "I/R/M", "I/D/M", "I/P/M"),
            *("Introduced/Reinforced/Mastered", "Introduced/Developed/Mastered", "Introduced/Practiced/Mastered"),
            "Introduce/Reinforce/Master",
        ),
        required=False,
    ),
)
"""What the columns of a program may be called."""

OWN_NAMES: Final = {column.name: column.names for column in COLUMNS}
NAMES: Final = {column.name: (*column.names, *ABROAD.get(column.name, ())) for column in COLUMNS}

REQUIRED: Final = ("code", "outcome")
"""Fields without which there is no program."""

NEEDED: Final = tuple((field,) for field in REQUIRED)
"""The same, as `fitting` asks for them."""

FIELDS: Final = tuple(NAMES)
"""What a column map may name."""
