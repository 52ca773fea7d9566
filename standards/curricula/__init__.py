"""Curricula: college programs with their courses and learning outcomes, in the forms in which colleges have them."""

from standards.curricula.curriculum import Curriculum, ProgramFacts, named_college, named_program, to_curriculum
from standards.curricula.formats import FORMATS, CurriculumFormat, recognize
from standards.curricula.reading import ProgramForm, program_table, read_program

__all__ = [
    "FORMATS",
    "Curriculum",
    "CurriculumFormat",
    "ProgramFacts",
    "ProgramForm",
    "named_college",
    "named_program",
    "program_table",
    "read_program",
    "recognize",
    "to_curriculum",
]
