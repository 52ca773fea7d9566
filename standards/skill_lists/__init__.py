"""Firms' skill lists, in the shapes that firms keep them in."""

from standards.skill_lists.columns import NAMES, SKILLS, called
from standards.skill_lists.listed_skill import ListedSkill, SkillList
from standards.skill_lists.reading import read_skill_list

__all__ = ["NAMES", "SKILLS", "ListedSkill", "SkillList", "called", "read_skill_list"]
