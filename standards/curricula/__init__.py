"""Curricula: college programs with their courses and learning outcomes, in the forms in which colleges have them."""

from standards.curricula.curriculum import Curriculum, ProgramFacts, named_college, named_program, to_curriculum
from standards.curricula.reading import program_table, read_program

__all__ = [
    "Curriculum",
    "ProgramFacts",
    "named_college",
    "named_program",
    "program_table",
    "read_program",
    "to_curriculum",
]
