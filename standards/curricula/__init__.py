"""Curricula: college programs with their courses and learning outcomes, in the forms in which colleges have them."""

from standards.curricula.addresses import StoredAddresses, stored_addresses
from standards.curricula.column_map import column_map, parted, read_pairs
from standards.curricula.curriculum import (
    Curriculum,
    ProgramFacts,
    named_college,
    named_program,
    own_facts,
    program_slug,
    to_curriculum,
)
from standards.curricula.fields import FIELDS
from standards.curricula.formats import FORMATS, CurriculumFormat, of_name, recognize
from standards.curricula.reading import ProgramForm, program_table, read_program
from standards.curricula.versions import as_one_course

__all__ = [
    "FIELDS",
    "FORMATS",
    "Curriculum",
    "CurriculumFormat",
    "ProgramFacts",
    "ProgramForm",
    "StoredAddresses",
    "as_one_course",
    "column_map",
    "named_college",
    "named_program",
    "of_name",
    "own_facts",
    "parted",
    "program_slug",
    "program_table",
    "read_pairs",
    "read_program",
    "recognize",
    "stored_addresses",
    "to_curriculum",
]
